"""What lies outside the years of a programme is refused with what to do."""

import pytest
from officesheets import OfficeSheet, values

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.proposal import Proposal, propose
from giaoban.tables import Contents

SAID = {
    "reported-on": "2025-01-20",
    "source": "Báo cáo 15",
    "set-by": "UBND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2021/2025",
}


def made(text: str, known: Known | None = None, **more: str) -> Proposal:
    """Propose rows for a sheet whose cells stand behind bars."""
    sheet = OfficeSheet("S", [values(row.split("|")) for row in text.splitlines()])
    columns = {head: "skip" for head in more.pop("skip", "").split("|") if head}
    answers = Answers(
        SAID | {"reported-on": more.get("on", SAID["reported-on"])}, {"column": columns}
    )
    return propose(find_blocks(sheet.grid()), answers, known or Known())


def refused(text: str, known: Known | None = None, **more: str) -> str:
    with pytest.raises(GiaobanError) as said:
        made(text, known, **more)
    return said.value.told("en")


def test_a_target_after_the_last_year_names_its_column_and_how_to_go_on() -> None:
    text = "Indicator|2024|Target 2027\nVisits|7|8"
    assert refused(text) == (
        "S!C2 (column “Target 2027”): a target of 2027, and the programme is of 2021/2025: let it "
        'last longer with --years 2021/2027, or leave the column out with --column "Target '
        '2027=skip"'
    )
    assert made(text, skip="Target 2027").questions == []


@pytest.mark.parametrize(
    ("head", "years"), [("2027", "2021/2027"), ("2019", "2020/2025"), ("2015|2028", "2016/2028")]
)
def test_figures_of_other_years_name_the_years_that_take_all_of_them_in(
    head: str, years: str
) -> None:
    numbers = "|".join("7" for _ in head.split("|"))
    told = refused(f"Chỉ tiêu|2024|{head}\nSố vụ|7|{numbers}")
    assert f"a figure of {head[:4]}, and the programme is of 2021/2025 and the year before" in told
    assert f'--years {years}, or leave the column out with --column "{head[:4]}=skip"' in told


def test_the_year_before_the_first_is_there_for_comparison() -> None:
    assert len(made("Chỉ tiêu|2020|2024\nSố vụ|7|8").rows.tables["figures"]) == 2


def test_of_years_down_the_row_is_to_be_taken_out() -> None:
    told = refused("Năm|Số vụ\n2024|5\n2027|6")
    assert told.startswith("S!B3 (column “Số vụ”): a figure of 2027")
    assert told.endswith("or take it out of the sheet")


def test_a_programme_that_has_figures_is_made_longer_where_it_describes_itself() -> None:
    about: dict[str, object] = {"unit": "huyen-mau", "period": "2021/2025", "title_vi": "T"}
    known = Known(about, {}, Contents(about, {}))
    text = "Chỉ tiêu|2024|2027\nSố vụ|7|8"
    assert "write 2021/2027 under period in its description" in refused(text, known)


@pytest.mark.parametrize(
    ("day", "years"), [("2028-03-14", "2021/2027"), ("2020-12-31", "2020/2025")]
)
def test_a_day_on_which_there_is_no_meeting_is_refused(day: str, years: str) -> None:
    assert refused("Chỉ tiêu|2024\nSố vụ|7", on=day) == (
        "--reported-on: the programme is of 2021/2025, and is reviewed from 2021-01-01 to 2026-12-31 "
        f"(found {day}): give another day, or let it last longer with --years {years}"
    )
