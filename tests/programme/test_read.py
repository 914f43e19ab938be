import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import RAW
from workbooks import as_workbook

from giaoban.errors import GiaobanError
from giaoban.programme.read import Examined, check_package, examine, read_package
from giaoban.tables.schema import TABLES

pytestmark = pytest.mark.slow

Change = Callable[..., None]


def faults(folder: Path) -> list[str]:
    examined = examine(folder)
    by_check = [fault for check in examined.checks for fault in check.faults]
    assert sorted(map(str, by_check)) == sorted(map(str, examined.faults))
    return [str(fault) for fault in examined.faults]


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_a_bundled_programme_has_no_fault(name: str) -> None:
    assert faults(RAW / name) == []


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_the_frictionless_program_finds_a_bundled_programme_valid(
    frictionless: Callable[[Path], dict[str, Any]], name: str
) -> None:
    said = frictionless(RAW / name)
    assert said["valid"]
    listed = json.loads((RAW / name / "datapackage.json").read_text("utf-8"))["resources"]
    assert {task["name"] for task in said["tasks"]} == {table["name"] for table in listed}
    assert {table["name"] for table in listed} >= set(TABLES) - {"rules", "unit_changes"}


CASES = [
    ("figures", 2, {"value": "many"}, "figures.csv:2:value: not a number (found many)"),
    ("figures", 2, {"value": "1.234"}, "figures.csv:2:value: ambiguous number (found 1.234)"),
    ("figures", 2, {"value": "93.7"}, "figures.csv:2:as_published: the print says another"),
    (
        "figures",
        2,
        {"value": "101", "as_published": ""},
        "2:value: percentage out of range (found 101",
    ),
    (
        "figures",
        2,
        {"value": "-1", "as_published": ""},
        "2:value: percentage out of range (found -1",
    ),
    (
        "figures",
        2,
        {"value": "93.7"},
        "(found 93,75%), value is 93.7: mend the one that is wrong",
    ),
    (
        "figures",
        2,
        {"value": "101", "as_published": "", "reported_on": "soon"},
        "2:value: percentage out of range (found 101",
    ),
    ("figures", 2, {"value": ""}, "figures.csv:2:value: missing value"),
    ("figures", 2, {"source": ""}, "figures.csv:2:source: a value with no source"),
    ("figures", 2, {"source": "nowhere"}, "2:source: broken foreign key (found nowhere)"),
    ("figures", 2, {"unit": "nowhere"}, "2:unit: broken foreign key (found nowhere)"),
    ("figures", 2, {"indicator": "nothing"}, "2:indicator: broken foreign key (found nothing)"),
    ("figures", 2, {"qualifier": "≈"}, "2:qualifier: not in the list (found ≈)"),
    (
        "figures",
        2,
        {"qualifier": "exactly"},
        "not in the list (found exactly), expected one of =, >=, >, <=, <, ~",
    ),
    ("figures", 2, {"obs_status": "X"}, "2:obs_status: not in the list (found X)"),
    ("figures", 2, {"reported_on": "14/3/2023"}, "2:reported_on: not a date (found 14/3/2023)"),
    ("figures", 2, {"reported_on": ""}, "figures.csv:2:reported_on: missing value, expected"),
    ("figures", 2, {"period": "2019"}, "2:period: period outside the programme (found 2019)"),
    ("figures", 2, {"period": "2026"}, "2:period: period outside the programme (found 2026)"),
    ("figures", 2, {"period": "2022/2021"}, "2:period: the end stands before the start"),
    ("figures", 2, {"period": "2021-H1"}, "2:period: not a period (found 2021-H1)"),
    ("figures", 2, {"period": "2022"}, "3:indicator+unit+period+reported_on: duplicate key"),
    ("figures", 12, {"qualifier": ">"}, "12:qualifier: no share can be so (found > 100)"),
    ("targets", 2, {"period": "2020"}, "targets.csv:2:period: period outside the programme"),
    ("claims", 2, {"stated": "151"}, "claims.csv:2:as_published: the print says another number"),
    (
        "meetings",
        2,
        {"meeting_date": "2020-12-31"},
        "2:meeting_date: meeting outside the programme",
    ),
    (
        "meetings",
        2,
        {"meeting_date": "2027-01-01"},
        "(found 2027-01-01), expected a day from 2021-01-01 to 2026-12-31",
    ),
    ("figures", 2, {"period": "2021-01/2021-12"}, "2:period: a period written in another way"),
    ("figures", 2, {"value": "", "obs_status": "O"}, "2:as_published: a print without its value"),
    ("figures", 2, {"obs_status": "M"}, "2:obs_status: a value that is said to be missing"),
    ("figures", 7, {"value": "460.5", "as_published": ""}, "7:value: not a count (found 460.5)"),
    ("figures", 7, {"value": "-460", "as_published": ""}, "7:value: not a count (found -460)"),
    ("figures", 7, {"value": "9" * 400, "as_published": ""}, "7:value: number too large"),
    ("figures", 2, {"reported_on": "３023-03-14"}, "2:reported_on: not a date"),
    ("figures", 2, {"note_en": "a\x00b"}, "2:note_en: control character"),
    ("records", 2, {"section": "gossip"}, "records.csv:2:section: not in the list (found gossip)"),
    (
        "units",
        4,
        {"valid_from": "2024-01-01", "valid_to": "2023-01-01"},
        "4:valid_to: the end stands",
    ),
    ("units", 2, {"unit": "../etc"}, "units.csv:2:unit: not a safe id (found ../etc)"),
    ("units", 2, {"unit": "con"}, "units.csv:2:unit: not a safe id (found con)"),
    (
        "indicators",
        10,
        {"indicator": "a/b"},
        "indicators.csv:10:indicator: not a safe id (found a/b)",
    ),
    ("indicators", 2, {"decimals": "1.5"}, "indicators.csv:2:decimals: not a whole number"),
]


