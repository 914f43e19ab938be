"""What the report says, in both languages."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from places import RAW

from giaoban import report as sections
from giaoban.analysis import Review, load
from giaoban.report.html import Fragment
from giaoban.report.page import Report


def text(fragment: Fragment) -> str:
    bare = re.sub(r"<sup>.*?</sup>", "", fragment.html)
    bare = re.sub(r"<svg.*?</svg>", "", bare, flags=re.S)
    return unescape(re.sub(r"(?:<[^>]+>)+", "|", bare))


def test_the_change_of_definition_is_said_beside_the_difference(report: Report) -> None:
    said = text(sections.trends_over_time(report))
    expected = {
        "vi": [
            "93,75% năm 2021 và 97,8% năm 2022 không so sánh được với nhau: định nghĩa đã thay đổi.",
            "Chênh lệch +4,05 điểm phần trăm đi kèm với thay đổi định nghĩa",
            "tỷ lệ năm 2022 cao nhất là 97,8%",
            "|2022|19,6%|hoàn thành xuất sắc nhiệm vụ|không so sánh được: không rõ mẫu số có giống nhau không (−0,4 điểm phần trăm)|",
        ],
        "en": [
            "93.75% in 2021 and 97.8% in 2022 may not be compared: the definition changed.",
            "The difference of +4.05 percentage points comes with a change of definition",
            "the share of 2022 can be at most 97.8%",
            "|2022|19.6%|completed excellently|not comparable: the base is not known to be the same (−0.4 percentage points)|",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_the_break_stands_in_the_chart(report: Report) -> None:
    chart = sections.trends_over_time(report).html.split("<svg")[1].split("</svg>")[0]
    words = {"vi": "không so sánh được", "en": "not comparable"}
    figures = {"vi": ("93,75%", "97,8%"), "en": ("93.75%", "97.8%")}
    assert f">{words[report.code]}<" in chart
    assert all(f">{figure}<" in chart for figure in figures[report.code])


def test_the_total_is_divided_and_never_spread(report: Report) -> None:
    said = text(sections.totals_over_years(report))
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
    said = text(sections.against_targets(report))
    expected = {
        "vi": [
            "|85,7%|40%|Thành phố Hà Nội|+45,7 điểm phần trăm|đạt|",
            "|trên 89%|75% (suy ra)|",
            "|trên +14 điểm phần trăm|",
            "89 − 14",
        ],
        "en": [
            "|85.7%|40%|City of Hanoi|+45.7 percentage points|met|",
            "|over 89%|75% (worked out)|",
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
    said = text(sections.meeting_record(report))
    expected = {
        "vi": ["|Hạn chế|không được công bố|", "|Kết luận|Củng cố các tổ chức cơ sở đảng yếu kém|"],
        "en": [
            "|Shortcomings|not published|",
            "|Conclusions|Strengthen weak grassroots organisations|",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


@pytest.mark.parametrize(
    "section", [sections.scorecard, sections.against_targets, sections.totals_over_years]
)
def test_every_figure_in_a_table_leads_to_its_footnote(report: Report, section: object) -> None:
    html = section(report).html  # type: ignore[operator]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html)
    numbers = [c for c in cells if re.match(r"(?:over |trên |từ |at least )?\d+(?:[.,]\d+)?%", c)]
    assert numbers or section is sections.totals_over_years
    assert [c for c in numbers if 'href="#note-' not in c] == []


def test_footnotes_say_what_was_printed_where_and_when(report: Report) -> None:
    sections.scorecard(report)
    said = sections.footnotes(report).html
    assert len(re.findall(r"<li ", said)) == 11 + 3 + 2 + 5 + 1
    printed = {
        "vi": "nguồn ghi “93,75%”. Báo cáo ngày 14/03/2023",
        "en": "printed “93,75%”. Reported on 14/03/2023",
    }
    assert printed[report.code] in re.sub("</?span[^>]*>", "", said)
    assert said.count('href="#source-myduc-2023-03-15"') == 22


def test_text_from_the_tables_cannot_become_markup(report: Report) -> None:
    indicators = report.tables["indicators"]
    report.tables["indicators"] = indicators.assign(
        title_vi="<script>1</script>", title_en="<script>1</script>"
    )
    try:
        parts = [sections.summary, sections.scorecard, sections.trends_over_time]
        parts += [
            sections.totals_over_years,
            sections.against_targets,
            sections.published_statements,
            sections.footnotes,
        ]
        assert not [part.__name__ for part in parts if "<script" in part(report).html]
    finally:
        report.tables["indicators"] = indicators


@pytest.fixture(scope="module")
def demo_review() -> Review:
    return load("demo", "latest", "", RAW)


@pytest.fixture(params=["vi", "en"])
def demo(request: pytest.FixtureRequest, demo_review: Review, tmp_path: Path) -> Report:
    return Report(demo_review, request.param, tmp_path)


Said = dict[Callable[[Report], Fragment], list[str]]
DEMO: dict[str, Said] = {
    "vi": {
        sections.title_block: ["Số liệu của chương trình này là giả định"],
        sections.trends_over_time: [
            "Mức thay đổi bình quân mỗi năm từ 2020 đến 2024: +2,28 điểm phần trăm (khoảng tin cậy 98%",
            "năm 2025 ước đạt 99,8%",
            "Từ mức năm 2024, chỉ tiêu 90% vào năm 2025 đòi hỏi +16,2 điểm phần trăm mỗi năm.",
            "Hạn chế: Hồ sơ quá hạn tăng ba năm liền.",
            "|2021|không được công bố|–|",
            "−46 (tương đối −18,3%)",
        ],
        sections.long_series: ["ngoài giới hạn", "trung bình 92,9%"],
        sections.against_targets: [
            "|54,0%|49,6%|",
            "chưa kết luận được| |số liệu mới là một phần kỳ của chỉ tiêu",
            "ngày càng xa chỉ tiêu",
        ],
        sections.published_statements: ["khớp nếu cắt bớt chữ số", "không khớp"],
        sections.feasible_counts: [
            "chỉ khi cắt bớt, không làm tròn",
            "45/52 là 86,54%: không khớp",
        ],
        sections.rules_kept: ["không bảo đảm quy định", "18,3% hoặc 20,4%"],
        sections.units_below: ["Xã Mẫu 08 (thấp hơn hẳn, vượt mức 99,8%)", "(16/30; 36–70%)"],
        sections.adding_up: ["chưa đủ đơn vị báo cáo", "|−5|23/23|không khớp|"],
        sections.changes: ["|2022|rút lại|198|rút lại|", "|2023|sửa|", "|2,5%|3%"],
        sections.actions: ["quá hạn| 562 ngày", "đã hoàn thành| 10/02/2025; chậm 225 ngày"],
    },
    "en": {
        sections.title_block: ["The figures of this programme are made up"],
        sections.trends_over_time: [
            "Slope a year from 2020 to 2024: +2.28 percentage points (98% interval",
            "A straight line through these 5 figures leads to 99.8% in 2025",
            "From 2024 on, the target of 90% by 2025 asks for +16.2 percentage points a year.",
            "Shortcoming: Late files have risen for three years.",
            "|2021|not published|–|",
            "−46 (−18.3% relative)",
        ],
        sections.long_series: ["outside the limits", "mean 92.9%"],
        sections.against_targets: [
            "|54.0%|49.6%|",
            "undetermined| |the figure covers only a part of the target’s period",
            "moving away",
        ],
        sections.published_statements: ["agrees when cut off", "disagrees"],
        sections.feasible_counts: ["only if cut off, not rounded", "45 of 52 is 86.54%: disagrees"],
        sections.rules_kept: ["not kept", "18.3% or 20.4%"],
        sections.units_below: ["Sample commune 08 (far below, beyond 99.8%)", "(16 of 30; 36–70%)"],
        sections.adding_up: ["not all units reported", "|−5|23 of 23|disagrees|"],
        sections.changes: ["|2022|withdrawn|198|withdrawn|", "|2023|revised|", "|2.5%|3%"],
        sections.actions: ["overdue| by 562 days", "closed| 10/02/2025; 225 days late"],
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("section", list(DEMO["vi"]), ids=lambda s: s.__name__)
def test_the_demo_report_says_what_the_real_one_has_no_figures_for(
    demo: Report, section: Callable[[Report], Fragment]
) -> None:
    said = text(section(demo))
    assert [phrase for phrase in DEMO[demo.code][section] if phrase not in said] == []


def test_the_counts_behind_97_8_and_19_6_are_given_with_their_assumption(report: Report) -> None:
    said = text(sections.feasible_counts(report))
    expected = {
        "vi": "|cả hai tính trên cùng một tổng số|45/46, 9/46; 90/92, 18/92; 135/138, 27/138 … (tất cả 5 khả năng)|làm tròn|",
        "en": "|both are shares of the same whole|45 of 46, 9 of 46; 90 of 92, 18 of 92; 135 of 138, 27 of 138 … (5 in all)|rounded|",
    }
    assert expected[report.code] in said


@pytest.mark.parametrize(
    "section",
    [
        sections.long_series,
        sections.rules_kept,
        sections.units_below,
        sections.adding_up,
        sections.actions,
    ],
    ids=lambda s: s.__name__,
)
def test_a_section_with_nothing_to_say_says_so(
    report: Report, section: Callable[[Report], Fragment]
) -> None:
    html = section(report).html
    assert html.startswith("<p>")
    assert len(text(Fragment(html)).split()) > 3


@pytest.mark.slow
def test_what_a_unit_says_of_itself_is_said_of_a_commune_too(tmp_path: Path) -> None:
    commune = Report(load("demo", "latest", "xa-24", RAW), "en", tmp_path)
    assert "2022 and" in text(sections.trends_over_time(commune))
    assert "the unit changed" in text(sections.trends_over_time(commune))


def test_a_programme_of_the_three_compulsory_tables_has_a_report(
    programme: Path, tmp_path: Path
) -> None:
    for path in programme.glob("*.csv"):
        if path.stem not in ("indicators", "figures", "meetings"):
            path.unlink()
    descriptor = json.loads((programme / "datapackage.json").read_text("utf-8"))
    descriptor["resources"] = [
        {"name": r["name"], "path": r["path"]}
        for r in descriptor["resources"]
        if (programme / r["path"]).exists()
    ]
    (programme / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    bare = Report(load(str(programme), "latest", "", programme), "en", tmp_path)
    said = " ".join(text(section(bare)) for section in sections.SECTIONS)
    assert "97.8%" in said
    assert "No target was published." in said


def test_a_forecast_is_said_to_be_one(programme: Path, tmp_path: Path) -> None:
    path = programme / "figures.csv"
    content = path.read_text("utf-8").replace("85.7,=,,A", "85.7,=,,F")
    path.write_text(content, "utf-8")
    forecast = Report(load(str(programme), "latest", "", programme), "en", tmp_path)
    assert "85.7% (forecast)" in text(sections.scorecard(forecast))


def test_a_year_that_was_judged_is_not_hidden_by_a_half_that_is_not(
    demo: Report,
) -> None:
    said = text(sections.against_targets(demo))
    for period in ("|2024|130|150|", "|01/2025–06/2025|81|150|"):
        assert period in said


def test_what_was_revised_leads_to_the_row_that_counted_before_and_to_the_one_that_does_now(
    demo: Report,
) -> None:
    html = sections.changes(demo).html
    (row,) = (part for part in html.split("<tr>") if "506" in part)
    assert len(set(re.findall(r'href="#(note-\d+)"', row))) == 2
    notes = sections.footnotes(demo).html
    assert all(f'id="{note}"' in notes for note in re.findall(r'href="#(note-\d+)"', html))


def test_what_is_in_another_language_than_the_report_says_so(report: Report) -> None:
    html = sections.footnotes(report).html + sections.sources(report).html
    marked = re.findall(r'<span lang="vi">([^<]+)</span>', html)
    if report.code == "vi":
        assert marked == []
    else:
        assert {"93,75%", "Trang thông tin điện tử huyện Mỹ Đức"} <= set(marked)


def test_an_address_of_a_source_leads_there_and_is_written_out(
    programme: Path, tmp_path: Path, spoil: Callable[..., None]
) -> None:
    spoil("sources", 2, locator="https://example.org/?a=1&b=2")
    found = sections.sources(Report(load(str(programme), "latest", "", programme), "en", tmp_path))
    address = "https://example.org/?a=1&amp;b=2"
    assert f'<a href="{address}">{address}</a>' in found.html


CHARTS = ("trends_over_time", "totals_over_years", "against_targets")
CHARTS_OF_DEMO = ("trends_over_time", "long_series", "against_targets", "units_below")


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
    figures = re.findall(r"<figure>.*?</figure>", fragment.html, re.S)
    assert figures
    for figure in figures:
        assert re.search(r"<figcaption>[^<]{6,}</figcaption>", figure)
        assert re.search(r"<desc [^>]*>[^<]*\d[^<]*</desc>", figure)
        assert re.search(r"<details>.*<table>.*</details>", figure, re.S)
