"""What a number is: a figure, a target or a claim."""

from pathlib import Path

import pytest
from drafting import drafted, propose


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("đạt 85,7% (chỉ tiêu của Thành phố là 40%)", ["figure", "target"]),
        ("đạt 85,7% (Thành phố giao 40%)", ["figure", "target"]),
        ("đạt 85,7% (NQ: 40%)", ["figure", "target"]),
        ("phấn đấu đạt 40%", ["target"]),
        ("kết nạp 460 đảng viên, bình quân mỗi năm 150 đồng chí", ["figure", "mean_per_year"]),
        ("đạt 89%, vượt 14 % so với chỉ tiêu", ["figure", "margin_over_target"]),
        ("đạt 89%, vượt chỉ tiêu Thành phố giao 14 %", ["figure", "margin_over_target"]),
        ("kết nạp 112 đảng viên, đạt 56% kế hoạch", ["figure", "percent_of_target"]),
        ("kết nạp 112 đảng viên, tăng 9 đồng chí so với năm 2021", ["figure", "change"]),
        ("giảm từ 5% xuống còn 3%", ["figure", "figure"]),
        ("thu nhập bình quân đầu người đạt 62 triệu đồng/năm", ["figure"]),
        ("hoàn thành 18/19 chỉ tiêu", ["figure"]),
        ("đạt 105% kế hoạch (150 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 105 % kế hoạch (1.000 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 105% kế hoạch năm 2022 (150 đồng chí)", ["percent_of_target", "target"]),
    ],
)
def test_targets_and_claims_are_told_from_figures(
    tmp_path: Path, text: str, kinds: list[str]
) -> None:
    assert propose(tmp_path, f"Năm 2022, toàn huyện {text}.")["kind"].tolist() == kinds


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("Kế hoạch năm 2025 kết nạp 150 đảng viên mới.", "150", "="),
        ("Chỉ tiêu 2025: 150 đảng viên mới.", "150", "="),
        ("Mục tiêu giai đoạn 2021-2025 kết nạp 150 đảng viên.", "150", "="),
        ("Kế hoạch năm 2025 giao hộ nghèo giảm còn dưới 1%.", "1", "<"),
    ],
)
def test_a_year_between_the_plan_and_its_number_parts_them_not(
    tmp_path: Path, text: str, value: str, qualifier: str
) -> None:
    (row,) = propose(tmp_path, text).to_dict("records")
    assert (row["kind"], row["value"], row["qualifier"]) == ("target", value, qualifier)
    assert "target_or_figure" not in row["doubts"]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện kế hoạch năm 2025 toàn huyện kết nạp 150 đảng viên.",
        "Theo Kế hoạch số 15-KH/HU, năm 2025 kết nạp 150 đảng viên.",
        "Kế hoạch năm 2025 đạt 150 đảng viên.",
        "Năm 2025 hoàn thành kế hoạch (150 đảng viên).",
    ],
)
def test_what_may_be_a_target_or_a_figure_is_in_doubt(tmp_path: Path, text: str) -> None:
    (row,) = propose(tmp_path, text).to_dict("records")
    assert "target_or_figure" in row["doubts"].split()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("II. CHỈ TIÊU NĂM 2023\n- Kết nạp 150 đảng viên.", True),
        ("Phương hướng năm 2023:\n- Kết nạp 150 đảng viên.", True),
        ("II. MỤC TIÊU\n1. Phát triển đảng viên\n- Kết nạp 150 đảng viên.", True),
        ("II. MỤC TIÊU\nIII. TỔ CHỨC\n- Có 150 đảng viên.", False),
        ("II. MỤC TIÊU\n1. Kết quả năm 2022\n- Kết nạp 150 đảng viên.", False),
        ("I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU\n- Kết nạp 150 đảng viên.", False),
        ("Hội nghị bàn về chỉ tiêu.\n- Kết nạp 150 đảng viên.", False),
        ("I. CHỈ TIÊU: đã kết nạp 12 đảng viên\n- Có 150 đảng viên.", False),
    ],
)
def test_a_heading_of_targets_makes_what_follows_unsure(
    tmp_path: Path, text: str, doubted: bool
) -> None:
    row = drafted(tmp_path, text).set_index("as_published").loc["150"]
    assert row["kind"] == "figure"
    assert ("target_or_figure" in row["doubts"].split()) is doubted
