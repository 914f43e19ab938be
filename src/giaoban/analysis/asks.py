"""What to ask for before the next meeting, and from whom."""

from typing import Any, Final

import pandas as pd

from giaoban.analysis.units import silent_units
from giaoban.language import Period
from giaoban.tables import as_types, records

# What is asked for first comes first.
ASKS: Final = (
    "action_overdue",
    "figure_missing",
    "unit_silent",
    "sum_differs",
    "target_value",
    "target_kind",
    "direction",
    "definition",
    "base",
    "parts",
    "recount",
    "exact_figure",
    "final_figure",
    "counts",
    "action_open",
)
ASK_COLUMNS: Final = ["ask", "indicator", "period", "whom", "record", "due", "days"]
_OF_TARGETS: Final = {
    "target_not_published": "target_value",
    "kind_not_said": "target_kind",
    "no_direction": "direction",
}
_OF_FIGURES: Final = {
    "figure_not_published": "figure_missing",
    "definition_differs": "definition",
    "parts_differ": "parts",
    "range": "exact_figure",
}
_OF_CHANGES: Final = {
    "definition_changed": "recount",
    "definition_not_said": "definition",
    "base_unknown": "base",
}
_OF_RULES: Final = {"base_unknown": "base", "base_differs": "definition"}
_OF_GAPS: Final = {"figure": "figure_missing", "preliminary": "final_figure"}
_OF_ACTIONS: Final = {"overdue": "action_overdue", "open": "action_open"}
# Sums of units that long ago are asked about no more.
SUMS_ASKED = 2
YEAR = 12


