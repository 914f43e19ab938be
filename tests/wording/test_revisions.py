from collections.abc import Callable
from pathlib import Path

import pytest

from giaoban.analysis import load
from giaoban.language import language
from giaoban.wording import Wording

GOAL = {"indicator": "orgs-rated", "unit": "my-duc", "period": "2022", "set_by": "ha-noi"}
SOURCE = "myduc-2023-03-15"


def told(programme: Path, code: str = "en") -> str:
    """Write the target of the organisations as the report has it."""
    review = load(str(programme), "latest", "", programme)
    words, verdicts = Wording(review, language(code)), review.verdicts
    (own,) = (row for _, row in verdicts.iterrows() if row["indicator"] == "orgs-rated")
    return words.target(own)


def test_a_target_that_its_setter_changed_says_when_and_what_it_was(
    programme: Path, append: Callable[..., None]
) -> None:
    for value, day in (("95", "2022-01-10"), ("90", "2022-07-15")):
        append("targets", **GOAL, value=value, reported_on=day, source=SOURCE)
    assert told(programme) == "90% (changed as reported on 15/07/2022, before: 95%)"
    assert told(programme, "vi") == "90% (điều chỉnh theo báo cáo ngày 15/07/2022, trước đó: 95%)"


@pytest.mark.parametrize("values", [["90"], ["90", "90"]])
def test_a_target_that_stays_as_it_was_set_says_nothing_of_it(
    programme: Path, append: Callable[..., None], values: list[str]
) -> None:
    for month, value in enumerate(values, 1):
        append("targets", **GOAL, value=value, reported_on=f"2022-0{month}-10", source=SOURCE)
    assert told(programme) == "90%"


def test_what_was_said_after_the_last_change_is_no_change(
    programme: Path, append: Callable[..., None]
) -> None:
    for month, value in enumerate(("95", "90", "90"), 1):
        append("targets", **GOAL, value=value, reported_on=f"2022-0{month}-10", source=SOURCE)
    assert told(programme) == "90% (changed as reported on 10/02/2022, before: 95%)"


def test_a_change_that_was_not_known_yet_is_none(
    programme: Path, append: Callable[..., None]
) -> None:
    for value, day in (("95", "2022-01-10"), ("90", "2023-07-15")):
        append("targets", **GOAL, value=value, reported_on=day, source=SOURCE)
    assert told(programme) == "95%"
