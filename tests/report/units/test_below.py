from pathlib import Path

from fragments import text
from smallprogramme import Row, small

from giaoban.report import Report
from giaoban.report.units import units_in_full


def test_the_interval_of_all_of_a_unit_is_not_all(tmp_path: Path) -> None:
    all_: Row = {"period": "2024", "value": 100, "numerator": 1000, "denominator": 1000}
    rows = [all_ | {"unit": unit} for unit in ("xa-01", "xa-02")]
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "up"})
    # Wilson's begins at 99.62%.
    assert "(1000 of 1000; 99.6–100%)" in text(units_in_full(Report(review, "en", tmp_path)))
