"""The office's table says what the scorecard says, with the percentages that offices use."""

from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from smallprogramme import small

from giaoban.analysis import Review, judge_targets, load, office_table, percent_of_plan
from giaoban.language import language
from giaoban.wording import OfficeWords, Wording

Append = Callable[..., None]
Spoil = Callable[..., None]
NEW = {"unit": "my-duc", "qualifier": "=", "reported_on": "2023-03-14"}
NEW |= {"source": "myduc-2023-03-15"}


def of(review: Review, indicator: str) -> pd.Series:
    office = review.office
    return office[office["indicator"] == indicator].iloc[0]


def anew(programme: Path) -> Review:
    return load(str(programme), "latest", "", programme)


def test_rows_stand_in_the_order_of_the_indicators_and_parts_have_a_dash(review: Review) -> None:
    office = review.office
    assert office["indicator"].tolist() == review.tables["indicators"]["indicator"].tolist()
    assert office["number"].tolist() == ["1", "–", "2", "3", "4", "–", "5", "6", "7"]
    assert office.loc[office["part"], "indicator"].tolist() == [
        "orgs-excellent",
        "city-cadres-postgraduate",
    ]


def test_a_part_that_is_listed_before_its_whole_stands_below_it(
    programme: Path, spoil: Spoil
) -> None:
    # The first indicator becomes a part of the last one.
    spoil("indicators", 2, part_of="commune-cadres-theory")
    office = anew(programme).office
    assert office["indicator"].tolist()[-3:] == [
        "commune-cadres-theory",
        "orgs-rated",
        "orgs-excellent",
    ]
    assert office["number"].tolist()[-3:] == ["6", "–", "+"]


def test_a_change_of_definition_leaves_both_figures_and_no_comparison(review: Review) -> None:
    row = of(review, "orgs-rated")
    assert (row["value"], row["same_value"], row["same_period"]) == (97.8, 93.75, "2021")
    assert row["reason"] == "definition_changed"
    assert row[["of_same", "of_same_least", "of_same_most"]].isna().all()


def test_a_total_over_several_years_is_cumulative_and_no_years_figure(review: Review) -> None:
    row = of(review, "members-admitted")
    assert (row["sum_value"], row["sum_period"]) == (460, "2020/2022")
    assert row["period"] == "2022"
    assert pd.isna(row["value"])
    assert pd.isna(row["of_plan_least"])
    assert row["remarks"] == ("total_over_years",)


def test_over_a_figure_stays_over_it_in_percent_of_the_plan(review: Review) -> None:
    row = of(review, "members-completed-well")
    assert pd.isna(row["of_plan"])
    assert row["of_plan_least"] == pytest.approx(89 / 75 * 100)
    assert row["of_plan_most"] == pytest.approx(100 / 75 * 100)
    assert row["of_plan_qualifier"] == ">"
    assert "ratio_of_shares" in row["remarks"]


def test_a_plan_whose_value_was_not_published_has_no_percentage(review: Review) -> None:
    row = of(review, "commune-cadres-theory")
    assert row["target_period"] == "2022"
    assert row[["target", "of_plan_least"]].isna().all()


def test_half_a_year_is_held_against_the_years_plan_and_the_same_half_before(
    demo_review: Review,
) -> None:
    row = of(demo_review, "members-admitted")
    assert (row["target_period"], row["of_plan"]) == ("2025", pytest.approx(54))
    assert (row["same_period"], row["sum_value"]) == ("2024-01/2024-06", 81)
    assert pd.isna(row["same_value"])
    inspections = of(demo_review, "inspections")
    assert inspections["of_same"] == pytest.approx(36 / 31 * 100)


def test_counts_are_compared_in_percent_and_shares_in_points(demo_review: Review) -> None:
    assert of(demo_review, "complaints")["of_same"] == pytest.approx(205 / 251 * 100)
    assert of(demo_review, "cadres-degree")["of_same"] == pytest.approx(1.6)
    assert of(demo_review, "reform-index")["of_same"] == pytest.approx(-0.1)


def test_where_less_is_better_it_is_said(demo_review: Review) -> None:
    late = of(demo_review, "files-late")
    assert late["of_plan"] == pytest.approx(5.9 / 3 * 100)
    assert late["remarks"] == ("ratio_of_shares", "less_is_better")


def test_about_a_figure_is_a_range_of_percentages(demo_review: Review) -> None:
    row = of(demo_review, "members-rated")
    assert (row["of_plan_least"], row["of_plan_most"]) == pytest.approx((95, 105))
    assert pd.isna(row["of_plan"])


