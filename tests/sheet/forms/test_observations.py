from dataclasses import replace
from decimal import Decimal

import pytest
from officesheets import DISTRICT, PARTY, POOR, OfficeSheet, Value

from giaoban.sheet.forms.captions import context_of
from giaoban.sheet.forms.layout import find_blocks
from giaoban.sheet.forms.observations import Observation, observe


def seen(sheet: OfficeSheet) -> dict[str, Observation]:
    blocks = find_blocks(sheet.grid())
    found = (s for block in blocks for s in observe(block, "vi"))
    return {one.place.rpartition("!")[2]: one for one in found}


def test_the_year_of_a_table_may_stand_in_its_caption_alone() -> None:
    cell = seen(POOR)["E7"]
    assert (cell.title, cell.unit, cell.period) == ("Hộ nghèo: tỷ lệ", "Xã Hợp Tiến", "2024")
    assert (cell.measure, cell.printed.value) == ("%", Decimal("1.67"))
    assert seen(POOR)["C5"].unit == ""


def test_the_unit_of_a_table_may_stand_over_it() -> None:
    assert [context_of(block).unit for block in find_blocks(PARTY.grid())] == [
        "Xã Tân Lập",
        "Xã Hợp Tiến",
    ]


def test_a_caption_says_the_year_of_months_and_of_a_whole_year_but_not_of_the_one_before() -> None:
    head = ["STT", "Chỉ tiêu", "KH năm 2024", "TH 6 tháng", "Ước TH cả năm", "Cùng kỳ năm trước"]
    rows: list[list[Value]] = [
        ["TÌNH HÌNH 6 THÁNG ĐẦU NĂM 2024"],
        [*head],
        [1, "Thu ngân sách (tỷ đồng)", 100, 60, 118, 50],
    ]
    found = seen(OfficeSheet("S", rows))
    assert {c: found[f"{c}3"].period for c in "CDEF"} == {
        "C": "2024",
        "D": "2024-01/2024-06",
        "E": "2024",
        "F": "",
    }


def test_months_are_of_the_one_year_that_stands_in_the_head() -> None:
    found = seen(OfficeSheet("S", [["Chỉ tiêu", "T1", "T2", "Năm 2024"], ["Thu", 10, 11, 140]]))
    assert [found[f"{c}2"].period for c in "BCD"] == ["2024-01", "2024-02", "2024"]


def test_the_day_of_a_paper_is_not_the_time_of_its_figures() -> None:
    rows: list[list[Value]] = [
        ["KẾT QUẢ NĂM 2024"],
        ["(Kèm theo Báo cáo số 15 ngày 14/3/2025)"],
        ["STT", "Chỉ tiêu", "Kết quả"],
        [1, "Đảng viên", 12],
    ]
    assert seen(OfficeSheet("S", rows))["C4"].period == "2024"


def test_an_estimate_is_one_and_a_footnote_goes_with_its_figure() -> None:
    found = seen(DISTRICT)
    assert (found["F9"].estimated, found["D9"].estimated) == (True, False)
    assert found["D16"].note == "Số liệu điều tra."
    assert found["D16"].printed.text == "11,2"


def test_what_is_no_number_is_seen_and_a_dash_is_not() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024"],
        [1, "Kết nạp", "–", "nhiều"],
        [2, "Đảng viên", 1, 2],
    ]
    found = seen(OfficeSheet("S", rows))
    assert "C2" not in found
    assert found["D2"].printed.values == ()


def test_a_number_that_is_merged_over_two_years_or_rows_is_of_neither() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024"],
        [1, "Kết nạp", 5, None],
        [2, "Đảng viên", 1, 2],
        [3, "Chi bộ", None, 3],
    ]
    found = seen(OfficeSheet("S", rows, ["C2:D2", "C3:C4"]))
    assert {place: one.printed.value for place, one in found.items()} == {
        "C2": None,
        "C3": None,
        "D3": Decimal(2),
        "D4": Decimal(3),
    }
    assert found["C2"].printed.text == "5"


