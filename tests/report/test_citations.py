from markupsafe import Markup

from giaoban.report.page import Report


def test_only_the_first_place_that_cites_a_row_is_led_back_to(report: Report) -> None:
    citations = report.citations
    row = report.tables["figures"].index[0]
    number = citations.notes["figures", row]
    first, second = citations.cite("figures", row), citations.cite("figures", row)
    assert f'id="cite-{number}"' in first
    assert "id=" not in second
    assert citations.cited == {number}


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
