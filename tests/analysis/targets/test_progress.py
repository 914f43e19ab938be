from typing import Any

import pandas as pd
import pytest
from frames import DEFINITIONS, compared, figures, indicators, targets, yearly

from giaoban.analysis import expected, judge_targets, paces

Rows = list[dict[str, object]]


def towards(
    rows: Rows, *goals: dict[str, object], cutoff: str = "2024-06-30", **about: Any
) -> pd.DataFrame:
    """Judge the pace towards targets by figures as known on a day."""
    table, goal, described = compared(*rows, **about), targets(*goals), indicators(**about)
    told, day = expected(figures(*rows), described), pd.Timestamp(cutoff)
    found = judge_targets(table, goal, described, DEFINITIONS, day, told)
    return paces(table, found, goal, described)


@pytest.mark.parametrize(
    ("values", "target", "better", "expected"),
    [
        ((80.0, 85.0, 90.0), 100.0, "up", "on_track"),
        ((80.0, 84.0, 88.0), 100.0, "up", "nearly_on_track"),
        ((80.0, 81.0, 82.0), 100.0, "up", "behind"),
        ((80.0, 79.0, 78.0), 100.0, "up", "moving_away"),
        ((20.0, 15.0, 10.0), 5.0, "down", "on_track"),
        ((10.0, 8.0, 6.0), 2.0, "down", "on_track"),
        ((20.0, 19.0, 18.0), 5.0, "down", "behind"),
        ((20.0, 21.0, 22.0), 5.0, "down", "moving_away"),
        ((0.0, 10.0, 20.0), 40.0, "up", "on_track"),
        ((80.0, 85.0), 100.0, "up", "too_few_points"),
        ((97.0, 97.1, 97.2), 97.1, "up", "on_track"),
        ((80.0, 77.0, 70.0), 75.0, "up", "moving_away"),
        ((92.0, 88.0, 89.0), 90.0, "up", "moving_away"),
    ],
)
def test_progress_is_what_it_had_a_year_over_what_it_needs(
    values: tuple[float, ...], target: float, better: str, expected: str
) -> None:
    found = towards(yearly(*values), {"period": "2025", "value": target}, better=better)
    assert found["verdict"].tolist() == [expected]


def test_how_far_it_has_come_stands_beside_whether_it_will_arrive() -> None:
    found = towards(yearly(80.0, 85.0, 90.0), {"period": "2025", "value": 100.0}).iloc[0]
    assert found[["had", "needed", "share_of_way", "target_year"]].tolist() == [5, 5, 50, 2025]


@pytest.mark.parametrize(
    ("values", "expected"),
    [((80.0, 85.0, 90.0), "on_track"), ((90.0, 90.0, 90.0), "behind")],
)
def test_ninety_has_not_reached_over_ninety_and_moves_or_does_not(
    values: tuple[float, ...], expected: str
) -> None:
    goal: dict[str, object] = {"period": "2025", "value": 90.0, "qualifier": ">"}
    found = towards(yearly(*values), goal).iloc[0]
    assert (found["verdict"], found["reached"]) == (expected, False)


def test_a_sum_of_days_is_judged_by_its_days() -> None:
    goal: dict[str, object] = {"period": "2023-01-01/2023-12-30", "value": 364.0, "kind": "total"}
    rows: Rows = [{"period": "2023-01-01/2023-07-01", "value": 182.0}]
    about: dict[str, Any] = {"unit_measure": "count", "additive": True}
    found = towards(rows, goal, cutoff="2023-07-15", **about).iloc[0]
    assert found["verdict"] == "on_track"
    assert found[["had", "needed"]].tolist() == pytest.approx([365.25, 365.25])


def test_so_is_one_so_far_that_ends_within_a_month() -> None:
    rows: Rows = [{"period": "2024-01-01/2024-04-10", "value": 41.0}]
    found = towards(rows, {"period": "2024", "value": 150.0}, unit_measure="count").iloc[0]
    assert found["had"] == pytest.approx(41 / 101 * 365.25)


def test_a_sum_of_which_nothing_is_known_has_no_pace() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 750.0, "kind": "total"}
    rows: Rows = [{"period": "2020", "value": 100.0}]
    found = towards(rows, goal, unit_measure="count", additive=True).iloc[0]
    assert (found["verdict"], found["points"], found["reached"]) == ("too_few_points", 0, False)


def test_every_target_that_is_not_due_has_a_pace_and_none_that_was_judged() -> None:
    goals: Rows = [
        {"period": "2023", "value": 92.0},
        {"period": "2024", "value": 92.0},
        {"period": "2025", "value": 95.0},
        {"period": "2025", "value": 99.0, "set_by": "district"},
        {"period": "2025", "value": float("nan"), "set_by": "ward"},
    ]
    assert towards(yearly(80.0, 85.0, 90.0), *goals)["target"].tolist() == [92, 95, 99]


def test_of_a_target_whose_kind_is_not_said_the_reading_by_its_end_has_a_pace() -> None:
    found = towards(yearly(80.0, 85.0, 90.0), {"period": "2021/2025", "value": 100.0})
    assert found[["verdict", "target_year"]].to_numpy().tolist() == [["on_track", 2025]]


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [(81.0, "up", "on_track"), (30.0, "up", "behind"), (81.0, "down", "nearly_on_track")],
)
def test_while_a_counts_period_runs_so_far_against_time_speaks(
    value: float, better: str, expected: str
) -> None:
    rows: Rows = [*yearly(200.0, 190.0, 180.0), {"period": "2024-01/2024-06", "value": value}]
    goal: dict[str, object] = {"period": "2024", "value": 150.0}
    found = towards(rows, goal, cutoff="2024-07-15", unit_measure="count", better=better).iloc[0]
    assert (found["verdict"], found["reached"]) == (expected, False)
    assert found["had"] == pytest.approx(2 * value)
    assert found["share_of_way"] == pytest.approx(value / 1.5)


