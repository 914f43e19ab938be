import pandas as pd
import pytest

from giaoban.checks.records import CAUSE
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema


def told(**cells: str) -> list[str]:
    """Give the faults of one record, which stands in a file under the header."""
    frame = pd.DataFrame([cells], index=[2]).reindex(columns=columns("records"))
    text = TextTable("records.csv", frame.astype("str"), [*cells])
    read, unread = convert(text.frame, table_schema("records"), text.file)
    table = TypedTable("records", text, read, unread)
    return [str(f) for part in CAUSE.where(table) for f in CAUSE.faults(table, part, text.file)]


@pytest.mark.parametrize("section", ["shortcoming", "action", "result"])
def test_only_a_cause_is_subjective_or_objective(section: str) -> None:
    assert told(section=section, cause="objective") == [
        "records.csv:2:cause: a kind of cause of what is none (found objective), "
        "expected nothing, or the section cause"
    ]
    assert told(section="cause", cause="objective") == []


def test_a_cause_need_not_say_which_it_is() -> None:
    assert told(section="cause", cause="") == []
    assert told(section="cause") == []
