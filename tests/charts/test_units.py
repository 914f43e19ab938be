import numpy as np
import pandas as pd
from drawn import axes_of, words

from giaoban.analysis import funnel_limits
from giaoban.charts.units import dot_chart, funnel_chart


def test_a_funnel_names_only_the_units_that_lie_outside() -> None:
    sizes = pd.Series(np.arange(2.0, 120.0))
    curves = funnel_limits(sizes, 0.9).mul(100).assign(denominator=sizes, whole=90.0)
    table = pd.DataFrame({"denominator": [100.0, 50.0], "share": [60.0, 90.0]})
    table = table.assign(outside=[True, False], label=["far", "near"])
    labels = {"size": "size", "whole": "all: 90%", "warning": "95%", "alarm": "99.8%"}
    figure = funnel_chart(table, curves, labels, {60.0: "60%", 100.0: "100%"})
    assert "far" in words(figure)
    assert "near" not in words(figure)
    assert axes_of(figure).get_ylim()[0] <= 60


def dots(*rows: tuple[str, float, float, float]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["title", "value", "low", "high"])
    return table.assign(label=[f"{value:g}%" for value in table["value"]], target=80.0)


TICKS = {60.0: "60%", 80.0: "80%", 100.0: "100%"}


def test_a_unit_stands_by_its_name_with_its_figure_and_its_interval() -> None:
    table = dots(("Xã A", 90.0, 85, 94), ("Xã B", 70.0, float("nan"), float("nan")))
    figure = dot_chart(table, TICKS, "target 80%", "not from 0")
    assert {"Xã A", "Xã B", "90%", "70%", "not from 0"} <= set(words(figure))
    shown = [list(line.get_xdata()) for line in axes_of(figure).lines]
    assert [85, 94] in shown
    assert [90] in shown and [70] in shown


def test_the_units_stand_in_their_order_and_the_target_is_named_once() -> None:
    figure = dot_chart(dots(("A", 90.0, 85, 94), ("B", 70.0, 65, 74)), TICKS, "target 80%", "")
    down = {
        line.get_xdata()[0]: line.get_ydata()[0]
        for line in axes_of(figure).lines
        if len(line.get_xdata()) == 1
    }
    low, high = axes_of(figure).get_ylim()
    assert low > high, "the first stands on top"
    assert down[90] < down[70]
    assert [text.get_text() for text in axes_of(figure).texts].count("target 80%") == 1


def test_without_a_target_no_line_stands_for_it() -> None:
    table = dots(("A", 90.0, 85, 94)).assign(target=float("nan"))
    assert "target" not in words(dot_chart(table, TICKS, "target", ""))