@pytest.mark.parametrize(("table", "row", "cells", "told"), CASES, ids=[c[3] for c in CASES])
def test_a_spoilt_cell_is_named_with_what_was_found(
    programme: Path, spoil: Change, table: str, row: int, cells: dict[str, str], told: str
) -> None:
    spoil(table, row, **cells)
    assert [fault for fault in faults(programme) if told in fault], faults(programme)


def test_the_bounds_of_a_programme_that_begins_within_a_year_are_told_to_the_day(
    programme: Path, spoil: Change
) -> None:
    path = programme / "datapackage.json"
    told = path.read_text("utf-8").replace("2021/2025", "2020-09/2024-08")
    path.write_text(told, "utf-8")
    spoil("meetings", 2, meeting_date="2020-03-01")
    spoil("figures", 2, period="2024")
    found = faults(programme)
    assert [f for f in found if f.endswith("expected a day from 2020-09-01 to 2025-12-31")]
    assert [f for f in found if f.endswith("(found 2024), expected one within 2019-01/2024-08")]


def test_an_id_that_stands_twice_is_a_duplicate_key(programme: Path, spoil: Change) -> None:
    spoil("units", 2, unit="my-duc")
    assert (
        "units.csv:4:unit: duplicate key (found my-duc), expected once; it stands already in row 2"
        in faults(programme)
    )


def test_all_faults_are_told_at_once(programme: Path, spoil: Change) -> None:
    spoil("figures", 2, value="many")
    spoil("figures", 5, reported_on="")
    spoil("units", 3, unit="")
    assert len(faults(programme)) >= 3
    with pytest.raises(GiaobanError, match=r"(?s)figures.csv:2:value.*figures.csv:5:reported_on"):
        read_package(programme)


def test_a_cell_has_one_fault_at_most(programme: Path, spoil: Change) -> None:
    spoil("figures", 2, value="1.234", as_published="")
    assert len([f for f in faults(programme) if "figures.csv:2:value" in f]) == 1


