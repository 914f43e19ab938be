from places import RAW

from giaoban.analysis.review import load
from giaoban.charts.shapes import CHECKED, RING
from giaoban.report.marks import why
from giaoban.report.page import Report
from giaoban.wording.codes import STATE, STATUS


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
    aimed = demo.review.aimed
    row = aimed[aimed["why"].eq("range")].iloc[0]
    reason = why("the figure or the target leaves a range open")
    assert demo.marks.status(row).endswith(reason)
