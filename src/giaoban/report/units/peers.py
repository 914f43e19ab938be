"""How this unit stands among those of its level."""

import pandas as pd
from markupsafe import Markup

from giaoban.report.html import Fragment
from giaoban.report.page import Report
from giaoban.wording import beside_peers


def peers(report: Report, found: pd.DataFrame | None = None) -> Fragment:
    """Say of each indicator how far from the middle this unit is, and whether that is chance.

    Parameters
    ----------
    report : Report
        The report.
    found : DataFrame
        From `giaoban.analysis.peers`; else the review's own.
    """
    report.review.hand(peers=found)
    rows = [row for _, row in report.review.peers.iterrows()]
    if not rows:
        return report.paragraph("Too few units of the same level have figures here.")
    lines = [(beside_peers(report.wording, row), row["row"]) for row in rows]
    items = [
        Markup("<li>{}{}</li>").format(text, report.citations.cite("figures", number))
        for text, number in lines
    ]
    return Fragment(Markup('<ul class="told">{}</ul>').format(Markup().join(items)))
