"""How definitions stand to one another, and what follows of a change that they forbid."""

from math import inf
from typing import Any, Final

import pandas as pd

from giaoban.analysis.series import column
from giaoban.language import difference
from giaoban.tables import by_label


def relation(have: object, wanted: object, definitions: pd.DataFrame) -> str:
    """Say how what was counted stands to what was meant to be.

    Returns
    -------
    str
        ``same`` (also where it is not said what was meant), ``wider``, ``narrower`` or ``other``.
    """
    if as_meant(have, wanted):
        return "same"
    if contains(definitions, have, wanted):
        return "wider"
    return "narrower" if contains(definitions, wanted, have) else "other"


def as_meant(have: object, wanted: object) -> bool:
    """Say whether what was counted is what was meant, as far as it is said what was meant."""
    return not isinstance(wanted, str) or have == wanted


def contains(definitions: pd.DataFrame, wider: object, narrower: object) -> bool:
    """Say whether a definition takes in another one, by way of ``includes``."""
    includes = column(definitions, "includes")
    here, seen = includes.get(wider), set()
    while isinstance(here, str) and here not in seen:
        if here == narrower:
            return True
        seen.add(here)
        here = includes.get(here)
    return False


Figure = dict[Any, Any]
BREAK_COLUMNS: Final = [
    "indicator",
    "previous_period",
    "period",
    "reason",
    "counted_as",
    "least",
    "most",
    "row",
]


def across_breaks(
    compared: pd.DataFrame, indicators: pd.DataFrame, definitions: pd.DataFrame
) -> pd.DataFrame:
    """Give the bounds of each change that may not be compared, where any follow.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure`` and ``part_of``.
    definitions : DataFrame
        ``definition`` and ``includes``.

    Returns
    -------
    DataFrame
        ``indicator``, ``previous_period``, ``period``, ``reason``, ``row`` (index of the later
        figure); ``least`` and ``most``, between which the change lies in the indicator's own
        measure. Where the definition changed and one takes in the other, both are counted as the
        wider one, ``counted_as``: the figure of the narrower one is then at least what was
        printed. Where the base of a share is not known to be the same, both are taken as shares
        of all: each lies between itself times the share that its base is of all, and itself.
    """
    measures, part_of = column(indicators, "unit_measure"), column(indicators, "part_of")
    figures = by_label(compared)
    least = {(f["unit"], f["indicator"], f["period"]): f["least"] for f in figures.values()}
    apart = compared.index[compared["comparable"].eq(False).fillna(False).astype(bool)]
    rows = []
    for number in apart:
        later = figures[number]
        if (before := int(later["previous_row"])) not in figures:
            continue
        earlier = figures[before]
        share = measures[later["indicator"]] == "percent"
        if later["reason"] == "definition_changed":
            found = _as_the_wider(later, earlier, definitions, 100.0 if share else inf)
        elif later["reason"] == "base_unknown":
            found = _as_shares_of_all(later, earlier, part_of[later["indicator"]], least)
        else:
            found = {}
        if found:
            rows.append(dict(later) | {"row": number} | found)
    index = pd.Index([row["row"] for row in rows], dtype="int64")
    return pd.DataFrame(rows, columns=BREAK_COLUMNS, index=index)


def _as_the_wider(
    later: Figure, earlier: Figure, definitions: pd.DataFrame, ceiling: float
) -> dict[str, object]:
    now, then = (later["least"], later["most"]), (earlier["least"], earlier["most"])
    if contains(definitions, later["definition"], earlier["definition"]):
        then, wider = (then[0], ceiling), later["definition"]
    elif contains(definitions, earlier["definition"], later["definition"]):
        now, wider = (now[0], ceiling), earlier["definition"]
    else:
        return {}
    return {"counted_as": wider} | _between(now, then)


def _as_shares_of_all(
    later: Figure, earlier: Figure, base: object, least: dict[Any, float]
) -> dict[str, object]:
    places = [(figure["unit"], base, figure["period"]) for figure in (later, earlier)]
    if not least.keys() >= set(places):
        return {}
    of_all = [f["least"] * least[p] / 100 for f, p in zip((later, earlier), places, strict=True)]
    return _between((of_all[0], later["most"]), (of_all[1], earlier["most"]))


def _between(now: tuple[float, float], then: tuple[float, float]) -> dict[str, object]:
    return {"least": difference(now[0], then[1]), "most": difference(now[1], then[0])}
