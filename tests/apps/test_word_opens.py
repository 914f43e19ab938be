"""LibreOffice opens the Word file of a report and prints it."""

import re
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import docx
import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup
from office import saved
from pypdf import PageObject, PdfReader

from giaoban.render.word import write_docx

# Upright, and on its side for a wide table.
A4 = {(595, 842), (842, 595)}
WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")
# Where the annexes begin, at the latest.
ANNEXED = {"04-CTr-HU.vi": 8, "04-CTr-HU.en": 8, "demo.en": 18}


def letters(text: str) -> str:
    """Take the plain letters of a text: pypdf sets those with marks behind the others."""
    return re.sub(r"[^!-~]", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module", params=REPORTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def word_file(name: str, pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_in(name, pages, tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def printed(word_file: Path) -> list[str]:
    """Give the text of each page that LibreOffice prints."""
    if not WRITER.is_file():
        pytest.skip("LibreOffice Writer is missing: apt-get install libreoffice-writer")
    read = PdfReader(saved(word_file, word_file.parent, "pdf"))
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in read.pages} == A4
    assert bare_pages(read) == []
    return [page.extract_text() for page in read.pages]


def bare_pages(read: PdfReader) -> list[int]:
    """Name the pages with nothing of the report: none drawn, no word but their number and foot.

    LibreOffice lists every picture with every page; what a page draws stands in its contents.
    """
    foot = {"Made-up", "figures", "Số", "liệu", "giả", "định"}
    told = [{*p.extract_text().split()} - foot for p in read.pages]
    return [
        number
        for number, (words, page) in enumerate(zip(told, read.pages, strict=True), start=1)
        if not words - {str(number)} and not re.search(rb"\bDo\b", drawn_on(page))
    ]


def drawn_on(page: PageObject) -> bytes:
    contents: Any = page["/Contents"].get_object()
    parts = contents if isinstance(contents, list) else [contents]
    return b"".join(part.get_object().get_data() for part in parts)


def test_a_page_left_bare_is_found(pages: dict[str, Path], tmp_path: Path) -> None:
    if not WRITER.is_file():
        pytest.skip("LibreOffice Writer is missing: apt-get install libreoffice-writer")
    document = docx.Document(str(written_in("04-CTr-HU.en", pages, tmp_path)))
    (title,) = [p for p in document.paragraphs if p.text == "Annexes"]
    for paragraph in (title.insert_paragraph_before(), title):
        paragraph.paragraph_format.page_break_before = True
    document.save(str(tmp_path / "gaps.docx"))
    assert bare_pages(PdfReader(saved(tmp_path / "gaps.docx", tmp_path, "pdf")))


def written_in(name: str, pages: dict[str, Path], out: Path) -> Path:
    """Write the Word file of a page in a folder of one's own."""
    home, place = pages[name].parents[3], pages[name].relative_to(pages[name].parents[3])
    for folder in (place.parent, Path("figures", *place.parts[1:3])):
        shutil.copytree(home / folder, out / folder)
    return write_docx(out / place)


def test_it_prints_every_heading_on_numbered_pages(
    printed: list[str], name: str, pages: dict[str, Path]
) -> None:
    html = BeautifulSoup(pages[name].read_text("utf-8"), "html.parser")
    text = letters("".join(printed))
    assert [h for h in html.select("h1, h2, h3") if letters(h.get_text()) not in text] == []
    first, *others = [page.split() for page in printed]
    assert "1" not in (first[0], first[-1])
    numbers = [str(number) for number in range(2, len(printed) + 1)]
    assert all(number in words for number, words in zip(numbers, others, strict=True))
    annex = html.select_one("details.annex h2")
    assert annex
    begins = [letters(annex.get_text()) in letters(page) for page in printed].index(True) + 1
    assert begins <= ANNEXED[name]


def test_no_word_of_a_table_is_broken(printed: list[str], word_file: Path) -> None:
    runs = docx.Document(str(word_file)).element.xpath("//w:tc//w:r[not(w:rPr/w:vertAlign)]/w:t")
    # Of plain letters, which pypdf reads in their order.
    told = {word for run in runs for word in str(run.text).split()}
    whole = {*re.findall(r"[A-Za-z0-9]+", " ".join(printed))}
    assert {word for word in told if re.fullmatch(r"[A-Za-z]{3,24}", word)} - whole == set()
