"""What the report says, in both languages."""

import re
from html import unescape

import pytest

from giaoban import findings, method, sections
from giaoban.report import Fragment, Report


def text(fragment: Fragment) -> str:
    bare = re.sub(r"<sup>.*?</sup>", "", fragment.html)
    bare = re.sub(r"<svg.*?</svg>", "", bare, flags=re.S)
    return unescape(re.sub(r"(?:<[^>]+>)+", "|", bare))


def test_the_change_of_definition_is_said_beside_the_difference(report: Report) -> None:
    said = text(findings.trends_over_time(report))
    expected = {
        "vi": [
            "93,75% năm 2021 và 97,8% năm 2022 không so sánh được với nhau: định nghĩa đã thay đổi.",
            "Chênh lệch +4,05 điểm phần trăm đi kèm với thay đổi định nghĩa",
            "tỷ lệ năm 2022 cao nhất là 97,8%",
            "|2022|19,6%|hoàn thành xuất sắc nhiệm vụ|không so sánh được: không nói rõ mẫu số (−0,4 điểm phần trăm)|",
        ],
        "en": [
            "93.75% in 2021 and 97.8% in 2022 may not be compared: the definition changed.",
            "The difference of +4.05 percentage points comes with a change of definition",
            "the share of 2022 can be at most 97.8%",
            "|2022|19.6%|completed excellently|not comparable: the base is not said (−0.4 percentage points)|",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_the_break_stands_in_the_chart(report: Report) -> None:
    chart = findings.trends_over_time(report).html.split("<svg")[1].split("</svg>")[0]
    words = {"vi": "không so sánh được", "en": "not comparable"}
    figures = {"vi": ("93,75%", "97,8%"), "en": ("93.75%", "97.8%")}
    assert f">{words[report.code]}<" in chart
    assert all(f">{figure}<" in chart for figure in figures[report.code])


def test_the_total_is_divided_and_never_spread(report: Report) -> None:
    said = text(findings.totals(report))
    expected = {
        "vi": [
            "460 trong 2020–2022, bình quân 153,3 mỗi năm.",
            "150 mỗi năm; khớp khi làm tròn đến hàng chục",
            "|2021|không được công bố|",
        ],
        "en": [
            "460 over 2020–2022 is 153.3 a year.",
            "150 a year; agrees when rounded to tens",
            "|2021|not published|",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_margins_are_in_percentage_points_and_a_derived_target_is_marked(report: Report) -> None:
    said = text(findings.targets(report))
    expected = {
        "vi": [
            "|85,7%|40%|Thành phố Hà Nội|+45,7 điểm phần trăm|đạt|",
            "|trên 89%|75%|",
            "hơn +14 điểm phần trăm",
            "89 − 14",
        ],
        "en": [
            "|85.7%|40%|City of Hanoi|+45.7 percentage points|met|",
            "|over 89%|75%|",
            "more than +14 percentage points",
            "89 − 14",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_awards_and_ratings_say_what_was_not_published(report: Report) -> None:
    said = text(sections.events(report))
    expected = {
        "vi": ["|Cờ thi đua của Chính phủ|khen thưởng|2021|Chính phủ|", "không được công bố"],
        "en": ["|Emulation flag of the Government|award|2021|Government|", "not published"],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_a_section_of_the_record_that_was_not_published_says_so(report: Report) -> None:
    said = text(sections.record(report))
    expected = {
        "vi": ["|Hạn chế|không được công bố|", "|Kết luận|Củng cố các tổ chức cơ sở đảng yếu kém|"],
        "en": [
            "|Shortcomings|not published|",
            "|Conclusions|Strengthen weak grassroots organisations|",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


@pytest.mark.parametrize("section", [sections.scorecard, findings.targets, findings.totals])
def test_every_figure_in_a_table_leads_to_its_footnote(report: Report, section: object) -> None:
    html = section(report).html  # type: ignore[operator]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html)
    numbers = [c for c in cells if re.match(r"(?:over |trên |từ |at least )?\d+(?:[.,]\d+)?%", c)]
    assert numbers or section is findings.totals
    assert [c for c in numbers if 'href="#note-' not in c] == []


def test_footnotes_say_what_was_printed_where_and_when(report: Report) -> None:
    sections.scorecard(report)
    said = method.footnotes(report).html
    assert len(re.findall(r"<li ", said)) == 11 + 3 + 2 + 5 + 1
    printed = {
        "vi": "bản in ghi “93,75%”. Báo cáo ngày 14/03/2023",
        "en": "printed “93,75%”. Reported on 14/03/2023",
    }
    assert printed[report.code] in said
    assert said.count('href="#source-myduc-2023-03-15"') == 21


def test_text_from_the_tables_cannot_become_markup(report: Report) -> None:
    indicators = report.tables["indicators"]
    report.tables["indicators"] = indicators.assign(
        title_vi="<script>1</script>", title_en="<script>1</script>"
    )
    try:
        parts = [sections.summary, sections.scorecard, findings.trends_over_time]
        parts += [findings.totals, findings.targets, findings.statements, method.footnotes]
        assert not [part.__name__ for part in parts if "<script" in part(report).html]
    finally:
        report.tables["indicators"] = indicators
