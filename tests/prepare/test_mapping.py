"""The controls for an office's own sheet, picked from one after the other."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from officesheets import SCHOOL, SCHOOL_NEXT

from giaoban.cli import main
from giaoban.language import language
from giaoban.prepare import import_sheet
from giaoban.prepare.mapping import Mapping
from giaoban.report import Fragment
from giaoban.sheet import Answers, Intake

SAID = {"reported-on": "14/3/2025", "source": "Báo cáo", "set-by": "UBND huyện", "code": "07"}


def opened(tmp_path: Path, sheet: str = "school.xlsx", **said: str) -> Mapping:
    file = {"school.xlsx": SCHOOL, "next.xlsx": SCHOOL_NEXT}[sheet].xlsx(tmp_path / sheet)
    made = Mapping(Intake(file, "mine", tmp_path, Answers()), language("en"))
    for key, answer in said.items():
        made.controls[key, ""].value = answer
    return made


def offered(made: Mapping, key: str, name: str) -> list[str]:
    return [label for label, _ in made.controls[key, name].options]


def figures(tmp_path: Path) -> list[dict[str, str]]:
    with (tmp_path / "mine/figures.csv").open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


def test_each_column_and_row_shows_what_it_is_taken_for(tmp_path: Path) -> None:
    made = opened(tmp_path)
    assert offered(made, "column", "Năm 2024 / KH")[0] == "targets 2024"
    assert offered(made, "column", "Năm 2024 / % KH")[0] == "compares, is checked 2024"
    assert made.controls["row", "Học sinh bỏ học"].value == "new"
    assert made.controls["better", "Học sinh bỏ học"].value == "down"
    assert made.controls["measure", "Học sinh bỏ học"].value == "em"
    assert offered(made, "unit-name", "Xã An Mỹ") == ["a new unit", "leave out"]


def test_what_is_asked_of_a_row_names_it_and_stands_with_it(tmp_path: Path) -> None:
    made, title = opened(tmp_path), "Học sinh bỏ học"
    together = made.groups["What each row is", title].children
    assert [control.description for control in together] == [
        title,
        f"{title}: which way is better",
        f"{title}: what it is in",
    ]


def test_what_is_likely_stands_there_and_nothing_is_written_before_the_rest_is_answered(
    tmp_path: Path,
) -> None:
    made = opened(tmp_path)
    assert made.controls["years", ""].value == "2021/2025"
    assert made.button.disabled
    assert "Answer what is asked above." in made.told.value
    for key, answer in SAID.items():
        made.controls[key, ""].value = answer
    assert "To be written: figures 24, targets 4" in made.told.value
    assert not made.button.disabled
    assert not (tmp_path / "mine").exists()


def test_what_is_picked_is_what_is_written(tmp_path: Path) -> None:
    made = opened(tmp_path, **SAID)
    made.controls["column", "Năm 2021 / TH"].value = "skip"
    made.controls["row", "Giáo viên được tập huấn"].value = "skip"
    made.controls["unit-name", "Xã An Mỹ"].value = "skip"
    made.controls["better", "Học sinh bỏ học"].value = "none"
    assert "figures 12, targets 3" in made.told.value
    made.controls["row", "Giáo viên được tập huấn"].value = "new"
    made.button.click()
    assert "Now run the cells below." in made.told.value
    assert len(figures(tmp_path)) == 15
    # Next year's sheet finds its rows, and what was left out is left out again.
    after = opened(tmp_path, "next.xlsx")
    assert after.controls["row", "Học sinh bỏ học"].value == "hoc-sinh-bo-hoc"
    assert ("better", "Học sinh bỏ học") not in after.controls
    assert after.intake.answers.many["unit-name"] == {"Xã An Mỹ": "skip"}


def test_it_writes_what_the_command_writes(tmp_path: Path) -> None:
    made = opened(tmp_path, **SAID)
    made.button.click()
    said = [part for pair in made.intake.answers.one.items() for part in (f"--{pair[0]}", pair[1])]
    words = ["import", str(tmp_path / "school.xlsx"), str(tmp_path / "typed/mine"), "--yes", *said]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    written = [sorted((tmp_path / name).iterdir()) for name in ("mine", "typed/mine")]
    one, other = ([(path.name, path.read_bytes()) for path in paths] for paths in written)
    assert one == other


def test_what_cannot_be_is_told_and_the_button_is_shut(tmp_path: Path) -> None:
    made = opened(tmp_path, **SAID)
    made.controls["column", "Năm 2024 / KH"].value = "figure 2024"
    assert "two numbers for “Tỷ lệ tốt nghiệp THCS” 2024" in made.told.value
    assert made.button.disabled
    made.controls["column", "Năm 2024 / KH"].value = ""
    assert not made.button.disabled
    made.controls["measure", "Giáo viên được tập huấn"].value = "percent"
    made.button.click()
    assert "nothing was written" in made.told.value
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_without_a_sheet_there_is_nothing_to_pick(lang: str, tmp_path: Path) -> None:
    shown = import_sheet("", "mine", lang, str(tmp_path))
    assert isinstance(shown, Fragment)
    assert shown.about["nothing"]
