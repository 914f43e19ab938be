"""What an item has said of time, and what follows from it for a number whose sentence says nothing."""

import pytest
from drafting import sentences

from giaoban.extract.vietnamese import Memory
from giaoban.language import parse_period


def after(*texts: str) -> Memory:
    memory = Memory()
    for text in texts:
        for sentence in sentences(text):
            memory.keep(sentence)
    return memory


def recalled(memory: Memory) -> tuple[str, str]:
    period, doubt = memory.recalled()
    return str(period or ""), doubt


def test_of_nothing_said_nothing_is_recalled() -> None:
    assert recalled(Memory()) == ("", "period_not_said")


def test_a_period_is_recalled_and_doubted_once_another_paragraph_began() -> None:
    memory = after("Năm 2021, có hội nghị. Năm 2022, kết nạp 112 đảng viên.")
    assert recalled(memory) == ("2022", "")
    memory.begin_paragraph()
    assert recalled(memory) == ("2022", "period_carried")


@pytest.mark.parametrize(
    ("said", "period", "doubt"),
    [
        # A figure may be of one of several years.
        ("Các năm từ 2022-2024 đã qua.", "2022/2024", "years_carried"),
        # What is striven for is of no figure that follows.
        ("Phấn đấu năm 2025 có trên 70% hộ dùng nước sạch.", "2022", ""),
        ("Mục tiêu đến năm 2025:", "2025", ""),
        # What stands in brackets is said of one number.
        ("Năm 2023 tỷ lệ tốt 97,5% (chỉ tiêu năm 2025 là 98%).", "2023", ""),
        ("Chương trình số 04-CTr/HU, giai đoạn 2021-2025.", "2022", "years_carried"),
        ("Năm nay có hội nghị.", "", "period_not_said"),
        ("Huyện được tặng Cờ thi đua.", "2022", ""),
    ],
)
def test_what_a_sentence_says_of_time_counts_for_the_next_one(
    said: str, period: str, doubt: str
) -> None:
    assert recalled(after("Năm 2022, kết nạp 112 đảng viên.", said)) == (period, doubt)


def test_a_quarter_without_a_year_is_of_the_year_named_last_even_in_a_date() -> None:
    assert recalled(after("Quý II, tiếp nhận 3.412 hồ sơ.")) == ("", "period_not_said")
    memory = after("Chiều 28/6/2024, Quận ủy họp.", "Quý II, tiếp nhận 3.412 hồ sơ.")
    assert memory.year == 2024
    assert recalled(memory) == ("2024-04/2024-06", "period_derived")


def test_so_many_years_are_those_that_a_sentence_named_together() -> None:
    named = "Báo cáo điểm lại năm 2020, năm 2021 và năm 2022."
    three, two = "Trong 3 năm, kết nạp 460 đảng viên.", "Trong 2 năm, kết nạp 460 đảng viên."
    memory = after(named, three)
    assert memory.told == [[parse_period(year) for year in ("2020", "2021", "2022")]]
    assert recalled(memory) == ("2020/2022", "period_derived")
    assert recalled(after(named, two)) == ("", "period_not_said")
    assert recalled(after("Năm 2020 và năm 2022.", two)) == ("", "period_not_said")
