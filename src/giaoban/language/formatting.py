"""Numbers, dates and words in the language of a report."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import copysign, isfinite, nan

from babel.dates import format_date
from babel.numbers import format_decimal

from giaoban.catalogues import N_ as N_
from giaoban.catalogues import languages as languages
from giaoban.catalogues import translation
from giaoban.errors import GiaobanError, one_of
from giaoban.language.decimals import (
    decimal,
    decimals_off_whole,
    decimals_written,
    half_up,
    outwards,
    short_of_whole,
)
from giaoban.language.measure import BARE, Measure
from giaoban.language.numbers import decimals_shown
from giaoban.language.periods import YEAR, Period, parse_period

# August and September: a year of twelve months that begins then is one of a school.
SCHOOL_BEGINS = (8, 9)
WHOLE = 100
QUARTER, DECEMBER = 3, 12


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
        rounded = decimal(half_up(value, decimals))
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return str(format_decimal(rounded, pattern, locale=self.code)).replace("-", "−")

    def percent(self, value: float, decimals: int) -> str:
        """Write a percentage that was computed; what is not 0 or 100% is not rounded to it."""
        places = decimals_off_whole(value, decimals)
        return self.number(short_of_whole(value, places), places) + "%"

    def relative(self, percent: float) -> str:
        """Write a change in percent of what was before; one that is not 0 or −100% never as it."""
        size = abs(percent)
        places = decimals_off_whole(size, 1)
        return self.difference(copysign(short_of_whole(size, places), percent), BARE, places)

    def formal_date(self, day: date) -> str:
        """Write a day as formal papers do: 14 March 2023, ngày 14 tháng 3 năm 2023.

        In Vietnamese a zero stands before days below 10 and months below 3 alone (Nghị định
        30/2020/NĐ-CP, phụ lục I).
        """
        if self.code == "vi":
            month = f"{day.month:02}" if day.month < 3 else day.month
            return f"ngày {day:%d} tháng {month} năm {day:%Y}"
        return str(format_date(day, "d MMMM y", locale=self.code))

    def date(self, day: date) -> str:
        """Write a day as 14/03/2023, in both languages."""
        return f"{day:%d/%m/%Y}"

    def period(self, period: str) -> str:
        """Write a period: 2021, 2018–19, a school year, a quarter, the first 6 months of 2023."""
        span = parse_period(period)
        if span.months and 1 < span.months < YEAR and span.start.year == span.end.year:
            return self._part_of_year(span)
        if span.years == 1 and span.start.month in SCHOOL_BEGINS:
            years = f"{span.start.year}–{span.end.year}"
            return self.say("school year {years}", years=years)
        if span.years == 1 and span.start.month != 1:
            return self.say(N_("{first}–{last}"), first=span.start.year, last=self._ending(span))
        return "–".join("/".join(reversed(part.split("-"))) for part in period.split("/"))

    def year_ending(self, year: int, like: str) -> str:
        """Name the year that ends in a calendar year, of a school where a period like it is one."""
        return self.year(str(parse_period(like).ending_in(int(year))))

    def year(self, period: str) -> str:
        """Write a period within a sentence: Vietnamese puts the word for year before a year."""
        span, name = parse_period(period), self.period(period)
        # The name of one that begins in another month has that word already.
        bare = span.years == 1 and span.start.month == 1
        return self.say(N_("{year}"), year=name) if bare else name

    def _ending(self, span: Period) -> str:
        """Write in which year a year ends: in two digits, but in Vietnamese and after a century."""
        year = span.end.year
        return f"{year}" if self.code == "vi" or year % 100 == 0 else f"{year % 100:02}"

    def _part_of_year(self, span: Period) -> str:
        """Write several months of one year; of those that offices have no name for, the ends."""
        told = {"year": span.start.year, "months": span.months}
        if span.months == QUARTER and span.start.month % QUARTER == 1:
            number = span.end.month // QUARTER
            # Vietnamese offices number quarters as the Romans did.
            quarter = ("I", "II", "III", "IV")[number - 1] if self.code == "vi" else number
            return self.say("Q{quarter} {year}", quarter=quarter, **told)
        if span.start.month == 1:
            return self.say("first {months} months of {year}", **told)
        if span.end.month == DECEMBER:
            return self.say("last {months} months of {year}", **told)
        return "–".join(f"{day:%m/%Y}" for day in (span.start, span.end))

    def periods(self, first: str, last: str) -> str:
        """Write from which period to which: 2021–2024, school years 2020–2021 to 2023–2024."""
        if first == last:
            return self.period(first)
        ends = [parse_period(period) for period in (first, last)]
        if all(e.years == 1 and e.start.month in SCHOOL_BEGINS for e in ends):
            years = [f"{e.start.year}–{e.end.year}" for e in ends]
            return self.say("school years {first} to {last}", first=years[0], last=years[1])
        names = self.period(first), self.period(last)
        simple = not {" ", "–"} & {*"".join(names)}
        return "–".join(names) if simple else self.between(*names)

    def figure(
        self,
        value: float,
        measure: Measure,
        printed: object = None,
        qualifier: str = "=",
        upper: float = nan,
    ) -> str:
        """Write a figure with the decimals it was printed with, its unit and its qualifier.

        Of one that is a range, both its ends; of a value that is missing the source does not say
        it.
        """
        if value != value:
            return self.say("the source does not say")
        text = self.number(value, decimals_shown(printed, value))
        if upper == upper:
            return measure.of(
                self.between(text, self.number(upper, decimals_shown(printed, upper)))
            )
        if measure.kind == "percent" and qualifier == ">=" and value == WHOLE:
            qualifier = "="  # No share is more.
        return self.say(_QUALIFIED[qualifier], number=measure.of(text))

    def difference(self, value: float, measure: Measure, decimals: int | None = None) -> str:
        """Write a difference with its sign, in percentage points for shares, else in its unit.

        Where no decimals are asked for, that of printed numbers is written in full.
        """
        places = decimals_written(value) if decimals is None else decimals
        text = self.number(abs(value), places)
        rounded = half_up(value, places)
        sign = "−" if rounded < 0 else "+" if rounded > 0 else ""
        if measure.in_points:
            template = N_("{number} percentage points")
            if text == "1":
                template = N_("{number} percentage point")
            return self.say(template, number=sign + text)
        return measure.of(sign + text)

    def difference_range(
        self, low: float, high: float, measure: Measure, decimals: int | None = None
    ) -> str:
        """Write the two ends of a difference, or the one that it has; rounded, it takes in all."""
        ends = [
            self.difference(end, BARE, max(decimals or 0, decimals_written(end)))
            if isfinite(end)
            else ""
            for end in outwards(low, high, decimals)
        ]
        number = self.between(*ends)
        if not any(ends):
            return number
        if measure.in_points:
            return self.say("{number} percentage points", number=number)
        return measure.of(number)

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
