"""The table that offices attach to their reports."""

import pandas as pd
from markupsafe import Markup

from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.wording import OFFICE_HEADER, OfficeWords

# The column of what is expected, left out where nothing is.
AHEAD = 7


def office_table(report: Report, office: pd.DataFrame | None = None) -> Fragment:
    """Set each indicator beside its plan, its last year and its sum so far, as offices do.

    Parameters
    ----------
    report : Report
        The report.
    office : DataFrame
        From `giaoban.analysis.office_table`; else the review's own.
    """
    report.review.hand(office=office)
    words = OfficeWords(report.wording)
    told = report.tables["figures"].dropna(subset="value")["indicator"]
    left_out = set(told) - set(report.review.latest["indicator"])
    shown = report.review.office[~report.review.office["indicator"].isin(left_out)]
    rows = [_row(report, words, row) for _, row in shown.iterrows()]
    if not rows:
        return report.paragraph("No indicator has been entered.")
    header = [report.say(title) for title in OFFICE_HEADER]
    if shown["ahead_value"].isna().all():
        for cells in (header, *rows):
            del cells[AHEAD]
    caption = report.say("Figures in the form of an office’s table")
    table = html_table(caption, header, rows, named=1)
    return Fragment(Markup('<div class="office">{}</div>').format(table))


def _row(report: Report, words: OfficeWords, row: pd.Series) -> list[str]:
    cite = report.citations.cite
    if row["heading"]:
        named = [row["number"], Markup("<strong>{}</strong>").format(words.name(row))]
        return named + [""] * (len(OFFICE_HEADER) - len(named))
    return [
        row["number"],
        words.name(row),
        words.measure(row),
        _lines(words.plan(row), cite("targets", row["target_row"])),
        _lines(words.figure(row, "same_"), cite("figures", row["same_row"])),
        _lines(words.figure(row), cite("figures", row["row"])),
        _sum(report, words.cumulative(row), row),
        _lines(words.ahead(row), cite("figures", row["ahead_row"])),
        _lines(words.of_plan(row)),
        words.of_same(row),
        "; ".join(words.remarks(row)) or "–",
    ]


def _sum(report: Report, told: list[str], row: pd.Series) -> str:
    """Write the sum so far with the figures that it adds up; a dash rests on none."""
    cited = "" if told == ["–"] else report.citations.cite_all("figures", row["sum_rows"])
    return _lines(told, cited)


def _lines(told: list[str], cited: str = "") -> str:
    """Write a figure with its footnote, and under it what has to be known of it."""
    first, *more = told
    return (
        Markup("{}{}").format(first, cited) + Markup().join(map(why, more))
        if more or cited
        else first
    )
