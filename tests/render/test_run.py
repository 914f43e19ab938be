import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell
from places import RAW, ROOT

from giaoban.analysis.processed import FILES
from giaoban.errors import GiaobanError
from giaoban.render.run import Job, find_notebook, put_in_place, render
from giaoban.render.word.document import write_docx

pytestmark = pytest.mark.slow

SCRIPTS = Path(sys.executable).parent


def job(out: Path, lang: str = "en", programme: Path = RAW / "04-CTr-HU") -> Job:
    return Job(programme, "2023-03-14", "my-duc", lang, programme.parent, out)


def files(folder: Path) -> dict[str, bytes]:
    # Pictures are made when somebody asks for them, as another test may have done.
    found = (p for p in folder.rglob("*") if p.is_file() and p.suffix != ".png")
    return {str(p.relative_to(folder)): p.read_bytes() for p in found}


@pytest.fixture
def out(reports: Callable[[str], Path]) -> Path:
    return reports("04-CTr-HU")


def test_everything_agreed_comes_out(out: Path) -> None:
    names = {
        "data/processed/04-CTr-HU/figures.parquet",
        *(f"data/processed/04-CTr-HU/2023-03-14/my-duc/{n}.csv" for n in FILES),
        "data/processed/04-CTr-HU/2023-03-14/my-duc/datapackage.json",
        *(
            f"reports/04-CTr-HU/2023-03-14/my-duc.{lang}.{e}"
            for lang in ("vi", "en")
            for e in ("html", "ipynb", "json")
        ),
        *(
            f"figures/04-CTr-HU/2023-03-14/my-duc/{chart}.{lang}.{e}"
            for chart in (
                "trend-orgs-rated",
                "trend-orgs-excellent",
                "claim-members-admitted-mean",
                "targets",
            )
            for lang in ("vi", "en")
            for e in ("svg",)
        ),
    }
    assert set(files(out)) == names


def test_the_same_inputs_give_the_same_bytes_in_another_folder(out: Path, tmp_path: Path) -> None:
    for lang in ("vi", "en"):
        render(job(tmp_path / "elsewhere", lang))
    assert files(tmp_path / "elsewhere") == files(out)


def test_a_past_report_has_the_bytes_that_it_had_then(tmp_path: Path) -> None:
    """Render the demo's third meeting from what was there then, and from all that came later."""
    then, now = tmp_path / "then/demo", RAW / "demo"
    shutil.copytree(now, then)
    for table, told in (
        ("figures", "reported_on"),
        ("targets", "reported_on"),
        ("claims", "reported_on"),
        ("records", "meeting_date"),
        ("meetings", "meeting_date"),
    ):
        frame = pd.read_csv(then / f"{table}.csv", dtype=str, keep_default_na=False)
        if "closed_on" in frame:
            frame["closed_on"] = frame["closed_on"].where(frame["closed_on"] <= "2024-03-12", "")
        frame[frame[told] <= "2024-03-12"].to_csv(then / f"{table}.csv", index=False)
    made = {}
    for programme in (then, now):
        out = tmp_path / programme.parent.name
        render(Job(programme, "2024-03-12", "mau", "en", programme.parent, out))
        made[programme] = files(out / "reports") | files(out / "figures")
    assert made[then] == made[now]
    assert len(made[now]) > 10


