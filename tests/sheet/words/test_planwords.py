import pytest

from giaoban.sheet.words import read_path


@pytest.mark.parametrize(
    ("path", "bound"),
    [
        (("Target 2025 (max)",), "<="),
        (("Chỉ tiêu 2025 (tối đa)",), "<="),
        (("KH năm 2025", "Tối đa"), "<="),
        (("Max target 2025",), "<="),
        (("KH 2025 (không quá)",), "<="),
        (("Mức trần KH 2025",), "<="),
        (("Chỉ tiêu ≤ 2025",), "<="),
        (("KH năm 2025", "Tối thiểu"), ">="),
        (("Target 2025 (minimum)",), ">="),
        (("KH 2025 (≥)",), ">="),
        (("KH 2025 (tối thiểu - tối đa)",), ""),
        (("KH 2025",), ""),
    ],
)
def test_the_head_of_a_plan_says_whether_it_is_a_ceiling(path: tuple[str, ...], bound: str) -> None:
    said = read_path(path)
    assert (said.kind, said.period, said.name, said.bound) == ("target", "2025", "", bound)


@pytest.mark.parametrize("text", ["Nhiệt độ tối đa", "TH (max)", "KH công suất tối đa"])
def test_what_is_a_ceiling_by_its_name_keeps_that(text: str) -> None:
    said = read_path((f"{text} 2024",))
    assert (said.name, said.bound) == (text, "")
