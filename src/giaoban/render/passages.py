"""Passages of a page in another language than its own, marked so that they are read out in it."""

import re
from collections.abc import Collection

from markupsafe import escape

# Tags, and what holds no text of the page.
APART = re.compile(
    r"(<(?:head|script|style|svg|option|pre)\b.*?</(?:head|script|style|svg|option|pre)>|<[^>]*>)",
    re.S,
)
# What a drawing says: what is read out of it may hold HTML, what is drawn a piece of its own.
SAID_IN_SVG = re.compile(r"(<(title|desc|text)\b[^>]*>)([^<]+)")
PIECE = {"title": "span", "desc": "span", "text": "tspan"}


def marked_as(html: str, texts: Collection[str], lang: str) -> str:
    """Mark each of some texts with its language, wherever a page says it.

    Parameters
    ----------
    html : str
        The page.
    texts : collection of str
        Texts as they are, not escaped; of two that begin alike the longer one is taken.
    lang : str
        Their language, such as ``vi``.
    """
    if not texts:
        return html
    longest = sorted({str(escape(text)) for text in texts}, key=len, reverse=True)
    said = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")

    def mark(text: str, element: str = "span") -> str:
        return said.sub(rf'<{element} lang="{lang}">\g<0></{element}>', text)

    def mark_said(found: re.Match[str]) -> str:
        return found[1] + mark(found[3], PIECE[found[2]])

    # What is split at stands at each second place.
    parts = APART.split(html)
    parts[::2] = map(mark, parts[::2])
    parts[1::2] = [
        SAID_IN_SVG.sub(mark_said, part) if part.startswith("<svg") else part
        for part in parts[1::2]
    ]
    return "".join(parts)
