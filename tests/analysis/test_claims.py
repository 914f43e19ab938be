import math

import pandas as pd
import pytest
from frames import compared, indicators, targets, yearly

from giaoban.analysis import check_claims
from giaoban.analysis.claims import with_ranges

COUNT = {"unit_measure": "count"}


def check(
    claim: dict[str, object],
    rows: list[dict[str, object]],
    *goals: dict[str, object],
    **about: str,
) -> pd.Series:
    default = {"claim": "c", "indicator": "x", "period": "2022"}
    claims = pd.DataFrame([default | claim])
    table = compared(*rows, **about)
    return check_claims(claims, table, targets(*goals), indicators(**about)).iloc[0]


def printed(text: str, **claim: object) -> dict[str, object]:
    """Make a claim that states the number printed."""
    plain = text.rstrip("%").replace("−", "-").replace(".", "").replace(",", ".")
    return {"stated": float(plain), "as_published": text} | claim


def verdict(
    claim: dict[str, object],
    rows: list[dict[str, object]],
    *goals: dict[str, object],
    **about: str,
) -> str:
    return str(check(claim, rows, *goals, **about)["verdict"])


@pytest.mark.parametrize(
    ("total", "text", "expected", "rounded_to"),
    [
        (460.0, "150", "agrees_if_rounded", 10),
        (460.0, "153,3", "agrees", None),
        (460.0, "153", "agrees", None),
        # Hundreds are not ten times in 200.
        (460.0, "200", "disagrees", None),
        (460.0, "154", "disagrees", None),
        (450.0, "150", "agrees", None),
        # 144.67 a year.
        (434.0, "140", "agrees_if_rounded", 10),
        (434.0, "144", "agrees_if_truncated", None),
        # Nothing that was printed with decimals was rounded any further.
        (460.0, "153,0", "disagrees", None),
    ],
)
def test_a_mean_a_year_is_held_against_the_total_over_its_years(
    total: float, text: str, expected: str, rounded_to: float | None
) -> None:
    claim = printed(text, kind="mean_per_year", period="2020/2022")
    found = check(claim, [{"period": "2020/2022", "value": total}], **COUNT)
    assert found["recomputed"] == pytest.approx(total / 3)
    assert found["verdict"] == expected
    assert (None if pd.isna(found["rounded_to"]) else found["rounded_to"]) == rounded_to


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1.234.567,5", "agrees"), ("1.234.568", "agrees"), ("1.234.567", "agrees_if_truncated")],
)
def test_a_long_number_has_digits_enough(text: str, expected: str) -> None:
    claim = printed(text, kind="mean_per_year", period="2021/2022")
    assert verdict(claim, [{"period": "2021/2022", "value": 2469135.0}], **COUNT) == expected


@pytest.mark.parametrize(
    ("text", "value", "target", "expected"),
    [
        # 1,235 of 1,200 are 102.9166…%.
        ("102,9%", 1235.0, 1200.0, "agrees"),
        ("102,91%", 1235.0, 1200.0, "agrees_if_truncated"),
        ("102,92", 1235.0, 1200.0, "agrees"),
        ("103%", 1235.0, 1200.0, "agrees"),
        ("100%", 1235.0, 1200.0, "disagrees"),
        # 2,675 of 1,000 are 267.5%, half up.
        ("267,5%", 2675.0, 1000.0, "agrees"),
        ("268%", 2675.0, 1000.0, "agrees"),
        ("267%", 2675.0, 1000.0, "agrees_if_truncated"),
        # What has a % sign was not rounded any further than it was printed.
        ("270%", 2675.0, 1000.0, "disagrees"),
        ("270", 2675.0, 1000.0, "agrees_if_rounded"),
    ],
)
def test_a_percentage_of_a_target_is_held_against_both(
    text: str, value: float, target: float, expected: str
) -> None:
    claim = printed(text, kind="percent_of_target")
    rows: list[dict[str, object]] = [{"period": "2022", "value": value}]
    assert verdict(claim, rows, {"value": target}, **COUNT) == expected


@pytest.mark.parametrize(
    ("text", "value", "target", "sign", "expected"),
    [
        # 100% stays 100%: 999 of 1,000 is not it, and 1,001 of 1,000 is.
        ("100%", 999.0, 1000.0, "=", "disagrees"),
        ("100%", 1001.0, 1000.0, "=", "agrees"),
        ("100", 951.0, 1000.0, "=", "disagrees"),
        ("99%", 1000.0, 1000.0, "=", "disagrees"),
        # Of a ceiling 100% or less reaches it.
        ("100%", 1001.0, 1000.0, "<=", "disagrees"),
        ("100%", 999.0, 1000.0, "<=", "agrees"),
    ],
)
def test_no_rounding_carries_a_value_over_the_target_that_it_speaks_of(
    text: str, value: float, target: float, sign: str, expected: str
) -> None:
    claim = printed(text, kind="percent_of_target")
    rows: list[dict[str, object]] = [{"period": "2022", "value": value}]
    assert verdict(claim, rows, {"value": target, "qualifier": sign}, **COUNT) == expected


