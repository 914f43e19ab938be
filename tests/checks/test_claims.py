import pandas as pd
import pytest

from giaoban.checks.claims import OF_CLAIMS
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema

TALLY = {"kind": "targets_reached", "stated": "13", "out_of": "14"}
MEAN = {"kind": "mean_per_year", "indicator": "x", "stated": "150"}


def told(**cells: str) -> list[str]:
    """Give the faults of one row, which stands in a file under the header."""
    frame = pd.DataFrame([cells], index=[2]).reindex(columns=columns("claims"))
    text = TextTable("claims.csv", frame.astype("str"), [*cells])
    read, unread = convert(text.frame, table_schema("claims"), text.file)
    table = TypedTable("claims", text, read, unread)
    return [
        str(fault)
        for check in OF_CLAIMS
        for column in check.where(table)
        for fault in check.faults(table, column, text.file)
    ]


@pytest.mark.parametrize("cells", [TALLY, MEAN, TALLY | {"indicator": ""}, MEAN | {"out_of": ""}])
def test_a_tally_is_of_so_many_and_any_other_claim_of_an_indicator(cells: dict[str, str]) -> None:
    assert told(**{name: cell for name, cell in cells.items() if cell}) == []


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            MEAN | {"indicator": None},
            "indicator: missing value, expected the indicator that it is about",
        ),
        (
            TALLY | {"indicator": "x"},
            "indicator: a tally of one indicator (found x), expected nothing: it counts targets",
        ),
        (
            TALLY | {"out_of": None},
            "kind: a tally that does not say of how many (found targets_reached), "
            "fill in out_of: of how many",
        ),
        (
            MEAN | {"out_of": "14"},
            "kind: only a tally is of so many (found 14), expected nothing under out_of",
        ),
        (
            TALLY | {"stated": "15"},
            "kind: no number of targets (found 15), expected a whole number from 0 to out_of",
        ),
        (
            TALLY | {"stated": "92.9"},
            "kind: no number of targets (found 92.9), expected a whole number from 0 to out_of",
        ),
    ],
)
def test_a_claim_that_cannot_be_is_told_with_what_is_expected(
    cells: dict[str, str], fault: str
) -> None:
    assert told(**cells) == [f"claims.csv:2:{fault}"]
