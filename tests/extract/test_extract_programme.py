"""What the programme's tables have already, for the unit that the item names."""

from pathlib import Path

import pandas as pd
import pytest
from drafting import drafted, known

from giaoban.extract import Programme, draft_rows
from giaoban.programme import read_package


def test_a_figure_that_differs_from_the_table_is_told(tmp_path: Path) -> None:
    text = "Năm 2022, dưới 88% đảng viên hoàn thành tốt nhiệm vụ."
    (row,) = drafted(tmp_path, text, "04-CTr-HU").query("kind == 'figure'").to_dict("records")
    assert row["in_table"] == "differs: >89"


def test_an_item_may_call_an_indicator_by_the_definition_of_its_figures(tmp_path: Path) -> None:
    text = "Năm 2022, tổ chức cơ sở đảng hoàn thành {} nhiệm vụ trở lên đạt 97,8%."
    found = []
    for said in ("", "tốt"):
        rows = drafted(tmp_path, " ".join(text.format(said).split()), "04-CTr-HU")
        row = rows[rows["as_published"].eq("97,8%")].iloc[0]
        found.append((row["indicator"], row["definition"], row["in_table"]))
    assert found == [
        ("orgs-rated", "completed-or-better", "same"),
        ("orgs-rated", "completed-well-or-better", "differs: 97.8 completed-or-better"),
    ]


def proposed(tmp_path: Path, text: str) -> pd.DataFrame:
    table = drafted(tmp_path, text, "demo")
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
    tmp_path: Path, text: str, printed: str, unit: str, doubt: str
) -> None:
    row = proposed(tmp_path, text).loc[printed]
    told = {code for code in row["doubts"].split() if "unit" in code and code != "no_unit"}
    assert (row["unit"], told) == (unit, {doubt} - {""})


def test_the_table_is_looked_up_for_the_unit_that_is_named(tmp_path: Path) -> None:
    figures = known("demo").tables["figures"]
    here = figures["indicator"].eq("members-admitted") & figures["unit"].eq("xa-01")
    value = int(figures[here & figures["period"].astype("str").eq("2024")]["value"].iloc[-1])
    text = f"Năm 2024, xã Mẫu 01 kết nạp {value} đảng viên mới."
    assert proposed(tmp_path, text).loc[str(value), "in_table"] == "same"


@pytest.mark.parametrize(
    ("text", "indicator", "value", "doubted"),
    [
        ("Năm 2024, sản lượng lúa đạt 30326 tấn.", "rice", "30326", False),
        ("Năm 2024, sản lượng lúa đạt 30326 tấn thóc.", "rice", "30326", False),
        (
            "Năm 2024, thu nhập bình quân đầu người đạt 61,8 triệu đồng/người/năm.",
            "income",
            "61.8",
            False,
        ),
        ("Năm 2024, thu nhập bình quân đầu người đạt 61,8 tỷ đồng.", "income", "", True),
        ("Năm 2024, thu nhập bình quân đầu người đạt 61,8 triệu đồng.", "income", "", True),
        ("Năm 2024, sản lượng lúa đạt 303 tạ.", "rice", "", True),
    ],
)
def test_an_amount_is_proposed_in_the_unit_of_its_indicator_and_never_converted(
    tmp_path: Path, text: str, indicator: str, value: str, doubted: bool
) -> None:
    (row,) = drafted(tmp_path, text, "demo").query("kind == 'figure'").to_dict("records")
    assert (row["indicator"], row["value"], row["unit_measure"]) == (indicator, value, "number")
    assert ("other_unit" in row["doubts"]) == doubted
    assert "other_measure" not in row["doubts"]
    if not doubted:
        assert row["in_table"] == "same"


def test_a_margin_in_percent_of_an_amount_is_in_no_doubt_to_be_points(tmp_path: Path) -> None:
    income = "thu nhập bình quân đầu người đạt 61,8 triệu đồng/người"
    text = f"Năm 2024, {income}, vượt 3% kế hoạch."
    row = drafted(tmp_path, text, "demo").query("kind == 'margin_over_target'").iloc[0]
    assert (row["indicator"], row["value"], row["doubts"]) == ("income", "3", "")


def test_a_margin_in_percent_of_a_share_may_be_points(tmp_path: Path) -> None:
    text = "Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%, vượt 3% kế hoạch."
    row = drafted(tmp_path, text, "demo").query("kind == 'margin_over_target'").iloc[0]
    assert "points_or_percent" in row["doubts"].split()


@pytest.mark.parametrize(
    ("unit", "other", "indicator"),
    [
        ("triệu đồng/ha", "tỷ đồng", "ha"),
        ("triệu đồng/ha", "triệu đồng/ha", ""),
        ("nghìn đồng", "tỷ đồng", ""),
    ],
)
def test_of_several_amounts_that_come_near_the_only_one_in_the_printed_unit_is_meant(
    tmp_path: Path, programme: Path, unit: str, other: str, indicator: str
) -> None:
    package = read_package(programme)
    rows = pd.DataFrame(
        [
            {"indicator": "all", "title_vi": "Giá trị sản xuất mía", "unit_vi": other},
            {"indicator": "ha", "title_vi": "Giá trị sản xuất ngô", "unit_vi": "triệu đồng/ha"},
        ]
    ).assign(unit_measure="number")
    package.tables["indicators"] = pd.concat([package.tables["indicators"], rows])
    (tmp_path / "a.txt").write_text(f"Năm 2022, giá trị sản xuất đạt 104 {unit}.", "utf-8")
    table = draft_rows(tmp_path / "a.txt", Programme(package), "en")
    row = table.query("kind == 'figure'").iloc[0]
    assert row["indicator"] == indicator
    assert ("several_indicators" in row["doubts"].split()) is not bool(indicator)
