"""What the figures give for a claim, before it is judged."""

import math
import random
from typing import Any

import pandas as pd
import plainly
import pytest
from frames import compared, indicators, targets, yearly

from giaoban.analysis import is_relative
from giaoban.analysis.recomputed import Recomputed, in_percent, recompute

COUNT = {"unit_measure": "count"}


def each(
    claim: dict[str, Any],
    rows: list[dict[str, Any]],
    *goals: dict[str, Any],
    **about: str,
) -> list[Recomputed]:
    return of(claim, compared(*rows, **about), *goals, **about)


def of(
    claim: dict[str, Any], table: pd.DataFrame, *goals: dict[str, Any], **about: str
) -> list[Recomputed]:
    default = {"claim": "c", "indicator": "x", "period": "2022", "as_published": None}
    return recompute(pd.Series(default | claim), table, targets(*goals), indicators(**about))


def one(
    claim: dict[str, Any],
    rows: list[dict[str, Any]],
    *goals: dict[str, Any],
    **about: str,
) -> Recomputed:
    (found,) = each(claim, rows, *goals, **about)
    return found


def test_large_amounts_differ_as_they_are_printed() -> None:
    claim, rows = {"kind": "change", "period": "2021/2022"}, yearly(12_345_677, 12_345_678.45)
    assert one(claim, rows, unit_measure="number").value == 1.45


MEAN: dict[str, Any] = {"kind": "mean_per_year", "period": "2020/2022"}
CHANGE: dict[str, Any] = {"kind": "change", "period": "2021/2022"}


@pytest.mark.parametrize(
    ("period", "value", "mean"),
    [
        ("2020/2022", 460.0, 460 / 3),
        # 29 months.
        ("2020-08/2022-12", 460.0, 460 * 12 / 29),
        ("2022-01/2022-06", 81.0, 162),
    ],
)
def test_a_mean_divides_a_total_by_its_months_and_multiplies_it_by_12(
    period: str, value: float, mean: float
) -> None:
    row: dict[str, Any] = {"period": period, "value": value}
    found = one(MEAN | {"period": period}, [row], **COUNT)
    assert found.value == pytest.approx(mean)
    assert found.detail == ""
    assert found.range.low == found.range.high == found.value


def test_a_total_over_days_that_are_no_whole_months_has_no_mean_a_year() -> None:
    row: dict[str, Any] = {"period": "2020-08-15/2022-12-31", "value": 460.0}
    found = one(MEAN | {"period": row["period"]}, [row], **COUNT)
    assert (found.value, found.detail) == (None, "not_whole_months")


def test_a_share_has_no_mean_a_year() -> None:
    row: dict[str, Any] = {"period": "2020/2022", "value": 90.0}
    assert one(MEAN, [row]).detail == "not_additive"


def test_a_total_is_the_figure_of_just_its_period_else_put_together_where_it_is_covered_whole() -> (
    None
):
    rows = yearly(140.0, 160.0, 150.0, first=2020)
    assert one(MEAN, rows, **COUNT).value == 150
    assert one(MEAN, rows, **COUNT).rows == (0, 1, 2)
    whole: dict[str, Any] = {"period": "2020/2022", "value": 460.0}
    assert one(MEAN, [*rows, whole], **COUNT).value == pytest.approx(460 / 3)
    assert one(MEAN, rows[:2], **COUNT).detail == "no_figure"


@pytest.mark.parametrize(
    ("second", "detail"),
    [({"definition": "b"}, "not_comparable"), ({"obs_status": "B"}, "not_comparable"), ({}, "")],
)
def test_years_that_count_different_things_are_not_added_up(
    second: dict[str, Any], detail: str
) -> None:
    rows = [row | {"definition": "a"} for row in yearly(150.0, 150.0)]
    rows[1] |= second
    assert one(MEAN | {"period": "2021/2022"}, rows, **COUNT).detail == detail


