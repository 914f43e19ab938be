import math

import pandas as pd
import pytest
from frames import DEFINITIONS, compared, figures, indicators, targets, units
from places import RAW

from giaoban.analysis import (
    Review,
    find_gaps,
    judge_targets,
    latest_figures,
    load,
    paces,
    unpublished,
    with_targets,
)

BOTH = pd.concat([indicators(indicator="y"), indicators()])


def latest(
    rows: list[dict[str, object]], goals: pd.DataFrame, about: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Give the latest figures."""
    about = indicators() if about is None else about
    table = compared(*rows)
    found = judge_targets(table, goals, about, DEFINITIONS, pd.Timestamp("2023-03-14"))
    silent = unpublished(figures(*rows), found)
    return latest_figures(
        with_targets(table, found), silent, paces(table, found, goals, about), about
    )


def test_of_figures_that_end_on_one_day_the_whole_year_is_the_latest() -> None:
    rows: list[dict[str, object]] = [
        {"period": p, "value": 90.0} for p in ("2022", "2022-07/2022-12")
    ]
    found = latest(rows, targets())
    assert found["period"].tolist() == ["2022"]


def test_an_indicator_whose_figure_was_not_published_has_a_row_without_a_value() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2022", "value": 90.0},
        {"indicator": "y", "period": "2022", "value": math.nan},
    ]
    found = latest(rows, targets({"indicator": "y", "value": 80.0}), BOTH)
    assert found["indicator"].tolist() == ["y", "x"]
    assert found["value"].isna().tolist() == [True, False]
    assert found.iloc[0][["status", "why"]].tolist() == ["undetermined", "figure_not_published"]


def test_an_indicator_with_nothing_but_a_forecast_has_no_figure() -> None:
    forecast: dict[str, object] = {"period": "2022", "value": 90.0, "obs_status": "F"}
    assert latest([forecast], targets({"value": 80.0}))["value"].isna().tolist() == [True]


def test_the_latest_figure_carries_the_verdict_on_its_pace() -> None:
    rows: list[dict[str, object]] = [
        {"period": str(2020 + n), "value": 80.0 + 5 * n} for n in range(3)
    ]
    found = latest(rows, targets({"period": "2025", "value": 100.0}))
    assert found["progress"].tolist() == ["on_track"]


@pytest.fixture(scope="module")
def demo() -> Review:
    return load("demo", "2025-07-15", "", RAW)


def kinds(review: Review) -> dict[str, set[str]]:
    return {str(kind): set(rows["indicator"]) for kind, rows in review.gaps.groupby("kind")}


def test_a_figure_and_a_target_that_were_not_published_are_gaps(demo: Review) -> None:
    assert kinds(demo)["figure"] == {"satisfaction"}
    assert kinds(demo)["target"] == {"meetings-held"}


def test_a_forecast_is_a_gap(demo: Review) -> None:
    assert kinds(demo)["preliminary"] == {"women-members"}


def test_units_that_did_not_report_are_counted(demo: Review) -> None:
    (row,) = (r for r in demo.gaps.itertuples() if r.kind == "units")
    assert (row.indicator, row.period, row.missing, row.expected) == (
        "members-admitted",
        "2024",
        1,
        22,
    )


def test_of_what_was_never_published_the_last_row_stands() -> None:
    rows: list[dict[str, object]] = [
        {"period": year, "value": float("nan"), "obs_status": "M"} for year in ("2021", "2022")
    ]
    goal, day = targets({"value": 1.0}), pd.Timestamp("2023-01-01")
    found = judge_targets(compared(*rows), goal, indicators(), DEFINITIONS, day)
    assert unpublished(figures(*rows), found)["period"].tolist() == ["2022"]


def test_complete_data_has_no_gaps() -> None:
    latest = pd.DataFrame(
        {
            "indicator": ["x"],
            "period": ["2022"],
            "value": [1.0],
            "obs_status": ["A"],
            "end": [pd.Timestamp("2022-12-31")],
        }
    )
    known, goal = figures({"period": "2022", "value": 1.0}), targets({"value": 1.0})
    ranking = pd.DataFrame(
        {"indicator": ["x"], "period": ["2022"], "unit": ["u"], "end": [pd.Timestamp("2022-12-31")]}
    )
    assert find_gaps(latest, known, goal, ranking, units(), pd.Timestamp("2023-01-01")).empty


def test_a_later_period_without_a_figure_is_a_gap() -> None:
    known = figures(
        {"period": "2022", "value": 1.0},
        {"period": "2023", "value": float("nan"), "obs_status": "M"},
    )
    latest = known.head(1)
    found = find_gaps(latest, known, targets(), known.head(0), units(), pd.Timestamp("2024-01-01"))
    assert found[["kind", "period"]].to_numpy().tolist() == [["figure", "2023"]]


def test_a_part_of_a_year_whose_whole_was_published_is_none() -> None:
    known = figures(
        {"period": "2022", "value": 1.0},
        {"period": "2022-07/2022-12", "value": float("nan"), "obs_status": "M"},
    )
    day = pd.Timestamp("2024-01-01")
    assert find_gaps(known.head(1), known, targets(), known.head(0), units(), day).empty


def test_a_provisional_figure_is_a_gap_and_one_that_is_not_there_is_not_provisional() -> None:
    rows = [{"period": "2022", "value": value, "obs_status": "P"} for value in (1.0, math.nan)]
    known = figures(rows[0], rows[1] | {"indicator": "y"})
    day = pd.Timestamp("2024-01-01")
    found = find_gaps(known, known, targets(), known.head(0), units(), day)
    assert found[["kind", "indicator"]].to_numpy().tolist() == [
        ["figure", "y"],
        ["preliminary", "x"],
    ]


@pytest.mark.parametrize("cutoff", ["2023-12-31", "2024-01-01"])
def test_an_estimate_of_what_is_over_is_a_gap(cutoff: str) -> None:
    known = figures(
        {"period": "2022", "value": 1.0},
        {"period": "2022", "value": 1.5, "obs_status": "F"},
        {"period": "2023", "value": 2.0, "obs_status": "E"},
        {"period": "2024", "value": 3.0, "obs_status": "F"},
    )
    latest = known.head(1)
    found = find_gaps(latest, known, targets(), known.head(0), units(), pd.Timestamp(cutoff))
    assert found[["kind", "period"]].to_numpy().tolist() == [["preliminary", "2023"]]


@pytest.mark.parametrize(("cutoff", "expected"), [("2022-12-30", 0), ("2022-12-31", 1)])
def test_a_target_whose_time_is_over_asks_for_a_figure(cutoff: str, expected: int) -> None:
    none = figures({"period": "2022", "value": 1.0}).head(0)
    goal = targets({"value": 1.0})
    assert len(find_gaps(none, none, goal, none, units(), pd.Timestamp(cutoff))) == expected


def test_a_forecast_without_a_value_is_missing_and_no_forecast() -> None:
    known = figures(
        {"period": "2022", "value": 1.0},
        {"period": "2023", "value": math.nan, "obs_status": "F"},
    )
    day = pd.Timestamp("2024-01-01")
    found = find_gaps(known.head(1), known, targets(), known.head(0), units(), day)
    assert found[["kind", "period"]].to_numpy().tolist() == [["figure", "2023"]]


def test_units_that_are_missing_are_counted_once_and_each_gap_has_a_label_of_its_own() -> None:
    known = figures({"period": "2022", "value": 1.0, "obs_status": "P"})
    told: list[dict[str, object]] = [
        {"unit": unit, "period": "2022", "value": 1.0} for unit in ("v", "w")
    ]
    there, day = units({"unit": "v"}, {"unit": "w"}, {"unit": "z"}), pd.Timestamp("2024-01-01")
    found = find_gaps(known, known, targets(), figures(*told), there, day)
    assert found["kind"].tolist() == ["preliminary", "units"]
    assert found[["missing", "expected"]].to_numpy().tolist()[1:] == [[1, 3]]
