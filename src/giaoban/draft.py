"""A draft: a file that an email program opens as a message not sent yet."""

from collections.abc import Sequence
from copy import deepcopy
from email.headerregistry import Address
from pathlib import Path

from giaoban import headers
from giaoban.files import write_atomically
from giaoban.letter import Letter


def write_draft(letter: Letter, bcc: Sequence[Address], path: Path) -> Path:
    """Write a letter as a draft.

    The hidden recipients stand in it: without them they would be lost, and the program that
    sends it takes them off. It is readable by its owner alone.
    """
    message = deepcopy(letter.message)
    message["X-Unsent"] = "1"
    if bcc:
        message["Bcc"] = headers.people("Bcc", bcc)
    return write_atomically(path, bytes(message), mode=0o600)
