"""Which indicator a number is of, by its words; none that says the opposite."""

from pathlib import Path

import pandas as pd
import pytest
from drafting import drafted

from giaoban.extract.matching import IndicatorTitles


def test_what_comes_near_no_indicator_gets_none(tmp_path: Path) -> None:
    rows = drafted(
        tmp_path, "Năm 2022, 88% hộ dùng nước sạch, 5% số xã có chợ.", "04-CTr-HU"
    ).query("kind == 'figure'")
    assert set(rows["indicator"]) == {""}
    assert rows["doubts"].str.contains("no_indicator").all()


def test_the_opposite_of_an_indicator_is_not_taken_for_it(tmp_path: Path) -> None:
    (row,) = (
        drafted(tmp_path, "Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,25%.", "demo")
        .query("kind == 'figure'")
        .to_dict("records")
    )
    assert row["indicator"] != "files-late"


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
    match = IndicatorTitles(pd.DataFrame([row])).match(phrase, "", "percent")
    assert match == (["one"] if same else [])


def test_at_least_so_much_denies_nothing() -> None:
    row = {
        "indicator": "one",
        "title_vi": "Cán bộ có trình độ đại học",
        "unit_measure": "percent",
    }
    titles = IndicatorTitles(pd.DataFrame([row]))
    assert titles.match("cán bộ có trình độ đại học", "không dưới ", "percent") == ["one"]
