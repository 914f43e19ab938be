"""The scorecard: the latest figure of every indicator."""

from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import runs
from giaoban.report import Fragment, Report
from giaoban.sections.aims import NO_AIMS, aims
from giaoban.sparkline import sparkline
from giaoban.tables import html_table


def scorecard(report: Report) -> Fragment:
    """Show the latest figure of every indicator against the one before and the target."""
    say = report.say
    numbered = runs(report.review.compared)
    rows = [
        [
            _indicator(report, row),
            _figure(report, row),
            _over_the_years(report, row, numbered),
            _change(report, row),
            escape(report.wording.target(row)) + report.cite("targets", row["target_row"]),
            _status(report, row),
        ]
        for _, row in report.review.latest.iterrows()
    ]
    header = [say("Indicator"), say("Latest figure"), say("Over the years")]
    header += [say("Against the one before"), say("Target"), say("Status")]
    caption = say("Latest figure of each indicator")
    return Fragment(f'<div class="scorecard">{html_table(caption, header, rows)}</div>')


def _indicator(report: Report, row: pd.Series) -> str:
    title = escape(report.wording.title_of("indicator", row["indicator"]))
    name = f'<span data-indicator="{row["indicator"]}">{title}</span>'
    counted = report.definition(row["definition"])
    return f'{name} <span class="why">{counted}</span>' if counted else name


def _figure(report: Report, row: pd.Series) -> str:
    """Give the figure, its footnote, its period, and the interval of a share that was counted."""
    value = f'<span class="value">{escape(report.wording.figure(row))}</span>'
    cited = report.cite("figures", row.name)
    period = f' <span class="period">{report.language.period(row["period"])}</span>'
    return f'<span class="cited">{value}{cited}</span>{period}{_interval(report, row)}'


def _interval(report: Report, row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return ""
    low, high = (report.language.number(row[end], 1) for end in ("low", "high"))
    text = report.language.say("{low}–{high}%", low=low, high=high)
    return f' <span class="period">{report.term("interval", text)}</span>'


def _over_the_years(report: Report, row: pd.Series, numbered: pd.DataFrame) -> str:
    """Draw the yearly figures; of an indicator without, those of the latest one's months."""
    own = numbered[numbered["indicator"] == row["indicator"]]
    yearly = own[own["years"] == 1]
    targets = aims(report, yearly) if len(yearly) > 1 else NO_AIMS
    if len(yearly) < 2:
        same = own["start"].dt.month.eq(row["start"].month) & own["months"].eq(row["months"])
        yearly = own[same]
    if len(yearly) < 2:
        return "–"
    said = [
        f"{report.language.period(p['period'])}: {report.wording.figure(p)}"
        for _, p in yearly.iterrows()
    ]
    points = yearly.assign(year=yearly["end"].dt.year, latest=yearly.index == row.name)
    return sparkline(points, targets, "; ".join([*said, *targets["label"]]))


def _change(report: Report, row: pd.Series) -> str:
    if row["comparable"] is pd.NA or row["comparable"]:
        return escape(report.wording.change(row))
    said = report.term("not_comparable", report.language.say("not comparable"))
    return f'<span class="apart">{said}</span>{report.why(report.wording.reason(row))}'


def _status(report: Report, row: pd.Series) -> str:
    """Give the status, and how the pace stands to a target that lies ahead."""
    pace, targets = row["progress"], report.tables["targets"]
    if row["status"] == "no_target" and targets["indicator"].eq(row["indicator"]).any():
        text = report.language.say(
            "no target for {period}", period=report.language.period(row["period"])
        )
        said = report.mark(vocabulary.STATUS, "no_target", text)
    else:
        said = report.status(row)
    if not isinstance(pace, str) or pace == "too_few_points":
        return said
    year = report.review.paces.set_index("indicator").at[row["indicator"], "target_year"]
    ahead = report.language.say(
        "{progress} (target of {year})",
        progress=report.wording.named(vocabulary.PROGRESS, pace),
        year=year,
    )
    return f"{said}{report.mark(vocabulary.PROGRESS, pace, ahead)}"
