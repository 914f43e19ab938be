import math

import pandas as pd
import pytest
from frames import DEFAULTS, compared, figures, indicators, units, yearly
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import compare, gains, runs
from giaoban.tables.schema import columns


def last(table: pd.DataFrame, about: pd.DataFrame | None = None) -> pd.Series:
    return compare(table, indicators() if about is None else about, units()).iloc[-1]


def test_two_figures_of_one_definition_are_compared_in_percentage_points() -> None:
    row = last(figures({"period": "2021", "value": 93.75}, {"period": "2022", "value": 97.8}))
    assert (row["change"], row["comparable"], row["previous_period"]) == (4.05, True, "2021")
    assert pd.isna(row["reason"])


def test_the_first_figure_has_nothing_to_be_compared_with() -> None:
    row = last(figures({"period": "2021", "value": 93.75}))
    assert row[["previous_period", "change", "comparable", "reason"]].isna().all()


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ({"definition": "b"}, "definition_changed"),
        ({"obs_status": "D"}, "definition_changed"),
        ({"obs_status": "B"}, "series_break"),
        ({"period": "2022-01/2022-06"}, "part_year"),
    ],
)
def test_a_break_is_named(later: dict[str, object], reason: str) -> None:
    before = {"period": "2021", "value": 10.0, "definition": "a"}
    row = last(figures(before, {"period": "2022", "value": 12.0, "definition": "a"} | later))
    assert (row["comparable"], row["reason"]) == (False, reason)
    assert row["change"] == 2


@pytest.mark.parametrize("status", ["B", "D"])
def test_what_follows_a_break_is_compared_with_the_year_of_the_break(status: str) -> None:
    rows = yearly(10.0, 12.0, 13.0)
    rows[1]["obs_status"] = status
    found = compared(*rows).set_index("period")["comparable"]
    assert (found["2022"], found["2023"]) == (False, True)


def test_a_total_is_not_compared_with_a_year_that_it_holds() -> None:
    row = last(figures({"period": "2021", "value": 150.0}, {"period": "2020/2022", "value": 460.0}))
    assert pd.isna(row["comparable"])
    assert pd.isna(row["previous_period"])


def test_a_share_of_a_base_that_changed_is_not_compared() -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    table = figures(
        {"period": "2021", "value": 93.75, "definition": "a"},
        {"period": "2022", "value": 97.8, "definition": "b"},
        {"indicator": "y", "period": "2021", "value": 20.0},
        {"indicator": "y", "period": "2022", "value": 19.6},
    )
    row = last(table, about)
    assert (row["indicator"], row["change"], row["reason"]) == ("y", -0.4, "base_unknown")
    table.loc[table["indicator"] == "x", "definition"] = "a"
    assert last(table, about)["comparable"]


def test_a_figure_that_is_not_exact_gives_no_exact_change() -> None:
    over = {"period": "2022", "value": 89.0, "qualifier": ">"}
    assert math.isnan(last(figures({"period": "2021", "value": 80.0}, over))["change"])


def test_counts_give_newcombes_interval_and_no_counts_give_none() -> None:
    known = last(
        figures(
            {"period": "2021", "value": 30.0, "numerator": 3.0, "denominator": 10.0},
            {"period": "2022", "value": 90.0, "numerator": 9.0, "denominator": 10.0},
        )
    )
    assert known["change_low"] == pytest.approx(17.05, abs=0.005)
    assert known["change_high"] == pytest.approx(80.90, abs=0.005)
    unknown = last(figures({"period": "2021", "value": 30.0}, {"period": "2022", "value": 90.0}))
    assert unknown[["change_low", "change_high"]].isna().all()


@pytest.mark.slow
@given(st.integers(0, 10000), st.integers(0, 10000))
def test_a_change_is_antisymmetric(first: int, second: int) -> None:
    def change(a: int, b: int) -> float:
        rows = [{"period": "2021", "value": a / 100}, {"period": "2022", "value": b / 100}]
        return float(last(figures(*rows))["change"])

    assert change(first, second) == -change(second, first) == pytest.approx((second - first) / 100)


