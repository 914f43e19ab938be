"""Of many units the ends are named, and what moved; the rest are counted."""

import pandas as pd
import pytest

from giaoban.analysis import Review
from giaoban.language import language
from giaoban.wording import Wording, ends_told, named_few


@pytest.fixture
def words(demo_review: Review) -> Wording:
    return Wording(demo_review, language("en"))


@pytest.fixture
def ranked(demo_review: Review) -> pd.DataFrame:
    return demo_review.ranking.query("indicator == 'orgs-rated'")


def test_five_are_named_at_each_end_with_their_figures(
    words: Wording, ranked: pd.DataFrame
) -> None:
    told = next(ends_told(words, ranked))
    most, least = told.removesuffix(".").split("; least: ")
    assert most.count("Sample commune") == least.count("Sample commune") == 5
    order = ranked.dropna(subset="rank").sort_values("value", kind="stable")
    for end, rows in ((most, order.tail(5)), (least, order.head(5))):
        assert all(f"{value:.1f}%" in end for value in rows["value"])


def test_who_shares_the_last_figure_named_is_counted(words: Wording, ranked: pd.DataFrame) -> None:
    alike = ranked.assign(value=100.0, as_published="100%")
    told = next(ends_told(words, alike))
    assert told.count(f"and {len(ranked) - 5} more") == 2


def test_a_range_stands_at_no_end(words: Wording, ranked: pd.DataFrame) -> None:
    first = ranked.dropna(subset="rank").iloc[0]
    name = words.title_of("unit", first["unit"])
    over = ranked.assign(qualifier=ranked["qualifier"].mask(ranked.index == first.name, ">"))
    told = next(ends_told(words, over))
    assert f"of {ranked['rank'].count() - 1} exact figures" in told
    assert f"{name} " not in told


def test_what_is_no_more_than_chance_has_changed_nothing(
    words: Wording, ranked: pd.DataFrame
) -> None:
    by_chance = ranked.assign(change_low=-1.0, change_high=1.0)
    assert not [told for told in ends_told(words, by_chance) if "changed most" in told]


def test_few_names_stand_all_and_of_many_the_first(words: Wording) -> None:
    assert named_few(words, ["A", "B"], most=2) == "A, B"
    assert named_few(words, ["A", "B", "C", "D"], most=2) == "A, B and 2 more"