HALF: dict[str, object] = {"period": "2024-01/2024-06", "value": 220.0, "obs_status": "E"}
HALF |= {"reported_on": pd.Timestamp("2024-06-20")}
PLAN: dict[str, object] = {"period": "2024", "value": 450.0}


@pytest.mark.parametrize("reported", ["2024-06-20", "2024-07-10"])
def test_half_a_year_that_is_over_and_estimated_alone_is_a_share_of_its_years_plan(
    reported: str,
) -> None:
    half = HALF | {"reported_on": pd.Timestamp(reported)}
    rows: Rows = [*yearly(360.0, 400.0, 430.0), half]
    found = towards(rows, PLAN, cutoff="2024-07-15", unit_measure="count").iloc[0]
    assert (found["last_period"], found["verdict"]) == ("2024-01/2024-06", "on_track")
    assert found[["share_of_way", "had"]].tolist() == pytest.approx([220 / 4.5, 440])


def test_an_estimate_of_half_a_year_that_is_not_over_is_no_evidence_nor_are_earlier_years() -> None:
    rows: Rows = [*yearly(360.0, 400.0, 430.0), HALF]
    found = towards(rows, PLAN, cutoff="2024-06-25", unit_measure="count").iloc[0]
    assert (found["verdict"], found["points"]) == ("too_few_points", 0)
    assert pd.isna(found["share_of_way"])


def test_the_way_from_an_earlier_year_is_no_share_of_a_years_plan() -> None:
    found = towards(yearly(360.0, 400.0, 430.0), PLAN, unit_measure="count").iloc[0]
    assert found["verdict"] == "on_track"  # By the line of the years before it.
    assert pd.isna(found["share_of_way"])


def test_a_sum_with_a_gap_or_a_range_has_no_pace() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 750.0}
    gap = towards(yearly(150.0, first=2023), goal, unit_measure="count")
    assert gap["verdict"].tolist() == ["too_few_points"]
    over = [row | {"qualifier": ">"} for row in yearly(150.0)]
    assert towards(over, goal, unit_measure="count")["verdict"].tolist() == ["too_few_points"]


def test_a_target_that_says_at_most_lies_below_whatever_is_better() -> None:
    goal: dict[str, object] = {"period": "2025", "value": 10.0, "qualifier": "<="}
    found = towards(yearly(20.0, 16.0, 13.0), goal, better="none")
    assert found["verdict"].tolist() == ["on_track"]
    assert towards(yearly(20.0, 16.0, 13.0), goal | {"qualifier": "="}, better="none").empty


def test_a_forecast_reaches_no_target_and_says_nothing_of_the_pace() -> None:
    goal: dict[str, object] = {"period": "2025", "value": 95.0}
    forecast: dict[str, object] = {"period": "2024", "value": 96.0, "obs_status": "F"}
    known = yearly(80.0, 81.0, 82.0)
    assert towards([*known, forecast], goal).equals(towards(known, goal))


def test_figures_of_another_definition_or_of_whole_years_say_nothing_of_a_target() -> None:
    known = yearly(80.0, 85.0, 90.0)
    goals: Rows = [{"period": "2025", "definition": "narrow"}, {"period": "2024-07/2024-12"}]
    for goal in goals:
        found = towards(known, goal | {"value": 95.0})
        assert found[["verdict", "points", "reached"]].to_numpy().tolist() == [
            ["too_few_points", 0, False]
        ]


def test_who_has_not_moved_has_come_no_way_without_a_sign() -> None:
    goal: dict[str, object] = {"period": "2025", "value": 10.0}
    way = towards(yearly(12.5, 12.5, 12.5), goal, better="down")["share_of_way"].iloc[0]
    assert str(float(way)) == "0.0"


def test_among_figures_one_of_which_is_a_range_no_pace_is_had() -> None:
    rows = yearly(80.0, 85.0, 90.0)
    rows[1]["qualifier"] = ">"
    found = towards(rows, {"period": "2025", "value": 100.0}).iloc[0]
    assert (found["verdict"], found["needed"]) == ("too_few_points", 5)
    assert pd.isna(found["had"])


@pytest.mark.parametrize(
    ("measure", "expected"), [("percent", "on_track"), ("count", "too_few_points")]
)
def test_a_range_beyond_the_target_is_on_track_unless_each_year_begins_anew(
    measure: str, expected: str
) -> None:
    goal: dict[str, object] = {"period": "2025", "value": 80.0, "kind": "by"}
    rows: Rows = [{"period": "2023", "value": 85.0, "qualifier": ">"}]
    assert towards(rows, goal, unit_measure=measure)["verdict"].tolist() == [expected]


def test_a_year_ahead_is_time_enough_for_a_pace() -> None:
    found = towards(yearly(80.0, 85.0, 90.0), {"period": "2024", "value": 95.0}).iloc[0]
    assert (found["verdict"], found["points"], found["needed"]) == ("on_track", 3, 5)
