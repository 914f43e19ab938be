import pandas as pd
import pytest

from giaoban.checks import value_faults
from giaoban.checks.measures import OF_MEASURES, PERCENT_SIGN
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema

TITLED = {"indicator": "x", "title_vi": "Sản lượng", "title_en": "Output"}


def told(**cells: str) -> list[str]:
    """Give the faults of one indicator, which stands in a file under the header."""
    cells = {name: cell for name, cell in {**TITLED, **cells}.items() if cell}
    frame = pd.DataFrame([cells], index=[2]).reindex(columns=columns("indicators"))
    text = TextTable("indicators.csv", frame.astype("str"), [*cells])
    read, unread = convert(text.frame, table_schema("indicators"), text.file)
    table = TypedTable("indicators", text, read, unread)
    return [
        str(fault)
        for check in OF_MEASURES
        for column in check.where(table)
        for fault in check.faults(table, column, text.file)
    ]


def test_a_number_says_what_it_is_in() -> None:
    assert told(unit_measure="number", additive="true") == [
        "indicators.csv:2:unit_measure: a number without its unit (found number), "
        "fill in unit_vi: what it is in"
    ]
    assert told(unit_measure="number", unit_vi="tấn", unit_en="tonnes") == []


def test_a_unit_is_said_in_english_where_the_title_is() -> None:
    assert told(unit_measure="count", unit_vi="đơn") == [
        "indicators.csv:2:unit_measure: a unit that is not said in English (found đơn), "
        "fill in unit_en, as the title is in English too"
    ]
    assert told(unit_measure="count", unit_vi="đơn", title_en="") == []


def test_a_unit_is_said_in_vietnamese_where_the_title_is_and_in_english_alone_where_it_is_not() -> (
    None
):
    assert told(unit_measure="number", unit_en="days") == [
        "indicators.csv:2:unit_measure: a unit that is not said in Vietnamese (found days), "
        "fill in unit_vi, as the title is in Vietnamese too"
    ]
    assert told(unit_measure="number", unit_en="days", title_vi="") == []
    assert told(unit_measure="number", title_vi="") == [
        "indicators.csv:2:unit_measure: a number without its unit (found number), "
        "fill in unit_en: what it is in"
    ]


@pytest.mark.parametrize("measure", ["percent", "rating"])
def test_a_share_and_a_rating_have_no_unit_and_add_up_to_nothing(measure: str) -> None:
    assert told(unit_measure=measure, unit_vi="tấn", additive="true") == [
        f"indicators.csv:2:{column}: only counts and numbers have one (found {found}), "
        f"expected nothing beside {measure}"
        for column, found in (("unit_vi", "tấn"), ("additive", "true"))
    ]
    assert told(unit_measure=measure, additive="false") == []
    # What is no measure has a fault of its own, by another check.
    assert told(unit_measure="nan", unit_vi="tấn", additive="true") == []


@pytest.mark.parametrize(("additive", "faults"), [(True, 1), (False, 0), (None, 0)])
def test_only_an_amount_that_does_not_add_up_may_be_below_zero(
    additive: bool | None, faults: int
) -> None:
    about = {"indicator": ["x"], "unit_measure": ["number"], "additive": [additive]}
    row = pd.DataFrame({"indicator": ["x"], "value": [-1.5], "qualifier": ["="]}, index=[2])
    found = value_faults("targets", row, pd.DataFrame(about), "targets.csv")
    assert [fault.column for fault in found] == ["value"] * faults


HEADING = {"indicator": "economy", "title_vi": "Kinh tế"}
RICE = {"indicator": "rice", "title_vi": "Lúa", "unit_measure": "count", "better": "up"}


def told_of(*rows: dict[str, str]) -> list[str]:
    """Give the faults of several rows of indicators."""
    cells = pd.DataFrame(rows, index=range(2, len(rows) + 2)).reindex(columns=columns("indicators"))
    header = ["indicator", "title_vi", "unit_measure", "better", "part_of", "under"]
    text = TextTable("indicators.csv", cells.astype("str"), header)
    read, unread = convert(text.frame, table_schema("indicators"), text.file)
    table = TypedTable("indicators", text, read, unread, {"indicators": read})
    asked = [(check, column) for check in OF_MEASURES for column in check.where(table)]
    return [str(f) for check, column in asked for f in check.faults(table, column, text.file)]


def test_a_heading_of_the_form_measures_nothing() -> None:
    assert told_of(HEADING, RICE | {"under": "economy"}) == []


def test_a_row_without_a_measure_that_nothing_stands_under_is_no_heading() -> None:
    ways = "“more is better” (up), “less is better” (down), “neither” (none)"
    expected = f"expected one of {ways}, or nothing of a heading with rows under it"
    better = f"indicators.csv:2:better: missing value, {expected}"
    measure, told = told_of(HEADING, RICE)
    assert (measure[:50], told) == ("indicators.csv:2:unit_measure: missing value, expe", better)
    unsaid = {name: cell for name, cell in RICE.items() if name != "better"}
    assert told_of(unsaid) == [better]


def test_nothing_is_part_of_a_heading() -> None:
    assert told_of(HEADING, RICE | {"under": "economy", "part_of": "economy"}) == [
        "indicators.csv:3:part_of: a heading (found economy), "
        "expected an indicator, with its unit of measure"
    ]


@pytest.mark.parametrize(
    ("about", "faults"),
    [
        ({"unit_measure": "count"}, 1),
        ({"unit_measure": "number", "unit_vi": "tấn"}, 1),
        ({"unit_measure": "number", "unit_vi": "‰"}, 1),
        ({"unit_measure": "rating"}, 1),
        ({"unit_measure": "percent"}, 0),
        ({"unit_measure": "number", "unit_vi": "%"}, 0),
        ({"unit_measure": "number", "unit_en": "% of the GDP"}, 0),
        ({"unit_measure": "number", "unit_en": "percent of GDP"}, 0),
        ({"unit_measure": "number", "unit_vi": "phần trăm GDP"}, 0),
        ({"unit_measure": "number", "unit_en": "places in percentile order"}, 1),
    ],
)
@pytest.mark.parametrize("name", ["figures", "targets"])
def test_a_percentage_is_of_what_is_measured_in_percent(
    name: str, about: dict[str, str], faults: int
) -> None:
    cells = {"indicator": "x", "value": "12 %", "qualifier": "="}
    frame = pd.DataFrame([cells], index=[2]).reindex(columns=columns(name)).astype("str")
    text = TextTable(f"{name}.csv", frame, [*cells])
    read, unread = convert(frame, table_schema(name), text.file)
    indicators = pd.DataFrame([{"indicator": "x"} | about])
    table = TypedTable(name, text, read, unread, {"indicators": indicators})
    told = "a percentage of what is not measured in percent (found 12 %)"
    expected = "expected it without %, or an indicator in percent"
    assert [str(f) for f in PERCENT_SIGN.faults(table, "value", text.file)] == [
        f"{name}.csv:2:value: {told}, {expected}"
    ] * faults
