import pytest
from officesheets import OfficeSheet, Value

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.proposal import Proposal, propose

HEAD: list[Value] = ["STT", "Tổ chức đảng", "Xếp loại năm 2022", "Xếp loại năm 2023"]
RATED = OfficeSheet(
    "XL",
    [
        HEAD,
        [1, "Đảng bộ xã An Mỹ", "HTTNV", "HTXSNV"],
        [2, "Đảng bộ xã An Phú", "HTXSNV", "Hoàn thành tốt nhiệm vụ"],
        [3, "Chi bộ Ban Tổ chức", "HTNV", "HTTNV"],
        [4, "Chi bộ Trường THPT", None, "HTTNV"],
    ],
)
ANSWERED = {
    "reported-on": "14/3/2024",
    "source": "Báo cáo 15",
    "unit": "Huyện Mỹ Đức",
    "title": "Xây dựng Đảng",
    "code": "04",
    "years": "2021/2025",
}


def proposed(sheet: OfficeSheet, ratings: str = "", known: Known | None = None) -> Proposal:
    many = {"ratings": {"Xếp loại": ratings}} if ratings else {}
    return propose(find_blocks(sheet.grid()), Answers({**ANSWERED}, many), known or Known())


def test_it_is_asked_what_ratings_of_several_organisations_become() -> None:
    made = proposed(RATED)
    (question,) = made.questions
    assert (question.key, question.name, question.proposed) == ("ratings", "Xếp loại", "both")
    assert question.choices == ("both", "each", "shares", "skip")
    assert made.left_out == []


def test_what_ratings_cannot_become_is_refused() -> None:
    known = r"--ratings Xếp loại: expected both, each, shares, skip \(found share\)"
    with pytest.raises(GiaobanError, match=known):
        proposed(RATED, "share")


def test_each_becomes_what_happened_to_its_organisation() -> None:
    tables = proposed(RATED, "each").rows.tables
    assert "figures" not in tables
    assert len(tables["events"]) == 7
    first = tables["events"][0]
    assert (first["unit"], first["period"], first["kind"], first["title_vi"]) == (
        "dang-bo-xa-an-my",
        "2022",
        "rating",
        "Xếp loại: HTTNV",
    )
    assert {row["unit"] for row in tables["units"]} >= {"chi-bo-ban-to-chuc", "huyen-my-duc"}


def test_all_of_them_become_shares_of_those_that_are_rated_with_their_counts() -> None:
    made = proposed(RATED, "shares")
    assert "events" not in made.rows.tables
    titles = {r["indicator"]: r["title_vi"] for r in made.rows.tables["indicators"]}
    told = {
        (titles[r["indicator"]], r["period"]): (r["numerator"], r["denominator"], r["value"])
        for r in made.rows.tables["figures"]
    }
    assert told == {
        ("Xếp loại: HTXSNV", "2022"): ("1", "3", "33.33"),
        ("Xếp loại: Hoàn thành tốt nhiệm vụ", "2022"): ("1", "3", "33.33"),
        ("Xếp loại: HTNV", "2022"): ("1", "3", "33.33"),
        ("Xếp loại: HTXSNV", "2023"): ("1", "4", "25"),
        ("Xếp loại: Hoàn thành tốt nhiệm vụ", "2023"): ("3", "4", "75"),
        ("Xếp loại: HTNV", "2023"): ("0", "4", "0"),
    }
    better = [row["better"] for row in made.rows.tables["indicators"]]
    assert better == ["up", "none", "none"]
    assert {row["unit"] for row in made.rows.tables["figures"]} == {"huyen-my-duc"}


def test_what_is_left_out_is_told() -> None:
    made = proposed(RATED, "skip")
    assert not {"events", "figures"} & {*made.rows.tables}
    assert "XL!C2: HTTNV – no number that is understood" in map(str, made.left_out)


def test_of_one_organisation_alone_nothing_is_asked() -> None:
    made = proposed(OfficeSheet("XL", [HEAD, [1, "Đảng bộ xã An Mỹ", "HTTNV", "HTXSNV"]]))
    assert made.questions == []
    assert len(made.rows.tables["events"]) == 2


def test_numbers_beside_ratings_stay_numbers() -> None:
    rows: list[list[Value]] = [
        ["STT", "Tổ chức đảng", "Xếp loại 2023", "Đảng viên 2023 (người)"],
        [1, "Đảng bộ xã An Mỹ", "HTTNV", 120],
        [2, "Đảng bộ xã An Phú", "HTXSNV", 80],
    ]
    tables = proposed(OfficeSheet("XL", rows), "each").rows.tables
    assert [row["value"] for row in tables["figures"]] == ["120", "80"]
    assert len(tables["events"]) == 2


def test_a_rating_that_is_there_is_passed_over_and_another_one_is_refused() -> None:
    event = {"unit": "dang-bo-xa-an-my", "period": "2022", "kind": "rating"}
    units = [{"unit": "dang-bo-xa-an-my", "title_vi": "Đảng bộ xã An Mỹ"}]
    one = OfficeSheet("XL", [HEAD[:3], [1, "Đảng bộ xã An Mỹ", "HTTNV"]])
    same = Known({}, {"units": units, "events": [event | {"title_vi": "Xếp loại: HTTNV"}]})
    assert proposed(one, "each", same).rows.equal == 1
    other = Known({}, {"units": units, "events": [event | {"title_vi": "Xếp loại: HTNV"}]})
    with pytest.raises(GiaobanError, match="is “HTNV” in events"):
        proposed(one, "each", other)


def test_an_organisation_that_is_rated_twice_for_one_year_is_refused() -> None:
    rows: list[list[Value]] = [
        HEAD[:3],
        [1, "Đảng bộ xã An Mỹ", "HTTNV"],
        [2, "Đảng bộ xã An Mỹ", "HTNV"],
    ]
    with pytest.raises(GiaobanError, match="two ratings of “Đảng bộ xã An Mỹ” 2022"):
        proposed(OfficeSheet("XL", rows))
