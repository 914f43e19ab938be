import pytest

from giaoban.sheet.words.headings import COMPARED, FIGURE, MEAN, OF_TARGET, TARGET, read_heading
from giaoban.sheet.words.paths import read_path


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2021", "2021"),
        ("Năm 2021", "2021"),
        ("Ước TH năm 2024", "2024"),
        ("Đến hết năm 2025", "2025"),
        ("Năm học 2022-2023", "2022-09/2023-08"),
        ("Năm học 2022-23", "2022-09/2023-08"),
        ("2013-14 Actual", "2013/14"),
        ("Target 2014/15", "2014/15"),
        ("2013-07/2014-06", "2013-07/2014-06"),
        ("2024-12", "2024"),
        ("Giai đoạn 2021–2025", "2021/2025"),
        ("6 tháng đầu năm 2024", "2024-01/2024-06"),
        ("6 tháng cuối năm 2024", "2024-07/2024-12"),
        ("Thực hiện 9 tháng 2024", "2024-01/2024-09"),
        ("Quý III/2024", "2024-07/2024-09"),
        ("Ước TH 10 tháng năm 2024", "2024-01/2024-10"),
        ("Trẻ 6 tháng tuổi năm 2024", "2024"),
        ("Tháng 3/2024", "2024-03"),
        ("Lũy kế đến hết tháng 9/2024", "2024-01/2024-09"),
        ("Kế hoạch", ""),
        ("Số hộ nghèo", ""),
        ("Kết quả đến 30/6/2025", "2025-01/2025-06"),
        ("Tính đến ngày 31/12/2024", "2024"),
        ("TH đến 15/9/2024", "2024-01-01/2024-09-15"),
        ("T9/2024", "2024-09"),
        ("Cộng quý I/2024", "2024-01/2024-03"),
        ("Quý I+II/2024", "2024-01/2024-06"),
        ("TH 9T năm 2024", "2024-01/2024-09"),
        ("Thực hiện đến hết tháng 9/2024", "2024-01/2024-09"),
        ("10T/2024", "2024-01/2024-10"),
        ("KH 6T cuối năm 2024", "2024-07/2024-12"),
        ("Ước 12 tháng năm 2024", "2024"),
        ("Ước T12/2024", "2024-12"),
        ("T1-T9/2024", "2024-01/2024-09"),
        ("Tháng 1 đến tháng 10 năm 2024", "2024-01/2024-10"),
        ("30/6/2025", "2025-01/2025-06"),
        ("TH ngày 30/6/2025", "2025-01/2025-06"),
        ("Tại thời điểm 30/6/2025", "2025-01/2025-06"),
        ("KH 2021-25", "2021/2025"),
        ("Target 2021 to 2025", "2021/2025"),
        ("From 2021 to 2025", "2021/2025"),
        ("From 2021 through 2025", "2021/2025"),
        ("Từ năm 2021 đến hết năm 2025", "2021/2025"),
        ("2021 tới 2025", "2021/2025"),
        ("5 tấn năm 2024", "2024"),
    ],
)
def test_a_head_says_its_time(text: str, time: str) -> None:
    assert read_heading(text).time == time


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (TARGET, ["KH", "CT", "Kế hoạch năm 2025", "Chỉ tiêu NQ Đại hội", "Kế hoạch tỉnh giao", "Plan", "Yêu cầu", "KH điều chỉnh", "Kế hoạch năm 2024 (sau điều chỉnh)", "Adjusted plan", "TW giao", "HĐND xã Tân Lập giao", "Chỉ tiêu Bộ Y tế giao", "XÃ GIAO", "Nghị quyết HĐND xã", "BHXH tỉnh giao đầu năm", "KH xã", "DT xã", "Dự toán xã", "Chỉ tiêu xã", "KH TW", "Thành ủy giao", "Chi cục Thuế giao", "Thuế tỉnh giao", "Huyện uỷ giao", "Tổng KH", "Kế hoạch tháng"]),
        (FIGURE, ["TH", "ƯTH", "Kết quả thực hiện 2023", "Đạt", "TH cùng kỳ năm 2023", "Actual 2024", "TH (%)", "Ư.TH 2024", "Tổng TH", "Đã thực hiện"]),
        (OF_TARGET, ["% KH xã", "% KH", "TH/KH (%)", "So với KH năm (%)", "Tỷ lệ hoàn thành", "ƯTH/KH", "% đạt", "Progress", "So với KH điều chỉnh (%)", "Đạt %", "Đạt (%)", "Hoàn thành (%)", "% TH", "% thực hiện", "Mức độ hoàn thành (%)", "Đạt tỷ lệ", "Ước đạt (%)", "% ước đạt"]),
        (COMPARED, ["So với cùng kỳ (%)", "2024/2023 (%)", "Tăng, giảm (+/-)", "TH 2024/TH 2023", "% so CK năm trước", "So với tháng trước", "KH 2025/TH 2024", "+/-", "% TH so cùng kỳ", "Tăng/giảm so đầu năm"]),
        (MEAN, ["Bình quân năm", "BQ/năm", "Bình quân 3 năm", "TB 3 năm 2022-2024", "3-year average", "Average of last 3 years"]),
        ("", ["CT/TH", "Kế hoạch/Thực hiện", "Năm 2024", "Tỷ lệ tăng dân số", "Số trường đạt chuẩn", "Diện tích giao đất", "Số xã giao đất", "Xã giao khoán rừng", "Chỉ tiêu xã hội", "Chi cục Thuế", "Thuế tỉnh", "Số xã", "Số đầu năm", "TH'24", "KH24", "2024-12"]),
    ],
)  # fmt: skip
def test_a_head_says_whether_a_plan_a_result_or_a_comparison_is_below(
    kind: str, texts: list[str]
) -> None:
    assert {text: read_heading(text).kind for text in texts} == dict.fromkeys(texts, kind)


