from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fragments import text
from places import RAW
from smallprogramme import TONNES, Row, small

from giaoban.analysis import Review, load
from giaoban.report.history import figures_table
from giaoban.report.page import Report
from giaoban.report.trends import long_series, trends_over_time


def test_the_change_of_definition_is_said_beside_the_difference(report: Report) -> None:
    said = text(trends_over_time(report))
    expected = {
        "vi": [
            "93,75% (2021) và 97,8% (2022) không so sánh được: định nghĩa đã thay đổi.",
            "mức thay đổi nằm trong khoảng −2,2 đến +4,05 điểm phần trăm: có thể tăng, cũng có thể giảm.",
            # 93,75% của 20% là 18,75%; 97,8% của 19,6% là 19,1688%.
            "mức thay đổi nằm trong khoảng −0,8 đến +0,9 điểm phần trăm: có thể tăng, cũng có thể giảm.",
            "|2022|19,6%|hoàn thành xuất sắc nhiệm vụ|không so sánh được: không rõ mẫu số có giống nhau không (−0,4 điểm phần trăm)|",
        ],
        "en": [
            "93.75% in 2021 and 97.8% in 2022 may not be compared: the definition changed.",
            "the change lies within −2.2 to +4.05 percentage points: it may be a rise or a fall.",
            # 93.75% of 20% are 18.75%; 97.8% of 19.6% are 19.1688%.
            "the change lies within −0.8 to +0.9 percentage points: it may be a rise or a fall.",
            "|2022|19.6%|completed excellently|not comparable: the base is not known to be the same (−0.4 percentage points)|",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


@pytest.mark.slow
def test_what_a_unit_says_of_itself_is_said_of_a_commune_too(tmp_path: Path) -> None:
    commune = Report(load("demo", "latest", "xa-24", RAW), "en", tmp_path)
    assert "divided on 01/01/2023 (worked out)" in text(trends_over_time(commune))


def listed(review: Review, indicator: str) -> list[list[str]]:
    """Give the cells of the table of an indicator's yearly figures, its header first."""
    report = Report(review, "en")
    figures = report.tables["figures"]
    ours = figures[figures["indicator"].eq(indicator) & figures["years"].eq(1)]
    table = BeautifulSoup(figures_table(report, ours), "html.parser")
    for mark in table.select("sup"):
        mark.decompose()
    return [[cell.text for cell in row.select("th, td")] for row in table.select("tr")]


def test_a_year_that_was_not_published_has_its_row_and_the_next_is_set_beside_the_one_before(
    demo_review: Review,
) -> None:
    header, *rows = listed(demo_review, "complaints")
    assert header == ["Period", "Figure", "Against the one before", "Target"]
    assert rows[0] == ["2020", "212", "no figure before it", "–"]
    assert rows[2:] == [
        ["2022", "the source does not say", "–", "–"],
        ["2023", "251", "+11 (+4.6% relative) since 2021", "–"],
        ["2024", "205", "−46 (−18.3% relative) since 2023", "at most 200"],
    ]


def test_what_was_counted_has_a_column_where_it_was_said_of_any_figure(
    demo_review: Review,
) -> None:
    header, *rows = listed(demo_review, "orgs-rated")
    assert header[2] == "What was counted"
    assert [row[2] for row in rows[2:4]] == ["completed well or better", "completed or better"]
    assert rows[3][3] == "not comparable: the definition changed (−3.5 percentage points)"
    assert rows[4][3] == "+1.4 percentage points since 2023 (95% interval −2.4 to +5.2)"


def test_an_indicator_without_yearly_figures_has_a_table_without_rows(demo_review: Review) -> None:
    assert len(listed(demo_review, "inspections")) == 1


ON_TRIAL = {
    "vi": "Giới hạn tính từ dưới 12 số liệu chỉ là tạm tính: mỗi số liệu mới đều làm giới hạn thay đổi.",
    "en": "Limits on fewer than 12 figures are on trial: each new figure moves them.",
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("meeting", "figures", "warned"), [("2022-03-15", 8, True), ("2023-03-14", 12, False)]
)
def test_beside_a_control_chart_of_fewer_than_12_figures_stands_that_its_limits_are_on_trial(
    lang: str, meeting: str, figures: int, warned: bool
) -> None:
    review = load("demo", meeting, "", RAW)
    assert len(review.control) == figures
    assert (ON_TRIAL[lang] in text(long_series(Report(review, lang)))) == warned


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("vi", ["dự tính năm học 2024–2025 là 16,8%", "dự tính năm học 2024–2025: 16,8%"]),
        ("en", ["16.8% in school year 2024–2025", "projected for school year 2024–2025: 16.8%"]),
    ],
)
def test_the_school_year_that_a_line_leads_to_is_named_as_a_year_just_once(
    tmp_path: Path, code: str, said: list[str]
) -> None:
    values = {2020: 41.5, 2021: 36, 2022: 29}
    rows = [{"period": f"{y}-09/{y + 1}-08", "value": v} for y, v in values.items()]
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "down"})
    page = trends_over_time(Report(review, code, tmp_path)).html
    assert all(sentence in page for sentence in said)


