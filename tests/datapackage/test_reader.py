import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from places import RAW

from giaoban.datapackage import read_folder
from giaoban.errors import GiaobanError
from giaoban.tables import TABLES, TABLES_KNOWN, THERE, TextPackage


def told(package: TextPackage) -> list[str]:
    return [str(fault) for fault in package.faults]


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_the_tables_of_a_folder_are_read_as_text_in_their_order(name: str) -> None:
    package = read_folder(RAW / name)
    there = [table for table in TABLES if (RAW / name / f"{table}.csv").exists()]
    assert list(package.tables) == there
    assert [text.file for text in package.tables.values()] == [f"{table}.csv" for table in there]
    assert {str(kind) for t in package.tables.values() for kind in t.frame.dtypes} == {"str"}
    listed = [str(resource["name"]) for resource in package.resources or []]
    assert sorted(listed) == sorted(there)
    assert (package.faults, package.notes, package.others) == ([], [], {})


def test_a_table_that_is_listed_must_be_there_and_one_that_is_there_must_be_listed(
    programme: Path,
) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    listed = [r for r in descriptor["resources"] if r["name"] != "claims"]
    path.write_text(json.dumps(descriptor | {"resources": listed}), "utf-8")
    (programme / "events.csv").unlink()
    (programme / "figures.csv").unlink()
    (programme / "clams.csv").write_text("claim\n", "utf-8")
    package = read_folder(programme)
    assert [f.check for f in package.faults].count(THERE) == 2
    assert [f.file for f in package.faults if f.check is TABLES_KNOWN] == ["clams.csv"]
    assert told(package) == [
        "figures.csv:-:-: missing table, expected the tables indicators, figures, meetings at least",
        "events.csv:-:-: missing table, datapackage.json lists it",
        "datapackage.json:resources:claims: table not listed, expected claims.csv there: "
        "giaoban check PROGRAMME --fix COPY lists it",
        "clams.csv:-:-: unknown table, did you mean claims?",
    ]
    assert {"claims", "events"} & set(package.tables) == {"claims"}


def test_what_else_a_descriptor_says_is_kept_beside_where_it_says_so(programme: Path) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8")) | {"licenses": [{"name": "CC0-1.0"}]}
    next(r for r in descriptor["resources"] if r["name"] == "figures")["title"] = "Số liệu"
    path.write_text(json.dumps(descriptor), "utf-8")
    others = read_folder(programme).others.values()
    kept = {key: (table, json.loads(value)) for table, key, value in others}
    assert kept == {"licenses": ("", [{"name": "CC0-1.0"}]), "title": ("figures", "Số liệu")}


def test_a_copy_of_a_schema_that_says_something_else_is_a_fault(programme: Path) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    figures = next(r for r in descriptor["resources"] if r["name"] == "figures")
    figures["schema"]["primaryKey"] = ["indicator"]
    path.write_text(json.dumps(descriptor), "utf-8")
    assert told(read_folder(programme)) == [
        "datapackage.json:figures:primaryKey: the schema's copy disagrees "
        '(found ["indicator"]), expected ["indicator", "unit", "period", "reported_on"]'
    ]


def with_copy(programme: Path, table: str, change: Callable[[dict[str, Any]], object]) -> list[str]:
    """Change the copy of a table's schema, and tell the faults."""
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(next(r for r in descriptor["resources"] if r["name"] == table)["schema"])
    path.write_text(json.dumps(descriptor), "utf-8")
    return told(read_folder(programme))


def field(schema: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (f for f in schema["fields"] if f["name"] == name)
    return found


def test_the_key_that_targets_had_earlier_is_as_good(programme: Path) -> None:
    earlier = ["indicator", "unit", "period", "reported_on"]
    assert with_copy(programme, "targets", lambda s: s.update(primaryKey=earlier)) == []
    (fault,) = with_copy(programme, "targets", lambda s: s.update(primaryKey=["indicator"]))
    assert fault.startswith("datapackage.json:targets:primaryKey: the schema's copy disagrees")


def test_titles_and_explanations_may_be_in_anybodys_words(programme: Path) -> None:
    def reworded(schema: dict[str, Any]) -> None:
        field(schema, "value").update(title="Số", description="Con số")
        field(schema, "unit").pop("description", None)
        field(schema, "qualifier")["codes"] = {"=": "bằng"}

    assert with_copy(programme, "figures", reworded) == []


def test_a_copy_may_know_fewer_codes_and_no_others(programme: Path) -> None:
    def listing(*codes: str) -> Callable[[dict[str, Any]], object]:
        return lambda s: field(s, "qualifier")["constraints"].update(enum=list(codes))

    assert with_copy(programme, "figures", listing("=", ">")) == []
    for codes in (["=", "≈"], []):
        (fault,) = with_copy(programme, "figures", listing(*codes))
        assert fault.startswith("datapackage.json:figures:qualifier: the schema's copy disagrees")


def test_a_copy_may_require_what_is_filled_in_everywhere(programme: Path) -> None:
    def requiring(column: str) -> Callable[[dict[str, Any]], object]:
        return lambda s: field(s, column).setdefault("constraints", {}).update(required=True)

    assert with_copy(programme, "indicators", requiring("title_en")) == []
    (fault,) = with_copy(programme, "indicators", requiring("part_of"))
    assert fault.startswith("datapackage.json:indicators:part_of: the schema's copy disagrees")


@pytest.mark.parametrize("part", [{"type": "string"}, {"constraints": {"maximum": 90}}])
def test_a_rule_of_a_copy_may_not_be_another(programme: Path, part: dict[str, object]) -> None:
    (fault,) = with_copy(programme, "figures", lambda s: field(s, "value").update(part))
    assert fault.startswith("datapackage.json:figures:value: the schema's copy disagrees")


def test_a_folder_that_is_no_programme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match="no programme there"):
        read_folder(tmp_path)


