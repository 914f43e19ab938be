import re

import pytest

from giaoban import report as sections
from giaoban.report.page import Report


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
        "vi": "Bao gồm “hoàn thành tốt nhiệm vụ trở lên”. Dùng để tính 2022.",
        "en": "Takes in “completed well or better”. Counted so in 2022.",
    }
    assert expected[report.code] in html


def test_the_glossary_holds_only_words_that_the_page_uses(report: Report) -> None:
    assert 'id="term-disagrees"' not in sections.glossary(report).html
    report.terms.term("disagrees", "x")
    assert 'id="term-disagrees"' in sections.glossary(report).html
