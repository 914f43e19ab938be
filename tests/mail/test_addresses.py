import pytest

from giaoban.errors import GiaobanError
from giaoban.mail.addresses import read_address, read_addresses


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("lan@example.vn", ["lan@example.vn"]),
        (" lan@example.vn , <hoa@example.vn>", ["lan@example.vn", "hoa@example.vn"]),
        ("Nguyễn Thị Lan <lan@example.vn>", ["Nguyễn Thị Lan <lan@example.vn>"]),
        ('"Lan, Nội vụ" <lan@example.vn>', ['"Lan, Nội vụ" <lan@example.vn>']),
        ("o'hara+a_b@mail.example.vn", ["o'hara+a_b@mail.example.vn"]),
        ("lan@mỹđức.vn", ["lan@xn--mc-qma4761aica.vn"]),
        ("", []),
    ],
)
def test_addresses_are_read_with_their_names(text: str, read: list[str]) -> None:
    assert [str(address) for address in read_addresses(text)] == read


@pytest.mark.parametrize(
    "text",
    [
        "lan",
        "lan@",
        "@example.vn",
        "lan@example",
        "lan@example.vn.",
        "lan@example..vn",
        "lan@-example.vn",
        "lan@exam_ple.vn",
        "lan@[127.0.0.1]",
        "lan hoa@example.vn",
        "lan.@example.vn",
        ".lan@example.vn",
        "lan@hoa@example.vn",
        '"lan hoa"@example.vn',
        "Lan <lan@example.vn",
        "Lan <lan@example.vn> x",
        "Nguyễn, Lan <lan@example.vn>",
        "lan@example.vn; hoa@example.vn",
        "lan@example.vn hoa@example.vn",
        "lan@example.vn,,hoa@example.vn",
        "lan@example.vn,",
        f"{'l' * 65}@example.vn",
        f"lan@{'a.' * 125}vn",
    ],
)
def test_what_is_no_address_is_refused_in_words(text: str) -> None:
    with pytest.raises(GiaobanError, match="not an email address, expected one such as"):
        list(read_addresses(text))


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n ", "\x00", "\u2028", "\x85"])
@pytest.mark.parametrize(
    "where", ["{}lan@example.vn", "Lan{} <lan@example.vn>", "lan@example.vn{}"]
)
def test_a_line_break_is_refused_wherever_it_stands(sign: str, where: str) -> None:
    with pytest.raises(GiaobanError, match="line break or control character"):
        list(read_addresses(where.format(sign)))
    with pytest.raises(GiaobanError, match="line break or control character"):
        read_address("lan@example.vn", f"Lan{sign}Bcc: hoa@example.vn")


def test_an_accent_before_the_at_sign_is_refused_in_words() -> None:
    with pytest.raises(GiaobanError, match=r"^đức@example\.vn: letters with accents before the @"):
        read_address("đức@example.vn")
