from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
from frames import figures, indicators, targets
from hypothesis import given
from hypothesis import strategies as st

from giaoban.claims import check_claims, judge
from giaoban.numerals import decimal
from giaoban.trends import compare


@pytest.mark.parametrize(
    ("stated", "decimals", "recomputed", "expected"),
    [
        (150, 0, 460 / 3, ("agrees_if_rounded", 10)),
        (153, 0, 460 / 3, ("agrees", None)),
        (153.3, 1, 460 / 3, ("agrees", None)),
        (2.5, 1, 2.45, ("agrees", None)),
        (66.6, 1, 200 / 3, ("agrees_if_truncated", None)),
        (200, 0, 153.3, ("agrees_if_rounded", 100)),
        (45.7, 1, 45.7, ("agrees", None)),
        (46.0, 1, 45.7, ("agrees_if_rounded", 1)),
        (160, 0, 153.3, ("disagrees", None)),
        (0, 0, 0.4, ("agrees", None)),
        (0, 0, 7, ("disagrees", None)),
    ],
)
def test_rounding_truncation_and_disagreement_are_told_apart(
    stated: float, decimals: int, recomputed: float, expected: tuple[str, float | None]
) -> None:
    assert judge(stated, decimals, recomputed) == expected


@given(st.floats(0, 1e6), st.integers(0, 3))
def test_a_claim_that_was_made_by_rounding_is_found_to_agree(value: float, decimals: int) -> None:
    stated = decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert judge(float(stated), decimals, value) == ("agrees", None)


@given(st.floats(10, 1e6), st.integers(1, 3))
def test_a_claim_that_was_made_by_coarse_rounding_never_disagrees(value: float, zeros: int) -> None:
    stated = float(int(value / 10**zeros + 0.5) * 10**zeros)
    assert stated == 0 or judge(stated, 0, value)[0] != "disagrees"


def check(claim: dict[str, object], *rows: dict[str, object], **target: object) -> pd.Series:
    table = figures(*rows)
    default = {"claim": "c", "indicator": "x", "period": "2022", "as_published": None}
    claims = pd.DataFrame([default | claim])
    claims["as_published"] = claims["as_published"].fillna(claims["stated"].map("{:g}".format))
    bars = targets(*([target] if target else []))
    return check_claims(claims, table, compare(table, indicators()), bars).iloc[0]


def test_a_mean_divides_a_total_by_the_years_of_its_period() -> None:
    claim = {"kind": "mean_per_year", "stated": 150.0, "period": "2020/2022"}
    found = check(claim, {"period": "2020/2022", "value": 460.0})
    assert found["recomputed"] == pytest.approx(153.333333)
    assert (found["verdict"], found["rounded_to"]) == ("agrees_if_rounded", 10)


def test_a_margin_is_the_figure_less_its_target() -> None:
    claim = {"kind": "margin_over_target", "stated": 45.7}
    found = check(claim, {"period": "2022", "value": 85.7}, value=40.0)
    assert (found["recomputed"], found["verdict"]) == (45.7, "agrees")


def test_half_a_years_figure_is_set_against_the_years_target() -> None:
    claim = {"kind": "percent_of_target", "stated": 60.0, "period": "2022-01/2022-06"}
    found = check(claim, {"period": "2022-01/2022-06", "value": 90.0}, value=150.0)
    assert (found["recomputed"], found["verdict"]) == (60, "agrees")


def test_a_change_runs_from_the_first_to_the_last_year_of_its_period() -> None:
    claim = {"kind": "change", "stated": 4.0, "period": "2021/2022"}
    rows = [{"period": "2021", "value": 93.75}, {"period": "2022", "value": 97.8}]
    found = check(claim, *rows)
    assert (found["recomputed"], found["verdict"]) == (4.05, "agrees")


def test_a_change_across_definitions_cannot_be_checked() -> None:
    claim = {"kind": "change", "stated": 4.05, "period": "2021/2022"}
    rows = [
        {"period": "2021", "value": 93.75},
        {"period": "2022", "value": 97.8, "definition": "b"},
    ]
    found = check(claim, *rows)
    assert (found["verdict"], found["detail"]) == ("cannot_check", "not_comparable")


def test_a_target_worked_out_from_a_claim_bears_no_witness_for_it() -> None:
    claim = {"kind": "margin_over_target", "stated": 14.0}
    row = {"period": "2022", "value": 89.0, "qualifier": ">"}
    found = check(claim, row, value=75.0, derivation="89 − 14 (c)")
    assert (found["verdict"], found["detail"]) == ("cannot_check", "circular")


def test_a_figure_that_is_a_range_can_refute_a_claim_and_not_confirm_it() -> None:
    row = {"period": "2022", "value": 89.0, "qualifier": ">"}
    claim = {"kind": "margin_over_target", "stated": 20.0}
    assert check(claim, row, value=75.0)["detail"] == "figure_is_a_range"
    claim = {"kind": "margin_over_target", "stated": 10.0}
    assert check(claim, row, value=75.0)["verdict"] == "disagrees"


@pytest.mark.parametrize(
    ("kind", "target", "missing"),
    [
        ("mean_per_year", {}, "no_figure"),
        ("margin_over_target", {}, "no_figure"),
        ("change", {}, "no_figure"),
    ],
)
def test_a_claim_without_its_figure_says_what_is_missing(
    kind: str, target: dict[str, object], missing: str
) -> None:
    found = check({"kind": kind, "stated": 1.0, "period": "2023"}, {"period": "2022", "value": 1.0})
    assert (found["verdict"], found["detail"]) == ("cannot_check", missing)
    assert pd.isna(found["recomputed"])


def test_a_claim_about_a_target_says_whether_there_is_none_or_none_was_published() -> None:
    claim, row = {"kind": "percent_of_target", "stated": 1.0}, {"period": "2022", "value": 1.0}
    assert check(claim, row)["detail"] == "no_target"
    assert check(claim, row, value=float("nan"))["detail"] == "target_not_published"
