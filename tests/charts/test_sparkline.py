import re

import pandas as pd
import pytest

from giaoban.charts.sparkline import EDGE, HEIGHT, WIDTH, sparkline

NONE = pd.DataFrame({"first": [], "last": [], "value": []})


def points(*rows: tuple[int, float, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["year", "value", "run"])


def target(first: int, last: int, value: float) -> pd.DataFrame:
    return pd.DataFrame({"first": [first], "last": [last], "value": [value]})


def path(svg: str, name: str) -> str:
    return "".join(re.findall(rf'class="{name}" d="([^"]*)"', svg))


def heights(places: str) -> list[float]:
    return [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", places)]


def test_no_line_runs_across_a_break_and_the_break_is_drawn() -> None:
    broken = sparkline(points((2021, 90, 0), (2022, 95, 0), (2023, 80, 1)), NONE, "")
    assert path(broken, "line").count("L") == 1
    assert path(broken, "break").count("M") == 1
    assert path(broken, "dots").count("M") == 3


def test_no_line_runs_over_a_year_without_a_figure() -> None:
    gap = sparkline(points((2020, 50, 0), (2021, 55, 0), (2023, 60, 0)), NONE, "")
    assert path(gap, "line").count("L") == 1
    assert path(gap, "break") == ""


def test_the_scale_is_the_range_of_the_figures() -> None:
    low, high = heights(path(sparkline(points((2021, 96, 0), (2022, 97, 0)), NONE, ""), "line"))
    assert (low, high) == (HEIGHT - EDGE, EDGE)


def test_a_target_far_from_the_figures_is_not_drawn_and_one_near_them_is() -> None:
    own = points((2021, 50, 0), (2022, 60, 0))
    assert path(sparkline(own, target(2022, 2022, 90), ""), "aim") == ""
    assert path(sparkline(own, target(2022, 2022, 64), ""), "aim").count("M") == 1


@pytest.mark.parametrize("values", [(0, 0), (5,), (3, 3, 3), (-1, 1), (-5, -3)])
def test_every_point_lies_within_the_picture_and_more_lies_higher(
    values: tuple[float, ...],
) -> None:
    rows = [(2021 + n, value, 0) for n, value in enumerate(values)]
    drawn = sparkline(points(*rows), target(2021, 2021, 4.0), "")
    places = re.findall(r"M([\d.-]+) ([\d.-]+)", path(drawn, "dots"))
    assert len(places) == len(values)
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in places)
    assert (float(places[-1][1]) < float(places[0][1])) == (values[-1] > values[0])


def test_a_target_is_drawn_over_its_years_only() -> None:
    own = points((2021, 50, 0), (2022, 60, 0), (2023, 70, 0))
    assert path(sparkline(own, target(2025, 2025, 75), ""), "aim") == ""
    (left, right) = map(
        float,
        re.findall(
            r"M([\d.]+) [\d.]+H([\d.]+)", path(sparkline(own, target(2023, 2023, 75), ""), "aim")
        )[0],
    )
    assert WIDTH / 2 < left < right


def test_the_last_figure_is_marked() -> None:
    drawn = sparkline(points((2021, 50, 0), (2022, 60, 0)), NONE, "")
    assert path(drawn, "last") == f"M{WIDTH - EDGE:.1f} {EDGE:.1f}h0"


def test_the_numbers_are_there_to_be_read_out() -> None:
    assert 'aria-label="2021: &lt;5%"' in sparkline(points((2021, 5, 0)), NONE, "2021: <5%")
