import math

import pandas as pd
from frames import DEFINITIONS, compared, figures, indicators, targets

from giaoban.analysis import against_targets, latest_figures, latest_with_target, paces, unpublished

BOTH = pd.concat([indicators(indicator="y"), indicators()])


def latest(
    rows: list[dict[str, object]], goals: pd.DataFrame, about: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the latest figures, and the latest that have a target."""
    about = indicators() if about is None else about
    judged = against_targets(compared(*rows), goals, about, DEFINITIONS)
    silent = unpublished(figures(*rows), goals, about, DEFINITIONS)
    found = latest_figures(judged, silent, paces(compared(*rows), goals, about), about)
    return found, latest_with_target(judged, found, about)


def test_of_figures_that_end_on_one_day_the_whole_year_is_the_latest() -> None:
    rows: list[dict[str, object]] = [
        {"period": p, "value": 90.0} for p in ("2022", "2022-07/2022-12")
    ]
    found, _ = latest(rows, targets())
    assert found["period"].tolist() == ["2022"]


def test_an_indicator_whose_figure_was_not_published_has_a_row_without_a_value() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2022", "value": 90.0},
        {"indicator": "y", "period": "2022", "value": math.nan},
    ]
    found, aimed = latest(rows, targets({"indicator": "y", "value": 80.0}), BOTH)
    assert found["indicator"].tolist() == ["y", "x"]
    assert found["value"].isna().tolist() == [True, False]
    assert aimed[["indicator", "why"]].to_numpy().tolist() == [["y", "figure_not_published"]]


def test_a_part_of_a_period_does_not_hide_the_verdict_on_the_latest_whole_one() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2022", "value": 90.0},
        {"period": "2023-01/2023-06", "value": 95.0},
    ]
    goals = targets({"value": 80.0}, {"period": "2023", "value": 96.0})
    _, aimed = latest(rows, goals)
    assert aimed["status"].tolist() == ["met", "undetermined"]


def test_the_latest_figure_carries_the_verdict_on_its_pace() -> None:
    rows: list[dict[str, object]] = [
        {"period": str(2020 + n), "value": 80.0 + 5 * n} for n in range(3)
    ]
    found, _ = latest(rows, targets({"period": "2025", "value": 100.0}))
    assert found["progress"].tolist() == ["on_track"]