@pytest.mark.parametrize(
    ("text", "value", "target", "expected"),
    [
        ("45,7", 85.7, 40.0, "agrees"),
        ("98,0", 97.95, 0.0, "agrees"),
        ("97,9", 97.95, 0.0, "agrees_if_truncated"),
        ("98", 97.95, 0.0, "agrees"),
        ("0,2", 0.3, 0.1, "agrees"),
        ("14,95", 90.0, 75.05, "agrees"),
        ("15,0", 90.0, 75.05, "agrees"),
        ("14,9", 90.0, 75.05, "agrees_if_truncated"),
        ("0,1", 75.05, 75.0, "agrees"),
        # −0.04 is below the target, and 0 is not.
        ("0", 74.96, 75.0, "disagrees"),
        ("0,0", 74.96, 75.0, "disagrees"),
    ],
)
def test_a_margin_is_the_figure_less_its_target(
    text: str, value: float, target: float, expected: str
) -> None:
    claim = printed(text, kind="margin_over_target")
    found = check(claim, [{"period": "2022", "value": value}], {"value": target})
    assert found["verdict"] == expected
    assert found["recomputed"] == pytest.approx(value - target)


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        # 75 is 23.15% over 60.9.
        ("23,2%", 60.9, "agrees"),
        ("23,1%", 60.9, "agrees_if_truncated"),
        ("14,1%", 60.9, "disagrees"),
        ("14,1", 60.9, "agrees"),
        ("23,2%", 0.0, "cannot_check"),
        ("23,2%", -60.9, "cannot_check"),
        ("135,9", -60.9, "agrees"),
    ],
)
def test_a_margin_of_an_amount_in_percent_is_so_much_of_its_target(
    text: str, target: float, expected: str
) -> None:
    claim = printed(text, kind="margin_over_target")
    rows: list[dict[str, object]] = [{"period": "2022", "value": 75.0}]
    found = check(claim, rows, {"value": target}, unit_measure="number", unit_vi="tỷ đồng")
    assert (found["verdict"], found["relative"]) == (expected, text.endswith("%"))


def test_half_a_years_figure_is_set_against_the_years_target() -> None:
    claim = printed("60%", kind="percent_of_target", period="2022-01/2022-06")
    row: dict[str, object] = {"period": "2022-01/2022-06", "value": 90.0}
    found = check(claim, [row], {"value": 150.0}, **COUNT)
    assert (found["recomputed"], found["verdict"]) == (60, "agrees")


@pytest.mark.parametrize(
    ("before", "after", "text", "measure", "expected"),
    [
        (93.75, 97.8, "4,05", "percent", "agrees"),
        (12.5, 9.75, "-2,75", "percent", "agrees"),
        (12.5, 9.75, "-2,7", "percent", "agrees_if_truncated"),
        (95.0, 92.75, "-2,25", "percent", "agrees"),
        # Half up is away from 0.
        (95.0, 92.75, "-2,3%", "percent", "agrees"),
        (95.0, 92.75, "−2,2", "percent", "agrees_if_truncated"),
        (95.0, 92.75, "2,25", "percent", "disagrees"),
        # A difference of two decimals is exact in print and not in binary.
        (71.9, 73.8, "1,8", "percent", "disagrees"),
        (71.9, 73.8, "1,9", "percent", "agrees"),
        (50.0, 60.0, "20%", "count", "agrees"),
        (50.0, 60.0, "10", "count", "agrees"),
        (251.0, 205.0, "-18,3%", "count", "agrees"),
        (251.0, 205.0, "-46", "count", "agrees"),
        # Of a share in points, or else in percent of what it was.
        (50.0, 45.0, "-5%", "percent", "agrees"),
        (50.0, 45.0, "-10%", "percent", "agrees"),
        (50.0, 45.0, "-10", "percent", "disagrees"),
    ],
)
def test_a_change_is_held_against_the_figures_of_its_first_and_last_year(
    before: float, after: float, text: str, measure: str, expected: str
) -> None:
    claim = printed(text, kind="change", period="2021/2022")
    assert verdict(claim, yearly(before, after), unit_measure=measure) == expected


