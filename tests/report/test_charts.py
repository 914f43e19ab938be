import re
from pathlib import Path

import pytest

from giaoban import report as sections
from giaoban.analysis import Review
from giaoban.report.html import Fragment
from giaoban.report.page import Report

CHARTS = ("trends_over_time", "totals_over_years", "target_picture")
CHARTS_OF_DEMO = (
    *("trends_over_time", "long_series", "target_picture"),
    *("units_below", "units_in_full"),
)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_says_its_numbers_and_has_them_in_a_fold(report: Report, name: str) -> None:
    assert_charts_say_their_numbers(getattr(sections, name)(report))


@pytest.mark.slow
@pytest.mark.parametrize("name", CHARTS_OF_DEMO)
def test_every_chart_of_the_demo_says_its_numbers_and_has_them_in_a_fold(
    demo: Report, name: str
) -> None:
    assert_charts_say_their_numbers(getattr(sections, name)(demo))


def assert_charts_say_their_numbers(fragment: Fragment) -> None:
    figures = re.findall(r"<figure.*?</figure>", fragment.html, re.S)
    assert figures
    for figure in figures:
        assert re.search(r"<figcaption>[^<]{6,}</figcaption>", figure)
        assert re.search(r"<desc [^>]*>[^<]*\d[^<]*</desc>", figure)
        assert re.search(r"<details>.*<table>.*</details>", figure, re.S)


def test_a_chart_of_many_rows_has_a_broad_twin_in_a_file_and_none_on_screen(
    review: Review, tmp_path: Path
) -> None:
    kept = sections.target_picture(Report(review, "en", tmp_path)).html
    shown = sections.target_picture(Report(review, "en")).html
    for look, often in (("chart", (1, 1)), ("broad", (1, 0))):
        assert tuple(page.count(f'<svg class="{look}"') for page in (kept, shown)) == often
    assert '<figure class="broad">' in kept
    names = re.findall(r'aria-labelledby="([^"]+)"', kept)
    assert len(set(names)) == 2
