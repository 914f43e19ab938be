from pathlib import Path

import pytest

from giaoban.errors import GiaobanError
from giaoban.mail import group_recipients
from giaoban.mail.recipients import Recipients, read_recipients, recipients

HEADER = "name,address,unit,language\n"
PEOPLE = HEADER + (
    "Nguyễn Thị Lan,lan@example.vn,xa-01,vi\n"
    '"Trần, Hoa",hoa@example.vn,xa-02,vi\n'
    ",mai@example.vn,xa-01,vi\n"
    "Lan,Lan@example.vn,xa-01,en\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "recipients.csv"


def test_the_options_say_who_gets_it_and_the_envelope_has_them_all() -> None:
    read = recipients("Lan <lan@example.vn>, hoa@example.vn", "mai@example.vn", "nam@example.vn")
    assert [str(address) for address in read.to] == ["Lan <lan@example.vn>", "hoa@example.vn"]
    assert read.envelope == (
        "lan@example.vn",
        "hoa@example.vn",
        "mai@example.vn",
        "nam@example.vn",
    )


def test_nobody_stands_twice_whatever_the_case() -> None:
    with pytest.raises(GiaobanError, match=r"^LAN@example\.vn: stands twice"):
        recipients("lan@example.vn", bcc="LAN@Example.vn")


def test_somebody_must_get_it() -> None:
    with pytest.raises(GiaobanError, match="no recipient, give one by --to, --cc or --bcc"):
        recipients(" ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_table_gives_each_units_people_their_report_in_their_language(
    table: Path, encoding: str, separator: str
) -> None:
    text = PEOPLE.replace('"Trần, Hoa"', "Trần Hoa").replace(",", separator)
    table.write_text(text, encoding)
    groups = {key: [str(a) for a in group.to] for key, group in read_recipients(table).items()}
    assert groups == {
        ("xa-01", "vi"): ["Nguyễn Thị Lan <lan@example.vn>", "mai@example.vn"],
        ("xa-02", "vi"): ["Trần Hoa <hoa@example.vn>"],
        ("xa-01", "en"): ["Lan <Lan@example.vn>"],
    }


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Lan,lan@,xa-03,vi", "recipients.csv:6:address: lan@: not an email address"),
        ("Lan,LAN@example.vn,xa-01,vi", "recipients.csv:6:address: duplicate key"),
        ("Lan,lan@example.vn,xa-03,xx", "recipients.csv:6:language: no such language (found xx)"),
        ("Lan,,xa-03,vi", "recipients.csv:6:address: missing value"),
        ("Lan,lan@example.vn,,vi", "recipients.csv:6:unit: missing value"),
        ("Lan,lan@example.vn,xa 3,vi", "recipients.csv:6:unit: not a safe id"),
        ("Lan,lan@example.vn,xa-03", "recipients.csv:6:-: wrong number of cells (found 3 cells)"),
        (
            '"Lan\nBcc: x@y.vn",lan@example.vn,xa-03,vi',
            "recipients.csv:6:address: Lan Bcc: x@y.vn: line break",
        ),
        ("Lan,đức@example.vn,xa-03,vi", "recipients.csv:6:address: đức@example.vn: letters"),
    ],
)
def test_a_row_that_will_not_do_is_named(table: Path, row: str, told: str) -> None:
    table.write_text(PEOPLE + row + "\n", "utf-8")
    with pytest.raises(GiaobanError) as error:
        read_recipients(table)
    assert [line[: len(told)] for line in str(error.value).splitlines()] == [told]


def test_all_rows_that_will_not_do_are_named_at_once(table: Path) -> None:
    table.write_text(HEADER + "a,b,c,vi\nd,e,f,vi\n", "utf-8")
    with pytest.raises(GiaobanError) as error:
        read_recipients(table)
    assert len(str(error.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,address,unit\nLan,lan@example.vn,x\n", "recipients.csv:1:language: missing column"),
        ("", "recipients.csv:1:-: the file is empty"),
        (HEADER, "no recipient, add a row for each person"),
    ],
)
def test_a_table_that_is_no_list_of_recipients_is_refused(
    table: Path, text: str, told: str
) -> None:
    table.write_text(text, "utf-8")
    with pytest.raises(GiaobanError) as error:
        read_recipients(table)
    assert told in str(error.value)


def test_a_table_that_is_not_there_is_named(table: Path) -> None:
    with pytest.raises(GiaobanError, match=r"recipients\.csv: no such file"):
        read_recipients(table)


def grouped(table: Path, unit: str = "", lang: str = "") -> dict[tuple[str, str], Recipients]:
    return group_recipients((), (), (), table, unit, lang)


def test_those_whom_the_options_name_get_the_report_of_the_unit_and_language_asked_for() -> None:
    groups = group_recipients(
        ["lan@example.vn, hoa@example.vn", "mai@example.vn"],
        [],
        ["nam@example.vn"],
        None,
        "xa-01",
        "",
    )
    ((key, people),) = groups.items()
    assert key == ("xa-01", "")
    assert [len(part) for part in (people.to, people.cc, people.bcc)] == [3, 0, 1]
    assert not people.listed


def test_of_a_list_those_of_the_unit_and_language_asked_for_get_their_report(table: Path) -> None:
    table.write_text(PEOPLE, "utf-8")
    asked = {"": {}, "unit": {"unit": "xa-01"}, "lang": {"lang": "vi"}}
    found = {name: set(grouped(table, **words)) for name, words in asked.items()}
    one, two, english = ("xa-01", "vi"), ("xa-02", "vi"), ("xa-01", "en")
    assert found == {"": {one, two, english}, "unit": {one, english}, "lang": {one, two}}
    assert all(people.listed for people in grouped(table).values())
    with pytest.raises(GiaobanError, match="nobody for this unit and language"):
        grouped(table, "xa-02", "en")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_people_named_beside_a_list_are_refused_before_it_is_read(table: Path, place: int) -> None:
    named: list[list[str]] = [[], [], []]
    named[place] = ["lan@example.vn"]
    to, cc, bcc = named
    with pytest.raises(GiaobanError, match="people are named twice"):
        group_recipients(to, cc, bcc, table, "", "")
