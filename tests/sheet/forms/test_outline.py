from dataclasses import replace

import pytest
from officesheets import DISTRICT, SCHOOL, OfficeSheet, Value

from giaoban.sheet.forms.layout import find_blocks
from giaoban.sheet.forms.lines import lines_of

HEAD: list[Value] = ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024"]


def lines(*rows: list[Value], head: list[Value] = HEAD) -> list[tuple[str, str, str]]:
    (block,) = find_blocks(OfficeSheet("S", [head, *rows]).grid())
    return [(line.title, line.unit, line.under) for line in lines_of(block)]


def test_units_below_an_indicator_are_units_of_it() -> None:
    (block,) = find_blocks(SCHOOL.grid())
    told = [(line.title, line.unit) for line in lines_of(block)]
    assert told[:2] == [("Tỷ lệ tốt nghiệp THCS", ""), ("Tỷ lệ tốt nghiệp THCS", "Xã Tân Lập")]
    assert told[4:] == [("Giáo viên được tập huấn", ""), ("Học sinh bỏ học", "")]


def test_short_parts_are_told_with_what_they_are_part_of() -> None:
    (block,) = find_blocks(DISTRICT.grid())
    told = {line.title: (line.under, line.measure) for line in lines_of(block)}
    assert told["Tổng giá trị sản xuất: Công nghiệp"] == ("Tổng giá trị sản xuất", "Tỷ đồng")
    assert told["Sản lượng lương thực có hạt: Thóc"] == ("Sản lượng lương thực có hạt", "Tấn")
    # A heading without figures is no indicator.
    assert told["Tỷ lệ hộ nghèo"] == ("", "%")


def test_numbers_at_the_heads_of_titles_nest_as_those_of_their_own_column() -> None:
    head: list[Value] = ["Chỉ tiêu", "Năm 2023", "Năm 2024"]
    told = lines(
        ["I. Tổ chức đảng", None, None],
        ["1. Đảng viên mới kết nạp", 50, 60],
        ["- Nữ", 20, 25],
        ["Trong đó: dân tộc thiểu số", 5, 6],
        ["2. Chi bộ mới thành lập", 3, 4],
        head=head,
    )
    assert told == [
        ("Đảng viên mới kết nạp", "", ""),
        ("Đảng viên mới kết nạp: Nữ", "", "Đảng viên mới kết nạp"),
        ("Đảng viên mới kết nạp: dân tộc thiểu số", "", "Đảng viên mới kết nạp"),
        ("Chi bộ mới thành lập", "", ""),
    ]


@pytest.mark.parametrize("words", ["Trong đó:", "Tr.đó:", "Tr. đó", "Of which"])
def test_of_which_is_understood_as_offices_shorten_it(words: str) -> None:
    told = lines(
        [1, "Tốc độ tăng tổng sản phẩm trong tỉnh (%)", 6.61, 7.18],
        [None, words, None, None],
        [None, "- Nông Lâm Ngư nghiệp (%)", 3.46, -4.13],
        [None, "- Dịch vụ (%)", 6.78, 7.39],
        [2, "Giá trị xuất khẩu (triệu USD)", 864, 950],
    )
    whole = "Tốc độ tăng tổng sản phẩm trong tỉnh"
    assert told == [
        (whole, "", ""),
        (f"{whole}: Nông Lâm Ngư nghiệp", "", whole),
        (f"{whole}: Dịch vụ", "", whole),
        ("Giá trị xuất khẩu", "", ""),
    ]


def test_dotted_numbers_nest() -> None:
    told = lines(
        [1, "Tổng đàn gia súc (con)", 100, 110],
        ["1.1", "Đàn trâu của huyện", 40, 45],
        ["1.2", "Đàn bò của huyện", 60, 65],
        [2, "Tổng đàn gia cầm (con)", 900, 950],
    )
    assert [under for _, _, under in told] == ["", "Tổng đàn gia súc", "Tổng đàn gia súc", ""]


def test_the_same_title_under_two_headings_is_two_indicators() -> None:
    told = lines(
        ["I", "Mầm non", None, None],
        [1, "Số học sinh toàn cấp học", 100, 110],
        ["II", "Tiểu học", None, None],
        [1, "Số học sinh toàn cấp học", 200, 210],
    )
    assert [title for title, _, _ in told] == [
        "Mầm non: Số học sinh toàn cấp học",
        "Tiểu học: Số học sinh toàn cấp học",
    ]


