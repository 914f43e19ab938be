"""Days as people write them in Vietnam: the day first, then the month."""

import re
from datetime import date

_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")


def iso_day(text: str) -> str:
    """Write a day such as ``14/3/2023``, ``14.3.2023`` or ``14-3-2023`` as ISO 8601.

    A text that is no such day stays as it is.
    """
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[4]), int(found[3]), int(found[1])).isoformat() if found else text
    except ValueError:
        return text
