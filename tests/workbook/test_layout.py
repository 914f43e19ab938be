"""Where the table stands in a sheet, as people lay it out."""

from collections.abc import Sequence

import pytest

from giaoban.workbook import Sheet, Value, find_layout
from giaoban.workbook.sheetxml import SheetMarks

HEADER = ["STT", "Chỉ số", "Đơn vị", "Kỳ", "Giá trị"]
FIRST: list[Value] = [1, "orgs-rated", "my-duc", "2022", 97.8]


def sheet(*rows: Sequence[Value]) -> Sheet:
    """Give a sheet of rows, the short ones filled up with empty cells."""
    wide = max(map(len, rows), default=0)
    whole = [[*row, *[""] * (wide - len(row))] for row in rows]
    return Sheet("Số liệu", False, whole, [], SheetMarks(rows=len(rows), columns=wide))


def test_a_table_stands_under_its_titles_and_above_who_signs_it() -> None:
    layout = find_layout(
        sheet(
            ["BÁO CÁO SỐ LIỆU NĂM 2022"],
            [],
            HEADER,
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            FIRST,
            [],
            HEADER,
            [2, "members-admitted", "my-duc", "2022", 460],
            [],
            ["", "Người lập biểu", "", "", "CHỦ TỊCH"],
        ),
        "figures",
    )
    assert layout is not None
    assert layout.header_row == 3
    assert layout.header == {2: "indicator", 3: "unit", 4: "period", 5: "value"}
    assert layout.rows == [5, 8]
    assert layout.sign_off == [10]
    assert [layout.value(row, 5) for row in layout.rows] == [97.8, 460]


def test_a_column_that_is_not_known_keeps_its_heading_and_one_without_any_needs_a_cell() -> None:
    layout = find_layout(sheet([*HEADER, "Công thức", "", ""], [*FIRST, "=A", "", "x"]), "figures")
    assert layout is not None
    assert list(layout.header.items())[-2:] == [(6, "Công thức"), (8, "")]


def test_the_header_is_the_row_that_names_most_columns() -> None:
    layout = find_layout(sheet(["Đơn vị", "Mỹ Đức"], ["Kỳ", "2022"], HEADER, FIRST), "figures")
    assert layout is not None
    assert (layout.header_row, layout.rows) == (3, [4])


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Ghi chú chung"], ["Số liệu sơ bộ"]],
        # Somebody's report stands above it, and no header has so much room.
        [*([[""]] * 20), HEADER, FIRST],
    ],
)
def test_a_sheet_without_a_header_in_its_first_rows_holds_no_table(
    rows: list[list[Value]],
) -> None:
    assert find_layout(sheet(*rows), "figures") is None


def test_the_explanations_of_another_version_are_no_row() -> None:
    explained = ["", "Chỉ số được đo.", "Đơn vị được đo.", "Kỳ, theo ISO 8601.", "Để trống."]
    assert explained[1:] != HEADER[1:]
    layout = find_layout(sheet(HEADER, explained, FIRST), "figures")
    assert layout is not None
    assert layout.rows == [3]


def test_a_row_with_a_sentence_in_some_of_its_cells_alone_is_a_row() -> None:
    layout = find_layout(sheet(HEADER, ["", "Chưa rõ.", "Hỏi lại.", "", ""], FIRST), "figures")
    assert layout is not None
    assert layout.rows == [2, 3]
