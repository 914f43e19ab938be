"""Numbers, dates and words in the language of a report."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from babel.numbers import format_decimal

from giaoban.catalogues import N_ as N_
from giaoban.catalogues import languages as languages
from giaoban.catalogues import translation
from giaoban.errors import GiaobanError, one_of
from giaoban.language.numbers import decimal, decimals_shown


@dataclass(frozen=True)
class Language:
    """One language: ``vi``, ``en``, or any other with a catalogue in ``locale``."""

    code: str
    translate: Callable[[str], str]

    def say(self, text: str, /, **parts: object) -> str:
        """Translate a sentence, then fill in its parts."""
        return self.translate(text).format(**parts)

    def number(self, value: float, decimals: int) -> str:
        """Write a number with just so many decimals, rounded half up."""
        rounded = decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return str(format_decimal(rounded, pattern, locale=self.code)).replace("-", "−")

    def date(self, day: date) -> str:
        """Write a day as 14/03/2023, in both languages."""
        return f"{day:%d/%m/%Y}"

    def period(self, period: str) -> str:
        """Write a period: 2021, 2020–2022, 01/2023–06/2023."""
        return "–".join("/".join(reversed(part.split("-"))) for part in period.split("/"))

    def figure(
        self, value: float, measure: str, printed: object = None, qualifier: str = "="
    ) -> str:
        """Write a figure with the decimals it was printed with, its sign and its qualifier.

        A value that is missing is *not published*.
        """
        if value != value:
            return self.say("not published")
        text = self.number(value, decimals_shown(printed, value))
        return self.say(_QUALIFIED[qualifier], number=text + "%" * (measure == "percent"))

    def difference(self, value: float, measure: str, decimals: int | None = None) -> str:
        """Write a difference with its sign, in percentage points for shares."""
        text = self.number(abs(value), shortest_decimals(value) if decimals is None else decimals)
        sign = "−" if value < 0 else "+" if value > 0 else ""
        if measure == "percent":
            return self.say("{number} percentage points", number=sign + text)
        return sign + text

    def difference_range(
        self, low: float, high: float, measure: str, decimals: int | None = None
    ) -> str:
        """Write the two ends of a difference, or the one that it has."""
        ends = [self.difference(v, "", decimals) if isfinite(v) else "" for v in (low, high)]
        number = self.between(*ends)
        if measure == "percent" and any(ends):
            return self.say("{number} percentage points", number=number)
        return number

    def between(self, low: str, high: str) -> str:
        """Write the two ends of a range, or the one that it has: the other is empty."""
        template = N_("{low} to {high}") if low and high else N_("at least {low}")
        if not low:
            template = N_("at most {high}") if high else N_("not stated exactly")
        return self.say(template, low=low, high=high)


_QUALIFIED = {
    "=": "{number}",
    ">=": N_("at least {number}"),
    ">": N_("over {number}"),
    "<=": N_("at most {number}"),
    "<": N_("under {number}"),
    "~": N_("about {number}"),
}


def shortest_decimals(value: float, most: int = 2) -> int:
    """Count the decimals that a value needs, up to so many."""
    return len(f"{abs(value):.{most}f}".rstrip("0").partition(".")[2])


def language(code: str) -> Language:
    """Give a language by its code.

    Raises
    ------
    GiaobanError
        Where there is no catalogue for it.
    """
    known = languages()
    if code not in known:
        template = N_("no such language (found {found}), {expected}")
        raise GiaobanError(template, found=code, expected=one_of(known))
    return Language(code, translation(code))
