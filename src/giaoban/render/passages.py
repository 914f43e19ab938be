"""Passages of a page in another language than its own, marked so that they are read out in it."""

import re
from collections.abc import Collection

from markupsafe import escape

# Tags, and what holds no text of the page.
APART = re.compile(
    r"(<(?:head|script|style|svg|option|pre)\b.*?</(?:head|script|style|svg|option|pre)>|<[^>]*>)",
    re.S,
)


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
    marked = rf'<span lang="{lang}">\g<0></span>'
    # What is split at stands at each second place.
    parts = APART.split(html)
    parts[::2] = [said.sub(marked, part) for part in parts[::2]]
    return "".join(parts)
