import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from places import RAW
from pyarrow.parquet import ParquetFile

from giaoban.analysis import Review, load, processed, save_figures, save_tables
from giaoban.analysis.processed import FIGURES_CSV, FILES, as_csv, known_figures
from giaoban.errors import GiaobanError
from giaoban.programme import read_package


def test_the_processed_tables_have_the_columns_agreed(review: Review, tmp_path: Path) -> None:
    written = {path.name: path for path in save_tables(review, tmp_path)}
    folder = tmp_path / "data/processed/04-CTr-HU/2023-03-14/my-duc"
    assert written["scorecard.csv"] == folder / "scorecard.csv"
    card = pd.read_csv(written["scorecard.csv"], dtype=str)
    assert card.columns.tolist() == FILES["scorecard"][1]
    assert set(card["comparable"].dropna()) == {"false"}
    described = written["datapackage.json"].read_text("utf-8")
    assert described == json.dumps(json.loads(described), ensure_ascii=False, indent=2) + "\n"
    figures = pd.read_parquet(tmp_path / "data/processed/04-CTr-HU/figures.parquet")
    assert figures["value"].tolist() == [93.75, 97.8, 20, 19.6, 89, 460, 100, 85.7, 100, 100, 100]


def test_a_table_that_cannot_be_written_is_named_and_all_others_stay_as_they_were(
    review: Review, tmp_path: Path
) -> None:
    written = {path.name: path for path in save_tables(review, tmp_path)}
    written["scorecard.csv"].write_text("of an earlier day")
    written["targets.csv"].unlink()
    written["targets.csv"].mkdir()
    with pytest.raises(GiaobanError, match=r"targets\.csv: cannot be written"):
        save_tables(review, tmp_path)
    assert written["scorecard.csv"].read_text() == "of an earlier day"


def test_truth_is_written_as_true_and_false_and_nothing_as_nothing(tmp_path: Path) -> None:
    save_tables(load("demo", "latest", "", RAW), tmp_path)
    folder = tmp_path / "data/processed/demo/2025-07-15/mau"
    card = pd.read_csv(folder / "scorecard.csv", dtype=str).set_index("indicator")
    assert card.loc["cadres-degree", "comparable"] == "true"
    admitted = [card[name]["members-admitted"] for name in ("comparable", "reason")]
    assert admitted == ["false", "part_year"]
    assert pd.isna(card["comparable"]["satisfaction"])
    assert card["low"]["orgs-rated"].startswith("85.")


@pytest.mark.parametrize(
    ("meeting", "unit", "expected"),
    [
        ("2025-07-15", "xa-25", ["2023", "6.0", "", "=", "sum", "1.0", "1.0", "1.0", "true"]),
        (
            "2024-03-12",
            "xa-22",
            ["2022", "6.0", "14.0", "..", "bounds", "", "-6.0", "2.0", "true"],
        ),
    ],
)
def test_a_figure_since_a_merger_stands_beside_what_was_worked_out(
    meeting: str, unit: str, expected: list[str], tmp_path: Path
) -> None:
    save_tables(load("demo", meeting, unit, RAW), tmp_path)
    path = tmp_path / f"data/processed/demo/{meeting}/{unit}/scorecard.csv"
    card = pd.read_csv(path, dtype=str, keep_default_na=False)
    names = ["previous_period", "previous_value", "previous_value_to", "previous_qualifier"]
    names += ["recast_method", "change", "change_least", "change_most", "comparable"]
    row = card.set_index("indicator")[names].T["members-admitted"]
    assert [*row] == expected


def test_every_table_has_the_columns_agreed_for_the_demo_too(tmp_path: Path) -> None:
    written = {p.stem: p for p in save_tables(load("demo", "latest", "", RAW), tmp_path)}
    for name, (_, columns) in FILES.items():
        table = pd.read_csv(written[name])
        assert table.columns.tolist() == columns
        # It has no unit of its level beside it; its communes have, and stand in test_peers.
        assert len(table) or name == "peers"


def test_every_revision_of_a_figure_is_kept(tmp_path: Path) -> None:
    package = load("demo", "latest", "", RAW).known.package
    path = save_figures(package, tmp_path)
    assert ParquetFile(path).schema_arrow.names == list(package.tables["figures"].columns)
    kept = pd.read_parquet(path)
    assert len(kept) == len(package.tables["figures"])
    assert kept.duplicated(["unit", "indicator", "period"]).any()


@pytest.mark.parametrize("programme", ["04-CTr-HU", "demo"])
def test_the_frictionless_program_finds_the_files_as_they_are_described(
    programme: str, frictionless: Callable[[Path], dict[str, Any]], tmp_path: Path
) -> None:
    folder = save_tables(load(programme, "latest", "", RAW), tmp_path)[-1].parent
    said = frictionless(folder)
    assert said["valid"], said
    assert {task["name"] for task in said["tasks"]} == set(FILES)
    assert {path.stem for path in folder.glob("*.csv")} == set(FILES)


def test_the_figures_of_a_meeting_have_their_titles_and_are_those_known_then() -> None:
    now, before = (known_figures(load("demo", m, "", RAW)) for m in ("2025-07-15", "2024-03-12"))
    assert now.columns.tolist() == FIGURES_CSV
    assert len(before) < len(now)
    assert not now.duplicated(["indicator", "unit", "period"]).any()
    own = now[now["unit"].eq("xa-01") & now["indicator"].eq("orgs-rated")].iloc[-1]
    assert own["title_en"] == "Grassroots organisations rated well"
    assert own["unit_title_vi"] == "Xã Mẫu 01"
    assert now["title_vi"].notna().all()


def test_text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it() -> None:
    cells = ["=HYPERLINK(1)", "=", ">=", "-3,2%", "+5", "–"]
    rows = csv.reader(io.StringIO(as_csv(pd.DataFrame({"note": cells})), newline=""))
    assert [row for (row,) in rows] == ["note", "'=HYPERLINK(1)", *cells[1:]]


@pytest.mark.slow
@pytest.mark.parametrize("programme", ["04-CTr-HU", "demo"])
def test_the_files_are_the_same_however_pandas_keeps_texts(programme: str, tmp_path: Path) -> None:
    written = {}
    for storage in ("python", "pyarrow"):
        with pd.option_context("mode.string_storage", storage):
            # In a place of its own, it is read anew.
            shutil.copytree(RAW / programme, tmp_path / "raw" / storage / programme)
            review = load(programme, "latest", "", tmp_path / "raw" / storage)
            paths = save_tables(review, tmp_path / storage)
        written[storage] = {p.relative_to(tmp_path / storage): p.read_bytes() for p in paths}
    assert written["python"] == written["pyarrow"]
    assert len(written["python"]) == len(FILES) + 2


def test_the_figures_of_one_unit_are_found_without_reading_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processed, "AT_ONCE", 50)
    package = read_package(RAW / "demo")
    path = save_figures(package, tmp_path)
    about = ParquetFile(path).metadata
    assert {about.row_group(n).num_rows for n in range(about.num_row_groups - 1)} == {50}
    figures = package.tables["figures"]
    own = pd.read_parquet(path, filters=[("unit", "==", "xa-24")])
    assert len(own) == figures["unit"].eq("xa-24").sum() > 0
