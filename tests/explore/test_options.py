"""There is only to pick what there is; what is not there gives way."""

from pathlib import Path

import pytest
from places import RAW

from giaoban.explore.choice import Choice
from giaoban.explore.options import Offers, offers

PROGRAMMES = ["04-CTr-HU", "demo", "thua-thien-hue-2023", "wa-ombudsman"]


def offered(**wanted: object) -> Offers:
    return offers(Choice(**({"programme": "demo", "raw_dir": str(RAW)} | wanted)), Path())  # type: ignore[arg-type]


def test_programmes_meetings_units_indicators_and_years_are_those_of_the_data() -> None:
    found = offered(lang="en", indicator="complaints")
    assert [name for name, _ in found.programmes] == PROGRAMMES
    days = [day for _, day in found.meetings]
    assert days == ["2025-07-15", "2024-03-12", "2023-03-14", "2022-03-15"]
    assert found.meetings[0][0] == "15/07/2025 · Sample review meeting 4"
    assert ("Sample district", "mau") in found.units
    assert ("Complaints received", "complaints") in found.indicators
    assert found.years == [2020, 2021, 2022, 2023, 2024]
    assert (found.next_year, found.problem) == ("2025", "")


def test_an_office_narrows_the_indicators_to_those_that_it_answers_for() -> None:
    found = offered(lang="en", office="Phòng Kinh tế")
    assert [name for _, name in found.indicators] == ["poor-households", "rice", "income"]
    assert found.offices[0] == ("All offices", "")
    assert ("Phòng Kinh tế", "Phòng Kinh tế") in found.offices
    assert len(offered(lang="en").indicators) > 3


def test_where_no_office_is_named_there_is_none_to_pick() -> None:
    assert offered(programme="04-CTr-HU", lang="en").offices == [("All offices", "")]


def test_names_are_in_the_language_picked() -> None:
    assert ("Đơn thư khiếu nại", "complaints") in offered(lang="vi").indicators


@pytest.mark.parametrize(
    ("wanted", "picked"),
    [
        ({"programme": ""}, {"programme": "04-CTr-HU", "unit": "my-duc"}),
        ({"meeting_date": "2020-01-01"}, {"meeting_date": "2025-07-15"}),
        ({"unit": "nowhere"}, {"unit": "mau"}),
        ({"indicator": "nothing"}, {"indicator": "orgs-rated"}),
        ({"office": "nobody"}, {"office": "", "indicator": "orgs-rated"}),
        ({"office": "Phòng Kinh tế"}, {"indicator": "poor-households"}),
        ({"office": "Phòng Kinh tế", "indicator": "rice"}, {"indicator": "rice"}),
        ({"office": "Phòng Kinh tế", "beside": ("rice", "complaints")}, {"beside": ("rice",)}),
        ({"years": (2019, 2022)}, {"years": (2020, 2022)}),
        ({"years": (2020, 2024)}, {"years": ()}),
        ({"years": (1990, 1999)}, {"years": ()}),
    ],
    ids=str,
)
def test_what_is_not_there_gives_way(wanted: dict[str, object], picked: dict[str, object]) -> None:
    choice = offered(**wanted).choice
    assert {name: getattr(choice, name) for name in picked} == picked


@pytest.mark.parametrize(
    ("wanted", "said"),
    [({"programme": "nowhere"}, "no such programme"), ({"lang": "xx"}, "no such language")],
)
def test_what_stands_against_it_is_said(wanted: dict[str, object], said: str) -> None:
    found = offered(**({"lang": "en"} | wanted))
    assert said in found.problem
    assert [name for name, _ in found.programmes][-4:] == PROGRAMMES
