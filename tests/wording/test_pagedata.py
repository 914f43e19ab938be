import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup, Tag

from giaoban.errors import GiaobanError
from giaoban.wording import (
    ChangesTable,
    ChartText,
    PageData,
    Scorecard,
    ScorecardRow,
    digest_of,
    read_page_data,
)

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
    told = [list(map(text, notice.select("p, li"))) for notice in soup.select(".banner")]
    assert data.banners + data.gaps == told
    assert data.headline == soup.select("meta[name=description]")[0]["content"]
    assert data.inputs == soup.select("meta[name=giaoban-inputs]")[0]["content"] != ""


def test_the_data_say_the_summary_that_the_page_shows(data: PageData, soup: BeautifulSoup) -> None:
    shown = [letters(item.get_text()) for item in soup.select(".summary li")]
    assert shown == [letters("".join(line)) for line in data.summary]
    assert 3 <= len(shown) <= 8


def test_a_page_is_short_before_its_annexes(page: Path, soup: BeautifulSoup) -> None:
    for fold in soup.select("details, style, svg"):
        fold.decompose()
    words = len(soup.body.get_text(" ").split()) if soup.body else 0
    # In Vietnamese each syllable is a word of its own here.
    assert 300 < words <= (5000 if page.name.startswith("mau") else 1500)


def test_the_data_have_every_row_of_the_scorecard_cell_by_cell(
    data: PageData, soup: BeautifulSoup
) -> None:
    for picture in soup.select(".scorecard :is(thead th:nth-of-type(3), td:nth-of-type(2))"):
        if soup.select(".scorecard .spark"):
            picture["hidden"] = ""
    titles = list(map(text, soup.select(".scorecard thead th:not([hidden])")))
    assert data.scorecard.header == titles
    rows = soup.select(".scorecard tbody tr")
    for row, shown in zip(data.scorecard.rows, rows, strict=True):
        told = [letters(cell.get_text()) for cell in shown.select("th, td:not([hidden])")]
        cells = (row.name, row.figure, row.change, row.target, row.status)
        assert [letters("".join(lines)) for lines in cells] == told
        assert str(shown.select("[data-indicator]")[0]["data-indicator"]) == row.indicator
        judged = {row.judged, *(["better_than_asked"] * (row.judged == "exceeded"))}
        assert judged & {*shown.select(".status")[0].get_attribute_list("class")}
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
        assert rows
    silent = {str(div["id"]): text(div.select("dd")[0]) for div in soup.select(".silent > div")}
    assert data.silent == silent
    assert bool(tables) != ("changes" in silent)


def test_the_data_have_every_heading_by_its_anchor(data: PageData, soup: BeautifulSoup) -> None:
    shown = {str(h["id"]): text(h) for h in soup.select("section.part > h2[id]")}
    for fold in soup.select(".annex"):
        (anchor, *_) = (str(inner["id"]) for inner in fold.select("summary + [id]"))
        shown[anchor] = text(fold.select("summary h2")[0])
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


def test_what_a_page_holds_is_written_as_json_and_read_back_part_by_part(tmp_path: Path) -> None:
    row = ScorecardRow(
        indicator="orgs-rated",
        name=["Tổ chức cơ sở đảng", "hoàn thành tốt"],
        figure=["97,8%", "2022"],
        change=["không so sánh được"],
        target=["–"],
        status=["chưa kết luận được"],
        judged="undetermined",
        comparable=False,
    )
    header = ["Chỉ tiêu", "Kỳ", "Thay đổi", "Trước", "Sau"]
    written = replace(
        PageData.of(TITLE),
        scorecard=Scorecard(["Chỉ tiêu", "Số liệu"], [row]),
        charts=[ChartText("trend-orgs-rated", "Kết quả", "Tăng", "2021: 93,75%")],
        changes=[ChangesTable("Số liệu", header, [["a", "2022", "sửa", "1", "2"]])],
    )
    (tmp_path / "u.vi.json").write_text(written.as_json(), "utf-8")
    read = read_page_data(tmp_path / "u.vi.html")
    assert read == written
    assert (read.scorecard.rows, read.charts[0].name) == ([row], "trend-orgs-rated")
    assert read.changes[0].rows == [["a", "2022", "sửa", "1", "2"]]


def test_a_page_without_scorecard_charts_and_changes_has_none_of_them() -> None:
    data = PageData.of(TITLE)
    assert (data.scorecard, data.charts, data.changes) == (Scorecard(), [], [])


def test_what_else_a_file_says_is_passed_over() -> None:
    assert PageData.of(TITLE | {"colour": "red"}) == PageData.of(TITLE)


CHART = {"name": "x", "heading": "y", "title": "without a description"}


@pytest.mark.parametrize(
    "text", ["", "[1]", "{}", '{"lang": "vi"}', "{", json.dumps(TITLE | {"charts": [CHART]})]
)
def test_a_file_that_is_no_such_data_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "u.vi.json").write_text(text)
    with pytest.raises(GiaobanError, match=r"u\.vi\.html: made by an older giaoban"):
        read_page_data(tmp_path / "u.vi.html")