def test_a_margin_below_zero_may_be_printed_without_its_sign(
    programme: Path, spoil: Change
) -> None:
    spoil("claims", 3, stated="-14")
    assert faults(programme) == []
    spoil("claims", 2, stated="-150")
    assert [f for f in faults(programme) if "claims.csv:2:as_published" in f]


def test_a_missing_table_is_told(programme: Path) -> None:
    (programme / "indicators.csv").unlink()
    assert [f for f in faults(programme) if f.startswith("indicators.csv:-:-: missing table")]


def test_a_table_that_may_be_left_out_may_be_left_out(programme: Path) -> None:
    (programme / "events.csv").unlink()
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != "events"]
    path.write_text(json.dumps(descriptor), "utf-8")
    package, found = check_package(programme)
    assert found == []
    assert package.tables["events"].empty


def test_missing_and_unknown_columns_are_told_with_the_nearest_name(programme: Path) -> None:
    path = programme / "figures.csv"
    path.write_text(path.read_text("utf-8").replace("reported_on", "reported", 1), "utf-8")
    told = faults(programme)
    assert [f for f in told if f.startswith("figures.csv:1:reported_on: missing column")]
    assert "figures.csv:1:reported: unknown column, did you mean reported_on?" in told


def test_a_ragged_row_is_named_and_the_rows_after_it_keep_their_numbers(programme: Path) -> None:
    path = programme / "figures.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[1] += ",too,many"
    lines[2] = ""
    lines[3] = lines[3].replace(",20,", ",many,")
    path.write_text("\n".join(lines), "utf-8")
    told = faults(programme)
    assert [
        f for f in told if f.startswith("figures.csv:2:-: wrong number of cells (found 14 cells)")
    ]
    assert [f for f in told if f.startswith("figures.csv:4:value: not a number (found many)")]


def test_a_byte_order_mark_is_passed_over(programme: Path) -> None:
    path = programme / "figures.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert faults(programme) == []


def test_a_decimal_comma_reads_as_a_decimal_point(programme: Path, spoil: Change) -> None:
    spoil("figures", 2, value="93,75")
    package, found = check_package(programme)
    assert found == []
    assert package.tables["figures"]["value"].iloc[0] == 93.75


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "meetings.csv:1:-: the file is empty, expected meeting_date, title_vi"),
        ("meeting_date\nỗ".encode("utf-16"), "meetings.csv:byte 1:-: the file is not UTF-8"),
        (
            b"meeting_date,title_vi\n" + b"2023-03-14,a\n" * 1000 + b"\xff\n",
            "meetings.csv:byte 13023:-: the file is not UTF-8",
        ),
        (b'"' + b"x" * 200_000, "meetings.csv:-:-: the file cannot be read as CSV"),
        (b"meeting_date\n" + b"x" * 3_000_000, "meetings.csv:-:-: the file cannot be read as CSV"),
    ],
    ids=["empty", "utf-16", "a ragged row in other signs", "open quote", "endless cell"],
)
def test_a_file_that_cannot_be_read_is_one_fault(
    programme: Path, content: bytes, told: str
) -> None:
    (programme / "meetings.csv").write_bytes(content)
    found = faults(programme)
    assert found[0].startswith(told)
    others = [f for f in found[1:] if "broken foreign key" not in f]
    assert others == []


