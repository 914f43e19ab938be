"""A damaged package gives fault lines or a right report, never a traceback; `make fuzz` runs more."""

from pathlib import Path
from random import Random

import pytest
from damage import damaged
from fuzz import one

from giaoban.errors import GiaobanError
from giaoban.programme import check_package
from giaoban.tables import Check


@pytest.mark.parametrize("number", range(6))
def test_a_damaged_package_has_faults_of_one_line_or_makes_a_right_report(number: int) -> None:
    _, said = one(number)
    assert "\n" not in said, said


def test_where_there_is_nothing_for_a_check_to_look_at_it_finds_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tell, silent = Check.faults, []

    def faults(self: Check[object], subject: object, part: str, file: str) -> object:
        if self.looks_at(subject, part) == 0:
            silent.append(self.name)
            assert [*self.finds(subject, part)] == [], (self.name, part)
        return tell(self, subject, part, file)

    monkeypatch.setattr(Check, "faults", faults)
    for number in range(40):
        try:
            check_package(damaged(Random(number), Random(number), tmp_path / str(number)))  # noqa: S311
        except GiaobanError:
            continue
    assert {"reference", "share", "count", "amount", "key", "enum"} <= {*silent}
