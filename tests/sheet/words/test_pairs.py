import pytest

from giaoban.sheet.words.headings import COMPARED
from giaoban.sheet.words.pairs import change_in, pairs_in


def changed(path: list[str], times: list[str]) -> str:
    head = "\n".join(path)
    return change_in(head, pairs_in(head, COMPARED, times))


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
        (["So sánh (%)", "Ước TH 6 tháng/cùng kỳ"], [*HALVES, "2024"], HALVES[1]),
        (["TH 6 tháng/CK (%)"], [*HALVES, "2024"], HALVES[1]),
    ],
)
def test_a_change_against_the_year_before_is_of_the_time_named_or_the_latest(
    head: list[str], times: list[str], told: str
) -> None:
    assert changed(head, times) == told


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
    assert changed(head, times) == ""
