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
