import math
from datetime import date, timedelta
from itertools import combinations, pairwise

import pandas as pd
import pytest
from frames import figures, indicators
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import published
from giaoban.analysis.cumulative import (
    Figure,
    add_up,
    covers,
    figures_by_series,
    gaps,
    is_contiguous,
    largest_cover,
    since_first_day,
)
from giaoban.language.periods import Period, parse_period
from giaoban.statistics import Range

FIVE_YEARS = parse_period("2021/2025")


def parts(*rows: dict[str, object]) -> list[Figure]:
    table = published(figures(*rows), indicators(unit_measure="count"))
    (series,) = figures_by_series(table).values()
    return series


def of(*periods: str) -> list[Figure]:
    return parts(*({"period": p, "value": 1.0} for p in periods))


def test_figures_are_taken_out_of_their_frame_by_unit_and_indicator() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2021", "value": 89.0, "qualifier": ">", "as_published": "trên 89%"},
        {"indicator": "y", "period": "2022", "value": 1.0, "obs_status": "B", "definition": "wide"},
    ]
    about = pd.concat([indicators(), indicators(indicator="y")])
    found = figures_by_series(published(figures(*rows), about))
    assert list(found) == [("u", "x"), ("u", "y")]
    (over,), (broken,) = found.values()
    assert (over.range, over.as_published) == (Range(89, 100, low_open=True), "trên 89%")
    assert (over.period, over.broken) == (parse_period("2021"), False)
    assert (broken.broken, broken.definition, broken.row) == (True, "wide", 1)


@pytest.mark.parametrize(
    ("periods", "cover"),
    [
        (["2021", "2022", "2023"], ["2021", "2022", "2023"]),
        # The most days without overlapping: 2021 and 2022/2023, not 2021/2022 alone.
        (["2021/2022", "2021", "2022/2023"], ["2021", "2022/2023"]),
        # Of equal covers the fewest figures.
        (["2021", "2022", "2021/2022"], ["2021/2022"]),
        # Then those that begin first.
        (["2021", "2022-01/2022-03", "2022-07/2022-09", "2022-10/2022-12"], None),
        (["2021/2022", "2022/2023"], ["2021/2022"]),
        # Of two that have one day in common the longer.
        (["2021-01-01/2021-06-30", "2021-06-30/2021-12-31"], ["2021-06-30/2021-12-31"]),
        (["2020/2022", "2023"], ["2023"]),
        (["2026"], []),
    ],
)
def test_those_figures_are_picked_that_cover_the_most(
    periods: list[str], cover: list[str] | None
) -> None:
    found = [str(f.period) for f in largest_cover(of(*periods), FIVE_YEARS)]
    assert found == (sorted(periods) if cover is None else cover)


MONTHS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 5)), max_size=7, unique=True)


def month(number: int, length: int) -> Figure:
    year, place = 2021 + number // 12, number % 12
    ahead = number + length + 1
    end = date(2021 + ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)
    exact = Range(1, 1)
    return Figure(0, Period(date(year, place + 1, 1), end), 1.0, "=", exact, None, False, None)


@given(MONTHS)
def test_no_choice_of_figures_covers_more_or_as_much_with_fewer(
    stretches: list[tuple[int, int]],
) -> None:
    known = [month(*stretch) for stretch in stretches]
    span = parse_period("2021")
    inside = [f for f in known if span.contains(f.period)]
    best: tuple[int, int] = (0, 0)
    for size in range(1, len(inside) + 1):
        for choice in combinations(sorted(inside, key=lambda f: f.period), size):
            if all(a.period.end < b.period.start for a, b in pairwise(choice)):
                best = max(best, (sum(f.period.days for f in choice), -size))
    found = largest_cover(known, span)
    assert (sum(f.period.days for f in found), -len(found)) == best
    assert found == sorted(found, key=lambda f: f.period)


def test_parts_that_follow_one_another_add_up() -> None:
    rows = [
        {"period": "2022-01/2022-03", "value": 40.0},
        {"period": "2022-04/2022-06", "value": 41.5},
    ]
    found = add_up(parts(*rows), parse_period("2022"))
    assert found is not None
    assert (found.value, found.qualifier, found.range) == (81.5, "=", Range(81.5, 81.5))
    assert found.days == 181


@pytest.mark.parametrize(
    ("first", "second", "value", "qualifier", "range_"),
    [
        (">", ">", 750, ">", Range(750, math.inf, low_open=True)),
        (">=", "=", 750, ">=", Range(750, math.inf)),
        ("<", "<", 750, "<", Range(0, 750, high_open=True)),
        ("<=", "<=", 750, "<=", Range(0, 750)),
        ("~", "=", 750, "~", Range(735, 765)),
        ("<", "=", 750, "~", Range(450, 750, high_open=True)),
        (">", "<", 300, ">", Range(300, math.inf, low_open=True, high_open=True)),
    ],
)
def test_ranges_add_up_and_are_stated_as_a_figure_is(
    first: str, second: str, value: float, qualifier: str, range_: Range
) -> None:
    rows: list[dict[str, object]] = [
        {"period": "2021", "value": 300.0, "qualifier": first},
        {"period": "2022", "value": 450.0, "qualifier": second},
    ]
    found = add_up(parts(*rows), parse_period("2021/2022"))
    assert found is not None
    assert (found.value, found.qualifier, found.range) == (value, qualifier, range_)


