"""What an analyst confirms of a draft goes into the tables and passes the checks."""

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from places import RAW

from giaoban.cli import main
from giaoban.extract import Programme, draft_rows
from giaoban.programme.read import read_package

TEXT = (
    "Năm 2025, hộ nghèo còn 1,25%, giảm 0,4 điểm phần trăm so với năm 2024 "
    "(chỉ tiêu: 1,5%). Kết nạp １５１ đảng viên mới, đạt 100,7% kế hoạch."
)
TABLES = {
    "figure": "figures",
    "target": "targets",
    "change": "claims",
    "percent_of_target": "claims",
}


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return shutil.copytree(RAW / "demo", tmp_path / "raw" / "demo")


def append(folder: Path, name: str, row: dict[Any, str]) -> None:
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n").writerow(row)


def test_confirmed_rows_of_every_kind_pass_the_checks(tmp_path: Path, demo: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    proposed = draft_rows(tmp_path / "a.txt", Programme(read_package(demo)), "en")
    rows = proposed[proposed["kind"].isin(TABLES)].to_dict("records")
    assert [row["kind"] for row in rows] == [
        "figure",
        "change",
        "target",
        "figure",
        "percent_of_target",
    ]
    assert {row["indicator"] for row in rows} == {"poor-households", "members-admitted"}
    for number, row in enumerate(rows):
        open_cells = {"reported_on": "2025-07-15", "source": "demo", "claim": f"said-{number}"}
        told = {"stated": row["value"], "set_by": "huyen", "obs_status": "A"}
        # A target has a kind of its own, which the item does not say.
        if row["kind"] == "target":
            told["kind"] = ""
        append(demo, TABLES[row["kind"]], row | open_cells | told)
    done = CliRunner().invoke(main, ["check", "demo", "--raw", str(demo.parent)])
    assert (done.exit_code, done.stdout.endswith("no fault\n")) == (0, True), done.stdout
    claims = read_package(demo).tables["claims"].set_index("claim")
    assert [claims[name]["said-1"] for name in ("period", "stated")] == ["2024/2025", -0.4]
