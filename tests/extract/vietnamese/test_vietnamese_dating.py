from pathlib import Path

import pytest
from drafting import contexts, last, propose, sentences

from giaoban.extract.vietnamese import (
    CHANGE,
    FIGURE,
    IN_TURN,
    MEAN,
    TARGET,
    Memory,
    in_turn,
    period_of,
)
from giaoban.language import parse_period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Năm 2021, đạt 20% và năm 2022 đạt 30%.", ["2021", "2022"]),
        ("Tỷ lệ tốt đạt 20% năm 2021, 30% năm 2022.", ["2021", "2022"]),
        ("Năm 2022, đạt 30%, tăng 5% so với năm 2021.", ["2022", "2021/2022"]),
        ("Năm 2022, đạt 30%, giảm 5% so với cuối năm 2020.", ["2022", "2020/2022"]),
        ("Năm 2022, đạt 30%, bình quân mỗi năm tăng 5%.", ["2022", ""]),
        ("Báo cáo năm 2021. Hộ nghèo giảm 5% so với năm 2021.", [""]),
        ("Báo cáo năm 2022. So với năm 2020, hộ nghèo giảm 5%.", ["2020/2022"]),
        ("Năm 2022, đạt 87%, cao hơn năm 2020 là 2 điểm %.", ["2022", "2020/2022"]),
        ("Năm 2022, đạt 87%, tăng so với năm 2020 là 2%.", ["2022", "2020/2022"]),
        ("Năm 2022, đạt 87% (năm 2021: 85%). Hộ nghèo còn 2%.", ["2022", "2021", "2022"]),
        ("Trong 9 tháng, đạt 87% (đạt 70% kế hoạch năm).", ["", ""]),
        ("Năm 2022, đạt 30%, mỗi năm giai đoạn 2020-2022 bình quân 5%.", ["2022", "2020/2022"]),
        ("Năm 2022, tăng 30% (cùng kỳ năm 2021 tăng 5%).", ["2022", ""]),
        ("Năm 2023 tỷ lệ tốt 97,5% (chỉ tiêu năm 2025 là 98%).", ["2023", "2025"]),
        ("Năm 2024 có 12 vụ, giảm 3 vụ so với năm 2022 (15 vụ).", ["2024", "2022/2024", "2022"]),
        ("Năm 2024 có 12 vụ, bằng 80% so với cùng kỳ (15 vụ).", ["2024", "2024", "2023"]),
        (
            "Quý I năm 2024 có 12 vụ, bằng 80% so với cùng kỳ năm 2023 (15 vụ).",
            ["2024-01/2024-03", "2024-01/2024-03", "2023-01/2023-03"],
        ),
        ("Năm 2024 có 12 vụ, giảm 3 vụ so với năm trước (15 vụ).", ["2024", "2023/2024", "2023"]),
        (
            "Năm 2024 còn 2,15% (giảm 1% so với năm 2023, vượt 0,2% kế hoạch).",
            ["2024", "2023/2024", "2024"],
        ),
        (
            "Quý I năm 2024 thu 75 tỷ đồng, đạt 25% dự toán cả năm (300 tỷ đồng).",
            ["2024-01/2024-03", "2024-01/2024-03", "2024"],
        ),
        (
            "Năm 2024 đạt 56,2%, vượt 0,2% so với mục tiêu đến năm 2025 (56%).",
            ["2024", "2024", "2025"],
        ),
        ("Giai đoạn 2021-2025 có 12 vụ, bằng 80% cùng kỳ (15 vụ).", ["2021/2025"] * 2 + [""]),
        ("Năm 2024 có 12 vụ, giảm 3 vụ so với năm 2023 (20%).", ["2024", "2023/2024", ""]),
        ("Kết quả năm 2023: 97,5% (năm 2022: 96,1%).", ["2023", "2022"]),
        ("Năm 2023 có 15 chi bộ mới (12 chi bộ năm 2022).", ["2023", "2022"]),
        ("Có 15 chi bộ mới (năm 2022 có 12 chi bộ).", ["", "2022"]),
        ("Năm 2023 tỷ lệ tốt 97,5% (chỉ tiêu: 98%) và 5% (năm 2022).", ["2023", "2023", "2022"]),
        ("Tỷ lệ tốt đạt 97,5% (năm 2022), 96% (năm 2021).", ["2022", "2021"]),
        ("Năm 2022 có hội nghị. Thu đạt 20% sau 9 tháng.", [""]),
        ("Hai năm 2021 và 2022 hộ nghèo lần lượt là 20% và 30%.", ["2021", "2022"]),
        ("Các năm 2021, 2022 tỷ lệ tốt lần lượt là 20% và 30%.", ["2021", "2022"]),
        ("Năm 2020-2022, hai xã A, B lần lượt đạt 20% và 30%.", ["2020/2022", "2020/2022"]),
        ("Tỷ lệ tốt là 20% và 30% lần lượt vào các năm 2021 và 2022.", ["2021", "2022"]),
        ("Các năm 2020, 2021 và 2022 tỷ lệ tốt lần lượt là 20% và 30%.", ["", ""]),
        ("Tháng Tám năm 2022, đạt 20%.", ["2022-08"]),
        ("Quý Ba năm 2022, đạt 20%.", ["2022-07/2022-09"]),
        ("Năm 2022 có hội nghị. Tỷ lệ tốt đạt 20%.", ["2022"]),
        ("Báo cáo năm 2022, quý I đạt 20%.", ["2022-01/2022-03"]),
        ("Năm 2020, 2021 và 2022 đã qua. Trong 3 năm, kết nạp 460 người.", ["2020/2022"]),
        ("Trong 3 năm, kết nạp 460 người.", [""]),
        ("Tỷ lệ tốt đạt 20%.", [""]),
        ("Phấn đấu năm 2025 đạt 90%. Tỷ lệ tốt đạt 20%.", ["2025", ""]),
        ("Ngày 14/3/2023, tỷ lệ tốt đạt 20%.", [""]),
        ("Trong 3 năm (2022-2024) có hội nghị. Thu 9 tháng đạt 20%. Chi đạt 5%.", ["", ""]),
        ("Năm 2022 có hội nghị. Năm nay, tỷ lệ tốt đạt 20%.", [""]),
        ("Năm 2022, tỷ lệ tốt 9 tháng đạt 20%.", [""]),
        (
            "Năm 2022 có hội nghị. Tỷ lệ tốt tăng 3% so với năm trước, đạt 20%.",
            ["2021/2022", "2022"],
        ),
    ],
)
def test_a_number_has_the_period_that_the_text_gives_it(
    tmp_path: Path, text: str, periods: list[str]
) -> None:
    table = propose(tmp_path, text)
    assert table["period"].tolist() == periods
    unsaid = table["doubts"].str.contains("period_not_said").tolist()
    assert unsaid == [period == "" for period in periods]


