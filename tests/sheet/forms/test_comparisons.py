import pytest
from officesheets import DISTRICT, SCHOOL, OfficeSheet, Value

from giaoban.sheet.forms.comparisons import Checked, check_comparisons
from giaoban.sheet.forms.layout import find_blocks
from giaoban.sheet.forms.observations import observe
from giaoban.sheet.forms.setters import setters_in


def checked(sheet: OfficeSheet) -> Checked:
    blocks = find_blocks(sheet.grid())
    return check_comparisons(
        blocks, [seen for block in blocks for seen in observe(block, "vi")], {}
    )


def test_percentages_of_the_plan_are_worked_out_anew() -> None:
    assert checked(SCHOOL) == Checked(2, 0, [])


def test_a_comparison_that_the_figures_do_not_bear_out_is_told_with_what_they_give() -> None:
    found = checked(DISTRICT)
    (wrong,) = map(str, found.disagree)
    assert wrong.startswith("Biểu 1!H11: Sản lượng lương thực có hạt 2024: 110,8 stands there")
    assert wrong.endswith("100.8")
    assert (found.agree, found.unchecked) == (9, 0)


@pytest.mark.parametrize("stated", ["105,0", "5,0", "1", "5%", "+1", "105"])
def test_against_the_year_before_any_way_to_say_it_agrees(stated: str) -> None:
    head = ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024", "So với năm trước"]
    sheet = OfficeSheet("S", [[*head], [1, "Đảng viên mới", 20, 21, stated]])
    assert (checked(sheet).agree, checked(sheet).disagree) == (1, [])


def test_half_a_year_may_be_set_against_the_plan_of_the_year() -> None:
    head = ["STT", "Chỉ tiêu", "KH năm 2024", "TH 6 tháng 2024", "% KH"]
    sheet = OfficeSheet("S", [[*head], [1, "Đảng viên mới", 20, 11, "55,0"]])
    assert checked(sheet) == Checked(1, 0, [])


def test_a_comparison_that_names_no_time_may_be_of_any_of_the_last_year() -> None:
    head = ["STT", "Chỉ tiêu", "KH năm 2024", "TH quý III/2024", "TH 9 tháng 2024", "% KH"]
    rows: list[list[Value]] = [["QUÝ III NĂM 2024"], [*head], [1, "Thu", 150, 38, 112, "74,7"]]
    assert checked(OfficeSheet("S", rows)) == Checked(1, 0, [])


def test_the_share_of_counts_is_what_a_plan_in_percent_is_held_against() -> None:
    head = ["STT", "Chỉ tiêu", "KH năm 2024 (%)", "TH năm 2024", "% KH"]
    sheet = OfficeSheet("S", [[*head], [1, "Chi bộ tốt", 90, "45/48", "104,2"]])
    assert checked(sheet) == Checked(1, 0, [])


def test_what_lacks_its_figure_is_not_checked() -> None:
    head = ["STT", "Chỉ tiêu", "TH năm 2024", "% KH"]
    sheet = OfficeSheet("S", [[*head], [1, "Đảng viên mới", 20, "97,0"]])
    assert checked(sheet) == Checked(0, 1, [])


@pytest.mark.parametrize(
    ("head", "stated", "told"),
    [
        ("So với năm 2022 (%)", "125", (1, 0)),
        ("So với năm 2022 (%)", "105", (0, 1)),
        ("2024/2022", "125", (1, 0)),
        ("So với năm 2023 (%)", "105", (1, 0)),
        ("Năm 2023 so với năm 2022", "119,0", (1, 0)),
        ("So với KH", "96,2", (1, 0)),
        ("So với KH năm 2025 (%)", "83,3", (1, 0)),
        ("KH 2025/TH 2024 (%)", "120", (1, 0)),
        ("KH 2025/TH 2024 (%)", "105", (0, 1)),
        ("KH 2025 so với KH 2024 (%)", "115,4", (1, 0)),
    ],
)
def test_a_comparison_is_worked_out_with_what_its_head_names(
    head: str, stated: str, told: tuple[int, int]
) -> None:
    heads = ["STT", "Chỉ tiêu", "TH 2022", "TH 2023", "KH 2024", "TH 2024", "KH 2025", head]
    found = checked(OfficeSheet("S", [[*heads], [1, "Thu", 84, 100, 109.2, 105, 126, stated]]))
    assert (found.agree, len(found.disagree), found.unchecked) == (*told, 0)


@pytest.mark.parametrize(
    "head",
    [
        "So với đầu năm (%)",
        "So với tháng trước",
        "Tăng, giảm (%)",
        "% so với mục tiêu đến năm 2025",
    ],
)
def test_what_a_head_does_not_tell_is_not_judged(head: str) -> None:
    heads = ["STT", "Chỉ tiêu", "TH 2023", "KH 2024", "TH 2024", "Mục tiêu đến năm 2025", head]
    found = checked(OfficeSheet("S", [[*heads], [1, "Thu", 100, 100, 105, 110, "7,7"]]))
    assert found == Checked(0, 1, [])


def test_of_two_tables_on_a_sheet_each_compares_its_own_latest_year() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "Năm 2022", "Năm 2023", "So với năm trước (%)"],
        [1, "Sản lượng lúa", 36, 40, "11,1"],
        [None],
        ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024", "So với năm trước (%)"],
        [1, "Sản lượng lúa", 40, 45, "12,5"],
    ]
    assert checked(OfficeSheet("S", rows)) == Checked(2, 0, [])


