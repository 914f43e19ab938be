"""The commands for data say what they wrote."""

import csv
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from giaoban.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def test_check_writes_what_can_only_be_meant_into_a_copy_and_checks_that(
    programme: Path, spoil: Callable[..., None], tmp_path: Path
) -> None:
    spoil("figures", 2, unit="Huyện Mỹ Đức")
    spoil("figures", 3, value="1.250")
    said = run("check", programme, "--fix", tmp_path / "copy")
    mended, *left = said.stdout.splitlines()
    assert mended == "figures.csv:unit: Huyện Mỹ Đức → my-duc (cells: 1)"
    assert [fault.split(" (")[0] for fault in left] == ["figures.csv:3:value: ambiguous number"]
    assert said.exit_code == 2
    with (tmp_path / "copy" / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["unit"] for row in csv.DictReader(file)} == {"my-duc"}


def test_the_copy_keeps_a_column_that_somebody_added(
    programme: Path, spoil: Callable[..., None], tmp_path: Path
) -> None:
    spoil("figures", 2, unit="Huyện Mỹ Đức")
    file = programme / "units.csv"
    header, *rows = file.read_text("utf-8-sig").splitlines()
    checked = [f"{header},checked_by", *(f"{row},An" for row in rows)]
    file.write_text("\n".join(checked), "utf-8")
    said = run("check", programme, "--fix", tmp_path / "copy")
    assert "units.csv: columns of your own, of which nothing is made: checked_by" in said.stderr
    with (tmp_path / "copy" / "units.csv").open(encoding="utf-8-sig", newline="") as copy:
        assert {row["checked_by"] for row in csv.DictReader(copy)} == {"An"}


def test_check_writes_no_copy_where_there_is_nothing_to_mend(
    programme: Path, tmp_path: Path
) -> None:
    said = run("check", programme, "--fix", tmp_path / "copy")
    assert said.exit_code == 0
    assert "nothing to mend" in said.stderr
    assert not (tmp_path / "copy").exists()
