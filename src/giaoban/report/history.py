"""What was said of each indicator at the meetings so far: a row of verdicts for each."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import SILENT
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.wording import Codes, codes


def verdicts_so_far(report: Report, history: pd.DataFrame | None = None) -> Fragment:
    """Set the verdicts on each indicator side by side, as each meeting had them.

    Parameters
    ----------
    report : Report
        The report.
    history : DataFrame
        From `giaoban.analysis.verdict_history`; else the review's own.
    """
    report.review.hand(history=history)
    say, told = report.say, report.review.history
    days = sorted(told["meeting_date"].unique())
    earlier = told.loc[told["meeting_date"] < days[-1], "indicator"] if days else []
    rows = [
        [report.wording.title_of("indicator", indicator), *_cells(report, own, days)]
        for indicator, own in told.groupby("indicator", sort=False)
        if indicator in set(earlier)
    ]
    if not rows:
        return report.paragraph("No earlier meeting had a verdict on an indicator.")
    header = [say("Indicator"), *(report.language.date(day) for day in days)]
    caption = say("Verdicts at each meeting, by the figures and targets known then")
    legend = say("In brackets: the period of the target.")
    if told["revised"].any():
        legend += " " + say(
            "Revised since: the figure or the target was changed after the meeting."
        )
    table = html_table(caption, header, rows)
    return Fragment(Markup("{}<p>{}</p>").format(table, legend))


def _cells(report: Report, own: pd.DataFrame, days: list[pd.Timestamp]) -> list[str]:
    """Give what each meeting said of an indicator; a dash where it said nothing."""
    by_day = own.set_index("meeting_date").to_dict("index")
    return [_cell(report, by_day[day]) if day in by_day else "–" for day in days]


def _cell(report: Report, row: Mapping[Any, Any]) -> Markup:
    pairs: list[tuple[Codes, object, object]] = [
        (codes.STATUS, row["status"], row["target_period"]),
        (codes.PROGRESS, row["progress"], row["ahead"]),
    ]
    marks = [
        report.marks.mark(
            names, code, f"{report.wording.named(names, code)} ({_time(report, goal)})"
        )
        for names, code, goal in pairs
        if isinstance(code, str) and code not in SILENT
    ]
    revised = why(report.say("revised since")) if row["revised"] else Markup()
    return Markup("<br>").join(marks) + revised


def _time(report: Report, period: object) -> str:
    return report.language.period(str(period))
