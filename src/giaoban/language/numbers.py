"""Numbers as people print them, under Vietnamese and English rules."""

import re
from decimal import Decimal

import pandas as pd

from giaoban.catalogues import N_

_NUMBER = r"[+-]?(?:[0-9]+|[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+)(?:{point}[0-9]{{1,12}})?"
_RULES = {
    "vi": re.compile(_NUMBER.format(group=r"\.", point=",")),
    "en": re.compile(_NUMBER.format(group=",", point=r"\.")),
}
# Above it, a float no longer tells every whole number from its neighbours.
LARGEST = 2.0**53
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def readings(text: str) -> dict[Decimal, int]:
    """Read a printed number under Vietnamese and under English rules.

    Parameters
    ----------
    text : str
        Such as ``93,75%``, ``1.234,5`` or ``97.8``; a percent sign and spaces are passed over.

    Returns
    -------
    dict of Decimal to int
        Each value that the text can stand for, with the decimals it prints. Empty where the
        text is no number; two values where it is ambiguous (``1.234``).
    """
    bare = _SPACES.sub("", text).removesuffix("%").replace("\u2212", "-")
    found: dict[Decimal, int] = {}
    for language, rule in _RULES.items():
        if rule.fullmatch(bare):
            group, point = (".", ",") if language == "vi" else (",", ".")
            value = Decimal(bare.replace(group, "").replace(point, "."))
            found[value] = -int(value.as_tuple().exponent)
    return found


def reading(text: str, language: str, whole: bool = False) -> Decimal | None:
    """Read a number as somebody types it in a language.

    Parameters
    ----------
    text : str
        As for `readings`.
    language : str
        A language code: its rules come first, the other ones where only they fit.
    whole : bool
        Whether only a whole number is meant; a reading that is whole then comes first.

    Returns
    -------
    Decimal or None
        None where the text is no number.
    """
    read = list(readings(text))
    if language != "vi":
        read.reverse()
    return next((value for value in read if whole and value == int(value)), next(iter(read), None))


def plain(value: float) -> str:
    """Write a number with all its digits and no others: 170, 92.5."""
    return f"{decimal(value).normalize():f}"


def parse_numbers(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Read a column of numbers that must each have one meaning.

    Returns
    -------
    values : Series of float64
        The numbers; missing where the text is missing, ambiguous or no number.
    problems : Series of str
        ``ambiguous number``, ``not a number`` or ``number too large``; empty where nothing is
        wrong.
    """
    codes, uniques = pd.factorize(text)
    read = [readings(u) for u in uniques]
    values = [float(next(iter(r))) if len(r) == 1 else float("nan") for r in read]
    problems = [(N_("not a number"), "", N_("ambiguous number"))[len(r)] for r in read]
    too_large = [abs(v) >= LARGEST for v in values]
    large = N_("number too large")
    problems = [large if t else p for p, t in zip(problems, too_large, strict=True)]
    values = [float("nan") if t else v for v, t in zip(values, too_large, strict=True)]
    return (
        pd.Series([*values, float("nan")], dtype="float64").take(codes).set_axis(text.index),
        pd.Series([*problems, ""], dtype="str").take(codes).set_axis(text.index),
    )


def decimals_printed(text: str, value: float) -> int | None:
    """Count the decimals with which a value was printed; None where it was printed otherwise.

    The sign may be left to the words around it: “down 1.8%”.
    """
    read = readings(text)
    return read.get(decimal(value), read.get(decimal(-value)))


def decimals_shown(text: object, value: float) -> int:
    """Count the decimals that a value was printed with; those it needs where no print is kept."""
    printed = decimals_printed(text, value) if isinstance(text, str) else None
    needed = -int(decimal(value).normalize().as_tuple().exponent)
    return max(0, needed) if printed is None else printed


def decimal(value: float) -> Decimal:
    """Give the decimal number that a float was read from: 0.1 itself, not its binary neighbour."""
    return Decimal(repr(float(value)))