def test_a_unit_of_measure_may_stand_over_the_table() -> None:
    rows: list[list[Value]] = [
        ["Đơn vị tính: tỷ đồng"],
        ["Chỉ tiêu", "2023", "2024"],
        ["Tổng thu ngân sách", 1.5, 2.5],
    ]
    assert seen(OfficeSheet("S", rows))["B3"].measure == "tỷ đồng"


def test_each_of_two_plans_for_a_year_is_told_by_who_set_it() -> None:
    head = ["STT", "Chỉ tiêu", "KH tỉnh giao 2024", "KH huyện giao 2024", "TH 2024"]
    found = seen(OfficeSheet("S", [[*head], [1, "Đảng viên mới", 20, 21, 22]]))
    assert [found[c].setter for c in ("C2", "D2", "E2")] == [
        "KH tỉnh giao 2024",
        "KH huyện giao 2024",
        "",
    ]


@pytest.mark.parametrize(
    ("caption", "plan", "period"),
    [
        ("CÂN ĐỐI NGÂN SÁCH QUÝ I NĂM 2024", "DỰ TOÁN NĂM", "2024"),
        ("CÂN ĐỐI NGÂN SÁCH QUÝ I NĂM 2024", "Kế hoạch năm (triệu đồng)", "2024"),
        ("CÂN ĐỐI NGÂN SÁCH QUÝ I NĂM 2024", "KH", "2024-01/2024-03"),
        ("CÂN ĐỐI NGÂN SÁCH QUÝ I NĂM 2024", "KH năm 2023", "2023"),
        ("NĂM HỌC 2023-2024", "Kế hoạch năm", "2023-09/2024-08"),
        ("NGÂN SÁCH XÃ", "Kế hoạch năm", ""),
    ],
)
def test_the_plan_of_the_year_is_of_all_its_months(caption: str, plan: str, period: str) -> None:
    rows: list[list[Value]] = [[caption], ["Nội dung", plan, "Thực hiện"], ["Thu nội địa", 9, 2]]
    assert seen(OfficeSheet("S", rows))["B3"].period == period


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["Tổng số", "Trong đó: nữ", "Tôn giáo"], ["", ": nữ", ": Tôn giáo"]),
        (["Tổng số", "Dân tộc thiểu số", "Dưới 30 tuổi"], ["", ": Dân tộc thiểu số", ": Dưới 30 tuổi"]),
        (["Khối lượng (tấn)"], [": Khối lượng"]),
        (["KH vốn", "Giải ngân", "TL (%)"], [": KH vốn", ": Giải ngân", ": Tỷ lệ"]),
        (["KH vốn", "TH vốn"], [": Vốn", ": Vốn"]),
        (["Khối lượng (tấn)", "Doanh thu", "Lao động"], [": Khối lượng", ": Doanh thu", ": Lao động"]),
        (["Kế hoạch vốn", "Giải ngân", "Tỷ lệ (%)"], [": Kế hoạch vốn", ": Giải ngân", ": Tỷ lệ"]),
    ],
)  # fmt: skip
def test_columns_may_name_what_is_told_of_each_row(heads: list[str], told: list[str]) -> None:
    rows: list[list[Value]] = [
        ["ĐẢNG VIÊN NĂM 2024"],
        ["STT", "Nội dung", *heads],
        [1, "Kết nạp mới", 25, 11, 5],
    ]
    found = seen(OfficeSheet("S", rows))
    titles = [found[f"{c}3"].title for c in "CDE"[: len(heads)]]
    assert titles == [f"Kết nạp mới{part}" for part in told]
    assert {one.unit for one in found.values()} == {""}


@pytest.mark.parametrize(
    "heads", [["Toàn huyện", "Tân Lập", "Hợp Tiến"], ["Xã Nữ", "Hợp Tiến", "Văn phòng"]]
)
def test_columns_that_name_units_are_of_these(heads: list[str]) -> None:
    rows: list[list[Value]] = [
        ["ĐẢNG VIÊN NĂM 2024"],
        ["STT", "Chỉ tiêu", *heads],
        [1, "Kết nạp mới", 25, 11, 5],
    ]
    found = seen(OfficeSheet("S", rows))
    assert {one.title for one in found.values()} == {"Kết nạp mới"}
    assert [found[f"{c}3"].unit for c in "DE"] == heads[1:]


