from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from places import RAW

from giaoban.analysis import load
from giaoban.asof import CHANGES_CSV, Known, changes, inputs, known_at
from giaoban.errors import GiaobanError
from giaoban.programme.read import read_package


@pytest.mark.parametrize(("meeting", "unit"), [("2022-01-01", ""), ("latest", "nowhere")])
def test_a_meeting_or_unit_that_is_not_there_is_refused(
    programme: Path, meeting: str, unit: str
) -> None:
    with pytest.raises(GiaobanError, match="expected one"):
        load("04-CTr-HU", meeting, unit, programme.parent)


@pytest.mark.parametrize("day", ["2023-03-14", "14/03/2023", "14-3-2023", "14.3.2023"])
def test_a_meeting_is_found_by_its_day_as_people_write_it(programme: Path, day: str) -> None:
    assert load("04-CTr-HU", day, "", programme.parent).date == "2023-03-14"


def test_where_no_meeting_lies_ahead_there_is_nothing_to_do(programme: Path) -> None:
    with pytest.raises(GiaobanError, match="no meeting lies ahead") as told:
        load("04-CTr-HU", "next", "", programme.parent)
    assert told.value.exit_code == 0


def test_the_next_meeting_is_the_first_from_today_on() -> None:
    demo = read_package(RAW / "demo")
    today = pd.Timestamp.today().normalize()
    days = [today + pd.Timedelta(days=n) for n in (-1, 0, 1)]
    meetings = demo.tables["meetings"].tail(3).assign(meeting_date=days, data_cutoff=days)
    soon = replace(demo, tables=demo.tables | {"meetings": meetings})
    assert known_at(soon, "next", "").meeting["meeting_date"] == today


def test_of_the_meetings_so_far_this_one_is_the_last() -> None:
    known = known_at(read_package(RAW / "demo"), "2023-03-14", "")
    days = known.meetings["meeting_date"].dt.strftime("%Y-%m-%d")
    assert days.tolist() == ["2022-03-15", "2023-03-14"]


@pytest.mark.parametrize(("day", "over"), [("2025-12-30", False), ("2025-12-31", True)])
def test_on_its_last_day_a_programme_is_over(day: str, over: bool) -> None:
    known = known_at(read_package(RAW / "demo"), "latest", "")
    meeting = known.meeting.copy()
    meeting["data_cutoff"] = pd.Timestamp(day)
    assert replace(known, meeting=meeting).is_over == over


def test_at_the_first_meeting_the_figures_before_are_those_of_now() -> None:
    demo = read_package(RAW / "demo")
    first, second = (known_at(demo, day, "") for day in ("2022-03-15", "2023-03-14"))
    assert first.previous_cutoff is None
    assert first.known_before("figures").equals(first.tables["figures"])
    assert second.previous_cutoff == first.cutoff
    assert second.known_before("figures").equals(first.tables["figures"])
    assert second.last_year == 2025


def test_the_inputs_are_written_as_the_first_letters_of_their_digests() -> None:
    known = known_at(read_package(RAW / "04-CTr-HU"), "2023-03-14", "")
    assert f"figures:{known.digests['figures'][:12]}" in inputs(known).split()


def test_the_fingerprint_changes_with_any_row_that_a_report_rests_on_and_with_nothing_else() -> (
    None
):
    demo = read_package(RAW / "demo")
    known = known_at(demo, "2023-03-14", "xa-03")
    same = Known(demo, known.meeting, known.previous, "xa-03", known.tables, known.before)
    assert same.fingerprint == known.fingerprint
    figures = known.tables["figures"]
    revised = known.tables | {"figures": figures.assign(value=figures["value"] + 1)}
    other = replace(known, tables=revised)
    assert other.fingerprint != known.fingerprint
    changed = {table for table, digest in other.digests.items() if digest != known.digests[table]}
    assert changed == {"figures"}
    assert replace(known, before={}).digests["figures"] != known.digests["figures"]


def test_what_is_known_of_a_unit_was_told_of_that_unit_up_to_the_last_day_that_counts() -> None:
    known = known_at(read_package(RAW / "demo"), "2023-03-14", "xa-03")
    for name in ("figures", "targets", "claims"):
        table = known.tables[name]
        assert set(table["unit"]) <= {"xa-03"}, name
        assert (table["reported_on"] <= known.cutoff).all(), name
    assert len(known.tables["figures"])


def test_what_changed_between_two_meetings_is_listed_as_the_file_of_changes_has_it() -> None:
    known = known_at(read_package(RAW / "demo"), "2025-07-15", "")
    listed = changes(known.before["figures"], known.tables["figures"])
    assert list(listed.columns)[: len(CHANGES_CSV)] == CHANGES_CSV
    (row,) = listed[listed["kind"].eq("withdrawn")].to_dict("records")
    assert (row["indicator"], row["period"], row["before"]) == ("complaints", "2022", 198)
    assert pd.isna(row["after"])
