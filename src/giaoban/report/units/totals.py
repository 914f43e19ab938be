"""Whether the units below one add up to what was published of it."""

import pandas as pd

from giaoban.catalogues import N_
from giaoban.language import (
    FINEST,
    decimals_off_whole,
    decimals_shown,
    decimals_written,
    difference,
    half_up,
    shortest_decimals,
)
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.report.units.below import NO_UNITS
from giaoban.report.units.many import too_many
from giaoban.wording import codes, named_verdict, telling_decimals


def adding_up(report: Report, totals: pd.DataFrame | None = None) -> Fragment:
    """Hold this unit's figures against the sum of the units below it.

    Parameters
    ----------
    report : Report
        The report.
    totals : DataFrame
        From `giaoban.analysis.check_totals`; else the review's own.
    """
    report.review.hand(totals=totals)
    say, words, found = report.say, report.wording, report.review.totals
    if found.empty:
        nothing = N_("There is nothing to add up.")
        return report.paragraph(NO_UNITS if report.review.ranking.empty else nothing)
    if too_many(report):
        found = found[_last_of_each(report, found) | found["verdict"].eq("disagrees")]
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            report.language.period(row["period"]),
            words.figure(report.review.compared.loc[row["row"]])
            + report.citations.cite("figures", row["row"]),
            _together(report, row),
            _difference(report, row),
            say("{part} of {whole}", part=row["reporting"], whole=row["expected"]),
            _verdict(report, row),
        ]
        for _, row in found.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Published"), say("Units together")]
    header += [say("Difference"), say("Reporting"), say("Verdict")]
    return Fragment(html_table(say("Do the units add up to what was published?"), header, rows))


def _last_of_each(report: Report, totals: pd.DataFrame) -> pd.Series:
    """Say which rows are of the last period of their indicator."""
    ends = totals["row"].map(report.review.compared["end"])
    return ends.eq(ends.groupby(totals["indicator"]).transform("max"))


def _places(report: Report, row: pd.Series) -> int:
    """Count the decimals of a sum that show how the published figure stands to it."""
    printed = report.review.compared.at[row["row"], "as_published"]
    decimals = decimals_shown(printed, row["published"])
    places = telling_decimals(row["published"], decimals, row["total"])
    places = max(places, decimals_written(row["difference"]))
    share = report.wording.measure(row["indicator"]).kind == "percent"
    return decimals_off_whole(row["total"], places) if share else places


def _together(report: Report, row: pd.Series) -> str:
    if pd.isna(row["total"]):
        return "–"
    if row["qualifier"] != "=":
        return report.wording.figure(row.rename({"total": "value"}))
    return report.wording.computed(row["total"], row["indicator"], _places(report, row))


def _difference(report: Report, row: pd.Series) -> str:
    """Write by how much what is printed of the sum differs, so that the row adds up."""
    if pd.isna(row["difference"]):
        return "–"
    printed = half_up(row["total"], _places(report, row))
    more, measure = difference(printed, row["published"]), report.wording.measure(row["indicator"])
    return report.language.difference(more, measure, shortest_decimals(more, FINEST))


def _verdict(report: Report, row: pd.Series) -> str:
    words = report.wording
    missing = words.named(codes.MISSING_TOTAL, row["detail"]) if row["detail"] else ""
    return named_verdict(words, row["verdict"], row["rounded_to"], missing)
