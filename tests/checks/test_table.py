import csv
import json
import pickle
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from places import RAW

import giaoban
from giaoban.checks.table import OF_A_COLUMN, OF_A_TABLE, pointing_nowhere, table_faults
from giaoban.datapackage.descriptorchecks import OF_A_DESCRIPTOR
from giaoban.programme.read import examine
from giaoban.tables.faults import Check
from giaoban.tables.filechecks import OF_A_FILE, OF_A_PACKAGE

Broken = set[tuple[str, str, str]]
# A table, a row, what its cells become, and the checks that then fail, these and no others.
CASES = [
    ("figures", 2, {"value": "many"}, {("figures", "value", "number")}),
    ("figures", 2, {"value": "1.234"}, {("figures", "value", "number")}),
    ("figures", 2, {"value": "93.7"}, {("figures", "as_published", "print")}),
    ("figures", 2, {"value": "", "obs_status": "O"}, {("figures", "as_published", "print")}),
    ("figures", 2, {"value": "101", "as_published": ""}, {("figures", "value", "share")}),
    ("figures", 7, {"value": "460.5", "as_published": ""}, {("figures", "value", "count")}),
    ("figures", 2, {"value": "", "as_published": ""}, {("figures", "value", "given")}),
    ("figures", 2, {"source": ""}, {("figures", "source", "sourced")}),
    ("figures", 2, {"source": "nowhere"}, {("figures", "source", "reference")}),
    ("figures", 2, {"source": "no where"}, {("figures", "source", "reference")}),
    ("figures", 2, {"unit": ""}, {("figures", "unit", "required")}),
    ("figures", 2, {"qualifier": "≈"}, {("figures", "qualifier", "enum")}),
    ("figures", 12, {"qualifier": ">"}, {("figures", "qualifier", "possible")}),
    ("figures", 2, {"obs_status": "M"}, {("figures", "obs_status", "silent")}),
    ("figures", 2, {"reported_on": "14/3/2023"}, {("figures", "reported_on", "date")}),
    ("figures", 2, {"period": "2019"}, {("figures", "period", "within")}),
    ("figures", 2, {"period": "2022/2021"}, {("figures", "period", "period")}),
    ("figures", 2, {"period": "2021-H1"}, {("figures", "period", "period")}),
    ("figures", 2, {"period": "2021-01/2021-12"}, {("figures", "period", "period")}),
    (
        "figures",
        2,
        {"period": "2022"},
        {("figures", "indicator+unit+period+reported_on", "key")},
    ),
    ("figures", 2, {"note_en": "a\x00b"}, {("figures", "note_en", "string")}),
    ("targets", 2, {"period": "2020"}, {("targets", "period", "within")}),
    ("claims", 2, {"stated": "151"}, {("claims", "as_published", "print")}),
    ("meetings", 2, {"data_cutoff": "soon"}, {("meetings", "data_cutoff", "date")}),
    ("indicators", 2, {"decimals": "1.5"}, {("indicators", "decimals", "integer")}),
    ("indicators", 2, {"decimals": "7"}, {("indicators", "decimals", "range")}),
    ("indicators", 2, {"part_of": "orgs-excellent"}, {("indicators", "part_of", "circle")}),
    (
        "units",
        4,
        {"valid_from": "2024-01-01", "valid_to": "2023-01-01"},
        {("units", "valid_to", "order")},
    ),
    ("units", 4, {"parent": "my-duc"}, {("units", "parent", "circle")}),
]


