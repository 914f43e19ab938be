import pytest
from officesheets import OfficeSheet, Value

from giaoban.errors import GiaobanError
from giaoban.extract.forms import find_blocks
from giaoban.extract.sheet.answers import Answers
from giaoban.extract.sheet.known import Known
from giaoban.extract.sheet.proposal import Proposal, propose

ROWS: list[list[Value]] = [
    ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024", "So với cùng kỳ (%)"],
    [1, "Sản lượng lúa", "tấn", 40, 45, "12,5"],
    [2, "Đảng viên mới", "người", 150, 140, "-6,7"],
    [3, "Tỷ lệ hộ nghèo", "%", 4, 3, "-25"],
]
ANSWERED = {
    "reported-on": "14/3/2025",
    "source": "Báo cáo 15",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2021/2025",
    "numbers": "vi",
}


def proposed(claims: str = "", known: Known | None = None, *, ratio: bool = False) -> Proposal:
    rows = [[*row[:5], row[5]] for row in ROWS]
    if ratio:
        for row, said in zip(rows[1:], ("112,5", "93,3", "75"), strict=True):
            row[5] = said
    many = {"claims": {"F": claims}} if claims else {}
    blocks = find_blocks(OfficeSheet("S", rows).grid())
    return propose(blocks, Answers({**ANSWERED}, many), known or Known())


def test_without_being_told_to_nothing_is_kept_of_a_column_of_changes() -> None:
    assert "claims" not in proposed().rows.tables
    assert "claims" not in proposed("skip").rows.tables


def test_changes_of_counts_and_amounts_become_claims_of_the_last_year() -> None:
    told = proposed("change").rows.tables["claims"]
    assert [(r["indicator"], r["kind"], r["period"], r["stated"]) for r in told] == [
        ("san-luong-lua", "percent_change", "2024", "12.5"),
        ("dang-vien-moi", "percent_change", "2024", "-6.7"),
    ]
    assert [row["as_published"] for row in told] == ["12,5", "-6,7"]
    assert len({row["claim"] for row in told}) == 2


def test_a_ratio_says_the_change_that_makes_it_and_is_no_print_of_that() -> None:
    told = proposed("ratio", ratio=True).rows.tables["claims"]
    assert [row["stated"] for row in told] == ["12.5", "-6.7"]
    assert not any("as_published" in row for row in told)


def test_what_is_there_already_is_passed_over() -> None:
    claim = {"claim": "c", "indicator": "san-luong-lua", "unit": "huyen-mau", "period": "2024"}
    made = proposed("change", Known({}, {"claims": [claim | {"stated": "12.5"}]}))
    assert [row["indicator"] for row in made.rows.tables["claims"]] == ["dang-vien-moi"]
    assert made.rows.equal == 1


def test_what_no_column_of_changes_can_be_is_refused() -> None:
    with pytest.raises(GiaobanError, match="--claims F: expected change, ratio, skip"):
        proposed("points")
