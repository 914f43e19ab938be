from email import message_from_string
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from giaoban.mail.headers import HeaderText, file_name, file_type, people, words

LONG = "Hội nghị giao ban Chương trình 04-CTr/HU – Huyện Mỹ Đức – 14/03/2023 " * 3


def written(header: HeaderText) -> str:
    return header.fold(policy=SMTP)


def decoded(header: HeaderText) -> str:
    _, _, value = written(header).partition(": ")
    return str(make_header(decode_header(value.replace("\r\n", "\n").rstrip("\n"))))


def test_words_come_back_letter_by_letter_from_lines_that_fit() -> None:
    header = words("Subject", LONG.strip())
    assert decoded(header) == LONG.strip()
    assert max(map(len, written(header).splitlines())) <= 78
    assert written(header).isascii()


def test_no_encoded_word_holds_half_a_letter() -> None:
    lines = str(words("Subject", LONG)).splitlines()
    assert len(lines) > 3
    assert [str(make_header(decode_header(line.strip()))) for line in lines]


def test_people_keep_their_names_and_their_places() -> None:
    boxes = [
        Address("Trần Thị Bích Phượng Đặng Hoàng Yến Nhi", "x", "y.vn"),
        Address("Nguyễn, A", "a", "b.vn"),
        Address("Office, second", "c", "d.vn"),
        Address("", "e", "f.vn"),
    ]
    header = people("To", boxes)
    assert decoded(header).replace("\n", "").split(", ", 1)[0] == (
        "Trần Thị Bích Phượng Đặng Hoàng Yến Nhi <x@y.vn>"
    )
    message = message_from_string(written(header) + "\r\n", EmailMessage, policy=SMTP)
    found = message["To"].addresses
    assert [box.addr_spec for box in found] == ["x@y.vn", "a@b.vn", "c@d.vn", "e@f.vn"]
    assert [box.display_name for box in found[1:]] == ["Nguyễn, A", "Office, second", ""]
    assert max(map(len, written(header).splitlines())) <= 78


@pytest.mark.parametrize("name", ["04-CTr-HU Huyện Mỹ Đức.html", "plain name.pdf"])
def test_a_file_is_named_both_ways(name: str) -> None:
    kind, place = file_type("text/html", name), file_name(name)
    message = message_from_string(written(kind) + written(place) + "\r\n", policy=SMTP)
    assert message.get_filename() == name
    old = str(message.get_param("name", header="content-type"))
    assert str(make_header(decode_header(old))) == name
    assert written(place).count("filename") == 1


def test_a_line_break_that_would_begin_another_header_is_refused() -> None:
    for text in ("x\nBcc: y@z.vn", "x\r\nBcc: y@z.vn", "x\r y"):
        with pytest.raises(ValueError, match="another header"):
            HeaderText("Subject", text)
    assert "\n" not in words("Subject", "One\nBcc: y@z.vn")
