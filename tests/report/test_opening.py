import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from fragments import text
from places import RAW

from giaoban import report as sections
from giaoban.analysis import load
from giaoban.report.page import Report
from giaoban.report.points import points


def lines(report: Report) -> list[str]:
    html = re.sub(r"<svg.*?</svg>", "", sections.main_points(report).html)
    return [unescape(re.sub(r"<[^>]+>", "", line)) for line in re.findall(r"<li>(.*?)</li>", html)]


@pytest.fixture
def demo(tmp_path: Path) -> Report:
    return Report(load("demo", "2025-07-15", "", RAW), "en", tmp_path)


def test_the_targets_are_counted_first_and_how_those_met_are_known(
    report: Report, demo: Report
) -> None:
    tally = {
        "vi": "Chỉ tiêu Chương trình đề ra 9 chỉ tiêu, chưa rõ mức. "
        "Thành phố Hà Nội giao 3 chỉ tiêu cho năm 2022: 2 vượt (1 theo mức suy ra), "
        "1 đạt (1 dù ở mức nào).",
        "en": "Targets The programme sets 9 targets; the value of none is known. "
        "Set by City of Hanoi for 2022: 3; 2 exceeded (1 by a target worked out), "
        "1 met (1 whatever the target’s value).",
    }
    assert lines(report)[0] == tally[report.code]


def test_the_tally_is_told_by_who_set_the_targets_and_says_what_is_unlikely(demo: Report) -> None:
    assert lines(demo)[0] == (
        "Targets Set by Sample province for 2025: 14; 13 not due yet (4 unlikely at this pace), "
        "1 undetermined. In all: 33; 4 exceeded, 1 better than asked, 1 met, 8 not met. "
        "Set by Sample district for 2025: 1; 1 undetermined. In all: 2; 1 exceeded. "
        "Stated for 2024: 9/13 targets met or exceeded (disagrees: by the targets 3 to 8/13)."
    )
    paces = demo.review.paces.set_index("target_row")["verdict"]
    ahead = demo.review.verdicts.query("status == 'not_yet'")["target_row"]
    assert paces.reindex(ahead).isin(["behind", "moving_away"]).sum() == 4
    names = "Key cadres with political theory; Files settled late; Income a head; "
    assert f"Unlikely to be met at the pace so far: {names}" in text(sections.against_targets(demo))


def test_the_bundled_programme_says_its_numbers_across_the_break_and_its_total(
    report: Report,
) -> None:
    said = " ".join(lines(report))
    for number in {"vi": ["93,75%", "460", "153,3"], "en": ["93.75%", "460", "153.3"]}[report.code]:
        assert number in said


def test_the_worst_comes_first_with_number_year_target_verdict_and_who_answers(
    demo: Report,
) -> None:
    assert lines(demo)[2:4] == [
        "Not met Grassroots organisations rated well: 88.5% (2024), target at least 92%. "
        "Responsible: Ban Tổ chức Huyện ủy.",
        "Not met New members admitted: 130/150, 86.7% of the target (2024). "
        "Responsible: Ban Tổ chức Huyện ủy. Also not met: 4 more.",
    ]


def test_of_misses_that_have_no_room_it_says_how_many_and_leads_to_them(demo: Report) -> None:
    missed = [point for point in points(demo) if point.code == "not_met"]
    told = sections.main_points(demo)
    assert len(missed) == 2 + 4
    assert '<a href="#targets">Also not met: 4 more.</a>' in told.html
    assert told.about["summary"][3][1].endswith("Also not met: 4 more.")
    few = demo.review.verdicts
    few = few[~few["status"].eq("not_met") | few["indicator"].isin(["orgs-rated", "rice"])]
    assert "more." not in sections.main_points(demo, verdicts=few).html


def test_after_the_tally_stands_whether_on_track_can_be_said_at_all(
    report: Report, demo: Report
) -> None:
    assert lines(demo)[1] == (
        "Progress to 2025 8 of 11 indicators can be judged: 4 on track or nearly, 4 not."
    )
    said = {
        "en": "Progress to 2025 It cannot be said: no target for it is known.",
        "vi": "Tiến độ đến năm 2025 Chưa đánh giá được: chưa rõ chỉ tiêu của năm này.",
    }
    assert lines(report)[1] == said[report.code]


