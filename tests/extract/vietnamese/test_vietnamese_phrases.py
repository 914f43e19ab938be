import pytest
from drafting import contexts, last

from giaoban.extract.vietnamese import (
    ENDS_OF_WHICH,
    OF_WHICH,
    names_subject,
    opposed,
    phrase_of,
    words,
)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("toàn quận kết nạp 112 đảng viên mới", ["quận kết nạp đảng viên mới"]),
        ("Năm 2023, tỷ lệ hộ nghèo đa chiều chỉ còn 1,04%", ["tỷ lệ hộ nghèo đa chiều"]),
        ("đạt 32 giường bệnh/10.000 dân", ["giường bệnh/10.000 dân"]),
        ("trẻ từ 6 đến 11 tuổi ra lớp đạt 99,8%", ["trẻ từ 6 đến 11 tuổi ra lớp"]),
        # Of what one number is of the next one says nothing again.
        ("tỷ lệ hộ nghèo giảm từ 1,2% xuống còn 0,8%", ["tỷ lệ hộ nghèo", ""]),
        ("trên 89% đảng viên và 95% chi bộ hoàn thành tốt", ["đảng viên", "chi bộ hoàn thành tốt"]),
        (
            "100% thôn đạt chuẩn văn hóa, 60% hộ đạt danh hiệu gia đình văn hóa",
            ["thôn đạt chuẩn văn hóa", "hộ đạt danh hiệu gia đình văn hóa"],
        ),
        (
            "90% hộ dùng nước sạch, hộ nghèo còn 2%; hộ cận nghèo còn 3% và trẻ bỏ học còn 1%",
            ["hộ dùng nước sạch", "hộ nghèo", "hộ cận nghèo", "trẻ bỏ học"],
        ),
        ("60% hộ đạt kế hoạch, 85% thôn đạt trên 90 điểm", ["hộ", "thôn", "thôn"]),
        ("90% hộ khá còn 10% hộ nghèo", ["hộ khá", "hộ nghèo"]),
        ("tối đa 2% phải xin lỗi", ["phải xin lỗi"]),
        ("đến nay đạt 97,8%", [""]),
        # Brackets around a share alone part nothing.
        ("Có 10 chi bộ (19,2%) hoàn thành xuất sắc", ["chi bộ", "chi bộ hoàn thành xuất sắc"]),
    ],
)
def test_a_number_speaks_of_the_words_around_it_without_times_and_words_of_amount(
    text: str, phrases: list[str]
) -> None:
    found = [phrase_of(n, share=n.quantity.measure == "percent") for n in contexts(text)]
    assert found == phrases


def test_what_a_share_is_set_against_is_no_part_of_what_it_speaks_of() -> None:
    number = last("Thu ngân sách đạt 104,2% dự toán, bảo đảm chi")
    assert phrase_of(number, share=True) == "Thu ngân sách"
    assert phrase_of(number, share=False) == "Thu ngân sách dự toán"


def test_what_a_share_makes_up_is_no_part_of_what_it_speaks_of() -> None:
    number = last("Đảng viên nữ chiếm khoảng 40% tổng số đảng viên mới")
    assert phrase_of(number, share=True) == "Đảng viên nữ"
    number = last("Năm 2022 có 40% số hộ dùng nước sạch")
    assert phrase_of(number, share=True) == "hộ dùng nước sạch"


@pytest.mark.parametrize("text", ["trong đó 20%", "Trong số đó có 16", "trong số này, 20%"])
def test_of_which_begins_with_words_that_point_back(text: str) -> None:
    assert OF_WHICH.match(text)


@pytest.mark.parametrize("text", ["trong năm 2022", "trong đợt này", "bên trong đồn"])
def test_other_words_for_in_do_not_point_back(text: str) -> None:
    assert not OF_WHICH.search(text)


@pytest.mark.parametrize(
    ("between", "ends"),
    [("; còn", True), (", năm 2022 có", True), (", cũng có", False), (", năm nay có", False)],
)
def test_of_which_ends_at_a_semicolon_or_at_another_year(between: str, ends: bool) -> None:
    assert bool(ENDS_OF_WHICH.search(between)) == ends


@pytest.mark.parametrize(
    ("text", "title", "named"),
    [
        ("460 đảng viên mới", "Đảng viên được kết nạp", True),
        ("các TCCSĐ được xếp loại", "Tổ chức cơ sở đảng hoàn thành tốt", True),
        ("tổ chức cơ sở đảng", "Đảng viên được kết nạp", False),
        ("đảng bộ và viên chức", "Đảng viên được kết nạp", False),
        ("các xã", "Xã hội số", False),
        # Such a title speaks of whatever stands before it.
        ("tổ chức cơ sở đảng", "Trong đó: hoàn thành xuất sắc", True),
    ],
)
def test_a_text_names_the_subject_of_a_title_that_begins_with_it(
    text: str, title: str, named: bool
) -> None:
    assert names_subject(text, title) == named


@pytest.mark.parametrize(
    ("title", "phrase", "earlier"),
    [
        ("Hồ sơ quá hạn", "hồ sơ giải quyết đúng hạn", ""),
        ("Hồ sơ đúng hạn", "hồ sơ giải quyết quá hạn", ""),
        ("Hoàn thành xuất sắc nhiệm vụ", "HTTNV", ""),
        ("Trình độ đại học", "trình độ sau đại học", ""),
        ("Trình độ đại học", "trình độ trên đại học", ""),
        ("Hoàn thành nhiệm vụ", "không hoàn thành nhiệm vụ", ""),
        ("Không hoàn thành nhiệm vụ", "hoàn thành nhiệm vụ", ""),
        ("Số vụ giảm", "vụ", "Năm 2022, số vụ tăng "),
        ("Hồ sơ quá hạn", "hồ sơ", "có không quá hạn "),
    ],
)
def test_a_title_is_opposed_to_what_says_or_denies_the_contrary(
    title: str, phrase: str, earlier: str
) -> None:
    assert opposed(title, phrase, earlier)


@pytest.mark.parametrize(
    ("title", "phrase", "earlier"),
    [
        ("Hồ sơ đúng hạn", "hồ sơ giải quyết đúng hạn", ""),
        ("Trình độ sau đại học", "trình độ trên đại học", ""),
        ("Hoàn thành xuất sắc nhiệm vụ", "nhiệm vụ", "hoàn thành xuất sắc "),
        # How a number is meant is no denial, and another clause speaks of something else.
        ("Hồ sơ quá hạn", "hồ sơ quá hạn", "có không quá "),
        ("Chi bộ tốt", "chi bộ tốt", "không dưới "),
        ("Số vụ giảm", "vụ", "Số hộ tăng, số vụ "),
        ("Không hoàn thành nhiệm vụ", "chưa hoàn thành nhiệm vụ", ""),
    ],
)
def test_a_title_is_not_opposed_to_the_same_said_otherwise_nor_to_another_clause(
    title: str, phrase: str, earlier: str
) -> None:
    assert not opposed(title, phrase, earlier)


def test_words_are_compared_small_in_full_and_with_their_tones_last() -> None:
    assert words("UBND thị xã Hoà Bình") == words("Uỷ ban nhân dân Thị xã Hòa Bình")
    assert words("hòa") != words("hóa")
