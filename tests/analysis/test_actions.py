import pandas as pd
import pytest

from giaoban.analysis import follow_actions

CUTOFF = pd.Timestamp("2023-03-14")


def record(**cells: object) -> dict[str, object]:
    default = {"record": "r", "section": "action", "due": pd.NaT, "closed_on": pd.NaT}
    dates = {"due", "closed_on"} & set(cells)
    return default | cells | {name: pd.Timestamp(str(cells[name])) for name in dates}


def state(cells: dict[str, object], previous: str = "2020-01-01") -> list[object]:
    table = pd.DataFrame([record(**cells)])
    found = follow_actions(table, CUTOFF, pd.Timestamp(previous))
    return [] if found.empty else found.iloc[0][["state", "days"]].tolist()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"due": "2023-03-15"}, ["open", pd.NA]),
        ({"due": "2023-03-14"}, ["open", pd.NA]),
        ({"due": "2023-03-04"}, ["overdue", 10]),
        ({}, ["open", pd.NA]),
        ({"due": "2023-03-04", "closed_on": "2023-03-01"}, ["closed", pd.NA]),
        ({"due": "2023-03-04", "closed_on": "2023-03-06"}, ["closed", 2]),
    ],
)
def test_an_action_is_open_overdue_or_closed(
    cells: dict[str, object], expected: list[object]
) -> None:
    found = state(cells)
    assert found[0] == expected[0]
    assert found[1] is expected[1] or found[1] == expected[1]


def test_what_was_closed_by_the_meeting_before_is_not_told_again() -> None:
    assert state({"closed_on": "2022-03-15"}, "2022-03-15") == []
    assert state({"closed_on": "2022-03-16"}, "2022-03-15")[0] == "closed"


def test_overdue_ones_come_first_by_their_due_day() -> None:
    rows = [
        record(record="open", due="2024-01-01"),
        record(record="late", due="2023-02-01"),
        record(record="later", due="2023-01-01"),
        record(record="done", due="2023-01-01", closed_on="2023-01-01"),
    ]
    found = follow_actions(pd.DataFrame(rows), CUTOFF, None)
    assert found["record"].tolist() == ["later", "late", "open", "done"]


def test_other_records_are_no_actions() -> None:
    assert state({"section": "result"}) == []
