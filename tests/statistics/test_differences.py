from math import inf

import numpy as np

from giaoban.statistics.differences import differences


def test_large_and_small_numbers_differ_as_they_are_printed() -> None:
    values = np.array([97.8, 12_345_678.45, np.nan, inf])
    found = differences(values, np.array([93.75, 12_345_677.0, 1.0, 1.0]))
    assert np.array_equal(found, [4.05, 1.45, np.nan, inf], equal_nan=True)
