"""LibreOffice opens the Word file of a report and prints it."""

import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup
from office import saved
from pypdf import PdfReader

from giaoban.render.word import write_docx

A4 = (595, 842)
WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")
# Where the annexes begin, at the latest.
ANNEXED = {"04-CTr-HU.vi": 8, "04-CTr-HU.en": 8, "demo.en": 18}


def letters(text: str) -> str:
    """Take the plain letters of a text: pypdf sets those with marks behind the others."""
    return re.sub(r"[^!-~]", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(params=REPORTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def printed(name: str, pages: dict[str, Path], tmp_path: Path) -> list[str]:
    """Give the text of each page that LibreOffice prints."""
    if not WRITER.is_file():
        pytest.skip("LibreOffice Writer is missing: apt-get install libreoffice-writer")
    home, place = pages[name].parents[3], pages[name].relative_to(pages[name].parents[3])
    for folder in (place.parent, Path("figures", *place.parts[1:3])):
        shutil.copytree(home / folder, tmp_path / folder)
    read = PdfReader(saved(write_docx(tmp_path / place), tmp_path, "pdf"))
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in read.pages} == {A4}
    blank = [p for p in read.pages if len(p.extract_text().split()) < 4 and not len(p.images)]
    assert blank == []
    return [page.extract_text() for page in read.pages]


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
