from math import inf
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from catalogue import messages

from giaoban.catalogues import FOLDER
from giaoban.errors import GiaobanError
from giaoban.language import Measure
from giaoban.language.formatting import language, languages

SHARE, COUNT = Measure("percent"), Measure("count")
CATALOGUES = sorted(FOLDER.glob("*.po"))


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_a_catalogue_has_no_untranslated_and_no_unused_entry(path: Path) -> None:
    there = {message.id: message for message in catalogue(path) if message.id}
    assert set(there) == messages(path.stem)
    assert [m.id for m in there.values() if not m.string or m.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_a_translation_fills_in_the_same_parts(path: Path) -> None:
    import string

    def parts(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for message in catalogue(path):
        texts = (message.id, message.string)
        said, translated = (t[-1] if isinstance(t, tuple | list) else str(t) for t in texts)
        # click has the kinds of numbers in English alone.
        assert parts(said) - {"number_type"} == parts(translated) - {"number_type"}, message.id


@pytest.mark.parametrize(
    ("code", "expected"), [("vi", "trên 93,75%"), ("en", "over 93.75%")], ids=["vi", "en"]
)
def test_a_figure_keeps_the_decimals_that_it_was_printed_with(code: str, expected: str) -> None:
    assert language(code).figure(93.75, SHARE, "93,75%", ">") == expected
    assert language(code).figure(97.8, SHARE, "97,80", "=").endswith("80%")


def test_numbers_follow_the_language() -> None:
    assert language("vi").number(1234.5, 1) == "1.234,5"
    assert language("en").number(1234.5, 1) == "1,234.5"
    assert [language("en").number(n, 2) for n in (2.275, 1.125, -0.625)] == [
        "2.28",
        "1.13",
        "−0.63",
    ]
    assert language("vi").difference(-0.4, SHARE) == "−0,4 điểm phần trăm"
    assert language("en").difference(4.05, SHARE) == "+4.05 percentage points"
    assert language("en").difference(12.0, COUNT) == "+12"


def test_what_was_not_published_is_said_so() -> None:
    assert language("en").figure(float("nan"), SHARE) == "the source does not say"
    assert language("vi").figure(float("nan"), COUNT) == "nguồn không nêu"


def test_periods_and_days_are_written_as_people_do() -> None:
    assert language("vi").period("2020/2022") == "2020–2022"
    assert language("vi").period("2022-06/2023-06") == "06/2022–06/2023"
    assert language("vi").period("2023-02/2023-06") == "02/2023–06/2023"


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2023-01/2023-06", "6 tháng đầu năm 2023", "first 6 months of 2023"),
        ("2020-08/2020-12", "5 tháng cuối năm 2020", "last 5 months of 2020"),
        ("2023-04/2023-06", "quý II/2023", "Q2 2023"),
        ("2023-10/2023-12", "quý IV/2023", "Q4 2023"),
        ("2023-01/2023-09", "9 tháng đầu năm 2023", "first 9 months of 2023"),
    ],
)
def test_a_part_of_a_year_has_the_name_that_offices_give_it(period: str, vi: str, en: str) -> None:
    assert (language("vi").period(period), language("en").period(period)) == (vi, en)
    both = language("vi").periods(period, "2024-04/2024-06")
    assert both == f"{vi} đến quý II/2024"


def test_vietnamese_comes_first_and_an_unknown_language_is_refused() -> None:
    assert languages() == ["vi", "en"]
    with pytest.raises(GiaobanError, match="expected one of vi, en"):
        language("xx")


def test_a_difference_is_rounded_once() -> None:
    assert language("en").difference(1.005, SHARE, 2) == "+1.01 percentage points"
    assert language("en").difference(1.995, SHARE, 2) == "+2.00 percentage points"


def test_a_difference_of_printed_numbers_is_written_in_full() -> None:
    tonnes = Measure("number", "tonnes")
    assert language("en").difference(0.0034, tonnes) == "+0.0034 tonnes"
    assert language("en").difference(1.995, SHARE) == "+1.995 percentage points"
    # A third has no last decimal.
    assert language("en").difference(1 / 3, tonnes) == "+0.33 tonnes"
    assert language("en").difference(1 / 3000, tonnes) == "+0.0003 tonnes"


def test_the_ends_of_a_range_are_never_rounded_inwards() -> None:
    tonnes = Measure("number", "tonnes")
    assert language("en").difference_range(0.245, 0.255, tonnes) == "+0.245 to +0.255 tonnes"
    assert language("en").difference_range(-2 / 3, 1 / 3, tonnes) == "−0.67 to +0.34 tonnes"
    assert language("en").difference_range(4.475, inf, tonnes) == "at least +4.475 tonnes"
    assert language("en").difference_range(-0.83, 2, SHARE, 1) == "−0.9 to +2.0 percentage points"
    assert language("en").difference_range(0.06, 2, tonnes, 1) == "+0.06 to +2.0 tonnes"


