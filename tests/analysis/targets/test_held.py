import pandas as pd
from frames import DEFINITIONS, compared, indicators, targets

from giaoban.analysis import judge_targets, under, with_targets

FIGURES = compared(
    {"period": "2021", "value": 70.0},
    {"period": "2022", "value": 85.0},
    {"period": "2023", "value": 60.0},
)


def verdicts(*goals: dict[str, object]) -> pd.DataFrame:
    """Judge targets, of 2022 where nothing is said, by the figures."""
    cutoff = pd.Timestamp("2024-03-14")
    return judge_targets(FIGURES, targets(*goals), indicators(), DEFINITIONS, cutoff)


DISTRICT = verdicts(
    {"value": 99.0, "period": "2021/2025"},
    {"value": 80.0},
    {"value": 90.0, "set_by": "district"},
)


def test_a_figure_falls_under_the_shortest_target_and_of_two_setters_under_the_worse() -> None:
    beside = with_targets(FIGURES, DISTRICT)
    assert beside["target"].tolist() == [99.0, 90.0, 99.0]
    assert beside.loc[FIGURES.index[1], ["target_set_by", "status"]].tolist() == [
        "district",
        "not_met",
    ]


def test_a_figure_is_paired_with_each_setters_target_of_the_shortest_period_the_worse_first() -> (
    None
):
    pairs = under(FIGURES.iloc[::-1], DISTRICT)
    assert pairs["figure_row"].tolist() == [*FIGURES.index[[0, 1, 1, 2]]]
    assert pairs["period_figure"].tolist() == ["2021", "2022", "2022", "2023"]
    assert pairs["target"].tolist() == [99.0, 90.0, 80.0, 99.0]


def test_a_figure_outside_every_targets_period_or_of_another_unit_has_no_target() -> None:
    found = verdicts({"value": 50.0, "period": "2025"}, {"value": 50.0, "unit": "v"})
    assert with_targets(FIGURES, found)["status"].tolist() == ["no_target"] * 3
    assert under(FIGURES, found).empty


def test_a_pair_has_the_figures_row_and_period_and_then_what_the_verdict_says() -> None:
    pairs = under(FIGURES, DISTRICT)
    assert pairs.columns.tolist() == ["figure_row", "period_figure", *DISTRICT.columns]
