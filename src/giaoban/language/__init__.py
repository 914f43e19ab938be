"""In: numbers, periods and days.

Out: these read, and written in a language.
"""

from giaoban.language.formatting import Language, language, shortest_decimals
from giaoban.language.numbers import (
    LARGEST,
    decimal,
    decimals_shown,
    parse_numbers,
    plain,
    reading,
    readings,
)
from giaoban.language.periods import Period, iso_day, parse_period

__all__ = [
    "LARGEST",
    "Language",
    "Period",
    "decimal",
    "decimals_shown",
    "iso_day",
    "language",
    "parse_numbers",
    "parse_period",
    "plain",
    "reading",
    "readings",
    "shortest_decimals",
]