def test_what_is_no_file_of_the_folder_is_refused_and_not_read(
    programme: Path, tmp_path: Path
) -> None:
    own = programme / "units.csv"
    elsewhere = own.rename(tmp_path / "elsewhere.csv")
    own.symlink_to(elsewhere)
    with pytest.raises(GiaobanError, match=r"units\.csv: is a link that leads out of the folder"):
        read_folder(programme)
    own.unlink()
    own.symlink_to((programme / "own.csv").name)
    elsewhere.rename(programme / "own.csv")
    assert "units" in read_folder(programme).tables
    own.unlink()
    for make in (own.mkdir, partial(os.mkfifo, own)):
        make()
        with pytest.raises(GiaobanError, match=r"units\.csv: is no file"):
            read_folder(programme)
        own.rmdir() if own.is_dir() else own.unlink()


def _with_column(path: Path, name: str, cell: str) -> None:
    head, *rows = path.read_text("utf-8").splitlines()
    lines = [f"{head},{name}", *(f"{row},{cell}" for row in rows)]
    path.write_text("\n".join([*lines, ""]), "utf-8")


def test_a_column_that_somebody_added_is_kept_apart_with_a_note(programme: Path) -> None:
    _with_column(programme / "units.csv", "checked_by", "Lan")
    package = read_folder(programme)
    assert [*package.faults, *package.tables["units"].faults] == []
    (note,) = package.notes
    assert str(note) == "units.csv: columns of your own, of which nothing is made: checked_by"
    assert "checked_by" not in package.tables["units"].header
    assert set(package.tables["units"].own["checked_by"]) == {"Lan"}


def test_a_column_with_nearly_the_name_of_one_is_no_such_column(programme: Path) -> None:
    _with_column(programme / "units.csv", "valid_form", "2021-01-01")
    (fault,) = read_folder(programme).tables["units"].faults
    assert str(fault) == "units.csv:1:valid_form: unknown column, did you mean valid_from?"


def test_a_column_that_the_list_of_tables_does_not_know_yet_is_no_fault(programme: Path) -> None:
    _with_column(programme / "targets.csv", "kind", "")
    package = read_folder(programme)
    assert [*package.faults, *package.tables["targets"].faults, *package.notes] == []
    assert "kind" in package.tables["targets"].header


def test_a_column_that_the_list_of_tables_has_and_the_file_has_not_is_one(programme: Path) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    (targets,) = (r for r in descriptor["resources"] if r["name"] == "targets")
    targets["schema"]["fields"].append({"name": "kind", "type": "string"})
    path.write_text(json.dumps(descriptor), "utf-8")
    assert [fault.split(" (")[0] for fault in told(read_folder(programme))] == [
        "datapackage.json:targets:fields: the schema's copy disagrees",
        "datapackage.json:targets:kind: the schema's copy disagrees",
    ]


def in_parquet(programme: Path, name: str) -> None:
    """Keep a table as Parquet, as somebody does with pandas, and list it so."""
    file = programme / f"{name}.csv"
    pd.read_csv(file).to_parquet(file.with_suffix(".parquet"))
    file.unlink()
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] == name:
            form = {"path": f"{name}.parquet", "format": "parquet"}
            for part in ("mediatype", "encoding", "dialect"):
                resource.pop(part, None)
            resource.update(form)
    path.write_text(json.dumps(descriptor), "utf-8")


def test_some_tables_may_be_parquet_and_others_csv(programme: Path) -> None:
    before = read_folder(programme)
    in_parquet(programme, "figures")
    package = read_folder(programme)
    assert [*package.faults, *package.notes] == []
    assert (package.tables["figures"].file, package.parquet) == ("figures.parquet", ["figures"])
    assert package.tables["units"].file == "units.csv"
    own, ours = (p.tables["figures"].frame for p in (before, package))
    assert own["reported_on"].tolist() == ours["reported_on"].tolist()


def test_of_a_table_in_both_forms_the_one_that_is_listed_is_meant(programme: Path) -> None:
    kept = (programme / "figures.csv").read_bytes()
    in_parquet(programme, "figures")
    (programme / "figures.csv").write_bytes(kept)
    assert told(read_folder(programme)) == [
        "figures.csv:-:-: table stands twice, figures.parquet is there too: move away what is old",
    ]


def test_the_list_of_tables_says_in_which_form_each_is(programme: Path) -> None:
    in_parquet(programme, "figures")
    path = programme / "datapackage.json"
    said = path.read_text("utf-8")
    path.write_text(said.replace('"format": "parquet"', '"format": "csv"'), "utf-8")
    assert told(read_folder(programme)) == [
        'datapackage.json:figures:format: not how tables are read (found "csv"), expected '
        '"parquet", or to leave it out'
    ]
    path.write_text(said.replace("figures.parquet", "figures.csv"), "utf-8")
    assert (
        "wrong path (found figures.csv), expected figures.parquet"
        in told(read_folder(programme))[-1]
    )
    path.write_text(said, "utf-8")
    (programme / "figures.parquet").rename(programme / "figure.parquet")
    assert told(read_folder(programme))[-1] == (
        "figure.parquet:-:-: unknown table, did you mean figures?"
    )


def test_a_link_to_parquet_out_of_the_folder_is_refused(programme: Path, tmp_path: Path) -> None:
    in_parquet(programme, "units")
    own = programme / "units.parquet"
    own.symlink_to(own.rename(tmp_path / "elsewhere.parquet"))
    with pytest.raises(
        GiaobanError, match=r"units\.parquet: is a link that leads out of the folder"
    ):
        read_folder(programme)
