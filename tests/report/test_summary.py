import re
from html import unescape
from pathlib import Path

import pytest
from places import RAW

from giaoban import report as sections
from giaoban.analysis import load
from giaoban.report.page import Report
from giaoban.report.summary import headline


def lines(report: Report) -> list[str]:
    html = re.sub(r"<sup>.*?</sup>", "", sections.summary(report).html)
    return [unescape(re.sub(r"<[^>]+>", "", line)) for line in re.findall(r"<li>(.*?)</li>", html)]


@pytest.fixture
def demo(tmp_path: Path) -> Report:
    return Report(load("demo", "2025-07-15", "", RAW), "en", tmp_path)


def test_the_summary_has_five_lines_of_sentences(report: Report, demo: Report) -> None:
    for made in (report, demo):
        assert len(lines(made)) == 5
        assert [line for line in lines(made) if not line.endswith(".")] == []


def test_it_names_what_was_met_or_else_what_was_missed(report: Report, demo: Report) -> None:
    met = {
        "vi": "Trong 3 chỉ tiêu, 3 đạt, 0 không đạt, 0 chưa kết luận được.",
        "en": "Of 3 targets 3 met, 0 not met, 0 undetermined.",
    }
    assert met[report.code] in lines(report)[0]
    said = "Of 12 targets 1 met, 5 not met, 6 undetermined. Not met: Grassroots organisations"
    assert said in lines(demo)[0]


def test_it_says_what_may_not_be_compared(report: Report) -> None:
    said = {
        "vi": "+4,05 điểm phần trăm",
        "en": "not comparable: the definition changed (+4.05 percentage points)",
    }
    assert said[report.code] in lines(report)[1]


def test_it_counts_what_is_better_and_what_is_worse(demo: Report) -> None:
    assert (
        "Of 12 comparable figures 7 better than the ones before, 3 worse, 0 the same, "
        "2 undetermined." in lines(demo)[1]
    )


def test_statements_that_disagree_are_told_one_by_one(demo: Report) -> None:
    disagree = demo.review.claims["verdict"].eq("disagrees").sum()
    assert lines(demo)[3].count("disagrees.") == disagree > 0


def test_it_tells_the_actions_that_are_overdue(demo: Report) -> None:
    assert "Of the actions 2 are overdue, 1 open, 1 closed." in lines(demo)[4]


def test_the_headline_is_one_line_of_text(report: Report, demo: Report) -> None:
    assert headline(demo).startswith("Of 12 targets 1 met, 5 not met, 6 undetermined. Not met: ")
    assert "<" not in headline(report)
