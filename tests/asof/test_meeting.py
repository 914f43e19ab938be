from pathlib import Path

import pytest
from places import RAW

from giaoban.analysis import load
from giaoban.asof import inputs, known_at
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
