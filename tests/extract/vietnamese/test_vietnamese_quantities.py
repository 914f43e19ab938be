from pathlib import Path

import pytest
from drafting import drafted, propose, sorts

from giaoban.extract.vietnamese import Quantity, find_mentions


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
        ("300/320 tỷ đồng", "300/320", "counts", "tỷ đồng"),
    ],
)
def test_a_quantity_has_its_print_and_its_unit(
    text: str, number: str, measure: str, unit: str
) -> None:
    (mention,) = find_mentions(text)
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
    low, high = find_mentions(text)
    assert isinstance(low, Quantity)
    assert isinstance(high, Quantity)
    assert [(q.bound, q.measure) for q in (low, high)] == [(">=", "percent"), ("<=", "percent")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("28/30 có trình độ đại học", ("28", "30")),
        ("39/52 (75%) hoàn thành tốt nhiệm vụ", ("39", "52")),
        ("39/52 đảng bộ", ("39", "52")),
        ("14/3 có hội nghị", None),
    ],
)
def test_a_part_and_its_whole_are_told_from_a_day(
    tmp_path: Path, text: str, counts: tuple[str, str] | None
) -> None:
    table = drafted(tmp_path, f"Năm 2022, {text}.")
    found = table[table["numerator"].ne("")][["numerator", "denominator"]]
    assert [*found.itertuples(index=False, name=None)] == ([counts] if counts else [])


@pytest.mark.parametrize(
    ("text", "unit_measure"), [("165/150 đảng viên", "count"), ("324,5/320 tỷ đồng", "")]
)
def test_of_more_than_the_whole_the_second_number_is_the_plan(
    tmp_path: Path, text: str, unit_measure: str
) -> None:
    done, plan = drafted(tmp_path, f"Năm 2022, kết nạp {text} mới.").iloc[1:].to_dict("records")
    assert [done["as_published"], plan["as_published"]] == text.split()[0].split("/")
    assert (done["kind"], plan["kind"], plan["period"]) == ("figure", "target", "2022")
    assert {done["unit_measure"], plan["unit_measure"]} == {unit_measure}
    assert text.split(maxsplit=1)[1] in done["indicator_phrase"] + done["doubts_told"]


@pytest.mark.parametrize(
    "text",
    [
        "đến 30/6 toàn huyện có 45 đảng viên mới",
        "dịp 27/7 huyện tặng 45 suất quà",
        "từ 15/3 đến 20/6 huyện mở 45 lớp",
    ],
)
def test_a_day_before_what_might_be_counted_is_no_figure_and_its_plan(
    tmp_path: Path, text: str
) -> None:
    assert propose(tmp_path, f"Năm 2022, {text}.")["as_published"].tolist() == ["45"]


@pytest.mark.parametrize("text", ["tăng 3 vụ (15/12 vụ)", "tăng so với cùng kỳ: 15/12 vụ"])
def test_a_figure_beside_that_of_another_year_is_not_beside_its_plan(
    tmp_path: Path, text: str
) -> None:
    row = propose(tmp_path, f"Năm 2022, tai nạn {text}.").iloc[-1]
    assert (row["kind"], row["as_published"], row["doubts"]) == ("figure", "15/12", "counts_only")


def test_a_way_down_is_no_range(tmp_path: Path) -> None:
    table = propose(tmp_path, "Năm 2022, số vụ giảm từ 12 đến 7 vụ.")
    assert table[["kind", "value", "qualifier"]].to_numpy().tolist() == [
        ["figure", "12", "="],
        ["figure", "7", "="],
    ]
    assert "earlier_value" in table["doubts"].iloc[0].split()


@pytest.mark.parametrize("span", ["5-7%", "từ 5 đến 7%", "từ 5% đến 7%"])
def test_both_ends_of_a_range_go_down(tmp_path: Path, span: str) -> None:
    table = propose(tmp_path, f"Năm 2022, thu ngân sách giảm {span} so với năm 2021.")
    assert table[["kind", "value", "qualifier"]].to_numpy().tolist() == [
        ["change", "-5", "<="],
        ["change", "-7", ">="],
    ]
