import math

import pandas as pd
import pytest
from frames import figures, indicators, targets

from giaoban.targets import applicable_targets, margin, progress, target_status


def status(figure: dict[str, object], target: dict[str, object] | None, better: str = "up") -> str:
    table = figures({"period": "2022"} | figure)
    found = applicable_targets(table, targets(*([target] if target else [])))
    return str(target_status(table, found, indicators(better=better)).iloc[0])


@pytest.mark.parametrize(
    ("value", "qualifier", "target", "better", "expected"),
    [
        (85.7, "=", 40.0, "up", "met"),
        (40.0, "=", 40.0, "up", "met"),
        (39.9, "=", 40.0, "up", "not_met"),
        (89.0, ">", 75.0, "up", "met"),
        (89.0, ">", 90.0, "up", "undetermined"),
        (89.0, "<", 90.0, "up", "not_met"),
        (89.0, "<", 89.0, "up", "not_met"),
        (89.0, "<=", 89.0, "up", "undetermined"),
        (89.0, "~", 89.0, "up", "undetermined"),
        (5.0, "=", 6.0, "down", "met"),
        (5.0, ">", 5.0, "down", "not_met"),
        (5.0, "<", 5.0, "down", "met"),
        (5.0, ">", 4.0, "down", "not_met"),
        (5.0, "<", 4.0, "down", "undetermined"),
    ],
)
def test_a_target_is_judged_over_the_whole_range(
    value: float, qualifier: str, target: float, better: str, expected: str
) -> None:
    assert status({"value": value, "qualifier": qualifier}, {"value": target}, better) == expected


def test_a_strict_target_is_not_met_by_reaching_it() -> None:
    assert status({"value": 75.0}, {"value": 75.0, "qualifier": ">"}) == "not_met"
    assert status({"value": 75.0, "qualifier": ">"}, {"value": 75.0, "qualifier": ">"}) == "met"


def test_an_unpublished_target_is_undetermined_unless_every_share_would_be_met() -> None:
    assert status({"value": 99.0}, {"value": math.nan}) == "undetermined"
    assert status({"value": 100.0}, {"value": math.nan}) == "met"


def test_a_figure_outside_every_targets_period_has_no_target() -> None:
    assert status({"value": 99.0}, None) == "no_target"
    assert status({"value": 99.0}, {"value": 50.0, "period": "2023"}) == "no_target"


def test_half_a_year_falls_under_its_years_target_and_the_shortest_period_counts() -> None:
    table = figures({"period": "2022-01/2022-06", "value": 60.0})
    both = targets({"value": 90.0, "period": "2021/2025"}, {"value": 150.0, "period": "2022"})
    assert applicable_targets(table, both)["target"].tolist() == [150]


def test_the_margin_is_in_percentage_points() -> None:
    table = figures({"period": "2022", "value": 85.7})
    assert margin(table, applicable_targets(table, targets({"value": 40.0}))).tolist() == [45.7]


def run(*values: float) -> pd.DataFrame:
    return figures(*({"period": f"{2021 + i}", "value": v} for i, v in enumerate(values)))


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
    assert progress(run(*values), target, 2025, better) == expected