def test_500_200_and_600_that_overlap_cover_three_years_with_800() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2021/2022", "value": 500.0},
        {"period": "2021", "value": 200.0},
        {"period": "2022/2023", "value": 600.0},
    ]
    found = add_up(parts(*rows), parse_period("2021/2023"))
    assert found is not None
    assert (found.value, covers(found.parts, parse_period("2021/2023"))) == (800, True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"obs_status": "B"}),
        ({}, {"obs_status": "D"}),
        ({"definition": "a"}, {"definition": "b"}),
        ({"definition": "a"}, {}),
    ],
)
def test_parts_that_do_not_count_the_same_do_not_add_up(
    first: dict[str, object], second: dict[str, object]
) -> None:
    rows = [{"period": "2021", "value": 1.0} | first, {"period": "2022", "value": 1.0} | second]
    assert add_up(parts(*rows), FIVE_YEARS) is None
    assert add_up(parts(*rows), parse_period("2022")) is not None


def test_a_break_at_the_very_first_part_parts_nothing() -> None:
    rows = [{"period": "2021", "value": 1.0, "obs_status": "B"}, {"period": "2022", "value": 2.0}]
    found = add_up(parts(*rows), FIVE_YEARS)
    assert found is not None
    assert found.value == 3


def test_there_is_no_sum_of_nothing() -> None:
    assert add_up([], FIVE_YEARS) is None


@pytest.mark.parametrize(
    ("periods", "whole", "contiguous"),
    [
        (["2021", "2022/2025"], True, True),
        (["2021", "2022"], False, True),
        (["2022", "2023"], False, False),
        (["2021", "2023"], False, False),
        (["2021-01/2021-06"], False, True),
    ],
)
def test_a_cover_is_whole_or_without_a_gap_from_the_first_day(
    periods: list[str], whole: bool, contiguous: bool
) -> None:
    known = of(*periods)
    assert (covers(known, FIVE_YEARS), is_contiguous(known, FIVE_YEARS)) == (whole, contiguous)
    assert not is_contiguous([], FIVE_YEARS)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["2021", "2022"], []),
        (["2022", "2023"], ["2021"]),
        (["2023"], ["2021/2022"]),
        (["2022", "2023-07/2024"], ["2021", "2023-01/2023-06"]),
        (["2021", "2022-01-01/2022-03-30", "2022-04/2022-06"], ["2022-03-31"]),
    ],
)
def test_gaps_are_what_lies_without_a_figure_before_the_last_one(
    periods: list[str], expected: list[str]
) -> None:
    assert [str(gap) for gap in gaps(of(*periods), FIVE_YEARS)] == expected


@pytest.mark.parametrize(
    ("sign", "first", "expected"),
    [
        ("=", "2021", (9.0, "=", Range(9, 9))),
        ("=", "2022", (9.0, ">=", Range(9, math.inf))),
        (">", "2022", (9.0, ">", Range(9, math.inf, low_open=True))),
        ("<=", "2022", (0.0, ">=", Range(0, math.inf))),
    ],
)
def test_a_sum_with_a_gap_is_at_least_what_is_known(
    sign: str, first: str, expected: tuple[float, str, Range]
) -> None:
    known = add_up(parts({"period": first, "value": 9.0, "qualifier": sign}), FIVE_YEARS)
    assert known is not None
    since = since_first_day(known, FIVE_YEARS)
    assert (since.value, since.qualifier, since.range) == expected


def test_what_ranges_come_to_is_a_range_with_both_its_ends() -> None:
    first = {"period": "2021", "value": 300.0, "value_to": 350.0, "qualifier": ".."}
    then = {"period": "2022", "value": 100.0, "value_to": 120.0, "qualifier": ".."}
    added = add_up(parts(first, then), parse_period("2021/2022"))
    assert added
    assert (added.value, added.qualifier, added.range) == (400, "..", Range(400, 470))


def test_an_exact_sum_is_both_ends_of_its_range_whatever_its_size() -> None:
    values = (9_000_000_000_000_001.0, 1_000_000.1, 2_000_000.2, 3_000_000.3)
    rows = [{"period": f"{2021 + n}", "value": value} for n, value in enumerate(values)]
    found = add_up(parts(*rows), parse_period("2021/2024"))
    assert found is not None
    assert found.range == Range(found.value, found.value)