def test_a_row_that_compares_is_of_the_year_of_each_column() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024"],
        [1, "Thu ngân sách", 100, 110],
        [None, "Kế hoạch", 90, 100],
        [None, "% so với kế hoạch", "111,1", "110"],
        [None, "So với năm trước", None, "10"],
    ]
    assert checked(OfficeSheet("S", rows)) == Checked(3, 0, [])


def test_of_a_year_whose_first_month_is_yet_to_be_said_nothing_is_judged() -> None:
    heads = ["No.", "Indicator", "2013-14", "2014-15", "Change on previous year (%)"]
    found = checked(OfficeSheet("S", [[*heads], [1, "Complaints", 80, 100, "25"]]))
    assert found == Checked(0, 1, [])


@pytest.mark.parametrize(
    ("heads", "numbers", "stated", "told"),
    [
        (["KH đầu năm", "KH"], [130, 125], "98,5", (1, 0, 0)),
        (["KH đầu năm", "KH"], [130, 125], "102,4", (0, 1, 0)),
        (["KH", "KH điều chỉnh"], [130, 125], "98,5", (1, 0, 0)),
        (["KH", "KH điều chỉnh"], [130, 125], "102,4", (0, 1, 0)),
        # Of one plan alone nobody knows whether it is the first.
        (["KH"], [130], "98,5", (1, 0, 0)),
        (["KH"], [125], "98,5", (0, 0, 1)),
        (["KH điều chỉnh"], [130], "98,5", (0, 0, 1)),
        (["KH điều chỉnh lần 1", "KH điều chỉnh lần 2"], [130, 125], "98,5", (0, 0, 1)),
        ([], [], "98,5", (0, 0, 1)),
    ],
)
def test_the_plan_of_the_years_beginning_is_the_first_one_that_the_sheet_tells(
    heads: list[str], numbers: list[Value], stated: str, told: tuple[int, int, int]
) -> None:
    head = ["Chỉ tiêu", *(f"{text} 2024" for text in heads), "TH 2024", "% so với KH đầu năm"]
    found = checked(OfficeSheet("S", [[*head], ["Thu ngân sách", *numbers, 128, stated]]))
    assert (found.agree, len(found.disagree), found.unchecked) == told


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["% TH/Tỉnh giao", "% TH/Huyện giao"], (2, 0)),
        (["% TH/Huyện giao", "% TH/Tỉnh giao"], (0, 2)),
        (["% TH/KH", "% so với kế hoạch"], (2, 0)),
    ],
)
def test_of_two_who_set_a_plan_that_of_whom_the_head_names_is_meant(
    heads: list[str], told: tuple[int, int]
) -> None:
    head = ["Chỉ tiêu", "Tỉnh giao 2024", "Huyện giao 2024", "TH 2024", *heads]
    found = checked(OfficeSheet("S", [[*head], ["Thu ngân sách", 130, 140, 128, "98,5", "91,4"]]))
    assert (found.agree, len(found.disagree)) == told


@pytest.mark.parametrize(
    ("head", "stated", "told"),
    [
        (["So sánh (%)", "Ước TH 6 tháng/cùng kỳ"], "110", (1, 0)),
        (["So sánh (%)", "Ước TH 6 tháng/KH năm"], "48,9", (1, 0)),
        (["So sánh (%)", "Ước TH 6 tháng/KH năm"], "103,3", (0, 1)),
        (["So sánh (%)", "Ước TH cả năm/KH năm"], "103,3", (1, 0)),
        (["So sánh ước TH với (%)", "KH năm"], "48,9", (1, 0)),
        ([None, "% KH năm"], "48,9", (1, 0)),
        ([None, "% KH năm"], "110", (0, 1)),
    ],
)
def test_of_two_parts_with_a_stroke_between_them_each_says_its_own_time(
    head: list[str | None], stated: str, told: tuple[int, int]
) -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "TH 6 tháng 2023", "Năm 2024", None, None, head[0]],
        [None, None, None, "KH năm", "Ước TH 6 tháng", "Ước TH cả năm", head[1]],
        [1, "Thu", 40, 90, 44, 93, stated],
    ]
    found = checked(OfficeSheet("S", rows, ["C1:C2", "D1:F1"]))
    assert (found.agree, len(found.disagree)) == told


@pytest.mark.parametrize(
    ("heads", "compared", "told"),
    [
        (["HĐND giao", "HĐND tỉnh giao"], "% TH/HĐND tỉnh giao", (0, 1, 1, 0)),
        (["HĐND tỉnh giao", "HĐND giao"], "% TH/HĐND tỉnh giao", (1, 0, 0, 1)),
        (["HĐND giao", "HĐND tỉnh giao"], "% TH/HĐND giao", (1, 0, 0, 1)),
        (["KH tỉnh", "KH xã"], "% KH xã", (0, 1, 1, 0)),
    ],
)
def test_the_setter_that_a_head_says_most_of_is_meant(
    heads: list[str], compared: str, told: tuple[int, int, int, int]
) -> None:
    found = []
    for stated in ("90,0", "112,5"):
        head = ["Chỉ tiêu", *(f"{text} 2024" for text in heads), "TH 2024", compared]
        one = checked(OfficeSheet("S", [[*head], ["Thu ngân sách", 100, 80, 90, stated]]))
        found += [one.agree, len(one.disagree)]
    assert tuple(found) == told


def test_who_set_a_plan_is_named_by_whole_words() -> None:
    assert setters_in("% KH thuế giao", ["Thu giao", "Thuế giao"]) == {"Thuế giao"}
    assert setters_in("% KH", ["Xã giao", "TW giao"]) == {"Xã giao", "TW giao"}
    assert setters_in("% so với KH tỉnh giao", ["Xã giao", "TW giao"]) == set()
