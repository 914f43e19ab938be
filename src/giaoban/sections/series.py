"""Each indicator over the years: what changed, what may be compared, where it leads."""

from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import runs
from giaoban.report import Fragment, Report
from giaoban.sections.comparison import sentences
from giaoban.sections.trendline import trend_picture
from giaoban.tables import html_table

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
    return Fragment("".join(parts), report.charts_drawn())


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
    title = report.wording.title_of("indicator", own["indicator"].iloc[0])
    cited = report.cite_all("figures", own.index)
    text = f"<p>{escape(' '.join(sentences(report, own)))}{cited}</p>"
    figures = report.tables["figures"]
    ours = figures[figures["indicator"].eq(own["indicator"].iloc[0]) & figures["years"].eq(1)]
    chart = trend_picture(report, own, figures_table(report, ours))
    head = f"<h3>{escape(title)}</h3>"
    return f'<section class="beside">{head}{chart}<div>{text}{remarks}</div></section>'


def figures_table(report: Report, ours: pd.DataFrame) -> str:
    """List figures of one indicator: what was counted, the one before, the target.

    Parameters
    ----------
    report : Report
        The report.
    ours : DataFrame
        Rows of ``figures``; those not published too.
    """
    say, words, compared = report.say, report.wording, report.review.compared
    defined = ours["definition"].notna().any()
    rows = []
    for number, figure in ours.iterrows():
        row = [
            report.language.period(figure["period"]),
            escape(words.figure(figure)) + report.cite("figures", number),
        ]
        if defined:
            row.append(report.definition(figure["definition"]) or "–")
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
    said = [
        escape(report.wording.figure(target)) + report.cite("targets", number)
        for number, target in targets[same].iterrows()
    ]
    return "".join(said) or "–"


def _against_before(report: Report, row: pd.Series) -> str:
    """Give a change, with Newcombe's interval where both shares were counted."""
    said = escape(report.wording.change(row))
    if pd.isna(row["change_low"]):
        return said
    ends = [report.language.difference(row[f"change_{end}"], "", 1) for end in ("low", "high")]
    interval = report.say("(95% interval {low} to {high})", low=ends[0], high=ends[1])
    return f"{said} {interval}"
