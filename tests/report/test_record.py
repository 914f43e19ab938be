import re

from fragments import text

from giaoban.analysis import Review
from giaoban.report.annexes import footnotes
from giaoban.report.html import Fragment
from giaoban.report.page import Report
from giaoban.report.record import actions, changes, events, meeting_record
from giaoban.report.trends import remarks_made


def test_awards_and_ratings_say_what_was_not_published(report: Report) -> None:
    said = text(events(report))
    expected = {
        "vi": ["|Cờ thi đua của Chính phủ|khen thưởng|2021|Chính phủ|", "không công bố giá trị"],
        "en": ["|Emulation flag of the Government|award|2021|Government|", "not published"],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_the_record_says_what_the_source_names_without_figures(report: Report) -> None:
    told = text(meeting_record(report))
    expected = {
        "vi": [
            "cơ bản đạt|",
            "|Hạn chế|Có thảo luận; nguồn không liệt kê|",
            "|Kết luận|Bí thư Huyện ủy, Thành ủy viên, chủ trì hội nghị, ",
        ],
        "en": [
            "were basically met|",
            "|Shortcomings|Discussed at the meeting; the source does not list them|",
            "|Conclusions|The secretary of the district Party committee, ",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in told


def test_a_section_of_the_record_with_nothing_in_it_is_left_out(demo_review: Review) -> None:
    told = text(meeting_record(Report(demo_review, "en")))
    assert "|Shortcomings|" in told
    assert "|Results|" not in told


def test_a_conclusion_comes_back_at_the_next_meeting_with_its_state(demo_review: Review) -> None:
    told = text(actions(Report(demo_review, "en")))
    assert "|Review the help given to weak organisations.|conclusion|" in told
    assert "Keep the targets of 2025." not in told


def test_what_was_revised_leads_to_the_row_that_counted_before_and_to_the_one_that_does_now(
    demo: Report,
) -> None:
    html = changes(demo).html
    (row,) = (part for part in html.split("<tr>") if "506" in part)
    assert len(set(re.findall(r'href="#(note-\w+)"', row))) == 2
    notes = footnotes(demo).html
    assert all(f'id="{note}"' in notes for note in re.findall(r'href="#(note-\w+)"', html))


def test_a_miss_is_told_with_its_cause_and_whether_that_is_subjective(demo: Report) -> None:
    expected = {
        "vi": "|Nguyên nhân (chủ quan): Chưa chủ động cử cán bộ đi học.|",
        "en": "|Cause (subjective): Cadres were sent to classes too late.|",
    }
    assert text(Fragment(remarks_made(demo)["cadres-theory"])) == expected[demo.code]


def test_a_miss_without_an_explanation_is_named_where_another_has_one(
    demo: Report, report: Report
) -> None:
    silent = {"vi": "|Chưa ghi nhận nguyên nhân.|", "en": "|No explanation is on record.|"}
    assert text(Fragment(remarks_made(demo)["complaints"])) == silent[demo.code]
    assert "rice" not in remarks_made(demo)
    missed = report.review.verdicts["status"].eq("not_met")
    assert {*report.review.verdicts["indicator"][missed]}.isdisjoint(remarks_made(report))


def test_the_record_says_whether_a_cause_is_objective(demo_review: Review) -> None:
    told = text(meeting_record(Report(demo_review, "en")))
    assert "The new software is not yet stable. (objective)" in told
