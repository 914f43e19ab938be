from pathlib import Path

import pytest
from drafting import propose


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


def test_years_carried_from_an_earlier_sentence_are_in_doubt(tmp_path: Path) -> None:
    (row,) = propose(tmp_path, "Từ 2022-2024 có hội nghị. Tỷ lệ tốt đạt 20%.").to_dict("records")
    assert (row["period"], row["doubts"]) == ("2022/2024", "years_carried")


def test_a_claim_of_a_period_that_is_not_said_is_doubted(tmp_path: Path) -> None:
    rows = propose(tmp_path, "Trong 9 tháng, kết nạp 105 đảng viên (đạt 70% kế hoạch năm).")
    assert rows["doubts"].str.contains("period_not_said").all()
