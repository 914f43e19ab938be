import math

import pandas as pd
import pytest
from frames import compared, figures, indicators, units, yearly

from giaoban.analysis import control_charts, projections, run_trends


def test_runs_end_where_figures_may_not_be_compared() -> None:
    rows = [("2021", 1.0, "a"), ("2022", 2.0, "a"), ("2023", 5.0, "b")]
    found = run_trends(compared(*({"period": p, "value": v, "definition": d} for p, v, d in rows)))
    assert found[["first_period", "last_period", "points"]].to_numpy().tolist() == [
        ["2021", "2022", 2],
        ["2023", "2023", 1],
    ]
    assert found["verdict"].tolist() == ["too_few_points"] * 2
    assert found["per_year"].isna().all()
    assert found["change"].iloc[0] == 1
    assert pd.isna(found["change"].iloc[1])


@pytest.mark.parametrize(("step", "verdict"), [(1.0, "rising"), (-1.0, "falling")])
def test_five_steady_figures_have_their_direction(step: float, verdict: str) -> None:
    found = run_trends(compared(*yearly(*(50 + step * i for i in range(5)))))
    assert found["verdict"].tolist() == [verdict]
    assert found["per_year"].tolist() == [step]


def test_three_steady_figures_have_a_slope_and_no_verdict() -> None:
    found = run_trends(compared(*yearly(50.0, 51.0, 52.0))).iloc[0]
    assert (found["per_year"], found["method"]) == (1, "theil_sen")
    assert found["verdict"] == "too_few_to_tell"


def test_a_range_among_the_figures_leaves_no_single_slope() -> None:
    rows = yearly(50.0, 51.0, 52.0, 53.0, 60.0)
    found = run_trends(compared(*rows[:4], rows[4] | {"qualifier": ">"})).iloc[0]
    assert math.isnan(found["per_year"])
    assert (found["low"], found["verdict"]) == (1, "rising")


def ahead(*values: float, last_year: int = 2025, **about: str) -> pd.DataFrame:
    return projections(compared(*yearly(*values)), indicators(**about), last_year)


def test_three_figures_lead_to_the_programmes_last_year() -> None:
    found = ahead(80.0, 82.0, 84.5).iloc[0]
    assert (found["year"], found["points"]) == (2025, 3)
    assert (found["first_period"], found["last_period"]) == ("2021", "2023")
    assert found["projected"] == pytest.approx(82 + 1 / 6 + 3 * 2.25)
    assert found["low"] < found["projected"] < found["high"]


def test_a_share_is_cut_off_at_what_is_possible() -> None:
    found = ahead(90.0, 94.0, 97.0).iloc[0]
    assert (found["projected"], found["high"]) == (100, 100)
    assert found["low"] < 100
    found = ahead(9.0, 3.0, 2.0, unit_measure="count").iloc[0]
    assert (found["projected"], found["low"]) == (0, 0)


def test_a_line_whose_interval_is_all_that_is_possible_is_left_out() -> None:
    assert ahead(70.0, 92.0, 75.0).empty


@pytest.mark.parametrize("values", [(80.0, 82.0, 84.0), (90.0, 96.0, 102.0 - 1e-9)])
def test_no_certainty_is_invented_where_the_figures_lie_on_a_line(
    values: tuple[float, ...],
) -> None:
    found = ahead(*values).iloc[0]
    assert found["projected"] in (88, 100)
    assert found[["low", "high"]].isna().all()


@pytest.mark.parametrize(
    ("values", "last_year"), [((80.0, 82.0), 2025), ((80.0, 82.0, 84.5), 2023)]
)
def test_too_few_figures_or_no_time_left_lead_nowhere(
    values: tuple[float, ...], last_year: int
) -> None:
    assert ahead(*values, last_year=last_year).empty


