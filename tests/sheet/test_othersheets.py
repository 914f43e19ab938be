"""Sheets as offices lay them out: each number is of what it says, is asked about, or is told."""

import pytest
from officesheets import OfficeSheet, Value, values

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.proposal import Proposal, propose

ANSWERED = {
    "reported-on": "2025-01-20",
    "source": "Báo cáo 15",
    "set-by": "UBND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2020/2026",
}


def made(text: str, **more: dict[str, str]) -> Proposal:
    """Propose rows for a sheet whose cells stand behind bars, a row a line."""
    lines = text.strip().splitlines()
    rows = [values(line.split("|")) for line in lines]
    grid = OfficeSheet("S", rows).grid()
    return propose(find_blocks(grid), Answers({**ANSWERED}, more), Known())


def told(proposal: Proposal) -> list[str]:
    """Give each number with what it is of, as ``kind title @unit period number``."""
    return [
        f"{one.kind} {one.title}{one.unit and f' @{one.unit}'} {one.period} {one.printed.text}"
        for one in proposal.found
    ]


def asked(proposal: Proposal) -> list[tuple[str, str]]:
    return [(question.key, question.name) for question in proposal.questions]


def left(proposal: Proposal) -> list[str]:
    """Give the cells that nothing is taken from, without why."""
    lines = (str(line).partition(" – ")[0] for line in proposal.left_out)
    return [cell for line in lines for cell in line.split("; ")]


MONTHLY = """
BÁO CÁO THÁNG 10 NĂM 2024
STT|Chỉ tiêu|ĐVT|KH năm|TH tháng|Lũy kế|10T năm 2023|Đạt %|10T so CK
1|Đảng viên mới|đ/c|60|5|48|40|80|120
"""


def test_a_months_report_is_of_the_month_and_of_the_year_until_then() -> None:
    proposal = made(MONTHLY)
    assert told(proposal)[:4] == [
        "target Đảng viên mới 2024 60",
        "figure Đảng viên mới 2024-10 5",
        "figure Đảng viên mới 2024-01/2024-10 48",
        "figure Đảng viên mới 2023-01/2023-10 40",
    ]
    assert proposal.checked.agree == 2
    assert (left(proposal), asked(proposal)) == ([], [])


def test_of_which_month_it_is_is_asked_where_the_caption_does_not_say_it() -> None:
    proposal = made(MONTHLY.replace("THÁNG 10 NĂM 2024", "NĂM 2024"))
    assert asked(proposal) == [("column", "TH tháng")]
    assert "figure Đảng viên mới 2024 48" in told(proposal)


@pytest.mark.parametrize(
    "heads",
    ["Vụ xuân 2024|Vụ mùa 2024", "Đợt 1/2024|Đợt 2", "KH đợt 1|TH đợt 1", "Spring|Round 2"],
)
@pytest.mark.parametrize(
    "rows", ["STT|Xã|{heads}\n1|Tân Lập|3|4\n2|An Mỹ|5|6", "Năm|{heads}\n2024|3|4"]
)
def test_a_season_or_a_round_is_no_indicator_and_its_months_are_asked(
    rows: str, heads: str
) -> None:
    text = f"KẾT NẠP ĐẢNG VIÊN NĂM 2024\n{rows.format(heads=heads)}"
    assert asked(made(text)) == [("column", head) for head in heads.split("|")]
    said = dict(zip(heads.split("|"), ("2024-01/2024-06", "target 2024-07/2024-12"), strict=True))
    proposal = made(text, column=said)
    assert {(one.title, one.kind, one.period) for one in proposal.found} == {
        ("KẾT NẠP ĐẢNG VIÊN", "target" if "KH" in heads else "figure", "2024-01/2024-06"),
        ("KẾT NẠP ĐẢNG VIÊN", "target", "2024-07/2024-12"),
    }


def test_seasons_over_and_below_indicators_may_be_parts_of_these() -> None:
    rows = made(
        "NĂM 2024\nSTT|Chỉ tiêu|ĐVT|TH\n1|Diện tích lúa|ha|9\n-|Vụ xuân|ha|4\n-|Vụ mùa|ha|5"
    )
    assert told(rows)[1:] == [
        "figure Diện tích lúa: Vụ xuân 2024 4",
        "figure Diện tích lúa: Vụ mùa 2024 5",
    ]
    heads = made("NĂM 2024\nSTT|Cây trồng|Vụ xuân|Vụ mùa\n1|Diện tích lúa (ha)|9|8")
    assert [key for key, _ in asked(heads)] == ["heads"]


BESIDE = """
NĂM 2024
STT|Chỉ tiêu|ĐVT|KH 2024|TH 2024|{head}
1|Trồng rừng|ha|100|95|5|4
"""


@pytest.mark.parametrize(
    "head",
    ["Còn lại", "Điểm", "Xếp hạng", "Điều tra 2023", "KH24", "GĐ 21-25"],
)
def test_a_head_that_is_not_understood_is_no_unit_without_a_word(head: str) -> None:
    ((key, _),) = asked(made(BESIDE.format(head=head)))
    assert key == "heads"


@pytest.mark.parametrize(
    ("head", "named"),
    [("Dự kiến 2025", ""), ("Tân Lập", " @Tân Lập"), ("KH Tân Lập", " @Tân Lập")],
)
def test_what_a_column_is_can_be_said_of_it_alone(head: str, named: str) -> None:
    said = {"heads": {"Tân Lập": "units"}, "column": {"F": "target 2025"}}
    proposal = made(BESIDE.format(head=head), **said)
    assert asked(proposal) == []
    assert told(proposal)[-1] == f"target Trồng rừng{named} 2025 5"


@pytest.mark.parametrize("heads", ["Điểm chuẩn|Điểm tự chấm", "ĐIỂM CHUẨN|ĐIỂM TỰ CHẤM", "A|B"])
def test_heads_that_are_written_as_no_names_are_asked_about(heads: str) -> None:
    (question,) = made(f"NĂM 2024\nSTT|Chỉ tiêu|{heads}\n1|Trồng rừng|100|95").questions
    assert question.key == "heads"


def test_a_share_over_rows_of_something_else_is_told_and_not_taken() -> None:
    proposal = made(
        "NĂM 2024\nSTT|Chỉ tiêu|ĐVT|KH|TH (%)\n1|Trồng rừng|ha|100|95\n2|Hộ nghèo|%|3|2.5"
    )
    assert left(proposal) == ["S!E3: 95"]
    assert told(proposal)[-1] == "figure Hộ nghèo 2024 2,5"


@pytest.mark.parametrize(
    ("heads", "kinds"),
    [
        ("Chỉ tiêu (%)|Đạt (%)", ["target", "figure"]),
        ("KH|Đạt (%)", ["target", "of_target"]),
        ("Chỉ tiêu (%)|TH (%)|Đạt (%)", ["target", "figure", "of_target"]),
    ],
)
def test_what_is_reached_in_percent_is_of_the_plan_or_of_the_whole(
    heads: str, kinds: list[str]
) -> None:
    numbers = "|".join(["90"] * len(kinds))
    proposal = made(f"NĂM 2024\nSTT|Nội dung chỉ tiêu|{heads}\n1|Tỷ lệ hộ dùng nước sạch|{numbers}")
    assert [one.kind for one in proposal.found] == kinds


def test_a_comparison_that_names_what_has_no_figure_is_told() -> None:
    proposal = made("STT|Chỉ tiêu|KH 2024|TH 2024|So sánh (%)\n||||Tân Lập\n1|Trồng rừng|10|9|90")
    assert left(proposal) == ["S!E3: 90"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("STT|Chỉ tiêu|Năm 2024\n1|Số vụ|nhiều\n2|Số hộ|5", "no number that is understood"),
        (
            "STT|Chỉ tiêu|KH 2025\n1|Số vụ|từ 2024\n2|Số hộ|5",
            "it may be a year: where it is a number, put its unit behind it",
        ),
        (
            "STT|Chỉ tiêu|KH 2025\n1|Số vụ|2 đến 4 vụ 5\n2|Số hộ|5",
            "no number that is understood",
        ),
        (
            "NĂM 2024\nSTT|Chỉ tiêu|ĐVT|TH (%)\n1|Trồng rừng|ha|95\n2|Hộ nghèo|%|3",
            "it is in %, and its row is not",
        ),
        (
            "NĂM 2024\nSTT|Xã|Số hộ nghèo|KH\n1|Xã Tân Lập|45|12",
            "nothing says what is counted",
        ),
        (
            "STT|Chỉ tiêu|TH 2024|So sánh (%)\n|||Tân Lập\n1|Trồng rừng|9|90",
            "it compares what has no figure",
        ),
    ],
)
def test_a_cell_that_nothing_is_taken_from_says_why(text: str, why: str) -> None:
    (line,) = made(text).left_out
    assert line.told("en").partition(" – ")[2] == why


