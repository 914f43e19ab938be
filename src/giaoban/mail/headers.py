"""Headers with Vietnamese in them, written so that every email program shows them.

`email.policy` folds them too, but may lose or add a space where one encoded word ends.
"""

import re
from collections.abc import Iterable
from email.charset import QP, Charset
from email.header import Header
from email.headerregistry import Address
from email.policy import SMTP
from email.utils import formataddr
from urllib.parse import quote

LINE_LENGTH = 76
STRAY_BREAK = re.compile(r"\r|\n(?![ \t])")


class HeaderText(str):
    """A header that is written just so; it is ASCII, its lines are folded."""

    name: str

    def __new__(cls, name: str, text: str) -> "HeaderText":
        """Take the header's name and what it says."""
        if STRAY_BREAK.search(text):
            raise ValueError(f"a line break that would begin another header: {text!r}")
        written = super().__new__(cls, text)
        written.name = name
        return written

    def fold(self, **_: object) -> str:
        """Give the whole header, as `email` asks of one."""
        return f"{self.name}: {self}\n".replace("\n", SMTP.linesep)


def words(name: str, text: str) -> HeaderText:
    """Write a header of words (RFC 2047); a line break becomes a space."""
    return HeaderText(name, _encoded(name, " ".join(text.split())))


def people(name: str, boxes: Iterable[Address]) -> HeaderText:
    """Write a header of addresses, one to a line."""
    return HeaderText(name, ",\n ".join(_person(name, box) for box in boxes))


def file_type(kind: str, file: str) -> HeaderText:
    """Write a Content-Type that names a file, for old Outlook, which knows RFC 2047 only."""
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    return HeaderText("Content-Type", f'{kind}{charset};\n name="{_encoded("name", file)}"')


def file_name(file: str) -> HeaderText:
    """Write a Content-Disposition that names a file (RFC 2231), in one piece.

    Programs that join the pieces of a longer one are fewer.
    """
    return HeaderText(
        "Content-Disposition", f"attachment;\n filename*=utf-8''{quote(file, safe='')}"
    )


def _person(header: str, box: Address) -> str:
    if box.display_name.isascii():
        return formataddr((box.display_name, box.addr_spec))
    name = _encoded(header, box.display_name)
    gap = "\n " if len(name.rpartition("\n")[2]) + len(box.addr_spec) > LINE_LENGTH else " "
    return f"{name}{gap}<{box.addr_spec}>"


def _encoded(name: str, text: str) -> str:
    if text.isascii():
        return Header(text, maxlinelen=LINE_LENGTH, header_name=name).encode(linesep="\n")
    charset = Charset("utf-8")
    # Some programs stop at the padding that base64 leaves at the end of a word.
    charset.header_encoding = QP
    return Header(text, charset, maxlinelen=LINE_LENGTH, header_name=name).encode(linesep="\n")
