"""A third language by one file: every text of ours comes from its catalogue."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from babel.messages.pofile import read_po, write_po
from catalogue import update
from kernels import with_languages_of
from places import RAW

from giaoban import catalogues
from giaoban.errors import GiaobanError
from giaoban.language import Measure
from giaoban.language.formatting import language, languages
from giaoban.render.run import Job, render

pytestmark = pytest.mark.slow

CODE = "fr"
# The columns whose texts a page shows, of two languages the English.
SHOWN = ["title_en", "text_en", "note_en", "decided_by_en", "code", "title", "publisher"]
SHOWN += ["responsible", "owner", "locator", "as_published", "derivation", "unit_en"]
OUR_ATTRIBUTES = ("aria-label", "title", "alt")


def wrapped(text: str) -> str:
    """Stand for a translation: the text itself between brackets, so that it can be found."""
    return f"⟦{text}⟧"


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Add a language that has nothing but a catalogue."""
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path / "locale")
    monkeypatch.setenv("IPYTHONDIR", with_languages_of(catalogues.FOLDER, tmp_path))
    path = catalogues.catalogue(CODE)
    path.parent.mkdir()
    update(path)
    with path.open("rb") as file:
        made = read_po(file, locale=CODE)
    for message in made:
        if not isinstance(message.id, str):
            message.string = tuple(map(wrapped, message.id))
        elif message.id:
            message.string = wrapped(message.id)
    with path.open("wb") as file:
        write_po(file, made)
    return path


class Texts(HTMLParser):
    """Collect what a reader of a page reads or hears, but for the code that made it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "pre", "code"):
            self.within.append(tag)
        self.found += [text for name, text in attrs if name in OUR_ATTRIBUTES and text]

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.found.append(data)


def without_ours(text: str) -> str:
    """Take away what stands between brackets, innermost first."""
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = less
    return text


def flat(text: str) -> str:
    """Take a text as one line, wherever it was wrapped."""
    return " ".join(text.split())


def from_the_data(folder: Path) -> list[str]:
    """Give every text that a programme's tables hold for a reader of English, longest first."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables = [pd.DataFrame([descriptor["giaoban"]], dtype=str)]
    tables += [pd.read_csv(path, dtype=str) for path in folder.glob("*.csv")]
    texts = {text for table in tables for c in SHOWN if c in table for text in table[c].dropna()}
    texts |= {Measure("count", text).of("1").removeprefix("1 ") for text in texts}
    return sorted(texts, key=len, reverse=True)


@pytest.mark.parametrize(
    ("name", "meeting", "unit"),
    [("04-CTr-HU", "2023-03-14", "my-duc"), ("demo", "2025-07-15", "mau")],
)
def test_every_text_of_ours_on_the_page_is_translated(
    french: Path, tmp_path: Path, name: str, meeting: str, unit: str
) -> None:
    page, _ = render(Job(RAW / name, meeting, unit, CODE, RAW, tmp_path))
    text = page.read_text("utf-8")
    left = without_ours(flat(" ".join(Texts(text).found)))
    for data in from_the_data(RAW / name):
        left = left.replace(flat(data), " ")
    # Rows of the office's table have numbers in Roman letters.
    words = {w for w in re.findall(r"[^\W\d_]{2,}", left) if not re.fullmatch("[IVX]+", w)}
    assert words == {CODE, "CSV", "SVG"}
    assert "⟦Main points⟧" in text
    assert ('content: "⟦Made-up figures⟧"' in text) == (name == "demo")


def test_a_report_has_the_numbers_of_its_language(french: Path, tmp_path: Path) -> None:
    page, _ = render(Job(RAW / "04-CTr-HU", "2023-03-14", "my-duc", CODE, RAW, tmp_path))
    assert "93,75%" in page.read_text("utf-8")
    assert "93.75" not in "".join(Texts(page.read_text("utf-8")).found)
    assert language(CODE).number(1234.5, 1) == "1\u202f234,5"
    assert languages() == ["en", CODE]


def test_its_speaker_is_told_of_mistakes_in_it(
    french: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr_CA:en")
    with pytest.raises(GiaobanError) as error:
        language("xx")
    assert str(error.value) == ("⟦no such language (found xx), ⟦expected one of en, fr⟧⟧")
