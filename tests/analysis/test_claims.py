import pandas as pd
import pytest
from frames import figures, indicators, targets, units

from giaoban.analysis import check_claims, compare, is_relative


def check(claim: dict[str, object], *rows: dict[str, object], **target: object) -> pd.Series:
    default = {"claim": "c", "indicator": "x", "period": "2022", "as_published": None}
    claims = pd.DataFrame([default | claim])
    claims["as_published"] = claims["as_published"].fillna(claims["stated"].map("{:g}".format))
    bars = targets(*([target] if target else []))
    about = indicators(unit_measure="count" if claim["kind"] == "mean_per_year" else "percent")
    table = compare(figures(*rows), about, units())
    return check_claims(claims, table, bars, about).iloc[0]


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


def test_a_mean_adds_up_single_years_that_cover_its_period() -> None:
    claim = {"kind": "mean_per_year", "stated": 150.0, "period": "2020/2022"}
    years = [{"period": "2020", "value": 140.0}, {"period": "2021", "value": 160.0}]
    assert check(claim, *years, {"period": "2022", "value": 150.0})["verdict"] == "agrees"
    assert check(claim, *years)["detail"] == "no_figure"


def test_a_share_has_no_mean_a_year() -> None:
    claims = pd.DataFrame(
        [
            {
                "claim": "c",
                "kind": "mean_per_year",
                "indicator": "x",
                "period": "2020/2022",
                "stated": 30.0,
                "as_published": "30%",
            }
        ]
    )
    table = compare(figures({"period": "2020/2022", "value": 90.0}), indicators(), units())
    found = check_claims(claims, table, targets(), indicators()).iloc[0]
    assert (found["verdict"], found["detail"]) == ("cannot_check", "not_additive")


def test_a_change_between_ranges_is_refuted_only_outside_them() -> None:
    rows = [
        {"period": "2021", "value": 80.0, "qualifier": ">"},
        {"period": "2022", "value": 89.0},
    ]
    claim = {"kind": "change", "period": "2021/2022"}
    assert check(claim | {"stated": 5.0}, *rows)["detail"] == "figure_is_a_range"
    assert check(claim | {"stated": 10.0}, *rows)["detail"] == "figure_is_a_range"
    assert check(claim | {"stated": 12.0}, *rows)["verdict"] == "disagrees"


def test_a_total_of_about_460_refutes_no_claim_that_460_would_agree_with() -> None:
    claim = {"kind": "mean_per_year", "stated": 150.0, "period": "2020/2022"}
    row = {"period": "2020/2022", "value": 460.0, "qualifier": "~"}
    assert check(claim, row)["verdict"] == "cannot_check"


def test_years_that_count_different_things_are_not_added_up() -> None:
    claim = {"kind": "mean_per_year", "stated": 150.0, "period": "2021/2022"}
    rows = [{"period": "2021", "value": 150.0, "definition": "a"}]
    rows += [{"period": "2022", "value": 150.0, "definition": "b"}]
    assert check(claim, *rows)["detail"] == "not_comparable"
    rows[1] |= {"definition": "a", "obs_status": "B"}
    assert check(claim, *rows)["detail"] == "not_comparable"


def test_the_name_of_a_claim_within_another_name_is_not_that_claim() -> None:
    row = {"period": "2022", "value": 89.0}
    claim = {"kind": "margin_over_target", "stated": 14.0}
    found = check(claim, row, value=75.0, derivation="89 − 14 (c-other)")
    assert found["verdict"] == "agrees"


def test_a_change_is_exact_in_decimals() -> None:
    claim = {"kind": "change", "stated": 1.8, "period": "2021/2022", "as_published": "1,8"}
    rows = [{"period": "2021", "value": 71.9}, {"period": "2022", "value": 73.8}]
    assert check(claim, *rows)["verdict"] == "disagrees"


def test_a_change_of_a_count_that_was_stated_in_percent_is_relative() -> None:
    rows = [{"period": "2021", "value": 251.0}, {"period": "2022", "value": 205.0}]
    about = indicators(unit_measure="count")
    row = {"claim": "c", "kind": "change", "indicator": "x", "period": "2021/2022"}
    claims = pd.DataFrame([row | {"stated": -18.3, "as_published": "-18,3%"}])
    table = compare(figures(*rows), about, units())
    found = check_claims(claims, table, targets(), about).iloc[0]
    assert (found["relative"], found["verdict"]) == (True, "agrees")
    assert found["recomputed"] == pytest.approx(-18.3267, abs=1e-4)
    plain = check_claims(claims.assign(stated=-46.0, as_published="-46"), table, targets(), about)
    assert (plain["relative"].iloc[0], plain["verdict"].iloc[0]) == (False, "agrees")


def test_a_claim_names_the_figures_that_it_was_recomputed_from() -> None:
    claim = {"kind": "change", "stated": 1.0, "period": "2021/2022"}
    found = check(claim, {"period": "2021", "value": 1.0}, {"period": "2022", "value": 2.0})
    assert found["rows"] == (0, 1)


def test_a_percentage_of_a_target_takes_parts_that_cover_the_claims_period() -> None:
    halves = [
        {"period": "2022-01/2022-06", "value": 50.0},
        {"period": "2022-07/2022-12", "value": 70.0},
    ]
    about = indicators(unit_measure="count")
    row = {"claim": "c", "kind": "percent_of_target", "indicator": "x", "period": "2022"}
    claims = pd.DataFrame([row | {"stated": 120.0, "as_published": "120%"}])
    table = compare(figures(*halves), about, units())
    hundred = check_claims(claims, table, targets({"value": 100.0}), about)
    assert hundred["verdict"].tolist() == ["agrees"]
    zero = check_claims(claims, table, targets({"value": 0.0}), about)
    assert zero["detail"].tolist() == ["target_is_zero"]


def test_a_margin_over_a_target_of_another_definition_cannot_be_checked() -> None:
    row = {"period": "2022", "value": 91.0, "definition": "wide"}
    claim = {"kind": "margin_over_target", "stated": 1.0}
    assert check(claim, row, value=90.0, definition="narrow")["detail"] == "not_comparable"
    assert check(claim, row, value=90.0, definition="wide")["verdict"] == "agrees"


@pytest.mark.parametrize(
    ("kind", "printed", "measure", "relative"),
    [
        ("change", "-18,3%", "count", True),
        ("change", "-18,3%", "percent", False),
        ("change", "-46", "count", False),
        ("change", None, "count", False),
        ("percent_of_target", "60%", "count", False),
    ],
)
def test_only_a_change_of_what_is_no_share_is_relative_where_it_is_stated_in_percent(
    kind: str, printed: str | None, measure: str, relative: bool
) -> None:
    claim = pd.Series({"kind": kind, "as_published": printed})
    assert is_relative(claim, measure) == relative
