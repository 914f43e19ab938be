"""The rows that the numbers of a sheet become, and how a revision is told."""

import pytest
from officesheets import OfficeSheet, values

from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known, Row
from giaoban.sheet.preview import preview
from giaoban.sheet.proposal import Proposal, propose
from giaoban.sheet.rows import revision_told

ABOUT = {"indicator": "so-vu", "unit": "u", "period": "2024", "reported_on": "2025-01-01"}


@pytest.mark.parametrize(
    ("before", "after", "shown", "now"),
    [
        ({"value": "96", "qualifier": "~"}, {"value": "96"}, "~ 96", "96"),
        ({"value": "96"}, {"value": "96", "qualifier": ">="}, "96", ">= 96"),
        (
            {"value": "96", "qualifier": "="},
            {"value": "97.0", "as_published": "97,0"},
            "96",
            "97,0",
        ),
        ({"value": "90", "value_to": "95"}, {"value": "90"}, "90-95", "90"),
        ({"value": "96", "obs_status": "E"}, {"value": "96"}, "96 (estimate)", "96"),
    ],
)
def test_a_revision_shows_what_makes_it_one(before: Row, after: Row, shown: str, now: str) -> None:
    told = revision_told(ABOUT | before, ABOUT | after).told("en")
    assert told == f"so-vu, u, 2024: {shown}, reported on 2025-01-01; now {now}"


SAID = {
    "reported-on": "2025-01-20",
    "source": "Báo cáo 15",
    "set-by": "UBND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2021/2025",
}


def made(head: str, cell: str) -> Proposal:
    rows = (f"Chỉ tiêu|TH 2024|{head}", f"Kết nạp đảng viên (người)|9|{cell}")
    sheet = OfficeSheet("S", [values(row.split("|")) for row in rows])
    return propose(find_blocks(sheet.grid()), Answers({**SAID}), Known())


@pytest.mark.parametrize(
    ("head", "period", "kind"),
    [
        ("Chỉ tiêu 2021-2025", "2021/2025", "each"),
        ("Chỉ tiêu đến năm 2025", "2021/2025", "each"),
        ("Chỉ tiêu 2025", "2025", ""),
    ],
)
def test_a_target_of_each_year_is_that_of_all_years_of_its_plan(
    head: str, period: str, kind: str
) -> None:
    for cell in ("mỗi năm 12", "12 a year"):
        proposal = made(head, cell)
        assert proposal.questions == []
        (row,) = proposal.rows.tables["targets"]
        assert (row["period"], row.get("kind", ""), row["value"]) == (period, kind, "12")
        told = [line.told("en") for line in preview(proposal)]
        assert ("Targets of each of several years: 1" in told) == bool(kind)


def test_a_target_of_each_year_whose_years_are_not_known_is_asked_about() -> None:
    (asked,) = made("Chỉ tiêu", "mỗi năm 12").questions
    assert (asked.key, asked.name) == ("column", "Chỉ tiêu")


def test_a_number_of_each_year_that_is_no_target_is_left_out_of_several_years() -> None:
    proposal = made("TH 2021-2023", "mỗi năm 12")
    assert [line.told("en") for line in proposal.left_out] == [
        "S!C2: mỗi năm 12 – a number of each year of several, and no target"
    ]
    (figure,) = proposal.rows.tables["figures"]
    assert figure["period"] == "2024"
    assert len(made("TH 2023", "12 a year").rows.tables["figures"]) == 2
