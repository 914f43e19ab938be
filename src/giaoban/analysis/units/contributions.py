"""What each of the units below brought to a change, and has in a gap towards a target."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import column
from giaoban.analysis.units.ranking import stood
from giaoban.language import KEPT, added, difference
from giaoban.statistics import SHARE, Range, demand, differences, reached
from giaoban.tables import adding

CONTRIBUTION_COLUMNS: Final = [
    "part_of",
    "indicator",
    "period",
    "previous_period",
    "target_period",
    "target",
    "target_set_by",
    "all",
    "unit",
    "contribution",
    "within",
    "weight",
    "count",
    "row",
    "target_row",
]
_COUNTS: Final = ["numerator", "denominator"]
_NAMED: Final = ["target_period", "target", "target_set_by", "target_row"]
# What rounding alone may leave.
NOTHING = 1e-6


def contributions(
    compared: pd.DataFrame,
    below: pd.DataFrame,
    verdicts: pd.DataFrame,
    indicators: pd.DataFrame,
    units: pd.DataFrame,
) -> pd.DataFrame:
    """Part the latest change of each indicator, and its gaps, among the units below.

    Of what adds up the difference of each unit's figures; of shares with counts, with w the weight
    of a unit in the whole and p its share, (w₀ + w₁)/2 × (p₁ − p₀) within it and
    ((p₀ + p₁)/2 − P) × (w₁ − w₀) by its weight, P being the mean of both shares of the whole
    (Kitagawa, *J. Am. Stat. Assoc.* 50 (1955) 1168–1194; Griliches and Regev, *J. Econometrics* 65
    (1995) 175–203). Of a gap τ − P towards a target (τ − p) × w; of what adds up what each unit
    lacks of its own target for that time. What these leave is the rest.

    Parameters
    ----------
    compared, below : DataFrame
        Figures of the unit, from `giaoban.analysis.compare`, and of the units below it, from
        `giaoban.analysis.with_targets`.
    verdicts : DataFrame
        Targets of the unit, from `giaoban.analysis.judge_targets`.
    indicators, units : DataFrame
        ``unit_measure`` and ``additive``; the units below with ``valid_from`` and ``valid_to``.

    Returns
    -------
    DataFrame
        ``part_of``: ``change`` (from ``previous_period`` to ``period``) or ``gap`` (of ``period``
        to ``target``); ``all``, the change, or the gap; a row for each ``unit``, the largest part
        the same way first, and one without a unit for the rest, where there is any;
        ``contribution``, which adds up to ``all``, of shares in percentage points; of a change of
        shares ``within`` and ``weight``, its two parts; of a gap of shares ``count``, how many of
        its whole a unit lacks; ``row``, the index of the figure, and ``target_row``.
    """
    measures, better = column(indicators, "unit_measure"), column(indicators, "better")
    adds = adding(indicators)
    told = compared["indicator"].isin(below["indicator"])
    yearly = compared[told & compared["years"].eq(1).fillna(False)]
    rows: list[dict[str, Any]] = []
    for _, figure in yearly.groupby("indicator", sort=False).tail(1).iterrows():
        indicator = figure["indicator"]
        share = measures[indicator] == "percent"
        ours = below[below["indicator"].eq(indicator) & below["qualifier"].eq("=")]
        ours = ours[ours["definition"].fillna("").eq(_said(figure))]
        ours = ours.assign(row=ours.index)
        if figure["qualifier"] != "=" or not (share or adds[indicator]):
            continue
        now = ours[ours["period"].eq(figure["period"])].set_index("unit")
        counted = _is_counted(figure, now)
        if len(now) and (counted or not share):
            rows += _change(figure, now, compared, ours, units, share)
        if len(now) and counted and share:
            rows += _gaps(figure, now, verdicts, better[indicator])
        if not share:
            rows += _gaps_of_sums(figure, now, verdicts)
    return pd.DataFrame(rows, columns=CONTRIBUTION_COLUMNS)


def _said(figure: pd.Series) -> str:
    return figure["definition"] if isinstance(figure["definition"], str) else ""


def _is_counted(figure: pd.Series, parts: pd.DataFrame) -> bool:
    return bool(figure[_COUNTS].notna().all() and parts[_COUNTS].notna().all(axis=None))


def _change(
    figure: pd.Series,
    now: pd.DataFrame,
    compared: pd.DataFrame,
    ours: pd.DataFrame,
    units: pd.DataFrame,
    share: bool,
) -> Iterator[dict[str, Any]]:
    """Part a change that may be told, among the units whose part of it is known."""
    if figure["comparable"] is pd.NA or not figure["comparable"] or pd.isna(figure["change"]):
        return
    before = compared.loc[figure["previous_row"]]
    then = ours[ours["period"].eq(before["period"])].set_index("unit")
    if then.empty or (share and not _is_counted(before, then)):
        return
    known = _known(now, then, figure, before, units)
    parts = _of_shares if share else _of_sums
    whole, found = parts(figure, before, now.reindex(known), then.reindex(known))
    said = {"part_of": "change", "previous_period": before["period"]}
    yield from _told(figure, said, whole, found)


def _known(
    now: pd.DataFrame,
    then: pd.DataFrame,
    figure: pd.Series,
    before: pd.Series,
    units: pd.DataFrame,
) -> list[str]:
    """Name the units that reported both times, or were there one time only and reported it."""
    there = [
        set(units.loc[stood(units, when["start"], when["end"]), "unit"])
        for when in (figure, before)
    ]
    both = set(now.index) & set(then.index)
    came, left = set(now.index) - set(then.index), set(then.index) - set(now.index)
    return sorted(both | (came - there[1]) | (left - there[0]))


def _of_sums(
    figure: pd.Series, before: pd.Series, now: pd.DataFrame, then: pd.DataFrame
) -> tuple[float, pd.DataFrame]:
    values = (t["value"].fillna(0).to_numpy(float) for t in (now, then))
    found = pd.DataFrame({"contribution": differences(*values), "row": now["row"]})
    return difference(figure["value"], before["value"]), found


def _of_shares(
    figure: pd.Series, before: pd.Series, now: pd.DataFrame, then: pd.DataFrame
) -> tuple[float, pd.DataFrame]:
    """Part a change of a share into what changed within the units, and by their weights."""
    wholes = [when["numerator"] / when["denominator"] * 100 for when in (before, figure)]
    weights = [
        t["denominator"].fillna(0) / when["denominator"]
        for t, when in ((then, before), (now, figure))
    ]
    shares = [t["numerator"] / t["denominator"] * 100 for t in (then, now)]
    # Of a unit that was there one time only its share is that time's.
    first, last = shares[0].fillna(shares[1]).fillna(0), shares[1].fillna(shares[0]).fillna(0)
    within = (weights[0] + weights[1]) / 2 * (last - first)
    weight = ((first + last) / 2 - sum(wholes) / 2) * (weights[1] - weights[0])
    found = pd.DataFrame({"contribution": within + weight, "within": within, "weight": weight})
    return wholes[1] - wholes[0], found.assign(row=now["row"])


def _gaps(
    figure: pd.Series, now: pd.DataFrame, verdicts: pd.DataFrame, better: str
) -> Iterator[dict[str, Any]]:
    """Part what is short of each target that the figure is judged by, or that lies ahead."""
    ours = verdicts[verdicts["indicator"].eq(figure["indicator"]) & verdicts["target"].notna()]
    ours = ours[ours["status"].isin(["not_met", "not_yet"]) & ours["period"].eq(figure["period"])]
    share = figure["numerator"] / figure["denominator"] * 100
    for _, target in ours.iterrows():
        ends, sign = (target["target"], target["target_to"]), target["target_qualifier"]
        asked = demand(*ends, sign, better, SHARE)
        meant = as_meant(figure["definition"], target["target_definition"])
        if not meant or reached(Range(share, share), asked) is not False:
            continue
        lacking = asked.hardest / 100 * now["denominator"] - now["numerator"]
        parts = lacking / figure["denominator"] * 100
        found = pd.DataFrame({"contribution": parts, "count": lacking, "row": now["row"]})
        said = {"part_of": "gap"} | target[_NAMED].to_dict()
        yield from _told(figure, said, asked.hardest - share, found)


def _gaps_of_sums(
    figure: pd.Series, now: pd.DataFrame, verdicts: pd.DataFrame
) -> Iterator[dict[str, Any]]:
    """Part what is short of a target among the units that have one of their own for that time."""
    period = figure["period"]
    ours = verdicts[verdicts["indicator"].eq(figure["indicator"]) & verdicts["margin"].notna()]
    ours = ours[ours["status"].eq("not_met")]
    own = now[now["target_period"].eq(period) & now["margin"].notna()]
    for _, target in ours[ours[["period", "target_period"]].eq(period).all(axis=1)].iterrows():
        found = pd.DataFrame({"contribution": -own["margin"], "row": own["row"]})
        if len(found):
            said = {"part_of": "gap"} | target[_NAMED].to_dict()
            yield from _told(figure, said, -target["margin"], found)


def _told(
    figure: pd.Series, said: dict[Any, Any], whole: float, found: pd.DataFrame
) -> Iterator[dict[str, Any]]:
    """Give a row for each unit, the largest part of the whole first, and one for the rest."""
    found = found.astype("float64").round(KEPT) + 0.0
    whole = round(whole, KEPT)
    said |= {"indicator": figure["indicator"], "period": figure["period"], "all": whole}
    order = found["contribution"] * (-1 if whole > 0 else 1)
    for unit in order.sort_values(kind="stable").index:
        yield said | {"unit": unit} | found.loc[unit].to_dict()
    rest = difference(whole, added(*found["contribution"]))
    if abs(rest) > NOTHING:
        yield said | {"unit": None, "contribution": rest}
