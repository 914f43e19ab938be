import math
from datetime import date

import pytest
from frames import DEFINITIONS, figures, indicators, targets

from giaoban.analysis import published
from giaoban.analysis.cumulative import figures_by_series
from giaoban.analysis.targets import goal_of
from giaoban.analysis.targets.verdicts import STATUSES, Goal, Verdict, both, judge

NOW = date(2023, 3, 14)


def goal(measure: str, better: str, **target: object) -> Goal:
    about = {"unit_measure": measure, "better": better}
    return goal_of(targets(target).iloc[0].to_dict(), about)


def judged(
    target: dict[str, object],
    *rows: dict[str, object],
    kind: str = "by",
    measure: str = "percent",
    better: str = "up",
    cutoff: date = NOW,
) -> Verdict:
    """Judge a target of 2022, if it does not say another period, as one of a kind."""
    known = published(figures(*rows), indicators(unit_measure=measure)) if rows else None
    series = figures_by_series(known)["u", "x"] if known is not None else []
    return judge(goal(measure, better, **target), kind, series, DEFINITIONS, cutoff)


def said(
    target: dict[str, object],
    *rows: dict[str, object],
    kind: str = "by",
    measure: str = "percent",
    better: str = "up",
    cutoff: date = NOW,
) -> list[str]:
    found = judged(target, *rows, kind=kind, measure=measure, better=better, cutoff=cutoff)
    return [found.status, found.why]


@pytest.mark.parametrize(
    ("target", "better", "expected"),
    [
        (60.0, "up", "exceeded"),
        (61.0, "up", "met"),
        (61.5, "up", "undetermined"),
        (62.5, "up", "not_met"),
        (62.0, "down", "met"),
        (61.5, "down", "undetermined"),
    ],
)
def test_a_figure_that_is_a_range_is_judged_by_both_its_ends(
    target: float, better: str, expected: str
) -> None:
    figure = {"period": "2022", "value": 61.0, "value_to": 62.0, "qualifier": ".."}
    assert judged({"value": target}, figure, better=better).status == expected


@pytest.mark.parametrize(
    ("value", "qualifier", "target", "better", "expected"),
    [
        (85.7, "=", 40.0, "up", "exceeded"),
        (40.0, "=", 40.0, "up", "met"),
        (39.9, "=", 40.0, "up", "not_met"),
        (99.5, "=", 100.0, "up", "not_met"),
        (89.0, ">", 75.0, "up", "exceeded"),
        (89.0, ">", 89.0, "up", "exceeded"),
        (75.0, ">=", 75.0, "up", "met"),
        (100.0, "=", 100.0, "up", "met"),
        (89.0, ">", 90.0, "up", "undetermined"),
        (89.0, "<", 90.0, "up", "not_met"),
        (89.0, "<", 89.0, "up", "not_met"),
        (89.0, "<=", 89.0, "up", "undetermined"),
        (89.0, "~", 89.0, "up", "undetermined"),
        (5.0, "=", 6.0, "down", "exceeded"),
        (5.0, ">", 5.0, "down", "not_met"),
        (5.0, "<", 5.0, "down", "exceeded"),
        (5.0, "<=", 5.0, "down", "met"),
        (5.0, ">", 4.0, "down", "not_met"),
        (5.0, "<", 4.0, "down", "undetermined"),
    ],
)
def test_a_target_is_judged_over_the_whole_range(
    value: float, qualifier: str, target: float, better: str, expected: str
) -> None:
    row = {"period": "2022", "value": value, "qualifier": qualifier}
    assert judged({"value": target}, row, better=better).status == expected


@pytest.mark.parametrize(("sign", "value"), [(">", 99.0), ("<", 3.0)])
def test_a_target_that_says_over_or_under_is_met_and_never_exceeded(
    sign: str, value: float
) -> None:
    row: dict[str, object] = {"period": "2022", "value": value}
    assert judged({"value": 50.0, "qualifier": sign}, row).status == "met"


def test_a_strict_target_is_not_met_by_reaching_it() -> None:
    over: dict[str, object] = {"value": 90.0, "qualifier": ">"}
    year: dict[str, object] = {"period": "2022", "value": 90.0}
    assert judged(over, year).status == "not_met"
    assert judged(over, year | {"qualifier": ">"}).status == "met"
    assert judged(over, year | {"qualifier": ">="}).status == "undetermined"


def test_an_unpublished_target_is_undetermined_unless_every_share_would_be_met() -> None:
    silent: dict[str, object] = {"value": math.nan}
    year: dict[str, object] = {"period": "2022", "value": 99.0}
    assert said(silent, year) == ["undetermined", "target_not_published"]
    assert said(silent, year | {"value": 100.0}) == ["met", ""]
    assert said(silent, year | {"value": 0.0}, measure="count", better="down") == ["met", ""]


