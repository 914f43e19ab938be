import pandas as pd
import pytest

from giaoban.checks.mergers import OF_MERGERS
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema

# Two communes became one; a third was divided between it and a fourth; a fifth kept its name.
UNITS = [
    ("a", "", "2025-06-30"),
    ("b", "", "2025-06-30"),
    ("c", "", "2025-06-30"),
    ("d", "2025-07-01", ""),
    ("new", "2025-07-01", ""),
    ("later", "2026-01-01", ""),
]
MERGED = [
    ("a", "new", "2025-07-01", "whole"),
    ("b", "new", "2025-07-01", "whole"),
    ("c", "new", "2025-07-01", "part"),
    ("c", "d", "2025-07-01", "part"),
]


def told(*rows: tuple[str, str, str, str], units: list[tuple[str, str, str]] = UNITS) -> list[str]:
    """Give the faults of a table of unit changes, whose first row is row 2."""
    names = columns("unit_changes")
    frame = pd.DataFrame(rows, columns=names[:4], index=range(2, 2 + len(rows)), dtype="str")
    frame = frame.reindex(columns=names).astype("str")
    text = TextTable("unit_changes.csv", frame, names[:4])
    schema, known = table_schema("units"), ["unit", "valid_from", "valid_to"]
    described = pd.DataFrame(units, columns=known).replace("", None)
    described = described.reindex(columns=columns("units")).astype("str")
    tables = {"units": convert(described, schema, "units.csv")[0]}
    read, unread = convert(text.frame, table_schema("unit_changes"), text.file)
    table = TypedTable("unit_changes", text, read, unread, tables)
    return [
        str(fault).removeprefix("unit_changes.csv:")
        for check in OF_MERGERS
        for column in check.where(table)
        for fault in check.faults(table, column, text.file)
    ]


def test_mergers_on_the_days_of_their_units_have_no_fault() -> None:
    assert told(*MERGED) == []


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([("new", "new", "2025-07-01", "part")], ["2"]),
        ([("a", "new", "2025-07-01", "whole"), ("new", "a", "2025-07-01", "part")], ["2", "3"]),
        (
            [
                ("x", "y", "2021-01-01", "part"),
                ("y", "z", "2022-01-01", "part"),
                ("z", "x", "2023-01-01", "part"),
            ],
            ["2", "3", "4"],
        ),
    ],
)
def test_no_unit_comes_of_itself_be_it_by_way_of_others(
    rows: list[tuple[str, str, str, str]], places: list[str]
) -> None:
    expected = "expected one that does not lead back to it"
    circles = [line for line in told(*rows) if "a circle" in line]
    assert [line.partition(":")[0] for line in circles] == places
    assert all(line.endswith(expected) for line in circles)


@pytest.mark.parametrize("extent", ["whole", "part"])
def test_what_went_over_whole_has_no_other_successor(extent: str) -> None:
    faults = told(("a", "new", "2025-07-01", "whole"), ("a", "d", "2025-07-01", extent))
    assert faults[0] == (
        "2:extent: a whole unit with several successors (found new), "
        "expected no other successor, such as d"
    )


def test_a_unit_may_lose_a_part_before_it_goes_over_whole() -> None:
    units = [("a", "2021-01-01", "2025-06-30"), ("b", "2021-01-01", ""), ("new", "2025-07-01", "")]
    assert not told(
        ("a", "b", "2021-01-01", "part"), ("a", "new", "2025-07-01", "whole"), units=units
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("a", "new", "2025-08-01", "whole"), "expected 2025-07-31 under valid_to of a"),
        (("a", "later", "2025-07-01", "whole"), "expected 2025-07-01 under valid_from of later"),
        (("d", "new", "2025-07-01", "whole"), "expected 2025-06-30 under valid_to of d"),
        (("later", "new", "2025-07-01", "part"), "expected 2025-07-01 under valid_from of later"),
    ],
)
def test_a_change_on_another_day_than_those_of_its_units_is_told(
    row: tuple[str, str, str, str], expected: str
) -> None:
    assert told(row) == [
        f"2:changed_on: not the day on which a unit begins or ends (found {row[2]}), "
        f"{expected} in table units"
    ]


def test_of_several_changes_the_last_one_is_the_day_since_which_a_unit_has_its_borders() -> None:
    units = [("a", "", "2022-12-31"), ("b", "", "2025-06-30"), ("new", "2025-07-01", "")]
    changes = [("a", "new", "2023-01-01", "whole"), ("b", "new", "2025-07-01", "whole")]
    assert told(*changes, units=units) == []
