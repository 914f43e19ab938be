import pytest

from giaoban.sheet.words.paths import better_of, is_scale, rank_of

RATED = ["Hoàn thành xuất sắc nhiệm vụ", "HTTNV", "Hoàn thành nhiệm vụ", "Không hoàn thành"]
PUPILS = ["Tốt", "Khá", "Đạt", "Chưa đạt"]


@pytest.mark.parametrize("classes", [RATED, PUPILS, ["Giỏi", "Khá", "Trung bình", "Yếu"]])
def test_of_a_scale_the_best_is_to_rise_the_worst_to_fall_and_the_rest_neither(
    classes: list[str],
) -> None:
    assert [better_of(one, classes) for one in classes] == ["up", "none", "none", "down"]


def test_one_class_alone_is_no_scale() -> None:
    assert not is_scale(["Kế hoạch", "Đạt", "% đạt"])
    assert better_of("Đạt", ["Đạt", "Kế hoạch"]) == ""
    assert is_scale(["Đạt", "Chưa đạt"])


def test_what_is_more_than_a_class_is_none() -> None:
    assert rank_of("Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên") is None
