"""Files that somebody made to do harm are refused in one line, in bounded time and memory."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from giaoban import files
from giaoban.datapackage import csvtable
from giaoban.errors import GiaobanError
from giaoban.programme import check_package, read_package
from giaoban.tables import MOST_ALIKE, causes

Change = Callable[..., None]


def told(programme: Path) -> list[str]:
    return [cause.told("en") for cause in causes(check_package(programme)[1])]


def figures(programme: Path) -> Path:
    return programme / "figures.csv"


@pytest.mark.parametrize("name", ["figures.csv", "datapackage.json", "units.csv"])
def test_a_file_of_five_gigabytes_is_refused_unread(name: str, programme: Path) -> None:
    os.truncate(programme / name, 5 * 10**9)  # of holes: it takes no room
    for read in (check_package, read_package):
        with pytest.raises(GiaobanError) as refused:
            read(programme)
        assert str(refused.value) == (
            f"{name}: 5000 MB, expected at most 1000 MB: copy what is needed into a new file"
        )


def test_so_is_a_workbook(tmp_path: Path) -> None:
    book = tmp_path / "p.xlsx"
    book.touch()
    os.truncate(book, 5 * 10**9)
    with pytest.raises(GiaobanError, match=r"^p\.xlsx: 5000 MB, expected at most 1000 MB: copy"):
        check_package(book)


def test_what_is_just_small_enough_is_read(
    programme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    largest = max(path.stat().st_size for path in programme.iterdir())
    monkeypatch.setattr(files, "MOST_BYTES", largest)
    assert told(programme) == []
    monkeypatch.setattr(files, "MOST_BYTES", largest - 1)
    with pytest.raises(GiaobanError, match="expected at most"):
        check_package(programme)


def test_ever_more_rows_of_another_length_are_one_fault(programme: Path) -> None:
    with figures(programme).open("ab") as file:
        file.write(b"x,y,z\n" * 1_000_000)
    (fault,) = told(programme)
    assert fault.startswith("figures.csv:-:-: the file cannot be read as CSV: CSV parse error: Row")


def test_rows_of_nothing_but_separators_are_passed_over(programme: Path) -> None:
    with figures(programme).open("ab") as file:
        file.write(b",,,,,,,,,,,,,,,,,,,,,,\n;;\n" * 100)
    assert told(programme) == []


def test_of_cells_that_cannot_be_read_without_end_the_first_are_told(programme: Path) -> None:
    header, first, *_ = figures(programme).read_text("utf-8-sig").splitlines()
    cells = dict(zip(header.split(","), next(csv.reader([first])), strict=True))
    rows = [",".join((cells | {"value": "x", "as_published": ""}).values())] * 30_000
    figures(programme).write_text("\n".join([header, *rows]), "utf-8")
    last = MOST_ALIKE + 2
    assert [line for line in told(programme) if line.startswith("figures.csv")] == [
        "figures.csv:2:value: not a number (found x), expected a number such as 93.75 or 93,75; "
        f"the same at 3, 4, 5, 6, 7 and {MOST_ALIKE - 6} more",
        f"figures.csv:{last}:value: more faults of one kind than anybody mends at once, the rest "
        "is not told, mend those above it first",
    ]


def test_where_all_that_cannot_be_read_is_told_the_other_rules_are_held_too(
    programme: Path,
) -> None:
    header, first, *_ = figures(programme).read_text("utf-8-sig").splitlines()
    cells = dict(zip(header.split(","), next(csv.reader([first])), strict=True))
    bad = cells | {"value": "x", "reported_on": "x", "as_published": ""}
    rows = [",".join(bad.values())] * 6_000 + [",".join((bad | {"unit": "nowhere"}).values())]
    figures(programme).write_text("\n".join([header, *rows]), "utf-8")
    assert any("broken foreign key (found nowhere)" in line for line in told(programme))


def test_so_it_is_of_rows_that_break_one_rule(programme: Path) -> None:
    header, first, *_ = figures(programme).read_text("utf-8-sig").splitlines()
    figures(programme).write_text("\n".join([header, *[first] * 30_000]), "utf-8")
    alike = [line for line in told(programme) if "duplicate key" in line]
    assert alike[0].endswith(f"the same at 4, 5, 6, 7, 8 and {MOST_ALIKE - 6} more")
    assert len(alike) == 1


def test_a_header_is_not_looked_for_below_a_thousand_blank_rows(programme: Path) -> None:
    rows = figures(programme).read_bytes()
    figures(programme).write_bytes(b"\n" * csvtable._MOST_BLANK + rows)
    assert told(programme) == []
    figures(programme).write_bytes(b"\n" * 1_000_000 + rows)
    assert told(programme)[0].startswith(
        "figures.csv:1002:-: the file is empty, expected indicator"
    )


@pytest.mark.parametrize(
    "more",
    [b"," * 20_000_000, b'"' + b"a" * 20_000_000 + b'"\n', b'"' + b"a,b\n" * 5_000_000],
    ids=["empty cells", "one cell", "an open quote"],
)
def test_a_row_without_end_is_one_fault(more: bytes, programme: Path) -> None:
    with figures(programme).open("ab") as file:
        file.write(more)
    (fault,) = told(programme)
    assert fault.startswith("figures.csv:-:-: the file cannot be read as CSV: ")


def test_signs_of_nothing_and_letters_cut_in_two_are_told_in_their_place(
    programme: Path, spoil: Change
) -> None:
    spoil("figures", 3, note_en="a\x00b")
    (fault,) = told(programme)
    assert fault.startswith("figures.csv:3:note_en: control character (found a b)")
    content = figures(programme).read_bytes().replace(b"\0", b"")
    figures(programme).write_bytes(content + "Xã Ứ".encode()[:-1])
    place = len(content) + len("Xã ".encode()) + 1
    assert f"figures.csv:byte {place}:-: the file is not UTF-8, save it as CSV UTF-8" in told(
        programme
    )


def test_lines_may_end_in_every_way_at_once(programme: Path) -> None:
    content = figures(programme).read_bytes()
    figures(programme).write_bytes(content.replace(b"\n", b"\r", 3).replace(b"\n", b"\r\n", 2))
    package, faults = check_package(programme)
    assert faults == []
    assert (
        len(package.tables["figures"]) == len(list(csv.reader(content.decode().splitlines()))) - 1
    )


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "https://x.example/figures.csv", "a\\b", ["a.csv"]]
)
def test_the_list_of_tables_leads_nowhere_else(path: object, programme: Path) -> None:
    about = json.loads((programme / "datapackage.json").read_text("utf-8"))
    for resource in about["resources"]:
        if resource["name"] == "figures":
            resource["path"] = path
    (programme / "datapackage.json").write_text(json.dumps(about), "utf-8")
    (fault,) = told(programme)
    assert fault.startswith("datapackage.json:resources:figures: wrong path (found ")
    assert fault.endswith("expected figures.csv")


def test_a_list_of_more_tables_than_any_programme_has_is_refused(programme: Path) -> None:
    about = json.loads((programme / "datapackage.json").read_text("utf-8"))
    listed = len(about["resources"]) + 2_000
    about["resources"] += [{"name": f"t{n}"} for n in range(2_000)]
    (programme / "datapackage.json").write_text(json.dumps(about), "utf-8")
    expected = rf"^datapackage\.json:resources:-: {listed} tables listed, expected at most 1000: strike out"
    with pytest.raises(GiaobanError, match=expected):
        check_package(programme)
    (programme / "datapackage.json").write_text(json.dumps(about | {"x": "x" * 10**6}), "utf-8")
    with pytest.raises(
        GiaobanError, match=r"^datapackage\.json: 2 MB, expected at most 1 MB: copy"
    ):
        check_package(programme)


def test_a_table_of_more_columns_than_anybody_fills_in_is_one_fault(programme: Path) -> None:
    header = ",".join(f"c{n}" for n in range(100_000))
    figures(programme).write_text(f"{header}\n1,2\n", "utf-8")
    assert told(programme)[0] == (
        "figures.csv:1:-: 100000 columns, expected at most 1000: delete those beyond the table"
    )


def test_columns_that_a_spreadsheet_left_blank_are_none(programme: Path) -> None:
    path = programme / "units.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("".join(f"{line}{',' * 1100}\n" for line in lines), "utf-8")
    assert told(programme) == []


def test_a_list_of_tables_without_names_says_so(programme: Path) -> None:
    about = json.loads((programme / "datapackage.json").read_text("utf-8"))
    about["resources"] += [{"path": "x"}, {"name": None}, {"name": 7}]
    (programme / "datapackage.json").write_text(json.dumps(about), "utf-8")
    assert all(fault.startswith("datapackage.json:resources:-: ") for fault in told(programme))


UNSAFE = [
    "../x",
    "..",
    "a/b",
    "a\\b",
    "/x",
    "con",
    "x" * 65,
    ".",
    "-",
    "a\nb",
    "a\x1b[2Jb",
    "~",
    "C:x",
]


@pytest.mark.parametrize("table", ["units", "indicators"])
def test_ids_that_would_leave_the_folder_of_results_are_refused(
    table: str, programme: Path, append: Change
) -> None:
    column = table.removesuffix("s")
    rows = len((programme / f"{table}.csv").read_text("utf-8").splitlines())
    for id_ in UNSAFE:
        append(table, **{column: id_, "title_vi": "x", "title_en": "x"})
    refused = {f.row for f in check_package(programme)[1] if f.column == column}
    assert len(refused) == len(UNSAFE)
    assert rows + 1 in refused
    assert rows not in refused


def test_a_text_without_end_is_told_with_its_length(programme: Path, spoil: Change) -> None:
    spoil("indicators", 2, title_vi="a" * 501, note_vi="a" * 32_768)
    assert [fault.partition(" (found")[0] for fault in told(programme)] == [
        "indicators.csv:2:title_vi: 501 letters",
        "indicators.csv:2:note_vi: 32768 letters",
    ]
    spoil("indicators", 2, title_vi="a" * 500, note_vi="a " * 16_000)
    assert told(programme) == []