@pytest.mark.parametrize(
    ("value", "qualifier", "better", "expected"),
    [
        (19.0, "<=", "up", ["exceeded", ""]),
        (21.0, "<=", "up", ["not_met", ""]),
        (80.0, ">=", "none", ["exceeded", ""]),
        (80.0, "=", "none", ["undetermined", "no_direction"]),
    ],
)
def test_a_target_lies_the_way_that_its_qualifier_says(
    value: float, qualifier: str, better: str, expected: list[str]
) -> None:
    target = {"value": 20.0, "qualifier": qualifier}
    assert said(target, {"period": "2022", "value": value}, better=better) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(85.4, "not_met"), (85.5, "undetermined"), (94.4, "undetermined"), (94.5, "met")],
)
def test_a_target_that_is_about_a_number_is_a_range_too(value: float, expected: str) -> None:
    # About 90 is 85.5 to 94.5: no more than 5% either way.
    target: dict[str, object] = {"value": 90.0, "qualifier": "~"}
    assert judged(target, {"period": "2022", "value": value}).status == expected


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [
        (92.0, "up", "met"),
        (95.0, "up", "met"),
        (96.0, "up", "exceeded"),
        (89.0, "up", "not_met"),
        (96.0, "down", "not_met"),
        (90.0, "down", "met"),
        (89.0, "down", "exceeded"),
        (92.0, "none", "met"),
        (96.0, "none", "not_met"),
        (89.0, "none", "not_met"),
    ],
)
def test_a_target_that_is_a_range_asks_for_its_end_or_to_lie_within(
    value: float, better: str, expected: str
) -> None:
    target: dict[str, object] = {"value": 90.0, "value_to": 95.0}
    assert judged(target, {"period": "2022", "value": value}, better=better).status == expected


def test_a_range_that_reaches_into_the_target_without_lying_in_it_is_open() -> None:
    row: dict[str, object] = {"period": "2022", "value": 89.0, "qualifier": ">"}
    assert said({"value": 90.0}, row) == ["undetermined", "range"]


@pytest.mark.parametrize(
    ("counted", "value", "expected"),
    [
        ("wide", 95.0, ["undetermined", "definition_differs"]),
        ("wide", 85.0, ["not_met", ""]),
        ("narrow", 95.0, ["exceeded", ""]),
        ("narrow", 85.0, ["undetermined", "definition_differs"]),
        ("apart", 95.0, ["undetermined", "definition_differs"]),
        ("apart", 85.0, ["undetermined", "definition_differs"]),
        (None, 95.0, ["undetermined", "definition_differs"]),
        (None, 85.0, ["undetermined", "definition_differs"]),
    ],
)
def test_a_figure_of_another_definition_meets_or_misses_only_what_follows(
    counted: str | None, value: float, expected: list[str]
) -> None:
    meant = "narrow" if counted != "narrow" else "wide"
    row = {"period": "2022", "value": value, "definition": counted}
    assert said({"value": 90.0, "definition": meant}, row) == expected


def test_a_target_that_does_not_say_what_it_counts_takes_the_figure_as_it_is() -> None:
    row: dict[str, object] = {"period": "2022", "value": 95.0, "definition": "wide"}
    assert said({"value": 90.0}, row) == ["exceeded", ""]


def test_a_share_that_was_counted_too_narrowly_may_be_100_and_no_more() -> None:
    # Under the wider definition it lies between 95% and 100%.
    row: dict[str, object] = {"period": "2022", "value": 95.0, "definition": "narrow"}
    strict = {"value": 100.0, "definition": "wide", "qualifier": ">="}
    assert said(strict, row) == ["undetermined", "definition_differs"]
    ceiling = {"value": 100.0, "definition": "wide", "qualifier": "<="}
    assert said(ceiling, row) == ["met", ""]


@pytest.mark.parametrize(
    ("rows", "cutoff", "expected"),
    [
        ([], NOW, ["undetermined", "figure_not_published"]),
        ([], date(2022, 12, 31), ["undetermined", "figure_not_published"]),
        ([], date(2022, 12, 30), ["not_yet", ""]),
        (
            [{"period": "2022-07/2022-12", "value": 99.0}],
            NOW,
            ["undetermined", "figure_not_published"],
        ),
        ([{"period": "2021", "value": 99.0}], NOW, ["undetermined", "figure_not_published"]),
        ([{"period": "2022", "value": 99.0}], date(2022, 6, 30), ["exceeded", ""]),
    ],
)
def test_without_its_figure_a_target_is_not_due_yet_or_undetermined(
    rows: list[dict[str, object]], cutoff: date, expected: list[str]
) -> None:
    assert said({"value": 90.0}, *rows, cutoff=cutoff) == expected