SUMS = """
STT|Danh mục|KH 2024|TH 2024
I|Giao thông||
1|Đường A|10|9
{first}II|Giáo dục||
1|Nhà B|20|19
{second}|TỔNG CỘNG|30|28
"""


@pytest.mark.parametrize(
    ("sums", "titles", "cells"),
    [
        (("", ""), [], ["S!C6: 30", "S!D6: 28"]),
        (
            ("|Cộng|10|9\n", "|Cộng|20|19\n"),
            ["Giao thông: Cộng", "Giáo dục: Cộng"],
            ["S!C8: 30", "S!D8: 28"],
        ),
    ],
)
def test_the_sum_of_all_groups_is_not_that_of_the_last(
    sums: tuple[str, str], titles: list[str], cells: list[str]
) -> None:
    proposal = made(SUMS.format(first=sums[0], second=sums[1]))
    assert [title for title in proposal.indicators if "ộng" in title] == titles
    assert left(proposal) == cells


@pytest.mark.parametrize("total", ["TỔNG CỘNG (I+II)", "Tổng cộng: A + B"])
def test_a_sum_that_names_its_groups_is_of_none_of_them(total: str) -> None:
    groups = "STT|Danh mục|KH 2024\nI|Giao thông|\n1|Đường A|10\n"
    assert left(made(f"{groups}|{total}|10")) == ["S!C4: 10"]


def test_what_has_no_dash_is_no_part_of_what_stands_above_the_dashes() -> None:
    proposal = made(
        """
        Chỉ tiêu|ĐVT|TH 2023|TH 2024
        Cơ cấu kinh tế|%||
        - Nông nghiệp|%|13|12
        - Dịch vụ|%|87|88
        Thu nhập bình quân|triệu đồng|62|67
        """
    )
    assert [*proposal.indicators] == [
        "Cơ cấu kinh tế: Nông nghiệp",
        "Cơ cấu kinh tế: Dịch vụ",
        "Thu nhập bình quân",
    ]


def test_plans_and_results_that_say_not_of_what_they_are_are_asked_about_or_told() -> None:
    lines = "STT|Xã|Số hộ nghèo|KH|TH\n1|Xã Tân Lập|45|12|15"
    title = "GIẢM NGHÈO"
    captioned = f"{title} NĂM 2024\n{lines}"
    assert asked(made(captioned)) == [("row", title)]
    assert told(made(captioned, row={title: "new"}))[1] == f"target {title} @Xã Tân Lập 2024 12"
    assert [*made(captioned, row={title: "skip"}).indicators] == ["Số hộ nghèo"]
    proposal = made(f"NĂM 2024\n{lines}")
    assert left(proposal) == ["S!D3: 12", "S!E3: 15"]
    assert asked(proposal) == []
    assert len(proposal.rows.tables["figures"]) == len(proposal.rows.tables["indicators"]) == 1


def test_not_having_fulfilled_a_task_is_the_worst_of_its_scale() -> None:
    proposal = made("KẾT QUẢ XẾP LOẠI 2024\nSTT|Xã|HTXSNV|HTTNV|Không HTNV\n1|Xã Tân Lập|2|7|1")
    (*_, worst) = proposal.rows.tables["indicators"]
    assert (worst["title_vi"], worst["better"]) == ("Kết quả xếp loại: Không HTNV", "down")


def test_plan_result_and_share_may_stand_in_rows_each_with_its_measure() -> None:
    proposal = made(
        """
        NĂM 2024
        STT|Nội dung|ĐVT|Quý I|Cả năm
        1|Thu ngân sách|||
        |- Kế hoạch|tr.đ|1000|4600
        |- Thực hiện|tr.đ|1050|4800
        |- Tỷ lệ (%)|%|105|104.3
        """
    )
    assert told(proposal)[1::2] == [
        "target Thu ngân sách 2024 4600",
        "figure Thu ngân sách 2024 4800",
        "of_target Thu ngân sách 2024 104,3",
    ]
    assert proposal.checked.agree == 2
    (row,) = proposal.rows.tables["indicators"]
    assert row["unit_vi"] == "tr.đ"


def test_the_classes_of_a_scale_may_say_that_they_are_shares() -> None:
    proposal = made(
        "HỌC LỰC NĂM 2024\nSTT|Trường|Giỏi (%)|Khá (%)|TB (%)\n1|Trường THCS Tân Lập|40|50|10"
    )
    assert told(proposal)[2] == "figure Học lực: TB @Trường THCS Tân Lập 2024 10"
    assert {one.measure for one in proposal.found} == {"%"}


def test_a_plan_set_against_an_estimate_is_worked_out() -> None:
    head = "So sánh DT 2025/ƯTH 2024 (%)"
    proposal = made(f"STT|Nội dung|Ước TH 2024|Dự toán 2025|{head}\n1|Thu nội địa|950|990|104.2")
    assert (proposal.checked.agree, proposal.checked.unchecked) == (1, 0)


TWICE = """
NĂM 2024
STT|Chỉ tiêu|Nữ|Văn phòng
1|Đảng viên mới|5|6
BIỂU CỦA NĂM 2024
STT|Nội dung|Nữ|Văn phòng
1|{row}|50|60
"""


def test_the_same_heads_over_other_rows_are_asked_about_and_answered_by_table() -> None:
    one = made(TWICE.format(row="Đảng viên mới"))
    assert asked(one) == [("heads", "Nữ, Văn phòng")]
    two = asked(made(TWICE.format(row="Cán bộ")))
    names = ["Đảng viên mới: Nữ, Văn phòng", "Cán bộ: Nữ, Văn phòng"]
    assert two == [("heads", name) for name in names]
    said = made(TWICE.format(row="Cán bộ"), heads=dict(zip(names, ("units", "parts"), strict=True)))
    assert asked(said) == []
    assert told(said) == [
        "figure Đảng viên mới @Nữ 2024 5",
        "figure Đảng viên mới @Văn phòng 2024 6",
        "figure Cán bộ: Nữ 2024 50",
        "figure Cán bộ: Văn phòng 2024 60",
    ]
    for_both = made(TWICE.format(row="Cán bộ"), heads={"Nữ, Văn phòng": "parts"})
    assert asked(for_both) == []


PROJECTS = """
STT|Danh mục|KH 2024|TH 2024
I|Giao thông||
1|Đường liên xã|10|9
II|Giáo dục||
1|Trường THCS An Mỹ|20|19
2|Trường THCS Tân Lập|30|28
"""


def test_schools_below_a_heading_where_roads_stand_below_another_are_asked_about() -> None:
    assert asked(made(PROJECTS)) == [("heads", "Giáo dục")]
    built = made(PROJECTS, heads={"Giáo dục": "indicators"})
    assert [*built.indicators] == ["Đường liên xã", "Trường THCS An Mỹ", "Trường THCS Tân Lập"]
    below = made(PROJECTS, heads={"Giáo dục": "units"})
    assert told(below)[2::2] == [
        "target Giáo dục @Trường THCS An Mỹ 2024 20",
        "target Giáo dục @Trường THCS Tân Lập 2024 30",
    ]
    assert asked(below) == asked(built) == asked(made(PROJECTS.replace("Trường THCS", "Xã"))) == []


CROPS = """
STT|Loại cây|ĐVT|Kế hoạch 2024|Kế hoạch 2024|Kế hoạch 2024|Thực hiện 2024|Thực hiện 2024|Thực hiện 2024
|||DT{0}|NS{1}|SL{2}|DT{0}|NS{1}|SL{2}
1|Lúa||500|65|3250|495|66|3267
"""


def test_area_yield_and_output_are_told_of_each_crop_and_no_budget() -> None:
    proposal = made(CROPS.format(" (ha)", " (tạ/ha)", " (tấn)"))
    assert asked(proposal) == []
    names = ("Diện tích", "Năng suất", "Sản lượng")
    assert [(one.kind, one.title) for one in proposal.found] == [
        (kind, f"Lúa: {name}") for kind in ("target", "figure") for name in names
    ]
    units = [row["unit_vi"] for row in proposal.rows.tables["indicators"]]
    assert units == ["ha", "tạ/ha", "tấn"]


def test_what_is_measured_is_no_count_where_no_cell_says_what_it_is_in() -> None:
    names = ["lua-dien-tich", "lua-nang-suat", "lua-san-luong"]
    assert asked(made(CROPS.format("", "", ""))) == [("measure", name) for name in names]


