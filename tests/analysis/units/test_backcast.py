"""Earlier figures of a merged unit, worked out from those of its predecessors."""

from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from frames import figures, indicators, units
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import backcast, compare, compare_recast, rank_units

DAY = "2025-07-01"
MERGED = (("a", "new", DAY, "whole"), ("b", "new", DAY, "whole"))
PARTED = (("a", "new", DAY, "whole"), ("c", "new", DAY, "part"))
COUNT: Any = {"unit_measure": "count"}
Row = dict[str, object]
Change = tuple[str, str, str, str]


def changes(*rows: Change) -> pd.DataFrame:
    names = ["predecessor", "successor", "changed_on", "extent"]
    made = pd.DataFrame(rows, columns=names)
    return made.assign(changed_on=pd.to_datetime(made["changed_on"]))


def recast(*rows: Row, changed: tuple[Change, ...] = MERGED, **about: Any) -> pd.DataFrame:
    """Recast figures of 2024, unless they say another period."""
    told = figures(*({"period": "2024"} | row for row in rows))
    return backcast(told, changes(*changed), indicators(**about))


def one(*rows: Row, changed: tuple[Change, ...] = MERGED, **about: Any) -> pd.Series:
    found = recast(*rows, changed=changed, **about)
    assert len(found) == 1
    return found.iloc[0]


def of(unit: str, value: float, **more: object) -> Row:
    return {"unit": unit, "value": value} | more


def share(unit: str, part: int, whole: int, **more: object) -> Row:
    value = round(part / whole * 100, 1)
    counts: Row = {"numerator": float(part), "denominator": float(whole)}
    return of(unit, value, as_published=f"{value:.1f}%") | counts | more


def test_counts_of_merged_units_add_up() -> None:
    found = one(of("a", 12.0), of("b", 14.0), **COUNT)
    assert (found["unit"], found["value"], found["recast_method"]) == ("new", 26, "sum")
    assert found["predecessors"] == ("a", "b")


def test_so_do_those_that_do_not_add_up_over_time() -> None:
    found = one(of("a", 12.0), of("b", 14.0), additive=False, **COUNT)
    assert (found["value"], found["recast_method"]) == (26, "sum")


def test_a_period_that_holds_the_day_of_the_change_is_not_before_it() -> None:
    last_day = tuple((*change[:2], "2024-12-31", change[3]) for change in MERGED)
    assert recast(of("a", 12.0), of("b", 14.0), changed=last_day, **COUNT).empty


def test_shares_of_merged_units_are_pooled_and_as_fine_as_they_were_printed() -> None:
    found = one(share("a", 18, 20), share("b", 7, 11))
    assert (found["value"], found["recast_method"]) == (80.6, "pooled")  # 25 of 31 are 80.645…%.
    assert (found["numerator"], found["denominator"]) == (25, 31)


def test_shares_without_counts_leave_a_range_between_them() -> None:
    found = one(of("a", 90.0), of("b", 60.0))
    assert (found["least"], found["most"], found["recast_method"]) == (60, 90, "between")
    assert (found["value"], found["value_to"], found["qualifier"]) == (60, 90, "..")


def test_so_do_shares_of_which_some_have_counts_or_are_not_exact() -> None:
    some = one(share("a", 18, 20), of("b", 60.0))
    assert (some["least"], some["most"], some["recast_method"]) == (60, 90, "between")
    over = one(share("a", 18, 20), share("b", 6, 10, qualifier=">"))
    assert (over["most"], over["recast_method"]) == (100, "between")


def test_a_qualified_figure_keeps_its_range() -> None:
    found = one(of("a", 12.0, qualifier=">="), of("b", 14.0), **COUNT)
    assert (found["least"], found["most"], found["qualifier"]) == (26, float("inf"), ">=")


def test_a_part_of_a_unit_leaves_a_range_from_nothing_of_it_to_all_of_it() -> None:
    found = one(of("a", 12.0), of("c", 9.0), changed=PARTED, **COUNT)
    assert (found["least"], found["most"], found["recast_method"]) == (12, 21, "bounds")
    shares = one(share("a", 18, 20), share("c", 5, 10), changed=PARTED)
    assert (shares["least"], shares["most"]) == (72, 92)


def test_a_unit_that_goes_on_under_other_borders_is_its_own_predecessor() -> None:
    found = one(of("a", 12.0), of("b", 14.0), changed=(("b", "a", DAY, "whole"),), **COUNT)
    assert (found["unit"], found["value"]) == ("a", 26)


