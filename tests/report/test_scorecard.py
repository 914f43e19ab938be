from pathlib import Path

from bs4 import BeautifulSoup
from fragments import text
from smallprogramme import small

from giaoban.analysis import Review, load
from giaoban.report.page import Report
from giaoban.report.scorecard import scorecard


def test_a_forecast_is_said_to_be_one(programme: Path, tmp_path: Path) -> None:
    path = programme / "figures.csv"
    content = path.read_text("utf-8").replace("85.7,=,,A", "85.7,=,,F")
    path.write_text(content, "utf-8")
    forecast = Report(load(str(programme), "latest", "", programme), "en", tmp_path)
    assert "85.7% (forecast)" in text(scorecard(forecast))


def test_figures_of_which_no_two_may_be_compared_are_drawn_nowhere(
    report: Report, demo_review: Review
) -> None:
    bundled = BeautifulSoup(scorecard(report).html, "html.parser")
    assert (len(bundled.select("thead th")), bundled.select(".spark")) == (5, [])
    demo = BeautifulSoup(scorecard(Report(demo_review, "en")).html, "html.parser")
    drawn = {
        str(row.select("[data-indicator]")[0]["data-indicator"]): bool(row.select(".spark"))
        for row in demo.select("tbody tr")
    }
    assert (len(demo.select("thead th")), drawn["orgs-rated"]) == (6, True)
    assert not drawn["orgs-excellent"]


def test_the_years_that_miss_a_target_for_each_year_stand_under_its_status(tmp_path: Path) -> None:
    rows = [{"period": f"{2021 + n}", "value": value} for n, value in enumerate([96, 90, 97])]
    goal = {"period": "2021/2023", "kind": "each", "value": 95}
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "up"}, targets=[goal])
    shown = scorecard(Report(review, "en", tmp_path))
    assert "|not met| |2022|" in text(shown)
    assert shown.about["scorecard"]["rows"][0]["status"][:2] == ["not met", "2022"]
