import pytest
from officesheets import OfficeSheet, values

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.preview import preview
from giaoban.sheet.proposal import Proposal, propose

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