@pytest.mark.parametrize(
    ("text", "name", "measure"),
    [
        ("Tỷ lệ hộ nghèo (%)", "Tỷ lệ hộ nghèo", "%"),
        ("Thu nhập bình quân đầu người (triệu đồng/người/năm)", "Thu nhập bình quân đầu người", "triệu đồng/người/năm"),
        ("Tỷ lệ tăng dân số năm 2024", "Tỷ lệ tăng dân số", ""),
        ("Xã Tân Lập", "Xã Tân Lập", ""),
        ("Diện tích giao đất điều chỉnh (ha)", "Diện tích giao đất điều chỉnh", "ha"),
        ("Chỉ tiêu điều chỉnh biên chế", "Chỉ tiêu điều chỉnh biên chế", ""),
        ("KH điều chỉnh quy hoạch năm 2024", "KH điều chỉnh quy hoạch", ""),
        ("ĐH", "ĐH", ""),
        ("NQ ĐH", "", ""),
        ("KH 2024 (3=2/1)", "", ""),
        ("TH'24", "TH'24", ""),
    ],
)  # fmt: skip
def test_what_is_left_of_a_head_is_a_name(text: str, name: str, measure: str) -> None:
    heading = read_heading(text)
    assert (heading.name, heading.measure) == (name, measure)


@pytest.mark.parametrize(
    ("text", "time", "stage"),
    [
        ("KH (giao) đầu năm 2024", "2024", -1),
        ("KH đầu năm 2024", "2024", -1),
        ("Kế hoạch đầu năm", "", -1),
        ("KH đầu năm học 2024-2025", "2024-09/2025-08", -1),
        ("KH 6 tháng đầu năm 2024", "2024-01/2024-06", 0),
        ("Kế hoạch đầu tư năm 2024", "2024", 0),
        ("KH năm 2024 điều chỉnh lần 2", "2024", 2),
        ("KH điều chỉnh quy hoạch", "", 0),
    ],
)
def test_a_head_says_how_often_a_plan_had_been_adjusted(text: str, time: str, stage: int) -> None:
    heading = read_heading(text)
    assert (heading.time, heading.stage) == (time, stage)


