"""Means, and numbers of each year: “trung bình mỗi năm 150”, “150 đảng viên/năm”."""

import re

from giaoban.extract.movement import compiled
from giaoban.extract.sentences import Around

_MEAN = r"(?:trung bình|bình quân)(?!\s+đầu người)"
_EACH_YEAR = r"(?:(?:mỗi|hàng|hằng|một|1)\s+năm|/\s*năm)"
_LEADS_TO_MEAN = compiled(rf"{_MEAN}[^;]*?{_EACH_YEAR}|{_EACH_YEAR}[^;]*?{_MEAN}")
_SAYS_MEAN = compiled(rf"(?<!\w){_MEAN}(?!\w)")
_YEARLY = compiled(rf"\s*(?:[^\W\d_]+\s+){{0,4}}(?:[^\W\d_]+)?\s*{_EACH_YEAR}")
_BY_YEAR = compiled(r"(?<!\w)(?:mỗi|từng|hàng|hằng)\s+năm(?!\w)")
_A_YEAR = compiled(
    r"\s*(?:[^\W\d_]+\s+){0,4}(?:[^\W\d_]+)?\s*"
    r"(?:/\s*(?:1\s+)?năm|(?:mỗi|một|từng|hàng|hằng)\s+năm)(?!\w)"
)


def is_mean(place: Around) -> bool:
    """Say whether a number is a mean of several years."""
    if _LEADS_TO_MEAN.search(place.lead):
        return True
    return bool(_SAYS_MEAN.search(place.lead) and _YEARLY.match(place.tail))


def says_mean(place: Around) -> bool:
    """Say whether a number is called a mean."""
    return bool(_SAYS_MEAN.search(place.lead))


def by_year(place: Around, unit: str) -> bool:
    """Say whether a number is one of each year: “mỗi năm 150”, “150 đảng viên/năm”."""
    per = re.search(r"/\s*năm(?!\w)", unit, re.IGNORECASE)
    return bool(per or _A_YEAR.match(place.tail) or _BY_YEAR.search(place.lead))
