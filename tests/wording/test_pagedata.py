import json
import subprocess
import sys
from pathlib import Path

import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup, Tag

from giaoban.errors import GiaobanError
from giaoban.wording.pagedata import PageData, digest_of, read_page_data

TITLE = {
    "lang": "vi",
    "title": "Hội nghị",
    "programme": "P/1",
    "meeting": "14/03/2023",
    "unit": "Huyện",
    "synthetic": False,
    "headline": "Một câu",
    "inputs": "",
    "eyebrow": "P/1 · Huyện · 14/03/2023",
    "subtitle": "Chương trình P/1",
    "banners": [],
}


@pytest.fixture(params=REPORTS)
def page(request: pytest.FixtureRequest, pages: dict[str, Path]) -> Path:
    return pages[request.param]


@pytest.fixture
def data(page: Path) -> PageData:
    return read_page_data(page)


@pytest.fixture
def soup(page: Path) -> BeautifulSoup:
    """Read a page as somebody does who passes over footnote numbers and drawings."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    for mark in soup.select("sup, svg.shape"):
        mark.decompose()
    return soup


def text(node: Tag) -> str:
    return " ".join(node.get_text(" ").split())


def letters(text: str) -> str:
    return "".join(text.split())


def test_the_data_say_what_the_page_says_around_its_title(
    data: PageData, soup: BeautifulSoup
) -> None:
    shown = [text(soup.select(place)[0]) for place in (".eyebrow", "h1", "h1 + p")]
    assert shown == [data.eyebrow, data.title, data.subtitle]
    assert data.banners == [list(map(text, b.select("p, li"))) for b in soup.select(".banner")]
    assert data.headline == soup.select("meta[name=description]")[0]["content"]
    assert data.inputs == soup.select("meta[name=giaoban-inputs]")[0]["content"] != ""


def test_the_data_say_the_summary_that_the_page_shows(data: PageData, soup: BeautifulSoup) -> None:
    shown = [letters(item.get_text()) for item in soup.select(".summary li")]
    assert shown == [letters("".join(line)) for line in data.summary]
    assert len(shown) == 5


def test_the_data_have_every_row_of_the_scorecard_cell_by_cell(
    data: PageData, soup: BeautifulSoup
) -> None:
    titles = list(map(text, soup.select(".scorecard thead th")))
    assert data.scorecard.header == titles[:2] + titles[3:]
    rows = soup.select(".scorecard tbody tr")
    for row, shown in zip(data.scorecard.rows, rows, strict=True):
        name, figure, _, *others = (letters(cell.get_text()) for cell in shown.select("th, td"))
        cells = (row.name, row.figure, row.change, row.target, row.status)
        assert [letters("".join(lines)) for lines in cells] == [name, figure, *others]
        assert str(shown.select("[data-indicator]")[0]["data-indicator"]) == row.indicator
        assert row.judged in str(shown.select(".status")[0]["class"])
        assert row.comparable != bool(shown.select(".apart"))


def test_the_data_name_every_chart_in_the_order_of_the_page(
    data: PageData, soup: BeautifulSoup
) -> None:
    charts = soup.select("svg.chart")
    assert [c.name for c in data.charts] == [
        str(svg["aria-labelledby"]).split()[0].removesuffix("-title") for svg in charts
    ]
    for chart, svg in zip(data.charts, charts, strict=True):
        section = svg.find_parent("section")
        assert section
        assert [chart.heading] == list(map(text, section.select("h2, h3")))[:1]
        assert [chart.title] == list(map(text, svg.select("title")))[:1]
        assert [chart.description] == list(map(text, svg.select("desc")))


def test_the_data_have_every_change_or_say_that_there_is_none(
    data: PageData, soup: BeautifulSoup
) -> None:
    tables = soup.select("section[aria-labelledby=changes] table")
    assert [table.caption for table in data.changes] == [
        text(t.select("caption")[0]) for t in tables
    ]
    for told, table in zip(data.changes, tables, strict=True):
        assert told.header == list(map(text, table.select("thead th")))
        rows = [list(map(text, row.select("th, td"))) for row in table.select("tbody tr")]
        assert told.rows == rows
    silent = {str(div["id"]): text(div.select("dd")[0]) for div in soup.select(".silent > div")}
    assert data.silent == silent
    assert bool(tables) != ("changes" in silent)


def test_the_data_have_every_heading_by_its_anchor(data: PageData, soup: BeautifulSoup) -> None:
    shown = {str(h["id"]): text(h) for h in soup.select("section.part > h2[id]")}
    shown |= {str(div["id"]): text(div.select("dt")[0]) for div in soup.select(".silent > div")}
    shown.pop("silent", None)
    assert data.headings == shown


def test_the_data_know_their_page(data: PageData, page: Path) -> None:
    assert data.digest == digest_of(page.read_text("utf-8"))
    assert data.digest != digest_of(page.read_text("utf-8") + "x")
    assert digest_of("one\r\ntwo\n") == digest_of("one\ntwo\n")


def test_what_was_written_is_read_back(data: PageData, page: Path) -> None:
    written = page.with_suffix(".json").read_text("utf-8")
    assert PageData.of(json.loads(written)) == data
    assert data.as_json() == written


def test_nbconvert_writes_the_same_page_and_data(
    data: PageData, page: Path, tmp_path: Path
) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "nbconvert",
        "--to",
        "giaoban",
        "--output-dir",
        tmp_path,
    ]
    notebook = page.with_suffix(".ipynb")
    subprocess.run([*command, notebook], check=True, capture_output=True)
    for path in (page, page.with_suffix(".json")):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_texts_are_composed_and_stand_on_one_line() -> None:
    said = TITLE | {"title": "Ho\u0323\u0302i\r\nBcc: x@y.vn", "banners": [["a  b", "c\nd"]]}
    data = PageData.of(said)
    assert (data.title, data.banners) == ("Hội Bcc: x@y.vn", [["a b", "c d"]])


@pytest.mark.parametrize("text", ["", "[1]", "{}", '{"lang": "vi"}', "{"])
def test_a_file_that_is_no_such_data_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "u.vi.json").write_text(text)
    with pytest.raises(GiaobanError, match=r"u\.vi\.html: made by an older giaoban"):
        read_page_data(tmp_path / "u.vi.html")
