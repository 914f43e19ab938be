import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.charts import scale_of
from giaoban.charts.board import measured
from giaoban.charts.canvas import WIDTH, fitted
from giaoban.style import LARGE, SMALL

# What the page leaves a chart on a phone that is 390 pixels wide.
PHONE = 366


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (88, 93, [85, 90, 95]),
        (71.3, 90, [70, 80, 90]),
        (0.8, 3.84, [0, 2, 4]),
        (41.7, 45.6, [40, 42, 44, 46]),
        (-5, -3, [-5, -4, -3]),
        (-1, 1, [-1, 0, 1]),
    ],
)
def test_a_scale_starts_where_the_values_do_or_at_a_0_that_is_near(
    low: float, high: float, ticks: list[float]
) -> None:
    assert scale_of(low, high) == ticks


def test_a_small_change_does_not_fill_the_scale() -> None:
    ticks = scale_of(97.0, 97.2)
    assert max(ticks) - min(ticks) >= 5


def test_ticks_of_counts_are_whole() -> None:
    assert scale_of(2, 3, whole=True) == [2, 3]


@given(st.lists(st.floats(0, 100), min_size=1))
def test_no_share_lies_beyond_its_axis_and_no_axis_beyond_0_and_100(shares: list[float]) -> None:
    ticks = scale_of(min(shares), max(shares))
    assert 0 <= ticks[0] <= min(shares) + 1e-6
    assert max(shares) - 1e-6 <= ticks[-1] <= 100
    assert 2 <= len(ticks) <= 5


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_scale_rises_in_even_steps_whatever_the_values(one: float, other: float) -> None:
    ticks = scale_of(min(one, other), max(one, other))
    assert 2 <= len(ticks) <= 6
    assert ticks == sorted(set(ticks))


def test_no_word_of_a_chart_is_smaller_than_12_pixels_on_a_phone() -> None:
    assert min(SMALL, LARGE) * PHONE / (WIDTH * 72) >= 12


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=40), st.floats(20, 200))
def test_a_text_is_broken_at_its_spaces_alone_and_no_line_is_too_wide(
    word: str, width: float
) -> None:
    text = f"{word} và {word}"
    lines = fitted(text, width, SMALL).split("\n")
    assert " ".join(lines) == text
    assert all(measured(line)[0] <= width or " " not in line for line in lines)
