"""Text of a CSV file is never run by the spreadsheet that opens it, and a number stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language import defused

RUN = [
    "=HYPERLINK(1)",
    "=1+1",
    "+SUM(A1)",
    "@SUM(A1)",
    "- đạt",
    "-x",
    "\t=1",
    "\t1",
    "\r=1",
    "＝1+1",
    "+2+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+1 (SUM(A1))",
]
STAY = [
    "=",
    ">=",
    "–",
    "-4.05",
    "-3,2%",
    "+5",
    "+4.05 percentage points",
    "+4,05 điểm phần trăm; không so sánh được",
    "+2 (+28,6%) so với",
    "Xã Mẫu 01",
    "",
]


@pytest.mark.parametrize("text", RUN)
def test_what_begins_like_a_formula_has_an_apostrophe_before_it(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", STAY)
def test_numbers_qualifiers_and_words_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@given(st.floats(-1e9, 1e9), st.none() | st.integers())
def test_a_number_is_never_touched(number: float, other: int | None) -> None:
    assert defused(number) == number
    assert defused(f"{number:.2f}") == f"{number:.2f}"
    assert defused(other) == other


@given(st.text(max_size=12))
def test_what_is_left_begins_no_call(text: str) -> None:
    left = defused(text)
    assert left[:1] not in {*"=@＝＋－＠\t\r"} or len(left) == 1
    assert not (left.startswith(("+", "-")) and {*"!|*^&'"} & {*left})
