import math

import pandas as pd
import pytest
from frames import figures, indicators
from hypothesis import given
from hypothesis import strategies as st

from giaoban.trends import compare, trends


def last(table: pd.DataFrame, about: pd.DataFrame | None = None) -> pd.Series:
    return compare(table, indicators() if about is None else about).iloc[-1]


def test_two_figures_of_one_definition_are_compared_in_percentage_points() -> None:
    row = last(figures({"period": "2021", "value": 93.75}, {"period": "2022", "value": 97.8}))
    assert (row["change"], row["comparable"], row["previous_period"]) == (4.05, True, "2021")
    assert pd.isna(row["reason"])


def test_the_first_figure_has_nothing_to_be_compared_with() -> None:
    row = last(figures({"period": "2021", "value": 93.75}))
    assert row[["previous_period", "change", "comparable", "reason"]].isna().all()


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ({"definition": "b"}, "definition_changed"),
        ({"obs_status": "D"}, "definition_changed"),
        ({"obs_status": "B"}, "series_break"),
        ({"period": "2022-01/2022-06"}, "part_year"),
    ],
)
def test_a_break_is_named(later: dict[str, object], reason: str) -> None:
    before = {"period": "2021", "value": 10.0, "definition": "a"}
    row = last(figures(before, {"period": "2022", "value": 12.0, "definition": "a"} | later))
    assert (row["comparable"], row["reason"]) == (False, reason)
    assert row["change"] == 2


def test_a_total_is_not_compared_with_a_year_that_it_holds() -> None:
    row = last(figures({"period": "2021", "value": 150.0}, {"period": "2020/2022", "value": 460.0}))
    assert pd.isna(row["comparable"])
    assert pd.isna(row["previous_period"])


def test_a_share_of_a_base_that_changed_is_not_compared() -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    table = figures(
        {"period": "2021", "value": 93.75, "definition": "a"},
        {"period": "2022", "value": 97.8, "definition": "b"},
        {"indicator": "y", "period": "2021", "value": 20.0},
        {"indicator": "y", "period": "2022", "value": 19.6},
    )
    row = last(table, about)
    assert (row["indicator"], row["change"], row["reason"]) == ("y", -0.4, "base_unknown")
    table.loc[table["indicator"] == "x", "definition"] = "a"
    assert last(table, about)["comparable"]


def test_a_figure_that_is_not_exact_gives_no_exact_change() -> None:
    over = {"period": "2022", "value": 89.0, "qualifier": ">"}
    assert math.isnan(last(figures({"period": "2021", "value": 80.0}, over))["change"])


def test_counts_give_newcombes_interval_and_no_counts_give_none() -> None:
    known = last(
        figures(
            {"period": "2021", "value": 30.0, "numerator": 3.0, "denominator": 10.0},
            {"period": "2022", "value": 90.0, "numerator": 9.0, "denominator": 10.0},
        )
    )
    assert known["change_low"] == pytest.approx(17.05, abs=0.005)
    assert known["change_high"] == pytest.approx(80.90, abs=0.005)
    unknown = last(figures({"period": "2021", "value": 30.0}, {"period": "2022", "value": 90.0}))
    assert unknown[["change_low", "change_high"]].isna().all()


def test_runs_end_where_figures_may_not_be_compared() -> None:
    rows = [("2021", 1.0, "a"), ("2022", 2.0, "a"), ("2023", 5.0, "b")]
    table = figures(*({"period": p, "value": v, "definition": d} for p, v, d in rows))
    found = trends(compare(table, indicators()))
    assert found[["first_period", "last_period", "points"]].to_numpy().tolist() == [
        ["2021", "2022", 2],
        ["2023", "2023", 1],
    ]
    assert found["verdict"].tolist() == ["too_few_points"] * 2
    assert found["per_year"].isna().all()
    assert found["change"].iloc[0] == 1


def test_the_slope_is_the_median_of_the_slopes_between_all_pairs() -> None:
    values = {"2021": 10.0, "2022": 12.0, "2023": 20.0, "2024": 16.0, "2025": 18.0}
    table = figures(*({"period": p, "value": v} for p, v in values.items()))
    found = trends(compare(table, indicators())).iloc[0]
    numbers = list(values.values())
    pairs = sorted((numbers[j] - numbers[i]) / (j - i) for i in range(5) for j in range(i + 1, 5))
    assert found["per_year"] == (pairs[4] + pairs[5]) / 2 == 2
    assert found["low"] <= found["per_year"] <= found["high"]
    assert found["method"] == "theil_sen"


@pytest.mark.parametrize(("step", "verdict"), [(1.0, "rising"), (-1.0, "falling")])
def test_a_steady_run_has_its_direction(step: float, verdict: str) -> None:
    table = figures(*({"period": f"{2021 + i}", "value": 50 + step * i} for i in range(5)))
    assert trends(compare(table, indicators()))["verdict"].tolist() == [verdict]


@given(st.integers(0, 10000), st.integers(0, 10000))
def test_a_change_is_antisymmetric(first: int, second: int) -> None:
    def change(a: int, b: int) -> float:
        rows = [{"period": "2021", "value": a / 100}, {"period": "2022", "value": b / 100}]
        return float(last(figures(*rows))["change"])

    assert change(first, second) == -change(second, first) == pytest.approx((second - first) / 100)