def test_of_two_plans_for_a_year_the_other_one_is_named(demo_review: Review) -> None:
    row = of(demo_review, "cadres-theory")
    (other,) = row["other_plans"]
    assert demo_review.tables["targets"].loc[other, "value"] == 70
    assert row["target"] == 80


def told_otherwise(review: Review, target: pd.Series, **said: Any) -> Review:
    """Give a review of targets one of which says something else."""
    known = review.known
    tables = known.tables
    targets = tables["targets"].copy()
    for name, value in said.items():
        targets[name] = targets[name].mask(target, value)
    other = Review(known)
    judged = judge_targets(
        review.compared, targets, tables["indicators"], tables["definitions"], known.cutoff
    )
    other.hand(verdicts=judged)
    return other


def the_target(review: Review, indicator: str, period: str) -> pd.Series:
    targets = review.tables["targets"]
    return targets["indicator"].eq(indicator) & targets["period"].eq(period)


def test_a_plan_that_is_a_range_has_no_percentage(demo_review: Review) -> None:
    target = the_target(demo_review, "files-late", "2024")
    row = of(told_otherwise(demo_review, target, value_to=4.0), "files-late")
    assert (row["target"], row["target_to"]) == (3, 4)
    assert pd.isna(row["of_plan_least"])


def test_a_rating_has_no_percentage(programme: Path, append: Append, spoil: Spoil) -> None:
    target = NEW | {"period": "2022", "set_by": "ha-noi"}
    append("targets", **target, indicator="orgs-rated", value="90")
    spoil("indicators", 2, unit_measure="rating")
    assert pd.isna(of(anew(programme), "orgs-rated")["of_plan_least"])


def test_a_figure_that_counts_something_else_than_its_plan_has_no_percentage(
    demo_review: Review,
) -> None:
    target = the_target(demo_review, "orgs-rated", "2024")
    row = of(told_otherwise(demo_review, target, definition="well-or-better"), "orgs-rated")
    assert pd.isna(row["of_plan_least"])
    assert row["remarks"] == ("definition_differs",)


def say_whether_it_adds_up(programme: Path, indicator: str, additive: str) -> None:
    path = programme / "indicators.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    table["additive"] = table["indicator"].map({indicator: additive}).fillna("")
    table.to_csv(path, index=False)


def admitted(programme: Path, append: Append, additive: str) -> pd.Series:
    """Give the row of two years of a count, of which it is said whether it adds up, or not said."""
    say_whether_it_adds_up(programme, "members-admitted", additive)
    figure = NEW | {"indicator": "members-admitted", "obs_status": "A"}
    for period, value in (("2021", "150"), ("2022", "160")):
        append("figures", **figure, period=period, value=value, as_published=value)
    return of(anew(programme), "members-admitted")


def test_counts_without_a_plan_are_added_up_since_the_programme_began(
    programme: Path, append: Append
) -> None:
    row = admitted(programme, append, "true")
    assert (row["period"], row["value"]) == ("2022", 160)
    assert (row["sum_value"], row["sum_period"]) == (310, "2021/2022")
    assert row["of_same"] == pytest.approx(160 / 150 * 100)


@pytest.mark.parametrize(("additive", "told"), [("", ("additive_unsaid",)), ("false", ())])
def test_a_count_that_may_be_of_the_same_people_each_year_is_not_added_up(
    programme: Path, append: Append, additive: str, told: tuple[str, ...]
) -> None:
    row = admitted(programme, append, additive)
    assert (row["value"], row["sum_rows"], row["remarks"]) == (160, (), told)
    words = OfficeWords(Wording(anew(programme), language("en")))
    assert words.cumulative(row) == ["–"]


def test_a_gap_leaves_no_sum_since_the_programme_began(programme: Path, append: Append) -> None:
    say_whether_it_adds_up(programme, "members-admitted", "true")
    figure = NEW | {"indicator": "members-admitted", "obs_status": "A"}
    append("figures", **figure, period="2022", value="160", as_published="160")
    row = of(anew(programme), "members-admitted")
    assert pd.isna(row["sum_value"])
    assert row["sum_period"] == "2021/2022"


def test_nothing_is_in_percent_of_nothing(programme: Path, append: Append) -> None:
    figure = NEW | {"indicator": "members-admitted", "obs_status": "A"}
    for period, value in (("2021", "0"), ("2022", "160")):
        append("figures", **figure, period=period, value=value, as_published=value)
    row = of(anew(programme), "members-admitted")
    assert pd.isna(row["of_same_least"])
    assert "zero_before" in row["remarks"]


