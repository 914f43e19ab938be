from pathlib import Path

import pytest

from giaoban.analysis import load
from giaoban.errors import GiaobanError


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
