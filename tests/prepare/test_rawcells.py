from collections.abc import Callable
from pathlib import Path

import pandas as pd

from giaoban.prepare.rawcells import raw_sheets
from giaoban.programme.read import examine


def test_cells_stand_as_in_the_file_under_the_rows_of_a_spreadsheet(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("figures", 2, value="93,75 ", note_en="two\nlines")
    sheet = raw_sheets(examine(programme))["figures"]
    assert sheet.names[:4] == ["indicator", "unit", "period", "value"]
    assert sheet.rows[2][3] == "93,75 "
    assert sheet.rows[2][-1] == "two\nlines"
    assert sheet.rows[3][2] == "2022"


def test_what_the_schema_does_not_know_stands_there_too(programme: Path) -> None:
    path = programme / "meetings.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text(f"{lines[0]},colour\n{lines[1]},red\n\na,b\n", "utf-8")
    sheet = raw_sheets(examine(programme))["meetings"]
    assert (sheet.names[-1], sheet.rows[2][-1]) == ("colour", "red")
    assert (sheet.rows[3], sheet.rows[4]) == ([], ["a", "b"])


def test_a_file_is_shown_as_far_as_it_can_be_read(programme: Path) -> None:
    path = programme / "meetings.csv"
    path.write_bytes(path.read_bytes() + b"\xff\n" + b"x" * 200_000)
    sheet = raw_sheets(examine(programme))["meetings"]
    assert sheet.rows[2][0] == "2023-03-14"
    assert sheet.rows[3] == ["\ufffd"]
    assert 4 not in sheet.rows


def test_a_fault_leads_to_its_cell_to_each_cell_of_a_key_or_to_its_row(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("figures", 2, value="many")
    spoil("figures", 4, period="2022")
    path = programme / "figures.csv"
    path.write_text(path.read_text("utf-8").replace("source,", "sauce,", 1) + "a,b\n", "utf-8")
    examined = examine(programme)
    sheet = raw_sheets(examined)["figures"]
    own = [fault for fault in examined.faults if fault.file == "figures.csv"]
    found = {(f.row, f.column): sheet.cells_of(f) for f in own}
    assert found[2, "value"] == [(2, 3)]
    assert found[5, "indicator+unit+period+reported_on"] == [(5, 0), (5, 1), (5, 2), (5, 8)]
    assert found[1, "sauce"] == [(1, 9)]
    assert found[1, "source"] == [(1, -1)]
    assert found[13, "-"] == [(13, -1)]


def test_the_programmes_description_is_a_sheet_of_one_row(programme: Path) -> None:
    sheet = raw_sheets(examine(programme))["programme"]
    assert dict(zip(sheet.names, sheet.rows["giaoban"], strict=True))["synthetic"] == "false"


def test_a_parquet_file_is_shown_as_the_texts_that_are_checked(programme: Path) -> None:
    path = programme / "meetings.csv"
    before = raw_sheets(examine(programme))["meetings"]
    pd.read_csv(path).assign(colour="red").to_parquet(programme / "meetings.parquet")
    path.unlink()
    sheet = raw_sheets(examine(programme))["meetings"]
    assert (sheet.path.name, sheet.names) == ("meetings.parquet", [*before.names, "colour"])
    assert sheet.rows[2] == [*before.rows[2], "red"]
    sheet.path.write_bytes(b"PAR1")
    assert raw_sheets(examine(programme))["meetings"].rows == {1: []}
