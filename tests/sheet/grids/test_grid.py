import pytest

from giaoban.sheet.grids.grid import Cell, Grid, spread, typed


@pytest.mark.parametrize(
    ("text", "shown", "mark"),
    [
        ("97,8¹", "97,8", "1"),
        ("Tỷ lệ hộ nghèo ²", "Tỷ lệ hộ nghèo", "2"),
        ("km²", "km²", ""),
        ("Diện tích (m²)", "Diện tích (m²)", ""),
        ("\u200b 12 ", "12", ""),
        ("Tỷ", "Tỷ", ""),
    ],
)
def test_a_text_is_read_without_the_mark_of_its_footnote(text: str, shown: str, mark: str) -> None:
    cell = typed(text)
    assert (cell.text, cell.mark) == (shown, mark)


def test_rows_become_as_wide_as_one_another() -> None:
    rows = spread([[Cell("a")], [Cell("b"), Cell("c")]], [((5, 0), (6, 0))])
    assert [len(row) for row in rows] == [2, 2]
    assert Grid("S", rows).place(1, 1) == "S!B2"


def test_merged_ranges_that_overlap_without_end_are_not_gone_through() -> None:
    cells = [[Cell(f"{n} {m}") for m in range(3)] for n in range(3)]
    whole = ((0, 0), (2, 2))
    last = ((1, 1), (1, 2))
    assert spread(cells, [whole, last]) == spread(cells, [whole])
    assert spread(cells, [last])[1][2].text == "1 1"
