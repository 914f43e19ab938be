import pandas as pd
import pytest

from giaoban.checks.targets import OF_TARGETS, signs_against_ways
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema

MEASURES = {"members": "count", "poor": "percent", "index": "rating"}
INDICATORS = pd.DataFrame({"indicator": [*MEASURES], "unit_measure": [*MEASURES.values()]})


def told(name: str = "targets", **cells: str) -> list[str]:
    """Give the faults of one row, which stands in a file under the header."""
    frame = pd.DataFrame([cells], index=[2]).reindex(columns=columns(name))
    text = TextTable(f"{name}.csv", frame.astype("str"), [*cells])
    read, unread = convert(text.frame, table_schema(name), text.file)
    table = TypedTable(name, text, read, unread, {"indicators": INDICATORS})
    return [
        str(fault)
        for check in OF_TARGETS
        for column in check.where(table)
        for fault in check.faults(table, column, text.file)
    ]


@pytest.mark.parametrize("indicator", ["poor", "index"])
def test_only_counts_have_a_total(indicator: str) -> None:
    assert told(indicator=indicator, kind="total", value="90") == [
        "targets.csv:2:kind: a total of what does not add up (found total), expected by or each"
    ]


@pytest.mark.parametrize(
    ("indicator", "kind"),
    [("members", "total"), ("members", "by"), ("poor", "by"), ("poor", "each"), ("poor", "")],
)
def test_any_other_kind_may_be_said_or_left_out(indicator: str, kind: str) -> None:
    cells = {"indicator": indicator, "value": "90"} | ({"kind": kind} if kind else {})
    assert told(**cells) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"value_to": "95"}, "(found 95), expected its lower end under value"),
        ({"value": "90", "value_to": "85"}, "(found 85), expected a number from 90 on"),
        (
            {"value": "90", "value_to": "95", "qualifier": ">="},
            "(found >=), expected = or nothing beside an upper end",
        ),
    ],
)
def test_what_is_no_range_is_told(cells: dict[str, str], expected: str) -> None:
    assert told(indicator="poor", **cells) == [
        f"targets.csv:2:value_to: no upper end of a range {expected}"
    ]


def test_a_figure_may_be_a_range_by_its_upper_end_or_said_to_be_one() -> None:
    ends = {"indicator": "poor", "value": "61", "value_to": "62"}
    assert told("figures", **ends) == told("figures", **ends, qualifier="..") == []


def test_a_figure_that_is_said_to_be_a_range_has_two_ends() -> None:
    assert told("figures", indicator="poor", value="61", qualifier="..") == [
        "figures.csv:2:qualifier: a range of one end (found ..), "
        "expected its upper end under value_to"
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "90", "value_to": "95"},
        {"value": "90", "value_to": "95", "qualifier": "="},
        {"value": "90", "value_to": "90"},
        {"value": "90", "qualifier": ">="},
    ],
)
def test_a_range_from_its_lower_end_on_is_none(cells: dict[str, str]) -> None:
    assert told(indicator="poor", **cells) == []


def test_nothing_is_asked_of_a_target_of_an_indicator_that_is_not_known() -> None:
    assert told(indicator="nothing", kind="total") == []


@pytest.mark.parametrize(
    ("sign", "better", "is_told"),
    [("<=", "up", True), ("<", "up", True), (">=", "down", True), (">", "down", True),
     ("<=", "down", False), (">", "up", False), ("=", "up", False), ("<", "none", False)],
)  # fmt: skip
def test_a_sign_that_contradicts_which_way_is_better_is_told(
    sign: str, better: str, *, is_told: bool
) -> None:
    indicators = pd.DataFrame({"indicator": ["waiting"], "better": [better]})
    targets = pd.DataFrame({"indicator": ["waiting"] * 2, "qualifier": [sign] * 2}, index=[2, 5])
    told = [note.told("en") for note in signs_against_ways(targets, indicators, "targets.csv")]
    assert told == [
        f"targets.csv: waiting: targets with {sign} in rows 2, 5, where better is {better}: which "
        "is meant? They are judged by their sign, all else by better"
    ] * int(is_told)