def test_a_unit_with_one_predecessor_has_its_figures_whatever_they_measure() -> None:
    moved = (("a", "new", DAY, "whole"),)
    found = one(of("a", 54.2), changed=moved, unit_measure="number", additive=False)
    assert (found["value"], found["recast_method"]) == (54.2, "same")


@pytest.mark.parametrize(
    ("rows", "about", "detail"),
    [
        ([of("a", 12.0)], COUNT, "units_missing"),
        ([of("a", 12.0), of("b", 14.0, definition="wide")], COUNT, "definition_differs"),
        ([of("a", 7.0), of("b", 8.0)], {"unit_measure": "rating"}, "not_additive"),
    ],
)
def test_where_nothing_follows_it_is_said_why(rows: list[Row], about: Any, detail: str) -> None:
    found = one(*rows, **about)
    assert found["detail"] == detail
    assert pd.isna(found[["value", "least", "most", "recast_method"]]).all()


def test_the_units_that_have_no_figure_are_named() -> None:
    assert one(of("a", 12.0), **COUNT)["missing"] == ("b",)


@pytest.mark.parametrize("whole", [of("a", 90.0), share("a", 18, 20)])
def test_nothing_follows_of_a_share_of_a_part_without_its_counts(whole: Row) -> None:
    assert one(whole, of("c", 60.0), changed=PARTED)["detail"] == "counts_missing"


def test_nor_of_one_of_parts_alone() -> None:
    parts = (("c", "new", DAY, "part"),)
    assert one(share("c", 5, 10), changed=parts)["detail"] == "counts_missing"


def test_only_what_ended_before_the_change_is_recast() -> None:
    rows = [of(unit, 5.0, period="2025") for unit in ("a", "b")]
    assert recast(*rows, **COUNT).empty


def test_after_two_changes_the_figures_are_those_of_the_borders_of_today() -> None:
    later = (*MERGED, ("new", "last", "2026-01-01", "whole"), ("d", "last", "2026-01-01", "whole"))
    rows = [of("a", 12.0), of("b", 14.0), of("d", 1.0)]
    found = recast(*rows, changed=later, **COUNT)
    assert found["unit"].to_dict() == {0: "last", 1: "new"}
    assert found["value"].to_dict() == {0: 27, 1: 26}


def test_where_nothing_follows_of_one_change_the_next_has_its_figures_all_the_same() -> None:
    later = (*MERGED, ("d", "last", "2026-01-01", "whole"), ("e", "last", "2026-01-01", "whole"))
    found = recast(of("a", 12.0), of("d", 1.0), of("e", 2.0), changed=later, **COUNT)
    assert found.set_index("unit")["value"].fillna(0).to_dict() == {"last": 3, "new": 0}


def test_what_ends_on_the_day_of_a_change_is_of_the_new_borders() -> None:
    day, later = "2024-06-30", "2025-07-01"
    changed = (("a", "new", day, "whole"), ("new", "last", later, "whole"))
    found = recast(of("new", 30.0, period="2024-01/2024-06"), changed=changed, **COUNT)
    assert found[["unit", "value"]].to_numpy().tolist() == [["last", 30]]


def test_what_a_unit_had_before_it_lost_a_part_is_no_part_of_what_it_merges_into() -> None:
    parted = (("a", "b", "2024-01-01", "part"), ("a", "new", DAY, "whole"))
    rows = [of("a", 12.0, period="2023"), of("b", 3.0, period="2023"), of("a", 9.0)]
    found = recast(*rows, changed=parted, **COUNT).set_index(["unit", "period"])
    assert found.index.tolist() == [("b", "2023"), ("new", "2024")]


def test_it_was_known_once_its_last_part_was() -> None:
    days = pd.Timestamp("2025-01-10"), pd.Timestamp("2025-02-20")
    rows = [of(unit, 12.0, reported_on=day) for unit, day in zip("ab", days, strict=True)]
    assert one(*rows, **COUNT)["reported_on"] == days[1]


def since(*rows: Row, day: str = DAY, **about: Any) -> pd.DataFrame:
    """Set the figures of the new unit beside those of its predecessors."""
    merged = tuple((*change[:2], day, change[3]) for change in MERGED)
    told, about_x = figures(*({"period": "2024"} | row for row in rows)), indicators(**about)
    named = units({"unit": "a"}, {"unit": "b"}, {"unit": "new", "valid_from": pd.Timestamp(day)})
    own = compare(told[told["unit"] == "new"], about_x, named)
    return compare_recast(own, backcast(told, changes(*merged), about_x), about_x, named)


