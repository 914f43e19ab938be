import pandas as pd
import pytest
from markupsafe import Markup

from giaoban.analysis import Review
from giaoban.report.page import Report
from giaoban.report.units.charts import over_the_years, unit_picture

SHARES = "orgs-rated"


def ranked(review: Review, indicator: str, units: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give some of the units below, and of these those of a funnel."""
    ranking, funnel = (t[t["indicator"] == indicator] for t in (review.ranking, review.funnel))
    kept = ranking.head(units)
    return kept, funnel[funnel["unit"].isin(kept["unit"])]


def picture(review: Review, indicator: str, units: int) -> str:
    report = Report(review, "en")
    return str(Markup().join(unit_picture(report, *ranked(review, indicator, units))))


def test_fewer_than_ten_units_stand_by_name_and_ten_in_a_funnel(demo_review: Review) -> None:
    few, many = picture(demo_review, SHARES, 9), picture(demo_review, SHARES, 10)
    assert "dots-orgs-rated" in few and "funnel-orgs-rated" not in few
    assert "funnel-orgs-rated" in many and "dots-orgs-rated" not in many


def test_units_by_name_are_in_the_order_of_their_figures(demo_review: Review) -> None:
    chart = picture(demo_review, SHARES, 7)
    rows, _ = ranked(demo_review, SHARES, 7)
    report = Report(demo_review, "en")
    ordered = rows.sort_values("value", ascending=False, kind="stable")
    names = [report.wording.title_of("unit", unit) for unit in ordered["unit"]]
    drawn = chart.split("</desc>")[1]
    places = [drawn.index(f">{name}<") for name in names]
    assert places == sorted(places)
    assert drawn.count(">target at least 90%<") == 1
    assert ">The axis does not start at 0. Line through a dot: its 95%<" in drawn


def test_counts_have_no_interval_and_nothing_is_said_of_one(demo_review: Review) -> None:
    assert "interval" not in picture(demo_review, "members-admitted", 5)


@pytest.mark.parametrize("units", [0, 1])
def test_a_single_unit_is_not_compared(demo_review: Review, units: int) -> None:
    assert picture(demo_review, SHARES, units) == ""


def test_every_unit_is_drawn_over_the_years(demo_review: Review) -> None:
    rows, _ = ranked(demo_review, SHARES, 24)
    (chart,) = over_the_years(Report(demo_review, "en"), rows)
    assert chart.count(">Sample commune<") + chart.count(">Sample commune 01<") >= 1
    assert "units-orgs-rated" in chart
