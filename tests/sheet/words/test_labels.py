import pytest

from giaoban.sheet.words.labels import (
    depth_of,
    is_unit_name,
    label_of,
    proper,
)


@pytest.mark.parametrize(
    ("label", "texts"),
    [
        ("number", ["STT", "TT", "Số TT"]),
        ("title", ["Chỉ tiêu", "Nội dung", "Các chỉ tiêu chủ yếu", "Tên chỉ tiêu", "Indicator"]),
        ("unit", ["Đơn vị", "Xã, phường", "Xã/thị trấn", "Tên đơn vị", "Địa phương", "Trường"]),
        ("measure", ["ĐVT", "Đơn vị tính"]),
        ("note", ["Ghi chú"]),
        ("office", ["Cơ quan chủ trì", "Đơn vị thực hiện"]),
        ("", ["Năm 2024", "Kế hoạch", "Hộ nghèo", "Xã Tân Lập"]),
    ],
)
def test_labels_say_what_stands_in_a_column(label: str, texts: list[str]) -> None:
    assert {text: label_of(text) for text in texts} == dict.fromkeys(texts, label)


def test_names_of_units_are_told_from_what_is_counted_in_units() -> None:
    named = ["Xã Tân Lập", "Thị trấn An Mỹ", "Đảng bộ xã Hợp Tiến", "Trường THCS Tân Lập"]
    named += ["TT Đại Nghĩa", "TP Huế", "Khu phố 3", "HĐND xã Tân Lập"]
    counted = [
        "Xã đạt chuẩn nông thôn mới",
        "XÃ HỘI",
        "PHÒNG CHÁY CHỮA CHÁY",
        "Trường học đạt chuẩn",
        "Hộ nghèo",
    ]
    assert [is_unit_name(text) for text in named] == [True] * 8
    assert [is_unit_name(text) for text in counted] == [False] * 5


def test_numbers_of_rows_nest() -> None:
    depths = [depth_of(number) for number in ("A", "I", "1", "1.1", "1.1.1", "a)", "-", "+")]
    assert depths == sorted(depths, key=lambda depth: depth or 0)
    assert depth_of("") is None


@pytest.mark.parametrize(
    ("title", "names", "told"),
    [
        ("KẾ HOẠCH SỐ 07-KH/GDĐT", [], "Kế hoạch số 07-KH/GDĐT"),
        ("NGHỊ ĐỊNH 30/2020/NĐ-CP VÀ 15-NQ/TW.", [], "Nghị định 30/2020/NĐ-CP và 15-NQ/TW."),
        ("GIÁO DỤC AN MỸ 2021-2025", ["Xã An Mỹ"], "Giáo dục An Mỹ 2021-2025"),
        ("SỐ LIỆU HUYỆN MẪU THEO BIỂU MẪU", ["Huyện Mẫu"], "Số liệu huyện Mẫu theo biểu mẫu"),
        ("SỐ LIỆU CỦA XÃ HỒNG SƠN NĂM 2024", ["UBND xã Hồng Sơn"], "Số liệu của xã Hồng Sơn năm 2024"),
        ("SỐ LIỆU AN MỸ", ["AN MỸ"], "Số liệu an mỹ"),
        ("Số liệu an mỹ", ["An Mỹ"], "Số liệu an mỹ"),
    ],
)  # fmt: skip
def test_a_title_in_capitals_keeps_those_of_codes_and_of_names_that_are_known(
    title: str, names: list[str], told: str
) -> None:
    assert proper(title, names) == told
