"""A number of a commune that the item names is not proposed for the district."""

from pathlib import Path

import pandas as pd
import pytest
from conftest import RAW

from giaoban.extract.draft import draft
from giaoban.extract.named import Names
from giaoban.extract.standing import Programme
from giaoban.package import read_package
from giaoban.programmes import find_programme


@pytest.fixture(scope="module")
def demo() -> Programme:
    return Programme(read_package(find_programme("demo", RAW)))


def proposed(tmp_path: Path, programme: Programme, text: str) -> pd.DataFrame:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    table = draft(tmp_path / "a.txt", programme, "en")
    return table[table["unit_measure"].ne("")].set_index("as_published")


@pytest.mark.parametrize(
    ("text", "printed", "unit", "doubt"),
    [
        ("Xã Mẫu 01 kết nạp 12 đảng viên mới.", "12", "xa-01", ""),
        ("Đảng bộ xã Mẫu 01 kết nạp 12 đảng viên mới.", "12", "xa-01", ""),
        ("Năm 2024, huyện Mẫu kết nạp 12 đảng viên mới.", "12", "mau", ""),
        ("Kết nạp 12 đảng viên mới tại xã Mẫu 07.", "12", "xa-07", ""),
        ("Trong 24 xã, thị trấn kết nạp 12 đảng viên mới.", "12", "mau", ""),
        ("12 xã đạt chuẩn Nông thôn mới; kết nạp 15 đảng viên mới.", "15", "mau", ""),
        ("Xã Hồng Sơn kết nạp 12 đảng viên mới.", "12", "", "unit_unknown"),
        ("Thị trấn Đại Nghĩa: kết nạp 12 đảng viên mới.", "12", "", "unit_unknown"),
        ("Phường 5 và xã Mẫu 01 kết nạp 12 đảng viên mới.", "12", "xa-01", ""),
        ("Các xã Mẫu 01, Mẫu 02 và Hồng Sơn kết nạp 12 đảng viên mới.", "12", "", "several_units"),
        ("Xã Mẫu 01 họp, kết nạp 12 đảng viên mới.", "12", "xa-01", "unit_before"),
        ("Họp tại xã Mẫu 01. Kết nạp 12 đảng viên mới.", "12", "mau", "unit_before"),
        ("Xã Mẫu 01 họp; toàn huyện kết nạp 12 đảng viên mới.", "12", "mau", ""),
        ("Họp tại xã Mẫu 01.\nKết nạp 12 đảng viên mới.", "12", "mau", ""),
    ],
)
def test_a_number_is_of_the_unit_that_is_named_before_it(
    tmp_path: Path, demo: Programme, text: str, printed: str, unit: str, doubt: str
) -> None:
    row = proposed(tmp_path, demo, text).loc[printed]
    told = {code for code in row["doubts"].split() if "unit" in code and code != "no_unit"}
    assert (row["unit"], told) == (unit, {doubt} - {""})


def test_a_programme_may_call_a_unit_by_its_bare_name() -> None:
    names = Names(pd.DataFrame({"unit": ["hoa"], "title_vi": ["Hoà Xá"]}))
    found = names.last("tại xã Hòa Xá có")
    assert found is not None
    assert found.codes == ("hoa",)


def test_the_table_is_looked_up_for_the_unit_that_is_named(tmp_path: Path, demo: Programme) -> None:
    figures = demo.tables["figures"]
    here = figures["indicator"].eq("members-admitted") & figures["unit"].eq("xa-01")
    value = int(figures[here & figures["period"].astype("str").eq("2024")]["value"].iloc[-1])
    text = f"Năm 2024, xã Mẫu 01 kết nạp {value} đảng viên mới."
    assert proposed(tmp_path, demo, text).loc[str(value), "in_table"] == "same"
