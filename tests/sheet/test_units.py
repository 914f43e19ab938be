"""A commune and its district may share a name: the word of the level tells them apart."""

import pytest
from officesheets import OfficeSheet, values

from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known, Row
from giaoban.sheet.proposal import Proposal, propose

SAID = {
    "reported-on": "2024-12-20",
    "source": "Báo cáo 15",
    "title": "Chương trình",
    "code": "01",
    "years": "2020/2026",
}


def of(
    own: str, *titles: str, known: Known | None = None, said: dict[str, str] | None = None
) -> Proposal:
    """Propose rows for a table of units of a district, each with its own number."""
    lines = [["STT", "Đơn vị", "Số hộ nghèo"]]
    lines += [[str(n), title, str(10 + n)] for n, title in enumerate(titles, 1)]
    sheet = OfficeSheet("S", [["NĂM 2024"], *map(values, lines)])
    answers = Answers(SAID | {"unit": own, "titles": "vi"}, {"unit-name": said or {}})
    return propose(find_blocks(sheet.grid()), answers, known or Known())


def named(proposal: Proposal) -> list[str]:
    """Give the id of the unit that each number is of, in the order of the sheet."""
    assert proposal.questions == []
    return [row["unit"] for row in proposal.rows.tables["figures"]]


def asked(proposal: Proposal) -> dict[str, tuple[str, ...]]:
    assert {question.key for question in proposal.questions} <= {"unit-name"}
    return {question.name: question.choices for question in proposal.questions}


def known(*units: Row) -> Known:
    own = {"unit": "thanh-son", "title_vi": "Huyện Thanh Sơn"}
    return Known({"unit": "thanh-son"}, {"units": [own, *units]})


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("UBND huyện Thanh Sơn", "Thị trấn Thanh Sơn"),
        ("Huyện ủy Thanh Sơn", "TT. Thanh Sơn"),
        ("Huyện Mỹ Đức", "Xã Mỹ Đức"),
        ("Tỉnh Cao Bằng", "TP.Cao Bằng"),
        ("Thị xã Quảng Trị", "Phường Quảng Trị"),
        ("Quận 5", "Phường 5"),
    ],
)
def test_what_shares_its_name_with_its_district_is_another_unit(own: str, other: str) -> None:
    first, second = named(of(own, other, "Xã Võ Miếu"))
    units = {row["unit"]: row["title_vi"] for row in of(own, other).rows.tables["units"]}
    assert units == {first: other, **dict.fromkeys({*units} - {first}, own)}
    assert len({first, second, *units}) == 3


def test_a_commune_and_a_town_of_one_name_are_two_units() -> None:
    titles = ("Xã Quảng Phú", "Thị trấn Quảng Phú", "TT Quảng Phú")
    made = of("Huyện Cư M’gar", *titles[:2])
    assert named(made) == ["xa-quang-phu", "thi-tran-quang-phu"]
    there = known(*made.rows.tables["units"][1:])
    assert named(of("Huyện Thanh Sơn", *titles[::2], known=there)) == [
        "xa-quang-phu",
        "thi-tran-quang-phu",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Huyện Thanh Sơn",
        "UBND huyện Thanh Sơn",
        "Ủy ban nhân dân huyện Thanh Sơn",
        "Đảng bộ huyện Thanh Sơn",
        "Huyện ủy Thanh Sơn",
        "Huyện uỷ Thanh Sơn",
    ],
)
def test_the_committees_of_a_district_stand_for_it(title: str) -> None:
    assert named(of("Huyện Thanh Sơn", title, "Xã Võ Miếu", known=known())) == [
        "thanh-son",
        "xa-vo-mieu",
    ]
    made = of(title, "Huyện Thanh Sơn")
    assert named(made) == [row["unit"] for row in made.rows.tables["units"]]


def test_a_name_without_a_level_is_asked_about_where_it_may_be_the_district() -> None:
    rows = ("Thanh Sơn", "Xã Võ Miếu")
    choices = ("huyen-thanh-son", "new", "skip")
    assert asked(of("Huyện Thanh Sơn", *rows)) == {"Thanh Sơn": choices}
    for said, units in {
        "new": ["thanh-son", "xa-vo-mieu"],
        "huyen-thanh-son": ["huyen-thanh-son", "xa-vo-mieu"],
        "skip": ["xa-vo-mieu"],
    }.items():
        assert named(of("Huyện Thanh Sơn", *rows, said={"Thanh Sơn": said})) == units


def test_a_town_is_asked_about_where_the_programmes_own_unit_says_no_level() -> None:
    assert asked(of("Thanh Sơn", "Thị trấn Thanh Sơn")) == {
        "Thị trấn Thanh Sơn": ("thanh-son", "new", "skip")
    }


