"""What nothing is taken from is told with the reason."""

import pytest
from officesheets import OfficeSheet, values

from giaoban.sheet.forms import find_blocks, untaken_notes, untaken_rows


def told(text: str) -> list[str]:
    """Tell of what nothing is taken from in a table whose cells stand behind bars."""
    rows = [values(line.split("|")) for line in text.splitlines()]
    (block,) = find_blocks(OfficeSheet("S", rows).grid())
    return [line.told("en") for line in (*untaken_rows(block, "vi"), *untaken_notes(block))]


YEARS = "Năm|Thu ngân sách (tỷ đồng)|Số vụ\n2019|10|1\n2020|20|2\n2021|30|4\n"


@pytest.mark.parametrize("total", ["Tổng", "Total 2019–2021", "Tổng cộng 2019-2021"])
def test_a_total_of_years_is_set_beside_what_its_years_make(total: str) -> None:
    assert told(f"{YEARS}{total}|60|8") == [
        "S!B5: 60 – a total of other times: it is what 2019 to 2021 make, and is not written again",
        "S!C5: 8 – a total of other times, but 2019 to 2021 make 7: see which is right",
    ]


def test_a_total_over_its_years_is_of_those_below_it_and_each_of_its_own() -> None:
    rows = "Xã|Năm|Số vụ\nXã A|2023|1\n|2024|2\n|Cộng|3\nXã B|2023|5\n|2024|6\n|Cộng|12"
    assert [line.partition(" – ")[2] for line in told(rows)] == [
        "a total of other times: it is what 2023 to 2024 make, and is not written again",
        "a total of other times, but 2023 to 2024 make 11: see which is right",
    ]
    above = told("Năm|Số vụ\nTổng|9\n2023|1\n2024|2")
    assert above == [
        "S!B2: 9 – a total of other times, but 2023 to 2024 make 3: see which is right"
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("|Bình quân chung|45", "an average of other rows, which is worked out of them"),
        ("|Cùng kỳ|45", "a plan, a time or a comparison, and no unit"),
        ("|Cộng I|45", "a sum of some rows above"),
        ("||45", "nothing says what it is of"),
        ("|Các xã|45", "the sum of several units, or their name"),
    ],
)
def test_a_row_among_units_that_is_none_says_why(row: str, why: str) -> None:
    rows = f"NĂM 2024\nSTT|Xã|Hộ nghèo\n1|Xã An Mỹ|30\n{row}\n2|Xã Tân Lập|20"
    assert told(rows) == [f"S!C4: 45 – {why}"]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("|Tổng cộng|≥ 45", "a sum of several groups, or of the whole table"),
        ("||≥ 45", "nothing says what it is of"),
        ("|Trong đó:|≥ 45", "nothing says what it is of"),
        (
            "|Dự kiến|≥ 45",
            "it may be a plan, a result or of another time, and nothing says which",
        ),
    ],
)
def test_a_row_among_indicators_that_is_none_says_why(rows: str, why: str) -> None:
    assert told(f"TT|Chỉ tiêu|Năm 2024\n1|Trồng rừng (ha)|30\n{rows}") == [f"S!C3: ≥ 45 – {why}"]


def test_what_stands_below_a_comparison_is_a_part_of_it() -> None:
    rows = "I|Thu ngân sách (tỷ đồng)|90\nII|Tỷ lệ đạt dự toán (%)|104\n1|Thu phí|103"
    assert told(f"NĂM 2024\nTT|Chỉ tiêu|TH\n{rows}") == ["S!C5: 103 – a part of a comparison"]


@pytest.mark.parametrize(
    "row", ["Bình quân 3 năm", "3-year average", "BQ 2019-2021", "Trung bình năm"]
)
def test_an_average_of_years_is_told_as_one(row: str) -> None:
    why = "an average of other rows, which is worked out of them"
    assert told(f"{YEARS}{row}|20|2") == [f"S!B5: 20; S!C5: 2 – {why}"]


def test_all_cells_of_a_row_are_told_in_one_line() -> None:
    assert told("STT|Chỉ tiêu|Năm 2023|Năm 2024\n1|Kết nạp|5|6\n|Tổng cộng|15|16") == [
        "S!C3: 15; S!D3: 16 – a sum of several groups, or of the whole table"
    ]


def test_a_time_that_is_not_understood_says_so() -> None:
    (line,) = told("Năm|Sản lượng (tấn)\nĐợt 2 năm 2024|50\n2025|52")
    assert line == "S!B2: 50 – what stands there as its time is none that is understood"


def test_notes_beside_and_below_a_table_are_told_as_such() -> None:
    assert told("Chỉ tiêu|2024|Ghi chú\nSố vụ|5|giảm\nGhi chú: số liệu cuối năm") == [
        "S!C2: giảm – a note",
        "Ghi chú: số liệu cuối năm – a note",
    ]