def test_a_part_of_a_year_is_compared_with_the_same_months_of_the_year_before() -> None:
    rows = [
        {"period": "2022-01/2022-06", "value": 60.0},
        {"period": "2022", "value": 150.0},
        {"period": "2023-01/2023-06", "value": 70.0},
    ]
    row = last(figures(*rows))
    assert (row["previous_period"], row["change"], row["comparable"]) == (
        "2022-01/2022-06",
        10,
        True,
    )


def test_a_part_of_a_year_between_whole_years_does_not_part_them() -> None:
    half = {"period": "2022-01/2022-06", "value": 5.0}
    found = runs(compared(*yearly(1.0, 2.0, 3.0), half)).set_index("period")["run"]
    assert found["2021"] == found["2022"] == found["2023"] != found["2022-01/2022-06"]


@pytest.mark.parametrize("validity", [{"valid_from": "2022-01-01"}, {"valid_to": "2021-12-31"}])
def test_figures_before_and_after_a_change_of_the_unit_are_not_compared(
    validity: dict[str, object],
) -> None:
    table = figures(*yearly(10.0, 12.0, 13.0))
    found = compare(table, indicators(), units(validity)).set_index("period")
    assert found.loc["2022", "reason"] == "unit_changed"
    assert found.loc["2023", "comparable"]


def test_a_year_in_which_the_unit_changed_is_compared_with_neither_side() -> None:
    table = figures(*yearly(10.0, 12.0, 13.0))
    found = compare(table, indicators(), units({"valid_from": "2022-07-01"}))
    assert found["reason"].tolist()[1:] == ["unit_changed", "unit_changed"]


@pytest.mark.parametrize("validity", [{"valid_from": "2022-12-31"}, {"valid_to": "2022-01-01"}])
def test_so_is_one_on_whose_last_day_the_unit_began_or_on_whose_first_it_ended(
    validity: dict[str, object],
) -> None:
    table = figures(*yearly(10.0, 12.0, 13.0))
    found = compare(table, indicators(), units(validity))
    assert found["reason"].tolist()[1:] == ["unit_changed", "unit_changed"]


@pytest.mark.parametrize("validity", [{"valid_from": "2022-01-01"}, {"valid_to": "2023-12-31"}])
def test_a_year_is_the_units_that_begins_or_ends_with_it(validity: dict[str, object]) -> None:
    found = compare(figures(*yearly(12.0, 13.0, first=2022)), indicators(), units(validity))
    assert found["comparable"].tolist()[1:] == [True]


def test_years_before_a_unit_began_and_after_it_ended_are_not_compared() -> None:
    table = figures({"period": "2021", "value": 10.0}, {"period": "2023", "value": 13.0})
    found = compare(
        table, indicators(), units({"valid_from": "2022-01-01", "valid_to": "2022-12-31"})
    )
    assert found["reason"].tolist()[1:] == ["unit_changed"]


def test_a_stretch_of_days_is_compared_with_no_other() -> None:
    days = [{"period": f"{year}-01-05/{year}-03-20", "value": 10.0} for year in (2021, 2022)]
    assert compared(*days)["reason"].tolist()[1:] == ["part_year"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2021", "2022-01/2022-06"),
        ("2021-01-05/2021-03-20", "2022-01-05/2022-03-20"),
        ("2020/2022", "2021/2023"),
    ],
)
def test_runs_are_numbered_in_the_order_in_which_they_begin(first: str, second: str) -> None:
    rows = [{"period": period, "value": 10.0} for period in (first, second)]
    assert runs(compared(*rows, unit_measure="count"))["run"].tolist() == [0, 1]


def test_nothing_is_compared_with_what_was_not_over_as_it_began() -> None:
    first = {"period": "2021-01-01/2021-06-30", "value": 10.0}
    row = last(figures(first, {"period": "2021-06-30/2021-12-31", "value": 12.0}))
    assert pd.isna(row["previous_period"])


