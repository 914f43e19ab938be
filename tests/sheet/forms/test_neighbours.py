import pytest
from officesheets import OfficeSheet, Value

from giaoban.sheet.forms.layout import find_blocks
from giaoban.sheet.forms.neighbours import names_share


def read(heads: list[str]) -> list[tuple[str, str, str]]:
    """Give kind, name and measure of the columns of a table with some heads."""
    numbers: list[Value] = [n + 1 for n in range(len(heads))]
    rows: list[list[Value]] = [["NĂM 2024"], ["STT", "Chỉ tiêu", *heads], [1, "Hộ nghèo", *numbers]]
    (block,) = find_blocks(OfficeSheet("S", rows).grid())
    about = [column.heading for column in block.data]
    return [(one.kind, one.name, one.measure) for one in about]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Tỷ lệ (%)", "Tỷ lệ"),
        ("TL", "Tỷ lệ"),
        ("TL (%)", "Tỷ lệ"),
        ("%", "Tỷ lệ"),
        ("Tỷ trọng", "Tỷ trọng"),
        ("Tỉ trọng (%)", "Tỷ trọng"),
    ],
)
def test_a_bare_share_is_one_of_its_row(head: str, name: str) -> None:
    assert read(["Tân Lập", head])[1] == ("", name, "%")
    assert names_share(name)


@pytest.mark.parametrize("head", ["Tỷ lệ (%)", "TL", "%"])
def test_beside_a_plan_a_bare_share_is_that_of_the_plan_but_for_what_part_of_all_it_is(
    head: str,
) -> None:
    assert read(["KH", "TH", head])[2] == ("of_target", "", "")
    assert read(["KH", "TH", "Tỷ trọng (%)"])[2] == ("", "Tỷ trọng", "%")


def test_a_plan_and_what_came_of_it_in_one_line_are_of_one_thing() -> None:
    kinds = [("target", "Vốn", ""), ("figure", "Vốn", ""), ("of_target", "Vốn", "")]
    assert read(["KH vốn", "TH vốn", "% KH"]) == kinds
    assert read(["KH vốn", "Giải ngân"]) == [("", "KH vốn", ""), ("", "Giải ngân", "")]