def broken(folder: Path) -> tuple[int, Broken]:
    checks = examine(folder).checks
    return len(checks), {(c.table, c.column, c.check.name) for c in checks if c.faults}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "row", "cells", "expected"), CASES, ids=[str(c[2]) for c in CASES]
)
def test_a_spoilt_cell_makes_the_right_check_fail_and_no_other_and_none_goes_or_comes(
    programme: Path,
    spoil: Callable[..., None],
    table: str,
    row: int,
    cells: dict[str, str],
    expected: Broken,
) -> None:
    number, none = broken(programme)
    spoil(table, row, **cells)
    assert (none, broken(programme)) == (set(), (number, expected))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"code": 1.5}, ("programme", "code", "string")),
        ({"colour": "red"}, ("programme", "", "keys_known")),
        ({"period": "2025/2021"}, ("programme", "period", "period")),
        ({"targets": "many"}, ("programme", "targets", "integer")),
        ({"synthetic": "maybe"}, ("programme", "synthetic", "boolean")),
        ({"unit": "nobody"}, ("programme", "unit", "reference")),
        ({"code": ""}, ("programme", "code", "required")),
        ({"title_vi": "", "title_en": ""}, ("programme", "title_vi", "told")),
    ],
)
def test_a_wrong_part_of_the_description_makes_the_right_check_fail(
    programme: Path, change: dict[str, object], expected: tuple[str, str, str]
) -> None:
    number, _ = broken(programme)
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"] |= change
    path.write_text(json.dumps(descriptor), "utf-8")
    assert broken(programme) == (number, {expected})


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"encoding": "latin-1"}, "as_written"),
        ({"path": "other.csv"}, "path"),
        ({"name": "claims"}, "listed_once"),
        ({"name": "clams"}, "tables_known"),
    ],
)
def test_a_wrong_list_of_tables_makes_the_right_check_fail(
    programme: Path, change: dict[str, object], rule: str
) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    next(r for r in descriptor["resources"] if r["name"] == "events").update(change)
    path.write_text(json.dumps(descriptor), "utf-8")
    assert ("package", "", rule) in broken(programme)[1]


def test_a_table_that_is_missing_fails_the_check_of_what_must_be_there(programme: Path) -> None:
    (programme / "meetings.csv").unlink()
    assert ("package", "", "there") in broken(programme)[1]


@pytest.mark.parametrize("table", ["indicators", "units"])
def test_two_ids_of_one_file_name_fail_the_check_of_file_names(programme: Path, table: str) -> None:
    path = programme / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    copy = [rows[1][0].upper(), *rows[1][1:]]
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(copy)
    assert broken(programme)[1] == {(table, table[:-1], "file_name")}


def test_a_rule_of_a_count_fails_the_check_that_it_bounds_a_share(tmp_path: Path) -> None:
    folder = shutil.copytree(RAW / "demo", tmp_path / "demo")
    path = folder / "rules.csv"
    path.write_text(path.read_text("utf-8").replace(",files-late,", ",complaints,"), "utf-8")
    assert broken(folder)[1] == {("rules", "indicator", "a_share")}


def made() -> set[Check[Any]]:
    """Give every check that stands in a module of the package."""
    found = walk_packages(giaoban.__path__, "giaoban.")
    modules = [import_module(module.name) for module in found if "__main__" not in module.name]
    return {value for m in modules for value in vars(m).values() if isinstance(value, Check)}


def test_every_check_that_is_made_is_one_that_is_listed() -> None:
    listed: list[Check[Any]] = [
        *OF_A_PACKAGE,
        *OF_A_DESCRIPTOR,
        *OF_A_FILE,
        *OF_A_COLUMN,
        *OF_A_TABLE,
    ]
    assert made() - set(listed) == set()
    assert len({check.name for check in listed}) == len(listed)


def test_faults_come_whole_from_another_process(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("figures", 2, value="many", period="2019")
    faults = examine(programme).faults
    copies = pickle.loads(pickle.dumps(faults))  # noqa: S301 - made on the line before
    assert [str(copy) for copy in copies] == [str(fault) for fault in faults]


def test_a_cell_has_one_fault_and_faults_stand_row_by_row_in_the_order_of_the_header(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("figures", 4, source="no where", unit="nowhere")
    spoil("figures", 3, value="many", qualifier="≈")
    faults = table_faults(examine(programme).tables["figures"])
    # A value that is none is no share.
    assert [(fault.row, fault.column, fault.check.name) for fault in faults] == [
        (3, "value", "number"),
        (3, "qualifier", "enum"),
        (4, "unit", "reference"),
        (4, "source", "reference"),
    ]


def test_a_programme_points_at_a_unit_and_a_source_that_its_tables_have(programme: Path) -> None:
    assert pointing_nowhere(examine(programme).tables["programme"]) == []
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"] |= {"unit": "nowhere", "source": "nothing"}
    path.write_text(json.dumps(descriptor), "utf-8")
    assert [str(fault) for fault in pointing_nowhere(examine(programme).tables["programme"])] == [
        "datapackage.json:giaoban:unit: broken foreign key (found nowhere), "
        "expected one that stands in table units",
        "datapackage.json:giaoban:source: broken foreign key (found nothing), "
        "expected one that stands in table sources",
    ]
    (programme / "sources.csv").unlink()
    (left,) = pointing_nowhere(examine(programme).tables["programme"])
    assert left.column == "unit"