@pytest.mark.parametrize(
    ("percent", "said"),
    [(8.3333, "+8.3"), (0.001, "+0.001"), (-99.97, "−99.97"), (-100.0, "−100.0"), (0.0, "0.0")],
)
def test_a_relative_change_is_not_rounded_to_none_nor_to_all(percent: float, said: str) -> None:
    assert language("en").relative(percent) == said


@pytest.mark.parametrize(
    ("first", "last", "vi", "en"),
    [
        ("2021", "2024", "2021–2024", "2021–2024"),
        ("2021", "2021", "2021", "2021"),
        (
            "2022-09/2023-08",
            "2022-09/2023-08",
            "năm học 2022–2023",
            "school year 2022–2023",
        ),
        (
            "2020-09/2021-08",
            "2023-09/2024-08",
            "năm học 2020–2021 đến 2023–2024",
            "school years 2020–2021 to 2023–2024",
        ),
        ("2018-07/2019-06", "2018-07/2019-06", "năm 2018–2019", "2018–19"),
        ("1999-04/2000-03", "1999-04/2000-03", "năm 1999–2000", "1999–2000"),
        (
            "2013-07/2014-06",
            "2021-07/2022-06",
            "năm 2013–2014 đến năm 2021–2022",
            "2013–14 to 2021–22",
        ),
        ("2018-07/2020-06", "2018-07/2020-06", "07/2018–06/2020", "07/2018–06/2020"),
    ],
)
def test_a_year_that_begins_within_another_is_written_as_its_reader_does(
    first: str, last: str, vi: str, en: str
) -> None:
    assert (language("vi").periods(first, last), language("en").periods(first, last)) == (vi, en)


def test_one_percentage_point_is_one_point() -> None:
    assert language("en").difference(-1, SHARE) == "−1 percentage point"
    assert language("en").difference(1.5, SHARE) == "+1.5 percentage points"


def test_an_amount_and_its_difference_stand_in_its_own_unit() -> None:
    rice, income = Measure("number", "tấn"), Measure("number", "triệu đồng/người")
    births, growth = Measure("number", "‰"), Measure("number", "%")
    vi = language("vi")
    assert vi.figure(30326.0, rice, "30326", ">") == "trên 30.326 tấn"
    assert vi.difference(1.2, income) == "+1,2 triệu đồng/người"
    assert vi.difference_range(-1.0, 2.5, rice) == "−1 đến +2,5 tấn"
    assert vi.figure(12.5, births) == "12,5‰"
    assert vi.difference(-0.5, births) == "−0,5‰"
    assert vi.difference(1.5, growth) == "+1,5 điểm phần trăm"


def test_no_difference_is_written_as_none() -> None:
    assert language("en").difference(0.004, Measure("number", "ha")) == "+0.004 ha"
    assert language("en").difference(0.0, Measure("number", "ha")) == "0 ha"


def test_what_is_nearly_nothing_has_no_sign() -> None:
    assert language("en").number(-0.04, 1) == "0.0"
    assert language("en").difference(-0.04, SHARE, 1) == "0.0 percentage points"
    assert language("en").difference(0.04, SHARE, 1) == "0.0 percentage points"


def test_a_percentage_short_of_all_is_not_written_as_all() -> None:
    en = language("en")
    assert en.percent(99.96, 1) == "99.96%"
    assert en.percent(99.9999998, 0) == "99.999999%"
    assert en.percent(100.0000002, 0) == "100.000001%"
    assert (en.percent(100.0, 0), en.percent(0.0, 1)) == ("100%", "0.0%")


@pytest.mark.parametrize(
    ("like", "named"),
    [
        ("2022-09/2023-08", "school year 2024–2025"),
        ("2022-07/2023-06", "2024–25"),
        ("2023", "2025"),
        ("2023-03/2024-02", "2024–25"),
    ],
)
def test_a_year_is_named_as_the_years_of_its_series_are(like: str, named: str) -> None:
    assert language("en").year_ending(2025, like) == named


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2025", "năm 2025"),
        ("2024-07/2025-06", "năm 2024–2025"),
        ("2024-09/2025-08", "năm học 2024–2025"),
        ("2025-01/2025-06", "6 tháng đầu năm 2025"),
    ],
)
def test_vietnamese_names_a_year_as_one_just_once(period: str, said: str) -> None:
    assert language("vi").year(period) == said
