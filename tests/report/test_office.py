import re

from bs4 import BeautifulSoup

from giaoban.analysis import Review
from giaoban.report.office import office_table
from giaoban.report.page import Report
from giaoban.report.scorecard import scorecard


def test_the_table_has_the_columns_of_an_office_and_a_row_for_each_indicator(
    report: Report,
) -> None:
    page = BeautifulSoup(office_table(report).html, "html.parser")
    titles = [cell.get_text() for cell in page.select("thead th")]
    assert (titles[0], len(titles)) == ({"vi": "TT", "en": "No."}[report.code], 10)
    rows = page.select("tbody tr")
    assert len(rows) == len(report.tables["indicators"])
    assert [row.select("td")[0].get_text() for row in rows[:3]] == ["1", "–", "2"]
    assert all(row.select("th[scope=row]")[0].get_text() for row in rows)


def test_every_figure_of_the_table_leads_to_its_footnote(report: Report) -> None:
    page = BeautifulSoup(office_table(report).html, "html.parser")
    figures = [cell for cell in page.select("td") if cell.get_text()[:3] in ("97.", "97,", "460")]
    assert len(figures) == 2
    assert all(cell.select('sup a[href^="#note-"]') for cell in figures)


def test_a_frame_with_fewer_rows_is_a_table_with_fewer_rows(demo: Report) -> None:
    own = Report(Review(demo.review.known), demo.code)
    shorter = own.review.office.head(2)
    page = BeautifulSoup(office_table(own, shorter).html, "html.parser")
    assert len(page.select("tbody tr")) == 2


def test_the_scorecard_says_how_far_a_share_is_from_its_target_and_how_much_of_it_a_count(
    report: Report, demo_review: Review
) -> None:
    told = BeautifulSoup(scorecard(report).html, "html.parser").get_text()
    points = {"vi": "40%1 chênh +45,7 điểm phần trăm", "en": "40%1 margin +45.7 percentage points"}
    assert points[report.code] in told
    assert not re.search(r"[^\d]214[.,]3", told)
    demo = BeautifulSoup(scorecard(Report(demo_review, "en")).html, "html.parser").get_text()
    assert "3%1 margin +2.9 percentage points" in demo
    assert "28,000 tonnes1 108.3% of the target" in demo


def test_what_the_source_expects_of_the_year_has_a_column_where_there_is_any(demo: Report) -> None:
    page = BeautifulSoup(office_table(demo).html, "html.parser")
    titles = [cell.get_text() for cell in page.select("thead th")]
    place = titles.index({"vi": "Ước cả năm", "en": "Estimate for the year"}[demo.code])
    told = [row.select("th, td")[place].get_text(" ") for row in page.select("tbody tr")]
    marked = {"vi": "98,5% (dự báo)", "en": "98.5% (forecast)"}[demo.code]
    (estimate,) = [text for text in told if marked in text]
    assert estimate.endswith("2025")
