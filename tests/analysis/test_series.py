import math

import pandas as pd
import pytest
from frames import figures, indicators
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import published, stated_range


@pytest.mark.parametrize(
    ("value", "qualifier", "share", "expected"),
    [
        (89.0, ">", True, (89, 100, True, False)),
        (89.0, "<", True, (0, 89, False, True)),
        (100.0, ">=", True, (100, 100, False, False)),
        (460.0, ">", False, (460, math.inf, True, False)),
        (150.0, "~", False, (145, 155, False, False)),
        (12.5, "~", True, (12.45, 12.55, False, False)),
        (98.0, "~", True, (97.5, 98.5, False, False)),
        (math.nan, "=", True, (0, 100, False, False)),
    ],
)
def test_a_qualifier_leaves_its_range_open(
    value: float, qualifier: str, share: bool, expected: tuple[float, ...]
) -> None:
    found = stated_range(pd.Series([value]), pd.Series([qualifier]), pd.Series([share]))
    assert tuple(found.iloc[0]) == pytest.approx(expected)


@given(st.floats(0, 100), st.sampled_from(["=", ">=", ">", "<=", "<", "~"]))
def test_a_range_contains_the_value_that_was_stated(value: float, qualifier: str) -> None:
    span = stated_range(pd.Series([value]), pd.Series([qualifier]), pd.Series([True])).iloc[0]
    assert 0 <= span["low"] <= value <= span["high"] <= 100


def test_a_figure_without_a_value_is_not_published() -> None:
    table = figures({"period": "2021", "value": 90.0}, {"period": "2022", "value": math.nan})
    assert published(table, indicators())["period"].tolist() == ["2021"]


def test_each_figure_knows_the_last_break_before_it() -> None:
    rows: list[dict[str, object]] = [{"period": str(y), "value": 90.0} for y in (2021, 2022, 2023)]
    rows[1]["obs_status"] = "B"
    broken = published(figures(*rows), indicators())["broken_on"]
    assert broken.isna().tolist() == [True, False, False]
    assert set(broken.dropna()) == {pd.Timestamp("2022-12-31")}
