import re
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browsers import BROWSERS, program
from click.testing import CliRunner
from places import RAW
from pypdf import PdfReader

from giaoban.analysis import Review
from giaoban.cli import main
from giaoban.errors import GiaobanError
from giaoban.render import pdf
from giaoban.render.pdf import print_page

A4 = (595, 842)
# Where the annexes begin, at the latest.
ANNEXED = {"04-CTr-HU.vi": 5, "04-CTr-HU.en": 5, "demo.en": 13}
PAGES = {"04-CTr-HU.vi": (6, 16), "04-CTr-HU.en": (6, 16), "demo.en": (20, 60)}


class Headings(HTMLParser):
    """Collects a page's headings."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {"h1": [], "h2": [], "h3": []}
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in self.found:
            self.inside = tag
            self.found[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[self.inside][-1] += data


def letters(text: str) -> str:
    """Take a text without its spaces, which a line break may swallow, and without ligatures."""
    return re.sub(r"\s|¶", "", unicodedata.normalize("NFKC", text))


def headings(page: Path, tag: str) -> list[str]:
    parser = Headings()
    parser.feed(page.read_text("utf-8"))
    return [letters(text) for text in parser.found[tag]]


def outline(entries: list[Any], depth: int = 0) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, depth + 1)
        else:
            yield depth, letters(entry.title)


@pytest.fixture(scope="module")
def pages(pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give pages beside which a PDF may be written."""
    folder = tmp_path_factory.mktemp("pages")
    copies = {name: folder / name / page.parent.name / page.name for name, page in pages.items()}
    for name, copy in copies.items():
        copy.parent.mkdir(parents=True)
        shutil.copy(pages[name], copy)
    return copies


@pytest.fixture(scope="module")
def printed(pages: dict[str, Path]) -> dict[str, Path]:
    program(*BROWSERS["chromium"], package="chromium")
    return {name: print_page(page, page.parent.name) for name, page in pages.items()}


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def read(printed: dict[str, Path], name: str) -> PdfReader:
    return PdfReader(printed[name], strict=True)


@cache
def texts(path: Path) -> list[str]:
    """Give the text of each page."""
    return [page.extract_text() for page in PdfReader(path, strict=True).pages]


def test_a_pdf_stands_beside_its_page(
    printed: dict[str, Path], pages: dict[str, Path], name: str
) -> None:
    assert printed[name] == pages[name].with_suffix(".pdf")
    assert [path.name for path in printed[name].parent.iterdir() if path.name[0] == "."] == []


def test_a_pdf_is_tagged_and_says_its_title_its_language_and_its_meeting(
    read: PdfReader, pages: dict[str, Path], name: str
) -> None:
    root: Any = read.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == name.rpartition(".")[2]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    (title,) = re.findall(r"<title>(.*?)</title>", pages[name].read_text("utf-8"))
    about: Any = read.metadata
    day = f"D:{pages[name].parent.name.replace('-', '')}000000+00'00'"
    assert (about.title, about["/CreationDate"], about["/ModDate"]) == (title, day, day)


def test_the_outline_has_every_heading_under_the_title(
    read: PdfReader, pages: dict[str, Path], name: str
) -> None:
    told = list(outline(read.outline))
    page = pages[name]
    assert [text for depth, text in told if depth == 0] == headings(page, "h1")
    assert [text for depth, text in told if depth == 1] == headings(page, "h2")
    assert [text for depth, text in told if depth == 2] == headings(page, "h3")


def test_every_page_is_a4_has_its_number_and_text(
    read: PdfReader, printed: dict[str, Path], name: str
) -> None:
    fewest, most = PAGES[name]
    count = len(read.pages)
    assert fewest <= count <= most
    for number, (page, text) in enumerate(
        zip(read.pages, texts(printed[name]), strict=True), start=1
    ):
        size = round(page.mediabox.width), round(page.mediabox.height)
        assert tuple(sorted(size)) == A4
        assert f"{number} / {count}" in text
        assert len(text) > 100, f"page {number} is blank"


def test_the_offices_table_alone_stands_on_pages_on_their_side(
    read: PdfReader, pages: dict[str, Path], name: str
) -> None:
    wide = [p.extract_text() for p in read.pages if p.mediabox.width > p.mediabox.height]
    html = pages[name].read_text("utf-8")
    (heading,) = re.findall(r'<h2>(.*?)</h2></summary>\s*<div id="office">', html)
    begins = [letters(heading) in letters(text) for text in wide]
    assert begins == [True, *[False] * (len(wide) - 1)]


def test_what_the_meeting_reads_takes_few_pages_before_the_annexes(
    read: PdfReader, printed: dict[str, Path], pages: dict[str, Path], name: str
) -> None:
    html = pages[name].read_text("utf-8")
    (first, *_) = re.findall(r'<details class="annex part">\s*<summary><h2>(.*?)</h2>', html)
    begins = [letters(first) in letters(text) for text in texts(printed[name])].index(True) + 1
    assert begins <= ANNEXED[name]


def test_the_text_can_be_read_out_with_every_h2(
    printed: dict[str, Path], pages: dict[str, Path], name: str
) -> None:
    text = letters("".join(texts(printed[name])))
    assert [heading for heading in headings(pages[name], "h2") if heading not in text] == []


def test_vietnamese_letters_are_text(printed: dict[str, Path]) -> None:
    text = "".join(texts(printed["04-CTr-HU.vi"]))
    assert {"ệ", "ữ", "ằ", "ỹ", "đ"} <= set(unicodedata.normalize("NFC", text))


