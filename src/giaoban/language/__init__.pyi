from .formatting import BARE, Language, Measure, half_up, language, shortest_decimals
from .formulas import defused
from .identifiers import identifier
from .letters import (
    AROUND,
    hidden_sign,
    is_broken,
    is_of_an_old_font,
    trimmed,
    without_accents,
    without_hidden,
)
from .numbers import (
    LARGEST,
    Parameter,
    decimal,
    decimals_shown,
    ends_printed,
    of_names,
    plain,
    readings,
    rules_of,
    typed,
)
from .periods import Period, iso_day, parse_period, without_midnight

__all__ = [
    "AROUND",
    "BARE",
    "LARGEST",
    "Language",
    "Measure",
    "Parameter",
    "Period",
    "decimal",
    "decimals_shown",
    "defused",
    "ends_printed",
    "half_up",
    "hidden_sign",
    "identifier",
    "is_broken",
    "is_of_an_old_font",
    "iso_day",
    "language",
    "of_names",
    "parse_period",
    "plain",
    "readings",
    "rules_of",
    "shortest_decimals",
    "trimmed",
    "typed",
    "without_accents",
    "without_hidden",
    "without_midnight",
]
