from pathlib import Path

from fragments import text
from smallprogramme import DONG, TONNES, Row, small

from giaoban.report.claims import published_statements, totals_over_years
from giaoban.report.page import Report


def test_the_total_is_divided_and_never_spread(report: Report) -> None:
    said = text(totals_over_years(report))
    expected = {
        "vi": [
            "2020–2022: 460, bình quân 153,3 mỗi năm.",
            "150 mỗi năm: khớp khi làm tròn đến hàng chục",
        ],
        "en": [
            "460 in 2020–2022 come to 153.3 a year.",
            "150 a year: agrees when rounded to tens",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said


def test_a_mean_is_written_as_finely_as_shows_how_what_was_stated_stands_to_it(
    tmp_path: Path,
) -> None:
    claim = {"claim": "c", "kind": "mean_per_year", "stated": 153.3, "as_published": "153,3"}
    review = small(
        tmp_path,
        [{"period": "2020/2023", "value": 613}],
        {"unit_measure": "count", "better": "up"},
        claims=[claim | {"period": "2020/2023"}],
    )
    told = text(totals_over_years(Report(review, "en", tmp_path)))
    assert "613 in 2020–2023 come to 153.25 a year. Stated 153.3 a year: agrees." in told


def test_what_is_short_of_a_target_is_nowhere_written_as_all_of_it(tmp_path: Path) -> None:
    claim = {"claim": "c", "kind": "percent_of_target", "stated": 100, "as_published": "100%"}
    review = small(
        tmp_path,
        [{"period": "2023", "value": 1_234_567_890_122}],
        DONG | {"additive": "true"},
        targets=[{"period": "2023", "value": 1_234_567_890_123}],
        claims=[claim | {"period": "2023"}],
    )
    assert review.claims["recomputed"].tolist() == [99.999999999]
    assert "|99.999999999% of the target|" in text(
        published_statements(Report(review, "en", tmp_path))
    )


def test_the_mean_of_what_is_over_a_total_is_rounded_down(tmp_path: Path) -> None:
    people: Row = {"unit_measure": "count", "unit_en": "people", "unit_vi": "người"}
    rows: list[Row] = [
        {"period": "2021/2023", "value": 614, "qualifier": ">"},
        {"indicator": "y", "period": "2021/2023", "value": 614, "qualifier": "<"},
    ]
    about = [people | {"better": "up", "indicator": name} for name in "xy"]
    claim = {"claim": "c", "kind": "mean_per_year", "stated": 200, "period": "2021/2023"}
    review = small(tmp_path, rows, about, claims=[claim | {"as_published": "200"}])
    report = Report(review, "en", tmp_path)
    told = text(totals_over_years(report))
    assert "Over 614 people in 2021–2023 come to over 204.66 people a year." in told
    assert "Under 614 people in 2021–2023 come to under 204.67 people a year." in told
    # What is over 204.66 is not over 204.7.
    assert "|over 204.66 people a year|" in text(published_statements(report))


def test_each_end_of_a_mean_that_is_a_range_is_written_in_full_where_it_can_be(
    tmp_path: Path,
) -> None:
    rows: list[Row] = [{"period": "2017/2024", "value": 460, "value_to": 471, "qualifier": ".."}]
    claim = {"claim": "c", "kind": "mean_per_year", "stated": 50, "period": "2017/2024"}
    people: Row = {"unit_measure": "count", "better": "up"}
    told = claim | {"as_published": "50"}
    review = small(tmp_path, rows, people, {"period": "2017/2025"}, claims=[told])
    report = Report(review, "en", tmp_path)
    said = "57.5 to 58.875 a year"
    assert f"460 to 471 in 2017–2024 come to {said}." in text(totals_over_years(report))
    assert f"|{said}|" in text(published_statements(report))


def test_of_less_than_nothing_before_there_is_no_percentage(tmp_path: Path) -> None:
    claim = {"claim": "c", "kind": "percent_change", "stated": 95, "as_published": "95%"}
    rows: list[Row] = [{"period": "2023", "value": -10}, {"period": "2024", "value": -0.5}]
    review = small(tmp_path, rows, TONNES, claims=[claim | {"period": "2023/2024"}])
    told = text(published_statements(Report(review, "en", tmp_path)))
    assert "there is no percentage of 0 or less" in told
