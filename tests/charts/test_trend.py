from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from drawn import TICKS, axes_of, points, words
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from giaoban.charts.canvas import scale_of
from giaoban.charts.trend import trend_chart
from giaoban.style import COLOURS

WORDS = ("not comparable", "")


def test_the_first_and_the_last_figure_are_labelled_and_the_axis_starts_at_its_first_tick() -> None:
    table = points((2021, 93.75, 0), (2022, 95.0, 0), (2023, 97.8, 0))
    figure = trend_chart(table, WORDS, {92.0: "92%", 98.0: "98%"})
    assert {"93.75%", "97.8%"} <= set(words(figure))
    assert "95%" not in words(figure)
    assert 90 < axes_of(figure).get_ylim()[0] <= 92
    assert axes_of(trend_chart(table, WORDS, TICKS)).get_ylim()[0] == 0


def test_what_is_said_of_the_axis_stands_under_it() -> None:
    table = points((2021, 93.75, 0), (2022, 95.0, 0))
    figure = trend_chart(table, ("", "not from 0"), {92.0: "92%", 98.0: "98%"})
    (under,) = [text for text in axes_of(figure).texts if text.get_text() == "not from 0"]
    assert under.get_position()[1] < 0


def test_what_each_run_counts_stands_above_with_its_marker() -> None:
    table = points((2021, 93.75, 0), (2022, 95.0, 1)).assign(definition=["well", "well or better"])
    assert {"● well", "■ well or better"} <= set(words(trend_chart(table, WORDS, TICKS)))


def figures_of(figure: Figure) -> list[Any]:
    """Give the lines of figures: none of an axis, of a break, of a target."""
    others = (COLOURS["muted"], COLOURS["target"])
    return [line for line in axes_of(figure).lines if line.get_color() not in others]


def test_a_break_is_drawn_between_the_years_that_it_parts() -> None:
    figure = trend_chart(points((2021, 93.75, 0), (2022, 97.8, 1)), WORDS, TICKS)
    assert words(figure)["not comparable"][0] == pytest.approx(0)
    dashed = [line for line in axes_of(figure).lines if line.get_linestyle() != "-"]
    assert [line.get_xdata()[0] for line in dashed] == [2021.5]
    lines = [line for line in figures_of(figure) if len(line.get_xdata()) == 1]
    assert len(lines) == 2, "no line runs across the break"


def test_no_break_is_drawn_where_the_runs_begin_in_one_year() -> None:
    table = points((2022, 93.75, 0), (2022, 97.8, 1), (2023, 98.0, 0), (2024, 98.5, 2))
    figure = trend_chart(table, WORDS, TICKS)
    dashed = [line for line in axes_of(figure).lines if line.get_linestyle() != "-"]
    assert [line.get_xdata()[0] for line in dashed] == [2023.5]


def test_a_figure_that_is_a_range_is_a_hollow_bar_between_its_ends_and_no_line_leads_to_it() -> (
    None
):
    table = points((2021, 61.5, 0), (2022, 64.0, 0), (2023, 66.0, 0))
    ends = {"least": [61.0, 64.0, 66.0], "most": [62.0, 64.0, 66.0]}
    figure = trend_chart(table.assign(ranged=[True, False, False], **ends), WORDS, TICKS)
    (bar,) = axes_of(figure).patches
    assert (bar.get_y(), bar.get_height(), bar.get_facecolor()[:3]) == (61, 1, (1, 1, 1))
    assert [line.get_xdata().tolist() for line in figures_of(figure)] == [[2022, 2023]]


def test_a_year_that_was_not_published_leaves_a_gap_in_the_line() -> None:
    figure = trend_chart(points((2020, 41.7, 0), (2022, 44.2, 0), (2023, 43.1, 0)), WORDS, TICKS)
    drawn = np.asarray(figures_of(figure)[0].get_ydata(), dtype=float)
    assert np.isnan(drawn).tolist() == [False, True, False, False]


def test_a_projection_stands_apart_with_its_interval() -> None:
    ahead = pd.Series({"year": 2025, "projected": 60.0, "low": 50.0, "high": 70.0, "label": "60%"})
    figure = trend_chart(points((2023, 50.0, 0), (2024, 55.0, 0)), WORDS, TICKS, ahead)
    assert "60%" in words(figure)
    (interval,) = axes_of(figure).collections[-1].get_segments()
    assert interval[:, 1].tolist() == [50, 70]


def test_an_interval_that_reaches_beyond_the_axis_is_cut_off_there_with_an_arrow() -> None:
    ahead = pd.Series({"year": 2025, "projected": 60.0, "low": 50.0, "high": 900.0, "label": "60%"})
    axes = axes_of(trend_chart(points((2023, 50.0, 0), (2024, 55.0, 0)), WORDS, TICKS, ahead))
    (interval,) = axes.collections[-1].get_segments()
    assert interval[0, 1] == 50
    assert 100 < interval[1, 1] < axes.get_ylim()[1]
    assert [line.get_marker() for line in axes.lines if line.get_marker() in ("^", "v")] == ["^"]
    assert axes.get_ylim()[1] < 200


