"""Whether what an amount is printed in is what an indicator of the programme is in."""

import re

# A year's income a head is income a head: the period says the year.
_A_YEAR = re.compile(r"\s*/\s*năm$")


def plainly(unit: str) -> str:
    """Write a unit of measure in one way: no capitals, one space, none around a slash."""
    flat = re.sub(r"\s*/\s*", "/", " ".join(unit.lower().split()))
    return _A_YEAR.sub("", flat).replace("tỉ", "tỷ")


def same_unit(printed: str, unit: str) -> bool:
    """Say whether an amount is printed in a unit; what was counted may follow: tấn thóc.

    Parameters
    ----------
    printed : str
        The words behind the number.
    unit : str
        What an indicator is in. Millions are no thousand millions: nothing is converted.
    """
    have, wanted = plainly(printed), plainly(unit)
    return bool(wanted) and (have == wanted or have.startswith(f"{wanted} "))