def test_a_sum_of_ranges_is_carried_through_the_mean() -> None:
    rows = [row | {"qualifier": ">"} for row in yearly(300.0, 450.0)]
    found = one(MEAN | {"period": "2021/2022"}, rows, **COUNT)
    assert (found.range.low, found.range.high, found.detail) == (375, math.inf, "figure_is_a_range")


@pytest.mark.parametrize(
    ("kind", "value", "bar"), [("percent_of_target", 107.125, 100), ("margin_over_target", 5.7, 0)]
)
def test_a_claim_about_a_target_knows_what_stands_for_it_and_which_way_it_lies(
    kind: str, value: float, bar: float
) -> None:
    row: dict[str, Any] = {"period": "2022", "value": 85.7}
    found = one({"kind": kind}, [row], {"value": 80.0})
    assert found.value == pytest.approx(value)
    assert (found.bar, found.way, found.rows) == (bar, "up", (0,))
    ceiling = one({"kind": kind}, [row], {"value": 80.0, "qualifier": "<="})
    assert ceiling.way == "down"


@pytest.mark.parametrize(
    ("goals", "detail"),
    [
        ([], "no_target"),
        ([{"value": 80.0, "period": "2021"}], "no_target"),
        ([{"value": math.nan}], "target_not_published"),
        ([{"value": 80.0, "definition": "narrow"}], "not_comparable"),
        ([{"value": 0.0}], "target_is_zero"),
        ([{"value": 1.0}], ""),
        ([{"value": -80.0}], "target_is_zero"),
        ([{"value": 80.0, "qualifier": "~"}], "no_target"),
        ([{"value": 80.0, "value_to": 90.0}], "no_target"),
        ([{"value": 80.0, "derivation": "85 − 5 (c)"}], "circular"),
        ([{"value": 80.0, "derivation": "85 − 5 (c-other)"}], ""),
    ],
)
def test_what_a_claim_about_a_target_lacks_is_said(
    goals: list[dict[str, Any]], detail: str
) -> None:
    row: dict[str, Any] = {"period": "2022", "value": 85.0}
    found = one({"kind": "percent_of_target"}, [row], *goals)
    assert found.detail == detail
    assert (found.value is None) == (detail not in ("", "circular"))


def test_a_share_of_a_part_of_a_year_is_not_put_together() -> None:
    halves: list[dict[str, Any]] = [
        {"period": p, "value": 80.0} for p in ("2022-01/2022-06", "2022-07/2022-12")
    ]
    claim: dict[str, Any] = {"kind": "margin_over_target"}
    assert one(claim, halves, {"value": 80.0}).detail == "no_figure"
    assert one(claim, halves, {"value": 150.0}, **COUNT).value == 10


def test_the_target_of_the_shortest_period_counts_and_of_that_each_setters() -> None:
    goals: list[dict[str, Any]] = [
        {"value": 70.0, "period": "2021/2025"},
        {"value": 80.0, "set_by": "City"},
        {"value": 90.0, "set_by": "District"},
    ]
    row: dict[str, Any] = {"period": "2022", "value": 85.0}
    found = each({"kind": "margin_over_target"}, [row], *goals)
    assert [one.value for one in found] == [5, -5]


def test_of_several_targets_one_that_was_worked_out_from_the_claim_stands_back() -> None:
    goals: list[dict[str, Any]] = [
        {"value": 80.0, "set_by": "City", "derivation": "85 − 5 (c)"},
        {"value": 90.0, "set_by": "District"},
    ]
    row: dict[str, Any] = {"period": "2022", "value": 85.0}
    (found,) = each({"kind": "margin_over_target"}, [row], *goals)
    assert (found.value, found.detail) == (-5, "")


def test_a_change_runs_from_the_first_to_the_last_year_and_names_their_figures() -> None:
    rows = yearly(93.75, 95.0, 97.8, first=2020)
    found = one(CHANGE | {"period": "2020/2022"}, rows)
    assert found.value == pytest.approx(4.05)
    assert (found.rows, found.detail) == ((0, 2), "")


