"""The processed tables in words: numbers, days and codes as a reader would say them."""

from collections.abc import Callable

import pandas as pd

from giaoban.language import Language, parse_period, shortest_decimals
from giaoban.tables import code_titles, column_title, table_schema

FINEST = 12


def spelled(name: str, table: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Spell out the cells of a processed table.

    Parameters
    ----------
    name : str
        The table, or ``programme``.
    table : DataFrame
        Its typed cells.
    language : Language
        The language to say them in.

    Returns
    -------
    DataFrame
        Texts, in columns that are called by their titles; a period as its first and last day. A
        cell that holds nothing, or could not be read, is empty.
    """
    out: dict[str, list[str]] = {}
    for field in [f for f in table_schema(name)["fields"] if f["name"] in table]:
        column, cells = field["name"], table[field["name"]]
        if column == "period":
            out[language.say("First day")] = _said(cells, lambda p: _end(p, "start", language))
            out[language.say("Last day")] = _said(cells, lambda p: _end(p, "end", language))
        else:
            say = _teller(field["type"], code_titles(field, language.code), language)
            out[column_title(name, column, language.code)] = _said(cells, say)
    return pd.DataFrame(out, index=table.index, dtype="str")


def _said(cells: pd.Series, say: Callable[..., str]) -> list[str]:
    return [say(cell) if pd.notna(cell) else "" for cell in cells]


def _teller(kind: str, codes: dict[str, str], language: Language) -> Callable[..., str]:
    """Give what puts a cell of a kind into words."""
    if kind in ("number", "integer"):
        return lambda value: language.number(value, shortest_decimals(value, FINEST))
    if kind == "date":
        return language.date
    if kind == "boolean":
        return lambda truth: codes[str(bool(truth)).lower()]
    return lambda code: codes.get(code, str(code))


def _end(period: str, end: str, language: Language) -> str:
    """Give the first or last day of a period; nothing where it is none."""
    try:
        return language.date(getattr(parse_period(period), end))
    except ValueError:
        return ""
