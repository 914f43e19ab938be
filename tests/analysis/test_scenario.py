"""A supposed figure is judged as a figure is, and changes nothing that is known; what cannot be
is not supposed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import RAW

from giaoban.analysis import SUPPOSED, Review, is_supposed, load, next_year, suppose
from giaoban.asof import known_at
from giaoban.checks.values import value_faults
from giaoban.errors import GiaobanError
from giaoban.explore.subset import FOUND
from giaoban.programme.read import Package, read_package
from giaoban.tables.schema import table_schema


@pytest.fixture(scope="module")
def in_2024() -> Review:
    return load("demo", "2024-03-12", "", RAW)


@pytest.fixture(scope="module")
def in_2025() -> Review:
    return load("demo", "2025-07-15", "", RAW)


@pytest.fixture(scope="module")
def packages() -> dict[str, Package]:
    return {name: read_package(RAW / name) for name in ("demo", "04-CTr-HU")}


def with_figures(package: Package, figures: pd.DataFrame, meeting: str, unit: str = "") -> Review:
    """Give the review that there is where other figures stand in the file."""
    return Review(
        known_at(replace(package, tables=package.tables | {"figures": figures}), meeting, unit)
    )


def entered(package: Package, supposed: Review) -> pd.DataFrame:
    """Enter the supposed figure into the file, as one that was reported on the last day that counts."""
    row, whole = (
        supposed.tables["figures"].query("obs_status == @SUPPOSED"),
        package.tables["figures"],
    )
    assert len(row) == 1
    said = {"obs_status": "A", "source": package.tables["sources"]["source"].iloc[0]}
    return pd.concat([whole, row[whole.columns].assign(**said).astype(whole.dtypes)])


def latest(review: Review, indicator: str) -> pd.Series:
    return review.latest.set_index("indicator").T[indicator]


def pace(review: Review, indicator: str) -> pd.Series:
    return review.paces.set_index("indicator").T[indicator]


# What tells a supposed figure from one that was reported.
SAID_OF_IT = ["obs_status", "source", "reported_on", "as_published", "note_vi", "note_en"]


@pytest.mark.slow
@settings(max_examples=25)
@given(data=st.data())
def test_it_is_judged_just_as_the_same_row_in_the_file_would_be(
    packages: dict[str, Package], data: st.DataObject
) -> None:
    package = packages[data.draw(st.sampled_from(sorted(packages)))]
    meetings = package.tables["meetings"]["meeting_date"].dt.strftime("%Y-%m-%d")
    meeting = data.draw(st.sampled_from(meetings.tolist()))
    unit = data.draw(st.sampled_from([package.programme["unit"], *package.tables["units"]["unit"]]))
    indicator = data.draw(st.sampled_from(package.tables["indicators"]["indicator"].tolist()))
    value = data.draw(st.sampled_from([0, 1, 45, 75, 80, 92, 99.97, 100, 150, 200]))
    qualifier = data.draw(st.sampled_from(["=", ">=", ">", "<=", "<", "~"]))
    review = Review(known_at(package, meeting, unit))
    try:
        supposed = suppose(review, indicator, value, qualifier)
    except GiaobanError:
        supposed = suppose(review, indicator, 100)
    figures = entered(package, supposed)
    assert value_faults("figures", figures.tail(1), package.tables["indicators"], "") == []
    real = with_figures(package, figures, meeting, unit)
    for name in FOUND:
        ours, theirs = (
            getattr(found, name).drop(columns=SAID_OF_IT, errors="ignore").reset_index(drop=True)
            for found in (supposed, real)
        )
        pd.testing.assert_frame_equal(ours, theirs, check_dtype=False, obj=name)


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


def test_a_forecast_covers_no_year_and_is_replaced(in_2025: Review) -> None:
    assert latest(in_2025, "women-members")["obs_status"] == "F"
    assert next_year(in_2025, "women-members") == "2024"
    for value, status in ((45, "met"), (44.9, "not_met")):
        row = latest(suppose(in_2025, "women-members", value), "women-members")
        assert (row["period"], row["value"], row["status"]) == ("2024", value, status)
        assert row["previous_value"] == 43.1


def test_where_nothing_was_counted_yet_it_counts_what_its_target_asks_for(
    packages: dict[str, Package],
) -> None:
    demo = packages["demo"]
    others = demo.tables["figures"].query("not (indicator == 'orgs-rated' and unit == 'mau')")
    review = with_figures(demo, others, "2024-03-12")
    for value, status in ((92, "met"), (91, "not_met")):
        row = latest(suppose(review, "orgs-rated", value), "orgs-rated")
        assert (row["definition"], row["target"]) == ("completed-or-better", 92)
        assert row["status"] == status


def test_after_the_programmes_last_year_nothing_is_left_to_suppose(
    packages: dict[str, Package], in_2025: Review
) -> None:
    demo = packages["demo"]
    figures = entered(demo, suppose(in_2025, "orgs-rated", 94))
    review = with_figures(demo, figures, "2025-07-15")
    assert next_year(review, "orgs-rated") == ""
    with pytest.raises(GiaobanError, match=r"no year is left to suppose: .* 2021/2025"):
        suppose(review, "orgs-rated", 95)


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
    ("indicator", "value", "qualifier", "said"),
    [
        ("orgs-rated", 101, "=", "percentage out of range (found 101), expected 0 to 100"),
        ("orgs-rated", -1, "=", "percentage out of range (found -1), expected 0 to 100"),
        ("orgs-rated", 100, ">", "no share can be so (found > 100), expected >= or <="),
        ("members-admitted", 170.5, "=", "not a count (found 170.5), expected a whole number"),
        ("members-admitted", -5, "~", "not a count (found ~ -5), expected a whole number"),
        ("members-admitted", 1e21, "=", "number too large (found 1e+21), expected less than"),
        ("reform-index", float("inf"), "=", "number too large (found inf), expected less than"),
    ],
)
def test_a_number_that_no_row_could_hold_is_refused(
    in_2025: Review, indicator: str, value: float, qualifier: str, said: str
) -> None:
    with pytest.raises(GiaobanError) as refused:
        suppose(in_2025, indicator, value, qualifier)
    assert str(refused.value).startswith(f"supposed value: {said}")


# 81 members were admitted from January to June 2025.
@pytest.mark.parametrize(
    ("value", "qualifier", "typed", "found"),
    [
        (80, "=", "", "80"),
        (80, "<=", "80", "<= 80"),
        (81, "<", "", "< 81"),
        (70, "~", "70", "~ 70"),
    ],
)
def test_a_count_of_a_year_is_not_less_than_what_a_part_of_it_has_already(
    in_2025: Review, value: float, qualifier: str, typed: str, found: str
) -> None:
    with pytest.raises(GiaobanError) as refused:
        suppose(in_2025, "members-admitted", value, qualifier, typed)
    assert str(refused.value) == (
        f"supposed value: less than 2025 has already (found {found}), expected at least 81"
    )


@pytest.mark.parametrize(
    ("indicator", "value", "qualifier"),
    [
        ("members-admitted", 81, "="),
        ("members-admitted", 81, "<="),
        ("members-admitted", 50, ">="),
        ("members-admitted", 80, "~"),
        ("complaints", 0, "="),
        ("complaints", 0, "<"),
        ("on-time", 50, "="),
    ],
)
def test_what_the_part_leaves_open_is_supposed(
    in_2025: Review, indicator: str, value: float, qualifier: str
) -> None:
    figures = suppose(in_2025, indicator, value, qualifier).tables["figures"]
    assert figures.query("obs_status == 'supposed'")["value"].tolist() == [value]


@pytest.mark.parametrize(
    ("changed", "least"),
    [
        ({"value": "20", "period": "2023-07/2023-09"}, 50),
        ({"value": "20", "period": "2023-10/2023-11"}, 30),
        ({"value": "20", "period": "2023-07/2023-09", "obs_status": "F"}, 30),
    ],
    ids=["parts that follow one another add up", "one after a gap does not", "nor a forecast"],
)
def test_parts_that_were_published_add_up(
    programme: Path, append: Callable[..., None], changed: dict[str, str], least: int
) -> None:
    usual = {"indicator": "members-admitted", "unit": "my-duc", "reported_on": "2023-03-14"}
    usual["source"] = "myduc-2023-03-15"
    append("figures", **usual, value="30", period="2023-01/2023-06")
    append("figures", **(usual | changed))
    review = load(programme.name, "2023-03-14", "", programme.parent)
    suppose(review, "members-admitted", least)
    with pytest.raises(GiaobanError, match=f"less than 2023 has already .* {least}"):
        suppose(review, "members-admitted", least - 1)


def test_the_supposed_figure_alone_is_one(in_2025: Review) -> None:
    assert not is_supposed(in_2025.tables["figures"]).any()
    figures = suppose(in_2025, "orgs-rated", 95).tables["figures"]
    assert figures.loc[is_supposed(figures), ["indicator", "value"]].to_numpy().tolist() == [
        ["orgs-rated", 95]
    ]