def find_asks(
    latest: pd.DataFrame,
    verdicts: pd.DataFrame,
    gaps: pd.DataFrame,
    actions: pd.DataFrame,
    asks_of_units: pd.DataFrame,
    indicators: pd.DataFrame,
    unit: str,
    cutoff: pd.Timestamp,
    checked: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """List what to ask for: what is missing, overdue, open, or keeps something from being judged.

    Parameters
    ----------
    latest, gaps : DataFrame
        From `giaoban.analysis.latest_figures` and `giaoban.analysis.find_gaps`.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.
    actions : DataFrame
        From `giaoban.asof.follow_actions`.
    asks_of_units : DataFrame
        From `ask_units`.
    indicators : DataFrame
        ``unit_measure``, and ``responsible`` where it is said.
    unit : str
        The unit that is reported on: it is asked where no other office is named.
    cutoff : Timestamp
        The last day whose figures count.
    checked : DataFrame, optional
        From `giaoban.analysis.check_claims`: what they say of targets that nobody entered.

    Returns
    -------
    DataFrame
        ``ask``, of `ASKS`, in their order; ``indicator`` and ``period`` that it is about, empty
        of some actions; ``whom``, the id of a unit or the name of an office; of actions
        ``record``, ``due`` and ``days`` overdue. Of what one office is to say of one indicator and
        period the first stands; the rest follows of it.
    """
    offices = indicators.reindex(columns=["indicator", "responsible"]).set_index("indicator")
    office = offices["responsible"].dropna().to_dict()
    parts = [
        _asked(gaps, gaps["kind"].map(_OF_GAPS)),
        _asked(_old(latest, cutoff), "figure_missing"),
        asks_of_units,
        _about_targets(verdicts),
        *([] if checked is None else [_about_statements(checked, latest, verdicts)]),
        _about_figures(verdicts),
        _asked(_missing_parts(verdicts), "figure_missing"),
        _about_changes(latest),
        _asked(latest[latest["qualifier"].ne("=") & latest["value"].notna()], "exact_figure"),
        _asked(_without_counts(latest, indicators), "counts"),
        _about_actions(actions),
    ]
    rows = pd.concat(parts, ignore_index=True).reindex(columns=ASK_COLUMNS)
    rows = as_types(rows, {"due": "datetime64[s]", "days": "Int64"})
    rows["whom"] = rows["whom"].fillna(rows["indicator"].map(office)).fillna(unit)
    places = {name: n for n, name in enumerate(indicators["indicator"])}
    order = rows.assign(
        first=rows["ask"].map(ASKS.index),
        late=-rows["days"].fillna(0),
        place=rows["indicator"].map(places),
    ).sort_values(["first", "late", "place", "period"], kind="stable")
    asked = order.drop_duplicates(["indicator", "period", "whom", "record"])
    return asked[ASK_COLUMNS].reset_index(drop=True)


def ask_units(
    ranking: pd.DataFrame,
    totals: pd.DataFrame,
    rules_kept: pd.DataFrame,
    units: pd.DataFrame,
    unit: str,
) -> pd.DataFrame:
    """List what to ask the units below for, and what to ask about their sums and the rules.

    Parameters
    ----------
    ranking, totals, rules_kept : DataFrame
        From `giaoban.analysis.rank_units`, `giaoban.analysis.check_totals` and
        `giaoban.analysis.check_rules`.
    units : DataFrame
        The units below.
    unit : str
        The unit above them.

    Returns
    -------
    DataFrame
        As `find_asks`: ``unit_silent``, ``sum_differs`` of the last years, and ``base`` or
        ``definition`` of the latest share of the unit that a rule bounds.
    """
    silent = [
        silent_units(ranked, units).assign(indicator=indicator, period=ranked["period"].iloc[0])
        for indicator, ranked in ranking.groupby("indicator", sort=False)
    ]
    last = totals.groupby("indicator", sort=False).tail(SUMS_ASKED)
    ours = rules_kept[rules_kept["unit"] == unit].groupby(["rule", "indicator"], sort=False).tail(1)
    ours = ours[ours["verdict"] == "undetermined"]
    parts = [
        *(_asked(found, "unit_silent", whom="unit") for found in silent),
        _asked(last[last["verdict"] == "disagrees"], "sum_differs"),
        _asked(ours, ours["basis"].map(_OF_RULES)),
    ]
    return pd.concat(parts, ignore_index=True).reindex(columns=ASK_COLUMNS)


def _asked(rows: pd.DataFrame, ask: Any, period: str = "period", whom: str = "") -> pd.DataFrame:
    """Ask about rows; of those whose ask is missing nothing."""
    asked = rows[["indicator"]].assign(ask=ask, period=rows.get(period))
    return asked.assign(whom=rows[whom] if whom else None).dropna(subset="ask")


def _about_actions(actions: pd.DataFrame) -> pd.DataFrame:
    """Ask owners for what was decided."""
    asked = _asked(actions, actions["state"].map(_OF_ACTIONS), whom="owner")
    return asked.join(actions[["record", "due", "days"]])


def _about_targets(verdicts: pd.DataFrame) -> pd.DataFrame:
    """Ask who set a target what it asks for; its value where it was not published."""
    why = verdicts["why"].map(_OF_TARGETS).mask(verdicts["target"].isna(), "target_value")
    return _asked(verdicts, why, "target_period", "target_set_by")


def _about_figures(verdicts: pd.DataFrame) -> pd.DataFrame:
    """Ask for what keeps a figure from being judged; of an exact one that is the target's doing."""
    exact = verdicts["qualifier"].eq("=") & verdicts["target_kind"].ne("each")
    exact |= verdicts["target_qualifier"].eq("~") & verdicts["qualifier"].eq("=")
    why = verdicts["why"].mask(verdicts["why"].eq("range") & exact)
    periods = [_open_period(row) for row in records(verdicts)]
    period = pd.Series(periods, verdicts.index, dtype="object")
    return _asked(verdicts.assign(asked_period=period), why.map(_OF_FIGURES), "asked_period")


def _missing_parts(verdicts: pd.DataFrame) -> pd.DataFrame:
    """Give the stretches that a sum that is open has no figures of."""
    open_yet = verdicts[verdicts["status"].isin(["not_yet", "undetermined"])]
    return open_yet.assign(period=open_yet["gaps"]).explode("period").dropna(subset="period")


def _open_period(verdict: dict[Any, Any]) -> object:
    """Give the period of the figure that leaves a target open; of several years the first."""
    years = [period for period, status in verdict["stretches"] if status == "undetermined"]
    if verdict["why"] == "figure_not_published":
        return verdict["target_period"]
    if verdict["target_kind"] == "each" and years:
        return years[0]
    return verdict["period" if verdict["why"] == "range" else "target_period"]


def _about_statements(
    claims: pd.DataFrame, latest: pd.DataFrame, verdicts: pd.DataFrame
) -> pd.DataFrame:
    """Ask for the target that a statement speaks of, and for all where one counts targets."""
    counting = claims.loc[claims["detail"].eq("no_targets"), "period"]
    told = latest[latest["value"].notna() & latest["period"].isin(counting)]
    spoken = pd.concat([claims[claims["detail"].eq("no_target")], told])
    known = set(zip(verdicts["indicator"], verdicts["target_period"], strict=True))
    rows = zip(spoken["indicator"], spoken["period"], strict=True)
    return _asked(spoken.loc[[row not in known for row in rows]], "target_value")


def _about_changes(latest: pd.DataFrame) -> pd.DataFrame:
    """Ask what was counted; by today's definition it is the figure before that is counted anew."""
    ask = latest["reason"].map(_OF_CHANGES)
    before = latest["previous_period"].where(ask.eq("recount"), latest["period"])
    return _asked(latest.assign(period=before), ask)


def _without_counts(latest: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give the shares that were published without their counts."""
    shares = indicators.loc[indicators["unit_measure"] == "percent", "indicator"]
    known = latest["denominator"].notna() & latest["numerator"].notna()
    return latest[latest["indicator"].isin(shares) & latest["value"].notna() & ~known]


def _old(latest: pd.DataFrame, cutoff: pd.Timestamp) -> pd.DataFrame:
    """Give the same months a year after the latest figure, where they are over too."""
    rows = latest[latest["value"].notna() & latest["months"].le(YEAR).fillna(False)]
    day = pd.Timedelta(days=1)
    year = pd.DateOffset(years=1)
    ends = [end + day + year - day for end in rows["end"]]
    spans = [Period((s + year).date(), e.date()) for s, e in zip(rows["start"], ends, strict=True)]
    over = pd.Series([end <= cutoff for end in ends], index=rows.index, dtype=bool)
    return rows.assign(period=[str(span) for span in spans])[over]
