import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.extract.entries import entries
from giaoban.extract.found import found
from giaoban.extract.mentions import Quantity
from giaoban.extract.prose import composed, read_prose

PRESS = sorted(p for p in (ROOT / "tests/press").iterdir() if p.suffix in (".txt", ".html"))
PIECES = re.findall(
    r"\S+",
    "0 7 12 45 48 93,75 1.234 2022 2021 14/3 2/9 20255 97,8 ２０ ² ½ ① ٣ . , ; : / - – ( ) [ ] % + "
    "năm tháng quý ngày đạt trên từ đến trong đó giai đoạn khóa XV số Nghị quyết NQ/TW CTr/HU x "
    "đồng chí tỷ đồng điểm phần trăm m2 h Covid G % | nhiệm kỳ Điều lần thứ hai trăm mỗi",
)
PIECES += ["\n", "\t", "\u00a0"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
)


def sorts(text: str) -> list[tuple[str, str]]:
    return [(m.sort, text[m.start : m.end]) for m in found(text)]


def each_run_is_in_one_mention(text: str) -> None:
    mentions = found(text)
    runs = [match.span() for match in re.finditer(r"\d+", text)]
    runs += [(at, at + 1) for at, sign in enumerate(text) if unicodedata.category(sign) == "No"]
    for start, end in runs:
        assert len([m for m in mentions if m.start <= start and end <= m.end]) == 1, text[start:end]
    for first, second in pairwise(mentions):
        assert first.end <= second.start


@given(TEXTS)
def test_every_run_of_digits_lies_in_exactly_one_mention(text: str) -> None:
    each_run_is_in_one_mention(text)


@given(TEXTS)
def test_every_mention_becomes_an_entry(text: str) -> None:
    passage = composed(text, [(1, column) for column in range(1, len(text) + 1)])
    made = entries([passage])
    assert [entry.mention for entry in made] == found(passage.text)
    assert all(entry.kind for entry in made)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_every_digit_of_a_file_is_found_once_and_in_its_place(tmp_path: Path, text: str) -> None:
    text = text.replace("\0", "").removeprefix("\ufeff")
    (tmp_path / "a.txt").write_bytes(text.encode())
    lines = re.split(r"\r\n|\r|\n", text)
    stand = [
        (n, m.start() + 1) for n, line in enumerate(lines, 1) for m in re.finditer(r"\d", line)
    ]
    told = [
        passage.places[at]
        for passage in read_prose(tmp_path / "a.txt")
        for mention in found(passage.text)
        for at in range(mention.start, mention.end)
        if re.match(r"\d", passage.text[at])
    ]
    assert told == stand


def test_a_list_without_end_is_cut_and_loses_nothing() -> None:
    text = "Năm 2024 có " + "5 xã, 7 hộ, " * 400
    passage = composed(text, [(1, column) for column in range(1, len(text) + 1)])
    assert [entry.mention for entry in entries([passage])] == found(passage.text)


@pytest.mark.parametrize("path", PRESS, ids=lambda p: p.name)
def test_so_it_does_in_prose(path: Path) -> None:
    for passage in read_prose(path):
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
        ("bão số 3", "ordinal"),
        ("12.34.56", "unplaced"),
        ("2/9", "unplaced"),
        ("hai xã", "words"),
        ("một trăm", "words"),
    ],
)
def test_what_is_no_figure_is_named(text: str, sort: str) -> None:
    (mention,) = found(f"và {text} thì")[:1]
    said = f"và {text} thì"[mention.start : mention.end]
    assert mention.sort == sort
    assert text.startswith(said)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("năm 2022", "2022"),
        ("2021-2025", "2021/2025"),
        ("giai đoạn 2020–2022", "2020/2022"),
        ("từ năm 2020 đến năm 2022", "2020/2022"),
        ("3 năm (2020-2022)", "2020/2022"),
        ("nhiệm kỳ (2015-2020)", "2015/2020"),
        ("6 tháng đầu năm 2022", "2022-01/2022-06"),
        ("sáu tháng đầu năm 2022", "2022-01/2022-06"),
        ("9 tháng năm 2022", "2022-01/2022-09"),
        ("5 tháng cuối năm 2020", "2020-08/2020-12"),
        ("quý II/2023", "2023-04/2023-06"),
        ("quý 3 năm 2023", "2023-07/2023-09"),
        ("tháng 8/2021", "2021-08"),
        ("tháng 8 đến tháng 12/2020", "2020-08/2020-12"),
        ("nửa đầu năm 2024", "2024-01/2024-06"),
        ("4/2023", "2023-04"),
        ("quý I", "None"),
        ("3 năm", "None"),
        ("hai năm", "None"),
    ],
)
def test_a_period_is_read(text: str, period: str) -> None:
    (mention,) = found(text)
    assert (mention.sort, str(mention.period)) == ("period", period)


