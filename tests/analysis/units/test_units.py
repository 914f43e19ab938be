from math import inf, isnan

import pandas as pd
import pytest
from frames import below, compared, figures, indicators, units

from giaoban.analysis import (
    check_totals,
    compare,
    funnel,
    funnel_limits,
    rank_units,
    silent_units,
    units_below,
)

COUNT = {"unit_measure": "count"}


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


@pytest.mark.parametrize(("there", "ranked"), [("abcd", "ab"), ("abcde", "abcde")])
def test_half_of_the_units_are_enough(there: str, ranked: str) -> None:
    rows = [{"unit": u, "value": 90.0} for u in there]
    rows += [{"unit": u, "value": 99.0, "period": "2023"} for u in "ab"]
    assert set(ranks(*rows)) == set(ranked)


def counted(*counts: tuple[int, int]) -> list[dict[str, object]]:
    return [
        {"unit": f"u{i}", "period": "2022", "value": 100 * k / n, "numerator": k, "denominator": n}
        for i, (k, n) in enumerate(counts)
    ]


def places(*counts: tuple[int, int]) -> list[str]:
    return funnel(compared(*counted(*counts)).assign(share=True, rank=1))["place"].tolist()


def test_a_small_unit_is_not_shamed_by_noise() -> None:
    assert places((1, 2), (90, 100), (91, 100), (89, 100)) == ["within"] * 4
    assert places((1, 1), (90, 100), (91, 100), (89, 100)) == ["within"] * 4


def test_where_none_of_two_is_possible_by_chance_it_is_within() -> None:
    assert places((0, 2), (50, 100), (50, 100)) == ["within"] * 3


def test_each_stands_beside_the_share_of_all_together() -> None:
    rows = counted((45, 50), (35, 50))
    found = funnel(compared(*rows).assign(share=True, rank=1))
    assert found[["share", "whole"]].to_numpy().tolist() == [[90, 80], [70, 80]]


def test_a_large_unit_that_differs_stands_out() -> None:
    assert places((60, 100), (90, 100), (90, 100), (90, 100))[0] == "far_below"


def test_a_unit_without_counts_is_left_out() -> None:
    row = {"period": "2022", "value": 90.0}
    assert funnel(compared(row).assign(share=True, rank=1)).empty


def test_so_is_one_without_a_rank_and_what_is_no_share() -> None:
    row = {"period": "2022", "value": 90.0, "numerator": 9, "denominator": 10}
    assert len(funnel(compared(row).assign(share=True, rank=1))) == 1
    assert funnel(compared(row).assign(share=True, rank=float("nan"))).empty
    assert funnel(compared(row).assign(share=False, rank=1)).empty


def test_the_limits_of_a_small_unit_are_the_wider_ones() -> None:
    found = funnel_limits(pd.Series([20.0, 100.0]), 0.5)
    assert found["warning_low"].iloc[0] == pytest.approx(0.2558235294)
    assert found["alarm_low"].is_monotonic_increasing
    assert found["alarm_high"].is_monotonic_decreasing


def test_a_unit_that_stood_and_did_not_report_is_silent() -> None:
    days = {"c": ("valid_from", "2023-01-01"), "d": ("valid_to", "2022-12-31")}
    days |= {"e": ("valid_to", "2022-12-30"), "f": ("valid_from", "2022-12-31")}
    dated: list[dict[str, object]] = [
        {"unit": unit, name: day} for unit, (name, day) in days.items()
    ]
    known = units({"unit": "a"}, {"unit": "b"}, *dated)
    ranked = rank_units(below({"unit": "a", "value": 90.0}), indicators())
    assert silent_units(ranked, known)["unit"].tolist() == ["b", "d", "f"]


def test_the_units_below_are_those_that_a_unit_is_the_parent_of() -> None:
    known = units({"unit": "u"}, {"unit": "a", "parent": "u"}, {"unit": "b", "parent": "a"})
    assert units_below(known, "u")["unit"].tolist() == ["a"]


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


@pytest.mark.parametrize(
    ("published", "about", "least", "most", "verdict"),
    [
        ({"value": 3902.0}, ("~", 640.0), 3875, 3885, "disagrees"),
        ({"value": 3880.0}, ("~", 640.0), 3875, 3885, "cannot_check"),
        ({"value": 3900.0}, (">", 600.0), 3840, inf, "cannot_check"),
        ({"value": 3802.0}, (">", 600.0), 3840, inf, "disagrees"),
        ({"value": 3870.0, "qualifier": "<"}, ("~", 640.0), 3875, 3885, "disagrees"),
    ],
)
def test_a_sum_of_parts_that_are_not_exact_disagrees_where_it_cannot_be_what_was_published(
    published: dict[str, object], about: tuple[str, float], least: float, most: float, verdict: str
) -> None:
    part = {"unit": "b", "qualifier": about[0], "value": about[1]}
    found = total(published, {"unit": "a", "value": 3240.0}, part, **COUNT)
    assert (found["least"], found["most"], found["verdict"]) == (least, most, verdict)
    assert isnan(found["difference"])


def test_what_silent_units_have_can_only_be_more() -> None:
    silent = {"unit": "b", "value": 5.0, "period": "2021"}
    found = [
        total({"value": value}, {"unit": "a", "value": 10.0}, silent, **COUNT)
        for value in (9.0, 30.0)
    ]
    assert [one["verdict"] for one in found] == ["disagrees", "cannot_check"]


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


@pytest.mark.parametrize("counts", [{}, {"numerator": 1.0, "denominator": 10.0}])
def test_shares_without_counts_cannot_be_pooled(counts: dict[str, object]) -> None:
    parts = {"unit": "a", "value": 10.0} | counts, {"unit": "b", "value": 20.0}
    found = total({"value": 30.0}, *parts)
    assert found["detail"] == "counts_missing"
    assert pd.isna(found["total"])


def test_a_unit_that_did_not_stand_yet_is_not_expected() -> None:
    table = compare(figures({"period": "2022", "value": 10.0}), indicators(**COUNT), units())
    known = units({"unit": "a"}, {"unit": "b", "valid_from": "2023-01-01"})
    parts = below({"unit": "a", "value": 10.0}, **COUNT)
    found = check_totals(table, parts, indicators(**COUNT), known).iloc[0]
    assert (found["reporting"], found["expected"], found["verdict"]) == (1, 1, "agrees")
