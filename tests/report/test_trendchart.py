import re
from collections.abc import Callable
from pathlib import Path

from smallprogramme import TONNES, small

from giaoban.analysis import Review, load
from giaoban.language import Measure
from giaoban.report.page import Report
from giaoban.report.trendchart import _finding, axis_words, tick_words
from giaoban.report.trends import trends_over_time


def test_the_break_stands_in_the_chart(report: Report) -> None:
    chart = trends_over_time(report).html.split("<svg")[1].split("</svg>")[0]
    words = {"vi": "không so sánh được", "en": "not comparable"}
    figures = {"vi": ("93,75%", "97,8%"), "en": ("93.75%", "97.8%")}
    assert f">{words[report.code]}<" in chart
    assert all(f">{figure}<" in chart for figure in figures[report.code])


def test_the_axis_of_a_share_starts_where_the_figures_do_and_says_so(report: Report) -> None:
    chart = trends_over_time(report).html.split("<svg")[1].split("</svg>")[0]
    said = {"vi": "Trục không bắt đầu từ 0.", "en": "The axis does not start at 0."}
    assert f">{said[report.code]}<" in chart
    assert ">90%<" in chart
    assert ">50%<" not in chart


def test_what_an_axis_says_of_its_start_is_true(report: Report) -> None:
    assert axis_words(report, {-1.0: "−1", 0.0: "0", 1.0: "1"}) == ""
    assert axis_words(report, {0.0: "0", 1.0: "1"}) == ""
    assert axis_words(report, {1.0: "1", 2.0: "2"}) != ""


def test_ticks_are_written_in_the_reports_language_with_as_many_decimals_as_they_need(
    report: Report,
) -> None:
    mark = {"vi": ",", "en": "."}[report.code]
    written = tick_words(report, [0.0, 0.5, 1.0], Measure("percent"))
    assert list(written.values()) == [f"0{mark}0%", f"0{mark}5%", f"1{mark}0%"]
    assert list(tick_words(report, [0.0, 20.0], Measure("count")).values()) == ["0", "20"]


def test_a_target_is_labelled_once_at_its_line_though_it_holds_for_years(
    demo_review: Review,
) -> None:
    admitted = trends_over_time(Report(demo_review, "en")).html.split(
        "trend-members-admitted-desc"
    )[2]
    chart = admitted.split("</svg>")[0]
    assert chart.count(">target 150<") == 1


def test_the_interval_of_a_line_through_three_figures_leaves_the_axis_to_the_figures(
    tmp_path: Path,
) -> None:
    figures = [{"period": f"{2022 + n}", "value": v} for n, v in enumerate((402, 431, 420))]
    review = small(tmp_path, figures, TONNES, targets=[{"period": "2025", "value": 450}])
    ahead = review.projections.iloc[0]
    assert ahead["high"] - ahead["low"] > 200
    chart = trends_over_time(Report(review, "en")).html.split("<svg")[1].split("</svg>")[0]
    ticks = {float(text) for text in re.findall(r">(\d+)<", chart)} - {402, 431, 420}
    assert all(tick >= 390 for tick in ticks if tick < 2000)


def test_years_that_begin_in_different_months_are_no_series(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("figures", 4, period="2020-07/2021-06")
    spoil("figures", 5, period="2020-09/2021-08")
    report = Report(load(str(programme), "latest", "", programme), "en")
    own = report.review.runs.query("indicator == 'orgs-excellent'")
    assert _finding(report, own) == "2020–21 and school year 2020–2021: not comparable"
