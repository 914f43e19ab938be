"""The rows of small tables are those that pandas gives."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from giaoban.analysis import Review
from giaoban.tables import as_types, by_column, by_label, records

FRAMES = ["compared", "verdicts", "latest", "claims", "paces"]


def as_texts(rows: object) -> str:
    """Texts in which cells without a value are alike; by themselves they are never equal."""
    return repr(rows)


@pytest.mark.parametrize("name", FRAMES)
def test_each_row_is_given_by_its_columns_in_the_order_of_the_table(
    review: Review, name: str
) -> None:
    frame = getattr(review, name)
    assert as_texts(records(frame)) == as_texts(frame.to_dict("records"))
    assert list(by_label(frame)) == list(frame.index)
    assert as_texts(list(by_label(frame).values())) == as_texts(records(frame))


def test_a_describing_table_is_given_by_its_ids_wherever_these_stand(review: Review) -> None:
    indicators = review.tables["indicators"].iloc[:, ::-1]
    found = by_column(indicators, "indicator")
    assert list(found) == list(indicators["indicator"])
    assert all(row["indicator"] == name for name, row in found.items())


def test_a_table_without_rows_has_none(review: Review) -> None:
    nothing = review.compared[:0]
    assert records(nothing) == []
    assert by_label(nothing) == by_column(nothing, "period") == {}


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_columns_get_their_types_and_all_others_stay(review: Review, rows: int) -> None:
    types = {"value": "str", "period": "object", "comparable": "boolean", "end": "datetime64[ns]"}
    frame = review.compared.head(rows)
    assert_frame_equal(as_types(frame, types), frame.astype(types))
    assert frame["value"].dtype == "float64"


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        as_types(pd.DataFrame({"a": [1]}), {"b": "str"})
