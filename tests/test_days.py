import pytest

from giaoban.language.periods import iso_day


@pytest.mark.parametrize("text", ["14/3/2023", "14/03/2023", "14.3.2023", "14-3-2023"])
def test_a_day_written_with_the_day_first_is_read(text: str) -> None:
    assert iso_day(text) == "2023-03-14"


@pytest.mark.parametrize("text", ["3/14/2023", "31/02/2023", "14/3-2023", "14/3/23", "2023-03-14"])
def test_what_is_no_such_day_stays_as_it_is(text: str) -> None:
    assert iso_day(text) == text
