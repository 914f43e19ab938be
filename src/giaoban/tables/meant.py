"""Which row of another table a text stands for: by its id, or by its title."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from itertools import chain

import pandas as pd

from giaoban.language import without_accents
from giaoban.tables.schema import foreign_keys, table_schema

_WORD = re.compile(r"[^\W_]+")
# One letter, a Roman number, or a syllable of Vietnamese without its accents.
_NAMES = re.compile(
    r"[a-z]|[ivx]+|(?:ngh?|nh|gh|gi|[pt]h|tr|[ck]h|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}"
    r"(?:ch|n[gh]|[cmnpt])?"
)


def id_columns(name: str) -> dict[str, tuple[str, str]]:
    """Name the columns of a table that hold ids of another, with that table and its key."""
    return {
        column: (at, key)
        for column, (at, key) in foreign_keys(name).items()
        if any(f["name"] == key and f["type"] == "string" for f in table_schema(at)["fields"])
    }


def row_titles(frame: pd.DataFrame) -> list[pd.Series]:
    """Give the columns of titles that a table has."""
    return [frame[name] for name in frame if str(name).startswith("title")]


def id_meant(ids: pd.Series, names: Iterable[pd.Series]) -> Callable[[str], str]:
    """Give what finds the id that a text means.

    Parameters
    ----------
    ids : Series of str
        The ids of a table.
    names : iterable of Series of str
        What its rows are called, too, in the order of the ids.

    Returns
    -------
    callable
        Gives an id as it is; for what is, as written or else without its accents, the name of one
        row alone the id of that; else the text.
    """
    found, known = _named(ids, names), set(ids.dropna())

    def meant(text: str) -> str:
        for said in [] if text in known else [text, without_accents(text)]:
            if len(rows := found.get(said, set())) == 1:
                return next(iter(rows))
        return text

    return meant


def id_nearest(ids: pd.Series, names: Iterable[pd.Series]) -> Callable[[str], str]:
    """Give what finds the id that a misspelt text comes nearest to, empty where none is near.

    Parameters
    ----------
    ids, names
        As for `id_meant`.
    """
    named = _named(ids, names)
    found = {said: rows for said, rows in named.items() if said == without_accents(said)}

    def nearest(text: str) -> str:
        close = get_close_matches(without_accents(text), found, n=1)
        return sorted(found[close[0]])[0] if close else ""

    return nearest


def id_mistyped(ids: pd.Series, names: Iterable[pd.Series]) -> Callable[[str], str]:
    """Give what finds the id that a text is one letter away from, where no other comes near it.

    Parameters
    ----------
    ids, names
        As for `id_meant`; what makes another number, letter or Vietnamese syllable is no slip:
        ``ban-3``, ``lop-b``, ``hoa-minh`` beside ``hoa-binh`` may be rows that are missing.

    Returns
    -------
    callable
        Gives the id; the text where it is an id, or means none so.
    """
    named, known = _named(ids, names), set(ids.dropna())
    found = {said: rows for said, rows in named.items() if said == without_accents(said)}

    def mistyped(text: str) -> str:
        plain = without_accents(text)
        slips = [] if text in known else [said for said in found if _is_slip(plain, said)]
        slips = [] if any(_names_another(plain, said) for said in slips) else slips
        # What else is near takes its time to find.
        near = get_close_matches(plain, found, n=len(found)) if slips else []
        rows = {row for said in (*slips, *near) for row in found[said]}
        return rows.pop() if len(rows) == 1 else text

    return mistyped


def _names_another(text: str, said: str) -> bool:
    """Say whether each word that a text has otherwise may be a name itself."""
    own, there = (_WORD.findall(one) for one in (text, said))
    return all(_NAMES.fullmatch(word) for word in own if word not in there)


def _is_slip(one: str, other: str) -> bool:
    """Say whether a letter more, less or another one, or two in turn, make one text of another."""
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) - 1:
        return False
    if len(short) < len(long):
        more = (n for n in range(len(long)) if long[:n] + long[n + 1 :] == short)
        return any(not long[n].isdigit() for n in more)
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    turned = len(pairs) == len("ab") and pairs[0] == pairs[1][::-1]
    return (turned or len(pairs) == 1) and not any(map(str.isdigit, chain(*pairs)))


def _named(ids: pd.Series, names: Iterable[pd.Series]) -> dict[str, set[str]]:
    """Give the ids of the rows that a text names, as written or without its accents."""
    found: dict[str, set[str]] = {}
    for own in (ids, *names):
        there = ids.notna() & own.notna()
        for said, id_ in zip(own[there], ids[there], strict=True):
            for text in {said, without_accents(said)}:
                found.setdefault(text, set()).add(id_)
    return found
