"""What each meeting said is what its report said, by what was known then."""

import pandas as pd
import pytest
from places import RAW

from giaoban.analysis import Review, load, turned, verdict_history
from giaoban.analysis.history import HISTORY_COLUMNS, TURN_COLUMNS

SAID = ["period", "value", "qualifier", "target", "target_period", "target_set_by"]
SAID += ["status", "progress", "ahead"]


def at(review: Review, day: str) -> pd.DataFrame:
    history = review.history
    return history[history["meeting_date"] == day].set_index("indicator")


@pytest.mark.parametrize("day", ["2022-03-15", "2023-03-14", "2024-03-12"])
def test_each_meeting_is_told_as_its_own_report_had_it(demo_review: Review, day: str) -> None:
    then = load("demo", day, "", RAW).latest.set_index("indicator")
    told = at(demo_review, day)
    assert len(told)
    expected = then.loc[told.index, SAID]
    pd.testing.assert_frame_equal(told[SAID], expected, check_dtype=False)
    left = then.drop(told.index)
    assert left["status"].isin(["no_target", "not_yet"]).all()
    assert (left["progress"].isna() | left["progress"].eq("too_few_points")).all()


def test_what_has_no_verdict_is_not_told(demo_review: Review) -> None:
    latest, known = demo_review.latest, demo_review.known
    told = verdict_history(latest, demo_review.tables, known.meetings, last=1)
    silent = latest["status"].isin(["no_target", "not_yet"]) & (
        latest["progress"].isna() | latest["progress"].eq("too_few_points")
    )
    assert set(told["indicator"]) == set(latest.loc[~silent, "indicator"])
    assert silent.any()


def test_this_meeting_is_told_as_the_scorecard_has_it(demo_review: Review) -> None:
    told = at(demo_review, "2025-07-15")
    expected = demo_review.latest.set_index("indicator").loc[told.index, SAID]
    pd.testing.assert_frame_equal(told[SAID], expected, check_dtype=False)
    assert not told["revised"].any()


def test_a_verdict_whose_figure_or_target_was_changed_later_says_so(demo_review: Review) -> None:
    told = demo_review.history.set_index(["indicator", "meeting_date"])["revised"]
    # 198 complaints of 2022 were withdrawn, and the target of 2025 for late files was eased.
    changed = {("complaints", "2023-03-14"), ("files-late", "2023-03-14")}
    changed |= {("files-late", "2024-03-12")}
    assert {(name, f"{day:%Y-%m-%d}") for name, day in told[told].index} == changed


def test_what_was_told_again_unchanged_is_not_revised() -> None:
    again = load("demo", "latest", "", RAW)
    rows = again.tables["figures_told"]
    same = rows[rows["indicator"].eq("income")].assign(reported_on=again.known.cutoff)
    same.index = same.index + 10_000
    told = pd.concat([rows, same])
    known = again.tables["figures"]
    now = pd.concat([known[known["indicator"] != "income"], known.merge(same[["period"]])])
    tables = again.tables | {"figures_told": told, "figures": now}
    history = verdict_history(again.latest, tables, again.known.meetings)
    assert not history.loc[history["indicator"] == "income", "revised"].any()


def test_of_two_meetings_with_nothing_new_between_each_is_told_once(demo_review: Review) -> None:
    meetings, day = demo_review.known.meetings, pd.Timedelta(days=1)
    again = meetings.tail(1).assign(meeting_date=meetings["meeting_date"].max() + day)
    told = pd.concat([meetings, again])
    history = verdict_history(demo_review.latest, demo_review.tables, told)
    assert not history.duplicated(["indicator", "meeting_date"]).any()


def test_no_more_meetings_are_told_than_asked_for(demo_review: Review) -> None:
    known = demo_review.known
    two = verdict_history(demo_review.latest, demo_review.tables, known.meetings, last=2)
    assert sorted(two["meeting_date"].unique()) == known.meetings["meeting_date"].tolist()[-2:]


def test_at_the_first_meeting_there_is_only_what_it_says(review: Review) -> None:
    assert set(review.history["meeting_date"]) == {pd.Timestamp("2023-03-14")}
    assert turned(review.history).empty


def test_a_verdict_turns_where_its_side_changes(demo_review: Review) -> None:
    found = turned(demo_review.history).set_index("indicator")
    assert found["before"].to_dict() == {"young-members": "on_track", "income": "nearly_on_track"}
    assert found["after"].to_dict() == {"young-members": "moving_away", "income": "behind"}
    assert found["worse"].all()
    # Not met as it was feared; from on track to nearly on track: neither has turned.
    assert not {"complaints", "cadres-degree"} & set(found.index)


def pair(before: dict[str, object], after: dict[str, object]) -> pd.DataFrame:
    days = pd.to_datetime(["2024-01-10", "2024-07-10"])
    rows = [{"indicator": "a", "meeting_date": day} for day in days]
    told = [row | said for row, said in zip(rows, (before, after), strict=True)]
    return pd.DataFrame(told, columns=HISTORY_COLUMNS)


AHEAD = {"status": "no_target", "progress": "on_track", "ahead": "2025"}


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        (AHEAD, {"status": "not_met", "target_period": "2025"}, [True]),
        (AHEAD, {"status": "met", "target_period": "2025"}, []),
        (AHEAD, {"status": "not_met", "target_period": "2024"}, []),
        (AHEAD, AHEAD | {"progress": "behind", "ahead": "2026"}, []),
        (AHEAD | {"progress": "behind"}, AHEAD, [False]),
        (
            {"status": "met", "target_period": "2023"},
            {"status": "not_met", "target_period": "2024"},
            [True],
        ),
        (
            {"status": "not_met", "target_period": "2021/2025"},
            {"status": "met", "target_period": "2024"},
            [],
        ),
        ({"status": "met", "target_period": "2023"}, {"status": "undetermined"}, []),
    ],
)
def test_verdicts_are_set_side_by_side_only_on_one_target_or_two_latest_figures(
    before: dict[str, object], after: dict[str, object], worse: list[bool]
) -> None:
    found = turned(pair(before, after))
    assert list(found.columns) == TURN_COLUMNS
    assert found["worse"].tolist() == worse


def test_what_has_turned_for_the_worse_comes_first() -> None:
    ahead: dict[str, object] = {**AHEAD}
    behind: dict[str, object] = {**AHEAD, "progress": "behind"}
    better, worse = pair(behind, ahead), pair(ahead, behind).assign(indicator="b")
    found = turned(pd.concat([better, worse]))
    assert found[["indicator", "worse"]].to_numpy().tolist() == [["b", True], ["a", False]]
