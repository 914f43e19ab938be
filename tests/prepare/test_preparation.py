import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from papermill import execute_notebook
from papermill.exceptions import PapermillExecutionError
from places import RAW, ROOT
from workbooks import as_workbook

from giaoban.errors import GiaobanError
from giaoban.language.formatting import language
from giaoban.prepare import open_preparation
from giaoban.prepare.preparation import Preparation
from giaoban.programme.read import examine
from giaoban.render.exporter import GiaobanExporter
from giaoban.tables.schema import TABLES

pytestmark = pytest.mark.slow

Spoil = Callable[..., None]
SHEETS = ("programme", *TABLES)


def prepared(folder: Path, out: Path, code: str = "en") -> Preparation:
    return Preparation(examine(folder), language(code), folder.parents[1], out)


def whole(preparation: Preparation) -> BeautifulSoup:
    """Give all that the notebook shows, as one page."""
    shown = [preparation.overview(), *(preparation.table(name) for name in SHEETS)]
    shown += [preparation.figures(), preparation.verdict()]
    return BeautifulSoup("".join(fragment.html for fragment in shown), "html.parser")


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
@pytest.mark.parametrize(
    ("code", "said"), [("vi", "Tất cả {} phép kiểm tra đều đạt."), ("en", "All {} checks hold.")]
)
def test_a_whole_programme_ends_with_the_number_of_checks_that_hold(
    name: str, code: str, said: str, tmp_path: Path
) -> None:
    preparation = prepared(RAW / name, tmp_path, code)
    number = len(examine(RAW / name).checks)
    verdict = BeautifulSoup(preparation.verdict().html, "html.parser")
    assert [tag.text for tag in verdict.select(".verdict")] == [said.format(number)]
    assert not whole(preparation).select(".fault")


def test_the_checks_shown_are_as_many_as_are_counted(tmp_path: Path) -> None:
    page = whole(prepared(RAW / "demo", tmp_path))
    panels = [h4.text for h4 in page.select("h4") if h4.text.startswith("Checks: ")]
    number = sum(int(text.removeprefix("Checks: ")) for text in panels)
    assert number == len(examine(RAW / "demo").checks)


def test_the_processed_figures_are_written_where_it_says(tmp_path: Path) -> None:
    said = prepared(RAW / "04-CTr-HU", tmp_path).figures().html
    assert "11 figures were written to data/processed/04-CTr-HU/figures.parquet." in said
    written = pd.read_parquet(tmp_path / "data/processed/04-CTr-HU/figures.parquet")
    assert written["value"].iloc[0] == 93.75


