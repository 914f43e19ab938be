"""LibreOffice opens the results workbook as it was written."""

from pathlib import Path

from office import saved
from openpyxl import load_workbook

from giaoban.analysis import Review
from giaoban.render.results import as_workbook
from giaoban.report import Report


def test_libreoffice_opens_the_results_and_keeps_every_sheet_number_and_text(
    review: Review, tmp_path: Path
) -> None:
    written = tmp_path / "written" / "results.xlsx"
    written.parent.mkdir()
    written.write_bytes(as_workbook(Report(review, "vi")))
    before, after = load_workbook(written), load_workbook(saved(written, tmp_path))
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        told = [[cell.value for cell in row] for row in sheet.iter_rows()]
        kept = after[sheet.title].iter_rows(max_col=sheet.max_column, max_row=sheet.max_row)
        assert [[cell.value for cell in row] for row in kept] == told
    figure = after["Biểu số liệu"]["G7"]
    assert (figure.value, "trên" in figure.number_format) == (89, True)
