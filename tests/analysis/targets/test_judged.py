import math

import pandas as pd
import pytest
from frames import DEFINITIONS, compared, figures, indicators, targets, yearly

from giaoban.analysis import expected, judge_targets

Rows = list[dict[str, object]]


def verdicts(
    rows: Rows, *goals: dict[str, object], cutoff: str = "2023-03-14", **about: str
) -> pd.DataFrame:
    """Judge targets by figures as known on a day."""
    table, goal, described = compared(*rows, **about), targets(*goals), indicators(**about)
    told, day = expected(figures(*rows), described), pd.Timestamp(cutoff)
    return judge_targets(table, goal, described, DEFINITIONS, day, told)


def status(
    figure: dict[str, object], target: dict[str, object], **about: str
) -> tuple[object, object]:
    """Judge one target by a figure of its year; give the status, and why it is open."""
    found = verdicts([{"period": "2022"} | figure], target, **about).iloc[0]
    return found["status"], None if pd.isna(found["why"]) else found["why"]


@pytest.mark.parametrize(
    ("value", "qualifier", "target", "better", "expected"),
    [
        (85.7, "=", 40.0, "up", "exceeded"),
        (40.0, "=", 40.0, "up", "met"),
        (39.9, "=", 40.0, "up", "not_met"),
        (89.0, ">", 75.0, "up", "exceeded"),
        (89.0, ">", 89.0, "up", "exceeded"),
        (75.0, ">=", 75.0, "up", "met"),
        (100.0, "=", 100.0, "up", "met"),
        (89.0, ">", 90.0, "up", "undetermined"),
        (89.0, "<", 89.0, "up", "not_met"),
        (89.0, "~", 89.0, "up", "undetermined"),
        (5.0, "=", 6.0, "down", "exceeded"),
        (5.0, ">", 5.0, "down", "not_met"),
        (5.0, "<", 4.0, "down", "undetermined"),
    ],
)
def test_a_target_is_judged_over_the_whole_range(
    value: float, qualifier: str, target: float, better: str, expected: str
) -> None:
    figure: dict[str, object] = {"value": value, "qualifier": qualifier}
    assert status(figure, {"value": target}, better=better)[0] == expected


def test_ninety_has_not_reached_over_ninety_and_is_not_said_to_anywhere() -> None:
    assert status({"value": 90.0}, {"value": 90.0, "qualifier": ">"}) == ("not_met", None)


def test_why_a_target_is_undetermined_is_said() -> None:
    assert status({"value": 85.0, "qualifier": ">"}, {"value": 90.0})[1] == "range"
    assert status({"value": 85.0}, {"value": math.nan})[1] == "target_not_published"
    assert status({"value": 85.0}, {"value": 80.0}, better="none")[1] == "no_direction"
    assert status({"value": math.nan}, {"value": 80.0})[1] == "figure_not_published"
    parts: Rows = [
        {"period": "2022-01/2022-06", "value": 40.0, "definition": "wide"},
        {"period": "2022-07/2022-12", "value": 41.0, "definition": "apart"},
    ]
    found = verdicts(parts, {"value": 70.0}, unit_measure="count")
    assert found["why"].tolist() == ["parts_differ"]


def test_an_unpublished_target_is_met_only_where_every_share_would_be() -> None:
    assert status({"value": 99.0}, {"value": math.nan})[0] == "undetermined"
    assert status({"value": 100.0}, {"value": math.nan})[0] == "met"


@pytest.mark.parametrize("row", [{"obs_status": "F"}, {"obs_status": "supposed"}])
def test_a_forecast_neither_meets_nor_misses_a_target(row: dict[str, object]) -> None:
    assert status(row | {"value": 95.0}, {"value": 90.0})[1] == "figure_not_published"


def test_whoever_sets_a_target_has_a_row_of_their_own() -> None:
    goals: Rows = [
        {"value": 80.0, "set_by": "city"},
        {"value": 90.0, "set_by": "district", "reported_on": pd.Timestamp("2023-01-15")},
    ]
    found = verdicts([{"period": "2022", "value": 85.0}], *goals)
    assert found[["target_set_by", "status", "margin"]].to_numpy().tolist() == [
        ["city", "exceeded", 5.0],
        ["district", "not_met", -5.0],
    ]


