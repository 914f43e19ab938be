"""Long series: which figures stand out from the ordinary ups and downs."""

from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import POINTS_FOR_LIMITS, SIGNALS
from giaoban.charts.control import control_chart
from giaoban.report import Fragment, Report
from giaoban.tables import html_table


def long_series(report: Report) -> Fragment:
    """Give the XmR chart of each series that is long enough."""
    charts = report.review.control
    if charts.empty:
        return report.paragraph(
            "No series has {needed} comparable figures in a row, which an XmR chart needs.",
            needed=POINTS_FOR_LIMITS,
        )
    html = "".join(_stretch(report, own) for _, own in charts.groupby("stretch"))
    return Fragment(html, report.charts_drawn())


def _stretch(report: Report, own: pd.DataFrame) -> str:
    say, words = report.language.say, report.wording
    indicator = own["indicator"].iloc[0]
    title = words.title_of("indicator", indicator)
    found = own[own[SIGNALS].any(axis=1)]
    ceiling = 100 if words.measure(indicator) == "percent" else None
    drawn = own[["mean", "lower", "upper"]].clip(0, ceiling)
    levels = {name: words.computed(drawn[name].iloc[0], indicator, 1) for name in drawn.columns}
    text = say(
        "{points} figures from {first} to {last}: mean {mean}, limits {lower} to {upper}.",
        points=len(own),
        first=report.language.period(own["period"].iloc[0]),
        last=report.language.period(own["period"].iloc[-1]),
        **levels,
    )
    outside = int(own["outside"].sum())
    verdict = say(
        "Figures outside the limits: {outside} of {points}; in a run, a trend or near a limit: "
        "{others}",
        outside=outside,
        others=len(found) - outside,
        points=len(own),
    )
    if found.empty:
        verdict = say("No figure stands out from the ordinary ups and downs")
    labels = {
        "mean": report.language.say("mean {number}", number=levels["mean"]),
        "lower": levels["lower"],
        "upper": levels["upper"],
    }
    shown = own.assign(**drawn, signal=own[SIGNALS].any(axis=1), tick=_ticks(own))
    description = "; ".join(
        f"{report.language.period(row['period'])}: {words.figure(row)}" for _, row in own.iterrows()
    )
    name = f"xmr-{indicator}-{own['period'].iloc[0].replace('/', '-')}"
    table = _table(report, own)
    chart = report.chart(control_chart(shown, labels), name, verdict, description, table, title)
    said = f"<h3>{escape(title)}</h3>{chart}<div><p>{escape(text)}</p>"
    return f'<section class="beside">{said}{_signals(report, own)}</div></section>'


def _table(report: Report, own: pd.DataFrame) -> str:
    rows = [
        [
            report.language.period(row["period"]),
            escape(report.wording.figure(row)) + report.cite("figures", row.name),
        ]
        for _, row in own.iterrows()
    ]
    header = [report.say("Period"), report.say("Figure")]
    return html_table(report.say("Figures of the long series"), header, rows)


def _ticks(own: pd.DataFrame) -> list[str]:
    """Name each year once, at its first figure."""
    years = own["end"].dt.year
    return [str(year) if new else "" for year, new in zip(years, years.diff().ne(0), strict=True)]


def _signals(report: Report, own: pd.DataFrame) -> str:
    """List each signal with the figures that give it."""
    say, words = report.say, report.wording
    rows = []
    for name in SIGNALS:
        apart = own[name].ne(own[name].shift()).cumsum()
        for _, block in own[own[name]].groupby(apart[own[name]]):
            first, last = block.iloc[0], block.iloc[-1]
            figures = [
                escape(words.figure(r)) + report.cite("figures", r.name) for r in (first, last)
            ]
            periods = [report.language.period(r["period"]) for r in (first, last)]
            one = len(block) == 1
            rows.append(
                [
                    report.named(vocabulary.SIGNAL, name),
                    periods[0]
                    if one
                    else say("{first} to {last}", first=periods[0], last=periods[1]),
                    str(len(block)),
                    figures[0] if one else f"{figures[0]} … {figures[1]}",
                ]
            )
    if not rows:
        return ""
    header = [say("Signal"), say("Period"), say("How many"), say("Figure")]
    return html_table(say("Signals"), header, rows)
