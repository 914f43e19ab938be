"""The unit that a number is of: the one that is named by it, else the programme's own."""

import re

from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.entry import Entry
from giaoban.extract.named import Names

# No unit is looked for further from a number.
REACH = 1000
# “12 đảng viên tại xã Hồng Sơn”
_BEHIND = re.compile(r"[^\d,;.()|]*?\s(?:tại|ở|của|thuộc)(?P<unit>\s[^\n,;.()|]+)")
_SENTENCE_ENDS = re.compile(r"[.!?…]\s")
_CLAUSE_ENDS = re.compile(r"[;.](?=\s)|,(?=\s)|\)")


def unit_of(entry: Entry, names: Names, own: str) -> tuple[str, list[Doubt]]:
    """Find the unit of a number.

    Parameters
    ----------
    entry : Entry
        The number, where it stands.
    names : Names
        What the programme's units are called.
    own : str
        The programme's own unit.

    Returns
    -------
    unit : str
        Empty where several are named, or one that the programme does not have.
    doubts : list of Doubt
        Where it is empty, or was named further before.
    """
    text, start, end = entry.passage.text, entry.mention.start, entry.mention.end
    behind = _BEHIND.match(text[end : end + REACH])
    named = names.last(behind["unit"]) if behind else None
    if named is not None and len(named.codes) == 1 and named.codes[0]:
        return named.codes[0], []
    before = text[max(0, start - REACH) : start]
    named = names.last(before)
    if named is None or not named.codes:
        return own, []
    since, told = before[named.end :], ", ".join(named.names)
    if _SENTENCE_ENDS.search(since):
        # Another sentence may speak of the whole again.
        return own, [doubt("unit_before", unit=told)]
    if len(named.codes) > 1:
        return "", [doubt("several_units", units=told)]
    if not named.codes[0]:
        return "", [doubt("unit_unknown", unit=told)]
    apart = named.codes[0] != own and _CLAUSE_ENDS.search(since)
    return named.codes[0], [doubt("unit_before", unit=told)] if apart else []