def test_units_are_not_compared_with_one_another() -> None:
    rows = [
        {"unit": "u", "period": "2021", "value": 1.0},
        {"unit": "v", "period": "2022", "value": 2.0},
    ]
    found = compare(figures(*rows), indicators(), units({"unit": "u"}, {"unit": "v"}))
    assert found["comparable"].isna().all()


@pytest.mark.parametrize(
    ("before", "after", "least", "most"),
    [
        ({"value": 80.0}, {"value": 89.0, "qualifier": ">"}, 9, 20),
        ({"value": 80.0, "qualifier": "<"}, {"value": 89.0}, 9, 89),
        ({"value": 80.0, "qualifier": "~"}, {"value": 89.0}, 5, 13),
        ({"value": 80.0}, {"value": 89.0}, 9, 9),
    ],
)
def test_what_qualifiers_leave_open_is_carried_into_the_change(
    before: dict[str, object], after: dict[str, object], least: float, most: float
) -> None:
    row = last(figures({"period": "2021"} | before, {"period": "2022"} | after))
    assert (row["change_least"], row["change_most"]) == (least, most)


@pytest.mark.parametrize("counted", [2, 3])
def test_a_counted_share_and_one_that_is_not_are_of_bases_not_known_to_be_the_same(
    counted: int,
) -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = yearly(90.0, 91.0) + [row | {"indicator": "y"} for row in yearly(20.0, 19.6)]
    rows[counted] |= {"numerator": 9, "denominator": 45}
    assert last(figures(*rows), about)["reason"] == "base_unknown"


def halves(*values: float) -> list[dict[str, object]]:
    periods = [
        f"{2021 + n // 2}-{('01', '07')[n % 2]}/{2021 + n // 2}-{('06', '12')[n % 2]}"
        for n in range(9)
    ]
    return [{"period": p, "value": v} for p, v in zip(periods, values, strict=False)]


@pytest.mark.parametrize(("status", "reason"), [("B", "series_break"), ("D", "definition_changed")])
def test_a_break_parts_all_that_lies_on_its_two_sides(status: str, reason: str) -> None:
    rows = halves(50.0, 51.0, 52.0, 80.0, 81.0)
    rows[3]["obs_status"] = status
    found = compared(*rows).set_index("period")["reason"]
    assert found["2023-01/2023-06"] == reason
    assert pd.isna(found["2022-01/2022-06"])


def test_a_break_in_a_part_of_a_year_parts_the_whole_years_too() -> None:
    rows = [*yearly(50.0, 50.0, 81.0)]
    rows.append({"period": "2023-01/2023-06", "value": 80.0, "obs_status": "B"})
    assert compared(*rows).set_index("period").loc["2023", "reason"] == "series_break"


def test_the_second_half_of_a_year_is_not_compared_with_the_first() -> None:
    row = last(figures(*halves(50.0, 90.0)))
    assert (row["comparable"], row["reason"]) == (False, "part_year")


def test_a_part_of_a_year_that_counts_something_else_is_first_of_all_a_part_of_a_year() -> None:
    half = {"period": "2023-01/2023-06", "value": 160.0, "definition": "b"}
    assert (
        last(figures({"period": "2022", "value": 300.0, "definition": "a"}, half))["reason"]
        == "part_year"
    )


def test_a_base_whose_own_series_was_redefined_is_not_known_to_be_the_same() -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = [{"period": "2021", "value": 90.0}, {"period": "2022", "value": 95.0, "obs_status": "D"}]
    rows += [{"indicator": "y", "period": "2021", "value": 20.0}]
    rows += [{"indicator": "y", "period": "2022", "value": 30.0}]
    assert last(figures(*rows), about)["reason"] == "base_unknown"