def test_the_first_figure_since_a_merger_is_set_beside_the_recast_one() -> None:
    rows = [of("a", 12.0), of("b", 14.0), of("new", 30.0, period="2025")]
    found = since(*rows, of("new", 31.0, period="2025-07/2025-12"), **COUNT)
    assert found[["period", "previous_period", "change"]].to_numpy().tolist() == [
        ["2025", "2024", 4.0]
    ]
    assert found["comparable"].all()


def test_wherever_the_rows_stand_in_the_file_they_are_set_beside_each_other() -> None:
    rows = [of("new", 30.0, period="2025"), of("a", 12.0), of("b", 14.0)]
    found = since(*rows, **COUNT)
    assert found[["value", "previous_value", "previous_row"]].to_numpy().tolist() == [[30, 26, 0]]


def test_the_day_of_the_merger_is_its_first() -> None:
    rows = [of("a", 12.0), of("b", 14.0), of("new", 30.0, period="2025")]
    assert len(since(*rows, day="2025-12-31", **COUNT)) == 1
    assert since(*rows, day="2026-01-01", **COUNT).empty


def test_beside_nothing_that_was_recast_nothing_is_set() -> None:
    assert since(of("a", 12.0), of("new", 30.0, period="2025"), **COUNT).empty


def test_a_total_is_not_set_beside_one_of_some_of_its_own_years() -> None:
    before = [of(unit, 12.0, period="2020/2024") for unit in ("a", "b")]
    assert since(*before, of("new", 30.0, period="2021/2025"), **COUNT).empty
    assert len(since(*before, of("new", 30.0, period="2025/2029"), **COUNT)) == 1


def test_a_change_of_definition_across_a_merger_forbids_the_comparison() -> None:
    before = [of(unit, 12.0, definition="narrow") for unit in ("a", "b")]
    found = since(*before, of("new", 30.0, period="2025", definition="wide"), **COUNT)
    assert found["reason"].tolist() == ["definition_changed"]


def test_what_a_status_says_of_a_part_it_says_of_what_is_made_of_it() -> None:
    rows = [of("a", 12.0, obs_status="B"), of("b", 14.0), of("new", 30.0, period="2025")]
    assert recast(*rows[:2], **COUNT)["obs_status"].tolist() == ["B"]
    assert since(*rows, **COUNT)["comparable"].all()


def test_a_year_counts_once_half_of_the_units_that_are_left_have_reported_it() -> None:
    old = [of(f"old-{n}", 5.0) for n in range(9)]
    told = compare(figures(*({"period": "2024"} | r for r in old), of("new", 40.0, period="2025")),
                   indicators(**COUNT), units())  # fmt: skip
    ended: list[Row] = [
        {"unit": row["unit"], "valid_to": pd.Timestamp("2024-12-31")} for row in old
    ]
    there = units(*ended, {"unit": "new", "valid_from": pd.Timestamp("2025-01-01")})
    assert rank_units(told, indicators(**COUNT), there)["unit"].tolist() == ["new"]
    assert len(rank_units(told, indicators(**COUNT))) == 9


COUNTED = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda p: (min(p), max(p)))


@pytest.mark.slow
@given(COUNTED, COUNTED)
def test_a_pooled_share_lies_between_its_parts(a: tuple[int, int], b: tuple[int, int]) -> None:
    found = one(share("a", *a), share("b", *b))
    ends = sorted([found["value"], *(part / whole * 100 for part, whole in (a, b))])
    assert found["value"] == pytest.approx(ends[1], abs=0.05 + 1e-9)


@pytest.mark.slow
@given(COUNTED, COUNTED, st.data())
def test_the_bounds_of_a_part_hold_whichever_part_went_over(
    whole: tuple[int, int], parted: tuple[int, int], data: st.DataObject
) -> None:
    """Any split of the people of a unit, those counted and those not, lies within."""
    found = one(share("a", *whole), share("c", *parted), changed=PARTED)
    counted = data.draw(st.integers(0, parted[0]))
    others = data.draw(st.integers(0, parted[1] - parted[0]))
    truth = Fraction(whole[0] + counted, whole[1] + counted + others) * 100
    assert found["least"] - 1e-9 <= truth <= found["most"] + 1e-9


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from(["whole", "part"])), min_size=2))
def test_counts_are_those_of_a_plain_sum(parts: list[tuple[int, str]]) -> None:
    changed = tuple((f"u{n}", "new", DAY, extent) for n, (_, extent) in enumerate(parts))
    rows = [of(f"u{n}", float(value)) for n, (value, _) in enumerate(parts)]
    found = one(*rows, changed=changed, **COUNT)
    assert found["least"] == sum(value for value, extent in parts if extent == "whole")
    assert found["most"] == sum(value for value, _ in parts)
