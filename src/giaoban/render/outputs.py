"""What the cells of a notebook print and display, as a page can hold it."""

import re
from collections.abc import Collection

# Of the forms in which a thing is displayed, the first that it has is shown. Of what no page may
# run, such as a widget, that is the text that comes with it.
SHOWN = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/latex",
    "text/plain",
)
# ECMA-48: a command to a terminal, such as a colour, or a text for it, such as a link's address.
COMMAND = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P^_X].*?(?:\x07|\x1b\\|\Z)|\x1b[ -/]*[0-~]?", re.S
)
# Signs that nobody sees, and that HTML may not hold.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def shown_as(data: Collection[str]) -> list[str]:
    """Choose the form in which a page shows what a cell displays.

    Parameters
    ----------
    data : collection of str
        The media types that it has.

    Returns
    -------
    list of str
        One of `SHOWN`; where it has none of them, one that the template does not know.
    """
    return [next((kind for kind in SHOWN if kind in data), "none")]


def printed(text: str) -> str:
    """Give what a cell printed as a terminal leaves it, without colours and other commands.

    Parameters
    ----------
    text : str
        As the notebook has it. Of a line that was written over, such as a progress bar, the last
        state stays.
    """
    lines = COMMAND.sub("", text).replace("\r\n", "\n").split("\n")
    last = [next((state for state in line.split("\r")[::-1] if state), "") for line in lines]
    return UNSEEN.sub("", "\n".join(last)).rstrip()