def told(folder: Path, figures: list[Row], about: Row) -> str:
    return text(trends_over_time(Report(small(folder, figures, about), "en", folder)))


def yearly(*values: float) -> list[Row]:
    return [{"period": f"{2022 + n}", "value": value} for n, value in enumerate(values)]


def test_slopes_and_lines_of_small_figures_are_written_as_finely_as_these(tmp_path: Path) -> None:
    said = told(tmp_path, yearly(0.012, 0.0154, 0.018), TONNES)
    assert "|0.0154 tonnes|+0.0034 tonnes (+28.3% relative) since 2022|" in said
    assert "median slope +0.0030 tonnes a year" in said
    assert "leads to 0.021 tonnes in 2025 (95% interval 0.014 to 0.029 tonnes)." in said


def test_a_line_that_large_figures_lie_on_has_no_interval(tmp_path: Path) -> None:
    said = told(tmp_path, yearly(7_407_404.7, 7_407_406.8, 7_407_408.9), TONNES)
    assert "leads to 7,407,411.0 tonnes in 2025; there is no interval to give." in said


def test_what_is_left_nearly_nothing_or_as_it_was_is_not_written_so(tmp_path: Path) -> None:
    said = told(tmp_path, yearly(10_000, 3, 2), {"unit_measure": "count", "better": "down"})
    assert "−9,997 (−99.97% relative)" in said
    said = told(tmp_path, yearly(100_005, 100_003), {"unit_measure": "count", "better": "up"})
    assert "−2 (−0.002% relative)" in said


def test_a_figure_over_the_one_before_rose_for_certain(tmp_path: Path) -> None:
    rows = yearly(87, 89, 89)
    rows[-1]["qualifier"] = ">"
    said = told(tmp_path, rows, {"unit_measure": "percent", "better": "up"})
    assert "The figures rose each year (2022–2024)" in said


def test_an_interval_that_leaves_out_0_is_not_written_as_if_it_began_there(tmp_path: Path) -> None:
    counts = [(28, 30_000), (60, 30_000), (89, 30_000)]
    rows: list[Row] = [
        {"period": f"{2022 + n}", "value": round(part / 300, 4), "numerator": part}
        | {"denominator": whole}
        for n, (part, whole) in enumerate(counts)
    ]
    said = told(tmp_path, rows, {"unit_measure": "percent", "better": "up"})
    # Newcombe's are 0.045 to 0.17 and 0.02 to 0.18 percentage points: both changes are a rise.
    assert "(95% interval +0.05 to +0.2)" in said
    assert "(95% interval +0.02 to +0.2)" in said
