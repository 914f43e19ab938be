"""A supposed figure is held against the targets as a figure is, and counts nowhere else; what
cannot be is not supposed."""

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
from giaoban.language import LARGEST
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


def verdict(review: Review, indicator: str, period: str) -> pd.Series:
    """Give what is said of the target of an indicator for a period."""
    found = review.verdicts.query("indicator == @indicator and target_period == @period")
    return found.iloc[-1]


# What tells a supposed figure from one that was reported.
SAID_OF_IT = ["obs_status", "source", "reported_on", "as_published", "note_vi", "note_en"]


@pytest.mark.slow
@settings(max_examples=25)
@given(data=st.data())
def test_targets_are_judged_as_if_it_stood_in_the_file_and_nothing_else_is(
    packages: dict[str, Package], data: st.DataObject
) -> None:
    package = packages[data.draw(st.sampled_from(sorted(packages)))]
    meetings = package.tables["meetings"]["meeting_date"].dt.strftime("%Y-%m-%d")
    meeting = data.draw(st.sampled_from(meetings.tolist()))
    unit = data.draw(st.sampled_from([package.programme["unit"], *package.tables["units"]["unit"]]))
    # Without a measure it is a heading of the form.
    measured = package.tables["indicators"].dropna(subset=["unit_measure"])
    indicator = data.draw(st.sampled_from(measured["indicator"].tolist()))
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
    ours, theirs = (
        found.verdicts.drop(columns=SAID_OF_IT, errors="ignore").reset_index(drop=True)
        for found in (supposed, real)
    )
    pd.testing.assert_frame_equal(ours, theirs, check_dtype=False)
    pd.testing.assert_frame_equal(supposed.compared, review.compared, check_dtype=False)
    pd.testing.assert_frame_equal(supposed.trends, review.trends, check_dtype=False)


@pytest.mark.parametrize(
    ("value", "qualifier", "status"),
    [(80, "=", "met"), (79.9, "=", "not_met"), (79, ">", "undetermined"), (80, ">", "exceeded")],
)
def test_the_target_of_the_next_year_is_met_or_not(
    in_2024: Review, value: float, qualifier: str, status: str
) -> None:
    supposed = suppose(in_2024, "cadres-theory", value, qualifier)
    (row,) = supposed.verdicts.query(
        "indicator == 'cadres-theory' and target_period == '2024' and target == 80"
    ).itertuples()
    assert (row.period, row.status) == ("2024", status)


def test_it_moves_no_pace(in_2024: Review) -> None:
    supposed = suppose(in_2024, "cadres-theory", 80)
    later = "indicator == 'cadres-theory' and target == 90"
    assert supposed.paces.query(later)["needed"].tolist() == [8.4]
    known = in_2024.paces.query(later)
    assert supposed.paces.query(later).to_dict("records") == known.to_dict("records")


def test_a_count_is_added_to_those_of_the_years_before(in_2025: Review) -> None:
    # 143 + 156 + 149 + 130 are 578; the target of 2021–2025 is 750.
    for value, status in ((172, "met"), (171, "not_met")):
        supposed = suppose(in_2025, "members-admitted", value)
        total = verdict(supposed, "members-admitted", "2021/2025")
        assert (total["value"], total["status"]) == (578 + value, status)


def test_it_is_evidence_of_nothing(review: Review) -> None:
    assert next_year(review, "members-admitted") == "2023"
    supposed = suppose(review, "members-admitted", 150)
    assert supposed.expected["period"].tolist() == ["2023"]
    assert supposed.latest.set_index("indicator")["period"]["members-admitted"] == "2020/2022"


def test_it_counts_what_the_latest_figure_counts(review: Review) -> None:
    supposed = suppose(review, "orgs-rated", 99)
    assert supposed.expected["definition"].tolist() == ["completed-or-better"]


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
    assert verdict(supposed, "satisfaction", "2024")["status"] == "exceeded"


def test_a_forecast_covers_no_year_and_is_replaced(in_2025: Review) -> None:
    assert next_year(in_2025, "women-members") == "2024"
    for value, status in ((45, "met"), (44.9, "not_met")):
        row = verdict(suppose(in_2025, "women-members", value), "women-members", "2024")
        assert (row["period"], row["value"], row["status"]) == ("2024", value, status)


