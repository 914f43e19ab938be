import math

import pandas as pd
import pytest
from frames import compared, figures, indicators, units, yearly

from giaoban.analysis import (
    SUPPOSED,
    by_year,
    compare,
    expected,
    is_expected,
    is_supposed,
    middle,
    per_year,
    published,
)
from giaoban.analysis.series import share_interval, went


def test_years_stand_side_by_side_a_row_for_each_unit_where_there_are_several() -> None:
    others = [{"period": f"2022-{end}", "value": 9.0} for end in ("01/2022-06", "01-05/2022-12-31")]
    one = compared(*yearly(1.0, 2.0), *others)
    assert by_year(one).to_numpy().tolist() == [["x", 1.0, 2.0]]
    rows = [row | {"unit": unit} for unit in ("a", "b") for row in yearly(1.0, 2.0)]
    several = compare(figures(*rows), indicators(), units({"unit": "a"}, {"unit": "b"}))
    assert by_year(several).columns.tolist() == ["indicator", "unit", 2021, 2022]
    assert by_year(several)["unit"].tolist() == ["a", "b"]


def test_only_totals_over_several_years_of_what_adds_up_have_a_mean_a_year() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2020/2022", "value": 460.0, "value_to": 463.0, "qualifier": ".."},
        {"period": "2023", "value": 150.0},
        {"period": "2023/2024", "value": 310.0},
    ]
    mean, of_two = per_year(
        compared(*rows, unit_measure="count"), indicators(unit_measure="count")
    )[["period", "per_year", "per_year_to"]].to_numpy()
    assert mean.tolist() == ["2020/2022", 460 / 3, 463 / 3]
    assert of_two[:2].tolist() == ["2023/2024", 155]
    assert per_year(compared(*rows), indicators()).empty


def test_a_range_is_drawn_in_its_middle() -> None:
    range_ = {"period": "2021", "value": 61.0, "value_to": 62.0, "qualifier": ".."}
    assert middle(figures(range_, *yearly(90.0)))[0] == 61.5


def known(*rows: dict[str, object], **about: str) -> pd.DataFrame:
    return published(figures(*rows), indicators(**about))


def test_a_figure_counts_that_has_a_value_and_is_no_forecast_or_supposition() -> None:
    rows = yearly(90.0, math.nan, 91.0, 92.0, 93.0)
    for row, status in zip(rows, ["A", "M", "F", SUPPOSED, "P"], strict=True):
        row["obs_status"] = status
    table = figures(*rows)
    assert published(table, indicators())["period"].tolist() == ["2021", "2025"]
    assert expected(table, indicators())["period"].tolist() == ["2023", "2024"]
    assert table.loc[is_expected(table), "period"].tolist() == ["2023", "2024"]
    assert table.loc[is_supposed(table), "period"].tolist() == ["2024"]


@pytest.mark.parametrize(("day", "early"), [("2022-12-30", True), ("2022-12-31", False)])
def test_on_the_last_day_of_a_year_an_estimate_of_it_is_its_figure(day: str, early: bool) -> None:
    row = {"period": "2022", "value": 90.0, "obs_status": "E", "reported_on": pd.Timestamp(day)}
    assert is_expected(figures(row)).tolist() == [early]


@pytest.mark.parametrize("row", [{"value": math.nan}, {"value": 90.0, "obs_status": "F"}])
def test_where_no_figure_counts_there_is_none(row: dict[str, object]) -> None:
    assert known({"period": "2022"} | row).empty


def test_a_forecast_has_the_range_that_it_was_stated_with() -> None:
    row = {"period": "2023", "value": 80.0, "qualifier": ">", "obs_status": "F"}
    found = expected(figures(row), indicators()).iloc[0]
    assert (found["least"], found["most"], found["qualifier"]) == (80, 100, ">")
    exact = expected(figures(row | {"value": 100.0, "qualifier": ">="}), indicators()).iloc[0]
    assert (exact["least"], exact["most"], exact["qualifier"]) == (100, 100, "=")


