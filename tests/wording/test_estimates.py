from places import RAW

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import Wording, ahead_of


def test_a_running_year_is_told_with_whose_estimate_it_is(demo_review: Review) -> None:
    words = Wording(demo_review, language("en"))
    assert ahead_of(words, "cadres-degree") == ["2025, the source’s own: 98.5% (forecast)"]
    assert ahead_of(words, "members-admitted") == ["2025 at this pace: 162 (in proportion alone)"]
    # Its forecast is of a year that is over.
    assert ahead_of(words, "women-members") == ["2024: 45.6% (forecast)"]
    assert ahead_of(words, "rice") == []


def test_the_share_of_the_same_months_is_told_with_its_bounds() -> None:
    review = load("demo", "latest", "", RAW)
    told = review.estimates.assign(low=150.4, high=175.2, years=2)
    review.hand(estimates=told)
    words = Wording(review, language("en"))
    assert ahead_of(words, "members-admitted") == [
        "2025 at this pace: 162 (in proportion; 150 to 175 by these months’ share of 2 earlier years)"
    ]


def test_of_one_earlier_year_the_one_share_is_told() -> None:
    review = load("demo", "latest", "", RAW)
    review.hand(estimates=review.estimates.assign(low=150.4, high=150.4, years=1))
    assert ahead_of(Wording(review, language("en")), "members-admitted") == [
        "2025 at this pace: 162 (in proportion; 150 by these months’ share of the one earlier year "
        "that is known)"
    ]
