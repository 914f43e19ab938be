"""Whatever a cell says, it is shown as it stands, and nothing is done that it asks for."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import docx
import nbformat
import pytest
from browsers import Visit
from bs4 import BeautifulSoup
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hostile import hostile_programme, naughty, texts_of
from nbformat.v4 import new_code_cell, new_notebook
from office import saved
from once import Made
from openpyxl import load_workbook

from giaoban.mail.message import compose
from giaoban.mail.recipients import recipients
from giaoban.render.index import write_overview
from giaoban.render.results import write_results
from giaoban.render.run import Job, render, run
from giaoban.render.word.document import write_docx

pytestmark = pytest.mark.slow
MEETING, UNIT = "2023-03-14", "my-duc"
BLOCKS = "li, td, th, p, h1, h2, h3, dd, dt, figcaption, summary, span"
# What a spreadsheet takes for the beginning of a formula.
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
# A number with what it is in works nothing out; nor does a sign that says that a figure is exact.
NUMBER = re.compile(r"=|[+-]?[0-9][0-9.,]*(?:e[+-][0-9]+)?(?: [^\W\d][\w ]*)?")


@pytest.fixture(scope="module")
def out(once: Made) -> Path:
    """Give a folder with a hostile programme, and all that is made of it."""

    def make(folder: Path) -> None:
        path, refused = hostile_programme(folder)
        (folder / "refused.json").write_text(json.dumps([str(fault) for fault in refused]))
        job = Job(path, MEETING, UNIT, "vi", folder, folder)
        render(job)
        write_overview(folder)
        write_results(job)
        write_docx(job.path("html"), None)

    return once("hostile-text", make)


@pytest.fixture(scope="module")
def page(out: Path) -> Path:
    return out / f"reports/hostile/{MEETING}/{UNIT}.vi.html"


@pytest.fixture(scope="module")
def told(out: Path) -> list[str]:
    """Give every text that the meeting has a result of, in one line each."""
    return [one_line(text) for text in texts_of(out / "hostile/records.csv", "text_vi")]


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_what_may_stand_in_no_programme_is_refused_in_one_line_that_turns_nothing_around(
    out: Path, told: list[str]
) -> None:
    refused = json.loads((out / "refused.json").read_text())
    assert {line.split(":")[0] for line in refused} == {"records.csv"}
    assert all(line.isprintable() for line in refused), [x for x in refused if not x.isprintable()]
    assert len(told) > len(naughty()) * 0.95


def test_a_browser_shows_every_text_and_does_nothing_of_what_it_asks_for(
    visit: Callable[..., Visit], page: Path, told: list[str]
) -> None:
    seen = visit(page.as_uri())
    seen.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate("window.hurt") is None
    assert [url for url in seen.requests if url != page.as_uri()] == []
    assert seen.complaints == []
    blocks = f"[...document.querySelectorAll('{BLOCKS}')].map(e => e.textContent)"
    shown = {one_line(text) for text in seen.page.evaluate(blocks)}
    assert [text for text in told if text not in shown] == []


def test_nor_does_it_in_the_list_of_reports_or_in_a_message(
    visit: Callable[..., Visit], out: Path, page: Path
) -> None:
    body = compose(page, None, recipients("a@b.vn")).message.get_body(("html",))
    assert body
    message = out / "message.html"
    message.write_text(str(body.get_content()), "utf-8")
    title = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one("h1")
    assert title
    for place in (out / "reports/index.html", message):
        seen = visit(place.as_uri())
        assert seen.page.evaluate("window.hurt") is None
        assert [url for url in seen.requests if not url.startswith(("file:", "cid:"))] == []
        assert one_line(title.text) in one_line(seen.page.inner_text("body"))


def test_the_word_file_has_every_text(page: Path, told: list[str]) -> None:
    document = docx.Document(str(page.with_suffix(".docx")))
    lines = (Paragraph(element, document) for element in document.element.iter(qn("w:p")))
    texts = {one_line(line.text) for line in lines}
    assert [text for text in told if text not in texts] == []


def test_no_file_that_a_spreadsheet_opens_begins_a_formula(out: Path, page: Path) -> None:
    links = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("a[href^='data:text/csv']")
    files = {path.name: path.read_text("utf-8") for path in (out / "data").rglob("*.csv")}
    files |= {str(a["download"]): unquote(str(a["href"]).partition(",")[2]) for a in links}
    assert len(links) > 5
    assert len(files) > 15
    begun = [
        (name, cell)
        for name, text in files.items()
        for sign in ",;"
        for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=sign)
        for cell in row
        # A sign alone works nothing out: it says that a figure is exact.
        if FORMULA.match(cell) and cell != "=" and not NUMBER.fullmatch(cell)
    ]
    assert begun == []


def test_libreoffice_works_out_none_of_the_texts_of_the_results(page: Path, tmp_path: Path) -> None:
    book = Path(shutil.copy(page.with_suffix(".xlsx"), tmp_path / "results.xlsx"))
    opened = load_workbook(saved(book, tmp_path / "saved")).worksheets
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK(") for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


def test_parameters_reach_a_notebook_as_the_strings_that_they_are(tmp_path: Path) -> None:
    odd = "a\"b'c\\d{e}{{f}}\n%g __import__('os').abort() #\u2028é"
    asked = new_code_cell("programme = unit = lang = meeting_date = raw_dir = out_dir = ''")
    asked.metadata["tags"] = ["parameters"]
    tell = new_code_cell("import json; print(json.dumps([meeting_date, unit, lang]))")
    notebook = new_notebook(cells=[asked, tell])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "", "language": "python"}
    nbformat.write(notebook, tmp_path / "tell.ipynb")
    job = Job(tmp_path, odd, "__class__", odd[::-1], tmp_path, tmp_path, tmp_path / "tell.ipynb")
    (printed,) = run(job).cells[-1].outputs
    assert json.loads(printed.text) == [odd, "__class__", odd[::-1]]
