"""What a number is: a figure, a target or a claim."""

from decimal import Decimal
from pathlib import Path

import pytest
from drafting import contexts, drafted, last, propose

from giaoban.extract.vietnamese import (
    CHANGE,
    CLAIMS,
    FIGURE,
    MARGIN,
    MEAN,
    PERCENT,
    TARGET,
    announces_targets,
    doubts_of_kind,
    downward,
    find_mentions,
    kind_of,
    may_be_aim,
    names_target,
    same_again,
)


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
        ("thu ngân sách đạt 75 tỷ đồng, vượt 8%", ["figure", "margin_over_target"]),
        ("thu đạt 75 tỷ đồng, vượt 8% so với cùng kỳ", ["figure", "figure"]),
        ("có 500 hộ, tỷ lệ dùng nước sạch vượt 90%", ["figure", "figure"]),
        ("sản lượng 75 tấn, vượt 8% năm trước", ["figure", "figure"]),
        ("doanh thu đạt 75 tỷ đồng, vượt 8% công suất", ["figure", "figure"]),
        ("dự kiến thu 75 tỷ đồng, vượt 8%", ["figure", "figure"]),
        ("kết nạp 112 đảng viên, đạt 56% kế hoạch", ["figure", "percent_of_target"]),
        ("kết nạp 112 đảng viên, tăng 9 đồng chí so với năm 2021", ["figure", "change"]),
        ("giảm từ 5% xuống còn 3%", ["figure", "figure"]),
        ("thu nhập bình quân đầu người đạt 62 triệu đồng/năm", ["figure"]),
        ("hoàn thành 18/19 chỉ tiêu", ["targets_reached"]),
        ("đạt 105% kế hoạch (150 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 105 % kế hoạch (1.000 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 105% kế hoạch năm 2022 (150 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 110% kế hoạch (165/150 đồng chí)", ["percent_of_target", "figure", "target"]),
        ("đạt 95% kế hoạch (285/300 tỷ đồng)", ["percent_of_target", "figure"]),
        ("đạt 95%/90% kế hoạch", ["figure", "target"]),
        ("trồng 120 ha/100 ha rừng", ["figure", "target"]),
        (
            "kết nạp 112 đảng viên, vượt 9 đồng chí so với kế hoạch",
            ["figure", "margin_over_target"],
        ),
        ("giải ngân 15 tỷ đồng/45 hộ vay vốn", ["figure"] * 2),
        ("phấn đấu: 90% chi bộ hoàn thành tốt nhiệm vụ; hộ nghèo dưới 2%", ["target"] * 2),
        ("phấn đấu: hộ nghèo dưới 2%; 12 xã đạt chuẩn; 90% hộ có nước", ["target"] * 3),
        ("theo mục tiêu: đã kết nạp 12 đảng viên; 90% hộ có nước", ["target", "figure"]),
        ("theo nghị quyết đề ra đến năm 2025 có 95% dân số", ["target"]),
        ("giảm 12 vụ (15,4%)", ["change", "percent_change"]),
        ("giảm 2,5% (15,4%)", ["change", "figure"]),
        ("có 12 vụ (15,4%)", ["figure", "figure"]),
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
    ("text", "doubt"),
    [
        ("Năm 2025 sản lượng 75 tấn, vượt 8% năm trước.", "margin_or_target"),
        ("Năm 2026 dự kiến thu 80 tỷ đồng, vượt 8%.", "margin_or_target"),
        ("Phấn đấu thu 80 tỷ đồng, vượt 8%.", "target_or_figure"),
        ("II. CHỈ TIÊU\n- Thu ngân sách 80 tỷ đồng, vượt 8%.", "target_or_figure"),
        ("Kế hoạch năm 2026 thu 80 tỷ đồng, vượt 8%.", "target_or_figure"),
    ],
)
def test_so_much_over_what_is_not_named_or_planned_is_in_doubt(
    tmp_path: Path, text: str, doubt: str
) -> None:
    row = drafted(tmp_path, text).set_index("as_published").loc["8%"]
    assert doubt in row["doubts"].split()


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("toàn quận kết nạp 112", FIGURE),
        ("phấn đấu kết nạp 112", TARGET),
        ("trung bình mỗi năm kết nạp 112", MEAN),
        ("vượt chỉ tiêu Thành phố giao 112", MARGIN),
        ("tăng 112", CHANGE),
        ("tăng lên 112", FIGURE),
        # A target is a mean too, where it is one for each year.
        ("phấn đấu trung bình mỗi năm kết nạp 112", TARGET),
    ],
)
def test_the_words_before_a_number_tell_its_kind(text: str, kind: str) -> None:
    assert kind_of(last(f"{text} đảng viên"), share=False) == kind


def test_only_a_percentage_can_be_so_much_of_a_plan() -> None:
    number = last("đạt 56% kế hoạch năm")
    assert kind_of(number, share=True) == PERCENT
    assert kind_of(number, share=False) == FIGURE


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("vượt chỉ tiêu Thành phố giao 14%", True),
        ("thấp hơn mục tiêu 14%", True),
        ("vượt 14% so với chỉ tiêu", False),
        ("vượt cùng kỳ 14%", False),
        ("chỉ tiêu Thành phố giao 14%", False),
    ],
)
def test_a_target_is_named_where_it_stands_between_the_word_for_beyond_and_the_number(
    text: str, named: bool
) -> None:
    assert names_target(last(text)) == named


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("tăng 5% (tương đương 12 hộ)", True),
        ("tăng 5% (tức 12 hộ)", True),
        ("tăng 5% (12 hộ)", False),
        ("tăng 5%, tương đương 12 hộ", False),
        ("tăng 5% (tương đối nhanh: 12 hộ)", False),
    ],
)
def test_brackets_may_say_in_other_words_what_the_number_before_them_does(
    text: str, same: bool
) -> None:
    assert same_again(last(text)) == same


