"""The analysis of the bundled programme, against what was published and what follows from it."""

import pandas as pd
import pytest
from conftest import RAW

from giaoban.errors import GiaobanError
from giaoban.review import Review, load


@pytest.fixture(scope="module")
def card(review: Review) -> pd.DataFrame:
    return review.latest.set_index("indicator")


def test_93_75_and_97_8_stand_together_and_are_not_compared(card: pd.DataFrame) -> None:
    row = card.loc["orgs-rated"]
    assert (row["previous_value"], row["value"], row["change"]) == (93.75, 97.8, 4.05)
    assert (row["comparable"], row["reason"]) == (False, "definition_changed")


def test_20_and_19_6_are_shares_of_a_base_that_is_not_said(card: pd.DataFrame) -> None:
    row = card.loc["orgs-excellent"]
    assert (row["previous_value"], row["value"], row["change"]) == (20, 19.6, -0.4)
    assert (row["comparable"], row["reason"]) == (False, "base_unknown")


def test_over_89_meets_a_target_of_75_by_more_than_14(card: pd.DataFrame) -> None:
    row = card.loc["members-completed-well"]
    assert (row["qualifier"], row["value"], row["target"]) == (">", 89, 75)
    assert (row["margin"], row["status"]) == (14, "met")


def test_85_7_stands_45_7_points_over_its_target(card: pd.DataFrame) -> None:
    row = card.loc["city-cadres-postgraduate"]
    assert (row["target"], row["target_set_by"], row["margin"], row["status"]) == (
        40,
        "ha-noi",
        45.7,
        "met",
    )


def test_what_has_no_target_or_no_earlier_figure_says_so(card: pd.DataFrame) -> None:
    assert card.loc["members-admitted", "status"] == "no_target"
    assert pd.isna(card["comparable"]["members-admitted"])
    assert pd.isna(card["target"]["commune-cadres-theory"])


def test_460_in_three_years_agrees_with_150_a_year_when_rounded_to_tens(review: Review) -> None:
    claim = review.claims.set_index("claim").loc["members-admitted-mean"]
    assert claim["recomputed"] == pytest.approx(153.333333)
    assert (claim["verdict"], claim["rounded_to"]) == ("agrees_if_rounded", 10)


def test_the_stated_14_cannot_be_checked_against_a_target_made_from_it(review: Review) -> None:
    claim = review.claims.set_index("claim").loc["members-margin-2022"]
    assert (claim["verdict"], claim["detail"]) == ("cannot_check", "circular")


def test_no_run_is_long_enough_for_a_slope(review: Review) -> None:
    assert set(review.trends["verdict"]) == {"too_few_points"}
    assert len(review.trends.query("indicator == 'orgs-rated'")) == 2


def test_a_programme_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(GiaobanError, match=r"found nowhere.*04-CTr-HU"):
        load("nowhere", "latest", "", RAW)
