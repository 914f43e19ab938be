import pytest

from giaoban.tables.schema import table_schema
from giaoban.workbook.signoff import is_sign_off, may_be_data, signs


@pytest.mark.parametrize(
    "text",
    [
        "Người lập biểu",
        "NGƯỜI LẬP",
        "Mỹ Đức, ngày … tháng … năm 2023",
        "Ngày 14 tháng 3 năm 2023",
        "(Ký, ghi rõ họ tên)",
        "(Đã ký)",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "T/M ỦY BAN NHÂN DÂN",
        "K/T CHỦ TỊCH",
        "Chủ tịch",
        "Thủ trưởng đơn vị",
        "Nơi nhận:",
        "Ghi chú: số liệu sơ bộ",
        "Prepared by",
    ],
)
def test_what_begins_a_sign_off_is_known(text: str) -> None:
    assert is_sign_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ký kết 3 hợp đồng",
        "Chủ tịch UBND huyện giao các xã rà soát",
        "Giao ban ngày 14 tháng 3 năm 2023",
        "Nguồn thu ngân sách",
        "T/Min",
        "Ghi chú",
        "Xã Hương Sơn",
        "",
        "Người lập báo cáo nêu: " + "tốt " * 30,
    ],
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    assert not is_sign_off(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Người lập", True), ("T/M UBND", True), ("Ghi chú: x", False), ("Lan", False)],
)
def test_who_signs_is_told_from_a_remark(text: str, told: bool) -> None:
    assert signs(text) == told


@pytest.mark.parametrize(
    ("table", "column", "text", "data"),
    [
        ("figures", "indicator", "chi-so-1", True),
        ("figures", "indicator", "Người lập biểu", False),
        ("figures", "value", "97,8 %", True),
        ("figures", "value", "1.250", True),
        ("figures", "value", "Chủ tịch", False),
        ("figures", "reported_on", "2023-03-14", True),
        ("figures", "reported_on", "ngày … tháng … năm …", False),
        ("figures", "obs_status", "A", True),
        ("figures", "as_published", "97,8%", True),
        ("figures", "as_published", "Trần Thị B", False),
        ("figures", "note_vi", "Trần Thị B", False),
        ("programme", "synthetic", "true", True),
        ("programme", "synthetic", "Chủ tịch", False),
    ],
)
def test_a_text_that_its_column_asks_for_may_be_data(
    table: str, column: str, text: str, data: bool
) -> None:
    field = next(f for f in table_schema(table)["fields"] if f["name"] == column)
    assert may_be_data(text, field) == data
