import pandas as pd
import pytest
from frames import figures, targets, units
from places import RAW

from giaoban.analysis import Review, find_gaps, load


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
        23,
    )


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


@pytest.mark.parametrize(("cutoff", "expected"), [("2022-06-30", 0), ("2023-01-31", 1)])
def test_a_target_whose_time_is_over_asks_for_a_figure(cutoff: str, expected: int) -> None:
    none = figures({"period": "2022", "value": 1.0}).head(0)
    goal = targets({"value": 1.0})
    assert len(find_gaps(none, none, goal, none, units(), pd.Timestamp(cutoff))) == expected
