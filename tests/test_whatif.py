"""A supposed figure is judged as a figure is, and changes nothing that is known."""

import pandas as pd
import pytest
from conftest import RAW

from giaoban.errors import GiaobanError
from giaoban.review import Review, load
from giaoban.schema import table_schema
from giaoban.whatif import SUPPOSED, next_year, suppose


@pytest.fixture(scope="module")
def in_2024() -> Review:
    return load("demo", "2024-03-12", "", RAW)


@pytest.fixture(scope="module")
def in_2025() -> Review:
    return load("demo", "2025-07-15", "", RAW)


def latest(review: Review, indicator: str) -> pd.Series:
    return review.latest.set_index("indicator").loc[indicator]


def pace(review: Review, indicator: str) -> pd.Series:
    return review.paces.set_index("indicator").loc[indicator]


@pytest.mark.parametrize(
    ("value", "qualifier", "status"),
    [(80, "=", "met"), (79.9, "=", "not_met"), (79, ">", "undetermined"), (80, ">", "met")],
)
def test_the_target_of_the_next_year_is_met_or_not(
    in_2024: Review, value: float, qualifier: str, status: str
) -> None:
    row = latest(suppose(in_2024, "cadres-theory", value, qualifier), "cadres-theory")
    assert (row["period"], row["target"], row["status"]) == ("2024", 80, status)


def test_from_it_on_the_later_target_asks_for_what_is_left(in_2024: Review) -> None:
    # 73.2% in 2023 and 90% by 2025: 8.4 points a year; after 80% in 2024 there are 10 left.
    assert pace(in_2024, "cadres-theory")["needed"] == pytest.approx(8.4)
    supposed = suppose(in_2024, "cadres-theory", 80)
    assert pace(supposed, "cadres-theory")["needed"] == pytest.approx(10)
    # From 71.3% on, 90% in five years asks for 4.77% growth a year; 80% after four is 2.92%.
    found = pace(supposed, "cadres-theory")
    assert found["required"] == pytest.approx((90 / 71.3) ** (1 / 5) - 1)
    assert found["actual"] == pytest.approx((80 / 71.3) ** (1 / 4) - 1)
    assert found["verdict"] == "behind"


def test_a_count_is_added_to_those_of_the_years_before(in_2025: Review) -> None:
    # 143 + 156 + 149 + 130 are 578; the target of 2021–2025 is 750.
    for value, status in ((172, "met"), (171, "not_met")):
        reached = suppose(in_2025, "members-admitted", value).reached
        total = reached.query("indicator == 'members-admitted' and period == '2021/2025'").iloc[0]
        assert (total["least"], total["status"]) == (578 + value, status)


def test_460_members_in_three_years_are_not_compared_with_those_of_one(review: Review) -> None:
    assert next_year(review, "members-admitted") == "2023"
    row = latest(suppose(review, "members-admitted", 150), "members-admitted")
    assert (row["period"], row["previous_period"]) == ("2023", "2020/2022")
    assert (row["comparable"], row["reason"]) == (False, "part_year")
    assert row["status"] == "no_target"


def test_it_counts_what_the_latest_figure_counts(review: Review) -> None:
    row = latest(suppose(review, "orgs-rated", 99), "orgs-rated")
    assert row["definition"] == "completed-or-better"
    assert (row["previous_value"], row["change"], row["comparable"]) == (97.8, 1.2, True)


@pytest.mark.parametrize(
    ("indicator", "year"),
    [("orgs-rated", "2025"), ("on-time", "2025"), ("satisfaction", "2024"), ("complaints", "2025")],
)
def test_the_next_year_is_the_first_that_no_figure_covers_to_its_end(
    in_2025: Review, indicator: str, year: str
) -> None:
    assert next_year(in_2025, indicator) == year


def test_a_figure_that_was_not_published_is_replaced(in_2025: Review) -> None:
    supposed = suppose(in_2025, "satisfaction", 86)
    own = supposed.tables["figures"].query("indicator == 'satisfaction'")
    assert own["value"].tolist() == [86]
    assert latest(supposed, "satisfaction")["status"] == "met"


def test_of_a_unit_without_figures_something_can_be_supposed_too() -> None:
    commune = load("demo", "2022-03-15", "xa-24", RAW)
    row = latest(suppose(commune, "cadres-degree", 50), "cadres-degree")
    assert (row["value"], row["status"]) == (50, "no_target")


def test_what_is_known_stays_as_it_was(in_2025: Review) -> None:
    before = in_2025.tables["figures"].copy()
    supposed = suppose(in_2025, "orgs-rated", 95)
    pd.testing.assert_frame_equal(in_2025.tables["figures"], before)
    others = supposed.tables["figures"].query("obs_status != @SUPPOSED")
    pd.testing.assert_frame_equal(others, before, check_dtype=False)


def test_no_file_can_hold_a_supposition() -> None:
    fields = {field["name"]: field for field in table_schema("figures")["fields"]}
    assert SUPPOSED not in fields["obs_status"]["constraints"]["enum"]


@pytest.mark.parametrize(
    ("indicator", "value", "qualifier"),
    [
        ("orgs-rated", 101, "="),
        ("orgs-rated", -1, "="),
        ("orgs-rated", 100, ">"),
        ("members-admitted", 1.5, "="),
    ],
)
def test_what_cannot_be_is_refused(
    in_2025: Review, indicator: str, value: float, qualifier: str
) -> None:
    with pytest.raises(GiaobanError, match="supposed value: "):
        suppose(in_2025, indicator, value, qualifier)
