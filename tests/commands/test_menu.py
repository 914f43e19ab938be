"""The menu does what the commands do, for who opens no terminal."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from places import RAW

from giaoban.cli import main
from giaoban.commands.reports import report


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def choose(*typed: str, raw: Path = RAW) -> str:
    done = CliRunner().invoke(main, ["menu", "--raw", str(raw)], input="\n".join([*typed, "", ""]))
    assert done.exit_code == 0
    return done.output


def test_a_step_is_chosen_then_the_programme_and_the_list_stands_again() -> None:
    said = choose("3", "1")
    assert "04-CTr-HU: 61 rows, no fault" in said
    assert said.count("Make the report, and open it") == 2
    assert "Which programme? " in said
    assert "?:" not in said


def test_what_is_no_line_of_the_list_is_asked_again() -> None:
    assert "expected a number from 1 to 6" in choose("0")
    assert "expected a number from 1 to 6" in choose("check")


def test_what_goes_wrong_is_told_and_the_list_stands_again(tmp_path: Path) -> None:
    said = choose("1", '"no such.xlsx"', raw=tmp_path)
    assert "no such.xlsx" in said
    assert said.count("Take in a sheet that you keep") == 2


def test_of_one_programme_none_is_asked(programme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(report, "main", lambda words, **_: asked.append(words))
    monkeypatch.setattr(click, "launch", lambda _: 0)
    choose("4", raw=programme.parent)
    assert asked == [["--raw", str(programme.parent), programme.name]]


def test_the_finished_reports_are_opened(
    programme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    Path("reports/index.html").touch()
    monkeypatch.setattr(report, "main", lambda *_, **__: None)
    monkeypatch.setattr(click, "launch", opened.append)
    choose("4", raw=programme.parent)
    assert opened == [str(tmp_path / "reports/index.html")]


def test_where_there_is_no_programme_it_is_told_how_to_get_one(tmp_path: Path) -> None:
    said = choose("3", raw=tmp_path)
    assert f"{tmp_path}: no programme yet, take in a sheet (1) or begin one (2) first\n" in said