def of_base(
    definition: str, base: tuple[int, int], part: tuple[int, int], year: int
) -> list[dict[str, object]]:
    """Make a share and a part of it, both with their counts."""

    def row(indicator: str, counts: tuple[int, int]) -> dict[str, object]:
        value = 100 * counts[0] / counts[1]
        said: dict[str, object] = {"indicator": indicator, "period": str(year), "value": value}
        return said | {"numerator": counts[0], "denominator": counts[1]}

    return [row("x", base) | {"definition": definition}, row("y", part)]


@pytest.mark.parametrize(
    ("definition", "base", "part", "reason"),
    [
        ("narrow", (45, 50), (10, 45), None),
        ("wide", (45, 50), (10, 45), "base_unknown"),
        ("narrow", (45, 50), (10, 50), "base_unknown"),
        ("narrow", (40, 60), (10, 40), None),
    ],
)
def test_counts_tell_whether_two_shares_of_another_indicator_have_one_base(
    definition: str, base: tuple[int, int], part: tuple[int, int], reason: str | None
) -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = of_base("narrow", (44, 50), (9, 44), 2021) + of_base(definition, base, part, 2022)
    found = last(figures(*rows), about)["reason"]
    assert found == reason if reason else pd.isna(found)


@pytest.mark.parametrize(
    ("base", "reason"),
    [((), None), (("narrow", "narrow"), None), (("narrow", "wide"), "base_unknown")],
)
def test_of_a_base_without_counts_it_is_asked_whether_it_counts_the_same(
    base: tuple[str, ...], reason: str | None
) -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = of_base("narrow", (44, 50), (9, 44), 2021)[1:]
    rows += of_base("narrow", (45, 50), (10, 45), 2022)[1:]
    for year, definition in enumerate(base, 2021):
        rows.append({"period": str(year), "value": 90.0, "definition": definition})
    found = last(figures(*rows), about)["reason"]
    assert found == reason if reason else pd.isna(found)


@pytest.mark.parametrize("counts", [((10, 50), (10, 45)), None])
def test_a_base_that_is_one_in_one_year_alone_is_not_known_to_be_the_same(
    counts: tuple[tuple[int, int], tuple[int, int]] | None,
) -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    if counts:
        # Of all in the first year, of the part that is counted in the second.
        rows = of_base("narrow", (44, 50), counts[0], 2021)
        rows += of_base("narrow", (45, 50), counts[1], 2022)
    else:
        rows = [{"indicator": "y"} | row for row in yearly(20.0, 30.0)]
        rows.append({"period": "2022", "value": 95.0})
    assert last(figures(*rows), about)["reason"] == "base_unknown"


def test_a_base_that_was_counted_in_one_year_alone_is_asked_what_it_counts() -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = of_base("narrow", (44, 50), (9, 44), 2021) + of_base("narrow", (45, 50), (10, 45), 2022)
    rows[2] |= {"numerator": math.nan, "denominator": math.nan}
    assert last(figures(*rows), about)["comparable"]


@pytest.mark.parametrize(("later", "measure"), [({"definition": "wide"}, "percent"), ({}, "count")])
def test_only_a_change_of_shares_that_may_be_compared_has_newcombes_interval(
    later: dict[str, object], measure: str
) -> None:
    counted: dict[str, object] = {"value": 90.0, "numerator": 45, "denominator": 50}
    counted |= {"definition": "narrow"}
    row = compared(
        {"period": "2021"} | counted, {"period": "2022"} | counted | later, unit_measure=measure
    ).iloc[-1]
    assert row[["change_low", "change_high"]].isna().all()


def test_a_share_of_the_whole_does_not_mind_what_the_part_counts() -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = of_base("narrow", (44, 50), (9, 50), 2021) + of_base("wide", (48, 50), (10, 50), 2022)
    assert last(figures(*rows), about)["comparable"]


def test_every_default_of_these_frames_is_a_column_of_the_figures() -> None:
    assert set(DEFAULTS) <= set(columns("figures"))


def gained(*rows: dict[str, object], better: str = "up") -> object:
    found = gains(compared(*rows), indicators(better=better))
    return found.iloc[-1]


