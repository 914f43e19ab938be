"""Write a table onto a sheet that people fill in: headers, explanations, lists, formats, rows."""

import pandas as pd
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.language import Language
from giaoban.style import COLOURS
from giaoban.tables import COMPULSORY, PROGRAMME, cell_texts, table_title
from giaoban.workbook.cellwriter import write_column
from giaoban.workbook.formats import LINE, SMALL_LINE, Column, Formats
from giaoban.workbook.validation import LAST_ROW, Places, validation

# Rows from 0 on. The header stands right above the rows, so that both are one marked-up table.
TITLE, HINT, EXPLANATION, HEADER, FIRST = range(5)
HIGHEST = 409
A4 = 9


def write_sheet(
    sheet: Worksheet,
    table: str,
    columns: list[Column],
    rows: pd.DataFrame,
    places: Places,
    formats: Formats,
    lang: Language,
) -> None:
    """Write one table.

    Parameters
    ----------
    sheet, table : Worksheet, str
        Where it is written, and its id.
    columns, rows : list of Column, DataFrame
        Its columns in order, and its cells as `giaoban.tables.Contents` has them.
    places : dict of (str, str) to ColumnPlace
        Where each column of each table stands.
    formats, lang : Formats, Language
        Those of the workbook.

    Raises
    ------
    GiaobanError
        Where a cell, or all of them, are more than a sheet can hold.
    """
    if len(rows) > LAST_ROW - FIRST:
        template = N_("{table}: too many rows (found {found}), a sheet holds {most} at most")
        raise GiaobanError(template, table=table, found=len(rows), most=LAST_ROW - FIRST)
    _write_head(sheet, table, columns, formats, lang)
    _mark_up(sheet, table, columns, len(rows), formats)
    for n, column in enumerate(columns):
        cell_format = formats.of(column)
        sheet.set_column(n, n, column.width, cell_format)
        if rule := validation(table, column.name, places, lang):
            sheet.data_validation(FIRST, n, LAST_ROW - 1, n, rule)
        write_column(sheet, table, FIRST, n, column, rows, formats)
    _set_heights(sheet, columns, rows)
    _help_to_fill_in(sheet, table, len(columns) - 1)
    _print_well(sheet)


def _write_head(
    sheet: Worksheet, table: str, columns: list[Column], formats: Formats, lang: Language
) -> None:
    hint = N_(
        "Fill in from row {row} on. Blue columns must be filled in, grey ones may stay empty."
    )
    if table == PROGRAMME:
        hint = N_("Fill in row {row}. Blue columns must be filled in, grey ones may stay empty.")
    for row, text, shown in (
        (TITLE, table_title(table, lang.code), formats.title),
        (HINT, lang.say(hint, row=FIRST + 1), formats.hint),
    ):
        sheet.write_string(row, 0, text, shown)
    for n, column in enumerate(columns):
        sheet.write_string(EXPLANATION, n, column.description, formats.explanation)
    sheet.set_row(TITLE, 26)
    sheet.set_row(HINT, 20)
    sheet.set_row(HEADER, 22)
    sheet.set_row(EXPLANATION, SMALL_LINE * max(column.explained for column in columns))


def _mark_up(
    sheet: Worksheet, table: str, columns: list[Column], rows: int, formats: Formats
) -> None:
    """Make header and rows one table: it grows with what is typed below, and is read out as one."""
    headers = [
        {"header": column.title, "header_format": formats.headers[column.compulsory]}
        for column in columns
    ]
    look = {"name": table, "columns": headers, "style": None}
    sheet.add_table(HEADER, 0, FIRST + max(rows, 1) - 1, len(columns) - 1, look)


def _help_to_fill_in(sheet: Worksheet, table: str, last: int) -> None:
    # A text such as 2021 is meant to be one.
    whole = xl_range(FIRST, 0, LAST_ROW - 1, last)
    sheet.ignore_errors({"number_stored_as_text": whole})
    sheet.freeze_panes(FIRST, 0)
    sheet.set_selection(FIRST, 0, FIRST, 0)
    vital = table == PROGRAMME or table in COMPULSORY
    sheet.set_tab_color(COLOURS["first" if vital else "rule"])


def _print_well(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.hide_gridlines(0)


def _set_heights(sheet: Worksheet, columns: list[Column], rows: pd.DataFrame) -> None:
    """Let each row show the whole of its texts; not every program sees to that by itself."""
    texts = [[column.lines(text) for text in cell_texts(rows[column.name])] for column in columns]
    for row, lines in enumerate(zip(*texts, strict=True), FIRST):
        if max(lines) > 1:
            sheet.set_row(row, min(LINE * max(lines), HIGHEST))