def test_in_which_way_a_change_was_meant_that_agrees_is_told() -> None:
    rows, change = yearly(50.0, 45.0), {"kind": "change", "period": "2021/2022"}
    relative = check(printed("-10%", **change), rows)
    points = check(printed("-5%", **change), rows)
    assert (relative["relative"], relative["recomputed"]) == (True, -10)
    assert (points["relative"], points["recomputed"]) == (False, -5)


@pytest.mark.parametrize(
    ("rows", "text", "detail"),
    [
        (yearly(0.0, 12.0), "100%", "zero_before"),
        (yearly(12.0), "100%", "no_figure"),
        (
            [yearly(1.0)[0] | {"definition": "a"}, yearly(1.0, 2.0)[1] | {"definition": "b"}],
            "1",
            "not_comparable",
        ),
    ],
)
def test_a_change_that_cannot_be_checked_says_what_is_missing(
    rows: list[dict[str, object]], text: str, detail: str
) -> None:
    found = check(printed(text, kind="change", period="2021/2022"), rows, **COUNT)
    assert (found["verdict"], found["detail"]) == ("cannot_check", detail)


def test_no_claim_agrees_with_a_forecast() -> None:
    rows = yearly(80.0, 85.0)
    rows[1]["obs_status"] = "F"
    change = printed("5", kind="change", period="2021/2022")
    margin = printed("5", kind="margin_over_target")
    found = [check(change, rows), check(margin, rows, {"value": 80.0})]
    assert [(one["verdict"], one["detail"]) for one in found] == [("cannot_check", "no_figure")] * 2


def test_of_several_setters_the_one_with_which_a_claim_agrees_best_counts() -> None:
    goals = [{"value": 80.0, "set_by": "City"}, {"value": 90.0, "set_by": "District"}]
    rows: list[dict[str, object]] = [{"period": "2022", "value": 85.0}]
    for text, expected in (("5", "agrees"), ("-5", "agrees"), ("15", "disagrees")):
        assert verdict(printed(text, kind="margin_over_target"), rows, *goals) == expected


def test_a_target_worked_out_from_a_claim_bears_no_witness_for_it() -> None:
    claim = printed("14", kind="margin_over_target")
    rows: list[dict[str, object]] = [{"period": "2022", "value": 89.0, "qualifier": ">"}]
    found = check(claim, rows, {"value": 75.0, "derivation": "89 − 14 (c)"})
    assert (found["verdict"], found["detail"]) == ("cannot_check", "circular")


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("margin_over_target", "14%", "cannot_check"),
        ("margin_over_target", "20", "cannot_check"),
        # Over 89% is over 14 points and 25 at most.
        ("margin_over_target", "10", "disagrees"),
        ("margin_over_target", "30%", "disagrees"),
        ("percent_of_target", "118%", "cannot_check"),
        ("percent_of_target", "110%", "disagrees"),
    ],
)
def test_a_figure_that_is_a_range_can_refute_a_claim_and_not_confirm_it(
    kind: str, text: str, expected: str
) -> None:
    rows: list[dict[str, object]] = [{"period": "2022", "value": 89.0, "qualifier": ">"}]
    assert verdict(printed(text, kind=kind), rows, {"value": 75.0}) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("4", "cannot_check"), ("11", "cannot_check"), ("12", "disagrees")]
)
def test_a_change_between_ranges_is_refuted_only_outside_them(text: str, expected: str) -> None:
    # From over 89% to over 93%: between −7 and 11 points.
    rows = [row | {"qualifier": ">"} for row in yearly(89.0, 93.0)]
    assert verdict(printed(text, kind="change", period="2021/2022"), rows) == expected


@pytest.mark.parametrize(
    ("value", "sign", "text", "expected"),
    [
        # About 460 is 455 to 465: 151.67 to 155 a year, with which 150 may agree by tens.
        (460.0, "~", "150", "cannot_check"),
        (460.0, "~", "157", "disagrees"),
        (460.0, ">", "150", "cannot_check"),
        (460.0, ">", "152", "disagrees"),
        (460.0, ">", "160", "cannot_check"),
    ],
)
def test_a_total_that_is_a_range_refutes_no_claim_that_a_value_in_it_would_agree_with(
    value: float, sign: str, text: str, expected: str
) -> None:
    row: dict[str, object] = {"period": "2020/2022", "value": value, "qualifier": sign}
    claim = printed(text, kind="mean_per_year", period="2020/2022")
    assert verdict(claim, [row], **COUNT) == expected