@pytest.mark.parametrize(
    ("text", "number", "measure", "unit"),
    [
        ("93,75%", "93,75%", "percent", ""),
        ("14 %", "14 %", "percent", ""),
        ("93,75 phần trăm", "93,75", "percent", ""),
        ("4,05 điểm phần trăm", "4,05", "points", ""),
        ("4,05 điểm %", "4,05", "points", ""),
        ("460 đồng chí", "460", "count", "đồng chí"),
        ("1.500 đảng viên mới", "1.500", "count", "đảng viên mới"),
        ("2.709,5 tỷ đồng", "2.709,5", "other", "tỷ đồng"),
        ("32,3 triệu đồng/người/năm", "32,3", "other", "triệu đồng/người/năm"),
        ("100m2", "100", "other", "m2"),
        ("1 234 567 đồng", "1 234 567", "other", "đồng"),
        ("1 250 tỷ đồng", "1 250", "other", "tỷ đồng"),
        ("1 250,5 ha", "1 250,5", "other", "ha"),
        ("1 250 đảng viên", "1 250", "count", "đảng viên"),
        ("12 tuổi", "12", "other", "tuổi"),
        ("2022 đồng chí", "2022", "count", "đồng chí"),
        ("đạt 97,8", "97,8", "", ""),
        ("45/48 tổ chức", "45/48", "counts", "tổ chức"),
        ("45 trên 48 chi bộ", "45 trên 48", "counts", "chi bộ"),
        ("324/320 tỷ đồng", "324/320", "counts", "tỷ đồng"),
    ],
)
def test_a_quantity_has_its_print_and_its_unit(
    text: str, number: str, measure: str, unit: str
) -> None:
    (mention,) = found(text)
    assert isinstance(mention, Quantity)
    assert (mention.number, mention.measure, mention.unit) == (number, measure, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gần hai mươi lăm xã", ["hai mươi lăm"]),
        ("kết nạp ba trăm năm mươi đảng viên", ["ba trăm năm mươi"]),
        ("gần một phần ba số xã, một nửa số hộ", ["một phần ba", "một nửa"]),
        ("hàng trăm hộ", ["hàng trăm"]),
        ("ít nhất một huyện, không xã nào dưới năm tiêu chí", ["một", "năm"]),
        ("tăng chín đơn vị", ["chín"]),
        ("quận Hai Bà Trưng và quận Ba Đình trong năm, một số xã", []),
    ],
)
def test_a_number_in_words_is_listed_whole(text: str, words: list[str]) -> None:
    assert [said for sort, said in sorts(text) if sort == "words"] == words


@pytest.mark.parametrize("text", ["từ 89% đến 93%", "89-93%", "89 – 93 %"])
def test_a_range_has_two_ends(text: str) -> None:
    low, high = found(text)
    assert isinstance(low, Quantity)
    assert isinstance(high, Quantity)
    assert [(q.bound, q.measure) for q in (low, high)] == [(">=", "percent"), ("<=", "percent")]


def test_a_number_with_a_fraction_in_one_sign_is_not_read_without_it() -> None:
    assert sorts("rộng 5½ ha")[:2] == [("unplaced", "5"), ("unplaced", "½")]


def test_a_year_with_a_digit_too_many_is_no_year_nor_range() -> None:
    assert sorts("nhiệm kỳ 2020 – 20255") == [("period", "2020"), ("unplaced", "20255")]
