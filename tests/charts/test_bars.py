import pandas as pd
import pytest
from drawn import axes_of, words
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba

from giaoban.charts.bars import claim_chart, target_chart
from giaoban.style import COLOURS


def bars(*rows: tuple[str, float, float]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["title", "value", "target"])
    table = table.assign(least=table["value"], most=table["value"])
    return table.assign(
        missed=False,
        label=[f"figure {n}" for n in range(len(table))],
        target_label=[f"target at least {value:g}% (2025)" for value in table["target"]],
    )


@pytest.mark.parametrize(("value", "target"), [(88.5, 92.0), (73.8, 80.0), (95.0, 75.0)])
def test_a_figures_label_stands_behind_its_bar_and_its_target(value: float, target: float) -> None:
    figure = target_chart(bars(("t", value, target)))
    assert words(figure)["figure 0"][0] > max(value, target)


def test_a_bar_without_a_figure_or_without_a_target_has_words_all_the_same() -> None:
    table = bars(("a", float("nan"), 80.0), ("b", 60.0, float("nan")))
    axes = axes_of(target_chart(table))
    assert [line.get_xdata()[0] for line in axes.lines] == [80.0]
    assert {"figure 0", "figure 1"} <= {text.get_text() for text in axes.texts}


def test_what_has_missed_its_target_has_a_colour_of_its_own() -> None:
    table = bars(("a", 70.0, 80.0), ("b", 90.0, 80.0)).assign(missed=[True, False])
    figure = target_chart(table)
    FigureCanvasAgg(figure).draw()
    missed, met = (bar.get_facecolor() for bar in axes_of(figure).patches)
    assert missed == to_rgba(COLOURS["second"])
    assert met == to_rgba(COLOURS["first"])


@pytest.mark.parametrize("least", [-float("inf"), -20.0])
def test_a_range_that_reaches_below_0_is_drawn_from_there(least: float) -> None:
    table = bars(("t", 60.0, 80.0)).assign(least=least)
    figure = target_chart(table)
    FigureCanvasAgg(figure).draw()
    drawn = [(bar.get_x(), bar.get_width()) for bar in axes_of(figure).patches]
    assert drawn == [(0, 0), (0, 60)]


def test_what_is_more_than_its_target_lies_within_the_scale() -> None:
    axes = axes_of(target_chart(bars(("t", 340.0, 100.0))))
    assert axes.get_xlim()[1] > 340
    assert [label.get_text() for label in axes.get_xticklabels()] == ["0", "100%", "200%", "300%"]


@pytest.mark.parametrize("broad", [False, True])
def test_the_texts_of_a_dozen_shares_stand_apart_within_the_chart(broad: bool) -> None:
    long = (
        "Tỷ lệ tổ chức cơ sở đảng được xếp loại hoàn thành tốt nhiệm vụ trở lên, trong đó xuất sắc"
    )
    rows = [(f"{long} {n}", n * 9.0, 99.0 - n * 9) for n in range(12)]
    figure = target_chart(bars(*rows), broad)
    FigureCanvasAgg(figure).draw()
    wide, high = figure.get_size_inches() * figure.dpi
    texts = axes_of(figure).texts
    boxes = [text.get_window_extent() for text in texts]
    for n, box in enumerate(boxes):
        assert box.x0 >= -1 and box.x1 <= wide and box.y0 >= 0 and box.y1 <= high
        assert not any(box.overlaps(other) for other in boxes[:n])
    assert {name for name, *_ in rows} <= {text.get_text().replace("\n", " ") for text in texts}


def test_bars_start_at_0_and_the_claim_stands_beside_what_was_computed() -> None:
    figure = claim_chart(153.3, 150.0, ("153.3", "150"), ("computed", "stated"))
    bars = axes_of(figure).patches
    assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(0, 153.3), (0, 150)]
    assert {"computed", "stated", "153.3", "150"} <= set(words(figure))


@pytest.mark.parametrize(
    "label", ["153.3", "153.3 people a year", "153.3 thousand tonnes of rice a year"]
)
def test_the_words_beside_a_stated_mean_stay_within_the_chart(label: str) -> None:
    figure = claim_chart(153.3, 150.0, (label, label), ("computed", "stated"))
    wide = figure.get_size_inches()[0] * figure.dpi
    assert all(text.get_window_extent().x1 <= wide for text in axes_of(figure).texts)
    assert axes_of(figure).patches[0].get_window_extent().width >= 0.25 * wide
