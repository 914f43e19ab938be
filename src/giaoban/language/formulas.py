"""What a spreadsheet would run when it opens a CSV file, and how it is kept from that."""

import re
from typing import TypeVar

from giaoban.language.numbers import readings

Cell = TypeVar("Cell")
# As OWASP lists them under CSV injection, of full width too; a bare sign, as of a qualifier, runs
# nothing.
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠](?s:.+)")
# Words and brackets behind a signed number call nothing: no function, no cell, no other program.
NUMBER_AND_WORDS = re.compile(r"[+-][\d.,]+%?(?: \([+-]?[\d.,]+%?\))?(?:[ ;:,]+[^\W\d_]+)*")


def defused(cell: Cell) -> Cell | str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    Parameters
    ----------
    cell : object
        A cell of a CSV file. What is no text, a number written as text (``-4.05``, ``-3,2%``),
        and a signed number with its measure (``+4.05 percentage points``) stay as they are.

    References
    ----------
    OWASP, *CSV Injection*, https://owasp.org/www-community/attacks/CSV_Injection.
    """
    if not isinstance(cell, str) or not FORMULA.fullmatch(cell):
        return cell
    signed = cell[0] in "+-" and (readings(cell) or NUMBER_AND_WORDS.fullmatch(cell))
    return cell if signed else f"'{cell}"