@pytest.mark.parametrize("period", ["2022", "2021/2023", "2020/2022", "2021-01/2022-06"])
def test_a_change_needs_the_figures_of_two_years(period: str) -> None:
    assert one(CHANGE | {"period": period}, yearly(93.75, 97.8)).detail == "no_figure"


@pytest.mark.parametrize("later", [{"definition": "b"}, {"obs_status": "B"}, {"obs_status": "D"}])
def test_a_change_across_a_break_anywhere_between_cannot_be_checked(
    later: dict[str, Any],
) -> None:
    rows = [row | {"definition": "a"} for row in yearly(93.75, 95.0, 97.8)]
    rows[1] |= later
    found = one(CHANGE | {"period": "2021/2023"}, rows)
    assert found.detail == "not_comparable"


def test_a_change_with_a_forecast_in_it_is_that_of_no_figure() -> None:
    rows = yearly(80.0, 85.0)
    rows[1]["obs_status"] = "F"
    assert one(CHANGE, rows).detail == "no_figure"


def test_a_change_between_ranges_is_a_range() -> None:
    rows = yearly(80.0, 89.0)
    rows[0]["qualifier"] = ">"
    found = one(CHANGE, rows)
    assert (found.range.low, found.range.high, found.detail) == (-11, 9, "figure_is_a_range")


@pytest.mark.parametrize(
    ("printed", "measure", "relative"),
    [
        ("-10", "count", [False]),
        ("-10%", "count", [True]),
        ("-10 %", "rating", [True]),
        ("-10", "percent", [False]),
        # Of a share it may be meant in points or in percent of what it was.
        ("-10%", "percent", [False, True]),
        (None, "count", [False]),
    ],
)
def test_a_change_is_in_its_own_measure_or_with_a_percent_sign_in_percent_of_the_first(
    printed: str | None, measure: str, relative: list[bool]
) -> None:
    found = each(CHANGE | {"as_published": printed}, yearly(50.0, 45.0), unit_measure=measure)
    assert [one.relative for one in found] == relative
    assert [one.value for one in found] == [-10 if r else -5 for r in relative]


def test_there_is_no_percent_of_nothing() -> None:
    found = one(CHANGE | {"as_published": "100%"}, yearly(0.0, 12.0), **COUNT)
    assert (found.value, found.detail, found.relative) == (None, "zero_before", True)


def test_a_relative_change_of_ranges_lies_between_the_ratios_of_their_ends() -> None:
    rows = yearly(100.0, 150.0)
    rows[1]["qualifier"] = "~"
    found = one(CHANGE | {"as_published": "50%"}, rows, **COUNT)
    # About 150 is 145 to 155.
    assert [found.range.low, found.range.high] == pytest.approx([45, 55])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("118%", True), ("118 % ", True), ("118", False), ("118% năm", False), (None, False)],
)
def test_a_percent_sign_ends_the_print(printed: str | None, expected: bool) -> None:
    assert in_percent(pd.Series({"as_published": printed})) is expected


HALVES = [("2021-01/2021-06", 80.0), ("2022-01/2022-06", 90.0), ("2022-07/2022-12", 70.0)]


@pytest.mark.parametrize(
    ("period", "value"),
    [
        ("2022", 12.5),
        ("2020/2022", 80.0),
        ("2022-01/2022-06", 12.5),
    ],
)
def test_a_change_in_percent_is_of_the_same_months_a_year_before_or_of_the_first_year(
    period: str, value: float
) -> None:
    rows = [("2020", 50.0), ("2021", 80.0), ("2022", 90.0), *HALVES]
    told: list[dict[str, Any]] = [{"period": when, "value": number} for when, number in rows]
    claim = {"kind": "percent_change", "period": period}
    found = one(claim, told, **COUNT)
    assert found.value == pytest.approx(value)
    assert (found.detail, found.relative) == ("", True)
    # A share is no other: so much of what it was.
    assert one(claim, told).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("period", "detail"),
    [
        ("2020", "no_figure"),
        ("2022-07/2022-12", "no_figure"),
        ("2021-01/2022-06", "no_figure"),
        ("2022-01-05/2022-03-20", "no_figure"),
        ("2022", "zero_before"),
    ],
)
def test_a_change_in_percent_needs_both_its_figures_and_something_to_be_of(
    period: str, detail: str
) -> None:
    rows = [("2021", 0.0), ("2022", 90.0), *HALVES]
    told: list[dict[str, Any]] = [{"period": when, "value": number} for when, number in rows]
    found = one({"kind": "percent_change", "period": period}, told, **COUNT)
    assert found.detail == detail


