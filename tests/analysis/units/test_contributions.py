import pandas as pd
import pytest
from frames import DEFINITIONS, figures, indicators, targets, units
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.analysis import compare, contributions, judge_targets, with_targets

Row = dict[str, object]
Counts = dict[str, list[tuple[int, int] | None]]


def parted(
    rows: list[Row], *goals: Row, there: tuple[Row, ...] = (), **about: str | bool
) -> pd.DataFrame:
    kinds = sorted({str(row.get("indicator", "x")) for row in rows})
    described = pd.concat([indicators(indicator=kind, **about) for kind in kinds])
    names = sorted({str(row["unit"]) for row in rows} - {"u"})
    known = units(*(there or [{"unit": name} for name in names]))
    own = [row for row in rows if row["unit"] == "u"]
    below = [row for row in rows if row["unit"] != "u"]
    whole = compare(figures(*own), described, units())
    day = pd.Timestamp("2023-03-01")
    theirs = compare(figures(*below), described, known)
    aims = targets(*goals)
    verdicts, theirs_judged = (
        judge_targets(figs, aims[aims["unit"].eq("u") == of_u], described, DEFINITIONS, day)
        for figs, of_u in ((whole, True), (theirs, False))
    )
    return contributions(whole, with_targets(theirs, theirs_judged), verdicts, described, known)


def shares(counts: Counts) -> list[Row]:
    """Give shares of 2021 and 2022 with their counts, and those of all together."""
    rows: list[Row] = []
    for n, year in enumerate(("2021", "2022")):
        known = {unit: both[n] for unit, both in counts.items() if both[n] is not None}
        for unit, pair in known.items():
            assert pair
            part, size = pair
            rows.append(share(unit, year, part, size))
        if there := [pair for pair in known.values() if pair]:
            rows.append(share("u", year, sum(p for p, _ in there), sum(s for _, s in there)))
    return rows


def share(unit: str, year: str, part: int, size: int) -> Row:
    row: Row = {"unit": unit, "period": year, "value": 100 * part / size}
    return row | {"numerator": part, "denominator": size}


def test_of_a_change_of_12_one_unit_brought_5() -> None:
    rows: list[Row] = [
        {"unit": unit, "period": year, "value": value}
        for unit, values in {"a": (10, 15), "b": (20, 27), "u": (30, 42)}.items()
        for year, value in zip(("2021", "2022"), values, strict=True)
    ]
    found = parted(rows, unit_measure="count")
    assert found[["unit", "contribution", "all"]].to_numpy().tolist() == [
        ["b", 7, 12],
        ["a", 5, 12],
    ]


def test_what_is_parted_is_the_latest_year_and_no_part_of_one() -> None:
    rows: list[Row] = [
        {"unit": unit, "period": period, "value": float(value)}
        for unit, values in {"a": (10, 15, 8), "b": (20, 27, 9), "u": (30, 42, 17)}.items()
        for period, value in zip(("2021", "2022", "2023-01/2023-06"), values, strict=True)
    ]
    assert set(parted(rows, unit_measure="count")["period"]) == {"2022"}


ADMITTED: list[Row] = [
    {"unit": unit, "period": "2022", "value": float(value)}
    for unit, value in {"a": 10, "b": 24, "c": 6, "u": 40}.items()
]


def test_of_a_gap_of_a_count_each_unit_has_what_it_lacks_of_its_own_target() -> None:
    goals: list[Row] = [{"value": 50.0}]
    goals += [{"unit": unit, "value": value} for unit, value in (("a", 15.0), ("b", 22.0))]
    found = parted(ADMITTED, *goals, unit_measure="count")
    assert found[["part_of", "all", "contribution"]].to_numpy().tolist() == [
        ["gap", 10, 5],
        ["gap", 10, -2],
        ["gap", 10, 7],
    ]
    assert found["unit"].fillna("").tolist() == ["a", "b", ""]


