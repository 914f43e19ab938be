"""What a table says of the numbers in it."""

from pathlib import Path

import pytest

from giaoban.extract import draft_rows


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
