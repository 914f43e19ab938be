import re
import warnings
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from drawn import TICKS, points
from matplotlib import rc_context
from matplotlib.figure import Figure

from giaoban.charts import inline_svg, save_chart, standing_alone, svg_text, trend_chart
from giaoban.charts.canvas import canvas
from giaoban.style import COLOURS

TITLE, DESCRIPTION = 'Xếp loại "tốt" & <khá>', "2021: 93.75%; 2022: < 97.8%"

# What some library takes for a command, a formula, a colour, an id, or has no letter for.
ODD = [
    r"$\frac{$",
    r"xã $x_1$ và \$5",
    f"{COLOURS['first']} font-family: serif",
    'a id="text_1" b',
    "<!-- c --> <b>&amp;</b>",
    "Huyện 河 😀",
    "'DejaVu Sans'",
]


@pytest.fixture
def figure() -> Figure:
    return drawn()


def drawn() -> Figure:
    return trend_chart(points((2021, 93.75, 0), (2022, 97.8, 1)), ("not < comparable", ""), TICKS)


def inlined(name: str) -> str:
    return inline_svg(svg_text(drawn(), name), name, TITLE, DESCRIPTION)


def ids(svg: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', svg))


def test_a_chart_drawn_anew_is_the_same_svg_with_its_words_as_text() -> None:
    svg = svg_text(drawn(), "trend")
    assert svg == svg_text(drawn(), "trend")
    nodes = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    assert {"93.75%", "97.8%", "not < comparable"} <= {node.text for node in nodes}


def test_a_chart_in_the_page_is_read_out_by_its_title_and_description() -> None:
    svg = ElementTree.fromstring(inlined("trend"))
    told = {node.get("id"): node.text for node in svg if node.get("id")}
    assert svg.get("role") == "img"
    assert [told[name] for name in svg.get("aria-labelledby", "").split()] == [TITLE, DESCRIPTION]


def test_two_charts_of_one_page_share_no_id_and_each_finds_its_own() -> None:
    one, other = inlined("one"), inlined("other")
    assert ids(one) & ids(other) == set()
    for svg in (one, other):
        led_to = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg))
        assert led_to
        assert {a or b for a, b in led_to} <= ids(svg)


def test_the_page_sets_the_colours_and_the_font_of_a_chart_in_it() -> None:
    svg = inlined("trend")
    bare = re.sub(r"var\(--[\w-]+,#\w+\)", "", svg)
    assert bare != svg
    assert [name for name, colour in COLOURS.items() if colour in bare] == []
    assert set(re.findall(r"font-family: ([^;\"]+)", svg)) <= {"inherit"}
    assert re.findall(r"<(?:style|metadata|!--)", svg) == []


def test_a_heading_and_a_foot_stand_above_and_below_a_chart_which_keeps_its_size() -> None:
    svg = svg_text(drawn(), "trend")
    alone = BeautifulSoup(
        standing_alone(svg, "one line\nand another", "04-CTr/HU · 14/03/2023"), "xml"
    )
    whole, chart = alone.select("svg")
    one, another, foot = whole.find_all("text", recursive=False)
    assert [t.text for t in (one, another, foot)] == [
        "one line",
        "and another",
        "04-CTr/HU · 14/03/2023",
    ]
    top, height = float(str(chart["y"])), float(str(chart["height"]))
    assert f'viewBox="{chart["viewBox"]}"' in svg
    assert (
        float(str(one["y"])) < float(str(another["y"])) < top < top + height < float(str(foot["y"]))
    )
    assert float(str(foot["y"])) < float(str(whole["height"]).removesuffix("pt"))


def test_a_chart_is_kept_as_its_svg_and_the_picture_of_an_older_one_goes(tmp_path: Path) -> None:
    picture = tmp_path / "figures/trend.vi.png"
    written = save_chart("<svg/>", tmp_path / "figures" / "trend.vi")
    assert (written.name, written.read_text("utf-8")) == ("trend.vi.svg", "<svg/>")
    picture.write_bytes(b"of it")
    save_chart("<svg/>", tmp_path / "figures" / "trend.vi")
    assert picture.is_file()
    save_chart("<svg></svg>", tmp_path / "figures" / "trend.vi")
    assert not picture.is_file()


def alone_of(text: str) -> str:
    return standing_alone(svg_text(figure_of(text), "odd"), text.replace("\n", " "), text)


def figure_of(text: str) -> Figure:
    """Draw a text in every place that a chart has for one."""
    with canvas(3, left=1, right=1, top=0.5, bottom=0.5) as (figure, axes):
        axes.plot([0, 1], [0, 1], label=text)
        axes.set_xticks([0, 1], [text, text])
        axes.set_yticks([0], [text])
        axes.set_title(text)
        axes.set_xlabel(text)
        axes.set_ylabel(text)
        axes.text(0.5, 0.5, text)
        axes.annotate(text, (0.5, 0.2))
        axes.legend()
    return figure


@pytest.mark.parametrize("text", ODD)
def test_a_text_of_the_data_is_never_markup_in_a_chart(text: str) -> None:
    page = inline_svg(svg_text(figure_of(text), "odd"), "odd", text, text)
    svg = BeautifulSoup(page, "html.parser")
    assert [found.get_text() for found in svg.select("text")] == [text] * 9
    assert svg.select("title, desc")[0].get_text() == text
    assert not svg.select("b")


@pytest.mark.parametrize("text", ODD)
def test_a_chart_is_a_drawing_whatever_its_letters_and_nothing_is_told(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        told = BeautifulSoup(alone_of(text), "xml").select("text")
    assert [found.text for found in told] == [text] * 11


def test_another_warning_of_a_chart_is_told() -> None:
    with canvas(3) as (figure, axes):
        axes.set_title("one")
    figure.set_layout_engine("tight")
    figure.set_size_inches(0.1, 0.1)
    with pytest.warns(UserWarning, match="[Tt]ight"):
        svg_text(figure, "small")


def test_dollar_signs_are_no_formula_where_somebodys_own_settings_say_so() -> None:
    with rc_context({"text.parse_math": True, "text.usetex": True}):
        figure = figure_of("$x$")
        assert "$x$" in svg_text(figure, "own")
