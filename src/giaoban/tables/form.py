"""The rows of an office's own form: in its order and nesting, and numbered as offices do."""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Final

import pandas as pd

FORM_COLUMNS: Final = ["indicator", "number", "level", "heading", "part"]
_ROMAN = {10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
# How the rows under one are numbered, by how that one is.
_BELOW = {"": "1", "A": "1", "I": "1", "1": "–", "–": "+", "+": "+"}


def office_form(indicators: pd.DataFrame) -> pd.DataFrame:
    """Give each row of the form its place: under the one that it stands under, and a number there.

    Parameters
    ----------
    indicators : DataFrame
        ``unit_measure`` (missing of a heading), ``part_of`` and ``under``, in the order in which
        they are listed. A row that says nothing of what it stands under stands below the
        indicator that it is part of.

    Returns
    -------
    DataFrame
        `FORM_COLUMNS`, a row for each indicator and heading, each before those under it:
        ``number`` counts within what a row stands under, ``I``, ``II`` of headings (``A``, ``B``
        of those with headings below them) and of what stands beside them, ``1``, ``2`` of
        indicators; ``–`` and then ``+`` of rows under an indicator. ``level``, 0 at the top;
        whether it is a ``heading``, and whether it is ``part`` of what it stands under.
    """
    told = indicators.set_index("indicator")
    above = {
        row: next((at for at in pair if at in told.index and at != row), "")
        for row, *pair in indicators[["indicator", "under", "part_of"]].itertuples(index=False)
    }
    below: dict[str, list[str]] = {}
    for row, at in above.items():
        below.setdefault(at, []).append(row)
    headings = {*told.index[told["unit_measure"].isna()]}

    def placed(at: str, series: str, level: int) -> Iterator[tuple[str, str, int, bool, bool]]:
        rows = below.get(at, [])
        own = _BELOW[series]
        if series in ("", "A") and (grouping := headings.intersection(rows)):
            nested = any(headings.intersection(below.get(row, ())) for row in grouping)
            own = "A" if nested else "I"
        for n, row in enumerate(rows, 1):
            part = bool(at) and bool(told.at[row, "part_of"] == at)
            yield row, _number(own, n), level, row in headings, part
            yield from placed(row, own, level + 1)

    return pd.DataFrame(placed("", "", 0), columns=FORM_COLUMNS)


def _number(series: str, n: int) -> str:
    """Write the n-th number of a series; a dash is the same for all."""
    if series == "A" and n <= len(ascii_uppercase):
        return ascii_uppercase[n - 1]
    if series == "I":
        return _roman(n)
    return str(n) if series in ("A", "1") else series


def _roman(n: int) -> str:
    value = next((value for value in _ROMAN if value <= n), 0)
    return _ROMAN[value] + _roman(n - value) if value else ""
