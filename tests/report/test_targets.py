import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fragments import text
from places import RAW
from smallprogramme import TONNES, Row, small

from giaoban.analysis import Review, load
from giaoban.report.opening import main_points
from giaoban.report.page import Report
from giaoban.report.scorecard import scorecard
from giaoban.report.targetchart import target_picture
from giaoban.report.targets import against_targets

SOURCE = "myduc-2023-03-15"


def test_margins_are_in_percentage_points_and_a_derived_target_is_marked(report: Report) -> None:
    said = text(against_targets(report))
    expected = {
        "vi": [
            "|2022|40%|Thành phố Hà Nội|85,7%|+45,7 điểm phần trăm|vượt|",
            "|75% (suy ra)|Thành phố Hà Nội|trên 89%|",
            "|trên +14 điểm phần trăm|",
        ],
        "en": [
            "|2022|40%|City of Hanoi|85.7%|+45.7 percentage points|exceeded|",
            "|75% (worked out)|City of Hanoi|over 89%|",
            "more than +14 percentage points",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_every_target_has_a_row_whoever_set_it_and_whenever_it_is_due(demo_review: Review) -> None:
    told = text(against_targets(Report(demo_review, "en")))
    rows = [
        "|2024|150|Sample province|130 |86.7% of the target|−20|not met|",
        "first 6 months of 2025: 54.0% of the target, 49.6% of its time",
        "|2024|80%|Sample province|73.8%|−6.2 percentage points|not met|",
        "|2024|70%|Sample district|73.8%|+3.8 percentage points|exceeded|",
        "in each year|90%|Sample province|",
        "|8.5 to 9|",
        "Way so far: of a sum its share of the target, else from the first figure to it.",
    ]
    assert [row for row in rows if row not in told] == []


def test_a_target_kept_in_each_year_says_how_each_year_went(demo_review: Review) -> None:
    told = text(against_targets(Report(demo_review, "en")))
    assert "2021: exceeded; 2022: exceeded; 2023: exceeded; 2024: exceeded" in told


def test_where_the_kind_is_not_said_both_readings_stand_side_by_side(
    programme: Path, append: Callable[..., None], tmp_path: Path
) -> None:
    goal = {"indicator": "orgs-rated", "unit": "my-duc", "period": "2021/2025", "value": "99"}
    append(
        "targets", **goal, qualifier="=", set_by="ha-noi", reported_on="2023-03-14", source=SOURCE
    )
    report = Report(load(str(programme), "latest", "", programme), "en", tmp_path)
    told = text(against_targets(report))
    assert "|undetermined| |it is not said how it is meant| |by its end: not due yet|" in told
    assert "in each year: not met" in told


def test_a_figure_that_is_not_there_is_not_due_not_said_or_not_entered(
    programme: Path, append: Callable[..., None], tmp_path: Path
) -> None:
    append(
        "indicators", indicator="x", title_vi="X", title_en="X", unit_measure="percent", better="up"
    )
    for period, value in (("2021", "9"), ("2022", "10"), ("2025", "12")):
        goal = {"indicator": "x", "unit": "my-duc", "period": period, "value": value}
        goal |= {"set_by": "ha-noi", "reported_on": "2023-03-14", "source": SOURCE}
        append("targets", **goal, qualifier="=")
    silent = {"indicator": "x", "unit": "my-duc", "period": "2021", "obs_status": "O"}
    append("figures", **silent, qualifier="=", reported_on="2023-03-14", source=SOURCE)
    told = text(against_targets(Report(load(str(programme), "latest", "", programme), "en")))
    assert "|X|2021|9%|City of Hanoi|the source does not say|" in told
    assert "|X|2022|10%|City of Hanoi|not entered|" in told
    assert "|X|2025|12%|City of Hanoi|not due yet|" in told


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2021/2025", "by its end: the number of its last year alone|"),
        ("2024", "by its end|"),
        ("2024-01/2024-06", "by its end|"),
    ],
)
def test_a_count_to_be_reached_after_years_is_said_to_be_the_last_ones_own(
    demo_review: Review, period: str, said: str
) -> None:
    verdicts = demo_review.verdicts
    counts = verdicts[verdicts["indicator"].eq("members-admitted")].head(1)
    by = counts.assign(target_kind="by", target_period=period)
    told = text(against_targets(Report(Review(demo_review.known), "en"), verdicts=by))
    assert said in told
    share = verdicts[verdicts["indicator"].eq("cadres-degree")].head(1)
    by = share.assign(target_kind="by", target_period=period)
    told = text(against_targets(Report(Review(demo_review.known), "en"), verdicts=by))
    assert "by its end|" in told