def test_where_nothing_was_counted_yet_it_counts_what_its_target_asks_for(
    packages: dict[str, Package],
) -> None:
    demo = packages["demo"]
    others = demo.tables["figures"].query("not (indicator == 'orgs-rated' and unit == 'mau')")
    review = with_figures(demo, others, "2024-03-12")
    for value, status in ((92, "met"), (91, "not_met")):
        row = verdict(suppose(review, "orgs-rated", value), "orgs-rated", "2024")
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
    supposed = suppose(commune, "cadres-degree", 50)
    assert supposed.expected["value"].tolist() == [50]
    assert "cadres-degree" not in set(supposed.verdicts["indicator"])


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
        ("reform-index", LARGEST, "=", "number too large"),
        ("reform-index", float("inf"), "=", "number too large (found inf), expected less than"),
    ],
)
def test_a_number_that_no_row_could_hold_is_refused(
    in_2025: Review, indicator: str, value: float, qualifier: str, said: str
) -> None:
    with pytest.raises(GiaobanError) as refused:
        suppose(in_2025, indicator, value, qualifier)
    assert str(refused.value).startswith(f"supposed value: {said}")


def test_a_refusal_repeats_what_was_typed(in_2025: Review) -> None:
    with pytest.raises(GiaobanError, match=r"no share can be so \(found > 100,0\)"):
        suppose(in_2025, "orgs-rated", 100, ">", "100,0")


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
        ({"value": "20", "period": "2023-10/2023-11"}, 50),
        ({"value": "20", "period": "2023-07/2023-09", "obs_status": "F"}, 30),
    ],
    ids=["parts that follow one another", "parts with a gap between them", "and no forecast"],
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


ADMITTED = {"indicator": "members-admitted", "unit": "my-duc", "reported_on": "2023-03-14"}
ADMITTED |= {"source": "myduc-2023-03-15"}


def test_less_than_the_one_that_there_is_already_is_too_few(
    programme: Path, append: Callable[..., None]
) -> None:
    append("figures", **ADMITTED, value="1", period="2023-01/2023-06")
    review = load(programme.name, "2023-03-14", "", programme.parent)
    suppose(review, "members-admitted", 1, "<=")
    with pytest.raises(GiaobanError, match="less than 2023 has already"):
        suppose(review, "members-admitted", 1, "<")


def test_parts_that_count_something_else_say_nothing_of_it(
    programme: Path, append: Callable[..., None]
) -> None:
    for period, value, counted in (
        ("2023-01/2023-03", "30", "completed-well"),
        ("2023-04/2023-06", "50", "completed-or-better"),
    ):
        append("figures", **ADMITTED, value=value, period=period, definition=counted)
    review = load(programme.name, "2023-03-14", "", programme.parent)
    suppose(review, "members-admitted", 50)
    with pytest.raises(GiaobanError, match=r"less than 2023 has already .* 50"):
        suppose(review, "members-admitted", 49)


def test_of_years_that_were_due_and_not_published_the_last_is_the_next(
    programme: Path, append: Callable[..., None]
) -> None:
    figures = pd.read_csv(programme / "figures.csv", dtype=str, keep_default_na=False)
    others = figures[figures["indicator"] != "members-admitted"]
    others.to_csv(programme / "figures.csv", index=False)
    for year in ("2021", "2022"):
        append("figures", **ADMITTED, period=year, obs_status="O")
    review = load(programme.name, "2023-03-14", "", programme.parent)
    assert next_year(review, "members-admitted") == "2022"


def test_a_year_of_which_a_day_is_left_is_not_covered_to_its_end(
    programme: Path, append: Callable[..., None]
) -> None:
    append("figures", **ADMITTED, value="150", period="2023-01-01/2023-12-30", obs_status="A")
    review = load(programme.name, "2023-03-14", "", programme.parent)
    assert next_year(review, "members-admitted") == "2023"


def test_the_supposed_figure_alone_is_one(in_2025: Review) -> None:
    assert not is_supposed(in_2025.tables["figures"]).any()
    figures = suppose(in_2025, "orgs-rated", 95).tables["figures"]
    assert figures.loc[is_supposed(figures), ["indicator", "value"]].to_numpy().tolist() == [
        ["orgs-rated", 95]
    ]


def test_of_an_indicator_that_is_not_there_nothing_can_be_supposed(in_2025: Review) -> None:
    with pytest.raises(GiaobanError, match="did you mean cadres-theory"):
        suppose(in_2025, "cadre-theory", 80)