@pytest.mark.parametrize("number", ["IX", "XI", "XIV", "XVIII", "XX", "XXVIII", "XXXIX"])
def test_a_roman_number_opens_a_group_however_far_the_outline_counts(number: str) -> None:
    for cells in ((number, "Tiểu học"), (None, f"{number}. Tiểu học")):
        told = lines(
            ["I", "Mầm non", None, None],
            [1, "Số lớp", 100, 110],
            [*cells, None, None],
            [1, "Số lớp", 200, 210],
        )
        assert [title for title, _, _ in told] == ["Mầm non: Số lớp", "Tiểu học: Số lớp"]


def test_a_unit_over_a_group_of_rows_is_the_unit_of_each() -> None:
    told = lines(
        ["I", "Xã Tân Lập", None, None],
        [1, "Kết nạp đảng viên", 5, 6],
        ["II", "Xã Hợp Tiến", None, None],
        [1, "Kết nạp đảng viên", 7, 8],
    )
    assert told == [("Kết nạp đảng viên", unit, "") for unit in ("Xã Tân Lập", "Xã Hợp Tiến")]


def test_plans_and_results_in_rows_of_their_own() -> None:
    (block,) = find_blocks(
        OfficeSheet(
            "S",
            [
                HEAD,
                [1, "Tỷ lệ hộ nghèo (%)", None, None],
                [None, "Kế hoạch", 3, 2],
                [None, "Thực hiện", 2.5, 1.9],
            ],
        ).grid()
    )
    told = [(line.title, line.heading.kind, line.measure) for line in lines_of(block)]
    assert told == [("Tỷ lệ hộ nghèo", kind, "%") for kind in ("target", "figure")]


def test_a_sum_of_nothing_named_is_left_out() -> None:
    told = lines([1, "Kết nạp đảng viên", 5, 6], [None, "Tổng cộng", 12, 14])
    assert told == [("Kết nạp đảng viên", "", "")]


def test_a_sum_below_a_heading_is_that_of_its_rows() -> None:
    told = lines(["I", "Thu ngân sách", None, None], [1, "Thu nội địa", 5, 6], [None, "Cộng", 5, 6])
    assert [title for title, _, _ in told] == ["Thu nội địa", "Thu ngân sách: Cộng"]


def test_of_units_a_group_and_its_heading_are_none() -> None:
    told = lines(
        ["I", "Các xã", 30, 34],
        [1, "Tân Lập", 15, 19],
        [2, "Hợp Tiến", 15, 15],
        ["II", "Thị trấn", None, None],
        [1, "An Mỹ", 12, 13],
        [None, "Tổng cộng", 42, 47],
        head=["STT", "Xã, thị trấn", "Hộ nghèo năm 2023", "Hộ nghèo năm 2024"],
    )
    assert told == [("", name, "") for name in ("Tân Lập", "Hợp Tiến", "An Mỹ", "")]


def of_units(*rows: list[Value]) -> list[str]:
    head: list[Value] = ["STT", "Đơn vị", "Đảng viên mới năm 2023", "Đảng viên mới năm 2024"]
    return [unit for _, unit, _ in lines(*rows, head=head)]


def test_what_is_called_as_a_group_and_adds_nothing_is_a_unit() -> None:
    names = ["Khối cơ quan Đảng", "Các cơ quan khác", "Nhóm trường mầm non", "Khối trường học"]
    numbered: list[list[Value]] = [[n, name, 3, 4] for n, name in enumerate(names, 1)]
    plain: list[list[Value]] = [[None, name, 3, 4] for name in names]
    assert of_units(*numbered) == of_units(*plain) == names


def test_what_names_many_is_no_unit_whether_its_number_is_a_sum_or_not() -> None:
    many: list[Value] = [None, "Các phường miền núi", 9, 7]
    assert of_units([None, "Các xã", 9, 7], many, [None, "An Mỹ", 4, 3]) == ["An Mỹ"]


