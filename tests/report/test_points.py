from collections.abc import Callable
from pathlib import Path

import pytest
from places import RAW
from smallprogramme import TONNES, Row, small

from giaoban.analysis import load
from giaoban.report.page import Report
from giaoban.report.points import WORST_FIRST, Point, points

SOURCE = "myduc-2023-03-15"


def told(report: Report) -> dict[str, str]:
    """Give the points by how each begins, the verdict after it."""
    found = sorted(points(report), key=lambda point: point.rank)
    return {point.text: point.label for point in found}


def added(
    programme: Path, append: Callable[..., None], figures: dict[str, str], **target: str
) -> Report:
    about = {"indicator": "x", "title_vi": "X", "title_en": "X", "unit_measure": "percent"}
    append("indicators", **about, better="up")
    same = {"indicator": "x", "unit": "my-duc", "reported_on": "2023-03-14", "source": SOURCE}
    for period, value in figures.items():
        append("figures", **same, period=period, value=value, qualifier="=")
    if target:
        append("targets", **same, qualifier=">=", set_by="ha-noi", **target)
    return Report(load(str(programme), "latest", "", programme), "en")


def point_of_x(report: Report) -> Point:
    (found,) = (point for point in points(report) if point.text.startswith("X:"))
    return found


def test_every_indicator_with_a_figure_has_one_point(report: Report) -> None:
    found = [*points(report)]
    assert len(found) == report.review.latest["value"].notna().sum()
    assert all(0 <= point.rank < len(WORST_FIRST) for point in found)


def test_a_missed_target_is_told_before_a_pace_that_is_behind(
    programme: Path, append: Callable[..., None]
) -> None:
    report = added(programme, append, {"2021": "50", "2022": "51"}, period="2022", value="60")
    point = point_of_x(report)
    assert (point.label, point.text) == ("not met", "X: 51% (2022), target at least 60%.")


def test_a_target_of_another_year_is_told_with_its_year(
    programme: Path, append: Callable[..., None]
) -> None:
    figures = {"2020": "50", "2021": "51", "2022": "52"}
    report = added(programme, append, figures, period="2025", value="90")
    point = point_of_x(report)
    assert point.label == "behind"
    assert point.text == (
        "X: 52% (2022), target at least 90% (2025): had +1 percentage point a year, "
        "needs +12.67 percentage points."
    )


def test_what_got_worse_is_told_with_its_change(
    programme: Path, append: Callable[..., None]
) -> None:
    point = point_of_x(added(programme, append, {"2021": "51", "2022": "50"}))
    assert (point.label, point.text) == (
        "worse",
        "X: 50% (2022); −1 percentage point since 2021.",
    )


def test_a_statement_that_cannot_be_checked_comes_after_what_is_met(report: Report) -> None:
    assert WORST_FIRST.index("cannot_check") > WORST_FIRST.index("met")
    claims = report.review.claims
    assert "cannot_check" in set(claims["verdict"])
    assert [label for label in told(report).values() if "cannot be checked" in label] == []


def test_what_disagrees_is_told_with_both_numbers() -> None:
    report = Report(load("demo", "latest", "", RAW), "en")
    none = {name: getattr(report.review, name).head(0) for name in ("verdicts", "paces")}
    report.review.hand(**none)
    wrong = [text for text, label in told(report).items() if label == "disagrees"]
    assert wrong
    assert all("stated" in text and "the figures give" in text for text in wrong)


@pytest.mark.parametrize("meeting", ["2022-03-15", "2023-03-14", "2024-03-12", "2025-07-15"])
def test_what_the_scorecard_says_is_missed_is_said_so_in_the_points(meeting: str) -> None:
    report = Report(load("demo", meeting, "", RAW), "en")
    missed = report.review.latest.query("status == 'not_met'")["indicator"]
    names = [report.wording.title_of("indicator", indicator) for indicator in missed]
    said = [text.split(":")[0] for text, label in told(report).items() if label == "not met"]
    assert set(names) <= set(said)


def test_a_target_that_a_later_figure_has_left_behind_is_not_told(
    programme: Path, append: Callable[..., None]
) -> None:
    figures = {"2021": "50", "2022": "61"}
    point = point_of_x(added(programme, append, figures, period="2021", value="60"))
    assert (point.label, point.text) == (
        "better",
        "X: 61% (2022); +11 percentage points since 2021.",
    )


def test_a_missed_year_is_told_where_the_sum_of_all_years_is_met_early() -> None:
    report = Report(load("demo", "latest", "", RAW), "en")
    targets = report.tables["targets"]
    whole = targets["indicator"].eq("members-admitted") & targets["period"].eq("2021/2025")
    targets.loc[whole, "value"] = 600.0
    missed = "New members admitted: 130/150, 86.7% of the target (2024). "
    assert told(report)[f"{missed}Responsible: Ban Tổ chức Huyện ủy."] == "not met"


def test_a_silence_is_told_by_the_word_that_the_targets_have_for_it() -> None:
    report = Report(load("demo", "latest", "", RAW), "en")
    (silent,) = (text for text in told(report) if "the source does not say" in text)
    assert silent.startswith("Residents who are satisfied: the source does not say (2024)")
    assert [text for text in told(report) if "not entered" in text] == []


def test_a_miss_names_who_answers_for_it_and_what_is_met_does_not(demo: Report) -> None:
    said = {"vi": "Thực hiện: Phòng Kinh tế.", "en": "Responsible: Phòng Kinh tế."}
    found = told(demo)
    missed = [text for text, label in found.items() if text.endswith(said[demo.code])]
    assert [found[text] for text in missed] == [{"vi": "không đạt", "en": "not met"}[demo.code]]


def test_of_a_sum_so_far_its_share_of_the_target_stands_beside_that_of_the_time(
    tmp_path: Path,
) -> None:
    early = {"obs_status": "E", "reported_on": "2025-06-25"}
    figures: list[Row] = [{"period": "2024", "value": 430}]
    figures += [{"period": "2025-01/2025-06", "value": 220} | early]
    about = TONNES | {"additive": "true"}
    review = small(tmp_path, figures, about, targets=[{"period": "2025", "value": 450}])
    (point,) = points(Report(review, "en"))
    assert (str(point.text), point.label) == (
        "Indicator x: 220 tonnes (estimated) (first 6 months of 2025), 48.9% of target "
        "450 tonnes (2025), 49.6% of its time.",
        "on track",
    )


def test_what_has_been_used_of_a_ceiling_is_not_said_to_be_reached(tmp_path: Path) -> None:
    about = TONNES | {"additive": "true", "better": "down"}
    goal: Row = {"period": "2025", "value": 10, "qualifier": "<="}
    review = small(tmp_path, [{"period": "2025-01/2025-06", "value": 9}], about, targets=[goal])
    (point,) = points(Report(review, "vi"))
    assert (str(point.text), point.label) == (
        "Chỉ tiêu x: 9 tấn (6 tháng đầu năm 2025), bằng 90,0% chỉ tiêu không quá 10 tấn (2025), "
        "đã qua 49,6% thời gian.",
        "chậm tiến độ",
    )
