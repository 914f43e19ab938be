"""What the first cells of a notebook call, called as a notebook does."""

import shutil
from pathlib import Path

import nbformat
import pytest
from matplotlib import rc_context, rcParams
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_notebook
from papermill import execute_notebook
from papermill.exceptions import PapermillExecutionError
from places import RAW, ROOT

from giaoban.analysis import load
from giaoban.analysis.processed import FILES
from giaoban.errors import GiaobanError
from giaoban.explore.screen import show
from giaoban.prepare.preparation import open_preparation
from giaoban.report import open_report, project_folder, refuse_unknown_parameters


def opened(out: Path, **changed: str) -> str:
    asked = {"programme": "04-CTr-HU", "meeting_date": "2023-03-14", "unit": "", "lang": "en"}
    asked |= {"raw_dir": str(RAW), "out_dir": str(out)}
    report = open_report(**asked | changed)
    report.save()
    return report.say("the source does not say")


def test_a_report_speaks_its_language_and_writes_its_tables_where_it_was_told(
    tmp_path: Path,
) -> None:
    assert opened(tmp_path, meeting_date="latest", lang="vi") == "nguồn không nêu"
    written = {path.name for path in tmp_path.rglob("2023-03-14/my-duc/*.csv")}
    assert written == {f"{name}.csv" for name in FILES}
    assert (tmp_path / "data/processed/04-CTr-HU/figures.parquet").is_file()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"programme": "04-CTr"}, "no such programme"),
        ({"meeting_date": "2022-01-01"}, "no meeting on that date"),
        ({"unit": "nowhere"}, "no such unit"),
        ({"lang": "xx"}, "no such language"),
    ],
)
def test_a_parameter_that_says_what_is_not_there_is_refused_before_anything_is_written(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    with pytest.raises(GiaobanError, match=told):
        opened(tmp_path, **changed)
    assert list(tmp_path.iterdir()) == []


def test_results_go_under_the_project_that_a_notebooks_folder_lies_in(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "notebooks")
    report = open_report("04-CTr-HU", "2023-03-14", "", "en", "data/raw", "results")
    assert report.out_dir == project / "results"
    report.save()
    assert (project / "results/data/processed/04-CTr-HU/figures.parquet").is_file()


def test_the_project_is_the_nearest_folder_upwards_with_the_programmes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("data/raw", "inner/data/raw", "inner/notebooks/old", "inner/data/raw/demo"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    for name in ("inner", "inner/notebooks/old", "inner/data/raw/demo"):
        monkeypatch.chdir(tmp_path / name)
        assert project_folder("data/raw") == tmp_path / "inner", name


def test_far_from_any_programmes_the_project_is_that_of_this_program_or_else_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert project_folder("data/raw") == ROOT
    assert project_folder("data/no-such-folder") == tmp_path


def run(folder: Path, *sources: str) -> None:
    """Run cells as papermill does, the last refusing what is not known."""
    last = (
        "from giaoban.report import refuse_unknown_parameters as refuse\nrefuse(['lang', 'unit'])"
    )
    cells = [new_code_cell(source) for source in (*sources, last)]
    kernel = {"name": "python3", "display_name": "Python 3"}
    made = new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(made, folder / "in.ipynb")
    options = {"kernel_name": "giaoban", "progress_bar": False}
    execute_notebook(folder / "in.ipynb", folder / "out.ipynb", **options)


@pytest.mark.parametrize(
    "put_in",
    [
        "# Parameters\nlang = 'vi'\nunit = ''\n",
        "lang = 'vi'\nunit = ''",
        "langg = 'vi'; print(1)",
        "%precision 3",
    ],
    ids=["papermill", "jupyter-scheduler", "no parameters", "a magic"],
)
def test_known_parameters_and_cells_that_hold_none_are_let_through(
    tmp_path: Path, put_in: str
) -> None:
    run(tmp_path, "lang = 'en'", put_in)


@pytest.mark.parametrize("heading", ["# Parameters\n", ""], ids=["papermill", "jupyter-scheduler"])
def test_an_unknown_parameter_that_was_put_in_is_refused_with_the_nearest_known_one(
    tmp_path: Path, heading: str
) -> None:
    with pytest.raises(PapermillExecutionError, match=r"found langg\), did you mean lang"):
        run(tmp_path, "lang = 'en'", f"{heading}langg = 'vi'")


def test_where_no_notebook_runs_nothing_was_put_in() -> None:
    refuse_unknown_parameters([])


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Give a folder of programmes, one of which has a number for its name."""
    shutil.copytree(RAW / "04-CTr-HU", tmp_path / "raw" / "2023")
    return tmp_path / "raw"


@pytest.mark.parametrize("programme", ["2023", 2023, 2023.0])
def test_a_programme_may_be_called_by_a_number(
    programme: str | float, raw: Path, tmp_path: Path
) -> None:
    report = open_report(programme, "latest", "", "vi", str(raw), str(tmp_path))
    assert report.review.name == "2023"
    assert load(programme, "2023-03-14T00:00:00", "my-duc", raw).date == "2023-03-14"
    assert open_preparation(programme, "vi", str(raw), str(tmp_path)).examined.faults == []
    assert 'role="alert"' not in show(programme, raw_dir=str(raw)).html


def test_a_unit_that_is_a_number_is_the_text_that_was_typed(raw: Path, tmp_path: Path) -> None:
    for path in (raw / "2023").iterdir():
        path.write_text(path.read_text("utf-8").replace("my-duc", "282"), "utf-8")
    assert (
        open_report(2023, "latest", 282, "en", str(raw), str(tmp_path)).review.known.unit == "282"
    )


def test_a_chart_of_ones_own_has_the_look_of_the_page_and_reads_no_mathematics(
    tmp_path: Path,
) -> None:
    with rc_context():
        opened(tmp_path)
        assert rcParams["axes.spines.top"] is False
        figure = Figure()
        figure.add_subplot(title="12 $ and 15 $ $\\frac{$")
        figure.savefig(tmp_path / "own.png")
    assert (tmp_path / "own.png").stat().st_size > 1000


@pytest.mark.parametrize(("name", "made"), [("007", 7), ("1e5", 100000.0), ("00001", 1)])
def test_a_name_of_which_papermill_made_another_number_is_still_found(
    name: str, made: float, raw: Path, tmp_path: Path
) -> None:
    for path in (raw / "2023").rename(raw / name).iterdir():
        path.write_text(path.read_text("utf-8").replace("my-duc", name), "utf-8")
    known = open_report(made, "latest", made, "en", str(raw), str(tmp_path)).review.known
    assert (known.package.name, known.unit) == (name, name)


def test_of_two_names_that_are_one_number_neither_is_meant(raw: Path) -> None:
    for name in ("7.0", "007"):
        shutil.copytree(raw / "2023", raw / name)
    with pytest.raises(GiaobanError, match=r"no such programme \(found 7\)"):
        load(7, "latest", "", raw)