def test_a_name_without_a_level_is_asked_about_where_two_have_it() -> None:
    rows = ("Quảng Phú", "Xã Quảng Phú", "Thị trấn Quảng Phú")
    assert asked(of("Huyện Mẫu", *rows)) == {
        "Quảng Phú": ("xa-quang-phu", "thi-tran-quang-phu", "new", "skip")
    }
    bare = known({"unit": "quang-phu", "title_vi": "Quảng Phú"})
    assert [*asked(of("Huyện Thanh Sơn", *rows[1:], known=bare))] == [*rows[1:]]


def test_a_name_without_a_level_is_the_only_one_that_has_it() -> None:
    there = known({"unit": "tl", "title_vi": "Xã Tân Lập"}, {"unit": "vm", "title_vi": "Võ Miếu"})
    assert named(of("Huyện Thanh Sơn", "Tân Lập", "Xã Võ Miếu", known=there)) == ["tl", "vm"]


def test_the_column_of_levels_says_what_a_title_does_not() -> None:
    town = {"unit": "tt", "title_vi": "Thanh Sơn", "level": "thị trấn"}
    assert named(of("Huyện Thanh Sơn", "Thị trấn Thanh Sơn", known=known(town))) == ["tt"]


@pytest.mark.parametrize(
    ("titles", "same"),
    [
        (("Huyện Thanh Sơn", "Thanh Sơn district"), "Thanh Sơn district"),
        (("Phòng Giáo dục", "Office of Education"), "Phòng Giáo dục"),
    ],
)
def test_a_unit_is_known_by_each_of_its_titles(titles: tuple[str, str], same: str) -> None:
    own = {"unit": "own", "title_vi": titles[0], "title_en": titles[1], "level": "huyện"}
    there = Known({"unit": "own"}, {"units": [own]})
    assert named(of(titles[0], same, "Xã Võ Miếu", known=there)) == ["own", "xa-vo-mieu"]


def test_a_title_in_the_other_language_without_a_level_is_asked_about_all_the_same() -> None:
    own = {"unit": "own", "title_vi": "Huyện Thanh Sơn", "title_en": "Thanh Sơn"}
    there = Known({"unit": "own"}, {"units": [own]})
    choices = ("own", "new", "skip")
    assert asked(of("Huyện Thanh Sơn", "Thanh Sơn", known=there)) == {"Thanh Sơn": choices}


def test_what_was_answered_to_be_new_is_there_next_year() -> None:
    said = {"Thanh Sơn": "new"}
    there = known({"unit": "ts", "title_vi": "Thanh Sơn"})
    assert named(of("Huyện Thanh Sơn", "Thanh Sơn", known=there, said=said)) == ["ts"]


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("THỊ TRẤN THANH SƠN", "thi-tran-thanh-son"),
        ("HUYỆN THANH SƠN", "huyen-thanh-son"),
    ],
)
def test_the_name_over_a_table_is_told_from_the_district_too(caption: str, unit: str) -> None:
    rows = [[caption], ["STT", "Chỉ tiêu", "Năm 2024"], ["1", "Số hộ nghèo", "10"]]
    sheet = OfficeSheet("S", [values(row) for row in rows])
    answers = Answers(SAID | {"unit": "Huyện Thanh Sơn", "titles": "vi"})
    assert named(propose(find_blocks(sheet.grid()), answers, Known())) == [unit]


@pytest.mark.parametrize("last", ["Đông Hà", "The lot"])
def test_what_is_the_sum_of_all_others_is_asked_about_whatever_it_is_called(last: str) -> None:
    lines = [["STT", "Xã", "Số hộ 2023", "Số hộ 2024", "Tỷ lệ hộ nghèo (%)"]]
    lines += [["1", "An Mỹ", "110", "120", "2"], ["2", "Tân Lập", "210", "220", "3"]]
    lines += [["3", "Hợp Tiến", "300", "300", "4"], ["4", last, "620", "640", "5"]]
    sheet = OfficeSheet("S", [["NĂM 2024"], *map(values, lines)])

    def made(said: dict[str, str]) -> Proposal:
        answers = Answers(SAID | {"unit": "Huyện Mẫu", "titles": "vi"}, {"unit-name": said})
        return propose(find_blocks(sheet.grid()), answers, Known())

    assert asked(made({})) == {last: ("whole", "new", "skip")}
    assert {*named(made({last: "whole"}))} == {"an-my", "tan-lap", "hop-tien", "huyen-mau"}
    assert "huyen-mau" not in named(made({last: "new"}))
    assert len({*named(made({last: "skip"}))}) == 3


def test_a_grand_total_is_the_unit_above_and_an_average_is_told_and_not_taken() -> None:
    lines = [["District", "Visits 2023", "Visits 2024"], ["Northfield", "10", "12"]]
    lines += [["Eastham", "20", "22"], ["Whole county", "30", "34"], ["Average", "15", "17"]]
    sheet = OfficeSheet("S", [*map(values, lines)])
    answers = Answers(SAID | {"unit": "Mercer County", "titles": "en"}, {})
    proposal = propose(find_blocks(sheet.grid()), answers, Known())
    assert {*named(proposal)} == {"northfield", "eastham", "mercer-county"}
    assert [*map(str, proposal.left_out)] == [
        "S!B5: 15; S!C5: 17 – an average of other rows, which is worked out of them"
    ]


