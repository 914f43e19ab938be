import shutil
from pathlib import Path

import pandas as pd
import pytest
from places import RAW
from smallprogramme import TONNES, small

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import Wording, latest_trend, moves, still_needed


def needed(review: Review, indicator: str, lang: str = "en") -> list[str]:
    return list(still_needed(Wording(review, language(lang)), indicator))


def yearly(review: Review, indicator: str) -> pd.DataFrame:
    compared = review.compared
    return compared[compared["indicator"].eq(indicator) & compared["years"].eq(1)]


def test_of_a_target_ahead_it_says_how_much_it_still_asks_for_a_year(demo_review: Review) -> None:
    assert needed(demo_review, "cadres-theory") == [
        "From 2024 on, the target of 75% for 2021–2025 asks for +1.2 percentage points.",
        "From 2024 on, the target of 90% for 2025 asks for +16.2 percentage points.",
    ]
    assert needed(demo_review, "files-late", "vi") == [
        "Sau 2024, còn cần −2,9 điểm phần trăm để đạt chỉ tiêu 3% (2025)."
    ]


def test_of_a_target_that_is_reached_ahead_of_its_year_it_says_that_it_has_to_be_kept() -> None:
    assert needed(load("demo", "2023-03-14", "", RAW), "complaints") == [
        "The target of at most 200 for 2024 is reached already; it has to be kept."
    ]


def test_over_a_count_asks_for_one_more(tmp_path: Path) -> None:
    table = shutil.copytree(RAW / "demo", tmp_path / "demo") / "targets.csv"
    rows = table.read_text("utf-8").splitlines(keepends=True)
    over = [
        r.replace(",750,,=,", ",750,,>,") if r.startswith("members-admitted") else r for r in rows
    ]
    assert over != rows
    table.write_text("".join(over), "utf-8")
    assert "Of the target of over 750 for 2021–2025, 92 were left after 30/06/2025." in needed(
        load("demo", "2025-07-15", "", tmp_path), "members-admitted"
    )


def test_of_a_target_whose_period_has_begun_it_says_what_is_left_of_the_count(
    demo_review: Review,
) -> None:
    assert needed(demo_review, "members-admitted") == [
        "Of the target of 750 for 2021–2025, 91 were left after 30/06/2025.",
        "Of the target of 150 for 2025, 69 were left after 30/06/2025.",
    ]


@pytest.mark.parametrize("indicator", ["orgs-excellent", "meetings-held", "no-such-indicator"])
def test_where_no_target_lies_ahead_nothing_is_needed(demo_review: Review, indicator: str) -> None:
    assert needed(demo_review, indicator) == []


@pytest.mark.parametrize(
    ("indicator", "first", "points"),
    [("poor-households", "2020", 5), ("orgs-rated", "2023", 2), ("orgs-excellent", "2024", 1)],
)
def test_the_latest_trend_is_that_of_the_run_behind_the_last_break(
    demo_review: Review, indicator: str, first: str, points: int
) -> None:
    trend = latest_trend(demo_review, yearly(demo_review, indicator))
    assert (trend["first_period"], trend["last_period"]) == (first, "2024")
    assert (trend["indicator"], trend["points"]) == (indicator, points)


def test_the_latest_trend_of_years_that_are_chosen_ends_with_the_last_of_them(
    demo_review: Review,
) -> None:
    early = yearly(demo_review, "orgs-rated").query("period <= '2022'")
    trend = latest_trend(demo_review, early)
    assert (trend["first_period"], trend["last_period"], trend["points"]) == ("2020", "2022", 3)


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        ("cadres-degree", "rose each year"),
        ("poor-households", "fell each year"),
        ("files-late", "rose in 3 and fell in 1 of 4 years"),
        ("members-rated", "leave open which way they went"),
        ("on-time", "rose 3 and fell 1 of 4 times"),
    ],
)
def test_what_the_printed_figures_did_is_said_before_anything_is_concluded(
    demo_review: Review, indicator: str, said: str
) -> None:
    trend = demo_review.trends.query("indicator == @indicator").iloc[-1]
    assert moves(Wording(demo_review, language("en")), trend) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((5, 5, 4), "fell in 1 of 2 years"),
        ((5, 6, 6), "rose in 1 of 2 years"),
        ((5, 6, 4), "rose in 1 and fell in 1 of 2 years"),
        ((5, 5, 5), "stayed the same"),
    ],
)
def test_only_what_the_figures_did_is_said(
    tmp_path: Path, values: tuple[int, ...], said: str
) -> None:
    figures = [{"period": f"{2022 + n}", "value": value} for n, value in enumerate(values)]
    review = small(tmp_path, figures, TONNES)
    assert moves(Wording(review, language("en")), review.trends.iloc[-1]) == said


def test_a_year_that_is_open_is_told_beside_what_the_others_did(tmp_path: Path) -> None:
    figures: list[dict[str, object]] = [
        {"period": f"{2022 + n}", "value": value} for n, value in enumerate((5, 4, 3))
    ]
    figures[2] |= {"qualifier": ">"}
    review = small(tmp_path, figures, TONNES)
    told = moves(Wording(review, language("vi")), review.trends.iloc[-1])
    assert told == "giảm 1 năm trong 2 năm, 1 năm chưa rõ"


def test_a_run_without_a_trend_begins_where_its_figures_do(demo_review: Review) -> None:
    own = Review(demo_review.known)
    own.hand(trends=own.trends.head(0))
    trend = latest_trend(own, yearly(own, "poor-households"))
    assert (trend["verdict"], trend["first_period"]) == ("too_few_points", "2020")