@pytest.mark.parametrize(
    "goals",
    [
        # No unit has a target of its own, or one for another time, or none is missed.
        [{"value": 50.0}],
        [{"value": 50.0}, {"unit": "a", "value": 15.0, "period": "2021/2025", "kind": "by"}],
        [
            {"value": 50.0, "period": "2022/2023", "kind": "by"},
            {"unit": "a", "value": 15.0, "period": "2022/2023", "kind": "by"},
        ],
        [{"value": 40.0}, {"unit": "a", "value": 15.0}],
        [{"value": 50.0}, {"unit": "a", "value": 15.0, "period": "2021/2022", "kind": "by"}],
        [{"value": 50.0}, {"unit": "a", "value": 15.0, "qualifier": "~"}],
        [{"value": 50.0, "period": "2021/2022", "kind": "by"}, {"unit": "a", "value": 15.0}],
    ],
)
def test_else_a_gap_of_a_count_is_not_parted(goals: list[Row]) -> None:
    assert parted(ADMITTED, *goals, unit_measure="count").empty


def test_a_unit_that_is_just_at_its_target_lacks_nothing_and_that_without_a_sign() -> None:
    found = parted(ADMITTED, {"value": 50.0}, {"unit": "a", "value": 10.0}, unit_measure="count")
    assert str(float(found["contribution"].iloc[0])) == "0.0"


def test_of_a_ceiling_each_unit_has_what_it_is_above_its_own() -> None:
    goals: list[Row] = [{"value": 35.0}, {"unit": "a", "value": 8.0}]
    found = parted(ADMITTED, *goals, unit_measure="count", better="down")
    assert found[["all", "contribution"]].to_numpy().tolist() == [[-5, -2], [-5, -3]]


def test_what_a_silent_unit_brought_is_in_the_rest() -> None:
    rows: list[Row] = [
        {"unit": "a", "period": "2021", "value": 10.0},
        {"unit": "a", "period": "2022", "value": 15.0},
        {"unit": "b", "period": "2021", "value": 20.0},
        {"unit": "u", "period": "2021", "value": 30.0},
        {"unit": "u", "period": "2022", "value": 42.0},
    ]
    found = parted(rows, unit_measure="count")
    assert found["contribution"].tolist() == [5, 7]
    assert found["unit"].isna().tolist() == [False, True]


@pytest.mark.parametrize(("more", "rest"), [(0.000001, []), (0.000002, [0.000002])])
def test_what_rounding_alone_may_leave_is_no_rest(more: float, rest: list[float]) -> None:
    rows: list[Row] = [
        {"unit": unit, "period": year, "value": value}
        for unit, values in {"a": (10.0, 11.0), "u": (10.0, 11 + more)}.items()
        for year, value in zip(("2021", "2022"), values, strict=True)
    ]
    found = parted(rows, unit_measure="number", additive=True)
    assert found.loc[found["unit"].isna(), "contribution"].tolist() == rest


def test_of_less_than_one_too_the_largest_part_comes_first() -> None:
    rows: list[Row] = [
        {"unit": unit, "period": year, "value": value}
        for unit, values in {"a": (10.0, 10.2), "b": (10.0, 10.3), "u": (20.0, 20.5)}.items()
        for year, value in zip(("2021", "2022"), values, strict=True)
    ]
    assert parted(rows, unit_measure="number", additive=True)["unit"].tolist() == ["b", "a"]


def test_so_is_what_a_unit_brought_whose_figure_is_a_range() -> None:
    rows: list[Row] = [
        {"unit": unit, "period": year, "value": value}
        for unit, values in {"a": (10.0, 15.0), "b": (20.0, 27.0), "u": (30.0, 42.0)}.items()
        for year, value in zip(("2021", "2022"), values, strict=True)
    ]
    rows[3]["qualifier"] = ">"
    found = parted(rows, unit_measure="count")
    assert found[["unit", "contribution"]].fillna("").to_numpy().tolist() == [["a", 5], ["", 7]]


def test_the_share_of_a_unit_that_came_moves_the_whole_by_its_weight() -> None:
    there: tuple[Row, ...] = (
        {"unit": "a"},
        {"unit": "b", "valid_from": pd.Timestamp("2022-01-01")},
    )
    rows = shares({"a": [(5, 10), (5, 10)], "b": [None, (9, 10)]})
    found = parted(rows, there=there).set_index("unit")
    # From 50% to 70%; of the mean, 60%, one is 10 points short and the other 30 beyond.
    assert found["weight"].to_dict() == {"b": 15, "a": 5}
    assert found["within"].tolist() == [0, 0]