def test_a_group_that_may_be_a_unit_adds_two_rows_at_least_headings_between_them_or_not() -> None:
    block: list[Value] = [1, "Khối cơ quan Đảng", 5, 3]
    alike: list[Value] = [1, "Khối cơ quan Đảng", 4, 3]
    rows: list[list[Value]] = [["1.1", "Tổ chức", 4, 3], ["1.2", "Kiểm tra", 1, None]]
    heading: list[Value] = [None, "Trong đó:", None, None]
    assert of_units(block, heading, *rows) == ["Tổ chức", "Kiểm tra"]
    assert of_units(alike, rows[0]) == ["Khối cơ quan Đảng", "Tổ chức"]


def test_a_group_may_add_rows_without_numbers_and_texts() -> None:
    rows: list[list[Value]] = [
        [None, "Các xã", "1.030", "34"],
        [None, "Tân Lập", "1.015", "19"],
        [None, "Hợp Tiến", 15, 15],
        [None, "Các phường", 9, 7],
        [None, "An Mỹ", 4, 3],
        [None, "Bình Minh", 5, 4],
    ]
    assert of_units(*rows) == ["Tân Lập", "Hợp Tiến", "An Mỹ", "Bình Minh"]


def test_a_group_of_groups_adds_those_next_below_it() -> None:
    rows: list[list[Value]] = [
        ["I", "Các đơn vị", 9, 9],
        [1, "Các xã", 4, 5],
        ["1.1", "Tân Lập", 4, 5],
        [2, "Các phường", 5, 4],
        ["2.1", "An Mỹ", 5, 4],
    ]
    assert of_units(*rows) == ["Tân Lập", "An Mỹ"]


def test_a_group_is_a_sum_in_half_of_its_numbers_at_least() -> None:
    parts: list[list[Value]] = [["1.1", "Tổ chức", 4, 30], ["1.2", "Kiểm tra", 1, 10]]
    assert of_units([1, "Khối cơ quan Đảng", 5, 22], *parts) == ["Tổ chức", "Kiểm tra"]
    third: list[Value] = [
        "STT",
        "Đơn vị",
        "Đảng viên 2023",
        "Tỷ lệ nữ 2023 (%)",
        "Tuổi bình quân 2023",
    ]
    told = lines(
        [1, "Khối cơ quan Đảng", 5, 22, 41],
        ["1.1", "Tổ chức", 4, 30, 40],
        ["1.2", "Kiểm tra", 1, 10, 45],
        head=third,
    )
    assert [unit for _, unit, _ in told] == ["Khối cơ quan Đảng", "Tổ chức", "Kiểm tra"]


def test_what_is_rated_in_words_adds_nothing() -> None:
    rated = of_units(
        [None, "Khối cơ quan Đảng", "HTTNV", "HTTNV"],
        [None, "Tổ chức", "HTTNV", "HTXSNV"],
        [None, "Kiểm tra", "HTTNV", "HTTNV"],
    )
    assert rated == ["Khối cơ quan Đảng", "Tổ chức", "Kiểm tra"]


def test_the_sum_of_all_below_a_group_is_none_of_its_parts() -> None:
    told = of_units(
        [None, "Khối cơ quan Đảng", 5, 3],
        [None, "Tổ chức", 4, 3],
        [None, "Kiểm tra", 1, None],
        [None, "Tổng cộng", 5, 3],
    )
    assert told == ["Tổ chức", "Kiểm tra", ""]


def test_a_group_may_name_several_kinds_of_units() -> None:
    told = of_units(
        ["I", "Khối xã, thị trấn", 5, 3],
        [1, "Tân Lập", 4, 3],
        [2, "An Mỹ", 1, None],
        ["II", "Khối cơ quan, đơn vị", 9, 3],
        [1, "Ban Tổ chức", 4, 2],
        [2, "Trung tâm Y tế", 5, 1],
    )
    assert told == ["Tân Lập", "An Mỹ", "Ban Tổ chức", "Trung tâm Y tế"]


def test_what_stands_behind_of_which_begins_with_a_capital_letter_where_it_stands_alone() -> None:
    told = lines(
        [1, "Thu ngân sách nhà nước trên địa bàn", 5, 6],
        [None, "Trong đó: thu tiền sử dụng đất", 2, 3],
        [None, "Trong đó: thuế", 2, 3],
        [2, "pH của nước thải sau xử lý", 7, 8],
    )
    whole = "Thu ngân sách nhà nước trên địa bàn"
    parts = ["Thu tiền sử dụng đất", f"{whole}: thuế"]
    assert [title for title, _, _ in told] == [whole, *parts, "pH của nước thải sau xử lý"]