def test_a_change_in_percent_over_more_than_a_year_is_of_no_year_before() -> None:
    told = [("2020-01/2021-06", 80.0), ("2021-01/2022-06", 90.0)]
    rows: list[dict[str, Any]] = [{"period": when, "value": number} for when, number in told]
    claim = {"kind": "percent_change", "period": "2021-01/2022-06"}
    assert one(claim, rows, **COUNT).detail == "no_figure"


def test_from_one_to_two_is_all_of_it_more() -> None:
    found = one(CHANGE | {"as_published": "100%"}, yearly(1.0, 2.0), **COUNT)
    assert (found.value, found.detail) == (100, "")


@pytest.mark.parametrize(
    ("qualifiers", "low"), [((">=", "="), -100), (("=", ">"), 50), (("=", ">="), 50)]
)
def test_an_end_that_is_never_there_is_left_out(qualifiers: tuple[str, str], low: float) -> None:
    rows = yearly(100.0, 150.0)
    for row, qualifier in zip(rows, qualifiers, strict=True):
        row["qualifier"] = qualifier
    found = one(CHANGE | {"as_published": "50%"}, rows, **COUNT)
    assert (found.range.low, found.range.low_open) == (low, qualifiers[1] != ">=")


def test_no_change_in_percent_goes_across_a_change_of_definition() -> None:
    told: list[dict[str, Any]] = [
        {"period": "2021-01/2021-06", "value": 80.0, "definition": "narrow"},
        {"period": "2022-01/2022-06", "value": 90.0, "definition": "wide"},
    ]
    found = one({"kind": "percent_change", "period": "2022-01/2022-06"}, told, **COUNT)
    assert found.detail == "not_comparable"


@pytest.mark.parametrize("seed", range(40))
def test_a_second_plain_implementation_gives_the_same_changes_in_percent(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    periods = ["2020", "2021", "2022", *(when for when, _ in HALVES), "2021-07/2022-06"]
    told: list[dict[str, Any]] = [
        {
            "period": when,
            "value": float(rng.choice([0, 40, 50, 80, 90])),
            "definition": rng.choice(["a", "a", "a", "b"]),
        }
        for when in rng.sample(periods, rng.randint(2, 6))
    ]
    table = compared(*told, **COUNT)
    for period in (*periods, "2020/2022", "2021/2022"):
        (found,) = of({"kind": "percent_change", "period": period}, table, **COUNT)
        plain = plainly.percent_change([as_row(row) for row in told], period)
        said = found.detail or found.value
        assert said == (plain if isinstance(plain, str) else pytest.approx(float(plain))), period


def as_row(told: dict[str, Any]) -> plainly.Row:
    return {"qualifier": "=", "obs_status": "A", "numerator": None, "denominator": None} | told


@pytest.mark.parametrize(
    ("kind", "printed", "measure", "relative"),
    [
        ("change", "-18,3%", "count", True),
        ("change", "-18,3%", "percent", False),
        ("change", "-46", "count", False),
        ("change", None, "count", False),
        ("margin_over_target", "23,2%", "count", True),
        ("margin_over_target", "14%", "percent", False),
        ("percent_of_target", "60%", "count", False),
    ],
)
def test_only_a_difference_of_what_is_no_share_is_relative_where_it_is_stated_in_percent(
    kind: str, printed: str | None, measure: str, relative: bool
) -> None:
    claim = pd.Series({"kind": kind, "as_published": printed})
    assert is_relative(claim, measure) == relative
