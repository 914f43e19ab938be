"""What to ask for before the next meeting, and from whom."""

from typing import Final

import pandas as pd

from giaoban.analysis.targets import about_figures, about_targets, ask_about
from giaoban.analysis.units import silent_units
from giaoban.language import YEAR, Period, parse_period
from giaoban.tables import as_types

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
    figures = about_figures(verdicts)
    whole = figures[figures["ask"] == "figure_missing"]
    parts = [
        ask_about(gaps, gaps["kind"].map(_OF_GAPS)),
        _outside(ask_about(_old(latest, cutoff), "figure_missing"), whole),
        asks_of_units,
        about_targets(verdicts),
        *([] if checked is None else [_about_statements(checked, latest, verdicts)]),
        figures,
        _about_changes(latest),
        ask_about(latest[latest["qualifier"].ne("=") & latest["value"].notna()], "exact_figure"),
        ask_about(_without_counts(latest, indicators), "counts"),
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
        *(ask_about(found, "unit_silent", whom="unit") for found in silent),
        ask_about(last[last["verdict"] == "disagrees"], "sum_differs"),
        ask_about(ours, ours["basis"].map(_OF_RULES)),
    ]
    return pd.concat(parts, ignore_index=True).reindex(columns=ASK_COLUMNS)


def _about_actions(actions: pd.DataFrame) -> pd.DataFrame:
    """Ask owners for what was decided."""
    asked = ask_about(actions, actions["state"].map(_OF_ACTIONS), whom="owner")
    return asked.join(actions[["record", "due", "days"]])


def _about_statements(
    claims: pd.DataFrame, latest: pd.DataFrame, verdicts: pd.DataFrame
) -> pd.DataFrame:
    """Ask for the target that a statement speaks of, and for all where one counts targets."""
    counting = claims.loc[claims["detail"].eq("no_targets"), "period"]
    told = latest[latest["value"].notna() & latest["period"].isin(counting)]
    spoken = pd.concat([claims[claims["detail"].eq("no_target")], told])
    known = set(zip(verdicts["indicator"], verdicts["target_period"], strict=True))
    rows = zip(spoken["indicator"], spoken["period"], strict=True)
    return ask_about(spoken.loc[[row not in known for row in rows]], "target_value")


def _about_changes(latest: pd.DataFrame) -> pd.DataFrame:
    """Ask what was counted; by today's definition it is the figure before that is counted anew."""
    ask = latest["reason"].map(_OF_CHANGES)
    before = latest["previous_period"].where(ask.eq("recount"), latest["period"])
    return ask_about(latest.assign(period=before), ask)


def _without_counts(latest: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give the shares that were published without their counts."""
    shares = indicators.loc[indicators["unit_measure"] == "percent", "indicator"]
    known = latest["denominator"].notna() & latest["numerator"].notna()
    return latest[latest["indicator"].isin(shares) & latest["value"].notna() & ~known]


def _old(latest: pd.DataFrame, cutoff: pd.Timestamp) -> pd.DataFrame:
    """Give the same months a year after the latest figure, where they are over too."""
    rows = latest[latest["value"].notna() & latest["months"].le(YEAR).fillna(False)]
    spans = [span.ending_in(span.end.year + 1) for span in map(parse_period, rows["period"])]
    over = pd.Series([s.end <= cutoff.date() for s in spans], index=rows.index, dtype=bool)
    return rows.assign(period=[str(span) for span in spans])[over]


def _outside(later: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """Leave out figures of a time that is asked about as a whole."""
    spans: dict[str, list[Period]] = {}
    for name, period in asked[["indicator", "period"]].itertuples(index=False):
        spans.setdefault(name, []).append(parse_period(period))
    rows = zip(later["indicator"], map(parse_period, later["period"]), strict=True)
    return later[[not any(s.contains(one) for s in spans.get(name, [])) for name, one in rows]]
