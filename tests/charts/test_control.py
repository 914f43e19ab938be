import pandas as pd
from drawn import axes_of, words

from giaoban.charts.control import control_chart

LINES = {"mean": "mean", "lower": "lower", "upper": "upper"}


def series(*values: float, lower: float = 0, upper: float = 6, signals: int = 0) -> pd.DataFrame:
    """Make a series whose last figures give a signal."""
    table = pd.DataFrame({"value": values}, dtype="float64")
    return table.assign(
        mean=table["value"].mean(),
        lower=lower,
        upper=upper,
        signal=[place >= len(values) - signals for place in table.index],
        outside=~table["value"].between(lower, upper),
        label=[f"{value:g}%" for value in values],
        tick=["2020", *[""] * (len(values) - 1)],
    )


def test_points_with_a_signal_have_a_shape_of_their_own() -> None:
    figure = control_chart(series(1, 2, 1, 9, signals=1), LINES)
    shapes = {line.get_marker(): list(line.get_ydata()) for line in axes_of(figure).lines}
    assert (shapes["o"], shapes["D"]) == ([1, 2, 1], [9])
    assert set(LINES) <= set(words(figure))


def test_labelled_are_the_first_the_last_the_ends_and_what_lies_outside_the_limits() -> None:
    quarters = (92.1, 93.4, 92.3, 93, 92.2, 93.5, 92.4, 93.1, 88.4, 92, 93.3, 89, 93.2, 95.3, 94)
    figure = control_chart(series(*quarters, lower=90, upper=96), LINES)
    assert set(words(figure)) - set(LINES) == {"92.1%", "94%", "88.4%", "89%", "95.3%"}