def test_a_table_that_may_not_be_read_is_told_of(
    programme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bytes:
        # Of whoever has all rights a file keeps nothing back.
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    told = r"\w+\.csv: cannot be read \(Permission denied\), close it"
    with pytest.raises(GiaobanError, match=told):
        check_package(programme)


def test_cells_may_be_separated_by_semicolons_with_decimal_commas(programme: Path) -> None:
    with (programme / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index("value")] = "93,75"
    with (programme / "figures.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    package, found = check_package(programme)
    assert found == []
    assert package.tables["figures"]["value"].iloc[0] == 93.75


def test_spaces_around_a_cell_are_passed_over_and_nothing_but_spaces_is_nothing(
    programme: Path, spoil: Change
) -> None:
    spoil("figures", 2, indicator=" orgs-rated\n", unit="\u00a0my-duc")
    assert faults(programme) == []
    spoil("indicators", 2, better="  ")
    (fault,) = faults(programme)
    assert fault.startswith("indicators.csv:2:better: missing value, expected one of ")


def test_a_fault_stands_on_one_line_however_long_its_cell(programme: Path, spoil: Change) -> None:
    spoil("figures", 2, value="a\nb" * 500)
    (told,) = [f for f in faults(programme) if f.startswith("figures.csv:2:value")]
    assert "\n" not in told
    assert len(told) < 300


def test_a_column_that_must_be_there_is_told_once(programme: Path) -> None:
    path = programme / "figures.csv"
    path.write_text(path.read_text("utf-8").replace("period,value,", "period,worth,", 1), "utf-8")
    told = [f for f in faults(programme) if f.startswith("figures.csv")]
    assert [f.split(",")[0] for f in told] == [
        "figures.csv:1:value: missing column",
        "figures.csv:1:worth: unknown column",
    ]


def test_a_duplicate_day_is_told_as_a_day(programme: Path) -> None:
    path = programme / "meetings.csv"
    path.write_text(path.read_text("utf-8") + path.read_text("utf-8").splitlines()[1], "utf-8")
    assert [f for f in faults(programme) if "duplicate key (found 2023-03-14), expected" in f]


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("MY-DUC", "units.csv:2:unit: the same file name as another"),
        ("NUL", "units.csv:2:unit: not a safe id (found NUL)"),
    ],
)
def test_ids_must_make_file_names_of_their_own_everywhere(
    programme: Path, spoil: Change, unit: str, told: str
) -> None:
    spoil("units", 2, unit=unit)
    found = faults(programme)
    where = told if "NUL" in unit else "the same file name as another"
    assert [f for f in found if where in f], found


@pytest.mark.parametrize(
    ("table", "row", "cells", "told"),
    [
        ("units", 4, {"parent": "my-duc"}, "units.csv:4:parent: a circle (found my-duc)"),
        ("indicators", 2, {"part_of": "orgs-excellent"}, "indicators.csv:2:part_of: a circle"),
        (
            "definitions",
            2,
            {"includes": "completed-or-better"},
            "definitions.csv:2:includes: a circle",
        ),
    ],
)
def test_what_leads_back_to_itself_is_a_circle(
    programme: Path, spoil: Change, table: str, row: int, cells: dict[str, str], told: str
) -> None:
    spoil(table, row, **cells)
    assert [f for f in faults(programme) if f.startswith(told)], faults(programme)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"unit": "nobody"}, "giaoban:unit: broken foreign key (found nobody)"),
        ({"source": "nowhere"}, "giaoban:source: broken foreign key (found nowhere)"),
        ({"code": 1.5}, "giaoban:code: not text (found 1.5)"),
        ({"title_vi": "", "title_en": ""}, "giaoban:title_vi: missing value"),
        ({"targets": 1e40}, "giaoban:targets: not a number (found 1e+40)"),
        ({"targets": 10**17}, "giaoban:targets: number too large"),
    ],
)
def test_each_part_of_the_programmes_description_is_checked(
    programme: Path, change: dict[str, object], told: str
) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"] |= change
    path.write_text(json.dumps(descriptor), "utf-8")
    found = faults(programme)
    assert [f for f in found if told in f], found


@pytest.mark.parametrize("period", ["0001/2025", "2020-02-29/2025-12-31"])
def test_a_programme_may_begin_on_any_day(programme: Path, period: str) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"]["period"] = period
    path.write_text(json.dumps(descriptor), "utf-8")
    assert faults(programme) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"encoding": "latin-1"}, "not how tables are read"),
        ({"dialect": {"delimiter": "|"}}, "not how tables are read"),
        ({"schema": {"fields": 1}}, "the schema's copy disagrees"),
        ({"schema": {"fields": None}}, "the schema's copy disagrees"),
        ({"name": "claims"}, "table listed twice"),
    ],
)
def test_a_listed_table_that_another_program_would_read_otherwise_is_told(
    programme: Path, change: dict[str, object], told: str
) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    (figures,) = (r for r in descriptor["resources"] if r["name"] == "figures")
    figures |= change
    path.write_text(json.dumps(descriptor), "utf-8")
    assert [f for f in faults(programme) if told in f]


