"""Each indicator over the years: what changed, what may be compared, where it leads."""

import pandas as pd
from markupsafe import Markup

from giaoban import vocabulary
from giaoban.analysis import runs
from giaoban.markup import Fragment, html_table
from giaoban.report import Report
from giaoban.sections.comparison import sentences
from giaoban.sections.trendline import trend_picture

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
            title = report.wording.title_of("indicator", indicator)
            parts.append(Markup("<section><h3>{}</h3>{}</section>").format(title, remarks))
    if not parts:
        return report.paragraph("No indicator has figures of two whole years yet.")
    return Fragment(Markup().join(parts), report.charts.told())


def _remarks(report: Report, indicator: str) -> Markup:
    """Give the meeting's shortcomings and causes that speak of an indicator."""
    records, known, words = report.tables["records"], report.review.known, report.wording
    if known.unit != known.package.programme["unit"]:
        return Markup()
    here = records["meeting_date"] == known.meeting["meeting_date"]
    ours = records[here & records["indicator"].eq(indicator) & records["section"].isin(SPOKEN_OF)]
    if ours.empty:
        return Markup()
    remarks = [
        Markup("<li>{}: {}</li>").format(
            words.named(vocabulary.RECORD_OF_ONE, row["section"]), words.local(row, "text")
        )
        for _, row in ours.iterrows()
    ]
    return Markup("<ul class='remarks'>{}</ul>").format(Markup().join(remarks))


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


def figures_table(report: Report, ours: pd.DataFrame) -> Markup:
    """List figures of one indicator: what was counted, the one before, the target.

    Parameters
    ----------
    report : Report
        The report.
    ours : DataFrame
        Rows of ``figures``; those not published too.
    """
    say, compared = report.say, report.review.compared
    defined = ours["definition"].notna().any()
    rows = []
    for number, figure in ours.iterrows():
        row = [
            report.language.period(figure["period"]),
            report.wording.figure(figure) + report.citations.cite("figures", number),
        ]
        if defined:
            row.append(report.terms.definition(figure["definition"]) or "–")
        change = compared[compared.index == number]
        row.append(_against_before(report, change.iloc[0]) if len(change) else "–")
        row.append(_target(report, figure))
        rows.append(row)
    header = [say("Period"), say("Figure"), *([say("What was counted")] if defined else [])]
    header += [say("Against the one before"), say("Target")]
    return html_table(say("Figures over the years"), header, rows)


def _target(report: Report, figure: pd.Series) -> str:
    """Give the target set for just the period of a figure."""
    targets = report.tables["targets"]
    same = targets["indicator"].eq(figure["indicator"]) & targets["period"].eq(figure["period"])
    found = [
        report.wording.figure(target) + report.citations.cite("targets", number)
        for number, target in targets[same].iterrows()
    ]
    return Markup().join(found) or "–"


def _against_before(report: Report, row: pd.Series) -> str:
    """Give a change, with Newcombe's interval where both shares were counted."""
    change = report.wording.change(row)
    if pd.isna(row["change_low"]):
        return change
    ends = [report.language.difference(row[f"change_{end}"], "", 1) for end in ("low", "high")]
    interval = report.say("(95% interval {low} to {high})", low=ends[0], high=ends[1])
    return f"{change} {interval}"
