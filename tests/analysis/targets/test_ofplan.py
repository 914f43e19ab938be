import math

import pandas as pd
import pytest
from frames import DEFINITIONS, compared, indicators, targets, yearly

from giaoban.analysis import judge_targets, percent_of_plan


def in_percent(
    rows: list[dict[str, object]], target: dict[str, object], **about: str
) -> list[float]:
    """Give each figure in percent of its target."""
    table, goal, described = compared(*rows, **about), targets(target), indicators(**about)
    verdicts = judge_targets(table, goal, described, DEFINITIONS, pd.Timestamp("2023-03-14"))
    return percent_of_plan(table, verdicts, described)["of_plan"].tolist()


@pytest.mark.parametrize(
    ("figure", "target", "expected"),
    [
        ("2022-01/2022-06", "2022-01/2022-06", 120),
        ("2022", "2021/2025", 120),
        ("2022-01/2022-06", "2022", math.nan),
    ],
)
def test_a_share_is_in_percent_of_the_target_of_its_period_or_as_that_of_twelve_months(
    figure: str, target: str, expected: float
) -> None:
    found = in_percent([{"period": figure, "value": 60.0}], {"period": target, "value": 50.0})
    assert found == pytest.approx([expected], nan_ok=True)


@pytest.mark.parametrize(("kind", "expected"), [(None, 50), ("total", 50), ("each", 30)])
def test_a_total_is_held_against_the_sum_and_what_is_asked_of_each_year_against_the_year(
    kind: str | None, expected: float
) -> None:
    target: dict[str, object] = {"period": "2021/2022", "value": 200.0, "kind": kind}
    assert in_percent(yearly(40.0, 60.0), target, unit_measure="count")[-1] == expected


def test_a_sum_with_a_gap_is_at_least_so_much_of_its_target() -> None:
    table = compared(*yearly(45.0, 45.0, first=2022), unit_measure="count")
    goal, about = targets({"period": "2021/2025", "value": 180.0}), indicators(unit_measure="count")
    verdicts = judge_targets(table, goal, about, DEFINITIONS, pd.Timestamp("2024-03-14"))
    found = percent_of_plan(table, verdicts, about).iloc[-1]
    assert pd.isna(found["of_plan"])
    told = found[["of_plan_least", "of_plan_most", "of_plan_qualifier"]].tolist()
    assert told == [50, math.inf, ">="]


def test_nothing_is_in_percent_of_a_target_of_nothing() -> None:
    found = in_percent([{"period": "2022", "value": 60.0}], {"period": "2022", "value": 0.0})
    assert found == pytest.approx([math.nan], nan_ok=True)


def test_a_target_of_half_a_percent_has_a_percentage() -> None:
    found = in_percent([{"period": "2022", "value": 0.6}], {"period": "2022", "value": 0.5})
    assert found == pytest.approx([120])
