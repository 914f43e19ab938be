from datetime import date

import pytest

from giaoban.language.periods import Period, iso_day, iso_years, parse_period, without_midnight


@pytest.mark.parametrize("text", ["14/3/2023", "14/03/2023", "14.3.2023", "14-3-2023"])
def test_a_day_written_with_the_day_first_is_read(text: str) -> None:
    assert iso_day(text) == "2023-03-14"


@pytest.mark.parametrize(
    "text", ["2023-03-14 00:00:00", "2023-03-14T00:00:00.000", "14/3/2023 0:00", "14-3-2023 00:00"]
)
def test_midnight_is_the_day(text: str) -> None:
    assert iso_day(text) == "2023-03-14"


@pytest.mark.parametrize("text", ["2023-03-14 08:30:00", "2023-03-14T00:00:01", "T00:00"])
def test_another_time_stays(text: str) -> None:
    assert iso_day(text) == text


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


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2021", "2021"),
        ("2020/2022", "2020/2022"),
        ("2021-01/2021-12", "2021"),
        ("2020-01-01/2022-12-31", "2020/2022"),
        ("2023-05-01/2023-05-31", "2023-05"),
        ("2023-07/2024-06", "2023-07/2024-06"),
        ("2023-05-02", "2023-05-02"),
        ("2023-05-02/2023-06-30", "2023-05-02/2023-06-30"),
        ("9999", "9999"),
    ],
)
def test_a_period_is_written_in_the_shortest_way_and_reads_back(text: str, written: str) -> None:
    period = parse_period(text)
    assert str(period) == written
    assert parse_period(str(period)) == period


@pytest.mark.parametrize(
    ("text", "days", "months", "years"),
    [
        ("2020/2022", 1096, 36, 3),
        ("2023-01/2023-06", 181, 6, None),
        # Twelve months that are no calendar year.
        ("2023-07/2024-06", 366, 12, 1),
        ("2023-05-01/2023-06-29", 60, None, None),
        ("2023-05-02", 1, None, None),
        ("9999-12", 31, 1, None),
    ],
)
def test_days_count_with_both_ends_months_and_years_only_where_they_are_whole(
    text: str, days: int, months: int | None, years: int | None
) -> None:
    period = parse_period(text)
    assert (period.days, period.months, period.years) == (days, months, years)


def test_periods_stand_in_the_order_of_their_starts_and_then_of_their_ends() -> None:
    periods = [parse_period(text) for text in ("2023", "2022/2024", "2022", "2021", "2022-01")]
    ordered = ["2021", "2022-01", "2022", "2022/2024", "2023"]
    assert [str(period) for period in sorted(periods)] == ordered


def test_a_period_is_its_two_days_however_it_was_written() -> None:
    month = Period(date(2022, 1, 1), date(2022, 1, 31))
    assert month == parse_period("2022-01") == parse_period("2022-01-01/2022-01-31")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021/2023", ["2021", "2022", "2023"]),
        ("2020-09/2022-08", ["2020-09/2021-08", "2021-09/2022-08"]),
        ("2020-08/2022-12", ["2020-08/2022-12"]),
        ("2023-01/2023-06", ["2023-01/2023-06"]),
        ("9998/9999", ["9998", "9999"]),
    ],
)
def test_a_period_is_parted_into_its_years_where_it_is_whole_years(
    text: str, years: list[str]
) -> None:
    assert [str(year) for year in parse_period(text).in_years()] == years


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-03-14 00:00:00", "2023-03-14"),
        ("2023-03-14T00:00:00", "2023-03-14"),
        ("2023-03-14 08:30:00", "2023-03-14 08:30:00"),
        ("2023-03-14", "2023-03-14"),
    ],
)
def test_midnight_is_no_time_of_its_own(text: str, day: str) -> None:
    assert without_midnight(text) == day


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2022", "2021"),
        ("2022-01/2022-06", "2021-01/2021-06"),
        ("2022-09/2023-08", "2021-09/2022-08"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-02-29", "2023-02-28"),
        ("2022-03-05/2022-04-10", "2021-03-05/2021-04-10"),
    ],
)
def test_the_same_stretch_a_year_before_has_the_same_months(period: str, before: str) -> None:
    assert parse_period(period).year_before() == parse_period(before)


@pytest.mark.parametrize(
    ("period", "year", "later"),
    [
        ("2022-09/2023-08", 2025, "2024-09/2025-08"),
        ("2022", 2020, "2020"),
        ("2022-03/2023-02", 2024, "2023-03/2024-02"),
        ("2023-01/2023-06", 2025, "2025-01/2025-06"),
    ],
)
def test_the_same_months_end_in_another_year(period: str, year: int, later: str) -> None:
    assert str(parse_period(period).ending_in(year)) == later


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021-2025", "2021/2025"),
        ("2021–2025", "2021/2025"),
        ("2021 — 2025", "2021/2025"),
        (" 2021 / 2025 ", "2021/2025"),
        ("2021-03/2021-06", "2021-03/2021-06"),
        ("2021-03-12", "2021-03-12"),
        ("2021", "2021"),
    ],
)
def test_years_are_read_as_people_write_them(text: str, years: str) -> None:
    assert iso_years(text) == years