def test_a_target_to_be_reached_by_the_end_takes_the_figure_of_just_its_period_first() -> None:
    target: dict[str, object] = {"value": 90.0, "period": "2021/2022"}
    last: dict[str, object] = {"period": "2022", "value": 91.0}
    whole: dict[str, object] = {"period": "2021/2022", "value": 85.0}
    assert judged(target, last).status == "exceeded"
    assert judged(target, last, whole).status == "not_met"
    half: dict[str, object] = {"period": "2022-07/2022-12", "value": 91.0}
    assert judged(target, half).status == "undetermined"


def test_the_last_twelve_months_need_not_be_a_calendar_year() -> None:
    school: dict[str, object] = {"period": "2021-09/2022-08", "value": 91.0}
    target: dict[str, object] = {"value": 90.0, "period": "2020-09/2022-08"}
    assert judged(target, school).status == "exceeded"
    # Of a target for less than twelve months only the figure of just those counts.
    assert judged(target | {"period": "2022-01/2022-08"}, school).status == "undetermined"


@pytest.mark.parametrize("period", ["2022-01/2022-06", "2021-09/2022-08"])
def test_a_figure_for_just_the_time_of_its_target_is_judged(period: str) -> None:
    row = {"period": period, "value": 95.0}
    assert said({"value": 90.0, "period": period}, row) == ["exceeded", ""]
    assert said({"value": 99.0, "period": period}, row, kind="total", measure="count") == [
        "not_met",
        "",
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((91.0, 92.0, 93.0), "exceeded"),
        ((91.0, 90.0, 93.0), "met"),
        ((91.0, 89.0, 93.0), "not_met"),
        # The year that is not over yet may still be met; one that was missed is not mended.
        ((91.0, 92.0), "not_yet"),
        ((89.0, 92.0), "not_met"),
        ((91.0, None), "undetermined"),
    ],
)
def test_a_target_to_be_kept_in_each_year_has_the_worst_verdict_of_them(
    values: tuple[float | None, ...], expected: str
) -> None:
    target: dict[str, object] = {"value": 90.0, "period": "2021/2023"}
    rows = [{"period": str(2021 + n), "value": v} for n, v in enumerate(values) if v is not None]
    found = judged(target, *rows, kind="each")
    assert found.status == expected
    assert [period for period, _ in found.stretches] == ["2021", "2022", "2023"]


def test_each_year_has_its_own_verdict_and_a_missing_one_is_open_once_it_is_over() -> None:
    target: dict[str, object] = {"value": 90.0, "period": "2020/2023"}
    found = judged(
        target, {"period": "2021", "value": 89.0}, {"period": "2020", "value": 90.0}, kind="each"
    )
    assert [status for _, status in found.stretches] == [
        "met",
        "not_met",
        "undetermined",
        "not_yet",
    ]


def test_a_count_to_be_kept_in_each_year_is_added_up_within_it() -> None:
    target: dict[str, object] = {"value": 100.0, "period": "2021/2022"}
    halves = ["2021-01/2021-06", "2021-07/2021-12"]
    rows: list[dict[str, object]] = [{"period": p, "value": 60.0} for p in halves]
    rows.append({"period": "2022", "value": 90.0})
    found = judged(target, *rows, kind="each", measure="count")
    assert found.stretches == (("2021", "exceeded"), ("2022", "not_met"))


def test_what_is_not_whole_years_is_one_stretch() -> None:
    target: dict[str, object] = {"value": 90.0, "period": "2021-07/2022-12"}
    found = judged(target, {"period": "2021-07/2022-12", "value": 91.0}, kind="each")
    assert found.stretches == (("2021-07/2022-12", "exceeded"),)


def added(target: dict[str, object], *rows: dict[str, object], better: str = "up") -> list[str]:
    return said(target, *rows, kind="total", measure="count", better=better)


def years(*values: float, qualifier: str = "=") -> list[dict[str, object]]:
    return [
        {"period": str(2021 + n), "value": v, "qualifier": qualifier} for n, v in enumerate(values)
    ]


TWO = {"period": "2021/2022"}


