import re

import pandas as pd
import pytest

from giaoban.sparkline import HEIGHT, WIDTH, sparkline


def points(*rows: tuple[int, float, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["year", "value", "run"])


def path(svg: str, name: str) -> str:
    return re.findall(rf'class="{name}" d="([^"]*)"', svg)[0]


def heights(places: str) -> list[float]:
    return [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", places)]


def test_no_line_runs_across_a_break_and_the_break_is_drawn() -> None:
    broken = sparkline(points((2021, 90, 0), (2022, 95, 0), (2023, 80, 1)), float("nan"), "")
    assert path(broken, "line").count("M") == 1
    assert path(broken, "line").count("L") == 1
    assert path(broken, "break").count("M") == 1
    assert path(broken, "dots").count("M") == 3


def test_the_scale_starts_at_0() -> None:
    low, high = heights(
        path(sparkline(points((2021, 50, 0), (2022, 100, 0)), float("nan"), ""), "line")
    )
    assert HEIGHT - low == pytest.approx((HEIGHT - high + 4) / 2, abs=0.1)


@pytest.mark.parametrize("values", [(0, 0), (5,), (3, 3, 3), (-1, 1)])
def test_every_point_lies_within_the_picture(values: tuple[float, ...]) -> None:
    rows = [(2021 + n, value, 0) for n, value in enumerate(values)]
    drawn = sparkline(points(*rows), 4.0, "")
    places = re.findall(r"M([\d.-]+) ([\d.-]+)", path(drawn, "dots"))
    assert len(places) == len(values)
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in places)


def test_the_numbers_are_there_to_be_read_out() -> None:
    assert 'aria-label="2021: &lt;5%"' in sparkline(points((2021, 5, 0)), float("nan"), "2021: <5%")