@pytest.mark.parametrize(
    ("cells", "measure", "least", "most", "qualifier"),
    [
        ({"value": 100.0, "qualifier": ">="}, "percent", 100, 100, "="),
        ({"value": 0.0, "qualifier": "<="}, "count", 0, 0, "="),
        ({"value": 100.0, "qualifier": ">="}, "count", 100, math.inf, ">="),
        ({"value": 0.0, "qualifier": "~"}, "count", 0, 0, "="),
        ({"value": 89.0, "qualifier": ">"}, "percent", 89, 100, ">"),
        ({"value": 97.0, "qualifier": "~", "as_published": "97,0%"}, "percent", 96.95, 97.05, "~"),
        ({"value": 97.0, "qualifier": "~", "as_published": "97%"}, "percent", 96.5, 97.5, "~"),
        ({"value": 97.0, "qualifier": "~"}, "percent", 96.5, 97.5, "~"),
    ],
)
def test_a_figure_has_its_range_and_a_qualifier_that_leaves_nothing_open_is_exact(
    cells: dict[str, object], measure: str, least: float, most: float, qualifier: str
) -> None:
    found = known({"period": "2022"} | cells, unit_measure=measure).iloc[0]
    assert (found["least"], found["most"]) == pytest.approx((least, most))
    assert found["qualifier"] == qualifier


def test_figures_stand_in_the_order_of_their_last_day_then_of_their_first() -> None:
    periods = ["2022-07/2022-12", "2022", "2021", "2022-01/2022-06", "2020/2022"]
    found = known(*({"period": p, "value": 1.0} for p in periods))
    ordered = ["2021", "2022-01/2022-06", "2020/2022", "2022", "2022-07/2022-12"]
    assert found["period"].tolist() == ordered


@pytest.mark.parametrize(("status", "column"), [("B", "broken_on"), ("D", "redefined_on")])
def test_each_figure_knows_the_last_break_before_it(status: str, column: str) -> None:
    rows = yearly(90.0, 90.0, 90.0)
    rows[1]["obs_status"] = status
    marks = known(*rows)[column]
    assert marks.isna().tolist() == [True, False, False]
    assert set(marks.dropna()) == {pd.Timestamp("2022-12-31")}


def test_a_break_is_known_even_of_a_year_without_a_value() -> None:
    rows = yearly(90.0, math.nan, 90.0)
    rows[1]["obs_status"] = "B"
    assert known(*rows)["broken_on"].tolist() == [pd.NaT, pd.Timestamp("2022-12-31")]


def test_figures_that_end_on_one_day_know_each_others_break() -> None:
    rows: list[dict[str, object]] = [
        {"period": p, "value": 1.0} for p in ("2022", "2022-07/2022-12")
    ]
    rows[1]["obs_status"] = "B"
    assert known(*rows)["broken_on"].notna().all()


@pytest.mark.parametrize(
    ("measure", "additive", "least"),
    [("number", True, 0), ("number", False, -math.inf), ("rating", False, 0)],
)
def test_at_most_an_amount_begins_at_nothing_unless_it_may_lie_below(
    measure: str, additive: bool, least: float
) -> None:
    row: dict[str, object] = {"period": "2022", "value": 5.0, "qualifier": "<="}
    about = indicators(unit_measure=measure, additive=additive)
    assert published(figures(row), about)["least"].tolist() == [least]


def test_only_an_exact_share_has_an_interval_of_its_counts() -> None:
    counted: dict[str, object] = {"value": 90.0, "numerator": 45.0, "denominator": 50.0}
    table = figures({"period": "2021"} | counted, {"period": "2022", "qualifier": "~"} | counted)
    found = share_interval(table, indicators())
    assert found.iloc[0].tolist() == pytest.approx([78.64, 95.65], abs=0.01)
    assert found.iloc[1].isna().all()
    assert share_interval(table, indicators(unit_measure="count")).isna().to_numpy().all()


@pytest.mark.parametrize(
    ("before", "now", "rises", "falls"),
    [
        ({"value": 89.0}, {"value": 89.0, "qualifier": "<"}, False, True),
        ({"value": 89.0}, {"value": 89.0, "qualifier": "<="}, False, False),
        ({"value": 89.0, "qualifier": ">"}, {"value": 89.0}, False, True),
        ({"value": 80.0}, {"value": 85.0, "qualifier": "<"}, False, False),
        ({"value": 89.0}, {"value": 89.0, "qualifier": ">"}, True, False),
        ({"value": 89.0, "qualifier": "<"}, {"value": 89.0}, True, False),
        ({"value": 89.0}, {"value": 85.0, "qualifier": ">"}, False, False),
    ],
)
def test_it_rose_or_fell_where_all_that_is_left_open_lies_on_one_side(
    before: dict[str, object], now: dict[str, object], rises: bool, falls: bool
) -> None:
    rose, fell = went(compared({"period": "2021"} | before, {"period": "2022"} | now))
    assert (rose.iloc[-1], fell.iloc[-1]) == (rises, falls)
