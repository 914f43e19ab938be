"""What a table says of the numbers in it."""

from pathlib import Path

import pytest

from giaoban.extract import draft_rows
from giaoban.extract.vietnamese import Quantity, TableCell, heads_units


@pytest.mark.parametrize(
    "rows",
    [
        [["Chỉ tiêu", "Tỷ lệ (%)"], ["Chi bộ tốt", "93,5"], ["Chi bộ yếu", "2"]],
        [["Chỉ tiêu", "Năm 2024"], ["Chi bộ tốt (%)", "93,5"], ["Chi bộ yếu (%)", "2"]],
        [["Chỉ tiêu (%)", "Năm 2024"], ["Chi bộ tốt", "93,5"], ["Chi bộ yếu", "2"]],
        [["Tên", "ĐVT", "2024"], ["Chi bộ tốt", "%", "93,5"], ["Chi bộ yếu", "%", "2"]],
    ],
)
def test_a_table_may_say_percent_in_a_title(tmp_path: Path, rows: list[list[str]]) -> None:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    page = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{page}", "utf-8")
    table = draft_rows(tmp_path / "a.html", None, "en").query("kind == 'figure'")
    assert table[["value", "unit_measure"]].to_numpy().tolist() == [
        ["93.5", "percent"],
        ["2", "percent"],
    ]
    assert not table["doubts"].str.contains("percent_sign_missing|no_unit").any()


def test_a_row_of_a_table_has_its_own_unit(tmp_path: Path) -> None:
    rows = [
        ("Tên (%)", "ĐVT", "KH 2024", "TH 2024", "So với 2023"),
        ("Đảng viên mới", "người", "150", "1.160", "105"),
        ("Thu ngân sách", "tỷ đồng", "1,5", "1,6", "105"),
        ("Chi bộ (chi bộ)", "", "40", "41", "105"),
    ]
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    page = "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{page}", "utf-8")
    table = draft_rows(tmp_path / "a.html", None, "en").query("kind == 'figure'")
    assert table["period"].iloc[:2].tolist() == ["2024", "2024"]
    assert table["value"].tolist() == ["150", "1160", "105", "1.5", "1.6", "105", "40", "41", "105"]
    assert table["unit_measure"].tolist() == ["count"] * 2 + [""] * 7
    doubts = [doubts.split() for doubts in table["doubts"]]
    assert ["target_or_figure" in codes for codes in doubts[:3]] == [True, False, False]
    assert "ratio" in doubts[2]


def test_columns_of_differences_hold_changes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<table><tr><th>Chỉ tiêu</th><th>ĐVT</th><th>Năm 2023</th><th>Tăng (+), giảm (-)</th></tr>"
        "<tr><td>Đảng viên mới</td><td>người</td><td>148</td><td>-7</td></tr></table>",
        "utf-8",
    )
    row = draft_rows(tmp_path / "a.html", None, "en").set_index("as_published").loc["-7"]
    assert (row["kind"], row["value"], row["unit_measure"]) == ("change", "-7", "count")
    assert "change_or_level" in row["doubts"].split()


@pytest.mark.parametrize("head", ["ĐVT", "Đvt:", "Đơn vị", "ĐƠN VỊ TÍNH", "Đơn vị tính (%)"])
def test_units_stand_under_a_head_that_says_so_alone(head: str) -> None:
    assert heads_units(head)


@pytest.mark.parametrize("head", ["Tên đơn vị", "Đơn vị: xã", "Chỉ tiêu", "Năm 2024", ""])
def test_under_another_head_stand_none(head: str) -> None:
    assert not heads_units(head)


PLAIN = Quantity(0, 4, "quantity", number="93,5")


@pytest.mark.parametrize(
    ("cell", "measure", "unit"),
    [
        (TableCell(0, 4, head="Tỷ lệ (%)", unit="người"), "percent", ""),
        (TableCell(0, 4, unit="người", about="Biểu 1 (%)"), "count", "người"),
        (TableCell(0, 4, unit="tỷ đồng"), "other", "tỷ đồng"),
        (TableCell(0, 4, unit="%"), "percent", ""),
        (TableCell(0, 4, title="Chi bộ tốt (%)"), "percent", ""),
        (TableCell(0, 4, title="Chi bộ tốt", about="Biểu 1 (%)"), "percent", ""),
        # Its own unit stands in its title.
        (TableCell(0, 4, title="Chi bộ (chi bộ)", about="Biểu 1 (%)"), "", ""),
        # What is set against another year is not measured in the unit of the row.
        (TableCell(0, 4, head="So với 2023", unit="người"), "", ""),
        # Such a sign is that of a number.
        (TableCell(0, 4, head="Tăng 5%"), "", ""),
        (TableCell(0, 4), "", ""),
    ],
)
def test_a_number_without_a_unit_has_that_of_what_stands_nearest_to_it(
    cell: TableCell, measure: str, unit: str
) -> None:
    number = cell.with_unit(PLAIN)
    assert (number.measure, number.unit) == (measure, unit)
    assert number.number == "93,5"


def test_a_number_with_a_unit_keeps_it() -> None:
    own = Quantity(0, 4, "quantity", number="12", measure="count", unit="xã")
    assert TableCell(0, 4, head="Tỷ lệ (%)", unit="người").with_unit(own) == own


@pytest.mark.parametrize(
    ("head", "period", "moved", "doubt"),
    [
        ("Năm 2023", "2023", False, ""),
        ("TH 6 tháng đầu năm 2024", "2024-01/2024-06", False, ""),
        ("KH 2024", "2024", False, "target_or_figure"),
        ("So với 2023", "None", False, "ratio"),
        ("2023 và 2024", "None", False, ""),
        ("Tăng (+), giảm (-)", "None", True, "change_or_level"),
        ("Tăng trưởng", "None", False, ""),
        ("", "None", False, ""),
    ],
)
def test_the_head_of_a_column_tells_the_period_and_what_may_be_meant(
    head: str, period: str, moved: bool, doubt: str
) -> None:
    cell = TableCell(0, 4, head=head)
    assert (str(cell.period), cell.moved, cell.doubt) == (period, moved, doubt)
