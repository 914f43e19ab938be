"""What a number is worth, and what its print leaves in doubt."""

from pathlib import Path

import pytest
from drafting import drafted, propose


def test_a_mean_of_persons_is_no_percentage(tmp_path: Path) -> None:
    text = "Trong 3 năm (2022-2024), 45% chi bộ tốt; kết nạp 44 đảng viên, "
    row = drafted(tmp_path, f"{text}bình quân mỗi năm 14,5 đảng viên.", "04-CTr-HU").iloc[-1]
    assert (row["kind"], row["value"], row["unit_measure"]) == ("mean_per_year", "14.5", "count")
    assert (row["indicator"], row["doubts"]) == ("members-admitted", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tổ chức đảng tốt đạt 97,8, đảng viên tốt đạt 89%", "percent_sign_missing"),
        ("Cán bộ có trình độ đại học đạt 100% trở lên", "share_or_more"),
        ("Người dân có bảo hiểm đạt 101%", "share_over_100"),
        ("Có 93% chi bộ tốt, trong đó 20% xuất sắc", "base_not_said"),
        ("Thu ngân sách 1.234 tỷ đồng", "ambiguous_number"),
        ("Dịch vụ tăng 0 68% so với năm trước", "split_number"),
        ("Tỷ lệ tốt khoảng 93% trở lên", "qualifiers_contradict"),
        ("Tỷ lệ tốt tăng 3-5% so với năm trước", "range"),
        ("Có 45/48 chi bộ tốt", "counts_only"),
        ("Thu ngân sách 12 tỷ đồng", "other_measure"),
        ("Kết quả là 12", "no_unit"),
        ("Tỷ lệ tốt tăng 3% so với năm trước", "points_or_percent"),
        ("Hộ nghèo giảm 30 hộ", "decrease"),
        ("Thu ngân sách bằng 112% so với cùng kỳ", "ratio"),
        ("Ba xã lần lượt đạt 89%, 91% và 93%", "in_turn"),
        ("Hộ nghèo giảm từ 5% xuống còn 3%", "earlier_value"),
        ("Trong 3 năm 2022-2024, hộ nghèo bình quân mỗi năm giảm 3%", "decrease"),
        ("Tăng trưởng âm 2,5%", "decrease"),
        ("\n-2,5% so với cùng kỳ", "dash_or_minus"),
        ("Kết nạp 1 250 đảng viên", "split_number"),
        ("Tỷ lệ tốt tăng 3%", "since_not_said"),
        ("Giai đoạn 2020-2025, tỷ lệ tốt đạt 93%", "term_or_stage"),
        ("Tính đến hết tháng 6/2023, kết nạp 78 đảng viên", "summed_until"),
        ("Phấn đấu đến năm 2025 kết nạp 500 đảng viên", "by_or_in_all"),
        ("Có 633 căn nhà, phấn đấu xây 100 căn trong năm 2025", "period_behind"),
        ("Thực hiện nghị quyết nhiệm kỳ 2020-2025. Tỷ lệ tốt đạt 93%", "years_carried"),
    ],
)
def test_what_is_unsure_is_named_and_told(tmp_path: Path, text: str, code: str) -> None:
    table = propose(tmp_path, f"Năm 2022. {text}.")
    assert code in " ".join(table["doubts"]).split()
    assert table["doubts_told"].ne("").eq(table["doubts"].ne("")).all()


