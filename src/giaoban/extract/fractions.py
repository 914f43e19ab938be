"""Parts of a whole: “45/48 chi bộ”, and the days that look like them."""

import re
from collections.abc import Iterable

from giaoban.extract.mentions import Mention, Quantity, Rule, rule
from giaoban.extract.quantities import MEASURE, NEAR, NUMBER, PERCENT, SAID, counted
from giaoban.numerals import readings

_SHARE_BESIDE = re.compile(rf"\s*\(\s*{NUMBER}{PERCENT}", re.IGNORECASE)
_OF_WHOM = re.compile(r"\s+(?:có|đạt|được|hoàn thành)(?!\w)", re.IGNORECASE)
_ONE_OF_MANY = r"(?:\s*/\s*|\s+trên\s+(?:tổng số\s+)?)"


def _fraction(match: re.Match[str]) -> Iterable[Mention]:
    part, whole = match["part"], match["whole"]
    text, end = match.string, match.end()
    measure = MEASURE.match(text[end:])
    unit = measure["unit"] if measure else counted(text[end:])
    said = SAID.search(text[max(0, match.start() - NEAR) : match.start()])
    beside = _SHARE_BESIDE.match(text[end:])
    if unit or said or beside or (_OF_WHOM.match(text[end:]) and _is_part(part, whole)):
        number = text[match.start() : end]
        yield Quantity(
            *match.span(),
            "quantity",
            number=number,
            measure="counts",
            unit=unit,
            counts=(part, whole),
        )


def _is_part(part: str, whole: str) -> bool:
    """Say whether two numbers can be a part and its whole."""
    least, most = (readings(number) for number in (part, whole))
    return bool(least and most and max(least) <= min(most))


def _bare_day(match: re.Match[str]) -> Iterable[Mention]:
    """Take 14/3 for a day: as a part of a whole it would be more than all."""
    if int(match["day"]) > int(match["month"]):
        yield Mention(*match.span(), "date")


FRACTIONS: tuple[Rule, ...] = (
    rule(rf"(?P<part>{NUMBER}){_ONE_OF_MANY}(?P<whole>{NUMBER})(?!/)", _fraction),
    rule(r"(?P<day>3[01]|[12][0-9]|0?[1-9])/(?P<month>1[0-2]|0?[1-9])(?![/.,]?\d)", _bare_day),
)
