"""The draft as a whole: items with what is to be proposed of each number beside them, in ITEM.csv."""

import csv
import io
import shutil
from pathlib import Path

import pandas as pd
import pytest
from drafting import ITEM, ITEMS, PRESS, call, known, propose
from places import RAW

from giaoban.datapackage.csvtable import read_text
from giaoban.extract import as_csv, draft_rows, record_rows
from giaoban.programme.read import read_package
from giaoban.tables.schema import columns

TABLES = {
    "figures": ["figure"],
    "targets": ["target"],
    "claims": ["mean_per_year", "margin_over_target", "percent_of_target", "change"],
}


DOUBTS = {
    ("orgs-rated", "97,8"): "percent_sign_missing",
    ("orgs-excellent", "20%"): "base_not_said",
    ("orgs-excellent", "19,6%"): "base_not_said",
    ("members-completed-well", "14 %"): "points_or_percent",
    ("members-admitted", "460"): "period_derived",
    ("members-admitted", "150"): "period_derived",
    ("city-cadres-degree", "100%"): "share_or_more",
    ("commune-cadres-degree", "100%"): "share_or_more",
}


@pytest.fixture(scope="module")
def proposed() -> pd.DataFrame:
    return draft_rows(ITEM, known("04-CTr-HU"), "en")


@pytest.mark.parametrize("path", ITEMS, ids=lambda p: p.name)
def test_an_item_yields_what_stands_beside_it(path: Path) -> None:
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    table = draft_rows(path, None, "en")
    assert table[list(expected[0])].to_dict("records") == expected


@pytest.mark.parametrize("name", TABLES)
def test_the_programmes_own_item_yields_the_rows_of_its_tables(
    name: str, proposed: pd.DataFrame
) -> None:
    stands = pd.read_csv(RAW / f"04-CTr-HU/{name}.csv", dtype=str, keep_default_na=False)
    if name == "targets":
        # One was worked out from a claim, one was not printed.
        stands = stands[stands["derivation"].eq("") & stands["value"].ne("")]
    key = ["indicator", "unit", "period"]
    key += {"figures": ["as_published", "definition"], "claims": ["kind", "as_published"]}.get(
        name, []
    )
    rows = proposed[proposed["kind"].isin(TABLES[name]) & proposed["indicator"].ne("")]
    key += ["stated"] if name == "claims" else ["value", "qualifier"]
    found = rows.rename(columns={"value": "stated"} if name == "claims" else {})
    assert sorted(map(tuple, found[key].to_numpy())) == sorted(map(tuple, stands[key].to_numpy()))
    assert set(rows["in_table"]) == {"same"}


def test_its_doubts_are_those_that_the_print_leaves(proposed: pd.DataFrame) -> None:
    rows = proposed[proposed["indicator"].ne("")]
    doubts = {
        (row.indicator, row.as_published): row.doubts for row in rows.itertuples() if row.doubts
    }
    assert doubts == DOUBTS
    others = proposed[proposed["indicator"].eq("") & proposed["kind"].isin(["figure", "target"])]
    assert others["as_published"].tolist() == ["9", "10"]
    assert set(others["doubts"]) == {"term_or_stage no_indicator"}


