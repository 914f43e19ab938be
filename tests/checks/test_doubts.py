"""What is asked about a programme without faults."""

from pathlib import Path

import pytest
from smallprogramme import TONNES, Row, small

YEAR = [{"period": "2023", "value": 121.7}, {"period": "2023-01/2023-06", "value": 157.3}]
ADDS = TONNES | {"additive": "true"}


def asked(folder: Path, rows: list[Row], about: Row) -> list[str]:
    told: list[Row] = [{"definition": name} for name in ("some", "all")]
    review = small(folder, rows, about, definitions=told)
    return [str(note) for note in review.known.package.notes]


def test_a_part_of_a_year_is_not_more_than_the_year(tmp_path: Path) -> None:
    (told,) = asked(tmp_path, [*YEAR], ADDS)
    assert [told] == asked(tmp_path, [YEAR[0] | {"obs_status": "E"}, YEAR[1]], ADDS)
    assert told == (
        "figures.csv: x: 157.3 in 2023-01/2023-06 (row 3) is more than 121.7 in all of 2023 "
        "(row 2): which of them is right? Of what does not add up over time additive says so"
    )


def test_large_numbers_are_told_in_full_and_as_the_language_writes_them(tmp_path: Path) -> None:
    rows: list[Row] = [YEAR[0] | {"value": 1234567.5}, YEAR[1] | {"value": 1234568}]
    (note,) = small(tmp_path, rows, ADDS).known.package.notes
    assert "1234568 in 2023-01/2023-06 (row 3) is more than 1234567.5 in" in note.told("en")
    assert "1234567,5" in note.told("vi")


@pytest.mark.parametrize(
    ("rows", "about"),
    [
        (YEAR, TONNES | {"additive": "false"}),
        ([YEAR[0] | {"qualifier": ">"}, YEAR[1]], ADDS),
        ([YEAR[0] | {"obs_status": "E", "reported_on": "2023-12-05"}, YEAR[1]], ADDS),
        ([YEAR[0] | {"obs_status": "F"}, YEAR[1]], ADDS),
        ([YEAR[0], YEAR[1] | {"period": "2022-01/2022-06"}], ADDS),
        ([YEAR[0] | {"definition": "some"}, YEAR[1] | {"definition": "all"}], ADDS),
        ([YEAR[0] | {"reported_on": "2024-02-01"}, YEAR[1], YEAR[0] | {"value": 230}], ADDS),
    ],
)
def test_nothing_is_asked_where_a_part_may_be_more(
    rows: list[Row], about: Row, tmp_path: Path
) -> None:
    assert asked(tmp_path, rows, about) == []


def test_what_was_reported_after_the_last_meeting_is_told(tmp_path: Path) -> None:
    late: list[Row] = [{"period": "2023", "value": 1}]
    late += [{"period": "2024", "value": 2, "reported_on": "2052-02-01"}]
    (told,) = asked(tmp_path, late, ADDS)
    assert told == (
        "figures.csv: rows 3 were reported after 2025-07-15, the last day that counts at the last "
        "meeting: they stand in no report until a later meeting is entered"
    )


def test_names_that_differ_in_capitals_or_spaces_alone_are_asked_about(tmp_path: Path) -> None:
    setters = ("County Council", "County council", "HĐND xã", "HĐND  xã", "UBND xã")
    goals: list[Row] = [{"period": "2025", "value": 1, "set_by": setter} for setter in setters]
    review = small(tmp_path, [{"period": "2024", "value": 1}], ADDS, targets=goals)
    assert [str(note) for note in review.known.package.notes] == [
        "targets.csv: set_by: “County Council”, “County council”: are these one? Each is counted by "
        "itself",
        "targets.csv: set_by: “HĐND  xã”, “HĐND xã”: are these one? Each is counted by itself",
    ]
