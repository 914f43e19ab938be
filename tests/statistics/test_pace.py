"""The method is the one that Eurostat uses for indicators with a target, as the Open SDG platform
documents and computes it (sdg-build, ProgressMeasure): compound annual growth rates, with
thresholds of 0.95, 0.60 and 0."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.statistics import judge_pace


def test_the_rates_of_open_sdgs_example_come_out() -> None:
    found = judge_pace(1.55, 1.82, 0.001, years=4, target_years=15, better="down")
    assert found.actual == pytest.approx(0.0409621113)
    assert found.required == pytest.approx(-0.3872106341)
    assert found.ratio == pytest.approx(-0.1057876714)
    assert found.verdict == "moving_away"


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        (1.2, "on_track"),
        (0.95, "on_track"),
        (0.9499, "behind"),
        (0.0, "behind"),
        (-0.01, "moving_away"),
    ],
)
def test_the_thresholds_are_those_of_the_method(ratio: float, verdict: str) -> None:
    required = 1.05
    last = 50 * (1 + (required - 1) * ratio + (1e-12 if ratio > 0 else 0))
    assert judge_pace(50, last, 50 * required**10, 1, 10, "up").verdict == verdict


@given(st.floats(1, 100), st.floats(1.001, 2), st.integers(1, 5), st.integers(1, 5))
def test_the_very_pace_that_is_asked_for_is_on_track(
    first: float, growth: float, years: int, more: int
) -> None:
    last, target = first * growth**years, first * growth ** (years + more)
    found = judge_pace(first, last, target, years, years + more, "up")
    assert math.isclose(found.ratio, 1, rel_tol=1e-6)
    assert found.verdict == "on_track"
