from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.formatting import language
from giaoban.language.numbers import decimals_printed, parse_numbers, plain, reading, readings


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
    ],
)
def test_a_printed_number_has_one_reading(text: str, value: str) -> None:
    assert list(readings(text)) == [Decimal(value)]


def test_a_group_of_three_after_one_sign_can_be_read_two_ways() -> None:
    assert set(readings("1.234")) == set(readings("1,234")) == {Decimal("1.234"), Decimal(1234)}


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "12.34.56", "1.23,4.5", "--3", "%"])
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert readings(text) == {}


def test_a_column_keeps_its_gaps_and_names_its_problems() -> None:
    text = pd.Series(["93,75", None, "1.234", "many"], index=[2, 3, 5, 8], dtype="str")
    values, problems = parse_numbers(text)
    assert values.loc[2] == 93.75
    assert values.loc[[3, 5, 8]].isna().all()
    assert problems.tolist() == ["", "", "ambiguous number", "not a number"]
    assert problems.index.tolist() == [2, 3, 5, 8]


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
    ("text", "language", "whole", "value"),
    [
        ("1.234", "vi", False, "1234"),
        ("1.234", "en", False, "1.234"),
        ("1,234", "vi", False, "1.234"),
        ("1,234", "en", False, "1234"),
        ("1.234", "en", True, "1234"),
        ("1.000", "en", True, "1"),
        ("92.5", "vi", False, "92.5"),
        ("92,5", "en", False, "92.5"),
        ("170,5", "vi", True, "170.5"),
    ],
)
def test_a_typed_number_is_read_by_the_rules_of_its_language_first(
    text: str, language: str, whole: bool, value: str
) -> None:
    assert reading(text, language, whole) == Decimal(value)


def test_what_is_no_number_is_none_in_a_language_either() -> None:
    assert reading("many", "vi") is None


@pytest.mark.parametrize(
    ("value", "text"), [(170.0, "170"), (92.5, "92.5"), (1234567.0, "1234567"), (0.1, "0.1")]
)
def test_a_number_is_written_with_its_digits_alone(value: float, text: str) -> None:
    assert plain(value) == text
