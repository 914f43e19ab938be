import pandas as pd
import pytest
from frames import DEFINITIONS, compared, indicators, targets, yearly
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import judge_targets, least_count, needs, paces
from giaoban.statistics import Demand, Range, reached

Rows = list[dict[str, object]]


def still(
    rows: Rows, *goals: dict[str, object], cutoff: str = "2024-06-30", **about: str | bool
) -> pd.DataFrame:
    table, goal, described = compared(*rows, **about), targets(*goals), indicators(**about)
    found = judge_targets(table, goal, described, DEFINITIONS, pd.Timestamp(cutoff))
    return needs(table, found, paces(table, found, goal, described), goal, described)


def counted(part: int, whole: int, printed: float | None = None) -> Rows:
    value = round(100 * part / whole, 1) if printed is None else printed
    return [{"period": "2023", "value": value, "numerator": part, "denominator": whole}]


def test_80_percent_of_46_takes_37_which_is_two_more_than_35() -> None:
    (need,) = still(counted(35, 46), {"period": "2025", "value": 80.0}).to_dict("records")
    assert (need["count"], need["more"], need["whole"], need["years"]) == (37, 2, 46, 2)
    assert (need["basis"], need["period"]) == ("share", "2023")


def test_of_what_should_be_few_so_many_fewer_are_asked_for() -> None:
    found = still(counted(9, 46), {"period": "2025", "value": 10.0}, better="down")
    assert found[["count", "more"]].to_numpy().tolist() == [[4, -5]]


def test_over_80_percent_of_40_takes_one_more_than_just_80() -> None:
    goal: dict[str, object] = {"period": "2025", "value": 80.0}
    assert still(counted(20, 40), goal)["count"].tolist() == [32]
    assert still(counted(20, 40), goal | {"qualifier": ">"})["count"].tolist() == [33]


def test_nothing_is_said_where_counts_and_print_disagree_or_all_would_not_be_enough() -> None:
    goal: dict[str, object] = {"period": "2025", "value": 90.0}
    assert still(counted(35, 46, printed=80.0), goal).empty
    assert still(counted(35, 46), goal | {"value": 100.0, "qualifier": ">"}).empty
    assert still(yearly(80.0, 85.0), goal).empty


def test_what_is_left_of_a_count_is_parted_over_the_years_left() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 750.0, "kind": "total"}
    found = still(yearly(100.0, 120.0, 151.0), goal, unit_measure="count")
    assert found[["basis", "now", "more", "years", "more_per_year"]].to_numpy().tolist() == [
        ["sum", 371, 379, 2, 190]
    ]


def test_so_is_what_is_left_of_an_amount_that_adds_up_and_of_no_other() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 10.0, "kind": "total"}
    tonnes = still(yearly(1.5, 2.25), goal, unit_measure="number", additive=True)
    assert tonnes[["basis", "now", "more", "years"]].to_numpy().tolist() == [["sum", 3.75, 6.25, 3]]
    assert tonnes["more_per_year"].tolist() == pytest.approx([6.25 / 3])
    income = still(yearly(1.5, 2.25), goal | {"kind": "by"}, unit_measure="number", additive=False)
    assert income.empty


def test_over_a_year_and_a_half_the_rate_of_a_count_is_a_whole_number() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 750.0, "kind": "total"}
    rows: Rows = [*yearly(100.0, 120.0, 151.0), {"period": "2024-01/2024-06", "value": 81.0}]
    found = still(rows, goal, cutoff="2024-07-15", unit_measure="count")
    # 298 over 1.5 years are 198.67 a year.
    assert found[["more", "years", "more_per_year"]].to_numpy().tolist() == [[298, 1.5, 199]]


def test_of_a_year_that_has_begun_it_says_what_is_left_and_no_rate() -> None:
    rows: Rows = [*yearly(140.0), {"period": "2024-01/2024-06", "value": 81.0}]
    found = still(rows, {"period": "2024", "value": 150.0}, unit_measure="count")
    assert found["more"].tolist() == [69]
    assert found["more_per_year"].isna().all()


@given(
    whole=st.integers(1, 400),
    target=st.floats(0, 100).map(lambda v: round(v, 2)),
    way=st.sampled_from(["up", "down"]),
    strict=st.booleans(),
)
def test_a_needed_count_is_the_least_that_reaches_the_target(
    whole: int, target: float, way: str, strict: bool
) -> None:
    asked = Demand(way, target, target, strict)

    def reaches(count: int) -> bool:
        share = round(100 * count / whole, 9)
        return reached(Range(share, share), asked) is True

    all_that_do = [count for count in range(whole + 1) if reaches(count)]
    ends = {"up": min, "down": max}
    assert least_count(asked, whole) == (ends[way](all_that_do) if all_that_do else None)


@pytest.mark.parametrize(
    ("values", "way", "count"),
    [((5.0, 6.0, 7.0), (">", "up"), 11), ((15.0, 14.0, 13.0), ("<", "down"), 9)],
)
def test_beyond_ten_lies_the_next_whole_one(
    values: tuple[float, ...], way: tuple[str, str], count: int
) -> None:
    goal: dict[str, object] = {"period": "2025", "value": 10.0, "qualifier": way[0], "kind": "by"}
    found = still(yearly(*values), goal, unit_measure="count", better=way[1])
    assert found["count"].tolist() == [count]


@pytest.mark.parametrize(("target", "count"), [(10.4, 11), (10.0, 10)])
def test_half_a_thing_is_a_whole_one(target: float, count: int) -> None:
    goal: dict[str, object] = {"period": "2025", "value": target, "kind": "by"}
    found = still(yearly(5.0, 6.0, 7.0), goal, unit_measure="count")
    assert found["count"].tolist() == [count]


def test_of_an_amount_that_does_not_add_up_nothing_is_lacking_in_things() -> None:
    goal: dict[str, object] = {"period": "2025", "value": 10.0, "kind": "by"}
    assert still(yearly(5.0, 6.0, 7.0), goal, unit_measure="number").empty