def test_a_gap_to_a_target_that_counts_something_else_is_not_parted() -> None:
    rows = shares({"a": [None, (5, 10)], "b": [None, (10, 10)]})
    rows = [row | {"definition": "wide"} for row in rows]
    assert parted(rows, {"period": "2022", "value": 90.0, "definition": "narrow"}).empty
    assert len(parted(rows, {"period": "2022", "value": 90.0, "definition": "wide"})) == 2


def test_nor_is_one_of_which_a_part_is_not_counted() -> None:
    rows = shares({"a": [None, (5, 10)], "b": [None, (10, 10)]})
    rows[0] |= {"numerator": None, "denominator": None}
    assert parted(rows, {"period": "2022", "value": 90.0}).empty


def test_a_unit_that_came_brings_its_whole_figure() -> None:
    rows: list[Row] = [
        {"unit": "a", "period": "2021", "value": 10.0},
        {"unit": "a", "period": "2022", "value": 12.0},
        {"unit": "b", "period": "2022", "value": 20.0},
        {"unit": "u", "period": "2021", "value": 10.0},
        {"unit": "u", "period": "2022", "value": 32.0},
    ]
    there: tuple[Row, ...] = (
        {"unit": "a"},
        {"unit": "b", "valid_from": pd.Timestamp("2022-01-01")},
    )
    found = parted(rows, there=there, unit_measure="count").set_index("unit")["contribution"]
    assert found.to_dict() == {"b": 20, "a": 2}


LEFT: tuple[Row, ...] = ({"unit": "a"}, {"unit": "b", "valid_to": pd.Timestamp("2021-12-31")})


def test_a_unit_that_left_takes_its_whole_figure_away() -> None:
    rows: list[Row] = [
        {"unit": "a", "period": "2021", "value": 10.0},
        {"unit": "b", "period": "2021", "value": 20.0},
        {"unit": "a", "period": "2022", "value": 12.0},
        {"unit": "u", "period": "2021", "value": 30.0},
        {"unit": "u", "period": "2022", "value": 12.0},
    ]
    found = parted(rows, there=LEFT, unit_measure="count").set_index("unit")["contribution"]
    assert found.to_dict() == {"b": -20, "a": 2}


def test_the_share_of_a_unit_that_left_moves_the_whole_by_its_weight() -> None:
    rows = shares({"a": [(5, 10), (5, 10)], "b": [(9, 10), None]})
    found = parted(rows, there=LEFT).set_index("unit")
    # From 70% to 50%; of the mean, 60%, one was 30 points beyond and the other is 10 short.
    assert found["weight"].to_dict() == {"b": -15, "a": -5}
    assert found["within"].tolist() == [0, 0]


def test_what_does_not_add_up_and_is_no_share_is_not_parted() -> None:
    rows: list[Row] = [
        {"unit": unit, "period": year, "value": value}
        for unit in ("a", "u")
        for year, value in (("2021", 3.0), ("2022", 4.0))
    ]
    assert parted(rows, unit_measure="rating").empty


@pytest.mark.parametrize("measure", ["percent", "count"])
def test_a_gap_is_to_the_targets_of_its_own_indicator(measure: str) -> None:
    rows: list[Row] = [share(unit, "2022", 7, 10) for unit in ("a", "u")]
    rows.append(share("u", "2022", 5, 10) | {"indicator": "y"})
    goals: list[Row] = [{"value": 80.0}, {"value": 75.0, "unit": "a"}]
    goals.append({"value": 90.0, "indicator": "y"})
    found = parted(rows, *goals, unit_measure=measure)
    assert set(found["target"]) == {80}


def test_a_share_moves_by_its_weight_too() -> None:
    found = parted(shares({"a": [(5, 10), (15, 30)], "b": [(9, 10), (9, 10)]})).set_index("unit")
    assert found["within"].tolist() == [0, 0]
    assert found.loc["a", "weight"] == pytest.approx(-3.75)
    assert found["contribution"].sum() == pytest.approx(-10)


@pytest.mark.parametrize("missing", ["numerator", "denominator"])
def test_without_both_counts_of_the_whole_a_share_is_not_parted(missing: str) -> None:
    rows = shares({"a": [(4, 10), (5, 10)], "b": [(6, 10), (10, 10)]})
    rows = [row | {missing: float("nan")} if row["unit"] == "u" else row for row in rows]
    assert parted(rows, {"period": "2022", "value": 90.0}).empty


