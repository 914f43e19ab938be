"""A damaged package gives fault lines or a right report, never a traceback; `make fuzz` runs more."""

import pytest
from fuzz import one


@pytest.mark.parametrize("number", range(6))
def test_a_damaged_package_has_faults_of_one_line_or_makes_a_right_report(number: int) -> None:
    _, said = one(number)
    assert "\n" not in said, said
