"""No number stands on a page that is not in its data, of what the page says it of."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from damage import sound
from fragments import SECTIONS
from pagenumbers import Known, Page
from places import ROOT

from giaoban.analysis import Review
from giaoban.asof import known_at
from giaoban.programme import check_package
from giaoban.report import Report


def unknown(html: str, lang: str, known: Known) -> list[str]:
    return [str(number) for number in Page(html, lang).numbers() if not known.has(number)]


def in_full(report: Report) -> str:
    return "".join(str(section(report).html) for section in SECTIONS)


@pytest.fixture(scope="module")
def known(review: Review) -> Known:
    return Known(review)


def example(lang: str) -> str:
    return (ROOT / f"docs/examples/04-CTr-HU.{lang}.html").read_text("utf-8")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_number_of_the_bundled_report_is_known_of_what_it_is_said_of(
    lang: str, known: Known
) -> None:
    page = example(lang)
    assert len([*Page(page, lang).numbers()]) > 350
    assert unknown(page, lang, known) == []


@pytest.mark.slow
def test_so_is_every_number_of_the_demo(pages: dict[str, Path], demo_review: Review) -> None:
    known = Known(demo_review)
    assert unknown(pages["demo.en"].read_text("utf-8"), "en", known) == []
    assert unknown(in_full(Report(demo_review, "vi")), "vi", known) == []


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("97,8%", "97,9%"),
        ("+45,7", "+45,6"),
        ("153,3", "153,4"),
        ("45/46", "47/48"),
        ("trên 118,6%", "trên 118,8%"),
        ("2020–2022", "2020–2032"),
        # True of another indicator.
        ("85,7%", "93,75%"),
        (">460<", ">89<"),
    ],
)
def test_a_wrong_number_is_found(printed: str, wrong: str, known: Known) -> None:
    page = example("vi")
    assert printed in page
    assert unknown(page.replace(printed, wrong, 1), "vi", known)


def test_a_number_whose_last_decimal_is_another_is_found_nine_times_in_ten(known: Known) -> None:
    numbers = [number for number in Page(example("en"), "en").numbers() if number.decimals]
    spoilt = [replace(n, value=n.value + 10.0**-n.decimals) for n in numbers]
    assert sum(not known.has(number) for number in spoilt) >= 0.9 * len(spoilt)


@pytest.mark.parametrize("seed", [*range(2), 40_091])
def test_every_number_of_a_random_programme_s_report_is_known(seed: int, tmp_path: Path) -> None:
    sound(Random(seed), tmp_path)  # noqa: S311
    package, faults = check_package(tmp_path)
    assert faults == []
    review, lang = Review(known_at(package, "latest", "")), ("vi", "en")[seed % 2]
    assert unknown(in_full(Report(review, lang)), lang, Known(review)) == []


def test_a_number_of_a_title_is_known_as_it_is_written_whatever_the_language(
    tmp_path: Path,
) -> None:
    sound(Random(0), tmp_path)  # noqa: S311
    table = tmp_path / "indicators.csv"
    table.write_text(table.read_text("utf-8").replace("tên i0", '"100,5"'), "utf-8")
    package, faults = check_package(tmp_path)
    assert faults == []
    known = Known(Review(known_at(package, "latest", "")))
    assert unknown("<p>100,5</p>", "en", known) == []
    assert unknown("<p>100,6</p>", "en", known)
