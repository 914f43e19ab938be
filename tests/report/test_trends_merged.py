from dataclasses import replace

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from fragments import text
from places import RAW

from giaoban.analysis import Review, load, recast_years
from giaoban.report import main_points, office_table, scorecard, trends_over_time
from giaoban.report.history import figures_table
from giaoban.report.page import Report


@pytest.fixture(scope="module")
def merged() -> Review:
    return load("demo", "2025-07-15", "xa-25", RAW)


def test_the_years_before_a_merger_stand_beside_those_since_marked_as_worked_out(
    merged: Review,
) -> None:
    page = BeautifulSoup(trends_over_time(Report(merged, "en")).html, "html.parser")
    said = page.get_text("|", strip=True)
    assert "2023–2024: +1 (+16.7% relative) (2020–2023 worked out)" in said
    assert "2022: 15 (worked out); 2023: 6 (worked out); 2024: 7" in said
    own = merged.tables["figures"].query("indicator == 'members-admitted'")
    table = BeautifulSoup(figures_table(Report(merged, "en"), own), "html.parser")
    rows = [[cell.text for cell in row.select("th, td")] for row in table.select("tr")]
    assert rows[4] == [
        "2023",
        "6 in 2023, the sum of Sample commune 19 and Sample commune 20, merged on 01/01/2024 "
        "(worked out)",
        "–",
        "–",
    ]
    assert rows[5][0] == "2024"


def test_they_are_one_run_with_what_they_may_be_compared_with(merged: Review) -> None:
    own = merged.runs[merged.runs["indicator"] == "orgs-rated"]
    found = recast_years(own, merged.recast, merged.since_merger).set_index("period")["run"]
    assert found["2023"] == own["run"].iloc[0]  # “Completed or better” is counted since 2023.
    assert found["2022"] == found["2020"] != found["2023"]


def test_what_was_published_is_not_drawn_over_by_what_was_worked_out() -> None:
    divided = load("demo", "latest", "xa-24", RAW)
    own = divided.runs[divided.runs["indicator"] == "members-admitted"]
    assert recast_years(own, divided.recast, divided.since_merger).empty


def test_a_year_of_which_a_range_was_worked_out_is_told_beside_the_chart(merged: Review) -> None:
    page = BeautifulSoup(trends_over_time(Report(merged, "en")).html, "html.parser")
    said = page.get_text("|", strip=True)
    assert "2020: 6.3 to 20% (worked out); 2021: 20.7% (worked out)" in said


def test_every_part_of_the_page_tells_the_change_since_a_merger(merged: Review) -> None:
    report = Report(merged, "en")
    for section in (scorecard, trends_over_time, office_table):
        assert "the sum of Sample commune 19 and Sample commune 20" in text(section(report))
    both = "+2.7 percentage points against 11.1% in 2023, Sample commune 19 and Sample commune 20"
    assert f"{both} taken together" in text(main_points(report))


def test_what_was_worked_out_counts_for_no_target_claim_or_trend(merged: Review) -> None:
    nothing = merged.tables["unit_changes"].iloc[:0]
    figures = merged.tables["figures_merged"].iloc[:0]
    tables = merged.tables | {"unit_changes": nothing, "figures_merged": figures}
    alone = Review(replace(merged.known, tables=tables))
    assert len(merged.recast)
    assert alone.recast.empty
    for name in ("verdicts", "paces", "claims", "trends", "projections", "control", "latest"):
        pd.testing.assert_frame_equal(getattr(merged, name), getattr(alone, name))
