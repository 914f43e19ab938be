from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from giaoban.analysis import funnel_limits
from giaoban.charts.bars import claim_chart, target_chart
from giaoban.charts.control import control_chart
from giaoban.charts.trend import trend_chart
from giaoban.charts.units import funnel_chart, small_multiples
from giaoban.style import COLOURS


def axes_of(figure: Figure) -> Any:
    """Give the first axes; their parts are artists of many kinds."""
    return figure.axes[0]


def words(figure: Figure) -> dict[str, tuple[float, float]]:
    """Give the texts of a figure's first axes and where they stand."""
    return {text.get_text(): text.get_position() for text in axes_of(figure).texts}


TICKS = {50.0: "50", 100.0: "100%"}


def points(*rows: tuple[int, float, int], **more: Any) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["year", "value", "run"])
    labels = [f"{value:g}%" for value in table["value"]]
    made = table.assign(least=table["value"], most=table["value"], label=labels, definition="")
    return made.assign(**more)


def test_every_figure_is_labelled_and_the_axis_starts_at_0() -> None:
    figure = trend_chart(points((2021, 93.75, 0), (2022, 97.8, 0)), "not comparable", TICKS)
    assert {"93.75%", "97.8%"} <= set(words(figure))
    assert axes_of(figure).get_ylim()[0] == 0


def test_a_break_is_drawn_between_the_years_that_it_parts() -> None:
    figure = trend_chart(points((2021, 93.75, 0), (2022, 97.8, 1)), "not comparable", TICKS)
    assert words(figure)["not comparable"][0] == pytest.approx(0)
    dashed = [line for line in axes_of(figure).lines if line.get_linestyle() != "-"]
    assert [line.get_xdata()[0] for line in dashed] == [2021.5]
    lines = [line for line in axes_of(figure).lines if len(line.get_xdata()) == 1]
    assert len(lines) == 2, "no line runs across the break"


def test_a_year_that_was_not_published_leaves_a_gap_in_the_line() -> None:
    figure = trend_chart(points((2020, 41.7, 0), (2022, 44.2, 0), (2023, 43.1, 0)), "", TICKS)
    drawn = np.asarray(axes_of(figure).lines[0].get_ydata(), dtype=float)
    assert np.isnan(drawn).tolist() == [False, True, False, False]


def test_a_projection_stands_apart_with_its_interval() -> None:
    ahead = pd.Series({"year": 2025, "projected": 60.0, "low": 50.0, "high": 70.0, "label": "60%"})
    figure = trend_chart(points((2023, 50.0, 0), (2024, 55.0, 0)), "", TICKS, ahead)
    assert "60%" in words(figure)
    (interval,) = axes_of(figure).collections[-1].get_segments()
    assert interval[:, 1].tolist() == [50, 70]


def test_a_supposed_figure_is_hollow_and_its_line_dashed() -> None:
    table = points((2022, 70.0, 0), (2023, 75.0, 0), (2024, 80.0, 0))
    figure = trend_chart(table.assign(supposed=[False, False, True]), "", TICKS)
    known, dashed, hollow = axes_of(figure).lines
    assert known.get_ydata().tolist() == [70, 75]
    assert (dashed.get_linestyle(), list(dashed.get_ydata())) == ("--", [75, 80])
    assert (hollow.get_markerfacecolor(), list(hollow.get_ydata())) == (COLOURS["paper"], [80])
    assert "80%" in words(figure)


def test_a_supposed_figure_that_may_not_be_compared_stands_alone() -> None:
    table = points((2023, 75.0, 0), (2024, 80.0, 1)).assign(supposed=[False, True])
    figure = trend_chart(table, "not comparable", TICKS)
    assert [line for line in axes_of(figure).lines if set(line.get_ydata()) == {75, 80}] == []


def test_a_target_is_a_line_over_its_years_with_its_label() -> None:
    targets = pd.DataFrame(
        {"first": [2022], "last": [2023], "value": [80.0], "label": ["target 80%"]}
    )
    figure = trend_chart(points((2021, 70.0, 0), (2022, 75.0, 0)), "", TICKS, None, targets)
    (line,) = [line for line in axes_of(figure).lines if set(line.get_ydata()) == {80.0}]
    low, high = line.get_xdata()
    assert 2021.5 < low < 2022 and 2023 < high < 2023.5
    assert "target 80%" in {text.replace("\n", " ") for text in words(figure)}


