"""Ids from titles: ``Tỷ lệ tốt nghiệp`` becomes ``ty-le-tot-nghiep``."""

import re
from collections.abc import Container

from giaoban.language.letters import without_accents

# A longer one is cut at a word.
LONGEST = 48
# Names that Windows keeps for devices.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def identifier(title: str, taken: Container[str] = ()) -> str:
    """Make an id of a title, safe as the name of a file, that is not taken.

    Parameters
    ----------
    title : str
        In any language that is written in Latin letters.
    taken : container of str
        The ids that there are.
    """
    words = re.findall(r"[a-z0-9]+", without_accents(title))
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        short = longer
    short = f"{short}-1" if _RESERVED.fullmatch(short) else short or "x"
    found, number = short, 2
    while found in taken:
        found, number = f"{short}-{number}", number + 1
    return found