def test_every_fault_leads_to_its_cell_its_check_and_its_file(
    programme: Path, spoil: Spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil("figures", 2, value="many", period="2019")
    spoil("figures", 5, unit="nowhere")
    spoil("units", 2, unit="my-duc")
    path = programme / "meetings.csv"
    path.write_text(path.read_text("utf-8").replace("title_en", "titel_en", 1), "utf-8")
    monkeypatch.chdir(programme)
    preparation = prepared(programme, tmp_path)
    page = whole(preparation)
    anchors = [tag["id"] for tag in page.select("[id]")]
    assert len(set(anchors)) == len(anchors)
    rows = BeautifulSoup(preparation.verdict().html, "html.parser").select("tbody tr")
    assert len(rows) == len(preparation.examined.faults)
    for row, fault in zip(rows, preparation.examined.faults, strict=True):
        place, check, file = (str(link["href"]) for link in row.select("a"))
        assert row.select("th")[0].text == fault.place
        assert {place[1:], check[1:]} <= set(anchors)
        assert (programme / unquote(file.partition("#")[0])).is_file()
    marked = {cell.text for cell in page.select("td.fault[id], th.fault[id]")}
    assert {"many", "2019", "nowhere", "my-duc", "titel_en"} <= marked


def test_the_faults_of_a_workbook_lead_to_cells_under_letters(tmp_path: Path) -> None:
    book = as_workbook(RAW / "demo", "vi")
    figures = book["Số liệu"]
    figures.insert_rows(1)
    figures["A1"] = "Số liệu năm <b>"
    figures["D5"] = "nhiều"
    book["Các hội nghị"]["A2"] = "#REF!"
    path = tmp_path / "raw/demo.xlsx"
    path.parent.mkdir()
    book.save(path)
    preparation = prepared(path, tmp_path)
    page = whole(preparation)
    anchors = {tag["id"] for tag in page.select("[id]")}
    rows = BeautifulSoup(preparation.verdict().html, "html.parser").select("tbody tr")
    links = {row.select("th")[0].text: str(row.select("a")[0]["href"]) for row in rows}
    assert links["demo.xlsx[Số liệu]:D5"] == "#giaoban-demo-figures-5-4"
    assert {link[1:] for link in links.values()} <= anchors
    assert [tag.text for tag in page.select("td.fault[id]") if tag.text == "nhiều"]
    assert "demo.xlsx[Số liệu]" in [h4.text.removeprefix("Raw: ") for h4 in page.select("h4")]


def test_hidden_columns_of_a_workbook_are_said_to_be_read(tmp_path: Path) -> None:
    book = as_workbook(RAW / "demo", "vi")
    book["Số liệu"].column_dimensions["G"].hidden = True
    path = tmp_path / "raw/demo.xlsx"
    path.parent.mkdir()
    book.save(path)
    preparation = prepared(path, tmp_path, "vi")
    said = "demo.xlsx[Số liệu]: đã đọc cả các cột ẩn: G"
    assert said in [p.text for p in BeautifulSoup(preparation.overview().html, "html.parser")("p")]


def test_numbers_of_faults_are_in_the_notebooks_language(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    spoil("figures", 2, value="93.7")
    verdict = BeautifulSoup(prepared(programme, tmp_path, "vi").verdict().html, "html.parser")
    assert "93,7" in verdict.select("tbody tr td")[2].text


def test_a_whole_workbook_goes_through_the_checks_of_its_cells_too(tmp_path: Path) -> None:
    path = tmp_path / "raw/demo.xlsx"
    path.parent.mkdir()
    as_workbook(RAW / "demo").save(path)
    preparation = prepared(path, tmp_path)
    assert "checks hold." in preparation.verdict().html
    assert {"cell", "once", "one_row"} <= {
        result.check.name for result in preparation.examined.checks
    }
    assert not whole(preparation).select(".fault")


def test_a_programme_with_faults_writes_nothing(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    spoil("figures", 2, value="many")
    preparation = prepared(programme, tmp_path / "out")
    assert "Nothing was written" in preparation.figures().html
    assert not (tmp_path / "out").exists()
    assert f"1 of {len(preparation.examined.checks)} checks do not hold; faults: 1." in (
        preparation.verdict().html
    )


@pytest.mark.parametrize("column", ["value", "note_en", "source"])
def test_a_script_in_a_cell_stays_a_text(
    programme: Path, spoil: Spoil, tmp_path: Path, column: str
) -> None:
    spoil("figures", 2, **{column: '<script>alert("1")</script>'})
    page = whole(prepared(programme, tmp_path))
    assert not page.select("script")
    assert any("<script>" in cell.text for cell in page.select("td"))


def test_a_script_in_a_header_or_in_the_description_stays_a_text(
    programme: Path, tmp_path: Path
) -> None:
    path = programme / "figures.csv"
    path.write_text(path.read_text("utf-8").replace("note_en", "<script>", 1), "utf-8")
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"] |= {"<script>": "<script>", "code": "<script>"}
    path.write_text(json.dumps(descriptor), "utf-8")
    assert not whole(prepared(programme, tmp_path)).select("script")


def test_a_table_that_was_left_out_is_said_to_be(tmp_path: Path) -> None:
    fragment = prepared(RAW / "04-CTr-HU", tmp_path).table("rules")
    assert fragment.about == {"nothing": "This table was left out."}


def test_every_word_shown_is_vietnamese(programme: Path, spoil: Spoil, tmp_path: Path) -> None:
    spoil("figures", 2, value="many", period="2019")
    page = whole(prepared(programme, tmp_path, "vi"))
    shown = page.select("h1, h4, p, thead th, .grid:not(.wide) td:nth-of-type(1)")
    english = r"\b(?:the|is|and|not|of|checks?|found|expected|rows?)\b"
    assert [tag.text for tag in shown if re.search(english, tag.text)] == []


def test_a_programme_is_opened_from_a_notebooks_folder_whole_or_with_its_faults(
    programme: Path, spoil: Spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    opened = open_preparation("04-CTr-HU", "vi", "raw", "results")
    assert (opened.home, opened.language.code, opened.examined.faults) == (tmp_path, "vi", [])
    opened.figures()
    assert (tmp_path / "results/data/processed/04-CTr-HU/figures.parquet").is_file()
    spoil("figures", 2, value="many")
    (fault,) = open_preparation("04-CTr-HU", "en", "raw", "results").examined.faults
    assert fault.place == "figures.csv:2:value"


@pytest.mark.parametrize(
    ("programme", "lang", "told"),
    [("nowhere", "en", "no such programme"), ("demo", "xx", "no such language")],
)
def test_what_cannot_be_opened_is_a_sentence(
    programme: str, lang: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(GiaobanError, match=told):
        open_preparation(programme, lang, str(RAW), str(tmp_path))


def papermill(raw: Path, out: Path, programme: str) -> NotebookNode:
    places = {"raw_dir": str(raw), "out_dir": str(out)}
    return execute_notebook(
        ROOT / "notebooks/prepare.ipynb",
        out / "out.ipynb",
        {"programme": programme, "lang": "en", **places},
        kernel_name="giaoban",
        progress_bar=False,
    )


def test_the_notebook_runs_to_its_end_with_faults_and_its_last_cell_says_so(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    spoil("figures", 2, value="many")
    run = papermill(programme.parent, tmp_path, "04-CTr-HU")
    verdict = BeautifulSoup(run.cells[-1].outputs[0].data["text/html"], "html.parser")
    assert "faults: 1." in verdict.select(".verdict")[0].text
    assert [row.select("th")[0].text for row in verdict.select("tbody tr")] == [
        "figures.csv:2:value"
    ]
    page, _ = GiaobanExporter().from_notebook_node(run)
    assert "<title>Programme 04-CTr/HU: from raw to processed</title>" in page
    assert str(tmp_path) not in page


@pytest.mark.parametrize(
    ("programme", "said"), [("nowhere", "no such programme (found nowhere), expected one of")]
)
def test_a_programme_that_is_not_there_is_a_sentence(
    programme: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(PapermillExecutionError, match=re.escape(said)):
        papermill(RAW, tmp_path, programme)
