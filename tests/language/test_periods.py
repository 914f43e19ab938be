from datetime import date

import pytest

from giaoban.language.periods import iso_day, parse_period


@pytest.mark.parametrize("text", ["14/3/2023", "14/03/2023", "14.3.2023", "14-3-2023"])
def test_a_day_written_with_the_day_first_is_read(text: str) -> None:
    assert iso_day(text) == "2023-03-14"


@pytest.mark.parametrize("text", ["3/14/2023", "31/02/2023", "14/3-2023", "14/3/23", "2023-03-14"])
def test_what_is_no_such_day_stays_as_it_is(text: str) -> None:
    assert iso_day(text) == text


def test_a_year_runs_from_its_first_to_its_last_day() -> None:
    year = parse_period("2021")
    assert (year.start, year.end, year.years) == (date(2021, 1, 1), date(2021, 12, 31), 1)


def test_several_years_are_counted_with_both_ends() -> None:
    assert parse_period("2020/2022").years == 3


def test_a_part_of_a_year_is_no_whole_year() -> None:
    half = parse_period("2023-01/2023-06")
    assert (half.end, half.years) == (date(2023, 6, 30), None)


def test_a_leap_day_ends_its_month() -> None:
    assert parse_period("2024-02").end == date(2024, 2, 29)


def test_days_are_taken_as_they_stand() -> None:
    days = parse_period("2020-08-01/2020-12-31")
    assert (days.start, days.end) == (date(2020, 8, 1), date(2020, 12, 31))


def test_a_year_contains_its_half_and_not_the_other_way_round() -> None:
    year, half = parse_period("2023"), parse_period("2023-01/2023-06")
    assert year.contains(half)
    assert not half.contains(year)


@pytest.mark.parametrize(
    "text",
    [
        "2022/2021",
        "2023-06/2023-01",
        "2023-H1",
        "2023-13",
        "2023-02-30",
        "9007199254740993",
        "2023-01-9007199254740993",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)