def test_nothing_that_comes_out_names_a_folder_of_this_machine(out: Path) -> None:
    paths = [str(ROOT).encode(), str(out).encode(), str(Path.home()).encode() + b"/"]
    told = [n for n, content in files(out).items() if any(p in content for p in paths)]
    assert told == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_papermill_and_nbconvert_give_the_very_same_page(
    out: Path, tmp_path: Path, lang: str
) -> None:
    parameters = {"programme": "04-CTr-HU", "meeting_date": "2023-03-14", "lang": lang}
    options: list[str | Path] = [o for k, v in parameters.items() for o in ("-p", k, v)]
    options += ["-p", "out_dir", str(tmp_path), "--no-progress-bar"]
    made = tmp_path / "out.ipynb"
    papermill: list[str | Path] = [SCRIPTS / "papermill", "notebooks/review.ipynb", made, *options]
    subprocess.run(papermill, cwd=ROOT, check=True, capture_output=True)
    nbconvert: list[str | Path] = [SCRIPTS / "jupyter", "nbconvert", "--to", "giaoban", made]
    environment = os.environ | {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(nbconvert, cwd=tmp_path, check=True, capture_output=True, env=environment)
    page = out / f"reports/04-CTr-HU/2023-03-14/my-duc.{lang}.html"
    assert made.with_suffix(".html").read_bytes() == page.read_bytes()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "unknown parameter (found meeting), did you mean meeting_date?"),
        ("vi", "tham số không xác định (hiện là meeting), có phải ý là meeting_date?"),
    ],
)
def test_a_parameter_that_the_notebook_does_not_know_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, told: str
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    command: list[str | Path] = [
        SCRIPTS / "papermill",
        "notebooks/review.ipynb",
        tmp_path / "out.ipynb",
    ]
    options: list[str | Path] = [
        "-p",
        "meeting",
        "2023-03-14",
        "-p",
        "out_dir",
        tmp_path,
        "--no-progress-bar",
    ]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode != 0
    assert told in done.stderr
    assert not (tmp_path / "figures").exists()


def replace_cell(folder: Path, id_: str, source: str) -> None:
    path = folder / "notebooks/review.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (c for c in notebook.cells if c.id == id_)
    cell.source = source
    nbformat.write(notebook, path)