def test_a_gap_is_to_the_target_of_the_figures_own_year() -> None:
    rows = shares({"a": [(4, 10), (5, 10)], "b": [(6, 10), (10, 10)]})
    goals: list[Row] = [{"period": "2021", "value": 80.0}, {"period": "2022", "value": 90.0}]
    found = parted(rows, *goals).query("part_of == 'gap'")
    assert found["all"].tolist() == [15, 15]


def test_only_what_units_below_have_is_parted() -> None:
    rows = shares({"a": [(4, 10), (5, 10)], "b": [(6, 10), (10, 10)]})
    whole, below = figures(*(r for r in rows if r["unit"] == "u")), figures(*rows).head(0)
    about, none = indicators(), targets()
    told = compare(whole, about, units())
    verdicts = judge_targets(told, none, about, DEFINITIONS, pd.Timestamp("2023-03-01"))
    theirs = compare(below, about, units({"unit": "a"}))
    assert contributions(told, theirs, verdicts, about, units({"unit": "a"})).empty


def test_of_a_gap_each_unit_has_what_it_lacks_and_one_beyond_the_target_less_than_nothing() -> None:
    rows = shares({"a": [None, (5, 10)], "b": [None, (10, 10)]})
    found = parted(rows, {"period": "2022", "value": 90.0}).set_index("unit")
    assert found["all"].tolist() == [15, 15]
    assert found["contribution"].to_dict() == {"a": 20, "b": -5}
    assert found["count"].to_dict() == {"a": 4, "b": -1}


@pytest.mark.parametrize("whose", ["a", "u"])
@pytest.mark.parametrize("year", ["2021", "2022"])
def test_a_share_is_parted_only_where_all_of_it_is_counted_both_times(
    whose: str, year: str
) -> None:
    rows = shares({"a": [(5, 10), (6, 10)], "b": [(9, 10), (9, 10)]})
    (row,) = (row for row in rows if (row["unit"], row["period"]) == (whose, year))
    row |= {"numerator": None, "denominator": None}
    assert parted(rows).empty


def test_a_change_that_may_not_be_compared_is_not_parted() -> None:
    rows = shares({"a": [(5, 10), (6, 10)], "b": [(9, 10), (9, 10)]})
    for row in rows:
        row["definition"] = "narrow" if row["period"] == "2021" else "wide"
    assert parted(rows).empty


pairs = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
both_years = st.lists(pairs, min_size=2, max_size=2)


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(both_years, min_size=1, max_size=6))
def test_contributions_add_up_to_the_change_and_to_the_gap(
    counts: list[list[tuple[int, int]]],
) -> None:
    given_: Counts = {f"c{n}": [*both] for n, both in enumerate(counts)}
    found = parted(shares(given_), {"period": "2022", "value": 95.0})
    wholes = [[sum(both[n][k] for both in counts) for k in (0, 1)] for n in (0, 1)]
    before, now = (100 * part / size for part, size in wholes)
    for part_of, whole in (("change", now - before), ("gap", 95 - now)):
        ours = found[found["part_of"] == part_of]
        if part_of == "gap" and whole <= 0:
            assert ours.empty
            continue
        assert ours["contribution"].sum() == pytest.approx(whole, abs=1e-6)
        assert ours["unit"].notna().all()
    change = found[found["part_of"] == "change"]
    parts = change["within"] + change["weight"]
    assert parts.tolist() == pytest.approx(change["contribution"].tolist(), abs=1e-6)


@pytest.mark.slow
@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=6),
    st.integers(-20, 20),
)
def test_counts_add_up_to_the_change_as_published_with_the_rest(
    counts: list[tuple[int, int]], other: int
) -> None:
    rows: list[Row] = [
        {"unit": f"c{n}", "period": year, "value": float(value)}
        for n, both in enumerate(counts)
        for year, value in zip(("2021", "2022"), both, strict=True)
    ]
    sums = [sum(both[n] for both in counts) for n in (0, 1)]
    whole = [float(sums[0]), float(max(sums[1] + other, 0))]
    rows += [
        {"unit": "u", "period": y, "value": v} for y, v in zip(("2021", "2022"), whole, strict=True)
    ]
    assert parted(rows, unit_measure="count")["contribution"].sum() == whole[1] - whole[0]
