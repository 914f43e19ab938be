import pandas as pd
import pytest

from giaoban.checks import ENUM, KEY, NOT_A_SAFE_ID, field_faults, table_faults
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema


def typed(name: str, *rows: dict[str, str]) -> TypedTable:
    """Give a table of rows that stand in a file from row 2 on; a cell left out is empty."""
    frame = pd.DataFrame(rows, index=range(2, 2 + len(rows))).reindex(columns=columns(name))
    header = [column for column in columns(name) if any(column in row for row in rows)]
    text = TextTable(f"{name}.csv", frame.astype("str"), header)
    return TypedTable(name, text, *convert(text.frame, table_schema(name), text.file))


WHOLE = {
    "indicator": "orgs-rated",
    "title_vi": "Tổ chức cơ sở đảng được xếp loại",
    "title_en": "Organisations rated",
    "unit_measure": "percent",
    "better": "up",
    "decimals": "2",
}


def told(*rows: dict[str, str]) -> list[str]:
    return [str(fault) for fault in field_faults(typed("indicators", *rows))]


def test_rows_that_keep_what_the_schema_asks_have_no_fault() -> None:
    assert told(WHOLE, WHOLE | {"indicator": "members", "decimals": ""}) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"unit_measure": None, "indicator": None}, "indicator: missing value, expected one in "),
        (
            {"title_vi": None, "title_en": None},
            "title_vi: missing value, expected one in Vietnamese, in English or in both",
        ),
        ({"better": "sideways"}, "better: not in the list (found sideways), expected one of "),
        ({"indicator": "tỷ lệ"}, "indicator: not a safe id (found tỷ lệ), expected letters "),
        ({"indicator": "con"}, "indicator: not a safe id (found con), expected letters "),
        ({"decimals": "-1"}, "decimals: out of range (found -1.0), expected minimum 0"),
        ({"decimals": "7"}, "decimals: out of range (found 7.0), expected maximum 6"),
    ],
)
def test_a_cell_that_breaks_what_is_asked_of_its_column_is_told_in_its_row(
    cells: dict[str, str], expected: str
) -> None:
    (fault,) = told(WHOLE, WHOLE | cells)
    assert fault.startswith(f"indicators.csv:3:{expected}")


@pytest.mark.parametrize("column", ["title_vi", "title_en"])
def test_a_title_in_one_language_is_enough(column: str) -> None:
    assert told(WHOLE | {column: ""}) == []
    assert told({name: cell for name, cell in WHOLE.items() if name != column}) == []


def test_faults_come_column_by_column_and_each_knows_its_check() -> None:
    wrong = WHOLE | {"unit_measure": "litre", "indicator": "no id"}
    first, second = field_faults(typed("indicators", wrong))
    assert (first.column, second.column) == ("indicator", "unit_measure")
    assert (first.problem, first.expected) == NOT_A_SAFE_ID
    assert second.check is ENUM


def test_what_is_asked_of_a_column_that_was_left_out_is_not_asked() -> None:
    bare = {name: cell for name, cell in WHOLE.items() if name != "title_vi"}
    assert told(bare) == []


def test_a_row_whose_key_stands_above_is_a_fault_and_the_first_one_is_none() -> None:
    other = WHOLE | {"indicator": "members"}
    faults = table_faults(typed("indicators", WHOLE, other, WHOLE, WHOLE))
    assert [fault.check for fault in faults] == [KEY, KEY]
    assert [str(fault) for fault in faults] == [
        f"indicators.csv:{row}:indicator: duplicate key (found orgs-rated), "
        "expected once; it stands already in row 2"
        for row in (4, 5)
    ]