def test_only_the_run_since_the_last_break_is_carried_on() -> None:
    rows = yearly(10.0, 20.0, 80.0, 82.0, 84.0, first=2019)
    rows[2]["obs_status"] = "B"
    found = projections(compared(*rows), indicators(), 2025).iloc[0]
    assert (found["first_period"], found["points"]) == ("2021", 3)
    assert found["projected"] == pytest.approx(88)


def test_a_figure_that_is_no_number_but_a_range_is_not_carried_on() -> None:
    rows = yearly(80.0, 82.0, 84.0)
    rows[1]["qualifier"] = ">"
    assert projections(compared(*rows), indicators(), 2025).empty


def test_a_rating_may_fall_below_0() -> None:
    found = ahead(-1.0, -2.0, -2.5, -4.0, unit_measure="rating").iloc[0]
    assert found["low"] < found["projected"] < -4


def figure(number: int, value: float, **more: object) -> dict[str, object]:
    year, month = 2020 + number // 4, 1 + number % 4 * 3
    return {"period": f"{year}-{month:02}/{year}-{month + 2:02}", "value": value} | more


def charts(*rows: dict[str, object]) -> pd.DataFrame:
    return control_charts(figures(*rows), indicators(), units())


def test_eight_quarters_make_a_chart_and_seven_do_not() -> None:
    quarters = [figure(n, 90 + n % 2) for n in range(8)]
    assert len(charts(*quarters)) == 8
    assert charts(*quarters[1:]).empty


def test_a_break_ends_a_stretch() -> None:
    rows = [figure(n, 90 + n % 2) for n in range(16)]
    rows[8] |= {"obs_status": "B"}
    assert charts(*rows).groupby("stretch").size().tolist() == [8, 8]
    rows[8] |= {"obs_status": "A"}
    rows[9] |= {"definition": "another"}
    assert charts(*rows).groupby("stretch").size().tolist() == [9]


def test_whole_years_among_the_quarters_are_no_part_of_their_chart() -> None:
    rows = [figure(n, 90 + n % 2) for n in range(8)] + [{"period": "2020", "value": 10.0}]
    assert charts(*rows)["value"].min() == 90


@pytest.mark.parametrize(
    ("values", "about", "projected"),
    [
        ((2.0, 1.0, 0.0), {"unit_measure": "number", "unit_vi": "tấn"}, 0.0),
        ((2.0, 1.0, 0.0), {"unit_measure": "number", "unit_vi": "%"}, -2.0),
        ((2.0, 1.0, 0.0), {"unit_measure": "number", "unit_vi": "% GRDP"}, 0.0),
        ((1.0, 0.0, -1.0), {"unit_measure": "number", "unit_vi": "tỷ đồng"}, -3.0),
    ],
)
def test_a_line_leads_below_0_only_where_figures_can(
    values: tuple[float, ...], about: dict[str, str], projected: float
) -> None:
    named = {"unit_vi": None} | about
    found = projections(compared(*yearly(*values), **named), indicators(**named), 2025)
    assert found["projected"].tolist() == [projected]


def test_stretches_are_numbered_in_the_order_in_which_they_begin() -> None:
    years = [{"period": str(1990 + n), "value": 90.0 + n % 2} for n in range(8)]
    found = charts(*years, *(figure(n, 90 + n % 2) for n in range(8)))
    assert found.groupby("stretch")["months"].max().tolist() == [12, 3]


def test_stretches_of_days_make_no_chart() -> None:
    days = [{"period": f"{1990 + n}-01-05/{1990 + n}-03-20", "value": 90.0} for n in range(9)]
    assert charts(*days).empty


def test_a_slope_without_an_end_has_none() -> None:
    rows = yearly(10.0, 20.0, 30.0)
    rows[-1]["qualifier"] = ">="
    found = run_trends(compared(*rows, unit_measure="count")).iloc[0]
    assert (found["low"], found["method"]) == (10, "theil_sen")
    assert pd.isna(found["high"])
