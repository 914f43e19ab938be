import json
import shutil
from pathlib import Path

import pytest
from places import RAW

from giaoban.render.recipe import is_up_to_date, recipe_of
from giaoban.render.run import Job, find_notebook

JOB = Job(RAW / "04-CTr-HU", "2023-03-14", "my-duc", "en", RAW, Path())


@pytest.mark.parametrize("changed", [{"lang": "vi"}, {"unit": "x"}, {"meeting_date": "2024-01-01"}])
def test_a_recipe_is_of_what_a_report_is_of(changed: dict[str, str]) -> None:
    assert recipe_of(Job(**vars(JOB) | changed), "rows") != recipe_of(JOB, "rows")
    assert recipe_of(JOB, "other rows") != recipe_of(JOB, "rows") == recipe_of(JOB, "rows")


def test_a_recipe_is_the_same_wherever_the_results_go() -> None:
    moved = Job(**vars(JOB) | {"out_dir": Path("elsewhere"), "raw_dir": Path("there")})
    assert recipe_of(moved, "rows") == recipe_of(JOB, "rows")


def test_another_notebook_is_another_recipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = recipe_of(JOB, "rows")
    (tmp_path / "notebooks").mkdir()
    text = find_notebook("review.ipynb").read_text("utf-8")
    (tmp_path / "notebooks/review.ipynb").write_text(text.replace("min_points=3", "min_points=4"))
    monkeypatch.chdir(tmp_path)
    assert recipe_of(JOB, "rows") != before


@pytest.fixture
def made(reports: object, tmp_path: Path) -> Job:
    """Give a report that was made by the recipe ``r``."""
    assert callable(reports)
    folder = shutil.copytree(reports("04-CTr-HU"), tmp_path / "out")
    job = Job(**vars(JOB) | {"out_dir": folder})
    notebook = json.loads(job.path("ipynb").read_text("utf-8"))
    notebook["metadata"]["giaoban"] = {"recipe": "r"}
    job.path("ipynb").write_text(json.dumps(notebook), "utf-8")
    return job


def test_a_report_is_up_to_date_while_it_is_there_whole_and_as_it_was_made(made: Job) -> None:
    assert is_up_to_date(made, "r")
    assert not is_up_to_date(made, "another")


@pytest.mark.parametrize("ending", ["html", "json", "ipynb"])
def test_a_report_of_which_a_file_is_missing_is_not_up_to_date(made: Job, ending: str) -> None:
    made.path(ending).unlink()
    assert not is_up_to_date(made, "r")


def test_a_page_that_somebody_changed_is_not_up_to_date(made: Job) -> None:
    page = made.path("html").read_text("utf-8")
    made.path("html").write_text(page.replace("97.8%", "98.7%"), "utf-8")
    assert not is_up_to_date(made, "r")


@pytest.mark.parametrize("place", ["figures/**/*.en.svg", "data/processed/**/scorecard.csv"])
def test_a_report_without_its_charts_or_tables_is_not_up_to_date(made: Job, place: str) -> None:
    next(iter(made.out_dir.glob(place))).unlink()
    assert not is_up_to_date(made, "r")
