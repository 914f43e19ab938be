"""The way towards the targets that are not due yet."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.report.html import html_table
from giaoban.report.page import Report
from giaoban.wording import (
    codes,
    had_a_year,
    in_numbers,
    is_of_running_year,
    needed_a_year,
    unlikely,
)


def progress(report: Report) -> Iterator[Markup]:
    """Say how far each indicator has come towards what is not due yet, and whether it arrives."""
    say, words = report.say, report.wording
    verdicts, paces = report.review.verdicts.set_index("target_row"), report.review.paces
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            words.target(verdicts.loc[row["target_row"]])
            + report.citations.cite("targets", row["target_row"]),
            str(row["target_year"]),
            words.percent(row["share_of_way"]) if pd.notna(row["share_of_way"]) else "–",
            *_a_year(report, row, verdicts.loc[row["target_row"]]),
            in_numbers(words, row["target_row"]),
            report.marks.mark(codes.PROGRESS, row["verdict"]),
        ]
        for _, row in paces[paces["target_row"].isin(verdicts.index)].iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Target"), say("By"), say("Way so far")]
        header += [
            say("Had a year"),
            say("Needed a year"),
            say("In whole numbers"),
            say("Progress"),
        ]
        yield html_table(say("Progress towards targets that are not due yet"), header, rows)
        way = N_("Way so far: of a sum its share of the target, else from the first figure to it.")
        yield Markup("<p>{}</p>").format(say(way))
    if told := unlikely(words):
        yield Markup("<p>{}</p>").format(told)


def _a_year(report: Report, row: pd.Series, verdict: pd.Series) -> tuple[str, str]:
    """Write what a year has brought, and what it has to."""
    words, running = report.wording, is_of_running_year(row, verdict)
    had = "–" if running or pd.isna(row["had"]) else had_a_year(words, row)
    if running or row["reached"] or pd.isna(row["needed"]):
        return had, "–"
    return had, needed_a_year(words, row, verdict)