def test_once_the_last_year_is_over_and_settled_nothing_is_said_to_be_on_track(
    programme: Path, append: Callable[..., None], tmp_path: Path
) -> None:
    figure = {"indicator": "members-admitted", "unit": "my-duc", "qualifier": "="}
    told = {"reported_on": "2026-01-10", "source": "myduc-2023-03-15"}
    append("figures", **figure, period="2025", value="150", as_published="150", **told)
    goal = {"indicator": "members-admitted", "unit": "my-duc", "period": "2025", "qualifier": ">="}
    append("targets", **goal, value="200", set_by="my-duc", **told)
    append("meetings", meeting_date="2026-01-15", title_vi="Hội nghị", title_en="Meeting")
    before, after = (
        Report(load(str(programme), day, "", programme), "en", tmp_path)
        for day in ("2023-03-14", "2026-01-15")
    )
    assert [line for line in lines(before) if line.startswith("Progress to")]
    assert [line for line in lines(after) if line.startswith("Not met")]
    assert [line for line in lines(after) if line.startswith("Progress to")] == []


def test_what_changed_and_what_is_overdue_come_after_the_points(demo: Report) -> None:
    assert lines(demo)[4:6] == [
        "Since the meeting before Figures: 25 new, 1 revised, 1 withdrawn. Targets: 1 revised. "
        "New members under 30: on track, now moving away (2025); "
        "Income a head: nearly on track, now behind (2025).",
        "Overdue 3 of 6 actions (1 open, 1 done late, 1 done); the longest, by 562 days: "
        "Hold two classes of political theory (Sample district)",
    ]


def test_there_are_three_points_at_least_and_six_at_most(report: Report, demo: Report) -> None:
    assert len(lines(report)) == 6
    assert len(sections.main_points(demo).about["summary"]) == 6


def test_what_is_missing_is_warned_of_below_the_points(report: Report, demo: Report) -> None:
    html = sections.main_points(report).html
    assert html.index('class="summary"') < html.index('class="banner"')
    about = sections.main_points(report).about
    (warning,) = about["gaps"]
    assert (len(warning), about["banners"]) == (1, [])
    about = sections.main_points(demo).about
    (made_up,), (incomplete,) = about["banners"], about["gaps"]
    assert made_up == ["Made-up figures, an example only."]
    assert "Not all units reported: New members admitted (2024: 1 of 22 missing)." in incomplete


def test_the_headline_is_the_tally_and_the_first_point(report: Report, demo: Report) -> None:
    told = sections.main_points(demo).about["headline"]
    assert told.endswith(
        "3 to 8/13). Grassroots organisations rated well: 88.5% (2024), target at least 92%. "
        "Responsible: Ban Tổ chức Huyện ủy. (not met)"
    )
    assert "<" not in sections.main_points(report).about["headline"]


def test_a_programme_without_targets_has_its_points_all_the_same(
    programme: Path, tmp_path: Path
) -> None:
    (programme / "targets.csv").write_text(
        (programme / "targets.csv").read_text("utf-8").splitlines()[0] + "\n", "utf-8"
    )
    bare = Report(load(str(programme), "latest", "", programme), "en", tmp_path)
    said = text(sections.main_points(bare))
    assert "The programme sets 9 targets; the value of none is known." in said
    assert "It cannot be said: no target for it is known." in said
    assert "Party members admitted: 460 over 2020–2022" in said


def test_of_a_unit_without_figures_it_says_so(tmp_path: Path) -> None:
    report = Report(load("demo", "2022-03-15", "tinh", RAW), "en", tmp_path)
    fragment = sections.main_points(report)
    assert fragment.about["summary"] == [["Figures", "No figure has been entered."]]
    assert fragment.about["headline"] == "No figure has been entered."


def test_what_a_point_says_is_missing_is_not_said_again_in_the_box(report: Report) -> None:
    html = sections.main_points(report).html
    name = report.wording.title_of("indicator", "commune-cadres-theory")
    assert html.count(name) == 1
    assert 'class="banner"' in html
