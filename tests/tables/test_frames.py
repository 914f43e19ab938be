import pytest
from catalogue import messages

from giaoban.tables import (
    column_words,
    frame_field,
    frame_schema,
    frame_texts,
    frame_titles,
    frames,
)


def test_what_a_column_holds_in_one_frame_comes_before_what_it_holds_in_all() -> None:
    assert frame_field("trends", "low")["description"] == "Lower end of the interval of the slope."
    assert "Wilson" in frame_field("latest", "low")["description"]


def test_what_a_programmes_table_says_of_its_column_is_said_of_it_in_a_frame() -> None:
    assert frame_field("compared", "source")["description"] == "Where it was read."
    assert frame_field("actions", "owner")["title"] == "Responsible"
    # There a cell may be empty.
    assert "constraints" not in frame_field("latest", "source")


def test_a_schema_says_unit_and_codes() -> None:
    described = frame_schema("latest", ["change", "status"])
    change, status = described["schema"]["fields"]
    assert described["title"] == "Scorecard"
    assert change["unit"] == "the indicator's unit of measure; percentage points of shares"
    assert status["constraints"]["enum"][-1] == "no_target"


def test_a_column_that_is_not_described_is_an_error() -> None:
    with pytest.raises(KeyError):
        frame_field("latest", "colour")


def test_columns_are_called_by_their_titles_in_a_language() -> None:
    assert frame_titles("latest", ["value", "target"], "vi") == {
        "value": "Giá trị",
        "target": "Chỉ tiêu",
    }
    assert column_words("vi")["year"] == "Năm"
    assert column_words("en")["percent"] == "percent"


def test_the_catalogues_ask_for_every_title() -> None:
    assert len(frames()) > 25
    assert frame_texts() <= messages("vi")
