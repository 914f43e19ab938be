import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup
from smallprogramme import TONNES, Row, small

from giaoban import report as sections
from giaoban.report.html import Fragment
from giaoban.report.page import Report


def test_only_the_first_place_that_cites_a_row_is_led_back_to(report: Report) -> None:
    citations = report.citations
    row = report.tables["figures"].index[0]
    number = citations.notes["figures", row]
    first, second = citations.cite("figures", row), citations.cite("figures", row)
    assert f'id="cite-{number}"' in first
    assert "id=" not in second
    assert citations.cited == {number}


def test_numbers_of_one_source_and_day_share_a_footnote_that_is_cited_once(report: Report) -> None:
    figures = report.tables["figures"]
    plain = [row for row in figures.index if report.citations.notes["figures", row] == "1"]
    assert len(plain) == 2
    assert report.citations.cite_all("figures", plain).count("<sup>") == 1
    days = {origin.day for origin in report.citations.origins.values()}
    assert days == {"2023-03-14", "programme"}


def test_a_footnote_is_in_the_order_of_the_days_and_none_depends_on_what_was_cited(
    demo: Report,
) -> None:
    days = [origin.day for origin in demo.citations.origins.values()]
    assert days == ["2022-03-15", "2023-03-14", "2024-03-12", "2025-07-15", "programme"]
    before = dict(demo.citations.notes)
    sections.scorecard(demo)
    assert demo.citations.notes == before


def test_no_row_has_no_footnote(report: Report) -> None:
    assert report.citations.cite("targets", float("nan")) == ""
    assert report.citations.cite_all("figures", []) == ""


def test_a_source_that_no_table_describes_is_no_link_and_no_html(report: Report) -> None:
    source = report.citations.source("Báo <cáo>")
    assert source == "Báo <cáo>"
    assert not isinstance(source, Markup)


def test_a_text_says_its_language_where_it_is_not_that_of_the_report(report: Report) -> None:
    text = report.citations.foreign("93,75%", "myduc-2023-03-15")
    assert text == {"vi": "93,75%", "en": '<span lang="vi">93,75%</span>'}[report.code]


@pytest.mark.parametrize(
    "section", [sections.scorecard, sections.against_targets, sections.totals_over_years]
)
def test_every_figure_in_a_table_leads_to_its_footnote(
    report: Report, section: Callable[[Report], Fragment]
) -> None:
    html = section(report).html
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html)
    numbers = [c for c in cells if re.match(r"(?:over |trên |từ |at least )?\d+(?:[.,]\d+)?%", c)]
    assert numbers or section is sections.totals_over_years
    assert [c for c in numbers if 'href="#note-' not in c] == []


def _signed(printed: str, number: int) -> int:
    return -number if printed[0] in "-−" else number


def quoted(folder: Path, about: Row, *printed: str) -> list[str]:
    """Give what the footnotes quote of figures, one for each year."""
    rows: list[Row] = [
        {"period": f"{2021 + n}", "value": _signed(text, n + 1), "as_published": text}
        for n, text in enumerate(printed)
    ]
    report = Report(small(folder, rows, about), "vi", folder)
    told = [str(line.text) for lines in report.citations.lines.values() for line in lines.values()]
    return re.findall("Nguồn ghi “(.*?)”", " ".join(told))


def test_a_number_that_a_table_prints_without_its_unit_is_printed_as_it_is_shown(
    tmp_path: Path,
) -> None:
    assert quoted(tmp_path, TONNES, "1", "2") == []


@pytest.mark.parametrize("minus", ["-", "−"])
def test_less_than_nothing_without_its_unit_is_printed_as_it_is_shown(
    tmp_path: Path, minus: str
) -> None:
    growth: Row = {"unit_measure": "number", "unit_vi": "%", "unit_en": "%", "better": "up"}
    assert quoted(tmp_path / "no", growth, f"{minus}1", f"{minus}2") == []
    assert quoted(tmp_path / "unit", growth, f"{minus}1", f"{minus}2%") == [f"{minus}1"]


def test_a_share_without_its_sign_is_quoted_where_its_source_writes_it_elsewhere(
    tmp_path: Path,
) -> None:
    share: Row = {"unit_measure": "percent", "better": "up"}
    assert quoted(tmp_path / "all", share, "1", "2") == []
    assert quoted(tmp_path / "one", share, "1", "2%") == ["1"]
