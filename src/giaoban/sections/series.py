"""Each indicator over the years: what changed, what may be compared, where it leads."""

from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.charts.canvas import share_top
from giaoban.charts.trend import trend_chart
from giaoban.compare import runs
from giaoban.periods import parse_period
from giaoban.report import Fragment, Report
from giaoban.sections.comparison import latest_trend, sentences
from giaoban.tables import html_table
from giaoban.trends import POINTS_FOR_SLOPE

SPOKEN_OF = ("shortcoming", "cause")


def trends_over_time(report: Report) -> Fragment:
    """For each indicator with several yearly figures, or with remarks: what can be said of it."""
    numbered = runs(report.review.compared)
    parts = []
    for indicator in report.tables["indicators"]["indicator"]:
        own = numbered[(numbered["indicator"] == indicator) & (numbered["years"] == 1)]
        remarks = _remarks(report, indicator)
        if len(own) > 1:
            parts.append(_trend(report, own, remarks))
        elif remarks:
            name = escape(report.wording.title_of("indicator", indicator))
            parts.append(f"<section><h3>{name}</h3>{remarks}</section>")
    if not parts:
        return report.paragraph("No indicator has figures of two whole years yet.")
    return Fragment("".join(parts))


def _remarks(report: Report, indicator: str) -> str:
    """Give the meeting's shortcomings and causes that speak of an indicator."""
    records, known = report.tables["records"], report.review.known
    if known.unit != known.package.programme["unit"]:
        return ""
    here = records["meeting_date"] == known.meeting["meeting_date"]
    ours = records[here & records["indicator"].eq(indicator) & records["section"].isin(SPOKEN_OF)]
    said = [
        f"<li>{report.named(vocabulary.RECORD_OF_ONE, row['section'])}: "
        f"{escape(report.wording.local(row, 'text'))}</li>"
        for _, row in ours.iterrows()
    ]
    return f"<ul class='remarks'>{''.join(said)}</ul>" if said else ""


def _trend(report: Report, own: pd.DataFrame, remarks: str) -> str:
    words, indicator = report.wording, own["indicator"].iloc[0]
    title = words.title_of("indicator", indicator)
    cited = report.cite_all("figures", own.index)
    text = f"<p>{escape(' '.join(sentences(report, own)))}{cited}</p>"
    shown, ahead, aims = _points(report, own), _projection(report, indicator), _targets(report, own)
    highest = max(
        [shown["most"].max(), *aims["value"], *([] if ahead is None else [ahead["high"]])]
    )
    top = share_top(highest) if words.measure(indicator) == "percent" else None
    figure = trend_chart(shown, report.language.say("not comparable"), top, ahead, aims)
    description = f"{title}: " + "; ".join(
        " ".join([f"{p.period}: {p.label}", p.definition]).strip() for p in shown.itertuples()
    )
    if len(aims):
        description += f"; {'; '.join(aims['label'])}"
    table = _table(report, own)
    chart = report.chart(figure, f"trend-{indicator}", _seen(report, own), description, table)
    head = f"<h3>{escape(title)}</h3>"
    return f'<section class="beside">{head}{chart}<div>{text}{remarks}</div></section>'


def _seen(report: Report, own: pd.DataFrame) -> str:
    """Say in a line what the chart shows."""
    say, last = report.language.say, own.iloc[-1]
    later = report.language.period(last["period"])
    trend = latest_trend(report, own)
    if trend["points"] < POINTS_FOR_SLOPE:
        earlier = report.language.period(last["previous_period"])
        if not last["comparable"]:
            return say("{earlier} and {later}: not comparable", earlier=earlier, later=later)
        return f"{earlier}–{later}: {report.wording.difference(last)}"
    verdict = report.wording.named(vocabulary.TREND, trend["verdict"])
    return f"{report.language.period(trend['first_period'])}–{later}: {verdict}"


def _table(report: Report, own: pd.DataFrame) -> str:
    say, words = report.say, report.wording
    figures = report.tables["figures"]
    ours = figures[figures["indicator"].eq(own["indicator"].iloc[0]) & figures["years"].eq(1)]
    defined = ours["definition"].notna().any()
    rows = []
    for number, figure in ours.iterrows():
        row = [
            report.language.period(figure["period"]),
            escape(words.figure(figure)) + report.cite("figures", number),
        ]
        if defined:
            row.append(report.definition(figure["definition"]) or "–")
        row.append(_against_before(report, own.loc[number]) if number in own.index else "–")
        rows.append(row)
    header = [say("Period"), say("Figure"), *([say("What was counted")] if defined else [])]
    return html_table(say("Figures over the years"), [*header, say("Against the one before")], rows)


def _against_before(report: Report, row: pd.Series) -> str:
    """Give a change, with Newcombe's interval where both shares were counted."""
    said = escape(report.wording.change(row))
    if pd.isna(row["change_low"]):
        return said
    ends = [report.language.difference(row[f"change_{end}"], "", 1) for end in ("low", "high")]
    interval = report.say("(95% interval {low} to {high})", low=ends[0], high=ends[1])
    return f"{said} {interval}"


def _projection(report: Report, indicator: str) -> pd.Series | None:
    ahead = report.review.projections.query("indicator == @indicator")
    if ahead.empty:
        return None
    row = ahead.iloc[0]
    return pd.concat(
        [row, pd.Series({"label": report.wording.computed(row["projected"], indicator, 1)})]
    )


def _targets(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Give the targets of the years shown and after, each with the years that it holds for."""
    targets = report.tables["targets"].dropna(subset="value")
    if report.wording.measure(own["indicator"].iloc[0]) != "percent":
        # A count's target over several years is no target of any one.
        targets = targets[~targets["period"].str.contains("/")]
    aims = targets[targets["indicator"] == own["indicator"].iloc[0]]
    spans = [parse_period(period) for period in aims["period"]]
    shown = aims.assign(
        first=[span.start.year for span in spans],
        last=[span.end.year for span in spans],
        label=[
            report.language.say(
                "target {period}: {number}",
                period=report.language.period(row["period"]),
                number=report.wording.figure(row),
            )
            for _, row in aims.iterrows()
        ],
    )
    return shown[shown["last"] >= own["end"].dt.year.min()].sort_values("last")


def _points(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    words, defined = report.wording, own["definition"].fillna("")
    several = defined.ne(defined.iloc[0]).any()
    return own.assign(
        year=own["end"].dt.year,
        most=own["most"].where(own["most"] < float("inf"), own["value"]),
        label=[words.figure(row) for _, row in own.iterrows()],
        definition=[words.title_of("definition", d) if several else "" for d in own["definition"]],
    )
