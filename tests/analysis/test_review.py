"""The analysis of the bundled programme, against what was published and what follows from it."""

from dataclasses import replace
from inspect import getattr_static

import pandas as pd
import pytest
from places import RAW

from giaoban.analysis import (
    Review,
    across_breaks,
    ask_units,
    backcast,
    check_claims,
    check_rules,
    check_totals,
    compare,
    compare_recast,
    contributions,
    control_charts,
    counted_shares,
    expected,
    feasible_counts,
    find_asks,
    find_gaps,
    funnel,
    gains,
    judge_estimates,
    judge_targets,
    latest_figures,
    likely_wholes,
    load,
    needs,
    office_table,
    outlook,
    paces,
    peers,
    per_year,
    projections,
    rank_units,
    run_trends,
    runs,
    units_below,
    unpublished,
    verdict_history,
    with_targets,
    year_estimates,
)
from giaoban.analysis.handed import Computed
from giaoban.asof import changes, follow_actions
from giaoban.errors import GiaobanError


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
    assert (row["margin_least"], row["margin_most"], row["status"]) == (14, 25, "exceeded")


def test_85_7_stands_45_7_points_over_its_target(card: pd.DataFrame) -> None:
    row = card.loc["city-cadres-postgraduate"]
    assert (row["target"], row["target_set_by"], row["margin"], row["status"]) == (
        40,
        "ha-noi",
        45.7,
        "exceeded",
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


def one_after_the_other(review: Review) -> dict[str, pd.DataFrame]:
    """Call the functions of the analysis as a notebook would, each on frames that stand above it."""
    known = review.known
    period = known.package.programme["period"]
    figures, targets, indicators, definitions, units = (
        known.tables[n] for n in ("figures", "targets", "indicators", "definitions", "units")
    )
    compared = compare(figures, indicators, units)
    ahead = expected(figures, indicators)
    verdicts = judge_targets(compared, targets, indicators, definitions, known.cutoff, ahead)
    judged, silent = with_targets(compared, verdicts), unpublished(figures, verdicts)
    pace = paces(compared, verdicts, targets, indicators)
    latest = latest_figures(judged, silent, pace, indicators)
    compared_below = compare(known.tables["figures_below"], indicators, units)
    ahead_below = expected(known.tables["figures_below"], indicators)
    goals, day = known.tables["targets_below"], known.cutoff
    judged_below = judge_targets(compared_below, goals, indicators, definitions, day, ahead_below)
    below = with_targets(compared_below, judged_below)
    ranking, under = rank_units(below, indicators, units), units_below(units, known.unit)
    gaps = find_gaps(latest, figures, targets, ranking, under, known.cutoff)
    totals = check_totals(compared, compared_below, indicators, under)
    rules = check_rules(compared, compared_below, known.tables["rules"], definitions)
    followed = follow_actions(
        known.tables["records"], known.cutoff, known.previous_cutoff, known.meeting["meeting_date"]
    )
    asked = ask_units(ranking, totals, rules, under, known.unit)
    frames = latest, verdicts, gaps, followed, asked
    beside = compare(known.tables["figures_beside"], indicators, units)
    recast = backcast(known.tables["figures_merged"], known.tables["unit_changes"], indicators)
    foreseen = judge_estimates(
        compared, ahead, verdicts, targets, indicators, definitions, known.cutoff
    )
    return {
        "needs": needs(compared, verdicts, pace, targets, indicators),
        "outlook": outlook(verdicts, pace, known.last_year),
        "contributions": contributions(compared, below, verdicts, indicators, under),
        "peers": peers(compared, beside, indicators),
        "asks": find_asks(*frames, indicators, known.unit, known.cutoff),
        "compared": compared,
        "against_targets": judged,
        "unpublished": silent,
        "paces": pace,
        "latest": latest,
        "estimates": year_estimates(compared, ahead, indicators, known.cutoff),
        "foreseen": foreseen,
        "history": verdict_history(latest, known.tables, known.meetings),
        "office": office_table(
            latest, compared, verdicts, ahead, known.tables["indicators_form"], period, units
        ),
        "verdicts": verdicts,
        "expected": ahead,
        "breaks": across_breaks(compared, indicators, definitions),
        "likely_wholes": likely_wholes(compared, indicators),
        "runs": runs(compared),
        "trends": run_trends(compared),
        "projections": projections(compared, indicators, known.last_year),
        "means": per_year(compared, indicators),
        "control": control_charts(figures, indicators, units),
        "claims": check_claims(
            known.tables["claims"], compared, targets, indicators, verdicts, foreseen
        ),
        "feasible_counts": feasible_counts(compared, indicators),
        "counted_shares": counted_shares(compared, indicators),
        "units_below": under,
        "compared_below": compared_below,
        "expected_below": ahead_below,
        "below": below,
        "rules_kept": rules,
        "recast": recast,
        "since_merger": compare_recast(
            compare(known.tables["figures_merged"], indicators, units), recast, indicators, units
        ),
        "ranking": ranking,
        "funnel": funnel(ranking),
        "totals": totals,
        "gaps": gaps,
        "changes": changes(known.known_before("figures"), figures),
        "target_changes": changes(known.known_before("targets"), targets),
        "actions": followed,
    }


@pytest.mark.slow
@pytest.mark.parametrize("programme", ["04-CTr-HU", "demo"])
def test_the_functions_one_after_the_other_give_the_frames_of_the_review(programme: str) -> None:
    review = load(programme, "latest", "", RAW)
    found = one_after_the_other(review)
    frames = {n for n in dir(Review) if isinstance(getattr_static(Review, n), Computed)}
    assert set(found) == (frames - {"gains"}) | {"units_below"}
    pd.testing.assert_series_equal(
        gains(found["compared"], review.tables["indicators"]), review.gains
    )
    for name, frame in found.items():
        pd.testing.assert_frame_equal(frame, getattr(review, name), obj=name)


def test_what_is_handed_to_a_review_stands_and_all_that_rests_on_it_follows() -> None:
    review = load("04-CTr-HU", "2023-03-14", "", RAW)
    latest, claims = review.latest, review.claims
    without = review.compared[review.compared["indicator"] != "orgs-rated"]
    review.hand(compared=without, claims=None)
    assert review.compared is without
    assert set(latest["indicator"]) - set(review.latest["indicator"]) == {"orgs-rated"}
    pd.testing.assert_frame_equal(review.claims, claims)


def test_a_unit_that_was_left_out_of_what_was_handed_is_not_below_and_one_that_is_silent_stays() -> (
    None
):
    review = load("demo", "latest", "", RAW)
    every, known = set(review.units_below["unit"]), review.compared_below
    # Of one of them there is nothing but forecasts.
    told = review.tables["figures_below"]
    told = told.assign(obs_status=told["obs_status"].mask(told["unit"].eq("xa-05"), "F"))
    review = Review(replace(review.known, tables=review.tables | {"figures_below": told}))
    review.hand(compared_below=known[~known["unit"].isin(["xa-03", "xa-05"])])
    assert every - set(review.units_below["unit"]) == {"xa-03"}


def test_what_was_handed_before_stays_when_more_is_handed() -> None:
    review = load("demo", "latest", "", RAW)
    trends, few = run_trends(review.compared, min_points=9), review.compared.head(3)
    review.hand(trends=trends)
    review.hand(compared=few)
    assert review.trends is trends
    assert review.compared is few
    assert len(review.runs) == 3


def test_a_review_names_its_frames_in_a_line() -> None:
    told = repr(load("demo", raw_dir=RAW))
    assert told.startswith("<Review of demo, mau, 2025-07-15; its frames: ")
    assert "\n" not in told and ", trends, " in told


def test_what_does_not_rest_on_what_is_handed_is_not_computed_again() -> None:
    review = load("04-CTr-HU", "2023-03-14", "", RAW)
    recast, trends, latest = review.recast, review.trends, review.latest
    review.hand(verdicts=review.verdicts.head(2))
    assert review.recast is recast
    assert review.trends is trends
    assert review.latest is not latest