def test_a_year_behind_another_clause_is_in_doubt(tmp_path: Path) -> None:
    table = propose(tmp_path, "Hằng năm có 90% chi bộ tốt; riêng năm 2024 đạt 93%.")
    assert table["doubts"].tolist() == ["period_behind", ""]


def test_years_carried_from_an_earlier_sentence_are_in_doubt(tmp_path: Path) -> None:
    (row,) = propose(tmp_path, "Từ 2022-2024 có hội nghị. Tỷ lệ tốt đạt 20%.").to_dict("records")
    assert (row["period"], row["doubts"]) == ("2022/2024", "years_carried")


def test_a_claim_of_a_period_that_is_not_said_is_doubted(tmp_path: Path) -> None:
    rows = propose(tmp_path, "Trong 9 tháng, kết nạp 105 đảng viên (đạt 70% kế hoạch năm).")
    assert rows["doubts"].str.contains("period_not_said").all()


def test_what_stands_above_a_number_in_a_table_goes_before_what_its_row_says() -> None:
    number, column = last("Năm 2022, tỷ lệ tốt 97,8%"), parse_period("2021")
    assert period_of(number, FIGURE, Memory()) == (parse_period("2022"), "")
    assert period_of(number, FIGURE, Memory(), column=column) == (column, "")


def test_a_target_in_brackets_is_of_the_period_of_the_number_before_it_and_a_figure_is_not() -> (
    None
):
    _, number = contexts("Năm 2023, thu nhập đạt 62 triệu đồng (60 triệu đồng)")
    before = parse_period("2023-01/2023-06")
    assert period_of(number, TARGET, Memory(), before) == (before, "")
    assert period_of(number, TARGET, Memory(), None) == (None, "period_not_said")
    assert period_of(number, FIGURE, Memory(), before) == (parse_period("2023"), "")


def test_a_change_begins_where_it_is_said_to_and_a_figure_is_of_the_year_alone() -> None:
    number = last("Năm 2023, 17/19 tiêu chí đã đạt, tăng 4 tiêu chí so với năm 2021")
    assert period_of(number, CHANGE, Memory()) == (parse_period("2021/2023"), "")
    assert period_of(number, FIGURE, Memory()) == (parse_period("2023"), "")
    unsaid = last("Năm 2023, tăng 4 tiêu chí")
    assert period_of(unsaid, CHANGE, Memory()) == (parse_period("2023"), "since_not_said")


def test_a_mean_of_years_is_of_all_the_years_of_a_stage_and_never_of_one_year() -> None:
    stage = last("Giai đoạn 2021–2023, bình quân mỗi năm 16,2 tỷ đồng")
    assert period_of(stage, MEAN, Memory()) == (parse_period("2021/2023"), "")
    assert period_of(stage, FIGURE, Memory()) == (parse_period("2021/2023"), "term_or_stage")
    year = last("Năm 2023, bình quân mỗi năm 16,2 tỷ đồng")
    assert period_of(year, MEAN, Memory()) == (None, "period_not_said")


def test_what_is_given_in_turn_to_several_units_has_the_period_of_its_sentence() -> None:
    wards = "Năm 2023, các phường Một, Hai và Ba lần lượt kiểm tra 120, 95 và 88 lượt đảng viên."
    (sentence,) = sentences(wards)
    assert IN_TURN.findall(wards) == ["lần lượt"]
    assert in_turn(sentence) == {}
    dated = [period_of(number, FIGURE, Memory()) for number in sentence.contexts()]
    assert dated == [(parse_period("2023"), "")] * 3


def test_times_that_are_counted_are_not_given_in_turn() -> None:
    assert not IN_TURN.search("4.200 lượt đảng viên được kiểm tra 3 lần")
