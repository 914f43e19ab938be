from markupsafe import Markup
from places import RAW

from giaoban.analysis import load
from giaoban.charts.shapes import CHECKED, RING
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.wording.codes import STATE, STATUS


def test_a_text_in_a_table_is_escaped_and_html_stands() -> None:
    table = html_table("a < b", ["A", "B & C"], [["<i>", Markup("<sup>1</sup>")]])
    assert table == (
        "<table><caption>a &lt; b</caption>"
        '<thead><tr><th scope="col">A</th><th scope="col">B &amp; C</th></tr></thead>'
        '<tbody><tr><th scope="row">&lt;i&gt;</th>'
        '<td data-title="B &amp; C"><sup>1</sup></td></tr></tbody></table>'
    )


def test_a_cell_that_holds_a_dash_is_marked_as_one_to_leave_out() -> None:
    assert '<td class="none" data-title="B">–</td>' in html_table("", ["A", "B"], [["1", "–"]])


def test_a_notebook_gets_a_fragment_as_a_plain_text() -> None:
    bundle, metadata = Fragment(Markup("<p>1</p>"), {"lang": "vi"})._repr_mimebundle_()
    assert type(bundle["text/html"]) is str
    assert bundle == {"text/html": "<p>1</p>", "text/plain": "8 characters of HTML"}
    assert metadata == {"giaoban": {"lang": "vi"}}


def test_a_status_stands_beside_its_shape_and_leads_to_the_glossary(report: Report) -> None:
    mark = report.marks.mark(STATUS, "met")
    word = {"vi": "đạt", "en": "met"}[report.code]
    assert mark.startswith('<span class="status met">')
    assert f'd="{CHECKED}"' in mark
    assert 'href="#term-met"' in mark
    assert f">{word}<" in mark


def test_a_status_that_the_glossary_does_not_hold_is_a_word_with_a_shape(report: Report) -> None:
    mark = report.marks.mark(STATE, "open", "<open>")
    assert f'd="{RING}"' in mark
    assert mark.endswith("<span>&lt;open&gt;</span></span>")


def test_what_is_undetermined_says_why() -> None:
    demo = Report(load("demo", "2025-07-15", "", RAW), "en")
    verdicts = demo.review.verdicts
    row = verdicts[verdicts["why"].eq("range")].iloc[0]
    reason = why("the figure or the target leaves a range open")
    assert demo.marks.status(row).endswith(reason)