SHARES = yearly(96.0, 93.75)
LONG: dict[str, object] = {"period": "2021/2025", "value": 95.0}


@pytest.mark.parametrize(
    ("kind", "expected"), [("by", ("not_yet", None)), ("each", ("not_met", None))]
)
def test_a_target_of_several_years_is_judged_as_the_kind_that_it_says(
    kind: str, expected: tuple[str, object]
) -> None:
    found = verdicts(SHARES, LONG | {"kind": kind}).iloc[0]
    assert (found["status"], None if pd.isna(found["why"]) else found["why"]) == expected


def test_where_the_kind_is_not_said_both_readings_stand_side_by_side() -> None:
    found = verdicts(SHARES, LONG).iloc[0]
    assert found[["status", "why", "status_by", "status_each", "margin"]].tolist() == [
        "undetermined",
        "kind_not_said",
        "not_yet",
        "not_met",
        -1.25,
    ]
    assert found["stretches"][:3] == (
        ("2021", "exceeded"),
        ("2022", "not_met"),
        ("2023", "not_yet"),
    )


def test_the_same_number_for_one_year_needs_no_kind() -> None:
    by_year = verdicts(SHARES, {"period": "2025", "value": 95.0}).iloc[0]
    assert by_year["status"] == "not_yet"
    assert pd.isna(by_year["status_by"])


def test_a_target_by_the_end_of_its_period_is_judged_by_its_last_year() -> None:
    goal = LONG | {"kind": "by", "period": "2021/2022"}
    found = verdicts(SHARES, goal).iloc[0]
    assert found[["status", "period", "margin"]].tolist() == ["not_met", "2022", -1.25]


def test_what_is_kept_in_every_year_is_met_once_its_time_is_over() -> None:
    goal: dict[str, object] = {"period": "2021/2022", "value": 90.0, "kind": "each"}
    assert verdicts(SHARES, goal)["status"].tolist() == ["exceeded"]
    assert verdicts(SHARES[:1], goal)["status"].tolist() == ["undetermined"]
    assert verdicts(SHARES[:1], goal, cutoff="2022-03-14")["status"].tolist() == ["not_yet"]


@pytest.mark.parametrize(
    ("rows", "target", "better", "expected"),
    [
        (yearly(400.0, 400.0), 700.0, "up", "exceeded"),
        (yearly(400.0, 300.0), 700.0, "up", "met"),
        (yearly(30.0, 40.0), 50.0, "down", "not_met"),
        (yearly(20.0, 20.0), 50.0, "down", "exceeded"),
        (yearly(300.0, 300.0), 700.0, "up", "not_met"),
        (yearly(400.0), 700.0, "up", "undetermined"),
        (yearly(60.0), 50.0, "down", "not_met"),
    ],
)
def test_yearly_counts_are_added_up_for_a_target_of_the_whole_period(
    rows: Rows, target: float, better: str, expected: str
) -> None:
    goal: dict[str, object] = {"period": "2021/2022", "value": target}
    found = verdicts(rows, goal, unit_measure="count", better=better)
    assert found["status"].tolist() == [expected]


def test_qualified_parts_keep_their_range_in_the_sum() -> None:
    over: Rows = [row | {"qualifier": ">"} for row in yearly(300.0, 450.0)]
    goal: dict[str, object] = {"period": "2021/2022", "value": 700.0}
    found = verdicts(over, goal, unit_measure="count").iloc[0]
    assert found[["status", "value", "qualifier"]].tolist() == ["exceeded", 750.0, ">"]
    under_: Rows = [row | {"qualifier": "<"} for row in yearly(100.0, 100.0)]
    assert verdicts(under_, goal, unit_measure="count")["status"].tolist() == ["not_met"]


def test_a_ceiling_that_is_broken_before_its_time_is_broken() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 50.0, "qualifier": "<="}
    found = verdicts(yearly(20.0, 40.0), goal, unit_measure="count", better="none")
    assert found["status"].tolist() == ["not_met"]


