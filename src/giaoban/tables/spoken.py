"""What is told in one language at least: names and texts, which have a column for each."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import pandas as pd

from giaoban.tables.schema import columns

VIETNAMESE, ENGLISH = KEPT_IN = ("vi", "en")
SPOKEN = ("title", "text")
# What no word of English has, nor one that it took from French: đ, ă, and horns, hooks, dots below.
_LETTERS = re.compile("[đĐ]|[aA]\u0306|[\u0309\u031b\u0323]")


def kept_in(code: str) -> str:
    """Name the language whose column a report in a language reads: all but Vietnamese, English."""
    return VIETNAMESE if code == VIETNAMESE else ENGLISH


def own_first(code: str) -> tuple[str, ...]:
    """Name the languages of columns, the one that a report in a language reads before the other."""
    own = kept_in(code)
    return own, *(other for other in KEPT_IN if other != own)


def language_of(text: str) -> str:
    """Name the language of a text: Vietnamese, where a letter shows it; else it is not known."""
    return VIETNAMESE if _LETTERS.search(unicodedata.normalize("NFD", text)) else ""


def spoken(table: str) -> list[tuple[str, str]]:
    """Name the columns of a table of which one at least is filled in, language by language."""
    there = columns(table)
    return [(f"{n}_{VIETNAMESE}", f"{n}_{ENGLISH}") for n in SPOKEN if f"{n}_{VIETNAMESE}" in there]


def local(row: "Mapping[Any, Any] | pd.Series[Any]", name: str, code: str) -> str:
    """Give a name, a text or a unit in the language of a report, else in the other one."""
    cells = (row.get(f"{name}_{each}") for each in own_first(code))
    return next((cell for cell in cells if isinstance(cell, str) and cell), "")


def locals_of(rows: pd.DataFrame, name: str, code: str) -> pd.Series:
    """Give the names, or texts, of all rows as `local` does; of none the cell stays empty."""
    there = rows.reindex(columns=[f"{name}_{each}" for each in own_first(code)])
    return there.iloc[:, 0].fillna(there.iloc[:, 1])
