import pytest

from giaoban.sheet.words.measurewords import (
    counts_what_is_there,
    is_amount,
    is_growth,
    is_measure,
    is_of_a_year,
    measure_over,
    named_measure,
    without_measure,
)


@pytest.mark.parametrize(
    "text",
    ["%", "‰", "tỷ đồng", "triệu đồng/người/năm", "tấn", "tạ/ha", "người", "đồng chí", "hộ", "1.000 tấn", "lượt người", "m3", "km²", "Tr.đồng", "Trđ", "1.000đ", "đ/kg"],
)  # fmt: skip
def test_units_of_measure_are_known(text: str) -> None:
    assert is_measure(text)


@pytest.mark.parametrize("text", ["khóa XII", "Tân Lập", "Phòng Nội vụ", "theo chuẩn mới", ""])
def test_other_texts_are_none(text: str) -> None:
    assert not is_measure(text)


def test_amounts_are_measured_and_persons_are_counted() -> None:
    assert [is_amount(t) for t in ("tỷ đồng", "ha", "tạ/ha", "‰", "bác sĩ/vạn dân")] == [True] * 5
    assert [is_amount(text) for text in ("người", "đồng chí", "hộ", "xã")] == [False] * 4


def test_money_is_an_amount_however_short_it_is_written() -> None:
    assert [is_amount(t) for t in ("Tr.đồng", "Trđ", "1.000đ", "tỷ đ", "đ/c")] == [True] * 4 + [
        False
    ]


def test_a_title_may_say_itself_what_it_counts() -> None:
    counts = ["Hộ nghèo: Số hộ", "Tổng số xã đạt chuẩn", "Số thu ngân sách", "Hộ nghèo"]
    assert [measure_over(title, "", "") for title in counts] == ["hộ", "xã", "", ""]
    assert measure_over("Số lao động", "", "nghìn người") == "nghìn người"


def test_brackets_that_hold_no_unit_stay_in_the_title() -> None:
    assert without_measure("Nghị quyết (khóa XII)") == ("Nghị quyết (khóa XII)", "")
    assert without_measure("Diện tích (lúa) (ĐVT: ha)") == ("Diện tích (lúa)", "ha")
    assert without_measure("Tỷ lệ hộ nghèo, %") == ("Tỷ lệ hộ nghèo", "%")
    assert named_measure("Đơn vị tính: triệu đồng") == "triệu đồng"


@pytest.mark.parametrize(
    "title",
    ["Tổng số giáo viên", "Giáo dục: Giáo viên", "Total number of pupils", "Poor households"],
)
def test_what_is_there_each_year_is_known_by_its_title(title: str) -> None:
    assert counts_what_is_there(title)


@pytest.mark.parametrize(
    "title",
    ["Kết nạp: Đảng viên", "Thành lập mới: Doanh nghiệp", "Trained: Teachers", "Pupils admitted"],
)
def test_what_comes_or_goes_within_a_year_is_not_what_is_there(title: str) -> None:
    assert not counts_what_is_there(title)


@pytest.mark.parametrize(
    "title",
    ["Tax arrears", "Industrial production index", "Production capacity", "Unpaid fines",
     "Foreign investment stock", "Export prices", "Dư nợ vốn vay", "Chỉ số giá xuất khẩu",
     "Vốn điều lệ", "Năng suất vốn"],
)  # fmt: skip
def test_what_is_owed_or_there_and_an_index_or_price_do_not_add_up(title: str) -> None:
    assert not is_of_a_year(title)


@pytest.mark.parametrize(
    "title",
    [
        "Public spending",
        "Giá trị sản xuất",
        "Tổng vốn đầu tư",
        "Thu ngân sách",
        "Exports",
        "Cầu Rạch Giá: vốn",
    ],
)
def test_amounts_of_a_year_add_up(title: str) -> None:
    assert is_of_a_year(title)


def test_what_a_share_falls_to_is_a_share_and_by_how_much_it_falls_is_none() -> None:
    to = ("Giảm tỷ lệ hộ nghèo xuống còn", "Giảm tỷ lệ sinh con thứ 3 còn", "Giảm nghèo xuống dưới")
    by = ("Giảm tỷ lệ hộ nghèo", "Tốc độ tăng giá trị sản xuất", "Lạm phát", "Hộ nghèo giảm")
    assert [is_growth(title) for title in (*to, *by)] == [False] * len(to) + [True] * len(by)
