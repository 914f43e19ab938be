import pandas as pd
import pytest
from frames import DEFINITIONS, figures, indicators, units

from giaoban.analysis import check_rules, compare

CEILING: dict[str, object] = {
    "rule": "ceiling",
    "indicator": "y",
    "base": "x",
    "definition": None,
    "qualifier": "<=",
    "value": 20.0,
    "valid_from": pd.NaT,
    "valid_to": pd.NaT,
}


def check(rule: dict[str, object], *rows: dict[str, object]) -> pd.DataFrame:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    table = figures(*({"period": "2022"} | row for row in rows))
    dated = {"valid_from": "datetime64[us]", "valid_to": "datetime64[us]"}
    stated = pd.DataFrame([CEILING | rule]).astype(dated)
    found = compare(table, about, units())
    return check_rules(found, found.iloc[:0], stated, DEFINITIONS)


def counted(indicator: str, part: int, whole: int) -> dict[str, object]:
    value = round(100 * part / whole, 1)
    return {"indicator": indicator, "value": value, "numerator": part, "denominator": whole}


@pytest.mark.parametrize(("part", "verdict"), [(18, "holds"), (19, "broken")])
def test_counts_settle_a_ceiling_on_those_rated_well(part: int, verdict: str) -> None:
    found = check({}, counted("x", 90, 100), counted("y", part, 100)).iloc[0]
    assert (found["verdict"], found["basis"]) == (verdict, "counts")
    assert found["least"] == found["most"] == pytest.approx(part / 90 * 100)


def test_counts_settle_it_where_the_printed_share_was_rounded() -> None:
    row = {"indicator": "y", "value": 20.0, "numerator": 9, "denominator": 44}
    found = check({}, counted("x", 44, 46), row).iloc[0]
    assert (found["verdict"], found["basis"]) == ("broken", "counts")
    assert found["least"] == pytest.approx(100 * 9 / 44)


def test_a_share_of_the_part_without_its_own_count_is_taken_as_printed() -> None:
    row = {"indicator": "y", "value": 20.0, "denominator": 45}
    found = check({}, counted("x", 45, 48), row).iloc[0]
    assert (found["least"], found["verdict"], found["basis"]) == (20, "holds", "printed")


def test_less_than_a_bound_is_below_it() -> None:
    less: dict[str, object] = {"indicator": "y", "value": 20.0, "qualifier": "<"}
    for said, verdict in ((">=", "broken"), (">", "broken"), ("<", "holds"), ("<=", "holds")):
        found = check({"base": None, "qualifier": said}, less).iloc[0]
        assert found["verdict"] == verdict, said


def test_no_share_is_more_than_all_of_its_base() -> None:
    found = check({}, {"value": 90.0}, {"indicator": "y", "value": 95.0}).iloc[0]
    assert (found["least"], found["most"], found["basis"]) == (95, 100, "base_unknown")


@pytest.mark.parametrize(
    ("counts", "part", "verdict"),
    [
        ("wide", 18, "undetermined"),
        ("wide", 19, "broken"),
        ("narrow", 18, "holds"),
        ("narrow", 19, "undetermined"),
        ("apart", 18, "undetermined"),
    ],
)
def test_a_base_that_counts_something_else_settles_only_what_follows(
    counts: str, part: int, verdict: str
) -> None:
    meant = "narrow" if counts != "narrow" else "wide"
    base = counted("x", 90, 100) | {"definition": counts}
    found = check({"definition": meant}, base, counted("y", part, 100)).iloc[0]
    assert (found["verdict"], found["basis"]) == (verdict, "base_differs")
    assert found["least"] == pytest.approx(part / 90 * 100 if counts == "wide" else 0)
    assert found["most"] == pytest.approx(part / 90 * 100 if counts == "narrow" else 100)


@pytest.mark.parametrize(
    ("share", "verdict"), [(17.0, "holds"), (19.6, "undetermined"), (21.0, "broken")]
)
def test_where_the_base_is_not_said_the_verdict_holds_for_both(share: float, verdict: str) -> None:
    found = check({}, {"value": 93.75}, {"indicator": "y", "value": share}).iloc[0]
    assert (found["verdict"], found["basis"]) == (verdict, "base_unknown")
    assert (found["least"], found["most"]) == pytest.approx((share, share / 93.75 * 100))


def test_a_rule_without_a_base_bounds_what_was_printed() -> None:
    found = check({"base": None}, {"indicator": "y", "value": 20.0, "qualifier": ">"}).iloc[0]
    assert (found["verdict"], found["least"], found["most"]) == ("broken", 20, 100)
    found = check({"base": None}, {"indicator": "y", "value": 19.0, "qualifier": ">"}).iloc[0]
    assert found["verdict"] == "undetermined"


@pytest.mark.parametrize(
    ("base", "share", "verdict"),
    [
        (None, 19.0, "undetermined"),
        (None, 21.0, "broken"),
        ({"value": 50.0, "qualifier": "<="}, 19.0, "undetermined"),
        ({"value": 0.0}, 19.0, "undetermined"),
        ({"value": 95.0, "qualifier": ">"}, 19.0, "holds"),
    ],
)
def test_a_base_that_is_not_known_exactly_leaves_the_share_open(
    base: dict[str, object] | None, share: float, verdict: str
) -> None:
    rows = [{"indicator": "y", "value": share}, *([base] if base else [])]
    assert check({}, *rows)["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("qualifier", "share", "verdict"),
    [
        ("<", 20.0, "broken"),
        ("<=", 20.0, "holds"),
        (">=", 20.0, "holds"),
        (">", 20.0, "broken"),
        (">=", 19.0, "broken"),
    ],
)
def test_a_bound_is_kept_or_not_as_its_qualifier_says(
    qualifier: str, share: float, verdict: str
) -> None:
    rule: dict[str, object] = {"base": None, "qualifier": qualifier}
    assert check(rule, {"indicator": "y", "value": share})["verdict"].tolist() == [verdict]


@pytest.mark.parametrize("validity", [{"valid_from": "2023-01-01"}, {"valid_to": "2021-12-31"}])
def test_a_rule_bounds_only_the_time_that_it_was_in_force(validity: dict[str, object]) -> None:
    rule = CEILING | {"base": None} | validity
    assert check(rule, {"indicator": "y", "value": 30.0}).empty


@pytest.mark.parametrize("validity", [{"valid_from": "2022-01-01"}, {"valid_to": "2022-12-31"}])
def test_the_first_and_the_last_day_are_of_that_time(validity: dict[str, object]) -> None:
    rule = CEILING | {"base": None} | validity
    assert check(rule, {"indicator": "y", "value": 30.0})["verdict"].tolist() == ["broken"]


@pytest.mark.parametrize(("base", "verdict"), [(0, "undetermined"), (1, "broken")])
def test_a_share_is_worked_out_of_a_base_of_one_but_not_of_nothing(base: int, verdict: str) -> None:
    found = check({}, counted("x", base, 50), counted("y", 1, 50))
    assert found["verdict"].tolist() == [verdict]


def test_so_is_the_largest_share_that_is_possible_of_a_small_base() -> None:
    found = check({}, {"value": 0.8}, {"indicator": "y", "value": 0.1}).iloc[0]
    assert (found["most"], found["verdict"]) == (12.5, "holds")


def test_what_may_lie_on_either_side_of_a_bound_is_not_said_to_keep_it() -> None:
    over: dict[str, object] = {"indicator": "y", "value": 19.0, "qualifier": ">"}
    for said in (">", ">=", "<", "<="):
        assert check({"base": None, "qualifier": said}, over)["verdict"].tolist() == [
            "undetermined"
        ]
