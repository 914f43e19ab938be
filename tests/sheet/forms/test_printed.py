from decimal import Decimal

import pytest

from giaoban.sheet.forms.printed import NOTHING, may_be_time, read_print
from giaoban.sheet.grids import Cell


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "shown"),
    [
        ("93,75%", "93.75", "=", "93,75%"),
        ("≥ 97", "97", ">=", "97"),
        ("trên 89%", "89", ">", "89%"),
        ("<11", "11", "<", "11"),
        ("không quá 10", "10", "<=", "10"),
        ("97 trở lên", "97", ">=", "97"),
        ("khoảng 150", "150", "~", "150"),
        ("97,8 (1)", "97.8", "=", "97,8"),
        ("15 đồng chí", "15", "=", "15"),
        ("1 234,5", "1234.5", "=", "1 234,5"),
        ("duy trì 43", "43", "=", "43"),
    ],
)
def test_a_number_is_read_with_what_is_said_of_it(
    text: str, value: str, qualifier: str, shown: str
) -> None:
    printed = read_print(Cell(text))
    assert (printed.values, printed.qualifier) == ((Decimal(value),), qualifier)
    assert printed.text == shown


@pytest.mark.parametrize(
    "text",
    ["mỗi năm 12", "Hằng năm: 12 xã", "12 a year", "12 xã mỗi năm", "12/năm", "12 xã/năm"],
)
def test_a_number_of_each_year_says_so(text: str) -> None:
    printed = read_print(Cell(text))
    assert (printed.value, printed.text, printed.yearly) == (Decimal(12), "12", True)


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "12 triệu đồng/năm",
        "12 triệu đồng/người/năm",
        "12 tr.đ/năm",
        "12 triệu/năm",
        "12 USD/năm",
    ],
)
def test_a_unit_of_measure_that_names_a_year_is_no_number_of_each(text: str) -> None:
    printed = read_print(Cell(text))
    assert (printed.value, printed.yearly) == (Decimal(12), False)


def test_the_sign_of_a_number_of_each_year_stands_on_either_side_of_that() -> None:
    for text in ("mỗi năm trên 12", "trên 12 mỗi năm"):
        assert read_print(Cell(text)).qualifier == ">"


def test_a_range_has_two_ends() -> None:
    printed = read_print(Cell("90-95%"))
    assert (printed.value, printed.to, printed.text) == (Decimal(90), Decimal(95), "90-95%")


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("45/48", "45", "45/48"),
        ("93,75% (45/48)", "93.75", "93,75%"),
        ("45/48 chi bộ, đạt 93,75%", "93.75", "93,75%"),
        ("45/48\n(93,7%)", "93.7", "93,7%"),
        ("45/48 = 93,8", "93.8", "93,8"),
    ],
)
def test_so_many_of_so_many_are_kept_beside_the_share_that_they_are(
    text: str, value: str, shown: str
) -> None:
    printed = read_print(Cell(text))
    assert (printed.counts, printed.value, printed.text) == ((45, 48), Decimal(value), shown)


def test_what_can_be_read_in_two_ways_is_read_by_the_rules_that_a_person_named() -> None:
    assert read_print(Cell("1.234")).value is None
    assert [read_print(Cell("1.234"), rules).value for rules in ("vi", "en")] == [
        1234,
        Decimal("1.234"),
    ]
    assert [read_print(Cell("1,234"), rules).value for rules in ("vi", "en")] == [
        Decimal("1.234"),
        1234,
    ]


def test_a_remark_in_brackets_is_kept_beside_its_number() -> None:
    printed = read_print(Cell("0,7%\n(còn 4,33%)"))
    assert (printed.text, printed.value, printed.remark) == ("0,7%", Decimal("0.7"), "còn 4,33%")


@pytest.mark.parametrize(
    ("text", "rules"), [("6,61", {"vi"}), ("6.61", {"en"}), ("1.839", {"vi", "en"})]
)
def test_a_text_says_by_whose_rules_it_reads(text: str, rules: set[str]) -> None:
    assert read_print(Cell(text)).rules == rules


@pytest.mark.parametrize(
    "text",
    ["under-5", "under-5 mortality", "dưới-5", "over-65", "min-5", "Covid-19", "K-12", "post-2020",
     "12\n34", "12\n(34)", "Hoàn thành", "12 34", "3/2", "6/2024", "45/46 (99%)", "#REF!", "=A1+1"],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_print(Cell(text)).values == ()


@pytest.mark.parametrize("text", ["", "-", "–", "…", "...", "x", "n/a"])
def test_a_dash_stands_for_nothing(text: str) -> None:
    assert NOTHING.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "qualifier", "value", "to", "shown"),
    [
        ("từ 5 đến 10", "=", 5, 10, "5-10"),
        ("from 5 to 10", "=", 5, 10, "5-10"),
        ("từ 5-10%", "=", 5, 10, "5-10%"),
        ("12 hộ trở lên", ">=", 12, None, "12"),
        ("12 hộ trở xuống", "<=", 12, None, "12"),
        ("5 days or less", "<=", 5, None, "5"),
    ],
)
def test_both_ends_and_what_stands_behind_the_unit_are_read(
    text: str, qualifier: str, value: int, to: int | None, shown: str
) -> None:
    printed = read_print(Cell(text))
    found: tuple[object, ...] = printed.qualifier, printed.value, printed.to
    assert found == (qualifier, value, to)
    assert printed.text == shown


@pytest.mark.parametrize("text", ["min 3 max 5", "trên 5 dưới 10", "2 xã, 3 thôn"])
def test_two_numbers_that_are_no_range_are_no_number(text: str) -> None:
    assert read_print(Cell(text)).values == ()


@pytest.mark.parametrize(
    "text",
    ["từ 2024", "from 2024", "from 2024 on", "ước 2024", "up to 2025", "2021-2025", "2021 to 2025",
     "từ 2021 đến 2025", "2020-21"],
)  # fmt: skip
def test_what_is_as_likely_a_year_is_no_number(text: str) -> None:
    assert may_be_time(text)
    assert read_print(Cell(text)).values == ()


@pytest.mark.parametrize(
    ("text", "value", "sign"),
    [("từ 2024 hộ", 2024, ">="), ("≥ 2024", 2024, ">="), ("2024 trở lên", 2024, ">="),
     ("từ 2500", 2500, ">="), ("dưới -5", -5, "<"), ("<-5", -5, "<")],
)  # fmt: skip
def test_what_says_that_it_is_no_year_and_no_name_is_a_number(
    text: str, value: int, sign: str
) -> None:
    printed = read_print(Cell(text))
    assert printed.value == value
    assert printed.qualifier == sign