def test_a_term_is_that_of_the_caption_and_of_no_single_year() -> None:
    sheet = "{0}\nSTT|Chỉ tiêu|ĐVT|Năm 2024|KH giai đoạn\n1|Hộ thoát nghèo|hộ|150|700"
    termed = made(sheet.format("GIẢM NGHÈO GIAI ĐOẠN 2021-2025"))
    assert told(termed)[1] == "target Hộ thoát nghèo 2021/2025 700"
    assert asked(made(sheet.format("GIẢM NGHÈO NĂM 2024"))) == [("column", "KH giai đoạn")]


def test_a_time_before_that_nobody_names_is_asked_of_its_column_alone() -> None:
    sheet = "NĂM 2024\nSTT|Nội dung|Kỳ trước|Kỳ này\n1|Đơn thư (đơn)|5|7"
    assert asked(made(sheet)) == [("column", "Kỳ trước")]


def test_a_total_without_a_number_is_no_part_of_the_last_row() -> None:
    proposal = made(
        """
        STT|Chỉ tiêu|ĐVT|Năm 2024
        I|Trồng trọt||
        1|Lúa|ha|500
        2|Ngô|ha|120
        |Tổng diện tích|ha|620
        """
    )
    assert [*proposal.indicators] == ["Lúa", "Ngô", "Tổng diện tích"]


def test_rows_that_are_months_of_the_captions_year_are_no_whole_years() -> None:
    proposal = made(
        """
        THU NGÂN SÁCH NĂM 2024 (triệu đồng)
        Thời gian|KH|TH
        Tháng 1|90|100
        6 tháng|600|640
        Cả năm|1200|1300
        Dự phòng|100|108
        """
    )
    assert [one.period for one in proposal.found[::2]] == ["2024-01", "2024-01/2024-06", "2024"]
    assert left(proposal) == ["S!B6: 100", "S!C6: 108"]


BESIDE_YEARS = """
TỶ LỆ TỐT NGHIỆP (%)
Năm học|{0}|{1}
2022-2023|98|99
2023-2024|97|96
"""


def test_heads_over_years_may_name_the_whole_and_units_of_what_the_caption_names() -> None:
    proposal = made(BESIDE_YEARS.format("Toàn huyện", "Xã Tân Lập"))
    assert [*proposal.indicators] == ["TỶ LỆ TỐT NGHIỆP"]
    assert [one.unit for one in proposal.found] == ["", "Xã Tân Lập"] * 2
    sheet = BESIDE_YEARS.format("Toàn huyện", "Tân Lập")
    assert asked(made(sheet)) == [("heads", "Tân Lập")]
    titles = {
        "units": ["TỶ LỆ TỐT NGHIỆP"],
        "parts": ["TỶ LỆ TỐT NGHIỆP", "TỶ LỆ TỐT NGHIỆP: Tân Lập"],
        "indicators": ["TỶ LỆ TỐT NGHIỆP", "Tân Lập"],
    }
    for said, own in titles.items():
        assert [*made(sheet, heads={"Tân Lập": said}).indicators] == own


def test_the_name_over_each_of_several_tables_may_be_numbered() -> None:
    table = "Chỉ tiêu|ĐVT|2023|2024\nDân số|người|{}|{}\n"
    proposal = made(
        "1. Xã Tân Lập\n" + table.format(50, 51) + "2. Xã Hợp Tiến\n" + table.format(40, 41)
    )
    assert {one.unit for one in proposal.found} == {"Xã Tân Lập", "Xã Hợp Tiến"}


DRAFTED = "NĂM 2024\nSTT|Xã|KH tuyển quân|Giao quân|Đạt % KH\n1|Xã Tân Lập|12|11|91.7"


def test_a_plan_over_units_without_its_result_is_asked_about() -> None:
    name = "KH tuyển quân"
    assert asked(made(DRAFTED)) == [("column", name)]
    planned = made(DRAFTED, column={name: "target"})
    assert told(planned)[0] == "target Tuyển quân @Xã Tân Lập 2024 12"
    assert told(made(DRAFTED, column={name: "figure"}))[0] == f"figure {name} @Xã Tân Lập 2024 12"


def test_a_share_behind_a_change_is_that_change_and_no_figure() -> None:
    proposal = made("STT|Chỉ tiêu|Năm 2023|Năm 2024|Tăng giảm|Tỷ lệ\n1|Số vụ cháy|12|10|-2|83.3")
    assert [one.kind for one in proposal.found] == ["figure", "figure", "compared", "compared"]
    assert [*proposal.indicators] == ["Số vụ cháy"]


def test_the_sum_of_months_is_of_all_of_them_and_that_of_years_of_none() -> None:
    rows = "{0}|KH|TH\n{1}|90|100\n{2}|100|120\nTổng|190|220"
    months = made(f"THU NGÂN SÁCH NĂM 2024 (tỷ đồng)\n{rows.format('Thời gian', 'T1', 'T2')}")
    assert told(months)[-1] == "figure THU NGÂN SÁCH 2024-01/2024-02 220"
    years = made(f"THU NGÂN SÁCH (tỷ đồng)\n{rows.format('Năm', '2023', '2024')}")
    assert (asked(years), left(years)) == ([], ["S!B5: 190", "S!C5: 220"])


@pytest.mark.parametrize("said", ["tháng 10/2024", "figure 2024-10", "2024-10", "T10/2024"])
def test_the_month_that_was_asked_for_can_be_said(said: str) -> None:
    proposal = made(MONTHLY.replace("THÁNG 10 NĂM 2024", "NĂM 2024"), column={"TH tháng": said})
    assert asked(proposal) == []
    assert "figure Đảng viên mới 2024-10 5" in told(proposal)


def test_what_is_not_understood_can_be_left_out_with_one_word() -> None:
    proposal = made(BESIDE.format(head="Còn lại|Nữ"), heads={"Còn lại, Nữ": "skip"})
    assert asked(proposal) == []
    assert [*proposal.indicators] == ["Trồng rừng", "Trồng rừng: Nữ"]


@pytest.mark.parametrize(
    "title", ["Bình quân chung", "Cùng kỳ", "Năm 2023", "So với năm 2023", "KH huyện", "% đạt"]
)
def test_a_row_below_units_that_is_a_mean_a_time_or_a_plan_is_no_unit(title: str) -> None:
    proposal = made(f"NĂM 2024\nSTT|Xã|Hộ nghèo\n1|Xã An Mỹ|30\n|{title}|45\n|Tổng huyện|30")
    assert [one.unit for one in proposal.found] == ["Xã An Mỹ", ""]
    assert left(proposal) == ["S!C4: 45"]


def test_a_row_may_be_the_months_or_the_year_so_far_of_what_stands_above_it() -> None:
    proposal = made(
        """
        BÁO CÁO THÁNG 10 NĂM 2024
        STT|Nội dung|ĐVT|Toàn xã
        1|Thu quỹ||
        |Trong tháng|tr.đ|12
        |Lũy kế|tr.đ|95
        |6 tháng|tr.đ|60
        """
    )
    periods = ["2024-10", "2024-01/2024-10", "2024-01/2024-06"]
    assert [(one.title, one.period) for one in proposal.found] == [("Thu quỹ", p) for p in periods]


def test_a_share_below_what_is_counted_is_in_percent() -> None:
    proposal = made("STT|Chỉ tiêu|ĐVT|TH 2024\n1|Đảng viên mới|đ/c|60\n|Tỷ lệ||5")
    assert [one.measure for one in proposal.found] == ["đ/c", "%"]


@pytest.mark.parametrize(
    ("caption", "heads", "times"),
    [
        ("6 THÁNG ĐẦU NĂM 2024", "Cùng kỳ năm 2023|Thực hiện", ["2023-01/2023-06", "2024-01/2024-06"]),
        ("NĂM 2024", "CK 2023|TH 9T|Ước cả năm", ["2023-01/2023-09", "2024-01/2024-09", "2024"]),
        ("", "Cùng kỳ 2023|TH đến 30/9/2024", ["2023-01/2023-09", "2024-01/2024-09"]),
        ("THÁNG 9/2024", "Tháng 9|Lũy kế cùng kỳ 2023", ["2024-09", "2023-01/2023-09"]),
        ("NĂM 2024", "Kết quả đến 30/9|Cuối năm", ["2024-01/2024-09", "2024"]),
        ("", "KH 2024|Kết quả 2024 (tính đến 30/11)", ["2024", "2024-01/2024-11"]),
    ],
)  # fmt: skip
def test_a_head_of_a_part_of_a_year_is_of_that_part(
    caption: str, heads: str, times: list[str]
) -> None:
    numbers = "|".join("789"[: len(times)])
    proposal = made(f"{caption}\nSTT|Chỉ tiêu|{heads}\n1|Lượt khách|{numbers}")
    assert [one.period for one in proposal.found] == times
    assert asked(proposal) == []


