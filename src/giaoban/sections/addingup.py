"""Whether the units below add up to this one."""

from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.report import Fragment, Report
from giaoban.tables import html_table


def adding_up(report: Report) -> Fragment:
    """Hold this unit's figures against the sum of the units below it."""
    say, words, totals = report.say, report.wording, report.review.totals
    if totals.empty:
        return report.paragraph("There is nothing to add up.")
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            report.language.period(row["period"]),
            escape(words.computed(row["published"], row["indicator"]))
            + report.cite("figures", row["row"]),
            "–"
            if pd.isna(row["total"])
            else escape(words.computed(row["total"], row["indicator"])),
            _difference(report, row),
            say("{part} of {whole}", part=row["reporting"], whole=row["expected"]),
            _verdict(report, row),
        ]
        for _, row in totals.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Published"), say("Units together")]
    header += [say("Difference"), say("Reporting"), say("Verdict")]
    return Fragment(html_table(say("Do the units add up to what was published?"), header, rows))


def _difference(report: Report, row: pd.Series) -> str:
    if pd.isna(row["difference"]):
        return "–"
    measure = report.wording.measure(row["indicator"])
    return escape(report.language.difference(row["difference"], measure))


def _verdict(report: Report, row: pd.Series) -> str:
    words = report.wording
    missing = words.named(vocabulary.MISSING_TOTAL, row["detail"]) if row["detail"] else ""
    return escape(words.verdict(row["verdict"], row["rounded_to"], missing))
