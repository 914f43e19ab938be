"""HTML tables that read well on a phone, aloud and on paper."""

from collections.abc import Sequence

Row = Sequence[str]


def html_table(caption: str, header: Row, rows: Sequence[Row]) -> str:
    """Write a table whose first column names its rows.

    Parameters
    ----------
    caption : str
        What the table holds; HTML.
    header : sequence of str
        Column titles; HTML.
    rows : sequence of sequence of str
        Cells; HTML.
    """
    head = "".join(f'<th scope="col">{title}</th>' for title in header)
    body = "".join(f"<tr>{_row(row, header)}</tr>" for row in rows)
    return (
        f"<table><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, header: Row) -> str:
    # A narrow page stacks the cells; each then shows its column's title from data-title.
    # It leaves out a cell that holds a dash.
    cells = [
        f'<td{_dash(cell)} data-title="{title}">{cell}</td>'
        for cell, title in zip(row[1:], header[1:], strict=True)
    ]
    return f'<th scope="row">{row[0]}</th>' + "".join(cells)


def _dash(cell: str) -> str:
    return ' class="none"' if cell == "–" else ""