def test_the_lines_of_a_head_are_read_together() -> None:
    both = read_path(("Năm 2024", "Ước thực hiện"))
    assert (both.time, both.kind, both.estimated) == ("2024", FIGURE, True)
    assert read_path(("Năm học", "2022-2023")).time == "2022-09/2023-08"
    assert read_path(("So sánh (%)", "TH 2024")).kind == COMPARED
    assert read_path(("So sánh (%)", "Dự toán huyện giao")).kind == OF_TARGET
    assert read_path(("Hộ nghèo", "Số hộ")).name == "Hộ nghèo: Số hộ"
    assert read_path(("So sánh TH 2024 với", "TH 2023")).time == "2024"
    assert read_path(("Tăng/giảm", "Số tuyệt đối")).name == ""
    assert read_path(("Đạt",), rated=True).name == "Đạt"
    assert read_path(("Năm 2024", "6 tháng")).time == "2024-01/2024-06"
    assert read_path(("Đảng viên", "Tổng số")).name == "Đảng viên"
    assert read_path(("Kết nạp", "Kết quả", "Trong đó: nữ")).name == "Kết nạp: nữ"
    assert read_path(("Tổng số",)).name == "Tổng số"
    assert read_path(("Giải ngân đến 30/6/2024", "Ước cả năm")).time == "2024"
    assert read_path(("Giai đoạn 2021-2025", "6 tháng")).time == "2021/2025"
    assert read_path(("Kết quả thực hiện qua các năm", "2024")).name == ""


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Kế hoạch giảm trong năm (hộ)", TARGET, "Giảm trong năm"),
        ("KH tăng 2024", TARGET, "Tăng"),
        ("TH giảm (hộ)", FIGURE, "Giảm"),
        ("TH giảm (%)", COMPARED, ""),
        ("Kết quả tăng, giảm", COMPARED, ""),
        ("TH giảm so với năm trước", COMPARED, ""),
    ],
)
def test_a_fall_that_is_planned_is_no_comparison(text: str, kind: str, name: str) -> None:
    heading = read_heading(text)
    assert (heading.kind, heading.name) == (kind, name)


@pytest.mark.parametrize(
    "head",
    ["Marriages", "Decisions", "Markets", "Mayors", "Septic tanks", "Dệt may", "Novices",
     "Employed after 6 months", "Aged 6 to 9 months", "Age 6 months to 5 years",
     "Year to March", "Year ended June", "15 March", "Waiting over 3 months", "6-month follow-up", "Jobs lasting at least 6 months"],
)  # fmt: skip
def test_a_word_that_only_begins_as_a_month_and_an_age_are_no_part_of_a_year(head: str) -> None:
    assert read_heading(f"{head} 2024").months is None


@pytest.mark.parametrize(
    ("head", "months"),
    [("March 2024", (3, 3)), ("Sept. 2024", (9, 9)), ("Visits May 2024", (5, 5)),
     ("Actual 6 months 2024", (1, 6)), ("9 months of 2024", (1, 9)), ("6 months", (1, 6)),
     ("31 March 2024", (1, 3)), ("As at 30 June 2024", (1, 6)),
     ("Last 3 months of 2024", (10, 12)), ("6-month plan 2024", (1, 6))],
)  # fmt: skip
def test_a_part_of_a_year_is_read_by_its_english_name(head: str, months: tuple[int, int]) -> None:
    assert read_heading(head).months == months


def test_a_day_in_english_is_no_part_of_a_name() -> None:
    assert [read_heading(text).name for text in ("31 March 2024", "As at 30 June 2024")] == ["", ""]


@pytest.mark.parametrize(
    "text",
    ["GRDP (giá so sánh 2010)", "Giá trị SX theo giá 2010", "Giá trị sản xuất (giá SS 2010)",
     "Hộ nghèo theo chuẩn 2022", "Hộ nghèo (chuẩn 2021-2025)", "Hộ nghèo chuẩn nghèo giai đoạn 2022-2025",
     "Xếp loại theo Thông tư 22/2021", "Đánh giá TT 22/2021/TT-BGDĐT", "Output at 2015 prices",
     "Post-2020 hires", "pre-2020", "mid-2024", "since 2020", "From 2021 on", "Sau năm 2020", "Trước 2020",
     "Từ năm 2020", "Index, 2015=100"],
)  # fmt: skip
def test_a_year_of_something_else_is_no_time_and_stays_in_the_name(text: str) -> None:
    said = read_heading(text)
    assert (said.time, said.name) == ("", text)


@pytest.mark.parametrize(
    ("text", "name", "time"),
    [
        ("Covid-19 2024", "Covid-19", "2024"),
        ("K-12 schools 2024", "K-12 schools", "2024"),
        ("Under-5 mortality (năm 2024)", "Under-5 mortality", "2024"),
        ("GRDP 2024 (giá so sánh 2010)", "GRDP (giá so sánh 2010)", "2024"),
        ("Hộ nghèo (chuẩn mới) năm 2024", "Hộ nghèo (chuẩn mới)", "2024"),
    ],
)
def test_what_a_head_names_is_whole_without_its_time(text: str, name: str, time: str) -> None:
    said = read_heading(text)
    assert (said.name, said.time) == (name, time)
