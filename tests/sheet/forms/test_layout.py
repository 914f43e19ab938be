import pytest
from officesheets import DISTRICT, PARTY, POOR, SCHOOL, OfficeSheet, Value

from giaoban.sheet.forms.layout import Block, find_blocks


def uses(block: Block) -> dict[str, str]:
    kinds = {
        c.index: f"{c.heading.kind} {c.heading.time}".strip() or c.heading.name
        for c in block.columns
    }
    return {
        "ABCDEFGHIJ"[c.index]: kinds[c.index] if c.use == "data" else c.use for c in block.columns
    }


def test_years_across_with_plans_and_results_below_them() -> None:
    (block,) = find_blocks(SCHOOL.grid())
    assert block.rows_are == "indicators"
    assert uses(block) == {
        "A": "number",
        "B": "title",
        "C": "figure 2021",
        "D": "figure 2022",
        "E": "figure 2023",
        "F": "target 2024",
        "G": "figure 2024",
        "H": "of_target 2024",
        "I": "target 2025",
    }
    assert block.feet == ["Ghi chú: số liệu cuối năm học."]


def test_the_row_that_numbers_the_columns_is_part_of_the_head() -> None:
    (block,) = find_blocks(DISTRICT.grid())
    assert (block.first, block.last) == (7, 15)
    assert [uses(block)[c] for c in "CGHJ"] == ["measure", "of_target", "compared 2024", "note"]


def test_units_down_and_indicators_across() -> None:
    (block,) = find_blocks(POOR.grid())
    assert block.rows_are == "units"
    assert list(uses(block).values()) == [
        "number",
        "unit",
        "Tổng số hộ",
        "Hộ nghèo: Số hộ",
        "Hộ nghèo: tỷ lệ",
        "Hộ cận nghèo: Số hộ",
        "Hộ cận nghèo: tỷ lệ",
    ]


def test_the_word_for_year_may_stand_over_the_years() -> None:
    rows: list[list[Value]] = [
        ["Tỷ lệ hộ nghèo các xã (%)"],
        ["TT", "Tên xã", "Năm", None],
        [None, None, 2023, 2024],
        [1, "Tân Lập", 2.5, 2.1],
    ]
    (block,) = find_blocks(OfficeSheet("S", rows, ["A2:A3", "B2:B3", "C2:D2"]).grid())
    assert [uses(block)[column] for column in "CD"] == ["2023", "2024"]


def test_each_table_of_a_sheet_has_its_own_caption() -> None:
    blocks = find_blocks(PARTY.grid())
    assert [block.caption[-1] for block in blocks] == ["Xã Tân Lập", "Xã Hợp Tiến"]
    assert [uses(block)["D"] for block in blocks] == ["target 2024-01/2024-06"] * 2


def test_heads_without_merged_cells_are_read_as_those_with() -> None:
    plain = OfficeSheet("S", SCHOOL.rows).grid()
    (block,), (merged,) = find_blocks(plain), find_blocks(SCHOOL.grid())
    assert uses(block) == uses(merged)


@pytest.mark.parametrize(
    "rows",
    [
        [["Báo cáo"], ["Kết quả tốt."]],
        [["a", "b"], ["c", 1], ["d", 2]],
        [["STT", "Chỉ tiêu", "Năm 2024"], [1, "Kết nạp", "tốt"]],
        [[1, 2, 3], [4, 5, 6]],
    ],
)
def test_what_has_no_head_or_no_number_is_no_table(
    rows: list[list[str | int | float | None]],
) -> None:
    assert find_blocks(OfficeSheet("S", rows).grid()) == []


def test_of_two_columns_of_names_the_one_that_says_more_names_the_rows() -> None:
    rows: list[list[Value]] = [
        ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu", "Kết quả"],
        [1, "Giao thông", "Đường xã được cứng hóa (%)", "≥ 90", "95"],
        [None, None, "Đường thôn được cứng hóa (%)", "100%", "98"],
    ]
    (block,) = find_blocks(OfficeSheet("S", rows, ["A2:A3", "B2:B3"]).grid())
    assert uses(block) == {"A": "number", "B": "", "C": "title", "D": "target", "E": "figure"}


def test_what_is_written_small_under_unit_is_one_of_measure() -> None:
    rows: list[list[Value]] = [
        ["Indicator", "Unit", "2023", "2024"],
        ["Homes", "homes insulated", 1, 2],
        ["Emissions", "tonnes CO2e", 3, 4],
    ]
    (block,) = find_blocks(OfficeSheet("S", rows).grid())
    assert uses(block)["B"] == "measure"


@pytest.mark.parametrize("names", [["Thôn Đông", "Thôn Tây"], ["Xã Mẫu"], ["Trường A", "Chi bộ B"]])
def test_a_unit_of_one_word_behind_its_level_is_no_measure(names: list[Value]) -> None:
    rows: list[list[Value]] = [["TT", "Đơn vị", "Số hộ 2024", "Số hộ 2025"]]
    rows += [[n, name, 5, 6] for n, name in enumerate(names, 1)]
    (block,) = find_blocks(OfficeSheet("S", rows).grid())
    assert (uses(block)["B"], block.rows_are) == ("unit", "units")


def test_a_row_whose_numbers_are_all_qualified_is_part_of_the_table() -> None:
    rows: list[list[Value]] = [["STT", "Chỉ tiêu", "KH 2025"], [1, "A", 5], [2, "B", "trên 89%"]]
    (block,) = find_blocks(OfficeSheet("S", rows).grid())
    assert (block.last, block.feet) == (2, [])