def test_the_measure_of_an_aspect_goes_before_that_of_its_row() -> None:
    rows: list[list[Value]] = [
        ["STT", "Nội dung", "ĐVT", "Kế hoạch vốn 2024", "Tỷ lệ giải ngân 2024 (%)"],
        [1, "Đường liên xã", "triệu đồng", 15000, 46.7],
    ]
    found = seen(OfficeSheet("S", rows))
    assert [found[f"{c}2"].measure for c in "DE"] == ["triệu đồng", "%"]


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        (["Đầu năm", "Điều chỉnh", "TH năm 2024", "% so với năm 2023"], ["", "", "2024"]),
        (["KH năm", "TH 6 tháng", "Ước năm 2024", "% KH"], ["2024", "2024-01/2024-06", "2024"]),
        (["KH năm", "TH năm 2023", "TH năm 2024", "% KH"], ["", "2023", "2024"]),
        (["KH", "TH 6 tháng", "Ước năm 2024", "% KH"], ["", "", "2024"]),
        (["KH năm 2024", "TH 6 tháng", "Ước cả năm"], ["2024", "2024-01/2024-06", "2024"]),
        (["KH năm 2024", "KH điều chỉnh", "TH 6 tháng"], ["2024", "2024", "2024-01/2024-06"]),
        # Last year's result, next year's plan, a result of last year behind one of this.
        (["TH năm 2024", "KH năm", "TH 6 tháng", "% KH"], ["2024", "", ""]),
        (["TH 2024", "TH 6 tháng", "TH 9 tháng"], ["2024", "", ""]),
        (["TH 9 tháng", "Ước TH cả năm", "KH 2025"], ["", "", "2025"]),
        (["KH năm", "Ước TH cả năm", "KH năm 2025"], ["", "", "2025"]),
        (["KH năm", "TH 6 tháng", "TH năm 2023"], ["", "", "2023"]),
        (["KH năm", "TH 6 tháng", "TH 6 tháng 2023"], ["", "", "2023-01/2023-06"]),
        (["Ước năm 2024", "KH năm", "TH quý I"], ["2024", "", ""]),
        (["KH năm", "TH năm 2023"], ["", "2023"]),
        (["KH điều chỉnh", "TH năm 2023"], ["", "2023"]),
        # The year of a term, or until which something is to be, is that of no months.
        (["Mục tiêu giai đoạn 2021-2025", "Ước TH cả năm"], ["2021/2025", ""]),
        (["NQ nhiệm kỳ 2020-2025", "KH năm", "Ước TH cả năm", "% KH năm"], ["2020/2025", "", ""]),
        (["Mục tiêu đến năm 2025", "TH 6 tháng", "Ước TH cả năm"], ["2025", "", ""]),
    ],
)
def test_months_and_adjusted_plans_are_of_the_year_of_a_plan_before_or_a_result_behind_them(
    heads: list[str], periods: list[str]
) -> None:
    top: list[Value] = [
        "STT",
        "Chỉ tiêu",
        *(["Tỉnh giao"] * 2 if "Đầu năm" in heads else heads[:2]),
    ]
    rows: list[list[Value]] = [
        [*top, *heads[2:]],
        [None, None, *heads[:2], None, None] if "Đầu năm" in heads else [None],
        [1, "Kết nạp mới", 25, 11, 5, "90"],
    ]
    found = seen(OfficeSheet("S", rows))
    assert [found[f"{c}3"].period for c in "CDE"[: len(periods)]] == periods


def test_the_year_that_a_person_says_goes_before_that_of_a_head() -> None:
    head: list[Value] = ["Chỉ tiêu", "KH năm 2025", "TH 6 tháng", "Ước TH cả năm"]
    grid = OfficeSheet("S", [head, ["Thu ngân sách (tỷ đồng)", 100, 60, 118]]).grid()
    found = observe(replace(find_blocks(grid)[0], period="2024"), "vi")
    assert [one.period for one in found] == ["2025", "2024-01/2024-06", "2024"]
