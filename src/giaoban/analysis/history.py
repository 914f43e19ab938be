"""What was said of each indicator at each meeting so far, as it was then."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from giaoban.analysis.comparison import compare
from giaoban.analysis.latest import latest_figures, unpublished
from giaoban.analysis.series import expected
from giaoban.analysis.targets import judge_targets, paces, with_targets
from giaoban.asof import CHANGE_COLUMNS, as_told, changes, not_yet
from giaoban.language import parse_period
from giaoban.tables import as_types, by_label, records

# Of more meetings the last ones are judged again.
MEETINGS: Final = 4
# As history.csv has them.
HISTORY_COLUMNS: Final = [
    "indicator",
    "meeting_date",
    "period",
    "value",
    "value_to",
    "qualifier",
    "target",
    "target_qualifier",
    "target_period",
    "target_set_by",
    "status",
    "progress",
    "ahead",
    "revised",
]
# Of each verdict that has turned, then and now.
TURN_COLUMNS: Final = [
    "indicator",
    *("before", "before_period", "before_sign"),
    *("after", "after_period", "after_sign"),
    "worse",
]
# What is no verdict.
SILENT: Final = ("no_target", "not_yet", "too_few_points")
_GOOD: Final = ("exceeded", "met", "on_track", "nearly_on_track")
_BAD: Final = ("behind", "moving_away", "not_met")
# Verdicts that are set side by side, then and now: each with the period of its target.
_PAIRS: Final = (
    (("status", "target_period"), ("status", "target_period")),
    (("progress", "ahead"), ("status", "target_period")),
    (("progress", "ahead"), ("progress", "ahead")),
)

Tables = Mapping[str, pd.DataFrame]


def verdict_history(
    latest: pd.DataFrame, tables: Tables, meetings: pd.DataFrame, last: int = MEETINGS
) -> pd.DataFrame:
    """Say what was said of each indicator at each meeting so far, by what was known then.

    Nothing of it is stored: the figures and targets that counted at an earlier meeting are judged
    again, by the rules of today.

    Parameters
    ----------
    latest : DataFrame
        What is said at this meeting, from `giaoban.analysis.latest_figures`.
    tables : mapping of str to DataFrame
        As known at this meeting: ``figures_told`` and ``targets_told``, every row told of one
        unit, replaced or not; ``indicators``, ``definitions``, ``units``.
    meetings : DataFrame
        The meetings so far, in the order of their days; this one is the last.
    last : int
        With how many of them, this one among them.

    Returns
    -------
    DataFrame
        A row for each indicator and meeting, in the order of the indicators:
        ``meeting_date``; ``period``, ``value``, ``value_to`` and ``qualifier`` of the latest figure
        then;
        ``target``, ``target_qualifier``, ``target_period``, ``target_set_by`` and ``status``, as it
        stood to the target that it fell under; ``progress`` towards the target that lay ahead, and
        ``ahead``, the period of that target; ``revised``, whether the figures that the status
        rests on, or one of these targets, have been revised or withdrawn since. A row without
        either verdict is left out.
    """
    cards = [
        _judged_at(tables, meeting["data_cutoff"]).assign(meeting_date=meeting["meeting_date"])
        for meeting in records(meetings.tail(last).iloc[:-1])
    ]
    cards.append(latest.assign(meeting_date=meetings["meeting_date"].max(), revised=False))
    rows = pd.concat([card[HISTORY_COLUMNS] for card in cards], ignore_index=True)
    said = rows[["status", "progress"]]
    told = (said.notna() & ~said.isin(SILENT)).any(axis=1)
    places = {name: n for n, name in enumerate(tables["indicators"]["indicator"])}
    order = rows["indicator"].map(places)[told].sort_values(kind="stable").index
    return as_types(rows.loc[order].reset_index(drop=True), {"revised": "boolean"})


def _judged_at(tables: Tables, cutoff: pd.Timestamp) -> pd.DataFrame:
    """Judge what counted on an earlier day; say what of it has been revised or withdrawn since."""
    figures, targets = (as_told(tables[f"{n}_told"], n, cutoff) for n in ("figures", "targets"))
    indicators, definitions = tables["indicators"], tables["definitions"]
    units = not_yet(tables["units"], cutoff, ["valid_from", "valid_to"])
    compared = compare(figures, indicators, units)
    ahead = expected(figures, indicators)
    verdicts = judge_targets(compared, targets, indicators, definitions, cutoff, ahead)
    pace = paces(compared, verdicts, targets, indicators)
    judged, silent = with_targets(compared, verdicts), unpublished(figures, verdicts)
    card = latest_figures(judged, silent, pace, indicators)
    moved = _replaced(figures, tables["figures"]), _replaced(targets, tables["targets"])
    return card.assign(revised=_revised(card, verdicts, *moved))


def _replaced(then: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """List what counted then and says something else now, or nothing any more."""
    gone = then[~then.index.isin(now.index)]
    if gone.empty:
        return gone.reindex(columns=CHANGE_COLUMNS)
    changed = changes(gone, now).dropna(subset="row_before")
    return changed[changed["kind"] != "confirmed"]


def _revised(
    card: pd.DataFrame, verdicts: pd.DataFrame, figures: pd.DataFrame, targets: pd.DataFrame
) -> list[bool]:
    """Say of each row of a scorecard whether what it rests on was revised or withdrawn."""
    replaced = set(figures["row_before"])
    moved = set(zip(targets["indicator"], targets["period"], strict=True))
    added = verdicts.set_index("target_row")["rows"]
    found = []
    for number, row in by_label(card).items():
        rows = {number, *added.get(row["target_row"], ())}
        goals = {(row["indicator"], row[name]) for name in ("target_period", "ahead")}
        found.append(not (replaced.isdisjoint(rows) and moved.isdisjoint(goals)))
    return found


def turned(history: pd.DataFrame) -> pd.DataFrame:
    """Say of which indicators the verdict has turned since the meeting before.

    Set side by side are the verdicts of both meetings on the latest figure; what was said of a
    target ahead, and whether it was reached; what was said of a target ahead, and what is said of
    it now; of targets for times of one length. A verdict turns from *exceeded*, *met*, *on track*
    or *nearly on track* to *behind*, *moving away* or *not met*, or the other way.

    Parameters
    ----------
    history : DataFrame
        From `verdict_history`.

    Returns
    -------
    DataFrame
        A row for each indicator whose verdict has turned, for the worse first: ``before`` and
        ``after``, the verdicts; ``before_period`` and ``after_period``, of their targets, and
        ``before_sign`` and ``after_sign``, their qualifiers; ``worse``.
    """
    days = sorted(history["meeting_date"].unique())[-2:] or [pd.NaT]
    then, now = (
        history[history["meeting_date"] == day].set_index("indicator")
        for day in (days[0], days[-1])
    )
    both = then.join(now, how="inner", suffixes=("_then", "_now"))
    rows = [row for name, pair in by_label(both).items() for row in _turn(name, pair)]
    table = pd.DataFrame(rows, columns=TURN_COLUMNS).drop_duplicates("indicator")
    return table.sort_values("worse", ascending=False, kind="stable").reset_index(drop=True)


def _turn(indicator: Any, pair: Mapping[Any, Any]) -> Iterator[dict[str, object]]:
    for (before, goal), (after, same) in _PAIRS:
        was, then = pair[f"{before}_then"], pair[f"{goal}_then"]
        found, now = pair[f"{after}_now"], pair[f"{same}_now"]
        sides = {was in _GOOD, found in _GOOD} if {was, found} <= {*_GOOD, *_BAD} else set()
        # Of a whole programme and of one of its years two things are asked.
        alike = len(sides) > 1 and parse_period(then).months == parse_period(now).months
        if alike and (before == "status" or then == now):
            row = {"indicator": indicator, "worse": was in _GOOD}
            row |= {"before": was, "before_period": then}
            row |= {"after": found, "after_period": now}
            signs = (pair[f"target_qualifier_{time}"] for time in ("then", "now"))
            yield row | dict(zip(("before_sign", "after_sign"), signs, strict=True))
