"""The sign that begins a line of a list or an outline: I., A., 1.2., 1/, a), a dash."""

import re

from giaoban.extract.vietnamese.mentions import CAPITALS

# As far as an outline counts: XXXIX.
ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
DASH = r"[-–—+•*▪●]"
_DOTTED = rf"(?:{ROMAN}\.)?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*"
_APART = rf"(?=\s|[{CAPITALS}](?!\.))"
# A letter before a slash stands alone: “Đ/c”, “k/h” are words.
NUMBER = rf"\(?(?:{_DOTTED}[.)/]|[a-zđ](?:[.)]|/(?=\s))|[A-ZĐ](?:[.)/]|\s[-–])(?=\s))"
_RANKED = rf"{ROMAN}(?:[.)/]|\s?[-–]){_APART}"
_SIGN = rf"\s*(?:{_RANKED}|{DASH}|{NUMBER})(?:\s+|(?=[^\W\d_]))"
_MARK, _MARKED = re.compile(rf"(?:{_SIGN})?\s*"), re.compile(_SIGN)
_IS_RANKED, _IS_BULLET = re.compile(rf"\s*{_RANKED}"), re.compile(rf"\s*{DASH}")
# What a list within another begins with; Roman numbers and capital letters stand within none.
_FIRST = re.compile(r"\(?(?:(?:[0-9]+\.)*1|a)[.)/]")
# A list that begins on the line that announces it.
_INNER = re.compile(rf":\s*(?=(?P<sign>{NUMBER})\s+[^\W\d_])")


def sign_of(text: str) -> str:
    """Give the sign that a line begins with; nothing of one that has none."""
    found = _MARKED.match(text)
    return found[0].strip() if found else ""


def behind_sign(text: str) -> int:
    """Say where a line begins behind its sign."""
    found = _MARK.match(text)
    return found.end() if found else 0


def is_ranked(text: str) -> bool:
    """Say whether a line has a number of the first rank: II."""
    return bool(_IS_RANKED.match(text))


def bullet_of(text: str) -> str:
    """Give the dash or dot that a line begins with."""
    found = _IS_BULLET.match(text)
    return found[0].strip() if found else ""


def inner_sign(text: str) -> re.Match[str] | None:
    """Find the first sign of a list that begins on the line that announces it: “Giao X: a) …”."""
    return _INNER.search(text)


def sort_of_sign(sign: str) -> str:
    """Say of which sort the sign of a list is, so that those of one list are alike."""
    bare = sign.strip()
    bare = re.sub(r"[0-9]+", "0", bare)
    if re.match(rf"{ROMAN}\W", bare):
        return re.sub(r"[IVX]+", "I", bare)
    return re.sub(rf"[{CAPITALS}]", "A", re.sub(r"[a-zđ]", "a", bare))


def is_outside(sign: str, own: str, sorts: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Say whether a line with a sign is outside a list: no line of it, and none of a list in it.

    Parameters
    ----------
    sign : str
        Of the line.
    own : str
        The sort of the sign of the line that announces the list.
    sorts, outer : tuple of str
        The sorts of the signs in the list, the latest last, and in the one that it stands in.
    """
    sort, first = sort_of_sign(sign), _FIRST.fullmatch(sign)
    if not sorts:
        return sort == own and not first
    if sort in sorts:
        return False
    numbered = bool(re.search(r"\w", sign))
    # Behind a dash, too, a letter is of a list within that; a 1 may be of what comes next.
    deeper = first and ("a" in sign or re.search(r"\w", sorts[-1]))
    return sort == own or sort in outer or (numbered and not deeper)
