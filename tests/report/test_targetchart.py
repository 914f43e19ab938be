from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from fragments import text
from smallprogramme import Row, small

from giaoban.analysis import Review, load
from giaoban.report.page import Report
from giaoban.report.targetchart import target_picture
from giaoban.report.targets import against_targets

SOURCE = "myduc-2023-03-15"
YEARS = ("2024", "2025")


@pytest.mark.parametrize(("period", "drawn"), [("2022-09", False), ("2022", True)])
def test_one_month_is_not_drawn_in_percent_of_a_years_target(
    programme: Path, append: Callable[..., None], period: str, drawn: bool
) -> None:
    sown = {"indicator": "sown", "title_vi": "Gieo trồng", "title_en": "Sown", "better": "up"}
    sown |= {"unit_measure": "number", "unit_vi": "ha", "unit_en": "ha"}
    known = pd.read_csv(programme / "indicators.csv", dtype="str")
    pd.concat([known, pd.DataFrame([sown])]).to_csv(programme / "indicators.csv", index=False)
    about = {"indicator": "sown", "unit": "my-duc", "reported_on": "2023-03-14", "source": SOURCE}
    append("targets", period="2022", value="8500", qualifier="=", set_by="ha-noi", **about)
    append("figures", period=period, value="320", qualifier="=", **about)
    review = load(str(programme), "latest", "", programme)
    said = [chart["description"] for chart in target_picture(Report(review, "en")).about["charts"]]
    assert any("Sown" in words and "320 ha (3.8%)" in words for words in said) == drawn
    assert "|Sown|2022|8,500 ha|" in text(against_targets(Report(review, "en")))


def test_of_two_targets_of_one_indicator_the_chart_says_who_set_which(demo_review: Review) -> None:
    chart = target_picture(Report(demo_review, "en")).html.split("</svg>")[0]
    assert ">target 80% (Sample province): not met<" in chart
    assert ">target 70% (Sample district)<" in chart


def test_a_target_says_its_period_in_the_chart_where_the_figure_is_of_another(
    demo_review: Review,
) -> None:
    chart = target_picture(Report(demo_review, "en")).html.split("</svg>")[0]
    assert ">New members who are women (2023)<" in chart
    assert ">target 45% (2024)<" in chart


def test_every_indicator_with_a_target_is_drawn_and_no_share_with_what_is_none(
    demo_review: Review,
) -> None:
    fragment = target_picture(Report(demo_review, "en"))
    shares, others = fragment.html.split("</figure>")[:2]
    drawn = [shares.count("New members admitted"), others.count("New members admitted")]
    assert drawn[0] == 0 < drawn[1]
    titles = demo_review.tables["indicators"].set_index("indicator")["title_en"]
    for indicator in demo_review.verdicts["indicator"].unique():
        told = titles[indicator] in "".join(c["description"] for c in fragment.about["charts"])
        assert told, indicator
    assert ">130 (86.7%)<" in others
    assert ">target 8.2<" in others


def test_what_was_not_published_stands_in_the_chart_in_words(
    report: Report, demo_review: Review
) -> None:
    silent = {"vi": "chỉ tiêu: nguồn không nêu", "en": "target: the source does not say"}
    assert silent[report.code] in target_picture(report).html.split("</svg>")[0]
    assert ">the source does not say<" in target_picture(Report(demo_review, "en")).html


@pytest.mark.parametrize(
    ("figure", "target"),
    [
        ({"value": 310, "definition": "a"}, {"value": 600, "definition": "b"}),
        ({"value": 7}, {"value": 5, "value_to": 10, "period": "2023"}),
    ],
)
def test_what_is_no_percentage_of_a_target_is_not_drawn_as_one(
    tmp_path: Path, figure: dict[str, object], target: dict[str, object]
) -> None:
    review = small(
        tmp_path,
        [{"period": "2023"} | figure],
        {"unit_measure": "count", "better": "up"},
        targets=[{"period": "2021/2025"} | target],
        definitions=[{"definition": "a"}, {"definition": "b"}],
    )
    shown = Report(review, "en", tmp_path)
    assert text(target_picture(shown)) == ""
    assert "% of the target" not in text(against_targets(shown))


def test_a_range_is_drawn_without_a_percentage_of_its_target(tmp_path: Path) -> None:
    rows = [{"period": "2023", "value": 400, "qualifier": ">"}]
    goal = [{"period": "2021/2025", "value": 1000}]
    review = small(tmp_path, rows, {"unit_measure": "count", "better": "up"}, targets=goal)
    assert "over 400|target 1,000" in text(target_picture(Report(review, "en", tmp_path)))


def test_of_a_rate_no_percentage_of_its_target_is_drawn(tmp_path: Path) -> None:
    rate: Row = {"unit_measure": "number", "unit_vi": "‰", "unit_en": "‰", "better": "down"}
    goal = [{"period": "2024", "value": 12}]
    review = small(tmp_path, [{"period": "2024", "value": 12.34}], rate, targets=goal)
    assert "12.34‰|target 12‰" in text(target_picture(Report(review, "en", tmp_path)))


def test_a_year_whose_result_is_told_before_its_end_is_drawn_and_counted(tmp_path: Path) -> None:
    figures: list[Row] = [{"period": "2024", "value": 98}, {"period": "2025", "value": 95.9}]
    targets: list[Row] = [{"period": year, "value": 96, "qualifier": ">="} for year in YEARS]
    about: Row = {"unit_measure": "percent", "better": "up"}
    review = small(tmp_path, figures, about, targets=targets)
    said = text(target_picture(Report(review, "en", tmp_path)))
    assert "Shares and their latest targets: 0 of 1 due are met" in said
    assert "95.9%" in said
    assert "98%" not in said
