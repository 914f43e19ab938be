import pandas as pd
import pytest
from frames import DEFINITIONS, compared, figures, indicators, targets

from giaoban.analysis import covering, reached_so_far
from giaoban.language.periods import parse_period

COUNTS = indicators(unit_measure="count")


def reached(target: dict[str, object], *rows: dict[str, object]) -> pd.DataFrame:
    return reached_so_far(
        compared(*rows, unit_measure="count"), targets(target), COUNTS, DEFINITIONS
    )


def test_half_a_year_stands_beside_the_share_of_the_year_that_is_gone() -> None:
    found = reached({"value": 150.0}, {"period": "2022-01/2022-06", "value": 81.0}).iloc[0]
    assert found["share_reached"] == pytest.approx(54)
    assert found["share_gone"] == pytest.approx(181 / 365 * 100)


def test_parts_that_follow_one_another_add_up() -> None:
    rows = [
        {"period": "2022-01/2022-03", "value": 40.0},
        {"period": "2022-04/2022-06", "value": 41.0},
    ]
    found = reached({"value": 150.0}, *rows).iloc[0]
    assert (found["least"], found["until"]) == (81, pd.Timestamp("2022-06-30"))


def test_years_add_up_in_a_target_for_several() -> None:
    rows = [{"period": "2021", "value": 150.0}, {"period": "2022", "value": 150.0}]
    found = reached({"value": 750.0, "period": "2021/2025"}, *rows).iloc[0]
    assert found["share_reached"] == 40
    assert found["share_gone"] == pytest.approx(730 / 1826 * 100)


def test_a_range_stays_one_in_the_sum() -> None:
    row = {"period": "2022-01/2022-06", "value": 80.0, "qualifier": "~"}
    found = reached({"value": 150.0}, row).iloc[0]
    assert (found["least"], found["most"]) == (75, 85)


@pytest.mark.parametrize(
    "row",
    [
        {"period": "2022", "value": 150.0},
        {"period": "2022-04/2022-06", "value": 41.0},
        {"period": "2021", "value": 150.0},
    ],
)
def test_a_period_that_is_over_or_has_no_beginning_is_not_told(row: dict[str, object]) -> None:
    assert reached({"value": 150.0}, row).empty


def test_a_share_does_not_add_up() -> None:
    table = compared({"period": "2022-01/2022-06", "value": 50.0})
    assert reached_so_far(table, targets({"value": 90.0}), indicators(), DEFINITIONS).empty


def test_the_longest_part_is_taken_and_a_gap_ends_the_sum() -> None:
    rows = ["2022-01/2022-03", "2022-01/2022-06", "2022-08/2022-12"]
    table = figures(*({"period": p, "value": 1.0} for p in rows))
    assert covering(table, parse_period("2022"))["period"].tolist() == ["2022-01/2022-06"]


def test_two_halves_that_fill_the_year_are_told_with_their_sum() -> None:
    rows = [
        {"period": "2022-01/2022-06", "value": 90.0},
        {"period": "2022-07/2022-12", "value": 80.0},
    ]
    found = reached({"value": 150.0}, *rows).iloc[0]
    assert (found["least"], found["share_gone"], found["status"]) == (170, 100, "met")
    assert reached({"value": 180.0}, *rows)["status"].tolist() == ["not_met"]


def test_a_target_whose_time_runs_has_no_status_beside_one_whose_time_is_over() -> None:
    rows = [
        {"period": "2022-01/2022-06", "value": 90.0},
        {"period": "2022-07/2022-12", "value": 80.0},
    ]
    both = targets({"value": 150.0}, {"value": 800.0, "period": "2022/2025"})
    found = reached_so_far(compared(*rows, unit_measure="count"), both, COUNTS, DEFINITIONS)
    assert found["status"].tolist() == ["met", ""]


def test_counts_of_another_definition_than_the_targets_are_not_set_against_it() -> None:
    row = {"period": "2022-01/2022-06", "value": 81.0, "definition": "wide"}
    assert reached({"value": 150.0, "definition": "narrow"}, row).empty
    assert len(reached({"value": 150.0, "definition": "wide"}, row)) == 1


def test_parts_that_count_different_things_are_not_added_up() -> None:
    rows = [
        {"period": "2022-01/2022-03", "value": 40.0, "definition": "a"},
        {"period": "2022-04/2022-06", "value": 41.0, "definition": "b"},
    ]
    assert reached({"value": 150.0}, *rows).empty
