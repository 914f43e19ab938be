import pandas as pd
import pytest
from frames import below, compared, indicators, units

from giaoban.analysis import funnel, funnel_limits, rank_units, silent_units, units_below


def ranks(*rows: dict[str, object], better: str = "up") -> dict[str, float | None]:
    found = rank_units(below(*rows), indicators(better=better)).set_index("unit")["rank"]
    return {str(unit): None if pd.isna(rank) else rank for unit, rank in found.items()}


def test_units_that_stand_alike_share_a_rank() -> None:
    rows = [
        {"unit": u, "value": v} for u, v in (("a", 90.0), ("b", 95.0), ("c", 95.0), ("d", 80.0))
    ]
    assert ranks(*rows) == {"b": 1, "c": 1, "a": 3, "d": 4}


def test_the_least_ranks_first_where_less_is_better() -> None:
    rows = [{"unit": u, "value": v} for u, v in (("a", 9.0), ("b", 5.0))]
    assert ranks(*rows, better="down") == {"b": 1, "a": 2}


def test_what_is_not_exact_or_counts_something_else_has_no_rank() -> None:
    rows = [
        {"unit": "a", "value": 90.0, "definition": "usual"},
        {"unit": "b", "value": 80.0, "definition": "usual"},
        {"unit": "c", "value": 99.0, "definition": "other"},
        {"unit": "d", "value": 99.0, "definition": "usual", "qualifier": ">"},
    ]
    assert ranks(*rows) == {"a": 1, "b": 2, "c": None, "d": None}


def test_only_the_latest_whole_year_is_ranked() -> None:
    rows = [
        {"unit": "a", "value": 90.0, "period": "2021"},
        {"unit": "a", "value": 70.0},
        {"unit": "a", "value": 99.0, "period": "2023-01/2023-06"},
    ]
    found = rank_units(below(*rows), indicators())
    assert found["value"].tolist() == [70]


def test_nobody_is_ranked_where_it_is_not_said_which_way_is_better() -> None:
    rows = [{"unit": "a", "value": 9.0}, {"unit": "b", "value": 5.0}]
    assert ranks(*rows, better="none") == {"a": None, "b": None}


def test_a_year_that_few_units_have_reported_yet_does_not_hide_the_one_before() -> None:
    rows = [{"unit": u, "value": 90.0} for u in "abcde"]
    rows.append({"unit": "a", "value": 99.0, "period": "2023"})
    assert set(ranks(*rows)) == set("abcde")


def places(*counts: tuple[int, int]) -> list[str]:
    rows = [
        {"unit": f"u{i}", "period": "2022", "value": 100 * k / n, "numerator": k, "denominator": n}
        for i, (k, n) in enumerate(counts)
    ]
    return funnel(compared(*rows).assign(share=True, rank=1))["place"].tolist()


def test_a_small_unit_is_not_shamed_by_noise() -> None:
    assert places((1, 2), (90, 100), (91, 100), (89, 100)) == ["within"] * 4


def test_a_large_unit_that_differs_stands_out() -> None:
    assert places((60, 100), (90, 100), (90, 100), (90, 100))[0] == "far_below"


def test_a_unit_without_counts_is_left_out() -> None:
    row = {"period": "2022", "value": 90.0}
    assert funnel(compared(row).assign(share=True, rank=1)).empty


def test_the_limits_of_a_small_unit_are_the_wider_ones() -> None:
    found = funnel_limits(pd.Series([20.0, 100.0]), 0.5)
    assert found["warning_low"].iloc[0] == pytest.approx(0.2558235294)
    assert found["alarm_low"].is_monotonic_increasing
    assert found["alarm_high"].is_monotonic_decreasing


def test_a_unit_that_stood_and_did_not_report_is_silent() -> None:
    known = units({"unit": "a"}, {"unit": "b"}, {"unit": "c", "valid_from": "2023-01-01"})
    ranked = rank_units(below({"unit": "a", "value": 90.0}), indicators())
    assert silent_units(ranked, known)["unit"].tolist() == ["b"]


def test_the_units_below_are_those_that_a_unit_is_the_parent_of() -> None:
    known = units({"unit": "u"}, {"unit": "a", "parent": "u"}, {"unit": "b", "parent": "a"})
    assert units_below(known, "u")["unit"].tolist() == ["a"]
