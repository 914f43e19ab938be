import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path

import pytest
from places import RAW

from giaoban.checks.results import Result, results, table_of
from giaoban.programme.read import examine
from giaoban.tables.filechecks import CELL, ONCE, PACKAGE
from giaoban.tables.meant import id_columns
from giaoban.tables.schema import compulsory_columns, table_schema

# What breaks a check of a schema when it stands in a cell.
WRONG = {
    "string": "a\x00b",
    "number": "many",
    "integer": "many",
    "date": "soon",
    "boolean": "maybe",
    "required": "",
    "enum": "nonsense",
    "pattern": "no id",
    "minimum": "-1",
    "range": "-1",
    "reference": "nowhere",
}


def checks_of(folder: Path) -> list[Result]:
    return examine(folder).checks


def asked(checks: list[Result]) -> list[tuple[str, str, str]]:
    return [(result.table, result.column, result.check.name) for result in checks]


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_no_check_stands_twice_and_all_of_a_bundled_programme_hold(name: str) -> None:
    checks = checks_of(RAW / name)
    assert len(set(asked(checks))) == len(checks)
    assert [check for check in checks if check.faults or check.looked_at is None] == []


def test_each_constraint_of_a_column_that_is_there_is_a_check() -> None:
    found = set(asked(checks_of(RAW / "04-CTr-HU")))
    there = examine(RAW / "04-CTr-HU").given.tables["indicators"].header
    for field in [f for f in table_schema("indicators")["fields"] if f["name"] in there]:
        column, bounds = field["name"], field.get("constraints", {})
        rules = {"required", "enum", "pattern"} & set(bounds) | {field["type"]}
        if column in id_columns("indicators"):
            # What is an id there is one here.
            rules = rules - {"pattern"} | {"reference"}
        assert {("indicators", column, rule) for rule in rules} <= found


def test_a_column_that_was_left_out_has_no_check_and_a_table_neither(programme: Path) -> None:
    tables = {check.table for check in checks_of(programme)}
    assert "rules" not in tables
    columns = {check.column for check in checks_of(programme) if check.table == "figures"}
    assert "numerator" not in columns


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "column"),
    [(t, c) for t in ("figures", "targets", "indicators") for c in compulsory_columns(t)],
)
def test_a_compulsory_column_may_be_the_one_that_is_missing(
    table: str, column: str, programme: Path
) -> None:
    with (programme / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    place = header.index(column)
    with (programme / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(r[:place] + r[place + 1 :] for r in [header, *rows])
    broken = asked([check for check in checks_of(programme) if check.faults])
    assert (table, column, "column") in broken


def spoil(path: Path, broken: Iterable[Result]) -> None:
    """Spoil a cell of the first row for each check, each in a column of its own."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for result in broken:
        rule = result.check.name
        day = result.column == "meeting_date" and rule == "reference"
        rows[1][rows[0].index(result.column)] = "2022-01-01" if day else WRONG[rule]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.mark.slow
@pytest.mark.parametrize(
    "table", ["indicators", "figures", "targets", "claims", "units", "records"]
)
def test_each_check_of_a_schema_really_ran(programme: Path, table: str) -> None:
    path, checks = programme / f"{table}.csv", checks_of(programme)
    whole = path.read_bytes()
    by_column: dict[str, list[Result]] = defaultdict(list)
    for check in [c for c in checks if c.table == table and c.check.name in WRONG]:
        by_column[check.column].append(check)
    # A cell tells one fault at a time: each round breaks one check of every column, of which not
    # all may be left empty.
    turned = (c[n % len(c) :] + c[: n % len(c)] for n, c in enumerate(by_column.values()))
    for turn in zip_longest(*turned):
        broken = list(filter(None, turn))
        spoil(path, broken)
        found = checks_of(programme)
        assert asked(found) == asked(checks)
        failed = asked([check for check in found if check.faults])
        assert [check for check in asked(broken) if check not in failed] == []
        path.write_bytes(whole)


def test_a_check_counts_the_cells_that_it_looked_at() -> None:
    checks = checks_of(RAW / "demo")
    looked_at = {(c.table, c.column, c.check.name): c.looked_at for c in checks}
    figures = examine(RAW / "demo").package.tables["figures"]
    assert looked_at["figures", "value", "number"] == figures["value"].notna().sum()
    assert looked_at["figures", "unit", "required"] == len(figures)
    shares = looked_at["figures", "value", "share"] or 0
    counts = looked_at["figures", "value", "count"] or 0
    assert 0 < shares + counts < len(figures)


def test_what_rests_on_the_programmes_years_is_not_applied_where_they_are_wrong(
    programme: Path,
) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"]["period"] = "soon"
    path.write_text(json.dumps(descriptor), "utf-8")
    found = {c.check.name for c in checks_of(programme) if c.looked_at is None}
    assert found == {"within", "cutoff"}


def test_a_file_that_cannot_be_read_has_one_check_which_fails(programme: Path) -> None:
    (programme / "events.csv").write_bytes("unit\nỗ".encode("utf-16"))
    (result,) = (c for c in checks_of(programme) if c.table == "events")
    assert (result.check.name, len(result.faults)) == ("readable", 1)


def test_a_fault_whose_check_was_asked_of_nothing_is_listed_all_the_same(programme: Path) -> None:
    examined = examine(programme)
    fault = CELL.fault("figures.csv", 2, "value", "table stands twice", "", "expected once")
    listed = results(examined.given, examined.tables, [fault])
    assert [result.faults for result in listed if result.check is CELL] == [[fault]]
    assert len(listed) == len(examined.checks) + 1


@pytest.mark.parametrize(
    ("file", "row", "table"),
    [
        ("figures.csv", 2, "figures"),
        ("demo.xlsx[Số liệu]", 2, "targets"),
        ("datapackage.json", "giaoban", "programme"),
        ("datapackage.json", "resources", PACKAGE),
        # Of the copy of a schema the row names the table.
        ("datapackage.json", "claims", "claims"),
        # Such a file holds no table.
        ("clams.csv", "-", PACKAGE),
        ("demo.xlsx", "", PACKAGE),
    ],
)
def test_a_fault_is_in_the_table_that_its_file_holds_or_its_row_names(
    file: str, row: str | int, table: str
) -> None:
    fault = ONCE.fault(file, row, "-", "table stands twice", "", "expected once")
    files = {"figures.csv": "figures", "demo.xlsx[Số liệu]": "targets"}
    assert table_of(fault, files) == table


def test_the_checks_of_the_list_of_tables_stand_under_the_package() -> None:
    listed = {check.check.name for check in checks_of(RAW / "demo") if check.table == PACKAGE}
    assert listed == {
        "there",
        "tables_known",
        "once",
        "listed",
        "listed_once",
        "path",
        "as_written",
    }