@pytest.mark.parametrize(
    ("values", "better", "expected"),
    [
        ((50, 60), "up", "better"),
        ((50, 60), "down", "worse"),
        ((60, 50), "up", "worse"),
        ((60, 50), "down", "better"),
        ((50, 50), "up", "same"),
    ],
)
def test_it_is_said_by_the_way_that_is_better(
    values: tuple[float, ...], better: str, expected: str
) -> None:
    assert gained(*yearly(*values), better=better) == expected


def test_a_range_is_better_only_where_all_of_it_is() -> None:
    assert (
        gained(
            {"period": "2021", "value": 50.0}, {"period": "2022", "value": 80.0, "qualifier": ">"}
        )
        == "better"
    )
    assert (
        gained(
            {"period": "2021", "value": 85.0}, {"period": "2022", "value": 80.0, "qualifier": ">"}
        )
        == "undetermined"
    )


def test_a_forecast_stands_between_no_two_figures() -> None:
    rows = yearly(70, 90, 80)
    rows[1]["obs_status"] = "F"
    assert compared(*rows)["period"].tolist() == ["2021", "2023"]
    assert gained(*rows) == "better"


def test_a_change_of_counted_shares_is_better_only_beyond_chance() -> None:
    def counted(year: int, part: int, whole: int) -> dict[str, object]:
        value = 100 * part / whole
        return {"period": str(year), "value": value, "numerator": part, "denominator": whole}

    assert gained(counted(2021, 45, 50), counted(2022, 46, 50)) == "chance"
    assert gained(counted(2021, 30, 50), counted(2022, 46, 50)) == "better"
    assert gained(counted(2021, 45, 50), counted(2022, 45, 50)) == "same"


def test_an_end_that_is_left_out_is_passed() -> None:
    before: dict[str, object] = {"period": "2021", "value": 89.0}
    over: dict[str, object] = {"period": "2022", "value": 89.0, "qualifier": ">"}
    assert gained(before, over) == "better"
    assert gained(before, over | {"qualifier": ">="}) == "undetermined"


def test_a_definition_that_is_not_said_is_no_other_definition() -> None:
    rows = [row | {"definition": d} for row, d in zip(yearly(90, 91), ("a", None), strict=True)]
    row = compared(*rows).iloc[-1]
    assert (row["comparable"], row["reason"]) == (False, "definition_not_said")


def test_school_years_make_a_series_of_their_own() -> None:
    school = [{"period": f"{y}-09/{y + 1}-08", "value": 90.0 + y - 2020} for y in (2020, 2021)]
    table = compared(*school, {"period": "2023", "value": 95.0})
    assert table["years"].tolist() == [1, 1, 1]
    assert table["reason"].fillna("").tolist() == ["", "", "part_year"]
    assert table["change"].iloc[1] == 1


def test_nothing_is_said_across_a_break_or_where_no_way_is_better() -> None:
    broken = [dict(row, definition=d) for row, d in zip(yearly(50, 70), "ab", strict=True)]
    assert gained(*broken) is None or gained(*broken) != gained(*broken)
    assert gained(*yearly(50, 70), better="none") not in ("better", "worse", "same", "undetermined")


def test_a_stretch_of_days_stands_beside_one_that_began_in_the_same_month() -> None:
    days = ["2021-01-05/2021-03-20", "2021-06-01/2021-06-20", "2022-01-05/2022-03-20"]
    found = compared(*({"period": period, "value": 10.0} for period in days))
    assert found["previous_period"].iloc[-1] == days[0]


def test_a_base_counts_since_the_year_in_which_it_was_redefined_the_same() -> None:
    about = pd.concat([indicators(), indicators(indicator="y", part_of="x")])
    rows = yearly(93.75, 97.8) + [row | {"indicator": "y"} for row in yearly(20.0, 19.6)]
    rows[0]["obs_status"] = "D"
    assert last(figures(*rows), about)["comparable"]
