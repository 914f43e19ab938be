import pandas as pd
import pytest
from frames import compared, indicators, targets, yearly

from giaoban.analysis import paces


@pytest.mark.parametrize(
    ("values", "target", "better", "expected"),
    [
        ((80.0, 85.0, 90.0), 100.0, "up", "on_track"),
        ((80.0, 81.0, 82.0), 100.0, "up", "behind"),
        ((80.0, 79.0, 78.0), 100.0, "up", "moving_away"),
        ((20.0, 15.0, 10.0), 5.0, "down", "on_track"),
        ((20.0, 19.0, 18.0), 5.0, "down", "behind"),
        ((20.0, 21.0, 22.0), 5.0, "down", "moving_away"),
        ((0.0, 10.0, 20.0), 40.0, "up", "on_track"),
        ((80.0, 85.0), 100.0, "up", "too_few_points"),
        ((80.0, 85.0, 90.0), 75.0, "up", "on_track"),
        ((80.0, 77.0, 70.0), 75.0, "up", "moving_away"),
    ],
)
def test_progress_is_the_actual_rate_over_the_one_asked_for(
    values: tuple[float, ...], target: float, better: str, expected: str
) -> None:
    goal = targets({"period": "2025", "value": target})
    found = paces(compared(*yearly(*values)), goal, indicators(better=better))
    assert found["verdict"].tolist() == [expected]


def test_what_is_still_needed_is_spread_over_the_years_left() -> None:
    goal = targets({"period": "2025", "value": 100.0})
    found = paces(compared(*yearly(80.0, 85.0, 90.0)), goal, indicators()).iloc[0]
    assert (found["needed"], found["target_year"]) == (5, 2025)


def test_the_last_target_ahead_counts_as_it_was_last_reported() -> None:
    later = pd.Timestamp("2023-06-01")
    goals = targets(
        {"period": "2024", "value": 92.0},
        {"period": "2025", "value": 95.0},
        {"period": "2025", "value": 99.0, "reported_on": later},
        {"period": "2021/2025", "value": 50.0, "reported_on": later},
    )
    found = paces(compared(*yearly(80.0, 85.0, 90.0)), goals, indicators())
    assert found["target"].tolist() == [99]


def test_a_target_that_is_past_has_no_pace() -> None:
    goal = targets({"period": "2022", "value": 100.0})
    assert paces(compared(*yearly(80.0, 85.0, 90.0)), goal, indicators()).empty


def test_a_target_for_several_years_together_has_no_pace() -> None:
    assert paces(
        compared(*yearly(80.0, 81.0, 82.0)),
        targets({"period": "2021/2025", "value": 90.0}),
        indicators(),
    ).empty
    goal = targets({"period": "2021/2025", "value": 750.0})
    about = indicators(unit_measure="count")
    assert paces(compared(*yearly(150.0, 160.0, 170.0), unit_measure="count"), goal, about).empty


def test_a_target_that_says_at_most_lies_below_whatever_is_better() -> None:
    goal = targets({"period": "2025", "value": 10.0, "qualifier": "<="})
    found = paces(compared(*yearly(20.0, 16.0, 13.0)), goal, indicators(better="none"))
    assert found["verdict"].tolist() == ["on_track"]


@pytest.mark.parametrize(("last", "reached"), [(90.0, False), (95.0, True), (96.0, True)])
def test_a_target_that_the_last_figure_has_reached_says_so(last: float, reached: bool) -> None:
    goal = targets({"period": "2025", "value": 95.0})
    assert paces(compared(*yearly(80.0, last)), goal, indicators())["reached"].tolist() == [reached]


def test_a_forecast_reaches_no_target_and_says_nothing_of_the_pace() -> None:
    goal, known = targets({"period": "2025", "value": 95.0}), yearly(80.0, 81.0, 82.0)
    forecast: dict[str, object] = {"period": "2024", "value": 96.0, "obs_status": "F"}
    found = paces(compared(*known, forecast), goal, indicators())
    assert found["reached"].tolist() == [False]
    assert found.equals(paces(compared(*known), goal, indicators()))


def test_a_target_of_a_year_that_is_over_or_of_another_definition_lies_not_ahead() -> None:
    table = compared(*yearly(80.0, 85.0, 90.0))
    goal: dict[str, object] = {"period": "2024", "value": 95.0}
    assert len(paces(table, targets(goal), indicators(), this_year=2024)) == 1
    assert paces(table, targets(goal), indicators(), this_year=2025).empty
    assert paces(table, targets(goal | {"definition": "narrow"}), indicators()).empty
