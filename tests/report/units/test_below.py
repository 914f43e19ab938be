from pathlib import Path

from fragments import text
from smallprogramme import Row, small

from giaoban.report import Report
from giaoban.report.units import units_in_full
from giaoban.wording import parts_told


def test_the_interval_of_all_of_a_unit_is_not_all(tmp_path: Path) -> None:
    all_: Row = {"period": "2024", "value": 100, "numerator": 1000, "denominator": 1000}
    rows = [all_ | {"unit": unit} for unit in ("xa-01", "xa-02")]
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "up"})
    # Wilson's begins at 99.62%.
    assert "(1000 of 1000; 99.6–100%)" in text(units_in_full(Report(review, "en", tmp_path)))


def test_what_a_unit_has_in_a_gap_has_one_sign_in_words_and_in_the_table(tmp_path: Path) -> None:
    counts = {"mau": (360, 6000), "xa-01": (210, 3000), "xa-02": (144, 3000)}
    rows: list[Row] = [
        {"unit": unit, "period": "2024", "value": round(part / whole * 100, 2)}
        | {"numerator": part, "denominator": whole}
        for unit, (part, whole) in counts.items()
    ]
    goals: list[Row] = [{"period": "2024", "kind": "by", "value": 5, "qualifier": "<="}]
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "down"}, targets=goals)
    report = Report(review, "en", tmp_path)
    assert "Sample commune 01 +1.00" in " ".join(parts_told(report.wording, "x"))
    told = text(units_in_full(report))
    assert "Part of the gap" in told and "|+1.00|" in told and "|−0.10|" in told