@pytest.mark.parametrize(
    "head",
    ["Học kỳ I", "HK2", "Tuần 40", "Đầu năm", "Đầu năm 2024", "Kết quả đến 15/10", "Cùng kỳ"],
)
def test_a_time_whose_months_nobody_can_tell_is_asked_of_its_column(head: str) -> None:
    proposal = made(f"NĂM 2024\nSTT|Chỉ tiêu|TH|{head}\n1|Lượt khách|7|8")
    assert asked(proposal) == [("column", head)]


def test_of_which_of_several_times_the_same_one_a_year_before_is_is_asked() -> None:
    proposal = made("STT|Chỉ tiêu|CK 2023|TH quý III/2024|TH 9T/2024\n1|Lượt khách|7|8|9")
    assert asked(proposal) == [("column", "CK 2023")]


@pytest.mark.parametrize(
    "caption", ["HỌC LỰC HỌC KỲ I NĂM HỌC 2023-2024", "BÁO CÁO TUẦN 40 NĂM 2024", "ĐẦU NĂM 2024"]
)
def test_a_caption_of_a_part_of_a_year_is_of_no_whole_year(caption: str) -> None:
    assert asked(made(f"{caption}\nSTT|Chỉ tiêu|Kết quả\n1|Lượt khách|8")) == [("period", "")]


def test_what_there_was_when_a_year_began_keeps_that_in_its_name() -> None:
    proposal = made("STT|Xã|Hộ nghèo đầu năm 2024|Hộ nghèo cuối năm 2024\n1|Xã An Mỹ|9|8")
    assert told(proposal) == [
        "figure Hộ nghèo đầu năm @Xã An Mỹ 2024 9",
        "figure Hộ nghèo @Xã An Mỹ 2024 8",
    ]


TASKS = """
NHIỆM VỤ NĂM 2025
TT|Nhiệm vụ|ĐVT|Chỉ tiêu 2025
I|Phòng Nội vụ||
1|Số lớp bồi dưỡng|Lớp|5
II|Công an huyện||
1|Tỷ lệ phá án|%|90
III|Văn phòng||
1|Số cuộc họp|Cuộc|{0}
"""


def test_offices_over_what_each_has_to_do_answer_for_it() -> None:
    rows = made(TASKS.format(10)).rows.tables["indicators"]
    owners = ["Phòng Nội vụ", "Công an huyện", "Văn phòng"]
    assert [row["responsible"] for row in rows] == owners
    again = TASKS.replace("Công an huyện", "Phòng Tư pháp").replace("Tỷ lệ phá án", "Số cuộc họp")
    owners[1] = "Phòng Tư pháp"
    assert [one.unit for one in made(again.format(10)).found] == owners


def test_a_heading_beside_those_of_units_is_of_none_of_them() -> None:
    rows = "I|Xã An Mỹ||\n1|Số hộ|hộ|50\nII|Chỉ tiêu chung||\n1|Số cuộc họp|cuộc|5"
    proposal = made(f"NĂM 2024\nSTT|Chỉ tiêu|ĐVT|TH\n{rows}")
    assert [one.unit for one in proposal.found] == ["Xã An Mỹ", ""]


@pytest.mark.parametrize("title", ["PHÒNG CHỐNG THIÊN TAI", "BAN HÀNH VĂN BẢN", "TRƯỜNG LỚP"])
def test_what_begins_in_capitals_as_offices_do_is_none(title: str) -> None:
    (one,) = made(f"NĂM 2024\nSTT|Chỉ tiêu|ĐVT|TH\nI|{title}||\n1|Số đợt|đợt|2").found
    assert (one.unit, one.office) == ("", "")


DOWN = "NĂM 2024\nSTT|Chỉ tiêu|ĐVT|KH|TH\n"


def test_the_sum_of_a_list_is_no_number_of_its_last_row() -> None:
    proposal = made(f"{DOWN}1|Trộm cắp|vụ|25|20\n2|Đánh bạc|vụ|5|\n|Tổng số|vụ|30|27")
    assert told(proposal)[2:] == ["target Đánh bạc 2024 5"]
    assert left(proposal) == ["S!D5: 30", "S!E5: 27"]


def test_the_sum_of_units_is_that_of_their_indicator() -> None:
    units = f"{DOWN}1|Hộ nghèo|hộ||\n|- Thôn Đông||5|4\n|- Thôn Đoài||6|5\n"
    for total in ("Cộng", "Toàn xã"):
        assert told(made(f"{units}|{total}||11|9"))[-1] == "figure Hộ nghèo 2024 9"


def test_a_group_may_be_named_by_its_number_in_its_sum() -> None:
    proposal = made(f"{DOWN}I|THU|||\n1|Thu thuế|tr.đ|100|110\n|Cộng I|tr.đ|100|110")
    assert [*proposal.indicators] == ["Thu thuế", "THU: Cộng I"]


def test_a_line_that_says_how_something_is_parted_is_no_indicator() -> None:
    proposal = made(
        f"{DOWN}1|Dân số|Người|5000|5100\n|Trong đó: nữ|Người|2500|2600\n|- Thôn Đông||2000|2100\n"
        "|Chia theo giới tính|||\n|- Nam||2500|2500"
    )
    assert told(proposal)[3::2] == [
        "figure Dân số: nữ 2024 2600",
        "figure Dân số @Thôn Đông 2024 2100",
        "figure Dân số: Nam 2024 2500",
    ]


def test_a_row_of_the_year_before_that_names_no_year_is_told_and_not_taken() -> None:
    proposal = made(f"{DOWN}1|Thu ngân sách|tỷ đồng|100|110\n|Cùng kỳ năm trước|||90")
    assert left(proposal) == ["S!E4: 90"]


def test_units_and_years_may_stand_once_over_the_rows_that_are_of_them() -> None:
    proposal = made(
        "NĂM 2024\nTT|Xã|Chỉ tiêu|TH\n1|Xã An Mỹ|Hộ nghèo|30\n||Hộ cận nghèo|50\n"
        "2|Xã Tân Lập|Hộ nghèo|20\n||Hộ cận nghèo|40"
    )
    assert [(one.title, one.unit) for one in proposal.found] == [
        (title, unit)
        for unit in ("Xã An Mỹ", "Xã Tân Lập")
        for title in ("Hộ nghèo", "Hộ cận nghèo")
    ]
    years = made("Năm|Xã|Hộ nghèo\n2023|Xã An Mỹ|30\n|Xã Tân Lập|20\n2024|Xã An Mỹ|25")
    assert [one.period for one in years.found] == ["2023", "2023", "2024"]


def test_how_many_communes_and_villages_there_are_is_counted() -> None:
    proposal = made("NĂM 2024\nSTT|Huyện|Xã|Thôn\n1|Huyện A Lưới|17|80\n2|Huyện Phú Vang|14|70")
    assert [*proposal.indicators] == ["Xã", "Thôn"]


def test_a_percent_sign_behind_a_number_is_no_unit_of_measure() -> None:
    titles = ["Thu 100%", "Thu phân chia theo tỷ lệ phần trăm (%)"]
    rows = "\n".join(f"{n}|{title}|500|520" for n, title in enumerate(titles, 1))
    proposal = made(f"(Đơn vị: triệu đồng)\nSTT|Nội dung|Dự toán 2024|TH 2024\n{rows}")
    assert {one.title: one.measure for one in proposal.found} == dict.fromkeys(titles, "triệu đồng")


@pytest.mark.parametrize(
    ("heads", "stated"),
    [
        ("Ước TH2024|Dự toán 2025|DT2025/ƯTH2024", 104.2),
        ("TH2024|KH2024|TH2024/KH2024", 96),
        ("KH 2024|TH 2024|Năm 2024/KH (%)", 104.2),
        ("TH 2023|TH 2024|TH 2024/2023", 104.2),
    ],
)
def test_what_is_set_against_what_may_be_written_without_a_space(heads: str, stated: float) -> None:
    proposal = made(f"STT|Nội dung|{heads}\n1|Thu nội địa|950|990|{stated}")
    checked = proposal.checked
    assert (checked.agree, checked.unchecked, checked.disagree) == (1, 0, [])
    assert asked(proposal) == []


