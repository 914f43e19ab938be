import math

import pandas as pd
import pytest
from frames import DEFINITIONS, figures, indicators, targets

from giaoban.analysis import applicable_targets, margin, target_status


def status(figure: dict[str, object], target: dict[str, object] | None, better: str = "up") -> str:
    table = figures({"period": "2022"} | figure)
    found = applicable_targets(table, targets(*([target] if target else [])))
    return str(
        target_status(table, found, indicators(better=better), DEFINITIONS)["status"].iloc[0]
    )


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


@pytest.mark.parametrize(
    ("value", "qualifier", "better", "expected"),
    [
        (19.0, "<=", "up", "met"),
        (21.0, "<=", "up", "not_met"),
        (80.0, ">=", "none", "met"),
        (80.0, "=", "none", "undetermined"),
    ],
)
def test_a_target_lies_the_way_that_its_qualifier_says(
    value: float, qualifier: str, better: str, expected: str
) -> None:
    target = {"value": 20.0, "qualifier": qualifier}
    assert status({"value": value}, target, better) == expected


@pytest.mark.parametrize(("value", "expected"), [(94.0, "undetermined"), (96.0, "met")])
def test_a_target_that_is_about_a_number_is_a_range_too(value: float, expected: str) -> None:
    assert status({"value": value}, {"value": 90.0, "qualifier": "~"}) == expected


def judged(figure: dict[str, object], target: dict[str, object], **about: str) -> list[object]:
    table = figures(figure)
    found = applicable_targets(table, targets(target))
    row = target_status(table, found, indicators(**about), DEFINITIONS).iloc[0]
    return [row["status"], None if pd.isna(row["why"]) else row["why"]]


HALF = {"period": "2022-01/2022-06"}


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [
        (81.0, "up", ["undetermined", "period_not_over"]),
        (151.0, "up", ["met", None]),
        (81.0, "down", ["undetermined", "period_not_over"]),
        (151.0, "down", ["not_met", None]),
    ],
)
def test_half_a_years_count_is_judged_only_where_the_rest_cannot_change_it(
    value: float, better: str, expected: list[object]
) -> None:
    found = judged(HALF | {"value": value}, {"value": 150.0}, unit_measure="count", better=better)
    assert found == expected


def test_a_share_over_half_a_year_is_not_judged() -> None:
    for value in (80.0, 95.0):
        found = judged(HALF | {"value": value}, {"value": 90.0})
        assert found == ["undetermined", "period_not_over"]


def test_a_target_over_several_years_asks_for_its_share_in_each_and_its_count_in_all() -> None:
    target = {"value": 90.0, "period": "2021/2025"}
    year: dict[str, object] = {"period": "2022", "value": 85.0}
    assert judged(year, target) == ["not_met", None]
    assert judged(year, target, unit_measure="count") == ["undetermined", "period_not_over"]


def test_why_a_target_is_undetermined_is_said() -> None:
    year: dict[str, object] = {"period": "2022", "value": 85.0}
    assert judged(year | {"qualifier": ">"}, {"value": 90.0})[1] == "range"
    assert judged(year, {"value": math.nan})[1] == "target_not_published"
    assert judged(year, {"value": 80.0}, better="none")[1] == "no_direction"


def test_a_target_of_another_unit_is_not_ours() -> None:
    table = figures({"period": "2022", "value": 85.0})
    assert applicable_targets(table, targets({"value": 80.0, "unit": "v"}))["target"].isna().all()


@pytest.mark.parametrize(
    ("counted", "value", "expected"),
    [
        ("wide", 95.0, ["undetermined", "definition_differs"]),
        ("wide", 85.0, ["not_met", None]),
        ("narrow", 95.0, ["met", None]),
        ("narrow", 85.0, ["undetermined", "definition_differs"]),
        ("apart", 95.0, ["undetermined", "definition_differs"]),
        ("apart", 85.0, ["undetermined", "definition_differs"]),
    ],
)
def test_a_figure_of_another_definition_meets_or_misses_only_what_follows(
    counted: str, value: float, expected: list[object]
) -> None:
    meant = "narrow" if counted != "narrow" else "wide"
    figure = {"period": "2022", "value": value, "definition": counted}
    assert judged(figure, {"value": 90.0, "definition": meant}) == expected


def test_a_target_that_does_not_say_what_it_counts_takes_the_figure_as_it_is() -> None:
    figure = {"period": "2022", "value": 95.0, "definition": "wide"}
    assert judged(figure, {"value": 90.0}) == ["met", None]


@pytest.mark.parametrize("period", ["2022-01/2022-06", "2022-09/2023-08"])
def test_a_figure_for_just_the_time_of_its_target_is_judged(period: str) -> None:
    figure = {"period": period, "value": 95.0}
    assert judged(figure, {"value": 90.0, "period": period}) == ["met", None]
    assert judged(figure, {"value": 99.0, "period": period}, unit_measure="count") == [
        "not_met",
        None,
    ]


def test_a_years_count_within_eighteen_months_is_not_judged_yet() -> None:
    figure = {"period": "2022", "value": 100.0}
    found = judged(figure, {"value": 160.0, "period": "2021-07/2022-12"}, unit_measure="count")
    assert found == ["undetermined", "period_not_over"]


def test_a_forecast_neither_meets_nor_misses_a_target() -> None:
    figure: dict[str, object] = {"period": "2022", "value": 95.0, "obs_status": "F"}
    assert judged(figure, {"value": 90.0}) == ["undetermined", "forecast"]