def among(*rows: str, said: dict[str, str] | None = None) -> Proposal:
    """Propose rows for a table of communes of a district, with two numbers each."""
    lines = [["STT", "Xã", "Số hộ nghèo", "Số hộ"], *(row.split("|") for row in rows)]
    sheet = OfficeSheet("S", [["NĂM 2024"], *map(values, lines)])
    answers = Answers(SAID | {"unit": "Huyện Trần Đề", "titles": "vi"}, {"unit-name": said or {}})
    return propose(find_blocks(sheet.grid()), answers, Known())


def test_a_commune_called_as_a_mean_is_taken_where_its_numbers_are_none_of_one() -> None:
    rows = ("1|Đại Ân|10|500", "2|Trung Bình|30|700", "3|Viên An|20|600")
    for own in (rows[1], "2|Trung Bình|15|400"):
        units = {*named(among(rows[0], own, rows[2]))}
        assert units == {"dai-an", "trung-binh", "vien-an"}


@pytest.mark.parametrize(
    "row", ["2|Trung Bình|15|550", "|Trung Bình|15|550", "2|TRUNG BÌNH|15|550"]
)
def test_a_name_that_may_be_a_mean_is_asked_about(row: str) -> None:
    rows = ("1|Đại Ân|10|500", row, "3|Viên An|20|600")
    name = row.split("|")[1]
    assert asked(among(*rows)) == {name: ("new", "skip")}
    assert named(among(*rows, said={name: "new"})).count("trung-binh") == 2
    assert "trung-binh" not in named(among(*rows, said={name: "skip"}))


def test_a_mean_that_is_written_as_no_name_and_numbered_as_no_unit_is_one() -> None:
    made = among("1|Đại Ân|10|500", "|Trung bình|35|550", "2|Viên An|20|600")
    assert {*named(made)} == {"dai-an", "vien-an"}
    assert [*map(str, made.left_out)] == [
        "S!C4: 35; S!D4: 550 – an average of other rows, which is worked out of them"
    ]


def test_a_village_called_as_a_sum_is_asked_about_where_it_is_numbered_as_others_are() -> None:
    rows = ("1|Thượng|10|500", "2|Chung|30|700", "3|Hạ|20|600")
    assert asked(among(*rows)) == {"Chung": ("whole", "new", "skip")}
    assert {*named(among(*rows, said={"Chung": "new"}))} == {"thuong", "chung", "ha"}
    assert "huyen-tran-de" in named(among(*rows, said={"Chung": "whole"}))
    assert "huyen-tran-de" in named(among(rows[0], "|Chung|30|1100", rows[2]))


def test_a_unit_that_the_programme_has_is_no_mean() -> None:
    there = known({"unit": "tb", "title_vi": "Xã Trung Bình"})
    made = of("Huyện Thanh Sơn", "Xã An Mỹ", "Trung Bình", "Xã Võ Miếu", known=there)
    assert named(made) == ["xa-an-my", "tb", "xa-vo-mieu"]


def test_a_column_called_as_a_mean_beside_names_is_asked_about() -> None:
    rows = ["STT|Chỉ tiêu|Đại Ân|Trung Bình|Viên An", "1|Số hộ nghèo|10|15|20"]
    sheet = OfficeSheet("S", [["NĂM 2024"], *(values(row.split("|")) for row in rows)])

    def made(said: dict[str, str]) -> Proposal:
        answers = Answers(SAID | {"unit": "Huyện Mẫu", "titles": "vi"}, {"unit-name": said})
        return propose(find_blocks(sheet.grid()), answers, Known())

    assert asked(made({})) == {"Trung Bình": ("new", "skip")}
    assert named(made({"Trung Bình": "new"})) == ["dai-an", "trung-binh", "vien-an"]
    assert named(made({"Trung Bình": "skip"})) == ["dai-an", "vien-an"]


def test_so_is_one_over_plans_and_results() -> None:
    rows = ["Năm học|Xã Đại Ân||Trung Bình|", "|KH|TH|KH|TH", "2022-2023|97|98|96|97"]
    lines = [values(row.split("|")) for row in ("TỶ LỆ TRẺ ĐẾN TRƯỜNG (%)", *rows)]
    sheet = OfficeSheet("S", lines, ["A2:A3", "B2:C2", "D2:E2"])
    said = SAID | {"unit": "Huyện Mẫu", "titles": "vi", "set-by": "UBND"}
    blocks = find_blocks(sheet.grid())
    assert asked(propose(blocks, Answers({**said}), Known())) == {"Trung Bình": ("new", "skip")}
    made = propose(blocks, Answers({**said}, {"unit-name": {"Trung Bình": "new"}}), Known())
    assert named(made) == ["xa-dai-an", "trung-binh"]
    (_, target) = made.rows.tables["targets"]
    assert (target["unit"], target["value"]) == ("trung-binh", "96")