@pytest.mark.parametrize(
    ("caption", "kinds"),
    [
        ("CHỈ TIÊU GIAO NĂM 2025", ["figure", "target", "target"]),
        ("II. KẾ HOẠCH SẢN XUẤT NĂM 2025", ["figure", "target", "target"]),
        ("PHÂN BỔ DỰ TOÁN NĂM 2025", ["figure", "target", "target"]),
        ("KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2025", ["figure", "figure", "figure"]),
        ("KẾ HOẠCH VÀ KẾT QUẢ NĂM 2025", ["figure", "figure", "figure"]),
        ("CÁC CHỈ TIÊU NĂM 2025", ["figure", "figure", "figure"]),
        ("DỰ TOÁN, QUYẾT TOÁN NĂM 2025", ["figure", "figure", "figure"]),
        ("KẾ HOẠCH - THỰC HIỆN NĂM 2025", ["figure", "figure", "figure"]),
        ("MỤC TIÊU QUỐC GIA NĂM 2025", ["figure", "figure", "figure"]),
    ],
)
def test_what_stands_under_the_caption_of_a_plan_is_planned(caption: str, kinds: list[str]) -> None:
    proposal = made(f"{caption}\nTT|Chỉ tiêu|Năm 2024|Toàn xã|Thôn Đông\n1|Trồng rừng (ha)|9|8|7")
    assert [one.kind for one in proposal.found] == kinds


def test_a_line_over_units_that_says_that_they_are_some_is_no_part_of_their_names() -> None:
    for line in ("Chia ra các thôn", "Trong đó: các thôn", "Các thôn"):
        heads = f"STT|Chỉ tiêu|Toàn xã|{line}|{line}\n|||Thôn Đông|Thôn Đoài"
        proposal = made(f"NĂM 2024\n{heads}\n1|Tổng số hộ|900|400|500")
        assert [one.unit for one in proposal.found] == ["", "Thôn Đông", "Thôn Đoài"]
        assert asked(proposal) == []


def test_of_which_stands_over_parts_of_the_column_before_it() -> None:
    heads = "STT|Xã|Có mặt|Trong đó|Trong đó\n|||Nữ|Đảng viên"
    proposal = made(f"CÁN BỘ ĐẾN 31/12/2024\n{heads}\n1|Xã An Mỹ|21|8|20")
    assert [*proposal.indicators] == ["Có mặt", "Có mặt: Nữ", "Có mặt: Đảng viên"]


def test_how_many_there_are_is_no_name_of_what_is_counted() -> None:
    proposal = made("NĂM 2024\nSTT|Chỉ tiêu|Số lượng\n1|Chi bộ|12")
    assert [*proposal.indicators] == ["Chi bộ"]


def test_what_has_been_done_meets_the_plan_before_it() -> None:
    heads = "STT|Nội dung|ĐVT|KH|Đã thu|Đạt %"
    proposal = made(f"NĂM 2024\n{heads}\n1|Quỹ đền ơn|triệu đồng|30|27|90")
    assert told(proposal)[:2] == ["target Quỹ đền ơn 2024 30", "figure Quỹ đền ơn 2024 27"]
    assert proposal.checked.agree == 1
    two = f"{heads.replace('Đạt %', 'Đã chi')}\n1|Quỹ đền ơn|triệu đồng|30|27|20"
    assert asked(made(f"NĂM 2024\n{two}")) == [("heads", "Đã thu, Đã chi")]


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("quý III/2024", "2024-07/2024-09"),
        ("2024-10", "2024-10"),
        ("2021/2025", "2021/2025"),
        ("2024-01-01/2024-10-15", "2024-01-01/2024-10-15"),
    ],
)
def test_the_time_of_a_sheet_can_be_said_as_heads_say_it(said: str, time: str) -> None:
    grid = OfficeSheet("S", [["STT", "Chỉ tiêu", "TH"], [1, "Lượt khách", 8]]).grid()
    answers = Answers({**ANSWERED, "period": said})
    (one,) = propose(find_blocks(grid), answers, Known()).found
    assert one.period == time


def test_tables_beside_each_other_are_two() -> None:
    rows = ["TT|Chỉ tiêu|2024||TT|Chỉ tiêu|2024", "1|Hộ nghèo|24||2|Đảng viên|620", "3|Hộ khá|9"]
    assert told(made("\n".join(rows))) == [
        "figure Hộ nghèo 2024 24",
        "figure Hộ khá 2024 9",
        "figure Đảng viên 2024 620",
    ]


def test_a_code_is_no_number_of_anything() -> None:
    proposal = made("NĂM 2024\nSTT|Xã|Mã ĐVHC|Dân số\n1|Xã An Mỹ|10126|4000")
    assert [*proposal.indicators] == ["Dân số"]
    proposal = made("NĂM 2024\nChỉ tiêu|Mã số|Thực hiện\nDân số|01|4000")
    assert told(proposal) == ["figure Dân số 2024 4000"]


def test_no_below_what_is_counted_is_how_many_there_are() -> None:
    heads = "No.|Commune|Poor households|Poor households\n||No.|%"
    proposal = made(f"2024\n{heads}\n1|An My commune|20|10")
    assert told(proposal)[0] == "figure Poor households: số lượng @An My commune 2024 20"


def test_whether_the_years_of_a_plan_of_several_are_planned_is_asked() -> None:
    heads = "TT|Chỉ tiêu|TH 2020|Kế hoạch 5 năm|2021|2022"
    sheet = f"KẾ HOẠCH 5 NĂM 2021-2025\n{heads}\n1|Xã NTM (xã)|10|16|11|12"
    assert asked(made(sheet)) == [("column", "2021"), ("column", "2022")]
    proposal = made(sheet, column={"2021": "target", "2022": "target"})
    assert [(one.kind, one.period) for one in proposal.found] == [
        ("figure", "2020"),
        ("target", "2021/2025"),
        ("target", "2021"),
        ("target", "2022"),
    ]
    assert asked(proposal) == []


def test_a_title_that_ends_in_its_year_is_of_that_year() -> None:
    titles = ["Thu phí năm 2023", "Hộ nghèo đầu năm 2024", "GRDP giá so sánh năm 2010"]
    rows = "\n".join(f"{n}|{title}|5" for n, title in enumerate(titles, 1))
    proposal = made(f"BÁO CÁO NĂM 2024\nSTT|Chỉ tiêu|TH\n{rows}")
    assert told(proposal) == [
        "figure Thu phí 2023 5",
        "figure Hộ nghèo đầu năm 2024 5",
        "figure GRDP giá so sánh năm 2010 2024 5",
    ]


def test_what_is_paid_or_invested_is_in_something_that_is_asked_for() -> None:
    rows = "\n".join(f"{n}|{t}|30" for n, t in enumerate(["Quỹ đền ơn", "Tổng thu ngân sách"], 1))
    proposal = made(f"NĂM 2024\nSTT|Nội dung|TH\n{rows}")
    assert [key for key, _ in asked(proposal)] == ["measure", "measure"]


def test_of_a_caption_of_two_years_it_is_asked_which_its_plans_are_of() -> None:
    caption = "KẾT QUẢ THỰC HIỆN NĂM 2023, KẾ HOẠCH NĂM 2024"
    proposal = made(f"{caption}\nSTT|Chỉ tiêu|ĐVT|Kết quả|Kế hoạch\n1|Thu phí|tr.đ|110|120")
    assert [one.period for one in proposal.found] == ["2023", ""]
    assert asked(proposal) == [("column", "Kế hoạch")]
    one = made("KẾT QUẢ NĂM 2023\nSTT|Chỉ tiêu|ĐVT|KQ|KH\n1|Thu phí|tr.đ|110|120")
    assert asked(one) == []


def test_a_share_of_plans_in_a_row_is_worked_out_by_column() -> None:
    rows = "1|Trồng rừng||\n|Kế hoạch|100|60\n|Thực hiện|95|55\n|Tỷ lệ|95|91.7"
    proposal = made(f"NĂM 2024\nTT|Chỉ tiêu (ha)|Toàn xã|Thôn Đông\n{rows}")
    assert (proposal.checked.agree, proposal.checked.unchecked) == (2, 0)


def test_a_share_or_a_number_of_something_is_in_no_money_of_the_caption() -> None:
    rows = ["Thu thuế|90", "Tỷ lệ nộp qua mạng|85", "Số đối tượng|30", "Số tiền phạt|12"]
    table = "\n".join(f"{n}|{row}" for n, row in enumerate(rows, 1))
    proposal = made(f"NĂM 2024\nĐơn vị tính: triệu đồng\nSTT|Nội dung|TH\n{table}")
    money = ("number", "triệu đồng")
    measures = [money, ("percent", ""), ("count", ""), money]
    assert [(one.measure, one.unit) for one in proposal.indicators.values()] == measures
    of_people = made("NĂM 2024\nĐVT: nghìn người\nSTT|Nội dung|TH\n1|Số lao động|30")
    assert [one.unit for one in of_people.indicators.values()] == ["nghìn người"]


