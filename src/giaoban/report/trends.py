"""Each indicator over the years: what may be compared, where it leads, and long series."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import POINTS_FOR_LIMITS, SIGNALS, worst_target
from giaoban.charts import control_chart
from giaoban.report.history import figures_table, worked_out
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.report.record import kind_of_cause
from giaoban.report.trendchart import trend_picture
from giaoban.wording import codes, sentences

# Limits on fewer figures than these are on trial; NHSRplotthedots warns of them too.
FIRM_LIMITS = 12


def trends_over_time(
    report: Report,
    compared: pd.DataFrame | None = None,
    trends: pd.DataFrame | None = None,
    projections: pd.DataFrame | None = None,
    needs: pd.DataFrame | None = None,
    recast: pd.DataFrame | None = None,
) -> Fragment:
    """For each indicator with several yearly figures, or with remarks: what can be said of it.

    Parameters
    ----------
    report : Report
        The report.
    compared, trends, projections, needs, recast : DataFrame
        From the functions of `giaoban.analysis`; else the review's own.
    """
    report.review.hand(compared=compared, trends=trends, projections=projections, needs=needs)
    report.review.hand(recast=recast)
    numbered, remarks = report.review.runs, remarks_made(report)
    parts = []
    for indicator in report.tables["indicators"]["indicator"]:
        own = numbered[(numbered["indicator"] == indicator) & (numbered["years"] == 1)]
        told = remarks.get(indicator, Markup())
        if len(own) and len(own) + len(worked_out(report, own)) > 1:
            parts.append(_trend(report, own, told))
        elif told:
            title = report.wording.title_of("indicator", indicator)
            parts.append(Markup("<section><h3>{}</h3>{}</section>").format(title, told))
    if not parts:
        return report.paragraph("No indicator has figures of two whole years yet.")
    return Fragment(Markup().join(parts), report.charts.told())


def _trend(report: Report, own: pd.DataFrame, remarks: Markup) -> Markup:
    indicator = own["indicator"].iloc[0]
    cited = report.citations.cite_all("figures", own.index)
    figures = report.tables["figures"]
    ours = figures[figures["indicator"].eq(indicator) & figures["years"].eq(1)]
    return Markup(
        '<section class="beside"><h3>{title}</h3>{chart}'
        "<div><p>{sentences}{cited}</p>{remarks}</div></section>"
    ).format(
        title=report.wording.title_of("indicator", indicator),
        chart=trend_picture(report, own, figures_table(report, ours)),
        sentences=" ".join(sentences(report.wording, own)),
        cited=cited,
        remarks=remarks,
    )


def long_series(report: Report, control: pd.DataFrame | None = None) -> Fragment:
    """Give the XmR chart of each series that is long enough.

    Parameters
    ----------
    report : Report
        The report.
    control : DataFrame
        From `giaoban.analysis.control_charts`; else the review's own.
    """
    report.review.hand(control=control)
    charts = report.review.control
    if charts.empty:
        return report.paragraph(
            "No series has {needed} comparable figures in a row, which an XmR chart needs.",
            needed=POINTS_FOR_LIMITS,
        )
    series = (_series(report, own) for _, own in charts.groupby("stretch"))
    return Fragment(Markup().join(series), report.charts.told())


def _series(report: Report, own: pd.DataFrame) -> Markup:
    indicator = own["indicator"].iloc[0]
    drawn = own[["mean", "lower", "upper"]].clip(*report.wording.limits(indicator))
    places = report.wording.places(indicator)
    levels = {
        name: report.wording.computed(drawn[name].iloc[0], indicator, max(1, places))
        for name in drawn.columns
    }
    text = report.say(
        "{points} figures from {first} to {last}: mean {mean}, limits {lower} to {upper}.",
        points=len(own),
        first=report.language.period(own["period"].iloc[0]),
        last=report.language.period(own["period"].iloc[-1]),
        **levels,
    )
    return Markup(
        '<section class="beside"><h3>{title}</h3>{chart}'
        "<div><p>{text}</p>{trial}{signals}</div></section>"
    ).format(
        title=report.wording.title_of("indicator", indicator),
        chart=_chart(report, own.assign(**drawn), levels),
        text=text,
        trial=_trial(report, own),
        signals=_signals(report, own),
    )


def _trial(report: Report, own: pd.DataFrame) -> Markup:
    """Warn of limits that rest on few figures."""
    if len(own) >= FIRM_LIMITS:
        return Markup()
    warning = report.say(
        "Limits on fewer than {enough} figures are on trial: each new figure moves them.",
        enough=FIRM_LIMITS,
    )
    return Markup("<p>{}</p>").format(warning)


def _chart(report: Report, own: pd.DataFrame, levels: dict[str, str]) -> Markup:
    """Draw a series with its mean and limits."""
    words, indicator = report.wording, own["indicator"].iloc[0]
    labels = levels | {"mean": report.say("mean {number}", number=levels["mean"])}
    told = [words.figure(row) for _, row in own.iterrows()]
    shown = own.assign(signal=own[SIGNALS].any(axis=1), tick=_ticks(own), label=told)
    periods = map(report.language.period, own["period"])
    figures = [f"{period}: {figure}" for period, figure in zip(periods, told, strict=True)]
    return report.charts.chart(
        control_chart(shown, labels),
        f"xmr-{indicator}-{own['period'].iloc[0].replace('/', '-')}",
        _verdict(report, own),
        "; ".join(figures),
        _table(report, own),
        subject=words.title_of("indicator", indicator),
    )


def _verdict(report: Report, own: pd.DataFrame) -> str:
    """Say in a line how many figures stand out."""
    found, outside = own[SIGNALS].any(axis=1).sum(), int(own["outside"].sum())
    if not found:
        return report.say("No figure stands out from the ordinary ups and downs")
    return report.say(
        "Figures outside the limits: {outside} of {points}; in a run, a trend or near a limit: "
        "{others}",
        outside=outside,
        others=found - outside,
        points=len(own),
    )


def _table(report: Report, own: pd.DataFrame) -> Markup:
    rows = [
        [
            report.language.period(row["period"]),
            report.wording.figure(row) + report.citations.cite("figures", row.name),
        ]
        for _, row in own.iterrows()
    ]
    header = [report.say("Period"), report.say("Figure")]
    return html_table(report.say("Figures of the long series"), header, rows)


def _ticks(own: pd.DataFrame) -> list[str]:
    """Name each year once, at its first figure."""
    years = own["end"].dt.year
    return [str(year) if new else "" for year, new in zip(years, years.diff().ne(0), strict=True)]


def _signals(report: Report, own: pd.DataFrame) -> Markup:
    """List each signal with the figures that give it."""
    say, rows = report.say, []
    for name in SIGNALS:
        apart = own[name].ne(own[name].shift()).cumsum()
        for _, block in own[own[name]].groupby(apart[own[name]]):
            signal = report.wording.named(codes.SIGNAL, name)
            rows.append([signal, *_span(report, block)])
    if not rows:
        return Markup()
    header = [say("Signal"), say("Period"), say("How many"), say("Figure")]
    return html_table(say("Signals"), header, rows)


def _span(report: Report, block: pd.DataFrame) -> Iterator[str]:
    """Give the periods that a signal spans, how many figures it has, the first and the last."""
    ends = [block.iloc[0], block.iloc[-1]] if len(block) > 1 else [block.iloc[0]]
    periods = [report.language.period(row["period"]) for row in ends]
    figures = [
        report.wording.figure(row) + report.citations.cite("figures", row.name) for row in ends
    ]
    both = len(ends) > 1
    yield report.say("{first} to {last}", first=periods[0], last=periods[1]) if both else periods[0]
    yield str(len(block))
    yield Markup(" … ").join(figures)


# What is told of an indicator that missed its target.
SPOKEN_OF = ("shortcoming", "cause")


def remarks_made(report: Report) -> dict[str, Markup]:
    """Give what the meeting recorded of indicators: shortcomings, and causes with their kind.

    A miss of which it says nothing is named as such where it explains another.
    """
    words, told = report.wording, dict[str, Markup]()
    for _, row in _spoken_of(report).dropna(subset="indicator").iterrows():
        section = words.named(codes.RECORD_OF_ONE, row["section"])
        said = section, kind_of_cause(report, row), words.local(row, "text")
        line = Markup("<li>{}{}: {}</li>").format(*said)
        told[row["indicator"]] = told.get(row["indicator"], Markup()) + line
    names = report.tables["indicators"]["indicator"] if told else ()
    missed = [name for name in names if _missed(report, name)]
    if any(name in told for name in missed):
        silent = Markup("<li>{}</li>").format(report.say("No explanation is on record."))
        told = dict.fromkeys(missed, silent) | told
    return {
        name: Markup("<ul class='remarks'>{}</ul>").format(lines) for name, lines in told.items()
    }


def _missed(report: Report, indicator: str) -> bool:
    worst = worst_target(indicator, report.review.verdicts, report.review.compared)
    return worst is not None and bool(worst["status"] == "not_met")


def _spoken_of(report: Report) -> pd.DataFrame:
    """Give this meeting's shortcomings and causes; they speak of the programme's own unit."""
    records, known = report.tables["records"], report.review.known
    here = records["meeting_date"] == known.meeting["meeting_date"]
    own = known.unit == known.package.programme["unit"]
    return records[here & records["section"].isin(SPOKEN_OF) & own]
