from typing import Any

import pytest
from frames import compared, figures, indicators, units

from giaoban.analysis import (
    compare,
    counted_shares,
    feasible_counts,
    likely_wholes,
    printed_shares,
)


def test_97_8_and_19_6_fit_45_and_9_of_46_and_no_smaller_whole() -> None:
    rows = [
        {"indicator": "x", "period": "2022", "value": 97.8, "as_published": "97,8"},
        {"indicator": "y", "period": "2022", "value": 19.6, "as_published": "19,6%"},
    ]
    about = indicators().merge(indicators(indicator="y", part_of="x"), "outer")
    found = feasible_counts(compare(figures(*rows), about, units()), about)
    same = found[(found["base"] == "same_whole") & (found["solution"] == 1)]
    assert same[["numerator", "denominator"]].to_numpy().tolist() == [[45, 46], [9, 46]]
    assert set(found["base"]) == {"same_whole", "of_the_part"}


def test_20_fits_9_of_the_45_of_48_and_not_9_of_the_48() -> None:
    rows = [
        {"indicator": "x", "period": "2021", "value": 93.75, "as_published": "93,75%"},
        {"indicator": "y", "period": "2021", "value": 20.0, "as_published": "20%"},
    ]
    about = indicators().merge(indicators(indicator="y", part_of="x"), "outer")
    found = feasible_counts(compare(figures(*rows), about, units()), about)
    nested = found[found["base"] == "of_the_part"]
    pairs = nested[["numerator", "denominator"]].to_numpy().tolist()
    assert pairs == [[15, 16], [3, 15], [30, 32], [6, 30], [45, 48], [9, 45]]
    assert 48 not in found[found["base"] == "same_whole"]["denominator"].tolist()


@pytest.mark.parametrize(
    ("value", "printed", "first"),
    [
        (50.0, "50%", [1, 2]),
        (85.7, "85,7%", [6, 7]),
        (93.75, "93,75%", [15, 16]),
        (0.5, "0,5%", [1, 182]),
    ],
)
def test_a_share_by_itself_has_its_smallest_counts_first(
    value: float, printed: str, first: list[int]
) -> None:
    table = compared({"period": "2022", "value": value, "as_published": printed})
    found = feasible_counts(table, indicators())
    assert found.iloc[0][["numerator", "denominator"]].tolist() == first
    assert found["printed"].eq("rounded").all()


def test_a_share_that_was_only_cut_off_says_so() -> None:
    table = compared({"period": "2022", "value": 66.66, "as_published": "66,66%"})
    found = feasible_counts(table, indicators())
    assert found.iloc[0][["numerator", "denominator", "printed"]].tolist() == [2, 3, "truncated"]


@pytest.mark.parametrize("value", [0.0, 100.0])
def test_nothing_and_everything_fit_any_count_and_are_left_out(value: float) -> None:
    assert feasible_counts(compared({"period": "2022", "value": value}), indicators()).empty


@pytest.mark.parametrize(
    ("value", "printed", "verdict"),
    [(86.5, "86,5%", "agrees"), (86.0, "86%", "agrees_if_truncated"), (88.0, "88%", "disagrees")],
)
def test_a_share_printed_with_its_counts_is_held_against_them(
    value: float, printed: str, verdict: str
) -> None:
    row = {"period": "2022", "value": value, "as_published": printed}
    found = counted_shares(compared(row | {"numerator": 45.0, "denominator": 52.0}), indicators())
    assert found["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ({"value": 97.8, "as_published": "97,80%"}, [2]),
        ({"value": 97.8, "as_published": None}, []),
        ({"value": 97.8, "as_published": "97,8%", "qualifier": ">"}, []),
        ({"value": 100.0, "as_published": "100%"}, []),
        ({"value": 97.8, "as_published": "97,8%", "numerator": 45.0, "denominator": 46.0}, []),
    ],
)
def test_a_share_is_solved_with_the_decimals_that_it_was_printed_with(
    row: dict[str, object], kept: list[int]
) -> None:
    shares = printed_shares(compared({"period": "2022"} | row), indicators())
    assert shares["decimals"].tolist() == kept


