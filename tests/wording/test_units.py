from pathlib import Path

from smallprogramme import Row, small

from giaoban.language import language
from giaoban.wording import Wording, parts_told


def test_no_unit_is_named_for_a_change_that_there_was_not(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"unit": unit, "period": period, "value": value}
        for unit, value in (("mau", 3), ("xa-01", 1), ("xa-02", 2))
        for period in ("2023", "2024")
    ]
    review = small(tmp_path, rows, {"unit_measure": "count", "better": "up"})
    assert review.contributions["contribution"].eq(0).sum() == 2
    assert [*parts_told(Wording(review, language("en")), "x")] == []
