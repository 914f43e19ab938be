import re

import pytest

from giaoban.addresses import mailboxes
from giaoban.errors import GiaobanError


def test_addresses_are_read_with_their_names_each_once() -> None:
    found = mailboxes(["a@b.vn, Nguyễn Văn A <c@d.vn>", '"Trần, B" <e@f.vn>', "A@B.vn"])
    assert [(box.display_name, box.addr_spec) for box in found] == [
        ("", "a@b.vn"),
        ("Nguyễn Văn A", "c@d.vn"),
        ("Trần, B", "e@f.vn"),
    ]
    assert mailboxes(["", " "]) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("a", "a@", "@b.vn", "a@b@c.vn", "a b@c.vn", "a..b@c.vn", "<a@b.vn", "a@b.vn; c@d.vn"),
        *(
            "Nguyễn, A <a@b.vn>",
            "nhóm: a@b.vn;",
            "ă@b.vn",
            "a@mỹ.vn",
            "a@-b.vn",
            "a@b..vn",
            "a@b,,c@d",
        ),
    ],
)
def test_a_malformed_address_is_told_by_what_was_written(text: str) -> None:
    with pytest.raises(GiaobanError, match=re.escape(f"malformed address (found {text})")):
        mailboxes([text])


@pytest.mark.parametrize(
    "text", ["a@b.vn\r\nBcc: x@y.vn", "A\n <a@b.vn>", "a@b.vn\n", "a\x00@b.vn", "a@b.vn\u2028"]
)
def test_a_line_break_in_an_address_is_refused(text: str) -> None:
    with pytest.raises(GiaobanError, match="holds a line break"):
        mailboxes([text])


def test_a_line_break_hidden_in_an_encoded_name_is_refused() -> None:
    with pytest.raises(GiaobanError, match="malformed"):
        mailboxes(["=?utf-8?q?A=0ABcc:_x@y.vn?= <a@b.vn>"])
