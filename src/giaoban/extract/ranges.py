"""Two numbers of which one thing is said: a range, or a way from one to the other."""

import re
from collections.abc import Iterable
from dataclasses import replace

from giaoban.extract.mentions import Mention, Quantity, Rule, rule
from giaoban.extract.quantities import NUMBER, PERCENT, quantity
from giaoban.numerals import readings

_BETWEEN = r"\s*[-–—]\s*|\s+(?:đến|tới)\s+"


def _range(match: re.Match[str]) -> Iterable[Mention]:
    """Take both ends of a range; what it is a range of may stand after the second only."""
    if _falls(match):
        yield from _moved(match)
        return
    low = quantity(match.string, *match.span("low"), bound=">=")
    high = quantity(match.string, *match.span("high"), bound="<=")
    if isinstance(low, Quantity) and isinstance(high, Quantity) and not low.measure:
        low = replace(low, measure=high.measure, unit=high.unit)
    yield from (low, high)


def _falls(match: re.Match[str]) -> bool:
    """Say whether it is no range but a way down: “giảm từ 12 đến 7 vụ”."""
    low, high = (readings(match[end]) for end in ("low", "high"))
    said_from = re.search(r"(?<!\w)từ\s*$", match.string[: match.start()], re.IGNORECASE)
    return bool(said_from and low and high and min(low) > max(high))


def _moved(match: re.Match[str]) -> Iterable[Mention]:
    yield quantity(match.string, *match.span("low"), before=True)
    yield quantity(match.string, *match.span("high"))


RANGES: tuple[Rule, ...] = (
    rule(
        rf"từ\s+(?P<low>{NUMBER})(?:{PERCENT})?(?:\s+[^\W\d_]+){{0,4}}?\s+"
        rf"(?:lên|xuống|còn)(?:\s+(?:đến|tới|còn))?\s+(?P<high>{NUMBER})",
        _moved,
    ),
    rule(rf"(?P<low>{NUMBER})(?:{PERCENT})?(?:{_BETWEEN})(?P<high>{NUMBER})", _range),
)
