import pandas as pd
import pytest
from frames import below, figures, indicators, units

from giaoban.analysis import check_totals, compare

COUNT = {"unit_measure": "count"}


def total(own: dict[str, object], *rows: dict[str, object], **about: str) -> pd.Series:
    table = compare(figures({"period": "2022"} | own), indicators(**about), units())
    parts = below(*rows, **about)
    known = units({"unit": "a"}, {"unit": "b"})
    return check_totals(table, parts, indicators(**about), known).iloc[0]


def test_counts_add_up_to_what_was_published() -> None:
    found = total(
        {"value": 30.0}, {"unit": "a", "value": 10.0}, {"unit": "b", "value": 20.0}, **COUNT
    )
    assert (found["total"], found["difference"], found["verdict"]) == (30, 0, "agrees")


def test_counts_that_do_not_add_up_say_by_how_much() -> None:
    found = total(
        {"value": 35.0}, {"unit": "a", "value": 10.0}, {"unit": "b", "value": 20.0}, **COUNT
    )
    assert (found["difference"], found["verdict"]) == (-5, "disagrees")


def test_a_round_total_says_to_what_it_was_rounded() -> None:
    parts = [{"unit": "a", "value": 101.0}, {"unit": "b", "value": 202.0}]
    found = total({"value": 300.0}, *parts, **COUNT)
    assert (found["verdict"], found["rounded_to"]) == ("agrees_if_rounded", 10)


def test_ratings_do_not_add_up_to_anything() -> None:
    about = {"unit_measure": "rating"}
    table = compare(figures({"period": "2022", "value": 8.0}), indicators(**about), units())
    parts = below({"unit": "a", "value": 8.0}, **about)
    assert check_totals(table, parts, indicators(**about), units({"unit": "a"})).empty


def test_shares_are_pooled_not_averaged() -> None:
    parts = [
        {"unit": "a", "value": 50.0, "numerator": 1.0, "denominator": 2.0},
        {"unit": "b", "value": 90.0, "numerator": 9.0, "denominator": 10.0},
    ]
    found = total({"value": 83.3, "as_published": "83,3%"}, *parts)
    assert found["total"] == pytest.approx(100 * 10 / 12)
    assert found["verdict"] == "agrees"


@pytest.mark.parametrize(
    ("own", "part", "detail"),
    [
        ({}, {"unit": "b", "value": 20.0, "definition": "other"}, "definition_differs"),
        ({}, {"unit": "b", "value": 20.0, "qualifier": ">"}, "figure_is_a_range"),
        ({"qualifier": "~"}, {"unit": "b", "value": 20.0}, "figure_is_a_range"),
        ({}, {"unit": "b", "value": 20.0, "period": "2021"}, "units_missing"),
    ],
)
def test_what_cannot_be_added_says_why(
    own: dict[str, object], part: dict[str, object], detail: str
) -> None:
    found = total({"value": 30.0} | own, {"unit": "a", "value": 10.0}, part, **COUNT)
    assert (found["verdict"], found["detail"]) == ("cannot_check", detail)


def test_shares_without_counts_cannot_be_pooled() -> None:
    found = total({"value": 30.0}, {"unit": "a", "value": 10.0}, {"unit": "b", "value": 20.0})
    assert found["detail"] == "counts_missing"
    assert pd.isna(found["total"])


def test_a_unit_that_did_not_stand_yet_is_not_expected() -> None:
    table = compare(figures({"period": "2022", "value": 10.0}), indicators(**COUNT), units())
    known = units({"unit": "a"}, {"unit": "b", "valid_from": "2023-01-01"})
    parts = below({"unit": "a", "value": 10.0}, **COUNT)
    found = check_totals(table, parts, indicators(**COUNT), known).iloc[0]
    assert (found["reporting"], found["expected"], found["verdict"]) == (1, 1, "agrees")
