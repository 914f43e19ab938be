"""Addresses as people write them, read or refused."""

import re
from collections.abc import Iterable
from email.headerregistry import Address, HeaderRegistry
from typing import Any

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

DOMAIN = re.compile(r"(?!-)[A-Za-z0-9-]+(?<!-)(\.(?!-)[A-Za-z0-9-]+(?<!-))*|\[[0-9A-Fa-f.:]+\]")


def mailboxes(texts: Iterable[str]) -> tuple[Address, ...]:
    """Read addresses, several to a text with commas between, each once.

    Raises
    ------
    GiaobanError
        Where one is malformed or holds a line break.
    """
    return once(box for text in texts if text.strip() for box in _parsed(text))


def once(boxes: Iterable[Address]) -> tuple[Address, ...]:
    """Keep the first of each address, whatever its capitals."""
    first: dict[str, Address] = {}
    for box in boxes:
        first.setdefault(box.addr_spec.lower(), box)
    return tuple(first.values())


def _parsed(text: str) -> Iterable[Address]:
    # A line break would start a header of its own.
    if not text.isprintable():
        form = N_("an address holds a line break or another sign that cannot be printed ({found})")
        raise GiaobanError(form, found=repr(text))
    try:
        header: Any = HeaderRegistry()("To", text)
    except (IndexError, ValueError):
        raise _malformed(text) from None
    grouped = any(group.display_name for group in header.groups)
    if header.defects or grouped or not all(map(_whole, header.addresses)):
        raise _malformed(text)
    return header.addresses


def _whole(box: Address) -> bool:
    return bool(box.username and box.addr_spec.isascii() and DOMAIN.fullmatch(box.domain))


def _malformed(text: str) -> GiaobanError:
    form = N_(
        "malformed address (found {found}), expected name@place.vn or Name <name@place.vn>, "
        "with commas between several"
    )
    return GiaobanError(form, found=text)
