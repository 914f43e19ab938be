"""A number said of the opposite of an indicator is not that indicator's."""

import pandas as pd
import pytest

from giaoban.extract.matching import Titles


@pytest.mark.parametrize(
    ("title", "phrase", "same"),
    [
        ("Hồ sơ giải quyết quá hạn", "hồ sơ giải quyết đúng hạn", False),
        ("Hồ sơ giải quyết quá hạn", "hồ sơ giải quyết trước hạn", False),
        ("Hồ sơ giải quyết quá hạn", "hồ sơ giải quyết quá hạn", True),
        ("Hồ sơ giải quyết đúng hạn", "hồ sơ giải quyết không đúng hạn", False),
        ("Chi bộ đạt chuẩn", "chi bộ không đạt chuẩn", False),
        ("Chi bộ không đạt chuẩn", "chi bộ đạt chuẩn", False),
        ("Chi bộ không đạt chuẩn", "chi bộ không đạt chuẩn", True),
        ("Đảng viên hoàn thành nhiệm vụ", "đảng viên chưa hoàn thành nhiệm vụ", False),
        ("Đảng viên không hoàn thành nhiệm vụ", "đảng viên hoàn thành nhiệm vụ", False),
        ("Đảng viên mới dưới tuổi ba mươi", "đảng viên mới trên tuổi ba mươi", False),
        ("Cán bộ có trình độ đại học", "cán bộ không có trình độ đại học", False),
        ("Cán bộ có trình độ đại học", "cán bộ có trình độ sau đại học", False),
        ("Cán bộ có trình độ đại học", "cán bộ có trình độ trên đại học", False),
        ("Cán bộ có trình độ sau đại học", "cán bộ có trình độ trên đại học", True),
        ("Tổ chức hoàn thành xuất sắc nhiệm vụ", "tổ chức hoàn thành tốt nhiệm vụ", False),
        ("Hộ nghèo giảm hằng năm", "hộ nghèo tăng hằng năm", False),
    ],
)
def test_opposed_words_keep_a_title_from_matching(title: str, phrase: str, same: bool) -> None:
    row = {"indicator": "one", "title_vi": title, "unit_measure": "percent"}
    match = Titles(pd.DataFrame([row])).match(phrase, "", "percent")
    assert match.indicator == ("one" if same else "")


def test_at_least_so_much_denies_nothing() -> None:
    row = {
        "indicator": "one",
        "title_vi": "Cán bộ có trình độ đại học",
        "unit_measure": "percent",
    }
    titles = Titles(pd.DataFrame([row]))
    assert titles.match("cán bộ có trình độ đại học", "không dưới ", "percent").indicator == "one"
