import pandas as pd

from giaoban.checks.references import CIRCLE, REFERENCE
from giaoban.tables import TextTable, TypedTable, columns


def told(**under: str) -> list[str]:
    """Give the faults of a form, a row for each indicator and the one that it stands under."""
    rows = [{"indicator": id_, "under": at or None} for id_, at in under.items()]
    frame = pd.DataFrame(rows, index=range(2, len(rows) + 2)).reindex(columns=columns("indicators"))
    text = TextTable("indicators.csv", frame, ["indicator", "under"])
    table = TypedTable("indicators", text, frame, tables={"indicators": frame})
    asked = [(check, part) for check in (REFERENCE, CIRCLE) for part in check.where(table)]
    return [str(fault) for check, part in asked for fault in check.faults(table, part, text.file)]


def test_a_row_stands_under_one_of_the_form_that_does_not_stand_under_it() -> None:
    assert told(a="", b="a", c="b") == []
    assert told(a="x") == [
        "indicators.csv:2:under: broken foreign key (found x), "
        "expected one that stands in table indicators"
    ]
    assert [fault.split(" (")[0] for fault in told(a="c", b="a", c="b")] == [
        f"indicators.csv:{row}:under: a circle" for row in (2, 3, 4)
    ]
    assert len(told(a="a")) == 1