def test_many_duplicates_are_found_in_one_pass(programme: Path) -> None:
    path = programme / "units.csv"
    rows = "".join(f"u{n % 500},x,x,,,,\n" for n in range(1000))
    path.write_text(path.read_text("utf-8") + rows, "utf-8")
    told = [f for f in faults(programme) if "duplicate key" in f]
    assert len(told) == 500
    assert told[0].endswith("expected once; it stands already in row 5")


def test_a_copy_of_a_schema_may_not_disagree(programme: Path) -> None:
    path = programme / "datapackage.json"
    path.write_text(
        path.read_text("utf-8").replace(
            '"enum": [\n                "percent",', '"enum": [\n                "share",'
        ),
        "utf-8",
    )
    told = faults(programme)
    assert len(told) == 1
    assert told[0].startswith(
        "datapackage.json:indicators:unit_measure: the schema's copy disagrees"
    )


@pytest.mark.parametrize("heading", ["reportd_on", "note_xx"])
def test_a_header_that_is_wrong_is_no_fault_of_the_copy_of_its_schema(
    programme: Path, heading: str
) -> None:
    path = programme / "figures.csv"
    path.write_text(path.read_text("utf-8-sig").replace("reported_on", heading, 1), "utf-8")
    assert {told.split(":")[0] for told in faults(programme)} == {"figures.csv"}


def test_a_fault_in_the_programmes_description_is_told(programme: Path) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"] |= {"period": "2025/2021", "decided": "2020-12-24", "synthetic": "maybe"}
    path.write_text(json.dumps(descriptor), "utf-8")
    told = faults(programme)
    assert [
        f for f in told if f.startswith("datapackage.json:giaoban:period: the end stands before")
    ]
    assert "datapackage.json:giaoban:decided: unknown key, did you mean decided_on?" in told
    assert [
        f for f in told if f.startswith("datapackage.json:giaoban:synthetic: not true or false")
    ]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"giaoban": {}}', '{"resources": []}'])
def test_a_descriptor_that_is_none_is_told(programme: Path, text: str) -> None:
    (programme / "datapackage.json").write_text(text)
    with pytest.raises(GiaobanError, match=r"^datapackage.json:"):
        check_package(programme)


def test_a_folder_without_a_descriptor_is_no_programme(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match="no programme there"):
        check_package(tmp_path)


def test_a_programme_of_the_three_compulsory_tables_is_whole(programme: Path) -> None:
    for table in set(TABLES) - {"indicators", "figures", "meetings"}:
        (programme / f"{table}.csv").unlink(missing_ok=True)
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"] = [
        {k: v for k, v in r.items() if k != "schema"}
        for r in descriptor["resources"]
        if (programme / r["path"]).exists()
    ]
    path.write_text(json.dumps(descriptor), "utf-8")
    assert faults(programme) == []


def test_a_rule_may_bound_nothing_but_shares(tmp_path: Path) -> None:
    folder = shutil.copytree(RAW / "demo", tmp_path / "demo")
    path = folder / "rules.csv"
    path.write_text(path.read_text("utf-8").replace(",files-late,", ",complaints,"), "utf-8")
    assert faults(folder) == [
        "rules.csv:3:indicator: not a share (found complaints), expected one in percent"
    ]


def test_a_rule_of_no_base_is_no_fault_where_an_indicator_has_no_id(tmp_path: Path) -> None:
    folder = shutil.copytree(RAW / "demo", tmp_path / "demo")
    path = folder / "indicators.csv"
    path.write_text(path.read_text("utf-8").replace("\ncomplaints,", "\n,", 1), "utf-8")
    told = faults(folder)
    assert [fault for fault in told if fault.startswith("rules.csv")] == []
    assert any("indicators.csv" in fault and "missing value" in fault for fault in told)