@pytest.mark.parametrize(
    ("text", "kind", "down"),
    [
        ("giảm 8 đảng viên", CHANGE, True),
        ("giảm so với năm 2022 là 8 đảng viên", CHANGE, True),
        ("tăng 8 đảng viên", CHANGE, False),
        ("bình quân mỗi năm giảm 8 đảng viên", MEAN, True),
        ("bình quân mỗi năm kết nạp 8 đảng viên", MEAN, False),
        ("hụt kế hoạch 8 đảng viên", MARGIN, True),
        ("vượt kế hoạch 8 đảng viên", MARGIN, False),
        # Of a figure “giảm” says how it came to be what it is.
        ("giảm còn 8 đảng viên", FIGURE, False),
        ("tăng trưởng âm 8%", FIGURE, True),
        ("ghi âm 8 cuộc họp", FIGURE, False),
    ],
)
def test_changes_margins_and_means_may_go_down_and_any_number_be_below_zero(
    text: str, kind: str, down: bool
) -> None:
    assert downward(last(text), kind) == down


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Phấn đấu có trên 70% hộ dùng nước sạch, 12 xã đạt chuẩn", True),
        ("Phấn đấu có trên 70% hộ dùng nước sạch, hiện đã có 12 xã", False),
        ("Phấn đấu có trên 70% hộ dùng nước sạch, hoàn thành 12 việc", False),
        ("Phấn đấu có trên 70% hộ dùng nước sạch (12 xã)", False),
    ],
)
def test_a_number_behind_a_target_may_be_one_unless_it_is_called_done_or_set_aside(
    text: str, aim: bool
) -> None:
    assert may_be_aim(last(text)) == aim


def test_a_share_over_all_is_doubted_as_a_level_and_none_as_a_change() -> None:
    number, over = last("người dân tham gia bảo hiểm y tế đạt 101%"), Decimal(101)
    assert list(doubts_of_kind(number, FIGURE, True, over)) == ["share_over_100"]
    assert list(doubts_of_kind(number, TARGET, True, over)) == ["share_over_100"]
    assert list(doubts_of_kind(number, FIGURE, True, Decimal(100))) == []
    assert list(doubts_of_kind(number, FIGURE, True, None)) == []
    assert list(doubts_of_kind(number, FIGURE, False, over)) == []
    for kind in CLAIMS:
        assert "share_over_100" not in doubts_of_kind(number, kind, True, over)


@pytest.mark.parametrize("kind", [CHANGE, MARGIN])
def test_percentages_that_are_differences_may_be_points(kind: str) -> None:
    number = last("tăng 3,5%")
    assert list(doubts_of_kind(number, kind, True, Decimal("3.5"))) == ["points_or_percent"]
    assert list(doubts_of_kind(number, kind, False, Decimal("3.5"))) == []


def test_a_ratio_to_an_earlier_period_is_no_share_over_all() -> None:
    _, ratio = contexts("Thu ngân sách ước đạt 1.245,6 tỷ đồng, bằng 104,2% so với cùng kỳ")
    assert list(doubts_of_kind(ratio, FIGURE, True, Decimal("104.2"))) == ["ratio"]


def announced(*passages: str) -> list[bool]:
    said = [False]
    for text in passages:
        said.append(announces_targets(text, find_mentions(text), said[-1]))
    return said[1:]


def test_a_heading_announces_targets_until_one_of_the_first_rank_ends_it() -> None:
    passages = {
        "I. TÌNH HÌNH": False,
        "II. MỤC TIÊU, CHỈ TIÊU NĂM 2023": True,
        "1. Phát triển đảng viên": True,
        "- Kết nạp 150 đảng viên.": True,
        "III. TỔ CHỨC": False,
        "- Có 45/48 tổ chức cơ sở đảng.": False,
        "Phương hướng năm 2023:": True,
        "1. Kết quả năm 2022": False,
    }
    assert announced(*passages) == list(passages.values())


@pytest.mark.parametrize(
    "text", ["III.Phương hướng, nhiệm vụ năm 2025", "II-Mục tiêu", "II/Chỉ tiêu", "IV.Chỉ tiêu"]
)
def test_a_number_of_the_first_rank_may_stand_close_to_its_heading(text: str) -> None:
    passages = [text, "II.1. Văn hóa", "- Kết nạp 150 đảng viên.", "I.Kết quả", "- 9 đảng viên."]
    assert announced(*passages) == [True, True, True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị bàn về chỉ tiêu.",
        "I. CHỈ TIÊU: kết nạp 150 đảng viên",
        f"I. Mục tiêu {'phát triển ' * 12}",
        "Mục tiêu",
    ],
)
def test_what_is_a_sentence_or_long_or_holds_a_figure_is_no_heading(text: str) -> None:
    assert announced(text) == [False]
