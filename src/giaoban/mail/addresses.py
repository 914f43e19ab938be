"""Email addresses: read strictly, domains as the wire has them."""

import csv
import re
from collections.abc import Iterator
from email.headerregistry import Address

import idna

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_line

_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_WORD}(?:\.{_WORD})*")
_DOTTED = re.compile(r"[^.]+(?:\.[^.]+)+")
# RFC 5321, 4.5.3.1
_LONGEST_LOCAL, _LONGEST = 64, 254
# A line of a message holds 998 octets, and a letter takes up to 9 of them.
_LONGEST_NAME = 80


def read_address(text: str, name: str = "") -> Address:
    """Read ``lan@example.vn`` or ``Lan <lan@example.vn>``.

    Parameters
    ----------
    text : str
        The address.
    name : str
        The person's name where it is not in the text.

    Returns
    -------
    Address
        A domain with other letters than ASCII is in its IDNA form.

    Raises
    ------
    GiaobanError
        Where it is malformed, or has a line break or another control character.
    """
    _refuse_breaks(name)
    _refuse_breaks(text)
    named = _NAMED.fullmatch(text.strip())
    bare = named["address"] if named else text
    local, _, domain = bare.strip().rpartition("@")
    if not local.isascii():
        template = N_("{found}: letters with accents before the @, which many mail servers refuse")
        raise GiaobanError(template, found=one_line(text))
    domain = encoded_domain(domain)
    fits = len(local) <= _LONGEST_LOCAL and len(f"{local}@{domain}") <= _LONGEST
    if not (_LOCAL.fullmatch(local) and _DOTTED.fullmatch(domain) and fits):
        template = N_("{found}: not an email address, expected one such as lan@example.vn")
        raise GiaobanError(template, found=one_line(text))
    name = " ".join((name or (named["name"] if named else "")).split())
    if len(name) > _LONGEST_NAME:
        template = N_("{found}: a name of more than {most} letters, shorten it")
        raise GiaobanError(template, found=one_line(text), most=_LONGEST_NAME)
    return Address(name, local, domain)


def read_addresses(text: str) -> Iterator[Address]:
    """Read addresses with commas between them; a name that holds a comma stands in quotes."""
    _refuse_breaks(text)
    for part in next(csv.reader([text.strip()], skipinitialspace=True), []):
        yield read_address(part)


def _refuse_breaks(text: str) -> None:
    if not text.isprintable():
        template = N_(
            "{found}: line break or control character in an address, write it on one line"
        )
        raise GiaobanError(template, found=one_line(text))


def encoded_domain(domain: str) -> str:
    """Write a domain as the wire has it; nothing where it is none."""
    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""