def test_half_a_years_count_is_judged_only_where_the_rest_cannot_change_it() -> None:
    half: dict[str, object] = {"period": "2022-01/2022-06"}
    goal: dict[str, object] = {"value": 150.0}
    for value, better, verdict in (
        (81.0, "up", "not_yet"),
        (151.0, "up", "exceeded"),
        (81.0, "down", "not_yet"),
        (151.0, "down", "not_met"),
    ):
        found = verdicts(
            [half | {"value": value}],
            goal,
            cutoff="2022-07-15",
            unit_measure="count",
            better=better,
        ).iloc[0]
        assert found["status"] == verdict
    assert found["share_covered"] == pytest.approx(181 / 365 * 100)


def test_an_estimate_of_half_a_year_that_is_over_is_told_of_a_sum_and_settles_nothing() -> None:
    early = {"obs_status": "E", "reported_on": pd.Timestamp("2022-06-20")}
    rows: Rows = [
        {"period": "2022-01/2022-03", "value": 70.0},
        {"period": "2022-01/2022-06", "value": 151.0} | early,
        {"period": "2022-01/2022-09", "value": 200.0} | early,
    ]
    found = verdicts(rows, {"value": 150.0}, cutoff="2022-07-15", unit_measure="count").iloc[0]
    assert found[["status", "period", "value", "obs_status"]].tolist() == [
        "not_yet",
        "2022-01/2022-06",
        151.0,
        "E",
    ]


def test_estimates_never_stand_for_figures_of_as_much_of_the_time() -> None:
    early = {"obs_status": "E", "reported_on": pd.Timestamp("2022-06-20")}
    quarters: Rows = [
        {"period": f"2022-{part}", "value": 40.0} for part in ("01/2022-03", "04/2022-06")
    ]
    rows = [*quarters, {"period": "2022-01/2022-06", "value": 95.0} | early]
    found = verdicts(rows, {"value": 150.0}, cutoff="2022-07-15", unit_measure="count").iloc[0]
    assert (found["value"], pd.isna(found["obs_status"])) == (80.0, True)


def test_of_what_adds_up_a_target_by_the_end_of_one_year_is_that_years_sum() -> None:
    rows: Rows = [
        {"period": f"2022-{part}", "value": 80.0} for part in ("01/2022-06", "07/2022-12")
    ]
    found = verdicts(rows, {"value": 150.0, "kind": "by"}, unit_measure="count").iloc[0]
    assert (found["status"], found["value"]) == ("exceeded", 160.0)


def test_by_the_end_of_eighteen_months_their_last_twelve_are_asked_for() -> None:
    rows: Rows = [
        {"period": period, "value": value}
        for period, value in (("2022-01/2022-12", 100.0), ("2023-01/2023-06", 60.0))
    ]
    year: Rows = [{"period": "2022-07/2023-06", "value": 110.0}]
    goal: dict[str, object] = {"period": "2022-01/2023-06", "value": 120.0, "kind": "by"}
    found = verdicts(rows + year, goal, cutoff="2023-07-15", unit_measure="count").iloc[0]
    assert (found["status"], found["value"]) == ("not_met", 110.0)
    found = verdicts(rows, goal, cutoff="2023-07-15", unit_measure="count").iloc[0]
    assert (found["status"], found["why"]) == ("undetermined", "figure_not_published")


@pytest.mark.parametrize(
    ("periods", "last", "gaps", "gone"),
    [
        (["2022", "2023", "2024"], "2024", ("2021",), 1461 / 1826),
        (["2022", "2023", "2024", "2025-01/2025-06"], "2025-06", ("2021",), 1642 / 1826),
        (["2021", "2023"], "2023", ("2022",), 1095 / 1826),
    ],
)
def test_the_time_of_a_sum_runs_from_the_first_day_whatever_is_missing_in_between(
    periods: list[str], last: str, gaps: tuple[str, ...], gone: float
) -> None:
    rows: Rows = [{"period": period, "value": 180.0} for period in periods]
    goal: dict[str, object] = {"period": "2021/2025", "value": 900.0}
    found = verdicts(rows, goal, cutoff="2025-07-05", unit_measure="count").iloc[0]
    first = "2021-01" if "-" in last else "2021"
    assert (found["period"], found["gaps"]) == (f"{first}/{last}", gaps)
    assert (found["value"], found["qualifier"]) == (180.0 * len(periods), ">=")
    assert found["share_covered"] == pytest.approx(gone * 100)
    assert pd.isna(found["share_reached"])
    assert found["status"] == "not_yet"


