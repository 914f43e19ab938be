from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.numbers import readings
from giaoban.tables.schema import Schema, table_schema
from giaoban.workbook.cells import as_shown, cell_text, misread
from giaoban.workbook.richtext import Look, Run
from giaoban.workbook.xlsx import Value


def field(name: str, table: str = "figures") -> Schema:
    found: Schema = next(f for f in table_schema(table)["fields"] if f["name"] == name)
    return found


NUMBERS = [
    (97.8, False, "97.8"),
    (0.978, True, "97.8"),
    (0.0705, True, "7.05"),
    (1, True, "100"),
    (2021.0, False, "2021"),
    (1.234, False, "1.2340"),
    (0.01234, True, "1.2340"),
    (0.1 + 0.2, False, "0.3"),
    (45 / 46, True, "97.826086956522"),
    (-0.0, False, "0"),
    (1e-20, False, "0"),
    (9007199254740991.0, False, "9007199254740991"),
    (1e20, False, "100000000000000000000"),
]


@pytest.mark.parametrize(("value", "percent", "text"), NUMBERS)
def test_a_number_is_written_so_that_it_is_read_in_one_way(
    value: float, percent: bool, text: str
) -> None:
    assert cell_text(value, field("value"), percent) == text
    assert len(readings(text)) == 1


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_number_beyond_all_numbers_stays_text_that_is_none(value: float) -> None:
    assert readings(cell_text(value, field("value"), True)) == {}


@given(st.decimals(-(10**7), 10**7, places=5))
def test_a_decimal_number_survives_the_cell(number: float) -> None:
    text = cell_text(float(number), field("value"), False)
    assert [float(reading) for reading in readings(text)] == [float(number)]


@given(st.decimals(0, 100, places=3))
def test_a_share_shown_as_percent_is_the_share_that_was_typed(share: float) -> None:
    text = cell_text(float(share) / 100, field("value"), True)
    assert [float(reading) for reading in readings(text)] == [float(share)]


TEXTS = [
    ("period", 2021.0, "2021"),
    ("indicator", 7.0, "7"),
    ("as_published", 0.978, "0.978"),
    ("note_vi", "'trích'", "'trích'"),
    ("note_vi", "a\r\nb", "a\nb"),
    ("note_vi", date(2023, 3, 14), "2023-03-14"),
    ("period", "'2021", "2021"),
    ("value", "'97,8%", "97,8%"),
    ("reported_on", "14/3/2023", "2023-03-14"),
    ("reported_on", "31/2/2023", "31/2/2023"),
    ("reported_on", "3/14/2023", "3/14/2023"),
    ("reported_on", date(2023, 3, 14), "2023-03-14"),
    ("reported_on", datetime(2023, 3, 14), "2023-03-14"),
    ("reported_on", datetime(2023, 3, 14, 10), "2023-03-14 10:00:00"),
    ("value", True, "true"),
]


@pytest.mark.parametrize(("name", "value", "text"), TEXTS)
def test_a_value_is_written_as_its_column_would_hold_it(name: str, value: Value, text: str) -> None:
    assert cell_text(value, field(name), False) == text


def test_a_number_printed_with_its_sign_keeps_it() -> None:
    assert cell_text(0.978, field("as_published"), True) == "97.8%"


@pytest.mark.parametrize("typed", [True, "TRUE", "True", " true "])
def test_truth_is_read_from_a_cell_and_from_text(typed: Value) -> None:
    assert cell_text(typed, field("synthetic", "programme"), False) == "true"


@pytest.mark.parametrize("value", [date(2023, 2, 1), time(1, 30), timedelta(hours=30)])
@pytest.mark.parametrize("name", ["period", "unit", "value", "as_published", "qualifier"])
def test_what_the_spreadsheet_has_made_a_date_of_is_told(name: str, value: Value) -> None:
    told = misread(value, field(name))
    assert told
    assert told.found == str(value)
    assert "as text" in str(told.expected)


def test_a_date_among_dates_or_notes_is_none_of_these() -> None:
    assert misread(date(2023, 2, 1), field("reported_on")) is None
    assert misread(date(2023, 2, 1), field("note_en")) is None


@pytest.mark.parametrize("value", [45000, 45000.0])
def test_a_date_that_lost_its_format_is_told_with_the_day_that_it_may_be(value: float) -> None:
    told = misread(value, field("reported_on"))
    assert told is not None
    assert str(told.expected) == "format the cell as a date, then see whether 2023-03-15 is right"


@pytest.mark.parametrize("value", [2023, 45000.5, -1.0, 1e9])
def test_other_numbers_are_no_dates(value: float) -> None:
    assert misread(value, field("reported_on")) is None
    assert cell_text(value, field("reported_on"), False) != ""


@pytest.mark.parametrize(
    ("runs", "value", "text"),
    [
        ([Run("97,8", None), Run("1", Look("superscript"))], "97,81", "97,8¹"),
        ([Run("", Look("subscript"))], 2.0, "₂.₀"),
        ([], "153", "153"),
    ],
)
def test_a_value_is_shown_with_what_its_fonts_raise(
    runs: list[Run], value: Value, text: str
) -> None:
    assert as_shown(runs, value) == text