def test_what_has_a_number_beside_that_of_an_indicator_is_none_of_its_units() -> None:
    told = lines(
        [1, "Đường liên xã", 15, 16],
        [2, "Trường THCS An Mỹ", 12, 11],
        [3, "Tỷ lệ hộ nghèo", 3, 2],
        ["3.1", "Xã Tân Lập", 4, 3],
        [None, "Xã An Mỹ", 2, 1],
    )
    assert [(title, unit) for title, unit, _ in told] == [
        ("Đường liên xã", ""),
        ("Trường THCS An Mỹ", ""),
        ("Tỷ lệ hộ nghèo", ""),
        ("Tỷ lệ hộ nghèo", "Xã Tân Lập"),
        ("Tỷ lệ hộ nghèo", "Xã An Mỹ"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [((1, 2), (1, 2)), ((None, None), (1, 2)), ((1, 2), ("I", "II")), ((1, 6), (2, 3)), (("I", "II"), (1, 2))],
)  # fmt: skip
@pytest.mark.parametrize("names", [("Xã Tân Lập", "Xã Hợp Tiến"), ("Trường A", "Trường B")])
def test_units_may_be_numbered_like_their_indicators_or_before_them(
    names: tuple[str, str], first: tuple[Value, Value], second: tuple[Value, Value]
) -> None:
    units = [*zip(second, names, strict=True)]
    told = lines(
        [first[0], "Hộ nghèo", 10, 9],
        *([number, name, 4, 5] for number, name in units),
        [first[1], "Dân số của huyện cuối năm", 100, 90],
        *([number, name, 40, 50] for number, name in units),
    )
    titles = [title.rpartition(": ")[2] for title, _, _ in told]
    assert titles == ["Hộ nghèo"] * 3 + ["Dân số của huyện cuối năm"] * 3
    assert [unit for _, unit, _ in told] == ["", *names] * 2


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        # A place is no indicator, whatever its number.
        ([(1, "Lợn"), (2, "Xã B"), (3, "Đảng bộ xã C")], ["", "Xã B", "Đảng bộ xã C"]),
        # Numbers that begin again are of units, those that go on of what is built.
        ([(1, "Học sinh"), (1, "Trường A"), (2, "Trường B")], ["", "Trường A", "Trường B"]),
        ([("a", "Cầu"), ("b", "Trường A"), ("c", "Trạm B")], ["", "", ""]),
        ([("1.1", "Cầu"), ("1.2", "Trường A"), ("2.1", "Trạm B")], ["", "", "Trạm B"]),
        ([(1, "Cầu"), (3, "Trường A"), ("-", "Trường B")], ["", "", "Trường B"]),
        ([("-", "Nữ"), ("-", "Trường A"), ("-", "Trường B")], ["", "Trường A", "Trường B"]),
        ([("X", "Cầu"), ("XI", "Trường A"), ("I", "Trạm B")], ["", "", "Trạm B"]),
    ],
)
def test_an_office_that_goes_on_with_a_list_of_indicators_is_one(
    rows: list[tuple[Value, Value]], units: list[str]
) -> None:
    assert [unit for _, unit, _ in lines(*([*row, 5, 6] for row in rows))] == units


@pytest.mark.parametrize(
    "counted", ["Xã NTM nâng cao", "Xã NTM kiểu mẫu", "Xã đặc biệt khó khăn", "Tỉnh ủy viên"]
)
def test_places_that_are_counted_are_no_units(counted: str) -> None:
    told = lines([1, "Hộ nghèo", 5, 6], [2, counted, 3, 4], [3, "Xã Đặc Khu", 3, 4])
    assert [(title, unit) for title, unit, _ in told] == [
        ("Hộ nghèo", ""),
        (counted, ""),
        (counted, "Xã Đặc Khu"),
    ]


def test_an_office_that_the_programme_knows_is_a_unit_whatever_its_number() -> None:
    rows: list[list[Value]] = [[1, "Học sinh", 4, 5], [2, "Trường A", 3, 3]]
    (block,) = find_blocks(OfficeSheet("S", [[*HEAD], *rows]).grid())
    assert [line.unit for line in lines_of(block)] == ["", ""]
    known = replace(block, known=frozenset({"Trường A"}))
    assert [line.unit for line in lines_of(known)] == ["", "Trường A"]