def test_what_is_known_of_a_sum_with_a_gap_reaches_a_target_for_certain() -> None:
    rows: Rows = [{"period": "2022", "value": 600.0}, {"period": "2023", "value": 400.0}]
    goal: dict[str, object] = {"period": "2021/2025", "value": 900.0}
    for better, verdict in (("up", "exceeded"), ("down", "not_met")):
        found = verdicts(rows, goal, unit_measure="count", better=better).iloc[0]
        assert (found["status"], found["qualifier"]) == (verdict, ">=")


def test_a_share_over_half_a_year_is_not_judged() -> None:
    found = verdicts([{"period": "2022-01/2022-06", "value": 95.0}], {"value": 90.0})
    assert found["why"].tolist() == ["figure_not_published"]


@pytest.mark.parametrize("period", ["2022-01/2022-06", "2021-09/2022-08"])
@pytest.mark.parametrize("measure", ["percent", "count"])
def test_a_figure_for_just_the_time_of_its_target_is_judged(period: str, measure: str) -> None:
    goal: dict[str, object] = {"value": 90.0, "period": period}
    row: dict[str, object] = {"period": period, "value": 95.0}
    assert verdicts([row], goal, unit_measure=measure)["status"].tolist() == ["exceeded"]


@pytest.mark.parametrize(
    ("counted", "value", "expected"),
    [
        ("wide", 95.0, ("undetermined", "definition_differs")),
        ("wide", 85.0, ("not_met", None)),
        ("narrow", 95.0, ("exceeded", None)),
        ("narrow", 85.0, ("undetermined", "definition_differs")),
        ("apart", 95.0, ("undetermined", "definition_differs")),
        (None, 85.0, ("undetermined", "definition_differs")),
    ],
)
def test_a_figure_of_another_definition_meets_or_misses_only_what_follows(
    counted: str | None, value: float, expected: tuple[str, object]
) -> None:
    meant = "narrow" if counted != "narrow" else "wide"
    figure: dict[str, object] = {"value": value, "definition": counted}
    assert status(figure, {"value": 90.0, "definition": meant}) == expected


def test_a_margin_over_about_a_number_has_the_ends_of_what_that_may_be() -> None:
    rows = [{"period": "2022", "value": 160.0}]
    goal: dict[str, object] = {"period": "2022", "value": 150.0, "qualifier": "~"}
    found = verdicts(rows, goal, unit_measure="count")
    assert found[["margin_least", "margin_most"]].iloc[0].tolist() == [5, 15]


def test_a_margin_is_in_the_indicators_own_measure_and_a_range_keeps_its_ends() -> None:
    exact = verdicts([{"period": "2022", "value": 85.7}], {"value": 40.0}).iloc[0]
    assert exact[["margin", "margin_least", "margin_most"]].tolist() == [45.7, 45.7, 45.7]
    over = verdicts([{"period": "2022", "value": 89.0, "qualifier": ">"}], {"value": 75.0})
    assert pd.isna(over["margin"].iloc[0])
    assert over[["margin_least", "margin_most"]].iloc[0].tolist() == [14.0, 25.0]


@pytest.mark.parametrize(("value", "margin"), [(60.0, None), (65.0, None), (70.0, 5), (50.0, -5)])
def test_what_is_to_lie_within_two_ends_has_a_margin_outside_them_alone(
    value: float, margin: float | None
) -> None:
    goal: dict[str, object] = {"value": 55.0, "value_to": 65.0}
    found = verdicts([{"period": "2022", "value": value}], goal, better="none").iloc[0]
    assert found["status"] == ("met" if margin is None else "not_met")
    assert (None if pd.isna(found["margin"]) else found["margin"]) == margin