@pytest.mark.parametrize(
    ("sign", "target_sign", "text", "expected"),
    [
        # At most 999 of 1,000 are not 100%, however they were rounded.
        ("<=", "=", "100%", "disagrees"),
        ("<=", "=", "99%", "cannot_check"),
        (">=", "=", "100%", "cannot_check"),
        # Of a ceiling less than it reaches it, and more does not.
        ("<=", "<=", "100%", "cannot_check"),
        (">=", "<=", "100%", "cannot_check"),
        ("<=", "<=", "101%", "disagrees"),
    ],
)
def test_no_value_of_a_range_is_rounded_over_the_target_either(
    sign: str, target_sign: str, text: str, expected: str
) -> None:
    rows: list[dict[str, object]] = [{"period": "2022", "value": 999.0, "qualifier": sign}]
    goal: dict[str, object] = {"value": 1000.0, "qualifier": target_sign}
    assert verdict(printed(text, kind="percent_of_target"), rows, goal, **COUNT) == expected


@pytest.mark.parametrize(
    ("sign", "text", "expected"),
    [
        # Under 299.9 is less than 149.95 a year, which alone would be rounded to 150.0.
        ("<", "150,0", "disagrees"),
        ("<=", "150,0", "cannot_check"),
        (">", "150,0", "cannot_check"),
        (">=", "149,9", "cannot_check"),
    ],
)
def test_an_end_that_is_left_out_confirms_nothing(sign: str, text: str, expected: str) -> None:
    row: dict[str, object] = {"period": "2021/2022", "value": 299.9, "qualifier": sign}
    claim = printed(text, kind="mean_per_year", period="2021/2022")
    assert verdict(claim, [row], **COUNT) == expected


def test_what_a_range_leaves_open_is_named_with_its_ends() -> None:
    claim = printed("150", kind="mean_per_year", period="2021/2022")
    rows: list[dict[str, object]] = [{"period": "2021/2022", "value": 300.0, "qualifier": ">"}]
    found = check(claim, rows, **COUNT).to_frame().T
    assert list(with_ranges(found)) == ["figure_is_a_range (150, inf)"]
    rows[0]["qualifier"] = "="
    assert list(with_ranges(check(claim, rows, **COUNT).to_frame().T)) == [""]


def test_no_range_stands_beside_what_it_did_not_leave_open() -> None:
    row: dict[str, object] = {"period": "2021/2022", "value": 300.0, "qualifier": ">"}
    claims = [printed(text, kind="mean_per_year", period="2021/2022") for text in ("140", "150")]
    refuted = check(claims[0], [row], **COUNT)
    missing = check(claims[1], [row | {"period": "2020"}], **COUNT)
    assert (refuted["verdict"], missing["verdict"]) == ("disagrees", "cannot_check")
    found = with_ranges(pd.DataFrame([refuted, missing]))
    assert found.tolist() == ["figure_is_a_range", "no_figure"]


def test_so_is_one_without_a_lower_end() -> None:
    claim = printed("5", kind="margin_over_target")
    row: dict[str, object] = {"period": "2022", "value": 10.0, "qualifier": "<="}
    found = check(claim, [row], {"value": 2.0}, unit_measure="number").to_frame().T
    assert list(with_ranges(found)) == ["figure_is_a_range (-inf, 8]"]


def test_what_begins_just_at_a_ceiling_is_not_cut_off_to_below_it() -> None:
    row: dict[str, object] = {"period": "2022", "value": 1000.0, "qualifier": ">="}
    goal: dict[str, object] = {"value": 1000.0, "qualifier": "<="}
    assert verdict(printed("99%", kind="percent_of_target"), [row], goal, **COUNT) == "disagrees"


@pytest.mark.parametrize("kind", ["mean_per_year", "margin_over_target", "change"])
def test_a_claim_without_its_figure_says_what_is_missing(kind: str) -> None:
    row: dict[str, object] = {"period": "2022", "value": 1.0}
    found = check(printed("1", kind=kind, period="2023"), [row], **COUNT)
    assert (found["verdict"], found["detail"]) == ("cannot_check", "no_figure")
    assert pd.isna(found["recomputed"])


def test_a_target_that_was_not_published_leaves_a_claim_about_it_unchecked() -> None:
    row: dict[str, object] = {"period": "2022", "value": 1.0}
    found = check(printed("1", kind="percent_of_target"), [row], {"value": math.nan})
    assert (found["verdict"], found["detail"]) == ("cannot_check", "target_not_published")


def test_a_fall_below_0_is_in_percent_of_the_greatest_and_the_least_there_was_before() -> None:
    rows = [
        {"period": "2021", "value": 50.0, "value_to": 100.0, "qualifier": ".."},
        {"period": "2022", "value": -10.0},
    ]
    claim = printed("-115%", kind="change", period="2021/2022")
    found = check(claim, rows, unit_measure="number")
    # From 100 to −10 it fell by 110%, from 50 by 120%.
    assert (found["low"], found["high"]) == (-120, -110)
