import pandas as pd
from places import RAW

from giaoban.datapackage import read_folder
from giaoban.tables import TextTable, TypedTable, columns, convert, filled_in, rows, table_schema

CELLS = pd.DataFrame(
    {
        "indicator": ["orgs-rated", "members-admitted", "nothing", "orgs-rated"],
        "value": ["93,75", "460", "1", "many"],
        "obs_status": ["A", None, "A", None],
        "note_en": ["a\x00b", None, None, None],
    },
    index=[2, 3, 5, 8],
    dtype="str",
)


def figures() -> TypedTable:
    """Type figures as a file holds them, one of which is no number, beside the indicators."""
    given = read_folder(RAW / "04-CTr-HU").tables["indicators"]
    indicators, _ = convert(given.frame, table_schema("indicators"), given.file)
    whole = CELLS.reindex(columns=columns("figures")).astype("str")
    text = TextTable("figures.csv", whole, [*map(str, CELLS)])
    frame, unread = convert(text.frame, table_schema("figures"), text.file)
    return TypedTable("figures", text, frame, unread, {"indicators": indicators})


def test_only_the_columns_that_are_there_have_fields_in_the_order_of_the_schema() -> None:
    assert list(figures().fields) == ["indicator", "value", "obs_status", "note_en"]


def test_cells_are_counted_that_hold_something_which_could_be_read() -> None:
    table = figures()
    counted = {column: filled_in(table, column) for column in ("value", "obs_status", "unit")}
    assert counted == {"value": 3, "obs_status": 2, "unit": 0}
    assert rows(table, "value") == 4


def test_a_row_counts_as_read_unless_what_is_held_together_could_not_be() -> None:
    table = figures()
    assert {(fault.row, fault.column) for fault in table.unread} == {(8, "value"), (2, "note_en")}
    assert list(table.read.index) == [2, 3, 5]


def test_a_row_is_measured_as_its_indicator_is() -> None:
    measure = figures().measure
    assert measure.loc[[2, 3]].tolist() == ["percent", "count"]
    assert pd.isna(measure.loc[5])


def test_a_description_in_a_descriptor_has_a_name_for_a_row() -> None:
    own = read_folder(RAW / "04-CTr-HU").programme
    frame, unread = convert(own.frame, table_schema("programme"), own.file)
    assert unread == []
    assert TypedTable("programme", own, frame).in_descriptor
    assert not figures().in_descriptor
