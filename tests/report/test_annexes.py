import re
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase

import pytest
from fragments import text
from places import ROOT

from giaoban import report as sections
from giaoban.analysis import Review, load
from giaoban.report.page import Report
from giaoban.wording import RULES


@pytest.fixture
def page(report: Report) -> str:
    return "".join(
        getattr(sections, name)(report).html
        for name in (
            "scorecard",
            "trends_over_time",
            "against_targets",
            "published_statements",
            "glossary",
        )
    )


def test_a_word_leads_to_the_glossary_once_and_explains_itself_on_hover_everywhere(
    page: str,
) -> None:
    links = re.findall(r'href="#(term-[\w]+)"', page)
    assert links
    assert len(links) == len(set(links))
    assert page.count('class="term"') == len(
        re.findall(r'class="term"[^>]* title="[^"]{10,}"', page)
    )


def test_every_word_that_was_explained_stands_in_the_glossary(page: str) -> None:
    for anchor in re.findall(r'href="#((?:term|definition)-[\w-]+)"', page):
        assert f'id="{anchor}"' in page


def test_a_definition_says_what_it_takes_in_and_when_it_counted(report: Report) -> None:
    html = sections.glossary(report).html
    expected = {
        "vi": "Bao gồm “hoàn thành tốt nhiệm vụ trở lên”. Dùng cho 2022.",
        "en": "Takes in “completed well or better”. Used for 2022.",
    }
    assert expected[report.code] in html


def test_the_glossary_holds_only_words_that_the_page_uses(report: Report) -> None:
    assert 'id="term-disagrees"' not in sections.glossary(report).html
    report.terms.term("disagrees", "x")
    assert 'id="term-disagrees"' in sections.glossary(report).html


def test_each_source_has_one_footnote_and_a_line_for_what_was_printed_otherwise(
    report: Report,
) -> None:
    sections.scorecard(report)
    said = re.sub("</?span[^>]*>", "", sections.footnotes(report).html)
    lines = re.findall(r'<li id="note-(\w+)">', said)
    assert lines == ["1", *(f"1{letter}" for letter in "abcdefghi"), "2"]
    printed = {
        "vi": "97,8% (2022). Nguồn ghi “97,8”. Nguồn ghi thiếu dấu phần trăm.",
        "en": "97.8% (2022). Printed “97,8”. The percent sign is missing in print.",
    }
    assert printed[report.code] in said
    # Only the decimal mark is another one.
    assert "93,75%”" not in said
    day = {"vi": "Báo cáo ngày 14/03/2023", "en": "Reported on 14/03/2023"}
    assert said.count(day[report.code]) == 1
    assert said.count('href="#source-myduc-2023-03-15"') == 2


def test_the_page_prints_no_footnote_that_nothing_on_it_cites(demo: Report) -> None:
    own = Report(Review(demo.review.known), demo.code)
    office, notes = sections.office_table(own).html, sections.footnotes(own, cited_only=True).html
    cited = set(re.findall(r'href="#note-(\w+)"', office))
    printed = set(re.findall(r'id="note-(\w+)"', notes))
    # A number that has a line of its own leads to that, below the note of its source and day.
    assert {label for label in printed if label.rstrip(ascii_lowercase) == label} == {
        label.rstrip(ascii_lowercase) for label in cited
    }
    assert cited <= printed
    cells = (ROOT / "notebooks" / "review.ipynb").read_text("utf-8")
    assert "sections.footnotes(report, cited_only=True)" in cells


def test_the_line_of_a_number_says_how_it_was_printed_where_its_sign_or_measure_is_ours(
    demo_review: Review,
) -> None:
    said = re.sub("<[^>]+>", "", sections.footnotes(Report(demo_review, "en")).html)
    assert "a rise of 5 percentage points (2022–2023). Printed “5%”." in said
    assert "a fall of 18.3%" not in said
    assert said.count("Worked out, not published as such: 89 − 14") == 1


def test_what_is_in_another_language_than_the_report_says_so(report: Report) -> None:
    html = sections.footnotes(report).html + sections.sources(report).html
    marked = re.findall(r'<span lang="vi">([^<]+)</span>', html)
    if report.code == "vi":
        assert marked == []
    else:
        assert {"97,8", "Trang thông tin điện tử huyện Mỹ Đức"} <= set(marked)


def test_an_address_of_a_source_leads_there_and_is_written_out(
    programme: Path, tmp_path: Path, spoil: Callable[..., None]
) -> None:
    spoil("sources", 2, locator="https://example.org/?a=1&b=2")
    found = sections.sources(Report(load(str(programme), "latest", "", programme), "en", tmp_path))
    address = "https://example.org/?a=1&amp;b=2"
    assert f'<a href="{address}">{address}</a>' in found.html


def test_how_it_was_judged_says_the_programmes_scope_and_the_rows_that_it_rests_on(
    report: Report,
) -> None:
    said = text(sections.how_judged(report))
    scope = {
        "vi": "Chương trình đề ra 9 chỉ tiêu và 10 nhóm nhiệm vụ",
        "en": "The programme sets 9 targets and 10 groups of tasks",
    }
    assert scope[report.code] in said
    assert said.endswith(f"|{report.review.known.fingerprint}|")
    scoped, _, _ = sections.how_judged(report).html.partition("<ul>")
    assert 'href="#note-' in scoped


def test_only_the_rules_are_told_that_the_report_uses(report: Report, demo: Report) -> None:
    said = text(sections.how_judged(report))
    told = {used for rule, used in RULES.items() if report.say(rule, needed=3) in said}
    assert told == {"", "compared", "shares", "ranges", "means", "single"}
    said = text(sections.how_judged(demo))
    untold = {used for rule, used in RULES.items() if demo.say(rule, needed=3) not in said}
    assert untold == {"means", "single"}


def test_a_programme_that_does_not_say_how_many_targets_it_has_is_not_said_to_have_any(
    demo_review: Review,
) -> None:
    html = sections.how_judged(Report(demo_review, "en")).html
    assert "The programme sets" not in html
    assert "</dl><ul><li>" in html
