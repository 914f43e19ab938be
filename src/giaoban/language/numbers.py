"""Numbers as people print them, under Vietnamese and English rules."""

import re
from collections.abc import Collection
from decimal import Decimal
from math import nan

from giaoban.language.decimals import decimal

# Those that keep a number on one line, and in one piece.
_SPACES = " \u00a0\u2007\u2009\u202f"
_SPACED = rf"(?P<space>[{_SPACES}])[0-9]{{{{3}}}}(?:(?P=space)[0-9]{{{{3}}}})*"
_GROUPED = rf"[1-9][0-9]{{{{0,2}}}}(?:(?:{{group}}[0-9]{{{{3}}}})+|{_SPACED})"
_NUMBER = rf"[+-]?(?:[0-9]+|{_GROUPED})(?:{{point}}[0-9]{{{{1,12}}}})?"
_RULES = {
    "vi": re.compile(_NUMBER.format(group=r"\.", point=",")),
    "en": re.compile(_NUMBER.format(group=",", point=r"\.")),
}
# papermill makes a number of what looks like one, as the name of a programme may: 2023.
Parameter = str | int | float
# Above it, a float no longer tells every whole number from its neighbours.
LARGEST = 2.0**53
_SPACE = re.compile(f"[{_SPACES}]")
_RANGE = re.compile(
    r"(?:(?:từ|from)\s+)?(?P<low>[+-]?[0-9].*?)(?:\s*[-–—]\s*|\s+(?:đến|tới|to)\s+)(?P<high>[+-]?[0-9].*)",
    re.IGNORECASE,
)


def readings(text: str) -> dict[Decimal, int]:
    """Read a printed number under Vietnamese and under English rules.

    Parameters
    ----------
    text : str
        Such as ``93,75%``, ``1.234,5``, ``1 234`` or ``97.8``. Spaces stand between groups of three
        digits, all of one kind, and before a percent sign; elsewhere, as line breaks do, they part
        numbers.

    Returns
    -------
    dict of Decimal to int
        Each value that the text can stand for, with the decimals it prints. Empty where the
        text is no number; two values where it is ambiguous (``1.234``).
    """
    bare = _bare(text)
    found: dict[Decimal, int] = {}
    for language, rule in _RULES.items():
        if rule.fullmatch(bare):
            group, point = (".", ",") if language == "vi" else (",", ".")
            value = Decimal(_SPACE.sub("", bare).replace(group, "").replace(point, "."))
            found[value] = -int(value.as_tuple().exponent)
    return found


def ends_printed(text: str) -> tuple[str, str] | None:
    """Part a printed range into its ends, as 61-62 or từ 61% đến 62%; None where it is no range."""
    found = _RANGE.fullmatch(text.strip().replace("\u2212", "-"))
    ends = (found["low"], found["high"]) if found else ()
    return (ends[0], ends[1]) if ends and all(map(readings, ends)) else None


def rules_of(text: str) -> set[str]:
    """Say by whose rules a printed number reads: ``vi`` alone of 93,75; both of 12 and 1.234."""
    return {language for language, rule in _RULES.items() if rule.fullmatch(_bare(text))}


def _bare(text: str) -> str:
    return text.strip().removesuffix("%").rstrip(_SPACES).replace("\u2212", "-")


def typed(parameter: Parameter) -> str:
    """Give a parameter of a notebook as it was typed, though a number was made of it."""
    return plain(parameter) if isinstance(parameter, float) else str(parameter)


def of_names(typed: str, names: Collection[str]) -> str:
    """Give the only name that is the same number: of ``00001`` papermill makes 1."""
    same = [name for name in names if _number(name) == _number(typed)]
    return same[0] if len(same) == 1 and typed not in names else typed


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return nan  # Which is no number, nor the same as another such.


def plain(value: float) -> str:
    """Write a number with all its digits and no others: 170, 92.5."""
    return f"{decimal(value).normalize():f}"


def decimals_printed(text: str, value: float) -> int | None:
    """Count the decimals with which a value was printed; None where it was printed otherwise.

    The sign may be left to the words around it: “down 1.8%”. Of a range it may be either end.
    """
    read = {
        n: places for end in ends_printed(text) or (text,) for n, places in readings(end).items()
    }
    return read.get(decimal(value), read.get(decimal(-value)))


def decimals_shown(text: object, value: float) -> int:
    """Count the decimals that a value was printed with; those it needs where no print is kept."""
    printed = decimals_printed(text, value) if isinstance(text, str) else None
    needed = -int(decimal(value).normalize().as_tuple().exponent)
    return max(0, needed) if printed is None else printed
