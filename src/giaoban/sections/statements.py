"""The published statements against the figures."""

from collections.abc import Callable
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.claimwords import as_recomputed, as_stated, judged
from giaoban.report import Fragment, Report
from giaoban.tables import html_table


def published_statements(report: Report) -> Fragment:
    """Hold the published statements against the figures."""
    say, words, claims = report.say, report.wording, report.review.claims
    if claims.empty:
        return report.paragraph("No statement to check was published.")
    rows = [
        [
            escape(words.title_of("indicator", claim["indicator"])),
            report.language.period(claim["period"]),
            escape(as_stated(words, claim)) + report.cite("claims", row),
            escape(as_recomputed(words, claim)) + report.cite_all("figures", claim["rows"]),
            _verdict(report, claim),
        ]
        for row, claim in claims.iterrows()
    ]
    header = [
        say("Indicator"),
        say("Period"),
        say("As stated"),
        say("From the figures"),
        say("Verdict"),
    ]
    caption = say("Published statements, checked")
    return Fragment(html_table(caption, header, rows))


def _verdict(report: Report, claim: pd.Series) -> str:
    """Give the verdict with its shape, and under it what is missing."""
    said = report.wording.verdict(claim["verdict"], claim["rounded_to"])
    mark = report.mark(vocabulary.VERDICT, claim["verdict"], said)
    if claim["verdict"] != "cannot_check":
        return mark
    return mark + report.why(report.wording.named(vocabulary.MISSING, claim["detail"]))


def claim_sentence(report: Report, claim: pd.Series, cite: Callable[..., str]) -> str:
    """Say a claim and its verdict in one sentence."""
    words = report.wording
    text = report.say(
        "{indicator}: stated {stated}; {verdict}.",
        indicator=words.title_of("indicator", claim["indicator"]),
        stated=as_stated(words, claim),
        verdict=judged(words, claim),
    )
    return text + cite("claims", claim.name)
