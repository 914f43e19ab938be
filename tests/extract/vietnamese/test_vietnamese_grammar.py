"""Every run of digits is in one mention, and what is no figure is named."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from drafting import ITEMS, TEXTS, sorts
from hypothesis import given

from giaoban.extract.document import read_document
from giaoban.extract.vietnamese import find_mentions


def each_run_is_in_one_mention(text: str) -> None:
    mentions = find_mentions(text)
    runs = [match.span() for match in re.finditer(r"\d+", text)]
    runs += [(at, at + 1) for at, sign in enumerate(text) if unicodedata.category(sign) == "No"]
    for start, end in runs:
        assert len([m for m in mentions if m.start <= start and end <= m.end]) == 1, text[start:end]
    for first, second in pairwise(mentions):
        assert first.end <= second.start


@given(TEXTS)
def test_every_run_of_digits_lies_in_exactly_one_mention(text: str) -> None:
    each_run_is_in_one_mention(text)


@pytest.mark.parametrize("path", ITEMS, ids=lambda p: p.name)
def test_so_it_does_in_prose(path: Path) -> None:
    for passage in read_document(path):
        each_run_is_in_one_mention(passage.text)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("04-CTr/HU", "document"),
        ("04 - CTr/HU", "document"),
        ("12/2021/NĐ-CP", "document"),
        ("43/2022/QH15", "document"),
        ("Điều 5", "document"),
        ("Nghị quyết 80", "document"),
        ("nghị quyết số 80", "document"),
        ("14/3/2023", "date"),
        ("ngày 14 tháng 3 năm 2023", "date"),
        ("sáng 14/3", "date"),
        ("chiều 29-12", "date"),
        ("Ngày 8.12", "date"),
        ("ngày 13 và 14/3", "date"),
        ("ngày 15 đến 20/2/2025", "date"),
        ("14/3", "date"),
        ("2023-03-14", "date"),
        ("08:00", "time"),
        ("8h30", "time"),
        ("14 giờ 30 phút", "time"),
        ("lần thứ 11", "ordinal"),
        ("thứ ba", "ordinal"),
        ("khóa XVII", "ordinal"),
        ("nhiệm kỳ XXIII", "ordinal"),
        ("Covid-19", "name"),
        ("QL21B", "name"),
        ("dịch vụ 4.0", "name"),
        ("0912 345 678", "name"),
        ("(024) 3847 1234", "name"),
        ("+84 912 345 678", "name"),
        ("mũi 2", "ordinal"),
        ("mức độ 2", "ordinal"),
        ("bão số 3", "ordinal"),
        ("12.34.56", "unplaced"),
        ("2/9", "unplaced"),
        ("hai xã", "words"),
        ("một trăm", "words"),
    ],
)
def test_what_is_no_figure_is_named(text: str, sort: str) -> None:
    (mention,) = find_mentions(f"và {text} thì")[:1]
    said = f"và {text} thì"[mention.start : mention.end]
    assert mention.sort == sort
    assert text.startswith(said)


@pytest.mark.parametrize(
    ("text", "of", "figures"),
    [
        ("tỷ suất tử vong là 15,2/1.000 trẻ đẻ sống", ["1.000"], ["15,2"]),
        ("tỷ suất tử vong trẻ em trên 1.000 trẻ là 15,2", ["1.000"], ["15,2"]),
        ("11 bác sĩ/1 vạn dân", ["1"], ["11"]),
        ("giá trị sản xuất trên 1 ha đất ước đạt 190 triệu đồng", ["1"], ["190 triệu đồng"]),
        ("bình quân 1 xã đạt 18,5 tiêu chí", ["1"], ["18,5"]),
        ("có 15 máy điện thoại/100 dân", ["100"], ["15"]),
        ("giá trị sản xuất trên 1 ha đất năm 2022 đạt 190 triệu đồng", ["1"], ["190 triệu đồng"]),
        ("có trên 1.000 hộ nghèo, đạt 95%", [], ["1.000", "95%"]),
        ("có trên 1.000 hộ đạt chuẩn 3 năm liền", [], ["1.000"]),
        ("có 20/100 hộ nghèo", [], ["20/100"]),
        ("đảng viên dưới 30 tuổi là 66,7%", ["30"], ["66,7%"]),
        ("trẻ từ 3-5 tuổi đi học đạt 98,5%", ["3-5"], ["98,5%"]),
        ("trẻ 5 tuổi đi học đạt 98,5%", ["5"], ["98,5%"]),
        ("tuổi bình quân dưới 40 tuổi", [], ["40 tuổi"]),
    ],
)
def test_what_a_rate_is_of_and_an_age_that_names_people_are_no_figures(
    text: str, of: list[str], figures: list[str]
) -> None:
    said = sorts(f"Năm nay {text}.")
    assert [printed for sort, printed in said if sort == "name"] == of
    assert [printed for sort, printed in said if sort == "quantity"] == figures


def test_a_number_with_a_fraction_in_one_sign_is_not_read_without_it() -> None:
    assert sorts("rộng 5½ ha")[:2] == [("unplaced", "5"), ("unplaced", "½")]


def test_a_year_with_a_digit_too_many_is_no_year_nor_range() -> None:
    assert sorts("nhiệm kỳ 2020 – 20255") == [("period", "2020"), ("unplaced", "20255")]
