from pathlib import Path

import pandas as pd
from places import RAW

from giaoban.analysis import FILES, Review, load, save_figures, save_tables


def test_the_processed_tables_have_the_columns_agreed(review: Review, tmp_path: Path) -> None:
    written = {path.name: path for path in save_tables(review, tmp_path)}
    folder = tmp_path / "data/processed/04-CTr-HU/2023-03-14/my-duc"
    assert written["scorecard.csv"] == folder / "scorecard.csv"
    card = pd.read_csv(written["scorecard.csv"], dtype=str)
    assert card.columns.tolist() == FILES["scorecard"][1]
    assert set(card["comparable"].dropna()) == {"false"}
    figures = pd.read_parquet(tmp_path / "data/processed/04-CTr-HU/figures.parquet")
    assert figures["value"].tolist() == [93.75, 97.8, 20, 19.6, 89, 460, 100, 85.7, 100, 100, 100]


def test_truth_is_written_as_true_and_false_and_nothing_as_nothing(tmp_path: Path) -> None:
    save_tables(load("demo", "latest", "", RAW), tmp_path)
    folder = tmp_path / "data/processed/demo/2025-07-15/mau"
    card = pd.read_csv(folder / "scorecard.csv", dtype=str).set_index("indicator")
    assert card.loc["cadres-degree", "comparable"] == "true"
    admitted = [card[name]["members-admitted"] for name in ("comparable", "reason")]
    assert admitted == ["false", "part_year"]
    assert pd.isna(card["comparable"]["satisfaction"])
    assert card["low"]["orgs-rated"].startswith("85.")


def test_every_table_has_the_columns_agreed_for_the_demo_too(tmp_path: Path) -> None:
    written = {p.stem: p for p in save_tables(load("demo", "latest", "", RAW), tmp_path)}
    for name, (_, columns) in FILES.items():
        table = pd.read_csv(written[name])
        assert table.columns.tolist() == columns
        assert len(table)


def test_every_revision_of_a_figure_is_kept(tmp_path: Path) -> None:
    package = load("demo", "latest", "", RAW).known.package
    kept = pd.read_parquet(save_figures(package, tmp_path))
    assert len(kept) == len(package.tables["figures"])
    assert kept.duplicated(["unit", "indicator", "period"]).any()