@pytest.mark.parametrize(
    ("target", "rows", "better", "expected"),
    [
        # 400 and 400 of 700; 30 and 40 of at most 50.
        (TWO | {"value": 700.0}, years(400, 400), "up", ["exceeded", ""]),
        (TWO | {"value": 50.0, "qualifier": "<="}, years(30, 40), "down", ["not_met", ""]),
        # Over 300 and over 450 are over 700; under 100 twice are under 700.
        (TWO | {"value": 700.0}, years(300, 450, qualifier=">"), "up", ["exceeded", ""]),
        (TWO | {"value": 760.0}, years(300, 450, qualifier=">"), "up", ["undetermined", "range"]),
        (TWO | {"value": 700.0}, years(100, 100, qualifier="<"), "up", ["not_met", ""]),
        (TWO | {"value": 700.0}, years(400), "up", ["undetermined", "figure_not_published"]),
        # Reached before the time is over: more can only be more.
        ({"period": "2021/2025", "value": 700.0}, years(400, 400), "up", ["exceeded", ""]),
        # A ceiling that is broken early stays broken, one that is kept so far is not kept yet.
        ({"period": "2021/2025", "value": 50.0}, years(20, 40), "down", ["not_met", ""]),
        ({"period": "2021/2025", "value": 50.0}, years(20, 20), "down", ["not_yet", ""]),
        ({"period": "2021/2025", "value": 50.0}, years(20, 30), "down", ["not_yet", ""]),
        ({"period": "2021/2025", "value": 1000.0}, years(400, 400), "up", ["not_yet", ""]),
        ({"period": "2021/2025", "value": 1000.0}, [], "up", ["not_yet", ""]),
        # A gap leaves the sum open, and still enough is enough.
        (
            {"period": "2020/2022", "value": 700.0},
            years(400, 400),
            "up",
            ["exceeded", ""],
        ),
        (
            {"period": "2020/2022", "value": 900.0},
            years(400, 400),
            "up",
            ["undetermined", "figure_not_published"],
        ),
    ],
)
def test_a_total_is_judged_by_the_sum_as_soon_as_that_settles_it(
    target: dict[str, object], rows: list[dict[str, object]], better: str, expected: list[str]
) -> None:
    assert added(target, *rows, better=better) == expected


def test_500_200_and_600_that_overlap_meet_800_and_not_801() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2021/2022", "value": 500.0},
        {"period": "2021", "value": 200.0},
        {"period": "2022/2023", "value": 600.0},
    ]
    target: dict[str, object] = {"period": "2021/2023"}
    assert added(target | {"value": 800.0}, *rows) == ["met", ""]
    assert added(target | {"value": 801.0}, *rows) == ["not_met", ""]


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2021/2022", ["undetermined", "parts_differ"]), ("2021/2025", ["not_yet", ""])],
)
def test_parts_that_count_different_things_say_nothing_of_a_total(
    period: str, expected: list[str]
) -> None:
    rows = years(400, 400)
    rows[1]["obs_status"] = "B"
    assert added({"value": 700.0, "period": period}, *rows) == expected


def test_a_sum_of_what_was_not_meant_is_judged_as_a_figure_is() -> None:
    rows = [row | {"definition": "wide"} for row in years(400, 400)]
    target = TWO | {"definition": "narrow"}
    assert added(target | {"value": 700.0}, *rows) == ["undetermined", "definition_differs"]
    assert added(target | {"value": 900.0}, *rows) == ["not_met", ""]


@pytest.mark.parametrize(
    ("kind", "measure", "period", "readings"),
    [
        (None, "count", "2022", ["total"]),
        (None, "count", "2021/2025", ["total"]),
        (None, "percent", "2022", ["by"]),
        (None, "rating", "2022-01/2022-06", ["by"]),
        (None, "percent", "2021-07/2022-12", ["by"]),
        (None, "percent", "2021/2025", ["by", "each"]),
        ("by", "count", "2021/2025", ["by"]),
        ("each", "percent", "2021/2025", ["each"]),
    ],
)
def test_a_target_whose_kind_is_not_said_is_a_sum_or_may_be_read_in_two_ways(
    kind: str | None, measure: str, period: str, readings: list[str]
) -> None:
    found = goal(measure, "up", kind=kind, period=period, value=1.0)
    assert (found.readings, found.sums) == (readings, readings == ["total"])


@pytest.mark.parametrize("by", STATUSES)
@pytest.mark.parametrize("each", STATUSES)
def test_two_readings_are_the_status_only_where_they_agree(by: str, each: str) -> None:
    stretches = (("2021", each),)
    found = both(Verdict(by, "range"), Verdict(each, "no_direction", stretches=stretches))
    agreed = (by, "range") if by == each else ("undetermined", "kind_not_said")
    if {by, each} == {"met", "exceeded"}:
        agreed = ("met", "")
    assert (found.status, found.why, found.stretches) == (*agreed, stretches)