def test_a_sum_beside_quarters_is_of_all_of_them() -> None:
    heads = "TT|Chi bộ|Chỉ tiêu năm|Quý I|Quý II|Cộng|Tỷ lệ %"
    proposal = made(f"KẾT NẠP ĐẢNG NĂM 2024\n{heads}\n1|Chi bộ 1|4|1|2|3|75")
    assert told(proposal)[3] == "figure KẾT NẠP ĐẢNG @Chi bộ 1 2024-01/2024-06 3"
    assert proposal.checked.agree == 1
    years = "TT|Chỉ tiêu|Năm 2023|Năm 2023|Năm 2023\n||Quý I|Quý II|Cộng"
    assert told(made(f"{years}\n1|Đảng viên|1|2|3"))[2] == "figure Đảng viên 2023-01/2023-06 3"


def test_what_stands_below_a_share_of_the_plan_is_of_no_row_above() -> None:
    rows = "I|Thu ngân sách (tỷ đồng)|90\n1|Thu thuế (tỷ đồng)|80\nII|Tỷ lệ đạt dự toán (%)|104"
    proposal = made(f"NĂM 2024\nTT|Chỉ tiêu|TH\n{rows}\n1|Thu phí|103\nIII|Dân số (người)|50")
    assert [*proposal.indicators] == ["Thu ngân sách", "Thu thuế", "Dân số"]
    assert left(proposal) == ["S!C6: 103"]


FORESEEN = """
SỐ HỘ NGHÈO NĂM 2024
STT|Xã|TH 2024|{head}
1|Xã Tân Lập|12|15
"""


@pytest.mark.parametrize("head", ["Dự kiến 2025", "Dự báo", "Đăng ký 2025", "Số đăng ký"])
def test_what_is_foreseen_may_be_a_figure_or_a_target_and_is_asked_about(head: str) -> None:
    assert asked(made(FORESEEN.format(head=head))) == [("column", head)]
    rows = f"STT|Chỉ tiêu|ĐVT|TH 2024|{head}\n1|Trồng rừng|ha|90|95"
    assert asked(made(rows, heads={})) == [("column", head)]
    proposal = made(FORESEEN.format(head=head), column={head: "target 2025"})
    assert told(proposal)[-1] == "target SỐ HỘ NGHÈO @Xã Tân Lập 2025 15"


@pytest.mark.parametrize("head", ["Dự kiến hộ nghèo 2025", "Số hộ nghèo dự báo 2025"])
def test_what_is_foreseen_of_something_is_asked_about_over_units(head: str) -> None:
    lines = f"STT|Xã|Số hộ nghèo 2024|{head}\n1|Xã Tân Lập|12|15"
    assert asked(made(lines)) == [("column", head)]


@pytest.mark.parametrize(
    ("head", "what"),
    [("Dự kiến KH 2025", "target"), ("Khả năng TH 2025", "figure"), ("Dự ước TH 2025", "figure")],
)
def test_what_is_foreseen_of_a_plan_or_a_result_is_that(head: str, what: str) -> None:
    proposal = made(f"STT|Chỉ tiêu|ĐVT|TH 2024|{head}\n1|Trồng rừng|ha|90|95")
    assert told(proposal)[-1] == f"{what} Trồng rừng 2025 95"
    assert asked(proposal) == []


def test_a_row_of_what_is_foreseen_is_told_and_not_taken() -> None:
    rows = "|Kế hoạch||90\n|Thực hiện||91\n|Dự kiến||95"
    proposal = made(f"STT|Chỉ tiêu|ĐVT|Năm 2024\n1|Trồng rừng|ha|\n{rows}")
    assert left(proposal) == ["S!D5: 95"]


def test_two_estimates_of_one_thing_are_refused() -> None:
    with pytest.raises(GiaobanError, match="two numbers"):
        made("STT|Chỉ tiêu|ĐVT|Ước TH 2024|Khả năng TH 2024\n1|Trồng rừng|ha|90|95")


@pytest.mark.parametrize("heads", ["Tháng 1|Tháng 2|Tháng 4|Cộng", "Quý I|Quý III|Quý IV|Tổng"])
def test_of_the_sum_of_months_with_one_missing_between_it_is_asked_when_that_was(
    heads: str,
) -> None:
    proposal = made(f"NĂM 2024\nSTT|Chỉ tiêu|ĐVT|{heads}\n1|Thu ngân sách|tỷ đồng|1|2|3|6")
    assert asked(proposal) == [("column", heads.rpartition("|")[2])]


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ("1|3\n2|4\n3|5\nCộng|12", ["2024-01/2024-03 12"]),
        ("1|3\n2|4\n4|5\nCộng|12", []),
        ("Tháng 1|3\nTháng 3|9\nCộng|12", []),
    ],
)
def test_months_down_may_be_numbers_and_only_those_in_a_run_have_a_sum(
    rows: str, sums: list[str]
) -> None:
    proposal = made(f"THU NGÂN SÁCH NĂM 2024\nTháng|Thu (tỷ đồng)\n{rows}")
    assert [line for line in told(proposal) if line.endswith(" 12")] == [
        f"figure Thu {line}" for line in sums
    ]
    assert len(left(proposal)) == 1 - len(sums)


def test_years_and_months_may_stand_beside_each_other_and_each_year_has_its_sum() -> None:
    rows = "2024|1|3\n2024|2|4\n2024|Cộng|7\n2025|1|5\n2025|3|6\n2025|Cộng|11"
    proposal = made(f"Năm|Tháng|Thu (tỷ đồng)\n{rows}")
    assert told(proposal) == [
        "figure Thu 2024-01 3",
        "figure Thu 2024-02 4",
        "figure Thu 2024-01/2024-02 7",
        "figure Thu 2025-01 5",
        "figure Thu 2025-03 6",
    ]
    assert left(proposal) == ["S!C7: 11"]


SECOND = """
NĂM 2024
STT|Chỉ tiêu|ĐVT|KH|TH
1|Trồng rừng|ha|100|95

TRƯỜNG HỌC NĂM 2024
{head}
Mầm non|10|6|60
Tiểu học|8|7|75
"""


@pytest.mark.parametrize("head", ["Cấp học|Số trường|Số lớp|Số học sinh", "Cấp học|2022|2023|2024"])
def test_a_table_whose_head_bears_no_label_is_no_part_of_the_one_above(head: str) -> None:
    proposal = made(SECOND.format(head=head))
    assert told(proposal)[1:3] == ["figure Trồng rừng 2024 95", told(proposal)[2]]
    assert told(proposal)[2].startswith("figure Mầm non")
    assert len(told(proposal)) == 8
    assert left(proposal) == []


def test_rows_of_texts_alone_open_no_table() -> None:
    proposal = made(
        "NĂM 2024\nChi bộ|Xếp loại|Khen thưởng|Số đảng viên\nChi bộ A|Tốt|Giấy khen|10\n\n"
        "Chi bộ B|Khá|Không|chưa rõ\nChi bộ C|Khá|Không|12"
    )
    assert len(proposal.blocks) == 1


def test_branches_of_an_economy_are_no_units() -> None:
    proposal = made("CƠ CẤU KINH TẾ\nNgành|2023|KH 2025\nNông nghiệp (%)|30|28\nDịch vụ (%)|70|72")
    assert told(proposal)[:2] == ["figure Nông nghiệp 2023 30", "target Nông nghiệp 2025 28"]
    assert {one.measure for one in proposal.indicators.values()} == {"percent"}


def test_a_level_over_numbers_behind_a_name_is_no_label() -> None:
    proposal = made(
        "NĂM 2025\nSTT|Nội dung thu|Dự toán|TH|TH/DT (%)|\n||||Tỉnh|Xã\n1|Thu nội địa|100|80|80|75"
    )
    assert told(proposal)[:2] == ["target Thu nội địa 2025 100", "figure Thu nội địa 2025 80"]


def test_the_share_of_a_plan_beside_what_is_counted_has_a_name_of_its_own() -> None:
    proposal = made("STT|Cấp học|KH 2025||\n||Số trường đạt chuẩn|Tỷ lệ %|Số lớp\n1|Mầm non|8|80|9")
    assert told(proposal)[:2] == [
        "target Mầm non: Số trường đạt chuẩn 2025 8",
        "target Mầm non: Tỷ lệ 2025 80",
    ]