@pytest.mark.parametrize(
    ("value", "qualifier", "ends"), [(60.0, ">", [0.0, 40.0]), (50.0, "<", [-50.0, 0.0])]
)
def test_over_the_upper_of_two_ends_lies_beyond_it(
    value: float, qualifier: str, ends: list[float]
) -> None:
    goal: dict[str, object] = {"value": 50.0, "value_to": 60.0}
    rows: Rows = [{"period": "2022", "value": value, "qualifier": qualifier}]
    found = verdicts(rows, goal, better="none").iloc[0]
    assert found["status"] == "not_met"
    assert found[["margin_least", "margin_most"]].tolist() == ends


@pytest.mark.parametrize(("better", "kind"), [("up", "by"), ("down", "by"), ("down", "total")])
def test_there_is_no_percentage_of_a_target_that_is_a_range(better: str, kind: str) -> None:
    goal: dict[str, object] = {"value": 40.0, "value_to": 50.0, "kind": kind}
    rows: Rows = [{"period": "2022", "value": 45.0}]
    found = verdicts(rows, goal, better=better, unit_measure="count").iloc[0]
    assert found["status"] == "met"
    assert pd.isna(found["share_reached"])


@pytest.mark.parametrize(
    ("figure", "goal"),
    [
        ({"value": 310.0, "definition": "narrow"}, {"value": 600.0, "definition": "apart"}),
        ({"value": 300.0, "definition": "narrow"}, {"value": 300.0, "definition": "apart"}),
        ({"value": 400.0, "qualifier": ">"}, {"value": 1000.0}),
        ({"value": 315.0}, {"value": 500.0, "qualifier": "~"}),
    ],
)
def test_there_is_no_percentage_of_a_sum_that_there_would_not_be_of_a_figure(
    figure: dict[str, object], goal: dict[str, object]
) -> None:
    rows: Rows = [{"period": "2023"} | figure]
    found = verdicts(rows, {"period": "2021/2025"} | goal, unit_measure="count").iloc[0]
    assert pd.isna(found["share_reached"])
    assert found["share_covered"] > 0


@pytest.mark.parametrize(("cutoff", "due"), [("2022-12-30", False), ("2022-12-31", True)])
def test_a_target_is_due_on_the_last_day_of_its_period(cutoff: str, due: bool) -> None:
    assert verdicts(yearly(80.0), {"value": 80.0}, cutoff=cutoff)["due"].tolist() == [due]


def test_of_a_target_of_one_thing_two_are_two_hundred_percent() -> None:
    found = verdicts([{"period": "2022", "value": 2.0}], {"value": 1.0}, unit_measure="count")
    assert found["share_reached"].tolist() == [200]


def test_a_sum_of_a_part_of_the_time_exceeds_a_target_by_nothing_that_can_be_told() -> None:
    goal: dict[str, object] = {"period": "2021/2025", "value": 300.0, "kind": "total"}
    found = verdicts(yearly(400.0), goal, unit_measure="count").iloc[0]
    assert found["status"] == "exceeded"
    assert pd.isna(found["margin"])


def test_beside_a_target_without_its_figure_stands_the_last_that_ends_with_its_period() -> None:
    halves: Rows = [
        {"period": f"2022-{part}", "value": 80.0} for part in ("01/2022-06", "07/2022-12")
    ]
    found = verdicts(halves, {"value": 80.0}).iloc[0]
    assert (found["why"], found["period"]) == ("figure_not_published", "2022-07/2022-12")


def test_over_about_a_number_there_is_no_margin_but_the_range_of_one() -> None:
    found = verdicts([{"period": "2022", "value": 90.0}], {"value": 80.0, "qualifier": "~"}).iloc[0]
    assert pd.isna(found["margin"])
    assert found["margin_least"] < 10 < found["margin_most"]


def test_beside_such_a_target_the_year_before_stands_and_no_part_of_its_own() -> None:
    rows: Rows = [*yearly(70.0), {"period": "2022-01/2022-06", "value": 80.0}]
    found = verdicts(rows, {"value": 80.0}).iloc[0]
    assert (found["why"], found["period"]) == ("figure_not_published", "2021")


def test_there_is_no_percentage_of_a_target_of_nothing() -> None:
    rows: Rows = [{"period": "2022", "value": 3.0}]
    found = verdicts(rows, {"value": 0.0}, unit_measure="count", better="down").iloc[0]
    assert (found["status"], found["margin"]) == ("not_met", 3)
    assert pd.isna(found["share_reached"])
