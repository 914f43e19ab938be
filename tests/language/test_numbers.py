from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.formatting import language
from giaoban.language.numbers import (
    decimals_printed,
    decimals_shown,
    ends_printed,
    plain,
    readings,
    typed,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("93,75%", "93.75"),
        ("97.8", "97.8"),
        ("14 %", "14"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("−0,4", "-0.4"),
        ("0.123", "0.123"),
        ("1234.567", "1234.567"),
        ("1 234,5", "1234.5"),
        ("1 234.567", "1234.567"),
        ("1\u00a0234\u00a0567%", "1234567"),
        ("12\u202f345", "12345"),
        (" 150\n", "150"),
    ],
)
def test_a_printed_number_has_one_reading(text: str, value: str) -> None:
    assert list(readings(text)) == [Decimal(value)]


def test_a_group_of_three_after_one_sign_can_be_read_two_ways() -> None:
    assert set(readings("1.234")) == set(readings("1,234")) == {Decimal("1.234"), Decimal(1234)}


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "12.34.56", "1.23,4.5", "--3", "%"])
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert readings(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "153\n150",
            "153\r\n150",
            "153\t150",
            "15 3",
            "1  234",
            "1234 567",
            "0 123",
            "1 234\u00a0567",
        ),
        *("1 234.567.890", "97,8¹", "97,8 1", "- 5", "14\n%", "1\u200b50", "15 000 0"),
    ],
)
def test_what_a_person_would_not_read_as_one_number_has_no_reading(text: str) -> None:
    assert readings(text) == {}


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.sampled_from(["\n", "\t", "  ", " \n "]))
def test_two_numbers_are_never_glued_together(first: int, second: int, between: str) -> None:
    assert readings(f"{first}{between}{second}") == {}


@pytest.mark.parametrize(
    ("parameter", "text"), [(2023, "2023"), (2023.0, "2023"), ("007", "007"), ("", "")]
)
def test_a_parameter_of_which_a_number_was_made_is_the_text_that_was_typed(
    parameter: str | float, text: str
) -> None:
    assert typed(parameter) == text


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("61-62", ("61", "62")),
        ("61,0 – 62,5%", ("61,0", "62,5%")),
        ("Từ 61% đến 62%", ("61%", "62%")),
        ("−3-5", ("-3", "5")),
        ("−2,5 đến −1", ("-2,5", "-1")),
        ("-2 - -1%", ("-2", "-1%")),
        ("-5", None),
        ("61 trở lên", None),
        ("61-", None),
        ("61-62-63", None),
    ],
)
def test_a_printed_range_has_two_ends_that_are_numbers(
    text: str, ends: tuple[str, str] | None
) -> None:
    assert ends_printed(text) == ends


def test_the_decimals_of_each_end_of_a_range_are_those_of_the_print() -> None:
    assert [decimals_shown("61,0-62,50%", value) for value in (61.0, 62.5)] == [1, 2]


def test_the_decimals_of_a_print_are_counted() -> None:
    assert decimals_printed("93,75%", 93.75) == 2
    assert decimals_printed("97,80", 97.8) == 2
    assert decimals_printed("2,0%", -2.0) == 1
    assert decimals_printed("1.234", 1234.0) == 0
    assert decimals_printed("98", 97.8) is None


@given(
    value=st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    code=st.sampled_from(["vi", "en"]),
)
def test_what_a_report_prints_reads_back(value: Decimal, code: str) -> None:
    assert value in readings(language(code).number(float(value), 2))


@pytest.mark.parametrize(
    ("value", "text"), [(170.0, "170"), (92.5, "92.5"), (1234567.0, "1234567"), (0.1, "0.1")]
)
def test_a_number_is_written_with_its_digits_alone(value: float, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("97,80", 97.8, 2),
        ("1.234", 1234.0, 0),
        ("1.234", 1.234, 3),
        # No print is kept, or one of another number.
        (None, 97.8, 1),
        (float("nan"), 97.8, 1),
        ("98", 97.8, 1),
        (None, 1200.0, 0),
        (None, 0.1, 1),
    ],
)
def test_a_number_is_shown_with_the_decimals_of_its_print_or_else_with_those_it_needs(
    text: object, value: float, decimals: int
) -> None:
    assert decimals_shown(text, value) == decimals