def test_a_change_in_brackets_goes_the_way_of_the_one_before_them(tmp_path: Path) -> None:
    for text, value in (("giảm 12 vụ (15,4%)", "-15.4"), ("tăng 12 vụ (15,4%)", "15.4")):
        row = propose(tmp_path, f"Năm 2022, số vụ cháy {text}.").iloc[1]
        assert (row["kind"], row["value"]) == ("percent_change", value)


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("giảm 1,2%", "-1.2", "="),
        ("giảm trên 1,2%", "-1.2", "<"),
        ("giảm ít nhất 1,2%", "-1.2", "<="),
        ("giảm bình quân 0,8 điểm phần trăm", "-0.8", "="),
        ("giảm được 1,2%", "-1.2", "="),
        ("giảm không quá 3,5%", "-3.5", ">="),
        ("giảm xấp xỉ 1%", "-1", "~"),
        ("giảm tối đa 12 tỷ đồng", "-12", ">="),
        ("giảm nhiều nhất 12 tỷ đồng", "-12", ">="),
        ("giảm dưới 2%", "-2", ">"),
        ("giảm từ 2% trở lên", "-2", "<="),
        ("tăng được 1,2%", "1.2", "="),
        ("tăng không quá 3,5%", "3.5", "<="),
        ("tăng xấp xỉ 1%", "1", "~"),
        ("tăng gấp 1,5 lần", "1.5", "="),
        ("tăng thêm 1,2%", "1.2", "="),
        ("tăng trưởng âm 2,5%", "-2.5", "="),
    ],
)
def test_what_goes_down_is_below_zero(
    tmp_path: Path, text: str, value: str, qualifier: str
) -> None:
    (row,) = propose(tmp_path, f"Năm 2022, thu ngân sách {text}.").to_dict("records")
    assert (row["kind"], row["value"], row["qualifier"]) == ("change", value, qualifier)
    assert ("decrease" in row["doubts"].split()) == value.startswith("-")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thấp hơn chỉ tiêu 2%", "-2"),
        ("thấp hơn kế hoạch đề ra 2%", "-2"),
        ("Thấp hơn 2% so với chỉ tiêu", "-2"),
        ("hụt chỉ tiêu 2%", "-2"),
        ("kết nạp kém chỉ tiêu 3 đảng viên", "-3"),
        ("vượt khó nhưng vẫn thấp hơn chỉ tiêu 2%", "-2"),
        ("vượt chỉ tiêu 2%", "2"),
        ("cao hơn kế hoạch đề ra 2%", "2"),
        ("vượt chỉ tiêu giảm 2%", "2"),
        ("vượt chỉ tiêu xóa chi bộ yếu kém 2%", "2"),
    ],
)
def test_a_shortfall_is_a_margin_below_zero(tmp_path: Path, text: str, value: str) -> None:
    (row,) = propose(tmp_path, f"Năm 2022, toàn huyện {text}.").to_dict("records")
    assert (row["kind"], row["value"]) == ("margin_over_target", value)
    assert ("decrease" in row["doubts"].split()) == value.startswith("-")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-12 đảng viên bị kỷ luật.", "12"),
        ("– 12 đảng viên bị kỷ luật.", "12"),
        (
            "Hội nghị đánh giá kết quả thực hiện các nhiệm vụ về xây dựng Đảng\n-12 đảng viên mới.",
            "12",
        ),
        ("Hội nghị ghi âm 12 bản tham luận.", "12"),
        ("Kinh tế tăng trưởng âm 12%.", "-12"),
        ("Kết quả thấp hơn cùng kỳ (-12%).", "-12"),
        ("Các xã Mẫu 02, Mẫu 03, Mẫu 12 lần lượt được khen.", "12"),
    ],
)
def test_a_dash_of_a_list_is_no_minus(tmp_path: Path, text: str, value: str) -> None:
    table = drafted(tmp_path, text)
    assert [one for one in table["value"] if one] == [value]


@pytest.mark.parametrize(
    ("text", "kind", "doubts"),
    [
        ("đạt 155, vượt chỉ tiêu 150", "target", {"margin_or_target", "target_or_figure"}),
        ("đạt 89%, vượt chỉ tiêu 14%", "margin_over_target", {"points_or_percent"}),
        ("tăng 12 người (tương đương 7,7%)", "change", {"points_or_percent", "since_not_said"}),
        (
            "đạt 92%, vượt 17% so với chỉ tiêu Đại hội Đảng bộ huyện khóa mới đề ra (75%)",
            "target",
            set(),
        ),
    ],
)
def test_the_last_number_is_told_by_the_one_before(
    tmp_path: Path, text: str, kind: str, doubts: set[str]
) -> None:
    row = propose(tmp_path, f"Năm 2024, kết nạp đảng viên {text}.").iloc[-1]
    assert row["kind"] == kind
    assert set(row["doubts"].split()) - {"no_unit"} == doubts


def test_a_share_to_be_reached_by_a_year_is_not_doubted(tmp_path: Path) -> None:
    table = propose(tmp_path, "Phấn đấu đến năm 2025 tỷ lệ hộ nghèo dưới 1%")
    assert (table["kind"].iloc[-1], table["doubts"].iloc[-1]) == ("target", "")


@pytest.mark.parametrize("span", ["89-93%", "từ 89% đến 93%", "từ 89 đến 93%"])
@pytest.mark.parametrize(
    ("words", "kind"), [("đạt", "figure"), ("chỉ tiêu giao tỷ lệ tốt là", "target")]
)
def test_a_range_is_one_row_with_both_its_ends(
    tmp_path: Path, words: str, kind: str, span: str
) -> None:
    table = propose(tmp_path, f"Năm 2022, tỷ lệ tốt {words} {span}.")
    row = table[table["kind"].eq(kind)].iloc[0]
    assert (row["value"], row["value_to"], row["qualifier"]) == ("89", "93", "=")
    assert row["as_published"] == span.removeprefix("từ ")
    assert "range" not in row["doubts"].split()
