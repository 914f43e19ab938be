"""How one unit stands among those of its level, as far as more than chance says so."""

from typing import Any, Final

import numpy as np
import pandas as pd

from giaoban.analysis.series import column
from giaoban.analysis.units.funnel import funnel
from giaoban.analysis.units.ranking import rank_units
from giaoban.language import difference
from giaoban.statistics import newcombe
from giaoban.tables import adding

# Of fewer units, the one itself among them, there is no middle to speak of.
PEERS_NEEDED = 5
PEER_COLUMNS: Final = [
    "indicator",
    "period",
    "value",
    "units",
    "median",
    "distance",
    "best_rank",
    "worst_rank",
    "basis",
    "place",
    "row",
]


def peers(
    compared: pd.DataFrame, compared_beside: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Set a unit beside the units of its level, without a table of ranks.

    Where a share was counted, two units differ where Newcombe's interval of their difference
    leaves out 0: ranks of figures that chance moves are ranges (Goldstein and Spiegelhalter, *J.
    R. Stat. Soc. A* 159 (1996) 385–443).

    Parameters
    ----------
    compared, compared_beside : DataFrame
        Figures of the unit, and of the others, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure`` and ``better``.

    Returns
    -------
    DataFrame
        For each indicator that `PEERS_NEEDED` units have an exact figure of in the latest year
        that half of them reported, this one among them, and that count the same: ``indicator``,
        ``period``, ``value`` and ``row`` of the unit; ``units``, how many there are with it;
        ``median`` of all, ``distance``, the figure less it; ``best_rank`` and ``worst_rank``, the
        range that its rank lies in, missing of counts and amounts, and where it is not said
        which way is better; ``basis``: ``counts``, or ``printed`` where what is chance is not
        known; ``place``, as of `giaoban.analysis.funnel`, missing without counts.
    """
    if compared_beside.empty:
        return pd.DataFrame(columns=PEER_COLUMNS)
    ranked = rank_units(pd.concat([compared, compared_beside]), indicators)
    places = funnel(ranked).set_index(["indicator", "unit"])["place"]
    things = column(indicators, "unit_measure").eq("count") | adding(indicators)
    rows = []
    for indicator, figures in ranked.groupby("indicator", sort=False):
        alike = _counted_alike(figures)
        ours = alike[alike["unit"].isin(compared["unit"])]
        if len(ours) == 1 and len(alike) >= PEERS_NEEDED:
            place = places.get((indicator, ours["unit"].iloc[0]))
            ranks = {} if things[str(indicator)] else _ranks(ours.iloc[0], alike, indicators)
            rows.append(_about(ours.iloc[0], alike) | ranks | {"place": place})
    return pd.DataFrame(rows, columns=PEER_COLUMNS)


def _counted_alike(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the exact figures that count what most do."""
    said = figures["definition"].fillna("")
    return figures[figures["qualifier"].eq("=") & said.eq(said.mode().iloc[0])]


def _about(ours: pd.Series, alike: pd.DataFrame) -> dict[str, Any]:
    median = float(alike["value"].median())
    return {
        "indicator": ours["indicator"],
        "period": ours["period"],
        "value": ours["value"],
        "units": len(alike),
        "median": median,
        "distance": difference(ours["value"], median),
        "basis": "printed",
        "row": ours.name,
    }


def _ranks(ours: pd.Series, alike: pd.DataFrame, indicators: pd.DataFrame) -> dict[str, Any]:
    """Give the ranks that are left open by how many units are better, and how many worse."""
    better = column(indicators, "better")[ours["indicator"]]
    counted = bool(ours["share"]) and alike[["numerator", "denominator"]].notna().all(axis=None)
    basis = {"basis": "counts" if counted else "printed"}
    if better == "none":
        return basis
    low = high = (alike["value"] - ours["value"]).to_numpy(float)
    if counted:
        numbers = alike["numerator"], alike["denominator"], ours["numerator"], ours["denominator"]
        low, high = newcombe(*(np.asarray(n, float) for n in numbers))
    above, beneath = int((low > 0).sum()), int((high < 0).sum())
    ahead, behind = (above, beneath) if better == "up" else (beneath, above)
    return basis | {"best_rank": 1 + ahead, "worst_rank": len(alike) - behind}