def test_periods_are_tested_where_the_years_of_the_programme_are_wrong(
    programme: Path, spoil: Change
) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["giaoban"]["period"] = "soon"
    path.write_text(json.dumps(descriptor), "utf-8")
    spoil("figures", 2, period="2022/2021")
    told = "figures.csv:2:period: the end stands before the start (found 2022/2021)"
    assert [fault for fault in faults(programme) if fault.startswith(told)]


def test_a_cut_off_may_not_go_back_in_time(programme: Path) -> None:
    path = programme / "meetings.csv"
    later = "2024-03-12,Họp,Meeting,2023-01-31\n"
    path.write_text(path.read_text("utf-8") + later, "utf-8")
    told = "meetings.csv:3:data_cutoff: the cut-off lies before that of the meeting before"
    assert [f for f in faults(programme) if f.startswith(told)]


def test_empty_columns_at_the_end_are_passed_over(programme: Path) -> None:
    path = programme / "figures.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("".join(f"{line},,\n" for line in lines), "utf-8")
    assert faults(programme) == []


def test_what_was_read_stands_beside_what_was_made_of_it(programme: Path, spoil: Change) -> None:
    spoil("figures", 2, value="many", qualifier="")
    examined = examine(programme)
    assert isinstance(examined, Examined)
    text, typed = examined.given.tables["figures"].frame, examined.tables["figures"].frame
    filled = examined.package.tables["figures"]
    cells = [
        [str(table.at[2, column]) for column in ("value", "qualifier")]
        for table in (text, typed, filled)
    ]
    assert cells == [["many", "nan"], ["nan", "nan"], ["nan", "="]]
    (fault,) = examined.faults
    assert examined.table_of(fault) == "figures"
    assert list(examined.texts) == list(examined.tables)
    assert [result.check.name for result in examined.checks if result.faults] == ["number"]


def test_a_programme_is_held_by_a_workbook_or_by_a_folder(programme: Path) -> None:
    assert examine(programme).workbook is None
    book = as_workbook(programme, "vi")
    book["Số liệu"]["D2"] = "many"
    book.save(programme.parent / "a.xlsx")
    examined = examine(programme.parent / "a.xlsx")
    assert examined.workbook == programme.parent / "a.xlsx"
    assert [(f.place, examined.table_of(f)) for f in examined.faults] == [
        ("a.xlsx[Số liệu]:D2", "figures")
    ]


def test_what_was_counted_is_asked_where_only_other_rows_of_the_indicator_say_it(
    programme: Path, spoil: Change
) -> None:
    before = examine(programme).package.notes
    spoil("figures", 3, definition="")
    package, found = check_package(programme)
    assert found == []
    told = [str(note) for note in package.notes if note not in before]
    assert told == [
        "figures.csv: orgs-rated: definition is empty in rows 3 and not in others: what was "
        "counted there? Until it is said, these figures are compared with no others"
    ]


def test_an_indicator_none_of_whose_rows_says_what_it_counts_is_not_asked_about(
    programme: Path, spoil: Change
) -> None:
    for row in (2, 3):
        spoil("figures", row, definition="")
    assert not [n for n in check_package(programme)[0].notes if "orgs-rated: def" in str(n)]


def test_a_row_without_a_value_need_not_say_what_it_counts(programme: Path, spoil: Change) -> None:
    spoil("figures", 3, definition="", value="", as_published="", obs_status="O")
    assert not [n for n in check_package(programme)[0].notes if "orgs-rated: def" in str(n)]


def test_a_ceiling_on_what_is_to_rise_is_told(programme: Path, spoil: Change) -> None:
    before = examine(programme).package.notes
    spoil("targets", 2, qualifier="<=")
    package, found = check_package(programme)
    (told,) = [str(note) for note in package.notes if note not in before]
    assert (found, told.partition(": targets with ")[2][:12]) == ([], "<= in rows 2")
