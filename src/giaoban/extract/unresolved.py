"""Periods that prose speaks of without saying which: “9 tháng”, “năm nay”."""

import re
from collections.abc import Sequence

from giaoban.extract.mentions import Mention, Time
from giaoban.extract.timewords import NUMBER

_VAGUE = re.compile(
    rf"(?<!\w)(?:{NUMBER}\s+(?:tháng|quý)"
    r"|(?:năm|tháng|quý|nhiệm kỳ)\s+(?:nay|này|trước|ngoái|tới|sau))(?!\w)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?:so\s+với[^,;.()]{0,60}|cùng kỳ|bằng|như|hơn)\s*$", re.IGNORECASE)


def unresolved(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[int]:
    """Give where such periods end in a part of a text; none that a number is compared with."""
    known = [m for m in mentions if isinstance(m, Time) and (m.period or m.months or m.years)]
    return [
        match.end()
        for match in _VAGUE.finditer(text, start, end)
        if not any(time.start < match.end() and match.start() < time.end for time in known)
        and not _COMPARED.search(text[start : match.start()])
    ]
