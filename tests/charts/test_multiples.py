import numpy as np
import pandas as pd
import pytest
from drawn import points

from giaoban.charts.multiples import FIELD, small_multiples


def three() -> pd.DataFrame:
    values = {"low": 50, "middle": 60, "high": 90}
    drawn = [points((2021, v, 0), (2022, v + 5, 0), unit=u, title=u) for u, v in values.items()]
    return pd.concat(drawn)


def heights(table: pd.DataFrame, top: float | None) -> list[list[float]]:
    """Give how high each unit's figures stand over the line of its field, in points."""
    (axes,) = small_multiples(table, top).axes
    lines = [np.asarray(line.get_ydata(), float) for line in axes.lines]
    return [
        [up - foot[0] for up in drawn] for foot, drawn in zip(lines[::2], lines[1::2], strict=True)
    ]


def test_small_multiples_give_each_unit_a_field_with_its_name_and_its_years() -> None:
    (axes,) = small_multiples(three(), 100).axes
    told = [text.get_text() for text in axes.texts]
    assert [name for name in told if name in ("low", "middle", "high")] == ["low", "middle", "high"]
    assert told.count("2021") == told.count("2022") == 3


def test_they_stand_on_one_scale_from_0() -> None:
    shown = heights(three(), 100)
    assert [row[0] / shown[0][0] for row in shown] == pytest.approx([1, 60 / 50, 90 / 50])
    assert max(map(max, shown)) < FIELD


def test_each_has_its_own_scale_where_measures_differ() -> None:
    shown = heights(three(), None)
    assert [row[1] for row in shown] == pytest.approx([shown[0][1]] * 3)