def test_the_share_of_a_row_that_counts_is_another_number() -> None:
    proposal = made(
        "NĂM 2024\nSTT|Chỉ tiêu|KH|TH|\n|||Số lượng|Tỷ lệ (%)\n1|Hộ văn hóa (hộ)|90|91|96"
    )
    assert told(proposal) == [
        "target Hộ văn hóa 2024 90",
        "figure Hộ văn hóa 2024 91",
        "figure Hộ văn hóa: tỷ lệ 2024 96",
    ]


def test_the_year_so_far_of_a_caption_ends_on_its_day() -> None:
    proposal = made(
        "THU NGÂN SÁCH ĐẾN NGÀY 15/10/2025\nSTT|Chỉ tiêu|ĐVT|Lũy kế từ đầu năm\n1|Thu|tỷ đồng|8"
    )
    assert told(proposal) == ["figure Thu 2025-01-01/2025-10-15 8"]


def test_the_shares_of_classes_are_rated_as_these_are() -> None:
    proposal = made(
        "XẾP LOẠI ĐẢNG VIÊN NĂM 2024\nTT|Chi bộ|HTXSNV|Tỷ lệ|KHTNV|Tỷ lệ\n1|Chi bộ 1|8|20|1|5"
    )
    shares = [one for title, one in proposal.indicators.items() if title.endswith("tỷ lệ")]
    assert [(one.title, one.better) for one in shares] == [
        ("Xếp loại đảng viên: HTXSNV: tỷ lệ", "up"),
        ("Xếp loại đảng viên: KHTNV: tỷ lệ", "down"),
    ]


def test_of_several_tables_on_a_sheet_the_heads_of_the_one_without_a_year_are_asked_about() -> None:
    proposal = made(
        "STT|Chỉ tiêu|ĐVT|KH 2024|TH 2024\n1|Trồng rừng|ha|100|95\n\n"
        "STT|Chỉ tiêu|ĐVT|Kế hoạch|Thực hiện\n1|Trồng cây|cây|100|95"
    )
    assert asked(proposal) == [("column", "Kế hoạch"), ("column", "Thực hiện")]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("TT|Trường|Tổng số|Trong đó\n|||Nữ\n1|Trường A|30|25", ["", ": Nữ"]),
        ("TT|Chỉ tiêu|2023|2024\n|Tổng số|30|25", ["", ""]),
        ("Năm|Toàn huyện\n2024|30\n2025|25", ["", ""]),
    ],
)
def test_a_whole_is_called_after_what_stands_over_the_table(lines: str, titles: list[str]) -> None:
    found = made(f"ĐỘI NGŨ GIÁO VIÊN NĂM 2024\n{lines}").found
    assert [one.title for one in found] == [f"ĐỘI NGŨ GIÁO VIÊN{part}" for part in titles]


def test_a_share_behind_what_was_registered_is_no_figure() -> None:
    proposal = made("NĂM 2024\nTT|Danh hiệu|Đăng ký|Đạt|%\n1|Gia đình văn hóa (hộ)|900|880|97.8")
    assert [one.kind for one in proposal.found] == ["figure", "figure", "of_target"]


def test_the_only_year_of_a_head_is_that_of_its_quarters_whatever_is_foreseen_of_another() -> None:
    proposal = made(
        "STT|Chỉ tiêu|ĐVT|TH quý I|Dự kiến quý II|Ước cả năm 2025\n1|Thu|tỷ đồng|10|11|46"
    )
    assert told(proposal)[::2] == ["figure Thu 2025-01/2025-03 10", "figure Thu 2025 46"]
    assert asked(proposal) == [("column", "Dự kiến quý II")]


@pytest.mark.parametrize("head", ["", "Tên", "Nội dung"])
@pytest.mark.parametrize("unit", ["Xã", "Thôn", "Chi bộ"])
def test_rows_that_are_places_alone_are_units_of_what_the_caption_names(
    head: str, unit: str
) -> None:
    rows = f"{unit} A|50|52\n{unit} B|45|47\nBình quân chung|47|49\nToàn xã|48|49"
    proposal = made(f"THU NHẬP (triệu đồng)\n{head}|2023|2024\n{rows}")
    assert told(proposal)[::2] == [
        f"figure THU NHẬP @{unit} A 2023 50",
        f"figure THU NHẬP @{unit} B 2023 45",
        "figure THU NHẬP 2023 48",
    ]
    assert left(proposal) == ["S!B5: 47", "S!C5: 49"]


def test_houses_are_units_below_no_head_and_indicators_below_one() -> None:
    rows = "|2023|2024\nTrường A|50|52\nTrường B|45|47"
    assert {one.title for one in made(f"SỐ HỌC SINH\n{rows}").found} == {"SỐ HỌC SINH"}
    built = made(f"SỐ HỌC SINH\nCông trình{rows}").found
    assert [(one.title, one.unit) for one in built[::2]] == [("Trường A", ""), ("Trường B", "")]


def test_the_sum_of_a_group_of_units_is_no_unit() -> None:
    rows = "1|Xã A|10\n|Cộng I|10\n2|Xã B|12\n|Tổng cộng (I+II)|22"
    proposal = made(f"KẾT NẠP NĂM 2024\nTT|Xã|TH\n{rows}")
    assert {one.unit for one in proposal.found} == {"Xã A", "Xã B"}
    assert left(proposal) == ["S!C4: 10", "S!C6: 22"]


def test_what_has_been_done_before_a_plan_did_not_come_of_it() -> None:
    proposal = made("NĂM 2025\nTT|Tên đường|Đã cứng hóa (km)|KH 2026 (km)\n1|Đường trục|9|1")
    assert [key for key, _ in asked(proposal)] == ["heads"]


@pytest.mark.parametrize(
    ("caption", "period"),
    [
        ("NĂM 2025", "2025-01/2025-09"),
        ("10 THÁNG NĂM 2025", "2025-01/2025-10"),
        ("ĐẾN NGÀY 15/10/2025", "2025-01-01/2025-10-15"),
    ],
)
def test_the_year_so_far_ends_where_the_caption_says_it_or_with_the_last_quarter(
    caption: str, period: str
) -> None:
    proposal = made(f"{caption}\nTT|Chỉ tiêu|ĐVT|Quý II|TH quý III|Lũy kế\n1|Thu|tỷ đồng|9|11|30")
    assert told(proposal)[-1] == f"figure Thu {period} 30"


def test_a_share_of_nothing_is_of_no_whole_of_another_row() -> None:
    rows = "1|Giao thông|10|6|60\n2|Môi trường|5|0|0"
    proposal = made(
        f"NĂM 2024\nTT|Lĩnh vực|Tổng số đơn|Số đã xong|\n|||SL|TL (%)\n{rows}",
        heads={"Tổng số đơn, Số đã xong": "parts"},
    )
    assert [one.counts for one in proposal.found if one.counts] == [(6, 10)]


def test_a_unit_may_stand_once_over_its_years_and_a_row_of_none_is_told() -> None:
    rows = "Xã A|2023|50\n|2024|52\nXã B|2023|45\n|2024|47"
    found = told(made(f"THU NHẬP\nXã|Năm|Thu nhập (triệu đồng)\n{rows}"))
    assert found[1::2] == ["figure Thu nhập @Xã A 2024 52", "figure Thu nhập @Xã B 2024 47"]
    assert left(made("NĂM 2024\nSTT|Xã|Số hộ\n1|Xã A|50\n||50")) == ["S!C4: 50"]


def test_plans_and_results_below_a_sum_of_months_are_of_all_of_them() -> None:
    heads = "STT|Chỉ tiêu|ĐVT|T1||T2||Tổng cộng|\n|||KH|TH|KH|TH|KH|TH"
    proposal = made(f"NĂM 2025\n{heads}\n1|Đánh bắt|tấn|1|2|3|4|4|6")
    assert told(proposal)[-2:] == [
        "target Đánh bắt 2025-01/2025-02 4",
        "figure Đánh bắt 2025-01/2025-02 6",
    ]


@pytest.mark.parametrize("time", ["Spring 2024", "Vụ xuân 2024", "Đợt 2 năm 2024"])
def test_a_row_whose_time_is_not_understood_in_whole_is_of_no_year(time: str) -> None:
    proposal = made(f"Năm|Sản lượng (tấn)\n{time}|50\n2025|52")
    assert told(proposal) == ["figure Sản lượng 2025 52"]
    assert left(proposal) == ["S!B2: 50"]


