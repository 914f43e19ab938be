import pandas as pd
import pytest

from giaoban.asof import follow_actions

CUTOFF = pd.Timestamp("2023-03-14")
MEETING = pd.Timestamp("2023-03-20")
DATES = ("due", "closed_on", "meeting_date")


def record(**cells: object) -> dict[str, object]:
    default = {"record": "r", "section": "action", "due": pd.NaT, "closed_on": pd.NaT}
    default |= {"meeting_date": MEETING}
    dates = {name: pd.Timestamp(str(cells[name])) for name in DATES if name in cells}
    return default | cells | dates


def followed(*records: dict[str, object], previous: str = "2020-01-01") -> pd.DataFrame:
    return follow_actions(pd.DataFrame(records), CUTOFF, pd.Timestamp(previous), MEETING)


@pytest.mark.parametrize(
    ("cells", "state", "days"),
    [
        ({"due": "2023-03-15"}, "open", None),
        ({"due": "2023-03-14"}, "open", None),
        ({"due": "2023-03-13"}, "overdue", 1),
        ({"due": "2023-03-04"}, "overdue", 10),
        ({}, "open", None),
        ({"due": "2023-03-04", "closed_on": "2023-03-01"}, "done_on_time", None),
        ({"due": "2023-03-04", "closed_on": "2023-03-04"}, "done_on_time", None),
        ({"due": "2023-03-04", "closed_on": "2023-03-05"}, "done_late", 1),
        ({"due": "2023-03-04", "closed_on": "2023-03-06"}, "done_late", 2),
    ],
)
def test_an_action_is_open_overdue_or_closed(
    cells: dict[str, object], state: str, days: int | None
) -> None:
    found = followed(record(**cells)).iloc[0]
    assert found["state"] == state
    assert (None if pd.isna(found["days"]) else found["days"]) == days


def test_what_was_closed_by_the_meeting_before_is_not_told_again() -> None:
    assert followed(record(closed_on="2022-03-15"), previous="2022-03-15").empty
    found = followed(record(closed_on="2022-03-16"), previous="2022-03-15")
    assert found["state"].tolist() == ["done"]


def test_overdue_ones_come_first_by_their_due_day() -> None:
    rows = [
        record(record="open", due="2024-01-01"),
        record(record="late", due="2023-02-01"),
        record(record="later", due="2023-01-01"),
        record(record="done", due="2023-01-01", closed_on="2023-01-01"),
    ]
    found = follow_actions(pd.DataFrame(rows), CUTOFF, None, MEETING)
    assert found["record"].tolist() == ["later", "late", "open", "done"]


@pytest.mark.parametrize(
    ("section", "meeting", "expected"),
    [
        ("action", "2023-03-20", 1),
        ("conclusion", "2022-03-15", 1),
        # It stands in the record of the meeting itself.
        ("conclusion", "2023-03-20", 0),
        ("result", "2022-03-15", 0),
        ("shortcoming", "2022-03-15", 0),
    ],
)
def test_a_conclusion_comes_back_from_the_next_meeting_on(
    section: str, meeting: str, expected: int
) -> None:
    assert len(followed(record(section=section, meeting_date=meeting))) == expected


def test_a_conclusion_is_closed_and_overdue_as_an_action_is() -> None:
    cells: dict[str, object] = {"section": "conclusion", "meeting_date": "2022-03-15"}
    assert followed(record(**cells, due="2023-03-04"))["days"].tolist() == [10]
    done = record(**cells, closed_on="2022-04-01")
    assert followed(done)["state"].tolist() == ["done"]
    assert followed(done, previous="2022-06-30").empty
