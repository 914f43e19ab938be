from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from catalogue import messages

from giaoban.catalogues import FOLDER
from giaoban.errors import GiaobanError
from giaoban.language.formatting import language, languages

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
    assert language(code).figure(93.75, "percent", "93,75%", ">") == expected
    assert language(code).figure(97.8, "percent", "97,80", "=").endswith("80%")


def test_numbers_follow_the_language() -> None:
    assert language("vi").number(1234.5, 1) == "1.234,5"
    assert language("en").number(1234.5, 1) == "1,234.5"
    assert [language("en").number(n, 2) for n in (2.275, 1.125, -0.625)] == [
        "2.28",
        "1.13",
        "−0.63",
    ]
    assert language("vi").difference(-0.4, "percent") == "−0,4 điểm phần trăm"
    assert language("en").difference(4.05, "percent") == "+4.05 percentage points"
    assert language("en").difference(12.0, "count") == "+12"


def test_what_was_not_published_is_said_so() -> None:
    assert language("en").figure(float("nan"), "percent") == "not published"
    assert language("vi").figure(float("nan"), "count") == "không được công bố"


def test_periods_and_days_are_written_as_people_do() -> None:
    assert language("vi").period("2020/2022") == "2020–2022"
    assert language("vi").period("2023-01/2023-06") == "01/2023–06/2023"


def test_vietnamese_comes_first_and_an_unknown_language_is_refused() -> None:
    assert languages() == ["vi", "en"]
    with pytest.raises(GiaobanError, match="expected one of vi, en"):
        language("xx")
