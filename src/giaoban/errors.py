"""The one public exception, and how a fault in the input is told."""

from dataclasses import dataclass

SHOWN = 120


class GiaobanError(Exception):
    """Something that the user can mend.

    Parameters
    ----------
    message : str
        Where it is, what was found, what is expected, what to do.
    exit_code : int
        2 where the input or the call is wrong, 1 where something failed while working.
    """

    def __init__(self, message: str, exit_code: int = 2) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a data package, told as ``FILE:ROW:COLUMN: problem (found …), expected …``.

    Rows count as a spreadsheet counts them: the header is row 1. In ``datapackage.json`` the
    row is the name of the part that is wrong.
    """

    file: str
    row: int | str
    column: str
    problem: str
    found: str
    expected: str

    def __str__(self) -> str:
        found = f" (found {_one_line(self.found)})" if self.found else ""
        place = f"{self.file}:{self.row}:{_one_line(self.column)}"
        return f"{place}: {self.problem}{found}, {self.expected}"


def _one_line(text: str) -> str:
    """Show a cell within a line: no line break, no endless text."""
    flat = "".join(sign if sign.isprintable() else " " for sign in text)
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


def nearest(name: str, known: list[str]) -> str:
    """Say which known name a misspelt one comes nearest to, or list them all."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else f"expected one of {', '.join(known)}"
