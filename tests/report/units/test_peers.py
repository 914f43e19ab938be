from pathlib import Path

from fragments import text
from smallprogramme import Row, small

from giaoban.analysis import load
from giaoban.report import Report
from giaoban.report.units.peers import peers

SHARE: Row = {"unit_measure": "percent", "better": "up"}


def beside(folder: Path, own: Row, others: list[Row], lang: str = "en") -> str:
    """Tell of commune xa-01 beside the others."""
    units = [{"period": "2024", "unit": f"xa-{n:02}"} for n in range(1, len(others) + 2)]
    small(folder, [u | row for u, row in zip(units, [own, *others], strict=True)], SHARE)
    review = load(str(folder / "small"), "latest", "xa-01")
    return text(peers(Report(review, lang, folder)))


def counted(numerator: int, denominator: int) -> Row:
    value = 100 * numerator / denominator
    return {"value": value, "numerator": numerator, "denominator": denominator}


def test_a_share_beyond_chance_stands_out(tmp_path: Path) -> None:
    told = beside(tmp_path, counted(50, 100), [counted(90, 100)] * 6)
    assert "50%; the middle of 7 units is 90% (−40 percentage points). It stands out" in told
    assert "(far below, beyond 99.8%), rank 7 of 7." in told


def test_a_share_within_chance_has_no_rank_of_its_own(tmp_path: Path) -> None:
    told = beside(tmp_path, counted(85, 100), [counted(90, 100)] * 6, "vi")
    assert "Chênh lệch không vượt mức ngẫu nhiên: có thể xếp thứ 1 đến 7 trong 7." in told


def test_of_a_share_without_counts_it_is_said_that_chance_is_not_known(tmp_path: Path) -> None:
    told = beside(tmp_path, {"value": 50}, [{"value": 60 + n} for n in range(6)])
    assert "Ranked 7 of 7 as printed; how much of that is chance is not known." in told


def test_few_units_have_no_middle(tmp_path: Path) -> None:
    told = beside(tmp_path, {"value": 50}, [{"value": 60}] * 3)
    assert told == "|Too few units of the same level have figures here.|"
