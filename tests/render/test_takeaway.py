"""Every table and chart of a page lies in a link under it, as a file of its own."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag

from giaoban.render.takeaway import with_downloads

PAGE = {"lang": "en", "programme": "P", "unit": "U", "meeting": "14/03/2023", "synthetic": False}
SVG = "{http://www.w3.org/2000/svg}"


def linked(html: str) -> dict[str, str]:
    """Give what lies in the links of a piece of HTML, by the names of the files."""
    links = BeautifulSoup(html, "html.parser").select("p.take > a[download]")
    return {str(a["download"]): unquote(str(a["href"]).partition(",")[2]) for a in links}


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:]), delimiter=delimiter))


def table(*cells: str) -> str:
    body = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<table><caption>A / B</caption><tbody><tr>{body}</tr></tbody></table>"


def test_a_table_is_a_csv_file_named_by_its_caption() -> None:
    html = with_downloads(table("1,5", "x &lt; y"), [], PAGE)
    assert linked(html) == {"A - B.csv": '\ufeff"1,5",x < y\r\n'}


def test_a_cell_has_no_footnotes_and_its_small_print_after_a_semicolon() -> None:
    cell = 'over 89%<sup><a href="#note-5">5</a></sup> <span class="why">2022</span>'
    (text,) = linked(with_downloads(table(cell), [], PAGE)).values()
    assert rows(text) == [["over 89%; 2022"]]


def test_what_begins_like_a_formula_begins_none_and_a_signed_number_stays_one() -> None:
    (text,) = linked(with_downloads(table("=1+1", "+46", "-1.5%"), [], PAGE)).values()
    assert rows(text) == [["'=1+1", "+46", "-1.5%"]]


def test_columns_are_parted_as_spreadsheets_of_the_language_expect() -> None:
    (text,) = linked(with_downloads(table("1,5", "2"), [], PAGE | {"lang": "vi"})).values()
    assert rows(text, ";") == [["1,5", "2"]]


def test_what_is_no_table_and_no_chart_stays_as_it_is() -> None:
    html = "<p>a &amp; b</p><svg class='spark'></svg>"
    assert with_downloads(html, [], PAGE) == html


def section(charts: int) -> tuple[str, list[dict[str, str]]]:
    drawn = '<path style="fill: none"/><path class="own"/>'
    figures = [
        f'<figure><svg class="chart" viewBox="0 0 9 9" aria-labelledby="{n}-title {n}-desc">'
        f'<title id="{n}-title">T</title>{drawn}</svg></figure>'
        for n in range(charts)
    ]
    return "".join(figures), [{"name": str(n), "heading": "H", "title": "T"} for n in range(charts)]


def test_each_of_twenty_charts_can_be_taken_away_and_of_more_none_is_copied() -> None:
    assert len(linked(with_downloads(*section(20), PAGE))) == 20
    assert not linked(with_downloads(*section(21), PAGE))


def test_of_many_charts_each_look_is_said_once() -> None:
    html = with_downloads(*section(21), PAGE)
    (rule,) = re.findall(r"<style>svg \.(\w+)\{fill: none\}</style>", html)
    assert html.count(f'<path class="{rule}"/>') == 21
    assert html.count("fill: none") == 1 and html.count('class="own"') == 21


@pytest.fixture(params=["04-CTr-HU.vi", "demo.en"])
def page(request: pytest.FixtureRequest, pages: dict[str, Path]) -> BeautifulSoup:
    return BeautifulSoup(pages[request.param].read_text("utf-8"), "html.parser")


@pytest.mark.slow
def test_every_table_of_a_page_can_be_taken_away_row_by_row(page: BeautifulSoup) -> None:
    tables = page.select("main table")
    assert len(tables) > 8
    for shown in tables:
        link = shown.find_next_sibling("p", class_="take")
        assert isinstance(link, Tag)
        (text,) = linked(str(link)).values()
        told = rows(text, ";" if page.select("html[lang=vi]") else ",")
        assert len(told) == len(shown.select("tr"))
        assert {len(row) for row in told} == {len(shown.select("thead th"))}


@pytest.mark.slow
def test_every_chart_of_a_page_can_be_taken_away_and_stands_alone(page: BeautifulSoup) -> None:
    figures = page.select("figure:has(> svg.chart)")
    assert len(figures) > 3
    (synthetic,) = page.select("meta[name=giaoban-synthetic]")
    for figure in figures:
        (link,) = figure.select(":scope > p.take")
        ((name, text),) = linked(str(link)).items()
        assert name.endswith(".svg")
        drawn = ElementTree.fromstring(text)  # noqa: S314 - it is our own
        assert drawn.tag == f"{SVG}svg"
        told = " ".join("".join(t.itertext()) for t in drawn.iter(f"{SVG}text"))
        caption = " ".join(figure.select("figcaption")[0].get_text().split())
        assert caption in told
        assert "14/03/2023" in told or "15/07/2025" in told
        assert str("Made-up figures" in told) == synthetic["content"]
        assert "var(" not in text
        assert not re.search(r"https?://(?!www\.w3\.org/)", text)


@pytest.mark.slow
def test_no_two_files_of_the_charts_have_one_name(page: BeautifulSoup) -> None:
    names = [str(a["download"]) for a in page.select("figure > p.take > a")]
    assert len(names) == len(set(names))


def test_a_frame_is_written_as_the_page_writes_numbers_and_gaps() -> None:
    frame = pd.DataFrame({"x": [1.5, None]})
    html = with_downloads(frame.to_html(), [], PAGE | {"lang": "vi"})
    assert rows(linked(html)["table.csv"], ";") == [["", "x"], ["0", "1,5"], ["1", "–"]]
    assert "1,5" in html.partition("<p")[0]


def test_a_frame_that_was_shortened_is_no_file() -> None:
    frame = pd.DataFrame({"x": range(9)})
    assert linked(with_downloads(frame.to_html(max_rows=4), [], PAGE)) == {}