def test_in_percent_of_less_than_a_count_there_is_no_upper_end(
    programme: Path, append: Append
) -> None:
    figure = NEW | {"indicator": "members-admitted", "obs_status": "A"}
    append("figures", **figure | {"qualifier": "<"}, period="2021", value="200", as_published="200")
    append("figures", **figure, period="2022", value="160", as_published="160")
    row = of(anew(programme), "members-admitted")
    assert (row["of_same_least"], row["of_same_most"]) == (80, inf)
    assert "zero_before" not in row["remarks"]


def test_at_least_a_count_has_no_upper_end_in_percent(programme: Path, append: Append) -> None:
    figure = NEW | {"indicator": "members-admitted", "obs_status": "A", "qualifier": ">="}
    append("figures", **figure, period="2022", value="160", as_published="160")
    target = NEW | {"period": "2022", "set_by": "ha-noi", "value": "200"}
    append("targets", **target, indicator="members-admitted")
    row = of(anew(programme), "members-admitted")
    assert (row["of_plan_least"], row["of_plan_most"], row["of_plan_qualifier"]) == (80, inf, ">=")


@pytest.mark.parametrize("before", [{"value": "-5"}, {"value": "50", "qualifier": "<="}])
def test_at_most_an_amount_that_may_be_negative_has_no_lower_end(
    programme: Path, append: Append, before: dict[str, str]
) -> None:
    path, lead = programme / "indicators.csv", "members-completed-well"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    about = {"unit_measure": "number", "unit_en": "bn", "unit_vi": "tỷ", "additive": "false"}
    table.loc[table["indicator"] == lead, [*about]] = [*about.values()]
    table.to_csv(path, index=False)
    figures = programme / "figures.csv"
    text, counted = figures.read_text("utf-8"), "completed-well"
    text = text.replace(f"2022,89,>,{counted},A,89%", f"2022,60,<=,{counted},A,")
    figures.write_text(text, "utf-8")
    figure = NEW | {"indicator": lead, "obs_status": "A", "period": "2021"}
    append("figures", **figure | before, definition=counted)
    review = anew(programme)
    row = of(review, lead)
    assert (row["of_plan_least"], row["of_plan_most"]) == (-inf, 80)
    words = OfficeWords(Wording(review, language("en")))
    assert words.of_plan(row) == ["at most 80.0%"]
    # Nothing is so much of what lies below zero.
    assert (words.of_same(row), row["remarks"]) == ("–", ("zero_before",))


def test_an_indicator_without_a_figure_has_its_row_all_the_same(demo_review: Review) -> None:
    row = of(demo_review, "satisfaction")
    assert pd.isna(row["value"])
    assert row["target"] == 85


def test_every_pair_of_figure_and_target_has_one_percentage_or_none(demo_review: Review) -> None:
    pairs = percent_of_plan(
        demo_review.latest, demo_review.verdicts, demo_review.tables["indicators"]
    )
    assert pairs["target_row"].is_unique
    assert len(pairs) == 15
    found = pairs["of_plan_least"].notna()
    assert found.sum() > 8
    assert (pairs.loc[found, "of_plan_least"] <= pairs.loc[found, "of_plan_most"]).all()


def test_the_sources_own_estimate_stands_beside_the_months_so_far(demo_review: Review) -> None:
    row = of(demo_review, "cadres-degree")
    assert row[["period", "value"]].tolist() == ["2024", 97.2]
    assert row[["ahead_period", "ahead_value", "ahead_obs_status"]].tolist() == ["2025", 98.5, "F"]
    assert demo_review.tables["figures"].at[row["ahead_row"], "period"] == "2025"


def test_an_estimate_of_the_year_that_a_figure_ends_is_none_of_what_comes_after(
    programme: Path, append: Append
) -> None:
    figure = NEW | {"indicator": "members-admitted"}
    append("figures", **figure, period="2022-07/2022-12", value="80", obs_status="A")
    append("figures", **figure, period="2022", value="150", obs_status="F")
    row = of(anew(programme), "members-admitted")
    assert (row["period"], row["value"]) == ("2022-07/2022-12", 80)
    assert pd.isna(row["ahead_value"])


@pytest.mark.parametrize("period", ["2023-01/2023-06", "2023/2024"])
def test_nor_is_one_of_half_a_year_or_of_two(programme: Path, append: Append, period: str) -> None:
    early = {"indicator": "members-completed-well", "value": "88", "obs_status": "F"}
    append("figures", **(NEW | early), period=period)
    assert pd.isna(of(anew(programme), "members-completed-well")["ahead_value"])


