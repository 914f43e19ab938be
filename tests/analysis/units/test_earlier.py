"""What was recast stands before the figures since a merger, as far as it is of years."""

import pandas as pd
from frames import figures, indicators, units

from giaoban.analysis import backcast, compare, compare_recast, runs
from giaoban.analysis.units.earlier import recast_of, recast_years

OWN = figures({"unit": "new", "period": "2025", "value": 30.0})
CHANGES = pd.DataFrame(
    {
        "predecessor": ["a", "b"],
        "successor": ["new", "new"],
        "changed_on": pd.to_datetime(["2025-01-01"] * 2),
        "extent": ["whole", "whole"],
    }
)


def earlier(*rows: dict[str, object]) -> list[str]:
    told = backcast(figures(*rows), CHANGES, indicators(unit_measure="count"))
    return recast_of(told, OWN)["period"].tolist()


def both(period: str) -> list[dict[str, object]]:
    return [{"unit": unit, "period": period, "value": 10.0} for unit in ("a", "b")]


def test_a_year_that_was_published_stands_for_itself() -> None:
    told = backcast(
        figures(*both("2023"), *both("2024")), CHANGES, indicators(unit_measure="count")
    )
    published = figures(
        {"unit": "new", "period": "2024", "value": 21.0},
        {"unit": "new", "period": "2025", "value": 30.0},
    )
    found = recast_years(published.assign(run=1.0), told, published.head(0))
    assert found["period"].tolist() == ["2023"]


def test_years_since_the_last_break_go_on_in_the_run_of_the_figures_since() -> None:
    about, named = indicators(unit_measure="count"), units({"unit": "new"})
    broken = [row | {"obs_status": "B"} for row in both("2024")]
    told = backcast(figures(*both("2022"), *both("2023"), *broken), CHANGES, about)
    own = runs(compare(OWN, about, named))
    found = recast_years(own.assign(run=7), told, compare_recast(own, told, about, named))
    assert found.set_index("period")["run"].to_dict() == {"2022": -1, "2023": -1, "2024": 7}


def test_only_those_of_its_own_unit_and_indicator_do() -> None:
    told = backcast(figures(*both("2024")), CHANGES, indicators(unit_measure="count"))
    others = told.assign(unit="other"), told.assign(indicator="y")
    assert len(recast_of(pd.concat([told, *others]), OWN)) == 1


def test_years_of_all_predecessors_stand_there() -> None:
    assert earlier(*both("2023"), *both("2024")) == ["2023", "2024"]


def test_parts_of_years_and_several_years_do_not() -> None:
    assert earlier(*both("2024-01/2024-06"), *both("2021/2023"), *both("2024")) == ["2024"]


def test_nor_does_a_year_of_which_nothing_follows() -> None:
    alone: dict[str, object] = {"unit": "a", "period": "2023", "value": 10.0}
    assert earlier(alone, *both("2024")) == ["2024"]
