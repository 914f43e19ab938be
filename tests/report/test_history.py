import pandas as pd
import pytest
from fragments import text
from places import RAW

from giaoban.analysis import Review, load
from giaoban.report.history import verdicts_so_far
from giaoban.report.opening import main_points
from giaoban.report.page import Report


@pytest.fixture
def demo(demo_review: Review) -> Report:
    return Report(Review(demo_review.known), "en")


def test_each_indicator_has_a_row_of_verdicts_in_words_with_the_periods_of_their_targets(
    demo: Report,
) -> None:
    said = text(verdicts_so_far(demo))
    assert "|15/03/2022|14/03/2023|12/03/2024|15/07/2025|" in said
    assert (
        "|Income a head|–|behind (2025)|nearly on track (2025)|not met (2024)|behind (2025)|"
        in said
    )
    assert "|Complaints received|–|on track (2024)| |revised since|moving away (2024)|" in said
    assert "Revised since: the figure or the target was changed after the meeting." in said


def test_what_no_earlier_meeting_judged_has_no_row(demo: Report) -> None:
    assert "Residents who are satisfied" not in text(verdicts_so_far(demo))


def test_at_the_first_meeting_the_section_is_left_out(review: Review) -> None:
    for first in (review, load("demo", "2022-03-15", "", RAW)):
        assert "nothing" in verdicts_so_far(Report(first, "en")).about


def test_the_first_screen_tells_what_has_turned_and_nothing_where_nothing_has(demo: Report) -> None:
    assert (
        "New members under 30: on track, now moving away (2025); "
        "Income a head: nearly on track, now behind (2025)."
    ) in text(main_points(demo))
    same = demo.review.history
    same = same[~same["indicator"].isin(["young-members", "income"])]
    assert ", now " not in text(main_points(demo, history=same))


def test_a_verdict_on_another_year_is_told_with_both_years(demo: Report) -> None:
    history = demo.review.history
    now = history["indicator"].eq("rice") & history["meeting_date"].eq("2025-07-15")
    then = history["indicator"].eq("rice") & history["meeting_date"].eq("2024-03-12")
    told = history.copy()
    told.loc[then, ["status", "target_period"]] = ["met", "2023"]
    told.loc[now, "status"] = "not_met"
    said = text(main_points(demo, history=pd.DataFrame(told)))
    assert "Rice harvested: met (2023), now not met (2024)" in said
