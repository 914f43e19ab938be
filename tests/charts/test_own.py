import re
from collections.abc import Iterator

import matplotlib
import pandas as pd
import pytest
from matplotlib import pyplot
from matplotlib.figure import Figure

from giaoban.charts import chart, spoken, told_by, use_style
from giaoban.errors import GiaobanError

YEARS = pd.DataFrame({"value": [93.75, 97.8]}, index=pd.Index([2021, 2022], name="year"))


@pytest.fixture(autouse=True)
def drawing() -> Iterator[None]:
    matplotlib.use("Agg")
    with matplotlib.rc_context():
        use_style()
        yield
    pyplot.close("all")


def test_it_says_its_title_and_its_numbers_and_is_not_shown_once_more() -> None:
    shown = chart(YEARS.plot(), "Tổ chức <đảng>", "2021: 93,75%; 2022: 97,8%", "vi")
    assert '<desc id="' in shown.html
    assert "2021: 93,75%; 2022: 97,8%</desc>" in shown.html
    assert "<figcaption>Tổ chức &lt;đảng&gt;</figcaption>" in shown.html
    assert pyplot.get_fignums() == []


def test_columns_and_decimals_are_written_in_the_language() -> None:
    shown = chart(YEARS.plot(), "Title", "Numbers", "vi").html
    assert ">Giá trị</text>" in shown
    assert ">Năm</text>" in shown
    shares = pd.Series([0.1, 0.4], index=[2021, 2022])
    assert re.search(r">0,\d+</text>", chart(shares.plot(), "Title", "Numbers", "vi").html)
    assert ">Value</text>" in chart(YEARS.plot(), "Title", "Numbers", "en").html


def test_no_tick_stands_between_two_years() -> None:
    shown = chart(YEARS.plot(), "Title", "Numbers", "en").html
    assert ">2021</text>" in shown
    assert ">2021.5</text>" not in shown


@pytest.mark.parametrize(("lang", "month"), [("vi", "thg 2"), ("en", "Feb")])
def test_months_are_called_as_the_language_calls_them(lang: str, month: str) -> None:
    days = pd.date_range("2024-01-31", periods=4, freq="ME")
    shown = chart(pd.Series([1.0, 2, 3, 4], index=days).plot(), "Title", "Numbers", lang)
    assert month in shown.html


def test_names_of_bars_are_broken_and_their_axis_has_no_name() -> None:
    name = "Cán bộ chủ chốt có trình độ trung cấp lý luận chính trị"
    bars = pd.DataFrame({"title": [name, "Hộ nghèo"], "value": [73.8, 1.4]})
    shown = chart(bars.plot.barh(x="title", y="value"), "Title", "Numbers", "vi").html
    assert name not in shown
    assert ">Hộ nghèo</text>" in shown
    assert ">Chỉ số</text>" not in shown


def test_each_of_several_axes_is_shown() -> None:
    both = YEARS.assign(other=[1, 2]).plot(subplots=True)
    shown = chart(both, "Title", "Numbers", "en").html
    assert ">Value</text>" in shown
    assert ">other</text>" in shown


def test_the_same_chart_gives_the_same_bytes() -> None:
    first, second = (chart(YEARS.plot(), "Title", "Numbers", "vi").html for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("title", "description", "name"), [("", "Numbers", "title"), ("Title", " ", "description")]
)
def test_a_chart_without_words_is_refused(title: str, description: str, name: str) -> None:
    with pytest.raises(GiaobanError, match=f"chart: {name} is empty"):
        chart(YEARS.plot(), title, description)


def test_what_is_no_chart_is_refused() -> None:
    with pytest.raises(GiaobanError, match="nothing was drawn"):
        chart([], "Title", "Numbers")


def test_a_figure_without_a_description_says_the_words_in_it_in_the_language() -> None:
    figure = YEARS.plot(title="Một hình").figure
    assert isinstance(figure, Figure)
    spoken(figure, "vi")
    spoken(figure, "vi")
    assert told_by(figure) == "Một hình; Năm; Giá trị"