@pytest.mark.parametrize("whole", ["Chung", "Tổng số", "Toàn xã", "TS"])
def test_the_whole_of_a_unit_beside_its_parts_is_of_that_unit(whole: str) -> None:
    heads = f"STT|Chỉ tiêu|Xã A||Xã B|\n||{whole}|Nữ|{whole}|Nữ"
    proposal = made(f"NĂM 2024\n{heads}\n1|Đảng viên|1|2|3|4")
    assert told(proposal)[::2] == [
        "figure Đảng viên @Xã A 2024 1",
        "figure Đảng viên @Xã B 2024 3",
    ]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("First half 2024", "figure Visits 2024-01/2024-06 8"),
        ("Second half of 2024", "figure Visits 2024-07/2024-12 8"),
        ("H1 2024", "figure Visits 2024-01/2024-06 8"),
        ("6 months 2024", "figure Visits 2024-01/2024-06 8"),
        ("9 months of 2024", "figure Visits 2024-01/2024-09 8"),
        ("Q1 2024", "figure Visits 2024-01/2024-03 8"),
        ("Third quarter 2024", "figure Visits 2024-07/2024-09 8"),
        ("Jan-Jun 2024", "figure Visits 2024-01/2024-06 8"),
        ("From Jan 2024 to Jun 2024", "figure Visits 2024-01/2024-06 8"),
        ("Tháng 1/2024 đến tháng 6/2024", "figure Visits 2024-01/2024-06 8"),
        ("Quý I/2024 - Quý II/2024", "figure Visits 2024-01/2024-06 8"),
        ("March 2024", "figure Visits 2024-03 8"),
        ("Estimate 2024", "figure Visits 2024 8"),
        ("Target for 2025", "target Visits 2025 8"),
        ("Goal by 2025", "target Visits 2025 8"),
    ],
)
def test_heads_say_their_time_and_kind(head: str, said: str) -> None:
    proposal = made(f"Indicator|2023|{head}\nVisits|7|8")
    assert told(proposal)[1:] == [said]
    assert proposal.found[1].estimated == head.startswith("Estimate")


def test_a_year_to_date_is_of_the_months_until_that_of_the_caption() -> None:
    proposal = made("MONTHLY REPORT Tháng 9/2024\nIndicator|2023|Year to date\nVisits|7|8")
    assert told(proposal)[1:] == ["figure Visits 2024-01/2024-09 8"]


@pytest.mark.parametrize(
    ("cell", "sign"),
    [("max 12", "<="), ("up to 12", "<="), ("no more than 12", "<="), ("less than 12", "<"),
     ("12 or fewer", "<="), ("min 12", ">="), ("no fewer than 12", ">="), ("12 or more", ">="),
     ("more than 12", ">"), ("around 12", "~")],
)  # fmt: skip
def test_bounds_are_read_in_english(cell: str, sign: str) -> None:
    proposal = made(f"Indicator|2023|Target 2025\nSwans|7|{cell}")
    assert [(one.printed.text, one.printed.qualifier) for one in proposal.found][1] == ("12", sign)


@pytest.mark.parametrize(
    ("title", "adds"),
    [
        ("Expenditure (million USD)", "true"),
        ("Road budget (£m)", "true"),
        ("Fines collected (thousand euros)", "true"),
        ("Capital grants (EUR million)", "true"),
        ("Cost per case (USD)", ""),
        ("Average cost (USD)", ""),
        ("Waiting time (days)", ""),
        ("Infant mortality (per 1,000 live births)", ""),
    ],
)
def test_amounts_of_a_year_add_up_and_rates_and_times_do_not(title: str, adds: str) -> None:
    (row,) = made(f"Indicator|2023|2024\n{title}|7|8").rows.tables["indicators"]
    assert (row["unit_measure"], row.get("additive", "")) == ("number", adds)


def test_a_count_with_a_part_is_asked_about_by_its_cell() -> None:
    (question,) = made("Indicator|2023|2024\nHouseholds|1290|1283.5").questions
    assert (question.key, question.name) == ("measure", "households")
    assert "S!C2" in question.text.told("en")


def test_the_forms_of_a_column_that_are_taken_are_all_named() -> None:
    with pytest.raises(GiaobanError, match="2024-01/2024-06"):
        made("Indicator|2024|Target 2025\nVisits|7|8", column={"Target 2025": "whenever"})


def test_in_an_english_sheet_numbers_are_shown_and_kept_in_english() -> None:
    rows: list[list[Value]] = [["Indicator", "2023", "2024"], ["Poverty (%)", 22.1, "21"]]
    for lang, shown in (("en", "22.1"), ("vi", "22,1")):
        said = Answers(ANSWERED | {"titles": lang})
        proposal = propose(find_blocks(OfficeSheet("S", rows).grid()), said, Known())
        figures = proposal.rows.tables["figures"]
        assert [row["as_published"] for row in figures] == [shown, "21"]
        assert [row["value"] for row in figures] == ["22.1", "21"]


def test_a_paper_named_over_a_table_does_not_say_its_year() -> None:
    proposal = made(
        "NĂM HỌC 2024-2025\n(Đánh giá theo Thông tư 22/2021/TT-BGDĐT)\nSTT|Chỉ tiêu|TH\n1|Số lớp|9"
    )
    assert told(proposal) == ["figure Số lớp 2024-09/2025-08 9"]


def test_the_prices_that_a_head_names_do_not_say_its_year() -> None:
    text = "NĂM 2024\nSTT|Xã|Giá trị sản xuất (giá so sánh 2010) (tỷ đồng)\n1|Xã An Mỹ|50"
    assert told(made(text)) == ["figure Giá trị sản xuất (giá so sánh 2010) @Xã An Mỹ 2024 50"]


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("THU NGÂN SÁCH NĂM 2024\nĐơn vị: triệu đồng", "THU NGÂN SÁCH"),
        ("THU NGÂN SÁCH NĂM 2024 (Đơn vị: triệu đồng)", "THU NGÂN SÁCH"),
        ("THU NGÂN SÁCH NĂM 2024 (ĐVT: triệu đồng)", "THU NGÂN SÁCH"),
    ],
)
def test_the_measure_over_a_table_is_no_part_of_its_name(caption: str, title: str) -> None:
    proposal = made(f"{caption}\nSTT|Xã|KH|TH\n1|Xã Đại Ân|10|11")
    assert [(one.title, one.unit) for one in proposal.indicators.values()] == [
        (title, "triệu đồng")
    ]


def test_the_heading_of_a_level_is_no_unit_where_its_numbers_are_those_below_it() -> None:
    rows = "I|Khối xã|30|32\n1|Xã Đại Ân|10|11\n2|Xã Liêu Tú|20|21\nII|Thị trấn|{}\n1|Thị trấn Trần Đề|5|6"
    text = f"HỘ NGHÈO\nSTT|Đơn vị|2023|2024\n{rows}"
    assert {o.unit for o in made(text.format("5|6")).found} == {
        "Xã Đại Ân",
        "Xã Liêu Tú",
        "Thị trấn Trần Đề",
    }
    alone = "HỘ NGHÈO\nSTT|Đơn vị|2023|2024\n1|Xã Đại Ân|10|11\n2|Thị trấn|5|6"
    assert {o.unit for o in made(alone).found} == {"Xã Đại Ân", "Thị trấn"}


def test_a_percentage_in_a_row_of_people_is_no_number_of_them() -> None:
    rows = "1|Đảng viên bị kỷ luật|đảng viên|{}|7\n2|Chi bộ tốt|chi bộ|45/48 (93,75%)|45"
    proposal = made(f"STT|Chỉ tiêu|ĐVT|KH 2024|TH 2024\n{rows.format('không quá 1%')}")
    assert left(proposal) == ["S!D2: không quá 1%"]
    assert told(proposal)[1] == "target Chi bộ tốt 2024 93,75%"


def test_a_number_of_cases_that_may_be_thousands_is_asked_about_by_its_cell() -> None:
    rows = "STT|Chỉ tiêu|ĐVT|TH 2023|TH 2024\n1|Thu nhập|triệu đồng|62,5 (1)|63.25 (1)\n2|Vụ cháy|vụ|3|{}"
    text = rows.replace("62,5 (1)", "62.5 tr").replace("63.25 (1)", "63.25 tr")
    (question,) = made(text.format("1.250 vụ")).questions
    assert (question.key, question.name) == ("measure", "vu-chay")
    assert "1.250 in S!E3, which is no whole number" in question.text.told("en")
    said = made(text.format("1.250 vụ"), measure={"vu-chay": "vụ"})
    assert (said.questions, told(said)[-1]) == ([], "figure Vụ cháy 2024 1.250")
    assert made(text.format("12.5 vụ")).questions == []