def test_the_browser_adds_no_header_or_footer_of_its_own(
    printed: dict[str, Path], name: str
) -> None:
    assert "file://" not in "".join(texts(printed[name]))


def test_the_same_page_gives_the_same_bytes_in_another_second(
    printed: dict[str, Path], pages: dict[str, Path], tmp_path: Path, name: str
) -> None:
    page = tmp_path / "a page.html"
    page.write_bytes(pages[name].read_bytes())
    time.sleep(1.1)
    again = print_page(page, pages[name].parent.name).read_bytes().splitlines()
    before = printed[name].read_bytes().splitlines()
    differing = [pair for pair in zip(before, again, strict=False) if pair[0] != pair[1]]
    assert (differing[:20], len(again)) == ([], len(before))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text("<!DOCTYPE html><title>A page</title><h1>A page</h1>")
    return path


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Name a program of a few lines as the browser."""

    def named(script: str) -> Path:
        path = tmp_path / "browser"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("GIAOBAN_BROWSER", str(path))
        return path

    return named


def test_what_the_browser_counted_before_the_page_leaves_no_mark(
    page: Path, stand_in: Callable[[str], Path]
) -> None:
    made = []
    for first, second in (("00000108", "00000120"), ("00000099", "00000111")):
        cells = f"/ID (node{first})\\n/Headers [(node{first}) (node{second})]"
        put = f'for word; do case $word in --print-to-pdf=*) printf "{cells}" >"${{word#*=}}";; esac; done'
        stand_in(put)
        made.append(print_page(page, "2023-03-14").read_bytes())
    assert made[0] == b"/ID (node00000001)\n/Headers [(node00000001) (node00000002)]"
    assert made[1] == made[0]


def test_a_browser_is_found_by_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stand_in: Callable[[str], Path]
) -> None:
    edge = stand_in("exit 0").rename(tmp_path / "microsoft-edge")
    monkeypatch.delenv("GIAOBAN_BROWSER")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pdf.find_browser() == str(edge)


def test_a_browser_is_found_where_windows_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stand_in: Callable[[str], Path]
) -> None:
    folder = tmp_path / "Microsoft/Edge/Application"
    folder.mkdir(parents=True)
    edge = stand_in("exit 0").rename(folder / "msedge.exe")
    monkeypatch.delenv("GIAOBAN_BROWSER")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    assert pdf.find_browser() == str(edge)


@pytest.mark.slow
def test_without_a_browser_the_command_says_what_to_do_and_keeps_the_html(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "MAC", ())
    words = ["report", "04-CTr-HU", "--pdf", "--raw", str(RAW), "--out", str(tmp_path)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 1
    (told,) = [line for line in done.stderr.splitlines() if "browser" in line]
    assert "looked for chromium, " in told
    assert "install Chromium, Chrome or Edge, or set GIAOBAN_BROWSER" in told
    kept = sorted(path.name for path in (tmp_path / "reports").rglob("*.*") if path.is_file())
    assert kept == [
        "index.html",
        "my-duc.en.html",
        "my-duc.en.ipynb",
        "my-duc.en.json",
        "my-duc.vi.html",
        "my-duc.vi.ipynb",
        "my-duc.vi.json",
    ]


def test_a_named_browser_that_is_not_there_is_told_by_its_name(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIAOBAN_BROWSER", "/nowhere/chromium")
    with pytest.raises(GiaobanError, match="looked for /nowhere/chromium") as error:
        print_page(page, "2023-03-14")
    assert error.value.exit_code == 1


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'no display' >&2; exit 3", "exit code 3: no display"),
        ("exit 0", "exit code 0: –"),
        ("exec sleep 60", "not done after 1 seconds"),
    ],
)
def test_a_browser_that_prints_nothing_is_told_and_an_earlier_pdf_stays(
    page: Path,
    stand_in: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    told: str,
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 1)
    browser = stand_in(script)
    earlier = page.with_suffix(".pdf")
    earlier.write_text("an earlier PDF")
    with pytest.raises(GiaobanError, match=re.escape(f"{browser}: printed no PDF ({told})")) as no:
        print_page(page, "2023-03-14")
    assert no.value.exit_code == 1
    assert earlier.read_text() == "an earlier PDF"
    assert sorted(path.name for path in page.parent.iterdir()) == [
        "browser",
        "page.html",
        "page.pdf",
    ]


@pytest.mark.slow
def test_the_command_prints_where_each_pdf_is(tmp_path: Path) -> None:
    program(*BROWSERS["chromium"], package="chromium")
    words = ["report", "04-CTr-HU", "--pdf", "--lang", "vi", "--raw", str(RAW)]
    done = CliRunner().invoke(main, [*words, "--out", str(tmp_path)])
    assert done.exit_code == 0
    path = tmp_path / "reports/04-CTr-HU/2023-03-14/my-duc.vi.pdf"
    assert str(path) in done.stdout.splitlines()
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_frame_of_many_columns_is_printed_whole_on_pages_on_their_side(
    pages: dict[str, Path], tmp_path: Path, review: Review
) -> None:
    program(*BROWSERS["chromium"], package="chromium")
    latest = review.latest.iloc[:3, :20]
    frame = latest.to_html()
    html = pages["04-CTr-HU.en"].read_text("utf-8")
    page = tmp_path / "wide.html"
    page.write_text(html.replace("</main>", f"<div>{frame}</div></main>"), "utf-8")
    *_, last = PdfReader(print_page(page, "2023-03-14"), strict=True).pages
    told = letters(last.extract_text())
    assert (round(last.mediabox.width), round(last.mediabox.height)) == A4[::-1]
    assert [name for name in map(str, latest) if letters(name) not in told] == []
