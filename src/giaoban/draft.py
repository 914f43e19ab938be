"""A draft: a file that an email program opens as a message not sent yet."""

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

from giaoban import headers
from giaoban.addresses import mailboxes
from giaoban.files import write_atomically
from giaoban.letter import Letter


def write_draft(letter: Letter, bcc: Iterable[str], path: Path) -> Path:
    """Write a letter as a draft.

    The hidden recipients stand in it: without them they would be lost, and the program that
    sends it takes them off.
    """
    message = deepcopy(letter.message)
    message["X-Unsent"] = "1"
    if hidden := mailboxes(bcc):
        message["Bcc"] = headers.people("Bcc", hidden)
    return write_atomically(path, bytes(message))
