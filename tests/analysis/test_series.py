import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.analysis import stated_range


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
