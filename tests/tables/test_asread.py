import pandas as pd
import pytest

from giaoban.tables.asread import LINES, LOST, OLD_FONT, RAISED, as_read, flaw, written_anew
from giaoban.tables.schema import Schema, table_schema
from giaoban.tables.types import convert


def field(name: str, table: str = "figures") -> Schema:
    found: Schema = next(f for f in table_schema(table)["fields"] if f["name"] == name)
    return found


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("reported_on", "2023-03-14 00:00:00", "2023-03-14"),
        ("reported_on", "2023-03-14T00:00:00.000", "2023-03-14"),
        ("reported_on", "14/3/2023 0:00", "14/3/2023"),
        ("reported_on", "2023-03-14 08:30:00", "2023-03-14 08:30:00"),
        ("period", "2021.0", "2021"),
        ("unit", "7.0", "7"),
        ("period", "2021.5", "2021.5"),
        ("as_published", "45.0", "45.0"),
        ("note_vi", "2021.0", "2021.0"),
    ],
)
def test_what_a_program_wrote_is_read_as_people_write_it(name: str, text: str, read: str) -> None:
    assert as_read(text, field(name)) == read


@pytest.mark.parametrize(
    ("table", "name", "text", "told"),
    [
        ("units", "title_vi", "T? ch?c", LOST),
        ("units", "title_vi", "Tá»• chá»©c", LOST),
        ("units", "title_vi", "HuyÖn Mü §øc", OLD_FONT),
        ("units", "title_vi", "Xã Mẫu¹", RAISED),
        ("units", "title_vi", "Diện tích (km²), 10⁶ đồng, CO₂", None),
        ("units", "title_vi", "Xã\nMẫu", None),
        ("figures", "note_vi", "Theo điều tra³", None),
        ("figures", "value", "97,8¹", RAISED),
        ("figures", "as_published", "97,8¹", RAISED),
        ("figures", "value", "153\n150", LINES),
        ("figures", "unit", "my-\nduc", LINES),
        ("figures", "unit", "my-duc²", RAISED),
        ("figures", "value", "93,75", None),
    ],
)
def test_what_people_would_read_otherwise_is_told(
    table: str, name: str, text: str, told: object
) -> None:
    assert flaw(text, field(name, table)) == told


def test_a_fault_names_the_cell_and_what_to_do() -> None:
    cells = {"meeting_date": "2023-03-14 08:30", "title_vi": "H?i ngh?", "title_en": "a\u202eb"}
    text = pd.DataFrame([cells], index=[2], dtype="str")
    text = text.reindex(columns=[*cells, "data_cutoff"]).astype("str")
    told = [str(fault) for fault in convert(text, table_schema("meetings"), "meetings.csv")[1]]
    assert told == [
        "meetings.csv:2:meeting_date: a time with the day (found 2023-03-14 08:30), "
        "expected the day without the time, such as 2023-03-14",
        "meetings.csv:2:title_vi: letters were lost (found H?i ngh?), "
        "take the text from where its letters are whole, and save the file as CSV UTF-8",
        "meetings.csv:2:title_en: a sign that nobody sees, U+202E RIGHT-TO-LEFT OVERRIDE "
        "(found a b), delete it, or type the cell anew",
    ]


@pytest.mark.parametrize("text", ["45", "45.0"])
def test_a_whole_number_may_end_in_a_decimal_of_nought(text: str) -> None:
    frame = pd.DataFrame({"numerator": [text]}, index=[2], dtype="str")
    read, faults = convert(frame, {"fields": [field("numerator")]}, "figures.csv")
    assert faults == []
    assert read["numerator"].tolist() == [45]


def test_a_column_is_written_as_people_write_it_and_what_is_written_so_stays() -> None:
    def written(text: str) -> str:
        return as_read(text, field("period"))

    periods = pd.Series(["2021.0", "2022", None], dtype="str")
    assert written_anew(periods, written).tolist()[:2] == ["2021", "2022"]
    assert written_anew(periods, written).isna().tolist() == [False, False, True]
    plain = pd.Series(["2021", "2022"], dtype="str")
    assert written_anew(plain, written) is plain