@pytest.fixture
def failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder whose own review notebook fails in its second section."""
    (tmp_path / "notebooks").mkdir()
    shutil.copy(find_notebook("review.ipynb"), tmp_path / "notebooks")
    replace_cell(tmp_path, "scorecard", "1 / 0")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_an_analysts_own_cells_print_and_show_stands_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebooks").mkdir()
    notebook = nbformat.read(find_notebook("review.ipynb"), as_version=4)
    sources = [
        "print('x')",
        "import sys; print('a library warning', file=sys.stderr)",
        "chart = report.review.latest.plot.barh(x='indicator', y='value')",
        "report.review.latest[['indicator', 'value']]",
    ]
    notebook.cells += map(new_code_cell, sources)
    nbformat.write(notebook, tmp_path / "notebooks/review.ipynb")
    monkeypatch.chdir(tmp_path)
    page = BeautifulSoup(render(job(tmp_path))[0].read_bytes(), "html.parser")
    printed, warned = page.select("details.printed pre")
    assert (printed.get_text(), warned.get_text()) == ("x", "a library warning")
    assert str(page.select("img.picture")[0]["src"]).startswith("data:image/png;base64,")
    assert "orgs-rated" in page.select("table.dataframe")[0].get_text()


def test_a_cell_that_fails_leaves_the_failed_notebook_and_the_earlier_report(failing: Path) -> None:
    folder = failing / "reports/04-CTr-HU/2023-03-14"
    folder.mkdir(parents=True)
    (folder / "my-duc.en.html").write_text("an earlier report")
    with pytest.raises(
        GiaobanError, match=r"cell scorecard \(1 / 0\) failed: ZeroDivisionError"
    ) as error:
        render(job(failing))
    assert error.value.exit_code == 1
    assert "\n" not in str(error.value)
    assert sorted(files(folder)) == ["my-duc.en.failed.ipynb", "my-duc.en.html"]
    assert (folder / "my-duc.en.html").read_text() == "an earlier report"
    kept = json.loads((folder / "my-duc.en.failed.ipynb").read_text("utf-8"))
    outputs = [o for c in kept["cells"] for o in c.get("outputs", [])]
    assert [o["ename"] for o in outputs if o["output_type"] == "error"] == ["ZeroDivisionError"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import sys; sys.exit(0)", "SystemExit: 0"),
        ("%nosuchmagic", "UsageError: Line magic function `%nosuchmagic` not found"),
        ("import os; os.chdir('/'); 1 / 0", "ZeroDivisionError: division by zero"),
        ("raise ValueError('one\\ntwo')", "ValueError: one two"),
    ],
)
def test_however_a_cell_fails_the_message_names_it_and_the_notebook_is_kept(
    failing: Path, source: str, told: str
) -> None:
    replace_cell(failing, "scorecard", source)
    with pytest.raises(GiaobanError) as error:
        render(job(Path()))
    assert f"cell scorecard ({source}) failed: {told}" in str(error.value)
    assert error.value.exit_code == 1
    assert sorted(files(failing / "reports/04-CTr-HU/2023-03-14")) == ["my-duc.en.failed.ipynb"]


def test_a_notebook_without_its_title_is_a_failed_one(failing: Path) -> None:
    replace_cell(failing, "scorecard", "")
    replace_cell(failing, "title", "")
    with pytest.raises(GiaobanError, match=r"failed\.ipynb: the notebook holds no report") as error:
        render(job(failing))
    assert error.value.exit_code == 1


def test_a_place_that_cannot_be_written_to_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file, no folder")
    with pytest.raises(GiaobanError, match=r"cannot be written \(.+\), close it") as error:
        render(job(tmp_path))
    assert error.value.exit_code == 1


def test_a_page_whose_notebook_cannot_be_put_in_place_leaves_the_earlier_one(
    tmp_path: Path,
) -> None:
    wanted = job(tmp_path)
    page, notebook = (wanted.path(ending).relative_to(tmp_path) for ending in ("html", "ipynb"))
    put_in_place(wanted, {page: b"an earlier report"})
    (tmp_path / notebook).mkdir()
    with pytest.raises(GiaobanError, match=r"my-duc\.en\.ipynb: cannot be written"):
        put_in_place(wanted, {page: b"a later one", notebook: b"{}"})
    assert (tmp_path / page).read_bytes() == b"an earlier report"


def test_a_good_report_clears_the_failed_one_away(
    failing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GiaobanError):
        render(job(failing))
    monkeypatch.chdir(ROOT)
    render(job(failing))
    names = sorted(files(failing / "reports/04-CTr-HU/2023-03-14"))
    assert names == ["my-duc.en.html", "my-duc.en.ipynb", "my-duc.en.json"]


def test_a_print_of_an_older_page_is_removed_and_one_of_the_same_page_stays(
    out: Path, tmp_path: Path
) -> None:
    written = job(shutil.copytree(out, tmp_path / "out")).path("html")
    printed, results = (written.with_suffix(ending) for ending in (".pdf", ".xlsx"))
    beside = [printed, results, write_docx(written)]
    printed.touch()
    results.touch()
    render(job(tmp_path / "out"))
    assert all(path.is_file() for path in beside)
    written.write_text("older")
    render(job(tmp_path / "out"))
    assert not any(path.exists() for path in beside)


def test_ids_are_unique_and_every_link_leads_somewhere(out: Path) -> None:
    for page in (out / "reports").rglob("*.html"):
        text = page.read_text("utf-8")
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        links = set(re.findall(r'href="#([^"]+)"', text)) | set(
            re.findall(r"url\(#([^)]+)\)", text)
        )
        assert links - set(ids) == set()


def test_a_page_asks_for_nothing_from_anywhere(out: Path) -> None:
    no_icon = '<link rel="icon" href="data:,">'
    for page in (out / "reports").rglob("*.html"):
        text = page.read_text("utf-8")
        assert no_icon in text
        text = text.replace(no_icon, "")
        # A link that is its own file.
        text = re.sub(r'(<a download="[^"]+" aria-label="[^"]+") href="data:[^"]+"', r"\1", text)
        assert re.findall(r"<(?:script|link|img|iframe|object)\b", text) == []
        assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|@import|url\((?!#)", text) == []
        assert len(text.encode()) <= 150_000
