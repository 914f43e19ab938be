from typing import Any

import pandas as pd
import pytest
from frames import figures, indicators, units
from hypothesis import given, settings
from hypothesis import strategies as st
from places import RAW

from giaoban.analysis import PEERS_NEEDED, compare, load, peers

Row = dict[str, object]


def beside(*rows: Row, better: str = "up", **about: str) -> pd.DataFrame:
    """Set unit ``u``, the first, beside the others in 2022."""
    described = indicators(better=better, **about)
    named: list[Row] = [{"unit": f"v{n}" if n else "u", "period": "2022"} for n in range(len(rows))]
    every = [name | row for name, row in zip(named, rows, strict=True)]
    table = compare(figures(*every), described, units(*({"unit": row["unit"]} for row in every)))
    own = table["unit"].eq("u")
    return peers(table[own], table[~own], described)


def printed(*values: float) -> list[Row]:
    return [{"value": value} for value in values]


def counted(*counts: tuple[int, int]) -> list[Row]:
    return [{"value": 100 * k / n, "numerator": k, "denominator": n} for k, n in counts]


def test_it_says_how_far_from_the_middle_a_unit_is() -> None:
    (row,) = beside(*printed(80.0, 70.0, 75.0, 90.0, 95.0)).to_dict("records")
    assert (row["units"], row["median"], row["distance"]) == (5, 80, 0)
    assert (row["best_rank"], row["worst_rank"], row["basis"]) == (3, 3, "printed")


def test_units_that_stand_alike_share_a_range_of_ranks() -> None:
    (row,) = beside(*printed(80.0, 80.0, 80.0, 90.0, 70.0)).to_dict("records")
    assert (row["best_rank"], row["worst_rank"]) == (2, 4)


def test_the_least_ranks_first_where_less_is_better() -> None:
    (row,) = beside(*printed(1.0, 2.0, 3.0, 4.0, 5.0), better="down").to_dict("records")
    assert (row["best_rank"], row["worst_rank"]) == (1, 1)


def test_a_small_unit_may_have_almost_any_rank() -> None:
    rows = counted((2, 2), (90, 100), (91, 100), (89, 100), (92, 100))
    (row,) = beside(*rows).to_dict("records")
    assert (row["best_rank"], row["worst_rank"], row["place"]) == (1, 5, "within")


def test_where_one_has_no_counts_the_ranks_are_those_of_what_was_printed() -> None:
    rows = counted((2, 2), (90, 100), (91, 100), (89, 100))
    (row,) = beside(*rows, {"value": 92.0}).to_dict("records")
    assert (row["best_rank"], row["worst_rank"], row["basis"]) == (1, 1, "printed")


def test_a_large_unit_that_differs_has_its_rank() -> None:
    rows = counted((60, 100), (90, 100), (91, 100), (89, 100), (92, 100))
    (row,) = beside(*rows).to_dict("records")
    assert (row["best_rank"], row["worst_rank"], row["place"]) == (5, 5, "far_below")


@pytest.mark.parametrize(
    "about",
    [
        {"unit_measure": "count", "additive": True},
        {"unit_measure": "count", "additive": False},
        {"unit_measure": "number", "additive": True},
    ],
)
def test_of_what_bigger_units_have_more_of_there_is_no_rank(about: dict[str, Any]) -> None:
    (row,) = beside(*printed(8.0, 7.0, 5.0, 9.0, 5.0), **about).to_dict("records")
    assert row["distance"] == 1
    assert pd.isna(row["best_rank"])


def test_too_few_units_or_what_counts_otherwise_is_no_middle() -> None:
    assert beside(*printed(80.0, 70.0, 75.0, 90.0)).empty
    rows = printed(80.0, 70.0, 75.0, 90.0, 60.0)
    assert beside(*[rows[0] | {"definition": "other"}, *rows[1:]]).empty


pairs = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(pairs, min_size=PEERS_NEEDED, max_size=8))
def test_the_range_of_ranks_holds_the_rank_as_printed(counts: list[tuple[int, int]]) -> None:
    (row,) = beside(*counted(*counts)).to_dict("records")
    shares = [k / n for k, n in counts]
    better, worse = (sum(s > shares[0] for s in shares), sum(s < shares[0] for s in shares))
    assert 1 <= row["best_rank"] <= 1 + better
    assert len(counts) - worse <= row["worst_rank"] <= len(counts)


def test_a_commune_stands_beside_the_others_of_its_district() -> None:
    found = load("demo", "latest", "xa-12", RAW).peers
    (row,) = found[found["indicator"] == "orgs-rated"].to_dict("records")
    assert (row["units"], row["median"], row["place"]) == (22, 90.9, "above")
    assert row["distance"] == pytest.approx(9.1)
    assert load("demo", "latest", "", RAW).peers.empty
