"""Each row of the office's form stands once, below what it stands under, with its number."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import Review
from giaoban.tables import office_form

MEASURES = [None, "percent", "count"]


def form(*rows: tuple[str, str | None, str | None, str | None]) -> pd.DataFrame:
    columns = ["indicator", "unit_measure", "under", "part_of"]
    return office_form(pd.DataFrame(rows, columns=columns))


def numbered(*rows: tuple[str, str | None, str | None, str | None]) -> list[tuple[str, str]]:
    placed = form(*rows)
    return list(zip(placed["number"], placed["indicator"], strict=True))


def test_headings_have_roman_numbers_and_the_indicators_under_each_start_at_one() -> None:
    assert numbered(
        ("economy", None, None, None),
        ("rice", "number", "economy", None),
        ("maize", "number", "economy", None),
        ("society", None, None, None),
        ("poor", "percent", "society", None),
    ) == [("I", "economy"), ("1", "rice"), ("2", "maize"), ("II", "society"), ("1", "poor")]


def test_headings_of_headings_have_letters() -> None:
    rows = numbered(
        ("all", None, None, None),
        ("economy", None, "all", None),
        ("rice", "number", "economy", None),
        ("other", None, None, None),
        ("poor", "percent", "other", None),
    )
    assert [number for number, _ in rows] == ["A", "I", "1", "B", "1"]


def test_rows_under_an_indicator_have_a_dash_and_those_below_a_plus() -> None:
    placed = form(
        ("grain", "number", None, None),
        ("spring", "number", "rice", None),
        ("rice", "number", None, "grain"),
        ("fruit", "number", None, None),
    )
    assert placed["number"].tolist() == ["1", "–", "+", "2"]
    assert placed["indicator"].tolist() == ["grain", "rice", "spring", "fruit"]
    assert placed["level"].tolist() == [0, 1, 2, 0]


def test_only_a_part_of_what_it_stands_under_is_of_which() -> None:
    placed = form(
        ("members", "count", None, None),
        ("women", "percent", "members", "members"),
        ("young", "percent", "members", None),
        ("late", "percent", "other", "members"),
        ("other", "percent", None, None),
    ).set_index("indicator")
    assert placed["part"].to_dict() == {
        "members": False,
        "women": True,
        "young": False,
        "other": False,
        "late": False,
    }


def test_a_row_whose_heading_was_left_out_stands_at_the_top() -> None:
    assert numbered(("a", "percent", "gone", None), ("b", "count", None, "gone")) == [
        ("1", "a"),
        ("2", "b"),
    ]


@pytest.mark.parametrize(("n", "number"), [(4, "IV"), (9, "IX"), (14, "XIV"), (38, "XXXVIII")])
def test_roman_numbers_are_those_of_the_romans(n: int, number: str) -> None:
    rows = [(str(k), None, None, None) for k in range(n)]
    assert form(*rows)["number"].iloc[-1] == number


@st.composite
def forms(draw: st.DrawFn) -> pd.DataFrame:
    """Make rows each of which stands under none or one that was made before; then mix them."""
    rows: list[tuple[str, str | None, str | None, str | None]] = []
    for n in range(draw(st.integers(1, 12))):
        before = st.sampled_from([None, *(row[0] for row in rows)])
        rows.append((str(n), draw(st.sampled_from(MEASURES)), draw(before), draw(before)))
    columns = ["indicator", "unit_measure", "under", "part_of"]
    return pd.DataFrame(draw(st.permutations(rows)), columns=columns)


@given(forms())
def test_each_row_stands_once_right_below_what_it_stands_under(told: pd.DataFrame) -> None:
    placed = office_form(told)
    assert sorted(placed["indicator"]) == sorted(told["indicator"])
    at = told["under"].fillna(told["part_of"]).fillna("").set_axis(told["indicator"])
    trail = [""]
    for row, level in zip(placed["indicator"], placed["level"], strict=True):
        # The rows that one stands under are the last ones before it of each higher level.
        del trail[level + 1 :]
        assert trail[-1] == at[row]
        trail.append(row)


@given(forms())
def test_rows_beside_each_other_are_in_order_and_count_on(told: pd.DataFrame) -> None:
    placed = office_form(told)
    at = told["under"].fillna(told["part_of"]).fillna("").set_axis(told["indicator"])
    listed = {row: n for n, row in enumerate(told["indicator"])}
    for _, beside in placed.groupby(placed["indicator"].map(at)):
        order = beside["indicator"].map(listed)
        assert order.is_monotonic_increasing
        numbers = beside["number"]
        assert numbers.is_unique or set(numbers) in ({"–"}, {"+"})
        assert numbers.iloc[0] in ("A", "I", "1", "–", "+")


def test_the_office_table_has_the_rows_of_the_form(demo_review: Review) -> None:
    office = demo_review.office.set_index("indicator")
    assert office["number"][["form-party", "rice", "young-members"]].tolist() == ["I", "2", "–"]
    assert office["value"][office["heading"]].isna().all()
    assert "form-party" not in demo_review.tables["indicators"]["indicator"].to_list()
