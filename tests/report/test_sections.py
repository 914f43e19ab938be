"""What the sections of the report say together, in both languages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fragments import SECTIONS, text
from smallprogramme import Row, small

from giaoban import report as sections
from giaoban.analysis import load
from giaoban.report.html import Fragment
from giaoban.report.page import Report

Section = Callable[[Report], Fragment]
Said = dict[Section, list[str]]
DEMO: dict[str, Said] = {
    "vi": {
        sections.title_block: ["Số liệu giả định, chỉ để minh họa"],
        sections.trends_over_time: [
            "Số liệu năm nào cũng tăng (2020–2024); trung vị mức thay đổi mỗi năm +2,28 điểm phần trăm (khoảng tin cậy 98%",
            "dự tính năm 2025 là 99,8%",
            "Sau 2024, còn cần +16,2 điểm phần trăm để đạt chỉ tiêu 90% (2025).",
            "Hạn chế: Hồ sơ quá hạn tăng ba năm liền.",
            "|2022|nguồn không nêu|–|",
            "−46 (−18,3%)",
        ],
        sections.long_series: ["ngoài giới hạn", "trung bình 92,9%"],
        sections.against_targets: [
            "bằng 54,0% chỉ tiêu, đã qua 49,6% thời gian",
            "chưa kết luận được| |chưa nhập đủ số liệu cho cả kỳ của chỉ tiêu",
            "ngày càng xa chỉ tiêu",
        ],
        sections.published_statements: ["khớp nếu cắt bớt chữ số", "không khớp"],
        sections.feasible_counts: [
            "chỉ khi cắt bớt, không làm tròn",
            "45/52 là 86,54%: khớp nếu cắt bớt chữ số",
        ],
        sections.rules_kept: ["không đúng quy định", "18,3% hoặc 20,4%"],
        sections.units_below: ["Xã Mẫu 08 (thấp hơn hẳn, ngoài giới hạn 99,8%)"],
        sections.units_in_full: ["(16/30; 36–70%)"],
        sections.adding_up: ["chưa đủ đơn vị báo cáo", "|−5|23/23|không khớp|"],
        sections.changes: ["|2022|rút lại|198|rút lại|", "|2023|đính chính|", "|2,5%|3%"],
        sections.actions: ["quá hạn| 562 ngày", "hoàn thành chậm| 10/02/2025; chậm 225 ngày"],
    },
    "en": {
        sections.title_block: ["Made-up figures"],
        sections.trends_over_time: [
            "The figures rose each year (2020–2024); median slope +2.28 percentage points a year (98% interval",
            "A straight line through the last 5 figures leads to 99.8% in 2025",
            "From 2024 on, the target of 90% for 2025 asks for +16.2 percentage points.",
            "Shortcoming: Late files have risen for three years.",
            "|2022|the source does not say|–|",
            "−46 (−18.3% relative)",
        ],
        sections.long_series: ["outside the limits", "mean 92.9%"],
        sections.against_targets: [
            "54.0% of the target, 49.6% of its time",
            "undetermined| |no figure for all of its time has been entered",
            "moving away",
        ],
        sections.published_statements: ["agrees when cut off", "disagrees"],
        sections.feasible_counts: [
            "only if cut off, not rounded",
            "45 of 52 is 86.54%: agrees when cut off",
        ],
        sections.rules_kept: ["not kept", "18.3% or 20.4%"],
        sections.units_below: ["Sample commune 08 (far below, beyond 99.8%)"],
        sections.units_in_full: ["(16 of 30; 36–70%)"],
        sections.adding_up: ["not all units reported", "|−5|23 of 23|disagrees|"],
        sections.changes: ["|2022|withdrawn|198|withdrawn|", "|2023|revised|", "|2.5%|3%"],
        sections.actions: ["overdue| by 562 days", "done late| 10/02/2025; 225 days late"],
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("section", list(DEMO["vi"]), ids=lambda s: s.__name__)
def test_the_demo_report_says_what_the_real_one_has_no_figures_for(
    demo: Report, section: Callable[[Report], Fragment]
) -> None:
    said = text(section(demo))
    assert [phrase for phrase in DEMO[demo.code][section] if phrase not in said] == []


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
    said = " ".join(text(section(bare)) for section in SECTIONS)
    assert "97.8%" in said
    assert "No target has been entered." in said


def test_text_from_the_tables_cannot_become_markup(report: Report) -> None:
    indicators = report.tables["indicators"]
    report.tables["indicators"] = indicators.assign(
        title_vi="<script>1</script>", title_en="<script>1</script>"
    )
    try:
        parts: list[Section] = [sections.main_points, sections.scorecard, sections.trends_over_time]
        parts += [
            sections.totals_over_years,
            sections.against_targets,
            sections.published_statements,
            sections.footnotes,
        ]
        assert not [part.__name__ for part in parts if "<script" in part(report).html]
    finally:
        report.tables["indicators"] = indicators


def test_no_section_calls_it_exceeded_that_a_ceiling_is_kept_with_room(tmp_path: Path) -> None:
    years = {"2022": "2023-03-01", "2023": "2024-03-01", "2024": "2025-07-15"}
    values = dict(zip(years, (7, 7, 5), strict=True))
    figures: list[Row] = [
        {"period": year, "value": values[year], "reported_on": day} for year, day in years.items()
    ]
    goals: list[Row] = [
        {"period": year, "value": 6, "qualifier": "<=", "reported_on": "2022-03-01"}
        for year in years
    ]
    about: Row = {"unit_measure": "percent", "better": "down"}
    review = small(tmp_path, figures, about, targets=goals)
    words = {"en": ("exceeded", "better than asked"), "vi": ("vượt", "tốt hơn chỉ tiêu")}
    for code, (never, called) in words.items():
        report = Report(review, code)
        said = {section.__name__: text(section(report)) for section in SECTIONS}
        assert [name for name, told in said.items() if never in told] == []
        assert {name for name, told in said.items() if called in told} == {
            "main_points",
            "scorecard",
            "verdicts_so_far",
            "against_targets",
            "glossary",
        }
        assert [
            told for told in said["main_points"].split("|") if "2023" in told and called in told
        ]
