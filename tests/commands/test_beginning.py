"""The command that begins a programme asks for what it needs, and writes what passes every check."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from giaoban.cli import main
from giaoban.programme import examine

ANSWERS = ["Chương trình 10-CTr/HU", "2021–2025", "Huyện Ứng Hòa", "14/3/2023", "Tỷ lệ tốt"]
SOURCE = "Báo cáo tổng kết năm 2022"


def run(*words: object, answers: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(main, list(map(str, words)), input="\n".join([*answers, ""]))


def test_new_without_a_folder_asks_and_what_it_writes_passes_every_check(tmp_path: Path) -> None:
    said = run("new", "--raw", tmp_path, answers=(*ANSWERS, "percent", SOURCE))
    book = tmp_path / "chuong-trinh-10-ctr-hu" / "chuong-trinh-10-ctr-hu.xlsx"
    assert (said.exit_code, said.stdout.split()[-1]) == (0, str(book))
    assert "giaoban check chuong-trinh-10-ctr-hu" in said.stderr
    written = examine(book)
    assert written.faults == []
    tables = written.package.tables
    assert tables["units"]["title_vi"].tolist() == ["Huyện Ứng Hòa"]
    assert tables["indicators"][["indicator", "unit_measure"]].iloc[0].tolist() == [
        "ty-le-tot",
        "percent",
    ]
    assert tables["figures"][["obs_status", "source"]].iloc[0].tolist() == [
        "M",
        "bao-cao-tong-ket-nam-2022",
    ]
    assert tables["sources"]["title"].tolist() == [SOURCE]


def test_new_writes_what_is_typed_in_english_as_english_and_one_language_is_enough(
    tmp_path: Path,
) -> None:
    answers = ("Clean water", "2021/2025", "Sample County", "14/3/2023", "Wells tested", "percent")
    said = run("new", "--raw", tmp_path, answers=(*answers, "Yearly report"))
    assert said.exit_code == 0
    written = examine(tmp_path / "clean-water" / "clean-water.xlsx")
    assert written.faults == []
    assert written.package.languages == ["en"]
    assert written.package.tables["meetings"]["title_en"].tolist() == ["Review meeting"]


def test_what_cannot_be_is_asked_again(tmp_path: Path) -> None:
    title, _, unit, day, indicator = ANSWERS
    years, days = ("2025/2021", "2021/2025"), ("14/3/2031", "soon", day)
    answers = (title, *years, unit, *days, indicator, "count", SOURCE)
    said = run("new", "--raw", tmp_path, answers=answers)
    assert said.exit_code == 0
    assert said.stderr.count("expected years such as 2021/2025") == 1
    assert said.stderr.count("expected a day from 1/1/2021 to 31/12/2026, such as 14/3/2026") == 2


def test_only_enter_is_no_answer_and_a_question_has_one_mark_behind_it(tmp_path: Path) -> None:
    answers = ("", *ANSWERS, "count", "", SOURCE)
    said = run("new", "--raw", tmp_path, answers=answers)
    assert said.exit_code == 0
    assert said.stderr.count("an answer is needed, to stop press Ctrl+C") == 2
    assert said.stderr.count("Name of the programme: ") == 2
    assert said.stderr.count("such as Báo cáo số 15-BC/HU? ") == 2


@pytest.mark.parametrize(
    ("typed", "measure", "unit"),
    [
        ("%", "percent", None),
        ("per cent", "percent", None),
        ("Số lượng", "count", None),
        ("tỷ đồng", "number", "tỷ đồng"),
        ("sổ", "number", "sổ"),
        ("$", "number", "$"),
        ("€", "number", "€"),
    ],
)
def test_the_first_indicator_may_be_in_any_unit(
    tmp_path: Path, typed: str, measure: str, unit: str | None
) -> None:
    said = run("new", "--raw", tmp_path, answers=(*ANSWERS, "number", typed, SOURCE))
    assert said.stderr.count("expected its unit, such as tỷ đồng") == 1
    written = examine(tmp_path / "chuong-trinh-10-ctr-hu")
    assert written.faults == []
    (row,) = written.package.tables["indicators"].to_dict("records")
    assert row["unit_measure"] == measure
    assert (row["unit_vi"] if unit else None) == unit


def test_what_is_no_kind_of_measure_is_shown_to_be_taken_as_a_unit(tmp_path: Path) -> None:
    said = run("new", "--raw", tmp_path, answers=(*ANSWERS, "Học sinh", SOURCE))
    assert "What it is in: percent, count, rating, or the name of its unit" in said.stderr
    assert "taken as the name of its unit: so many Học sinh" in said.stderr
    said = run("new", "--raw", tmp_path / "2", answers=(*ANSWERS, "Phần trăm", SOURCE))
    assert "taken as" not in said.stderr


def test_the_questions_are_asked_in_the_language_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    said = run("new", "--raw", tmp_path, "--lang", "vi", answers=(*ANSWERS, "percent", SOURCE))
    assert said.stderr.startswith("Tên chương trình")
    assert os.environ["LANGUAGE"] == "en"


@pytest.mark.parametrize("typed", ["50", "-", "số", "Số", "so\u0302\u0301", "1.000", " "])
def test_what_names_no_unit_is_none(tmp_path: Path, typed: str) -> None:
    said = run("new", "--raw", tmp_path, answers=(*ANSWERS, typed, "‰", SOURCE))
    assert said.exit_code == 0
    assert "expected its unit, such as tỷ đồng" in said.stderr or not typed.strip()
    (row,) = (
        examine(tmp_path / "chuong-trinh-10-ctr-hu").package.tables["indicators"].to_dict("records")
    )
    assert row["unit_vi"] == "‰"


def test_the_days_of_a_programme_that_begins_within_a_year_are_told(tmp_path: Path) -> None:
    title, _, unit, _, indicator = ANSWERS
    answers = (title, "2021-07/2026-06", unit, "1/3/2021", "1/7/2021", indicator, "count", SOURCE)
    said = run("new", "--raw", tmp_path, answers=answers)
    assert said.exit_code == 0
    assert said.stderr.count("expected a day from 1/7/2021 to 31/12/2027, such as 14/3/2027") == 1


def test_a_year_is_reviewed_in_the_year_after(tmp_path: Path) -> None:
    title, _, unit, _, indicator = ANSWERS
    answers = (title, "2025", unit, "10/1/2026", indicator, "count", SOURCE)
    assert run("new", "--raw", tmp_path, answers=answers).exit_code == 0
    assert examine(tmp_path / "chuong-trinh-10-ctr-hu").faults == []


def test_the_unit_that_is_named_is_written_as_a_unit(tmp_path: Path) -> None:
    said = run("new", tmp_path / "abc", "--unit", "Huyện Mỹ Đức")
    assert said.exit_code == 0
    written = examine(tmp_path / "abc").given
    assert written.tables["units"].frame["title_vi"].tolist() == ["Huyện Mỹ Đức"]
    assert written.programme.frame["unit"].tolist() == ["huyen-my-duc"]
    assert run("new", tmp_path / "other", "--unit", "my-duc").exit_code == 0
    assert examine(tmp_path / "other").given.tables["units"].frame.empty
