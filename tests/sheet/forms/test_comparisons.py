import pytest
from officesheets import DISTRICT, SCHOOL, OfficeSheet, Value

from giaoban.sheet.forms.comparisons import Checked, changed_in, check_comparisons
from giaoban.sheet.forms.layout import find_blocks
from giaoban.sheet.forms.observations import Context, observe


def checked(sheet: OfficeSheet) -> Checked:
    return check_comparisons(
        seen for block in find_blocks(sheet.grid()) for seen in observe(block, "vi", Context())
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


YEARS = ["2023", "2024"]
HALVES = ["2023-01/2023-06", "2024-01/2024-06"]
SCHOOL_YEARS = ["2022-09/2023-08", "2023-09/2024-08"]


@pytest.mark.parametrize(
    ("head", "times", "told"),
    [
        (["So với cùng kỳ (%)"], YEARS, "2024"),
        (["So với cùng kỳ (%)"], YEARS[::-1], "2024"),
        (["So với năm 2023 (%)"], YEARS, "2024"),
        (["2024/2023 (%)"], YEARS, "2024"),
        (["TH 2024/TH 2023 (%)"], YEARS, "2024"),
        (["So sánh (%)", "Cùng kỳ"], YEARS, "2024"),
        (["Giai đoạn 2021-2025", "Năm 2024", "So với cùng kỳ năm trước"], YEARS, "2024"),
        (["Năm 2023", "So với năm trước"], YEARS, "2023"),
        (["Change on previous year (%)"], YEARS, "2024"),
        (["So với năm học 2022-2023"], SCHOOL_YEARS, SCHOOL_YEARS[1]),
        (["So với 6 tháng đầu năm 2023 (%)"], HALVES, HALVES[1]),
        (["So với cùng kỳ năm 2023"], HALVES, HALVES[1]),
        (["6 tháng so với cùng kỳ"], [*HALVES, "2024"], HALVES[1]),
    ],
)
def test_a_change_against_the_year_before_is_of_the_time_named_or_the_latest(
    head: list[str], times: list[str], told: str
) -> None:
    assert changed_in(head, times) == told


@pytest.mark.parametrize(
    ("head", "times"),
    [
        (["So với đầu năm (%)"], YEARS),
        (["So với đầu năm 2023"], YEARS),
        (["2024/2020 (%)"], ["2020", "2023", "2024"]),
        (["2023/2024"], YEARS),
        (["So với năm 2020"], ["2020", "2024"]),
        (["So với năm 2024"], YEARS),
        (["So với năm 2023 và 2022"], YEARS),
        (["So với cùng kỳ năm 2022"], YEARS),
        (["So với 5 năm trước"], YEARS),
        (["So với tháng trước"], ["2024-04", "2024-05"]),
        (["So với cùng kỳ nhiệm kỳ trước"], YEARS),
        (["So với năm trước", "Số tuyệt đối"], YEARS),
        (["Tốc độ tăng (%)"], YEARS),
        (["KH 2024 so với TH 2023"], YEARS),
        (["So với năm 2023"], HALVES),
        (["So với cùng kỳ"], ["2024-07/2024-09", "2024-01/2024-09"]),
        (["So với cùng kỳ"], []),
    ],
)
def test_a_change_against_anything_else_is_of_no_time(head: list[str], times: list[str]) -> None:
    assert changed_in(head, times) == ""