def test_an_interval_that_ends_at_0_where_the_axis_begins_is_not_cut_off() -> None:
    ahead = pd.Series({"year": 2025, "projected": 20.0, "low": 0.0, "high": 60.0, "label": "20"})
    ticks = {0.0: "0", 50.0: "50", 100.0: "100"}
    axes = axes_of(trend_chart(points((2023, 50.0, 0), (2024, 35.0, 0)), WORDS, ticks, ahead))
    (interval,) = axes.collections[-1].get_segments()
    assert (axes.get_ylim()[0], interval[:, 1].tolist()) == (0, [0, 60])
    assert [line for line in axes.lines if line.get_marker() in ("^", "v")] == []


def test_a_supposed_figure_is_hollow_and_its_line_dashed() -> None:
    table = points((2022, 70.0, 0), (2023, 75.0, 0), (2024, 80.0, 0))
    figure = trend_chart(table.assign(supposed=[False, False, True]), WORDS, TICKS)
    known, dashed, hollow = figures_of(figure)
    assert known.get_ydata().tolist() == [70, 75]
    assert (dashed.get_linestyle(), list(dashed.get_ydata())) == ("--", [75, 80])
    assert (hollow.get_markerfacecolor(), list(hollow.get_ydata())) == (COLOURS["paper"], [80])
    assert "80%" in words(figure)


def test_a_supposed_figure_that_may_not_be_compared_stands_alone() -> None:
    table = points((2023, 75.0, 0), (2024, 80.0, 1)).assign(supposed=[False, True])
    figure = trend_chart(table, WORDS, TICKS)
    assert [line for line in axes_of(figure).lines if set(line.get_ydata()) == {75, 80}] == []


def targets_of(*rows: tuple[int, int, float]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["first", "last", "value"])
    return table.assign(short=[f"target {value:g}%" for value in table["value"]])


def test_a_target_is_a_line_over_its_years_with_its_label_once() -> None:
    table = points((2021, 70.0, 0), (2022, 75.0, 0))
    figure = trend_chart(
        table, WORDS, TICKS, None, targets_of((2022, 2022, 80.0), (2023, 2023, 80.0))
    )
    (line,) = [line for line in axes_of(figure).lines if set(line.get_ydata()) == {80.0}]
    low, high = line.get_xdata()
    assert 2021.5 < low < 2022 and 2023 < high < 2023.5
    told = [text.get_text().replace("\n", " ") for text in axes_of(figure).texts]
    assert told.count("target 80%") == 1


def boxes(figure: Figure) -> list[tuple[str, Any]]:
    """Give the texts of a chart with the boxes around them, in pixels."""
    FigureCanvasAgg(figure).draw()
    shown = [text for text in axes_of(figure).texts if text.get_text()]
    return [(text.get_text(), text.get_window_extent()) for text in shown]


def crossed(figure: Figure, box: Any) -> bool:
    """Say whether a line of figures or of a target runs through a box."""
    axes = axes_of(figure)
    for line in axes.lines:
        ends = axes.transData.transform(np.column_stack(line.get_data()))
        if line.get_transform() == axes.transData and len(ends) > 1:
            for one, other in pairwise(ends):
                path = np.linspace(one, other, 200)
                x, y = path.T
                if ((x > box.x0) & (x < box.x1) & (y > box.y0) & (y < box.y1)).any():
                    return True
    return False


@pytest.mark.slow
@settings(max_examples=50)
@given(
    values=st.lists(st.floats(0, 100), min_size=2, max_size=9),
    target=st.floats(0, 100),
    later=st.floats(0, 100),
    ahead=st.floats(0, 100),
)
@example(values=[3.84, 3.12, 2.55, 1.96, 1.41], target=1.5, later=1.0, ahead=0.8)
@example(values=[74, 86], target=80, later=80, ahead=92)
def test_labels_touch_no_line_no_other_label_and_not_the_frame(
    values: list[float], target: float, later: float, ahead: float
) -> None:
    rows = [(2025 - len(values) + n, round(value, 1), 0) for n, value in enumerate(values)]
    target, later, ahead = round(target, 1), round(later, 1), round(ahead, 1)
    aims = targets_of((2024, 2024, target), (2025, 2025, later))
    drawn = [*values, target, later, ahead]
    ticks = {tick: f"{tick:g}%" for tick in scale_of(min(drawn), max(drawn))}
    projected = {"year": 2025, "projected": ahead, "low": ahead, "high": ahead, "label": "ahead"}
    figure = trend_chart(points(*rows), ("", ""), ticks, pd.Series(projected), aims)
    found = boxes(figure)
    wide, high = figure.get_size_inches() * figure.dpi
    for n, (_, box) in enumerate(found):
        assert not crossed(figure, box)
        assert not any(box.overlaps(other) for _, other in found[:n])
        assert box.x0 >= 0 and box.x1 <= wide and box.y0 >= 0 and box.y1 <= high
    assert f"{rows[-1][1]:g}%" in {text for text, _ in found}


def test_where_labels_would_touch_the_last_the_first_and_the_extremes_are_kept() -> None:
    rows = [(2000 + n, 50.0 + (30 if n == 7 else n % 2 * 5 + n / 10), 0) for n in range(25)]
    shown = set(words(trend_chart(points(*rows), WORDS, TICKS)))
    assert {"50%", "80%", "52.4%"} <= shown
    assert len(shown) < len(rows)
