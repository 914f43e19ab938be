import re

import pytest
from places import RAW, ROOT

from giaoban.explore.choice import Choice
from giaoban.explore.sidebyside import review_of_units, side_by_side

pytestmark = pytest.mark.slow

PICKED = Choice("demo", "2025-07-15", "mau", "orgs-rated", "en", raw_dir=str(RAW))


def shown(**changed: object) -> str:
    return "".join(side_by_side(Choice(**vars(PICKED) | changed), ROOT))


def test_nothing_picked_beside_it_shows_nothing() -> None:
    assert shown() == ""


def test_each_indicator_stands_in_a_field_with_all_its_figures_in_words() -> None:
    html = shown(beside=("members-admitted", "files-late"))
    said = re.findall(r"<desc[^>]*>(.*?)</desc>", html)[0]
    assert "Grassroots organisations rated well: 2020: 88.0%" in said
    assert "New members admitted: 2020: 133" in said
    assert "2024: 5.9%" in said
    assert html.count('<th scope="row">') == 3


def test_of_years_and_a_supposition_as_of_the_picture() -> None:
    html = shown(beside=("files-late",), years=(2022, 2024))
    assert "2022" in html
    assert "2021" not in html


def test_all_units_stand_side_by_side_on_one_scale() -> None:
    html = shown(units=True)
    assert "Sample commune 08" in html
    assert html.count("<tbody>") == 0, "on screen the chart has no fold"


def test_beside_a_unit_without_any_below_stand_those_of_its_parent() -> None:
    choice = Choice(**vars(PICKED) | {"unit": "xa-01"})
    assert review_of_units(choice, ROOT).known.unit == "mau"
    assert "Sample commune 02" in shown(unit="xa-01", units=True)


def test_where_no_unit_has_two_years_that_is_said() -> None:
    one = {"programme": "04-CTr-HU", "meeting_date": "2023-03-14", "unit": "my-duc"}
    assert "No unit below has figures of two whole years here." in shown(**one, units=True)
