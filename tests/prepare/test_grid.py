import re

from giaoban.language.formatting import language
from giaoban.prepare.grid import ROWS, GridCell, GridRow, chosen, grid, left_out, page, shown


def test_a_foreign_text_stays_a_text() -> None:
    assert shown("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert shown("a\x00b\tc") == "a␀b␉c"
    assert shown("x" * 5_000_000) == "x" * 200 + "…"


def test_a_cell_carries_its_anchor_and_its_hint() -> None:
    cell = GridCell("x", "fault", "here", 'said "so" <b>')
    assert cell.written("td") == (
        '<td class="fault" id="here" title="said &#34;so&#34; &lt;b&gt;">x</td>'
    )


def test_a_row_with_a_fault_is_marked() -> None:
    html = grid(
        GridRow(GridCell("1"), [GridCell("a")]),
        [GridRow(GridCell("2"), [GridCell("b")], fault=True)],
    )
    assert "<thead><tr><th>1</th><th>a</th></tr></thead>" in html
    assert '<tr class="fault"><th>2</th><td>b</td></tr>' in html


def test_of_a_long_table_the_first_rows_are_shown_and_those_with_faults() -> None:
    rows = list(range(2, 10_000))
    kept = chosen(rows, {7_000, 9_000}.__contains__)
    assert kept == [*rows[:ROWS], 7_000, 9_000]
    said = left_out(len(rows), len(kept), language("en"))
    assert said == f"{len(rows) - len(kept)} more rows are not shown."
    assert left_out(5, 5, language("en")) == ""


def test_a_page_brings_its_style_which_touches_nothing_else() -> None:
    html = page("<p>a</p>")
    rules = html.split("<style>")[1].split("</style>")[0]
    selectors = re.findall(
        r"([^{}]+)\{", re.sub(r"/\*.*?\*/|@(?:container|media)[^{]*\{", "", rules)
    )
    assert len(selectors) > 20
    assert [selector for selector in selectors if ".giaoban-grids" not in selector] == []
