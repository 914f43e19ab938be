import pandas as pd
import pytest
from frames import DEFINITIONS, compared, indicators, targets, yearly

from giaoban.analysis import judge_targets, outlook, paces

Rows = list[dict[str, object]]
NAN = float("nan")


def last_year(rows: Rows, *goals: dict[str, object], **about: str) -> list[tuple[object, object]]:
    table, goal, described = compared(*rows, **about), targets(*goals), indicators(**about)
    day = pd.Timestamp("2024-06-30")
    found = judge_targets(table, goal, described, DEFINITIONS, day)
    said = outlook(found, paces(table, found, goal, described), 2025)
    return [
        (
            None if pd.isna(row["verdict"]) else row["verdict"],
            None if pd.isna(row["why"]) else row["why"],
        )
        for _, row in said.iterrows()
    ]


@pytest.mark.parametrize(
    ("rows", "goal", "why"),
    [
        (yearly(80.0, 85.0), {"value": 90.0}, "too_few_figures"),
        (yearly(80.0, 85.0, 87.0), {"value": NAN}, "target_not_published"),
        (yearly(80.0, 85.0, 87.0), {"value": 90.0, "definition": "wide"}, "definition_differs"),
        ([{"period": "2023", "value": 80.0, "qualifier": ">"}], {"value": 90.0}, "range"),
        (
            [
                *yearly(80.0),
                {"period": "2022", "value": 83.0, "qualifier": ">"},
                *yearly(86.0, first=2023),
            ],
            {"value": 90.0},
            "range",
        ),
    ],
)
def test_what_cannot_be_judged_has_a_reason(rows: Rows, goal: dict[str, object], why: str) -> None:
    assert last_year(rows, {"period": "2025"} | goal) == [(None, why)]


def test_what_has_a_pace_or_is_settled_can_be_judged() -> None:
    assert last_year(yearly(80.0, 85.0, 90.0), {"period": "2025", "value": 95.0}) == [
        ("on_track", None)
    ]
    goal: dict[str, object] = {"period": "2021/2025", "value": 90.0, "kind": "each"}
    assert last_year(yearly(80.0, 85.0, 90.0), goal) == [("not_met", None)]


@pytest.mark.parametrize(
    ("values", "why"),
    [((80.0, 85.0, 87.0, 88.0, 89.0), []), ((80.0, 85.0), ["figure_not_published"])],
)
def test_what_is_over_is_on_no_track_any_more_unless_it_is_open(
    values: tuple[float, ...], why: list[str]
) -> None:
    table, goal = compared(*yearly(*values)), targets({"period": "2025", "value": 90.0})
    found = judge_targets(table, goal, indicators(), DEFINITIONS, pd.Timestamp("2026-01-10"))
    said = outlook(found, paces(table, found, goal, indicators()), 2025)
    assert said["why"].tolist() == why


def test_a_sum_with_a_gap_cannot_be_judged() -> None:
    rows: Rows = [{"period": "2021", "value": 100.0}, {"period": "2023", "value": 100.0}]
    goal: dict[str, object] = {"period": "2021/2025", "value": 500.0, "kind": "total"}
    assert last_year(rows, goal, unit_measure="count") == [(None, "parts_missing")]


def test_only_the_last_year_counts_and_no_part_of_it() -> None:
    assert last_year(yearly(80.0), {"period": "2024", "value": 90.0}) == []
    assert last_year(yearly(80.0), {"period": "2025-01/2025-06", "value": 90.0}) == []


def test_without_a_way_that_is_better_nothing_is_on_track() -> None:
    assert last_year(yearly(1.0, 2.0, 3.0), {"period": "2025", "value": 9.0}, better="none") == [
        (None, "no_direction")
    ]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [("each", 85.0, "not_met"), ("by", 99.0, "behind"), ("by", 89.0, "nearly_on_track")],
)
def test_of_several_targets_of_the_last_year_the_worst_that_can_be_judged_counts(
    kind: str, value: float, expected: str
) -> None:
    # One that lies farther ahead, with a pace, does not hide another that is missed already.
    goal: dict[str, object] = {"period": "2021/2025", "set_by": "district"}
    goals = [{"period": "2025", "value": 95.0}, goal | {"kind": kind, "value": value}]
    for order in (goals, goals[::-1]):
        assert last_year(yearly(80.0, 83.0, 86.0), *order) == [(expected, None)]


def test_a_target_that_is_met_early_can_be_judged_beside_one_that_cannot() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "kind": "total", "value": 100.0}
    other: dict[str, object] = {"period": "2021/2025", "value": 300.0, "set_by": "district"}
    rows: Rows = [{"period": "2021", "value": 120.0}, {"period": "2023", "value": 10.0}]
    assert last_year(rows, goal, other | {"kind": "total"}, unit_measure="count") == [
        ("exceeded", None)
    ]
