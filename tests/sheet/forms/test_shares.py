from decimal import Decimal

import pytest
from officesheets import OfficeSheet, Value, values

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms.layout import find_blocks
from giaoban.sheet.forms.observations import Observation, observe
from giaoban.sheet.forms.shares import with_counts
from giaoban.sheet.known import Known
from giaoban.sheet.preview import preview
from giaoban.sheet.proposal import Proposal, propose

# Classes down, for each year a count and the share that it is of those in the first row.
RATED: list[list[Value]] = [
    ["KẾT QUẢ XẾP LOẠI TỔ CHỨC ĐẢNG"],
    ["STT", "Nội dung", "Năm 2023", None, "Năm 2024", None],
    [None, None, "Số lượng", "Tỷ lệ (%)", "SL", "TL%"],
    [None, "Tổng số được đánh giá", 45, 100, 46, 100],
    [1, "Hoàn thành tốt nhiệm vụ", 42, "93,3", 45, "97,8"],
    [2, "Hoàn thành nhiệm vụ", 3, "6,7", 1, "2,2"],
    [3, "Không hoàn thành nhiệm vụ", 0, 0, 0, 0],
]
MERGED = ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]


def read(rows: list[list[Value]], merged: list[str] | None = None) -> list[Observation]:
    blocks = find_blocks(OfficeSheet("S", rows, merged or []).grid())
    return with_counts(seen for block in blocks for seen in observe(block, "vi"))


def told(seen: list[Observation]) -> dict[tuple[str, str], tuple[Decimal, tuple[int, int] | None]]:
    return {(s.title, s.period or s.unit): (s.printed.values[0], s.counts) for s in seen}


def test_the_count_beside_a_share_is_its_numerator_and_the_total_its_whole() -> None:
    found = told(read(RATED, MERGED))
    rated = "Kết quả xếp loại tổ chức đảng"
    assert found[f"{rated}: Hoàn thành tốt nhiệm vụ", "2024"] == (Decimal("97.8"), (45, 46))
    assert found[f"{rated}: Không hoàn thành nhiệm vụ", "2023"] == (Decimal(0), (0, 45))
    assert found["Tổng số được đánh giá", "2024"] == (Decimal(46), None)
    assert len(found) == 8


def test_a_count_whose_whole_is_nowhere_stays_a_figure_of_its_own() -> None:
    rows = [*RATED[:3], RATED[5]]
    found = {title: counts for (title, _), (_, counts) in told(read(rows, MERGED)).items()}
    name = "Kết quả xếp loại tổ chức đảng: Hoàn thành nhiệm vụ"
    assert found == {name: None, f"{name}: số lượng": None}


def test_counts_that_stand_apart_are_found_where_they_make_the_share_to_the_last_digit() -> None:
    rows: list[list[Value]] = [
        ["Trường", "Số học sinh dự xét", "Số đỗ", "Tỷ lệ đỗ (%)"],
        ["THCS Tân Lập", 184, 181, "98,4"],
        ["THCS Hợp Tiến", 231, 228, "98,7"],
    ]
    found = {seen.unit: seen.counts for seen in read(rows) if seen.title == "Tỷ lệ đỗ"}
    assert found == {"THCS Tân Lập": (181, 184), "THCS Hợp Tiến": (228, 231)}
    rows[2][2] = 227
    assert all(seen.counts is None for seen in read(rows))


def test_counts_that_may_be_of_two_wholes_are_of_none() -> None:
    head: list[Value] = ["Xã", "Số hộ đầu năm", "Số hộ cuối năm", "Hộ nghèo", None]
    rows: list[list[Value]] = [
        head,
        [None, None, None, "SL", "%"],
        ["Xã Tân Lập", 1000, 1001, 30, 3],
    ]
    found = read(rows, ["A1:A2", "B1:B2", "C1:C2", "D1:E1"])
    assert all(seen.counts is None for seen in found)
    assert "Hộ nghèo: số lượng" in {seen.title for seen in found}


SAID = {
    "reported-on": "2025-01-20",
    "source": "Báo cáo 15",
    "set-by": "UBND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2021/2025",
}


def made(*rows: str, **more: dict[str, str]) -> Proposal:
    """Propose rows for a sheet whose cells stand behind bars."""
    sheet = OfficeSheet("S", [values(row.split("|")) for row in rows])
    return propose(find_blocks(sheet.grid()), Answers({**SAID}, more), Known())


def targets(*rows: str) -> list[tuple[str, ...]]:
    proposal = made(*rows)
    assert proposal.questions == []
    told = proposal.rows.tables["targets"]
    return [tuple(r.get(k, "") for k in ("value", "value_to", "qualifier")) for r in told]


def test_the_ceiling_that_a_head_names_is_one_of_each_number_that_says_nothing_else() -> None:
    rows = "Chỉ tiêu|TH 2024|KH 2025 (tối đa)", "Số vụ|9|8", "Số ca (ca)|5|≥ 4"
    assert targets(*rows) == [("8", "", "<="), ("4", "", ">=")]
    proposal = made(*rows)
    assert "  C  KH 2025 (tối đa): targets 2025, at most" in [
        t.told("en") for t in preview(proposal)
    ]
    assert [one.better for one in proposal.indicators.values()] == ["down", "up"]


def test_the_least_and_the_most_that_are_wanted_are_one_range() -> None:
    rows = "Chỉ tiêu|TH 2024|KH 2025|", "||Tối thiểu|Tối đa", "Tỷ lệ che phủ (%)|40|41|43"
    assert targets(*rows) == [("41", "43", "")]


def test_ends_that_are_no_range_are_two_numbers_for_one_thing() -> None:
    rows = "Chỉ tiêu|TH 2024|KH 2025|", "||Tối thiểu|Tối đa", "Tỷ lệ che phủ (%)|40|43|41"
    with pytest.raises(GiaobanError, match="two numbers"):
        made(*rows, better={"Tỷ lệ che phủ": "up"})