def test_an_estimate_that_a_figure_has_replaced_is_none_of_the_year(
    programme: Path, append: Append
) -> None:
    early = {
        "indicator": "members-completed-well",
        "period": "2021",
        "value": "88",
        "obs_status": "F",
    }
    append("figures", **(NEW | early))
    assert pd.isna(of(anew(programme), "members-completed-well")["ahead_value"])


HOMES: dict[str, object] = {"unit_measure": "count", "unit_vi": "căn", "unit_en": "homes"}
HOMES |= {"better": "up", "additive": "true"}
EARLY: dict[str, object] = {"period": "2025-01/2025-06", "value": 220, "obs_status": "E"}
EARLY |= {"reported_on": "2025-06-25"}
PLAN: dict[str, object] = {"period": "2025", "value": 450}


def half_a_year(
    folder: Path, *figures: dict[str, object], meeting: str = "2025-06-27", **about: object
) -> pd.Series:
    """Give the row of an indicator with the same half of the year before, by a meeting in summer."""
    known = [{"period": "2024", "value": 430}, {"period": "2024-01/2024-06", "value": 200}]
    told = [row | {"reported_on": "2025-01-10"} for row in known]
    days: dict[str, object] = {"title_vi": "Hội nghị", "title_en": "Meeting"}
    meetings = [{"meeting_date": day} | days for day in ("2025-01-15", meeting)]
    goals = [PLAN | {"reported_on": "2025-01-10"}]
    return of(
        small(folder, [*told, *figures], HOMES | about, targets=goals, meetings=meetings), "x"
    )


@pytest.mark.parametrize("meeting", ["2025-06-27", "2025-07-15"])
def test_half_a_year_that_is_estimated_alone_is_this_period_and_marked_so(
    tmp_path: Path, meeting: str
) -> None:
    row = half_a_year(tmp_path, EARLY, meeting=meeting)
    assert row[["period", "value", "obs_status"]].tolist() == ["2025-01/2025-06", 220, "E"]
    assert (row["target_period"], row["of_plan"]) == ("2025", pytest.approx(220 / 4.5))
    assert (row["same_value"], row["of_same"]) == (200, pytest.approx(110))
    assert row["sum_period"] == row["period"]


def test_an_estimate_of_half_a_year_is_itself_held_against_the_plan_beside_a_known_quarter(
    tmp_path: Path,
) -> None:
    quarter = {"period": "2025-01/2025-03", "value": 90, "reported_on": "2025-04-10"}
    row = half_a_year(tmp_path, EARLY, quarter)
    assert (row["value"], row["of_plan"]) == (220, pytest.approx(220 / 4.5))
    assert (row["sum_period"], row["sum_value"]) == ("2025-01/2025-03", 90)


def test_what_is_left_out_of_the_latest_figures_has_no_estimate_either(tmp_path: Path) -> None:
    review = small(tmp_path, [EARLY], HOMES)
    frames = review.compared, review.verdicts, review.expected, review.tables["indicators_form"]
    (row,) = office_table(review.latest.iloc[:0], *frames, "2021/2025").to_dict("records")
    assert pd.isna(row["value"])


def test_a_figure_of_as_late_a_time_goes_before_an_estimate(tmp_path: Path) -> None:
    quarters: list[dict[str, object]] = [{"period": f"2025-{m}", "value": 105} for m in QUARTERS]
    row = half_a_year(tmp_path, EARLY, *quarters, meeting="2025-07-15")
    assert (row["period"], row["obs_status"]) == ("2025-04/2025-06", "A")


QUARTERS = ("01/2025-03", "04/2025-06")


def test_an_estimate_that_counts_something_else_is_compared_with_nothing(tmp_path: Path) -> None:
    told: list[dict[str, object]] = [{"definition": name} for name in ("built", "begun")]
    half = {"period": "2024-01/2024-06", "value": 200, "reported_on": "2025-01-12"}
    row = half_a_year_told(tmp_path, told, half | told[0], EARLY | told[1])
    assert (row["value"], row["reason"]) == (220, "definition_changed")
    assert pd.isna(row["of_same"])


def half_a_year_told(
    folder: Path, definitions: list[dict[str, object]], *figures: dict[str, object]
) -> pd.Series:
    return of(small(folder, [*figures], HOMES, targets=[PLAN], definitions=definitions), "x")


def test_a_sum_takes_in_the_estimate_of_this_period_and_is_marked_so(tmp_path: Path) -> None:
    years: list[dict[str, object]] = [{"period": f"{y}", "value": 100} for y in range(2021, 2025)]
    row = of(small(tmp_path, [*years, EARLY], HOMES), "x")
    assert row[["sum_period", "sum_value", "sum_obs_status"]].tolist() == [
        "2021-01/2025-06",
        620,
        "E",
    ]