def wholes(*pairs: tuple[str, str], **part: object) -> list[list[Any]]:
    """Find the likely wholes of a share and its part, printed so from 2021 on."""
    rows = []
    for year, prints in enumerate(pairs, 2021):
        for indicator, text in zip("xy", prints, strict=True):
            value = float(text.replace(",", "."))
            row = {"indicator": indicator, "period": str(year), "value": value}
            rows.append(row | {"as_published": f"{text}%"} | (part if indicator == "y" else {}))
    about = indicators().merge(indicators(indicator="y", part_of="x"), "outer")
    found = likely_wholes(compare(figures(*rows), about, units()), about)
    return found.to_numpy().tolist()


def test_46_to_48_organisations_fit_both_years_with_the_base_changed_and_92_to_96_with_it_kept() -> (
    None
):
    # 45 of 48 and 9 of these 45 in 2021; 45 and 9 of 46 in 2022.
    assert wholes(("93,75", "20"), ("97,8", "19,6")) == [
        ["x", "2021", "2022", "changed", 46, 48],
        ["x", "2021", "2022", "same", 92, 96],
    ]


def test_wholes_are_likely_only_where_they_differ_by_5_percent_at_most() -> None:
    # 50% with 25% fits any multiple of 4.
    found = wholes(("50", "25"), ("50", "25"))
    assert ["x", "2021", "2022", "same", 4, 4] in found
    for _, _, _, _, smaller, larger in found:
        assert larger - smaller <= 0.05 * larger


def test_19_and_20_differ_by_just_5_percent() -> None:
    # 10 and 5 of 19, then 10 and 1 of 20.
    assert ["x", "2021", "2022", "same", 19, 20] in wholes(("52,63", "26,32"), ("50", "5"))


def test_there_is_nothing_likely_of_one_period_or_of_a_share_without_parts() -> None:
    assert wholes(("93,75", "20")) == []
    assert wholes(("93,75", "20"), ("97,8", "19,6"), qualifier="~") == []


@pytest.mark.parametrize(
    ("value", "printed", "expected"), [(49.7487, "49,7487%", [199]), (49.7512, "49,7512%", [])]
)
def test_no_whole_above_200_is_tried(value: float, printed: str, expected: list[int]) -> None:
    # 99 of 199, and 100 of 201.
    found = feasible_counts(
        compared({"period": "2022", "value": value, "as_published": printed}), indicators()
    )
    assert found["denominator"].tolist() == expected


@pytest.mark.parametrize(
    ("row", "about"),
    [
        ({"numerator": float("nan")}, {}),
        ({"denominator": float("nan")}, {}),
        ({"qualifier": ">"}, {}),
        ({}, {"unit_measure": "count"}),
    ],
)
def test_nothing_is_held_against_counts_but_an_exact_share_that_has_both(
    row: dict[str, object], about: dict[str, str]
) -> None:
    counted: dict[str, object] = {"value": 86.5, "numerator": 45.0, "denominator": 52.0}
    table = compared({"period": "2022"} | counted | row, **about)
    assert counted_shares(table, indicators(**about)).empty


def test_of_wholes_with_one_larger_end_those_nearest_to_each_other_are_likely() -> None:
    # Multiples of 4 in one year, 84 or 168 in the other.
    assert wholes(("50", "25"), ("1,19", "1,19")) == [
        ["x", "2021", "2022", "changed", 80, 84],
        ["x", "2021", "2022", "same", 84, 84],
    ]


def test_what_is_solved_stands_in_the_order_of_time() -> None:
    rows: list[dict[str, object]] = [
        {"period": period, "value": 85.7, "as_published": "85,7%"}
        for period in ("2021", "2021-01/2021-06")
    ]
    found = feasible_counts(compared(*rows), indicators())
    assert found["period"].drop_duplicates().tolist() == ["2021-01/2021-06", "2021"]
