"""What the cells of the office's table say."""

import math
from pathlib import Path

import pandas as pd
import pytest
from smallprogramme import TONNES, small

from giaoban.analysis import Review
from giaoban.language import language
from giaoban.wording import OfficeWords, Wording


@pytest.fixture
def words(review: Review) -> OfficeWords:
    return OfficeWords(Wording(review, language("en")))


@pytest.fixture
def demo_words(demo_review: Review) -> OfficeWords:
    return OfficeWords(Wording(demo_review, language("en")))


def of(words: OfficeWords, indicator: str) -> pd.Series:
    office = words.words.review.office
    return office[office["indicator"] == indicator].iloc[0]


def test_a_part_is_named_as_one_once(words: OfficeWords, demo_review: Review) -> None:
    assert words.name(of(words, "orgs-excellent")).startswith("Of which: Grassroots")
    demo = OfficeWords(Wording(demo_review, language("vi")))
    assert demo.name(of(demo, "orgs-excellent")) == "Trong đó hoàn thành xuất sắc nhiệm vụ"


def test_a_figure_stands_over_its_period_with_its_qualifier(words: OfficeWords) -> None:
    row = of(words, "members-completed-well")
    assert words.figure(row) == ["over 89%", "2022"]
    assert words.figure(row, "same_") == ["not entered", "2021"]


def test_a_percentage_is_named_and_its_bound_is_rounded_outwards(words: OfficeWords) -> None:
    row = of(words, "members-completed-well")
    assert row["of_plan_least"] == pytest.approx(118.667, abs=0.001)
    assert words.of_plan(row) == ["over 118.6%", "ratio of two shares"]


def test_across_a_change_of_definition_the_remark_says_so(words: OfficeWords) -> None:
    row = of(words, "orgs-rated")
    assert words.of_same(row) == "–"
    assert [*words.remarks(row)] == ["not comparable with 2021: the definition changed"]


def test_a_total_over_several_years_stands_under_cumulative_alone(words: OfficeWords) -> None:
    row = of(words, "members-admitted")
    assert words.cumulative(row) == ["460", "2020–2022"]
    assert words.figure(row) == ["not entered", "2022"]
    assert [*words.remarks(row)] == ["a total over several years is no figure of a year"]


@pytest.mark.parametrize(
    ("years", "period", "told"),
    [
        (["2025"], "2025", ["–"]),
        (["2021"], "2021/2025", ["–"]),
        (["2021", "2022"], "2021/2025", ["20 tonnes", "2021–2022"]),
    ],
)
def test_a_sum_that_says_no_more_than_this_period_is_a_dash(
    tmp_path: Path, years: list[str], period: str, told: list[str]
) -> None:
    figures: list[dict[str, object]] = [{"period": year, "value": 10} for year in years]
    day: list[dict[str, object]] = [
        {"meeting_date": "2025-07-15", "title_vi": "Hội nghị", "title_en": "Meeting"}
    ]
    about = TONNES | {"additive": "true"}
    review = small(tmp_path, figures, about, {"period": period}, meetings=day)
    words = OfficeWords(Wording(review, language("en")))
    assert words.cumulative(of(words, "x")) == told
    assert words.of_plan(of(words, "x")) == ["–"]


def test_an_estimate_of_this_period_and_a_sum_with_it_are_marked(tmp_path: Path) -> None:
    early = {"obs_status": "E", "reported_on": "2025-06-25"}
    figures: list[dict[str, object]] = [{"period": str(n), "value": 10} for n in range(2021, 2025)]
    figures += [{"period": "2025-01/2025-06", "value": 6} | early]
    words = OfficeWords(
        Wording(small(tmp_path, figures, TONNES | {"additive": "true"}), language("en"))
    )
    row = of(words, "x")
    assert words.figure(row) == ["6 tonnes (estimated)", "first 6 months of 2025"]
    assert words.cumulative(row)[0] == "46 tonnes (estimated)"


def test_a_sum_that_is_a_range_with_an_estimate_is_marked_too(tmp_path: Path) -> None:
    figures: list[dict[str, object]] = [
        {"period": str(n), "value": 10, "qualifier": "~"} for n in range(2021, 2025)
    ]
    figures.append({"period": "2025-01/2025-06", "value": 6, "obs_status": "E"})
    figures[-1]["reported_on"] = "2025-06-25"
    review = small(tmp_path, figures, TONNES | {"additive": "true"})
    words = OfficeWords(Wording(review, language("en")))
    assert words.cumulative(of(words, "x"))[0] == "44 to 48 tonnes (estimated)"


def test_a_plan_says_which_silence_it_is(words: OfficeWords) -> None:
    assert words.plan(of(words, "commune-cadres-theory")) == ["the source does not say"]
    assert words.plan(of(words, "orgs-rated")) == ["not entered"]


def test_a_plan_of_other_years_says_its_time_and_kind(demo_words: OfficeWords) -> None:
    row = of(demo_words, "cadres-degree")
    assert demo_words.plan(row) == ["90%", "2021–2025", "in each year"]


def test_shares_differ_by_points_and_counts_are_in_percent(demo_words: OfficeWords) -> None:
    assert demo_words.of_same(of(demo_words, "cadres-degree")) == "+1.6 percentage points"
    assert demo_words.of_same(of(demo_words, "complaints")) == "81.7%"
    about = demo_words.of_same(of(demo_words, "members-rated"))
    assert about == "−14.5 to +5.5 percentage points"


def test_the_other_plan_of_a_year_is_a_remark(demo_words: OfficeWords) -> None:
    assert [*demo_words.remarks(of(demo_words, "cadres-theory"))] == [
        "plan of Sample district: 70%"
    ]


def test_a_figure_that_was_not_published_is_one_the_source_does_not_say(
    demo_words: OfficeWords,
) -> None:
    row = of(demo_words, "satisfaction")
    assert demo_words.figure(row) == ["the source does not say", "2024"]
    assert demo_words.cumulative(row) == ["–"]


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (0.0, math.inf, "not stated exactly"),
        (12.0, math.inf, "at least 12.0%"),
        (0.0, 60.0, "0.0% to 60.0%"),
        # Nothing is 0% of however much.
        (0.0, 0.0, "0.0%"),
    ],
)
def test_a_percentage_that_may_be_any_is_not_given_a_bound(
    words: OfficeWords, least: float, most: float, said: str
) -> None:
    row = pd.Series({"of_same": math.nan, "of_same_least": least, "of_same_most": most})
    assert words.percent(row, "of_same", "~") == said