def test_an_item_yields_the_rows_of_records_that_stand_beside_it() -> None:
    path = PRESS / "krong-bay.txt"
    with path.with_suffix(".records.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    assert record_rows(path, None, "en")[list(expected[0])].to_dict("records") == expected


def test_a_record_speaks_of_the_indicator_whose_title_it_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tuy nhiên, giao thông còn khó khăn.", "utf-8")
    titles = known("demo").titles.titles
    (tmp_path / "b.txt").write_text(f"Tuy nhiên, {titles['files-late'].lower()} còn cao.", "utf-8")
    rows = [record_rows(tmp_path / name, known("demo"), "en") for name in ("a.txt", "b.txt")]
    assert [row["indicator"].tolist() for row in rows] == [[""], ["files-late"]]


def test_confirmed_records_are_read_by_the_records_table(programme: Path, tmp_path: Path) -> None:
    done = call(PRESS / "krong-bay.txt", "--records", "--draft", tmp_path / "draft.csv")
    assert done.stderr.splitlines() == [
        "krong-bay.txt: 12 rows of records proposed, 3 of these with doubts",
        "lines below headings passed over (figures, field names, “:” at end): 1",
    ]
    rows = pd.read_csv(tmp_path / "draft.csv", dtype=str, keep_default_na=False)
    assert list(rows.columns[: len(columns("records"))]) == columns("records")
    rows[columns("records")].assign(meeting_date="2023-03-14").to_csv(
        programme / "records.csv", index=False
    )
    assert len(read_package(programme).tables["records"]) == len(rows)


def test_confirmed_rows_are_read_by_the_figures_table(
    proposed: pd.DataFrame, programme: Path
) -> None:
    rows = proposed[proposed["kind"].eq("figure") & proposed["indicator"].ne("")]
    assert list(proposed.columns[: len(columns("figures"))]) == columns("figures")
    header = pd.read_csv(programme / "figures.csv", nrows=0).columns
    pasted = rows[header].assign(reported_on="2023-03-14", source="myduc-2023-03-15")
    pasted.to_csv(programme / "figures.csv", index=False)
    package = read_package(programme)
    assert len(package.tables["figures"]) == len(rows)


def test_doubts_are_told_in_the_language_asked_for() -> None:
    said = {lang: call(ITEM, "--lang", lang).stdout for lang in ("vi", "en")}
    assert "không nêu rõ mẫu số" in said["vi"]
    assert "the base of the percentage is not said" in said["en"]


def test_doubts_have_the_numbers_of_their_language(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2022, 2.709 tỷ đồng; có 45/48 chi bộ tốt.", "utf-8")
    told = {lang: " ".join(draft_rows(path, None, lang)["doubts_told"]) for lang in ("vi", "en")}
    assert "2709 / 2,709" in told["vi"]
    assert "2709 / 2.709" in told["en"]
    assert ("93,75%" in told["vi"], "93.75%" in told["en"]) == (True, True)


def test_a_draft_is_printed_and_its_numbers_are_counted() -> None:
    done = call(ITEM, "--programme", "04-CTr-HU", "--raw", RAW)
    assert done.exit_code == 0
    assert done.stdout.startswith("indicator,unit,period,value,value_to,qualifier,")
    assert done.stderr.splitlines() == [
        "04-CTr-HU.txt: 33 numbers: 16 proposed, 10 of these with doubts; "
        "17 in dates, periods, documents and names; 0 unplaced",
        "in the programme's tables already: 14 the same, 0 different",
    ]
    assert call(ITEM, "-q").stderr == ""


def test_a_draft_in_a_file_opens_right_in_excel(tmp_path: Path) -> None:
    done = call(ITEM, "--draft", tmp_path / "draft.csv")
    assert done.stdout == f"{tmp_path / 'draft.csv'}\n"
    content = (tmp_path / "draft.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content[3:].decode() == call(ITEM).stdout
    assert read_text(tmp_path / "draft.csv", "figures").frame["as_published"].notna().all()


def test_a_draft_is_never_written_among_the_data_nor_over_a_file(programme: Path) -> None:
    raw = programme.parent
    (raw / "other.csv").write_text("mine")
    before = sorted(raw.rglob("*"))
    for place in (raw / "d.csv", programme / "d.csv", programme / "a/d.csv", raw / "x/d.csv"):
        assert call(ITEM, "--raw", raw, "--draft", place).exit_code == 2
    for place in (programme / "a/d.csv", raw / "d.csv"):
        assert call(ITEM, "--draft", place).exit_code == 2
    done = call(ITEM, "--draft", shutil.copy(ITEM, raw.parent / "mine.csv"))
    assert (done.exit_code, "exists already" in done.stderr) == (2, True)
    assert sorted(raw.rglob("*")) == before


def test_a_draft_may_lie_in_the_project_beside_a_converted_programme(programme: Path) -> None:
    project = programme.parents[1]
    shutil.copytree(programme, project / "converted")
    done = call(ITEM, "--raw", programme.parent, "--draft", project / "draft.csv")
    assert (done.exit_code, done.stdout) == (0, f"{project / 'draft.csv'}\n")


def test_an_excerpt_shows_the_number_and_is_no_formula(tmp_path: Path) -> None:
    table = propose(tmp_path, "=5 xã; +7 xã\n@đạt 93%")
    assert table["excerpt"].tolist()[-1] == "…@đạt »93%«"
    assert not table["excerpt"].str.match(r"[=+@-]").any()


def test_a_draft_as_csv_says_what_it_holds_to_whoever_reads_csv(proposed: pd.DataFrame) -> None:
    odd = proposed.assign(note_en='says "x", y;\nand z')
    written = as_csv(odd)
    assert b"\r" not in written
    read = list(csv.DictReader(io.StringIO(written.decode("utf-8"), newline="")))
    assert read == odd.to_dict("records")


def test_a_draft_of_no_number_has_its_header(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hội nghị giao ban.", "utf-8")
    lines = as_csv(draft_rows(tmp_path / "a.txt", None, "en")).decode().splitlines()
    assert len(lines) == 1
    assert lines[0].split(",")[: len(columns("figures"))] == columns("figures")