def test_a_sum_of_ranges_is_written_with_both_its_ends(
    programme: Path, append: Callable[..., None]
) -> None:
    append(
        "indicators", indicator="x", title_vi="X", title_en="X", unit_measure="count", better="up"
    )
    goal = {"indicator": "x", "unit": "my-duc", "period": "2021/2022", "value": "400"}
    goal |= {"set_by": "ha-noi", "reported_on": "2023-03-14", "source": SOURCE}
    append("targets", **goal, qualifier=">=")
    for period, value in (("2021", "100"), ("2022", "250")):
        part = {"indicator": "x", "unit": "my-duc", "period": period, "value": value}
        append("figures", **part, qualifier="~", reported_on="2023-03-14", source=SOURCE)
    told = text(against_targets(Report(load(str(programme), "latest", "", programme), "en")))
    assert "|X|2021–2022|at least 400|City of Hanoi|340 to 360|" in told


def test_a_target_worked_out_has_one_pair_of_brackets(demo_review: Review) -> None:
    review_of_2024 = load("demo", "2024-03-12", "", RAW)
    told = "|".join(
        text(section(Report(each, "en")))
        for each in (demo_review, review_of_2024)
        for section in (target_picture, against_targets, main_points, scorecard)
    )
    assert "75% (worked out" in told
    assert not re.search(r"\([^()|]*\) \(|\([^()|]*\([^()|]*\)", told)


@pytest.mark.parametrize(
    ("known", "goal", "said"),
    [
        (
            ["2022", "2023", "2024"],
            "2021/2025",
            {
                "en": "at least 540 |2021–2024, no figures of 2021: 80.0% of its time|",
                "vi": "từ 540 trở lên |2021–2024, chưa có số liệu 2021: đã qua 80,0% thời gian|",
            },
        ),
        (
            ["2022", "2024"],
            "2021/2024",
            {
                "en": "at least 360 |2021–2024, no figures of 2021, 2023: 100.0% of its time|",
                "vi": "từ 360 trở lên |2021–2024, chưa có số liệu 2021, 2023: đã qua 100,0% thời",
            },
        ),
    ],
)
def test_of_a_sum_with_gaps_the_page_says_what_is_missing_and_takes_no_part_for_the_whole(
    tmp_path: Path, known: list[str], goal: str, said: dict[str, str]
) -> None:
    rows: list[Row] = [{"period": period, "value": 180} for period in known]
    about: Row = {"unit_measure": "count", "better": "up"}
    review = small(tmp_path, rows, about, targets=[{"period": goal, "value": 900}])
    for code, sentence in said.items():
        shown = Report(review, code, tmp_path)
        assert sentence in text(against_targets(shown))
        assert "0%)" not in text(target_picture(shown))
    share = f"at least {20 * len(known)}.0% of the target"
    assert share in text(scorecard(Report(review, "en", tmp_path)))


def test_of_the_plan_of_a_year_that_has_begun_nothing_is_told_a_year(tmp_path: Path) -> None:
    figures: list[Row] = [{"period": str(year), "value": 340} for year in range(2021, 2025)]
    figures.append({"period": "2025-01/2025-06", "value": 100})
    goals: list[Row] = [
        {"period": "2025", "value": 540, "kind": "total"},
        {"period": "2021/2025", "value": 1600, "kind": "total"},
    ]
    about = TONNES | {"additive": "true"}
    said = text(against_targets(Report(small(tmp_path, figures, about, targets=goals), "en")))
    rows = said[said.index("Progress towards") :]
    assert "|540 tonnes|2025|18.5%|–|–|440 tonnes left|behind|" in rows
    assert re.search(r"\|1,600 tonnes\|2025\|91\.3%\|\+324\.\d+ tonnes\|\+280 tonnes\|", rows)
