"""The ratio and its bounds of 0.95, 0.60 and 0 are those that Eurostat uses for indicators with a
quantified target (Sustainable development in the European Union: monitoring report, annex on
method); here they judge differences a year."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.statistics import Pace, judge_pace, judge_sum


@pytest.mark.parametrize(
    ("had", "verdict"),
    [
        (12.0, "on_track"),
        (9.5, "on_track"),
        (9.49, "nearly_on_track"),
        (6.0, "nearly_on_track"),
        (5.99, "behind"),
        (0.0, "behind"),
        (-0.01, "moving_away"),
        (math.nan, "too_few_points"),
    ],
)
def test_the_bounds_are_those_of_the_method(had: float, verdict: str) -> None:
    found = judge_pace(50, 100, 5, had, "up", reached=False)
    assert (found.verdict, found.needed) == (verdict, 10)
    mirrored = judge_pace(50, 0, 5, -had, "down", reached=False)
    assert (mirrored.verdict, mirrored.needed) == (verdict, -10)


@given(st.floats(1, 100), st.floats(0.1, 50), st.integers(1, 10), st.sampled_from(["up", "down"]))
def test_the_very_pace_that_is_asked_for_is_on_track(
    latest: float, step: float, years: int, better: str
) -> None:
    had = step if better == "up" else -step
    found = judge_pace(latest, latest + had * years, years, had, better, reached=False)
    assert found.verdict == "on_track"
    assert found.needed == pytest.approx(had, abs=1e-9)


def test_what_has_been_reached_is_on_track_however_it_moved() -> None:
    for had in (3.0, -3.0, math.nan):
        assert judge_pace(92, 90, 2, had, "up", reached=True).verdict == "on_track"


@pytest.mark.parametrize(
    ("had", "verdict"),
    [
        (3.0, "on_track"),
        (0.0, "on_track"),
        (-1.0, "on_track"),
        (-1.01, "moving_away"),
        (math.nan, "too_few_points"),
    ],
)
def test_of_what_begins_anew_each_year_none_is_reached_beforehand(had: float, verdict: str) -> None:
    assert judge_pace(92, 90, 2, had, "up", reached=True, anew=True).verdict == verdict
    assert judge_pace(88, 90, 2, -had, "down", reached=True, anew=True).verdict == verdict


@pytest.mark.parametrize(
    ("had", "verdict"), [(5.0, "on_track"), (0.0, "behind"), (-1.0, "moving_away")]
)
def test_where_nothing_but_a_move_is_needed_any_move_the_right_way_is_on_track(
    had: float, verdict: str
) -> None:
    # 90% against "over 90%".
    assert judge_pace(90, 90, 2, had, "up", reached=False) == Pace(verdict, had, 0)
    assert judge_pace(90, 90, 2, -had, "down", reached=False).verdict == verdict


@pytest.mark.parametrize(
    ("so_far", "verdict"),
    [
        (300, "on_track"),
        # In 2 of 5 years 0.95 of 3/5 a year more is asked for.
        (290, "nearly_on_track"),
        (210, "behind"),
        (0, "behind"),
    ],
)
def test_a_sum_is_judged_by_what_it_had_a_year_over_what_is_left_a_year(
    so_far: float, verdict: str
) -> None:
    found = judge_sum(so_far, 750, 2, 3, "up")
    assert (found.verdict, found.had) == (verdict, so_far / 2)
    assert found.needed == pytest.approx((750 - so_far) / 3)


@pytest.mark.parametrize(
    ("so_far", "verdict"),
    [(20, "on_track"), (21, "nearly_on_track"), (30, "behind"), (60, "behind"), (0, "on_track")],
)
def test_the_ratio_is_turned_round_for_a_ceiling(so_far: float, verdict: str) -> None:
    assert judge_sum(so_far, 50, 2, 3, "down").verdict == verdict


def test_a_sum_that_stands_at_what_is_to_be_exceeded_needs_any_more_at_all() -> None:
    assert judge_sum(700, 700, 2, 3, "up") == Pace("on_track", 350, 0)
    assert judge_sum(1, 1, 2, 3, "up") == Pace("on_track", 0.5, 0)
    assert judge_sum(0, 0, 2, 3, "up") == Pace("behind", 0, 0)


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(1, 5), st.integers(1, 5))
def test_no_sum_moves_away(so_far: int, target: int, gone: int, left: int) -> None:
    for better in ("up", "down"):
        found = judge_sum(so_far, target, gone, left, better)
        assert found.verdict in ("on_track", "nearly_on_track", "behind")


def test_less_than_one_that_is_left_is_left() -> None:
    assert judge_pace(10, 10.5, 1, 0.1, "up", reached=False) == Pace("behind", 0.1, 0.5)
    assert judge_sum(0.1, 0.6, 1, 1, "up") == Pace("behind", 0.1, 0.5)
    assert judge_sum(1, 1.5, 1, 1, "down") == Pace("behind", 1, 0.5)
