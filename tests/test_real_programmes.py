"""The bundled programmes of published figures pass every check and say what their sources say."""

import pytest
from places import RAW

from giaoban.analysis import load
from giaoban.programme import check_package
from giaoban.report.page import Report
from giaoban.report.points import points
from giaoban.wording import tally_of_targets

NAMES = ["thua-thien-hue-2023", "wa-ombudsman"]


@pytest.mark.parametrize("name", NAMES)
def test_it_has_no_fault_and_each_source_its_address(name: str) -> None:
    package, faults = check_package(RAW / name)
    assert faults == []
    assert package.tables["sources"]["locator"].str.startswith("https://").all()
    assert {*package.tables["figures"]["source"]} <= {*package.tables["sources"]["source"]}


@pytest.mark.parametrize(
    ("name", "lang", "headlines", "tally"),
    [
        (
            "thua-thien-hue-2023",
            "vi",
            {
                "Tốc độ tăng tổng sản phẩm trong tỉnh (GRDP): 7,03% (ước tính) (2023), chỉ tiêu 9 "
                "đến 10%.": "không đạt",
                "Kim ngạch xuất khẩu: 1.200/1.378 triệu USD, bằng 87,1% (2023).": "không đạt",
            },
            "UBND tỉnh giao 13 chỉ tiêu cho năm 2023: 2 đạt, 4 không đạt, 7 chưa kết luận được.",
        ),
        (
            "wa-ombudsman",
            "en",
            {
                "Improvements to practices or procedures: 83/100 improvements, 83.0% of the target "
                "(2018–19).": "not met",
            },
            "Set by the annual budget: 6; 1 exceeded, 3 met, 2 not met.",
        ),
    ],
    ids=NAMES,
)
def test_the_headline_figures_of_the_sources_stand_in_the_report(
    name: str, lang: str, headlines: dict[str, str], tally: str
) -> None:
    report = Report(load(name, "latest", "", RAW), lang)
    told = {str(point.text): point.label for point in points(report)}
    assert headlines.items() <= told.items()
    assert tally in [*tally_of_targets(report.wording)]
