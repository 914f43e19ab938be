from pathlib import Path

from fragments import text
from smallprogramme import TONNES, small

from giaoban.report.page import Report
from giaoban.report.units.totals import adding_up


def test_the_row_of_a_sum_adds_up_as_it_is_printed(tmp_path: Path) -> None:
    parts = {"mau": 221, "xa-01": 110.25, "xa-02": 110.5}
    rows = [{"unit": unit, "period": "2022", "value": value} for unit, value in parts.items()]
    review = small(tmp_path, rows, TONNES | {"additive": "true"})
    told = text(adding_up(Report(review, "en", tmp_path)))
    assert "221 tonnes|220.75 tonnes|−0.25 tonnes|" in told


def test_a_sum_of_printed_numbers_is_printed_in_full(tmp_path: Path) -> None:
    parts = {"mau": 77.9, "xa-01": "40.1250", "xa-02": 37.75}
    rows = [{"unit": unit, "period": "2022", "value": value} for unit, value in parts.items()]
    review = small(tmp_path, rows, TONNES | {"additive": "true"})
    told = text(adding_up(Report(review, "en", tmp_path)))
    assert "77.9 tonnes|77.875 tonnes|−0.025 tonnes|" in told


def test_a_sum_of_parts_that_are_not_exact_is_printed_as_the_range_that_they_leave(
    tmp_path: Path,
) -> None:
    rows = [
        {"unit": unit, "period": period, "value": value, "qualifier": sign}
        for period, whole, some in (("2022", 261, "~"), ("2023", 301, ">"))
        for unit, value, sign in (("mau", whole, "="), ("xa-01", 200, "="), ("xa-02", 80, some))
    ]
    review = small(tmp_path, rows, TONNES | {"additive": "true"})
    told = text(adding_up(Report(review, "en", tmp_path)))
    assert "261 tonnes|276 to 284 tonnes|–|2 of 22|disagrees" in told
    assert (
        "301 tonnes|over 280 tonnes|–|2 of 23|cannot be checked: not all figures are exact" in told
    )