def extents(figure: Figure, label: str) -> tuple[Any, Any]:
    """Give the boxes, in pixels, of a text of a chart and of its target's line."""
    FigureCanvasAgg(figure).draw()
    (text,) = [text for text in axes_of(figure).texts if text.get_text() == label]
    lines = axes_of(figure).lines
    (line,) = [line for line in lines if line.get_color() == COLOURS["target"]]
    return text.get_window_extent(), line.get_window_extent()


@pytest.mark.slow
@given(before=st.floats(1, 100), value=st.floats(1, 100), target=st.floats(1, 100))
@example(before=74, value=86, target=80)
@example(before=86, value=80, target=92)
def test_the_label_of_a_supposed_figure_does_not_touch_its_target(
    before: float, value: float, target: float
) -> None:
    table = points((2022, before, 0), (2023, before, 0), (2024, round(value, 1), 0))
    table = table.assign(supposed=[False, False, True], label=["before", "then", "88.88%"])
    aims = {"first": [2024], "last": [2024], "value": [target], "label": ["target"]}
    figure = trend_chart(table, "", TICKS, None, pd.DataFrame(aims))
    text, line = extents(figure, "88.88%")
    assert not text.overlaps(line)


def test_where_labels_would_touch_the_last_the_first_and_the_extremes_are_kept() -> None:
    rows = [(2010 + n, 50.0 + (30 if n == 7 else n / 10), 0) for n in range(15)]
    shown = set(words(trend_chart(points(*rows), "", TICKS)))
    assert {"50%", "80%", "51.4%"} <= shown
    assert len(shown) < len(rows)


@pytest.mark.parametrize(("value", "target"), [(88.5, 92.0), (73.8, 80.0), (95.0, 75.0)])
def test_a_figures_label_does_not_stand_on_its_target(value: float, target: float) -> None:
    row = {"title": "t", "value": value, "least": value, "most": value, "label": "figure"}
    figure = target_chart(pd.DataFrame([row | {"target": target, "target_label": "target"}]))
    start = words(figure)["figure"][0]
    assert start > value
    assert not start <= target <= start + 14


def test_bars_start_at_0_and_the_claim_stands_beside_what_was_computed() -> None:
    figure = claim_chart(153.3, 150.0, ("153.3", "150"), ("computed", "stated"))
    bars = axes_of(figure).patches
    assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(0, 153.3), (0, 150)]
    assert {"computed", "stated", "153.3", "150"} <= set(words(figure))


def test_points_with_a_signal_have_a_shape_of_their_own() -> None:
    values = [1.0, 2.0, 1.0, 9.0]
    table = pd.DataFrame({"value": values, "mean": 3.0, "lower": 0.0, "upper": 6.0})
    table = table.assign(signal=[False, False, False, True], tick=["2020", "", "", ""])
    figure = control_chart(table, {"mean": "mean 3", "lower": "0", "upper": "6"})
    shapes = {line.get_marker(): list(line.get_ydata()) for line in axes_of(figure).lines}
    assert (shapes["o"], shapes["D"]) == (values[:3], values[3:])
    assert {"mean 3", "0", "6"} <= set(words(figure))


def test_a_funnel_names_only_the_units_that_lie_outside() -> None:
    sizes = pd.Series(np.arange(2.0, 120.0))
    curves = funnel_limits(sizes, 0.9).mul(100).assign(denominator=sizes, whole=90.0)
    table = pd.DataFrame({"denominator": [100.0, 50.0], "share": [60.0, 90.0]})
    table = table.assign(outside=[True, False], label=["far", "near"])
    labels = {"size": "size", "whole": "all: 90%", "warning": "95%", "alarm": "99.8%"}
    figure = funnel_chart(table, curves, labels)
    assert "far" in words(figure)
    assert "near" not in words(figure)
    assert axes_of(figure).get_ylim()[0] <= 60


def test_small_multiples_give_each_unit_a_field_on_one_scale() -> None:
    table = pd.concat(
        [points((2021, v, 0), (2022, v + 5, 0), unit=f"u{v}", title=f"u{v}") for v in (50, 60, 90)]
    )
    figure = small_multiples(table, 100)
    shown = [axes for axes in figure.axes if axes.get_visible()]
    assert [axes.get_title(loc="left") for axes in shown] == ["u50", "u60", "u90"]
    assert len({axes.get_ylim() for axes in shown}) == 1
    assert shown[0].get_ylim()[0] == 0
