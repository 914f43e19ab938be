"""The words that say over, at least, at most, about."""

import re

from giaoban.extract.sentences import Around

# The longer words first: “không dưới” is no “dưới”.
_BEFORE = (
    ("<=", "không (?:để )?(?:vượt )?quá|không hơn|tối đa|nhiều nhất|cao nhất là"),
    (">=", "không dưới|không ít hơn|không thấp hơn|ít nhất|tối thiểu|thấp nhất là"),
    ("~", "trên dưới|khoảng|chừng|gần|ngót|ước tính|ước|xấp xỉ|tương đương"),
    ("<", "dưới|chưa đến|chưa tới|chưa đầy|chưa được|ít hơn|thấp hơn"),
    (">", "hơn|trên|quá|lớn hơn|cao hơn|nhiều hơn"),
)
_WORDS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<q{n}>{words})" for n, (_, words) in enumerate(_BEFORE))
    + r")(?!\w)",
    re.IGNORECASE,
)
# What may stand between such a word and its number.
_LINK = re.compile(r"\s*(?:(?:đạt|là|có|được|bằng|khoảng|tính|tới|đến)\s*)*", re.IGNORECASE)
_UP = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}?trở\s+lên(?!\w)", re.IGNORECASE)
_DOWN = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}?trở\s+(?:xuống|lại)(?!\w)", re.IGNORECASE)


def qualifiers(place: Around) -> list[str]:
    """Give each qualifier that is said of a number, in the order of the words; none is exact."""
    found: list[str] = []
    rest = place.lead
    while match := _last(rest):
        found.insert(0, next(sign for n, (sign, _) in enumerate(_BEFORE) if match[f"q{n}"]))
        rest = rest[: match.start()]
    if _UP.match(place.tail):
        found.append(">=")
    if _DOWN.match(place.tail):
        found.append("<=")
    return list(dict.fromkeys(found))


def _last(text: str) -> re.Match[str] | None:
    """Find the qualifier that a text ends in."""
    for match in reversed(list(_WORDS.finditer(text))):
        if _LINK.fullmatch(text[match.end() :]):
            return match
        return None
    return None
