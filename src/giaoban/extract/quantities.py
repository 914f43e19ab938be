"""Numbers that count or measure, with their unit."""

import re
from collections.abc import Iterable
from dataclasses import replace

from giaoban.extract.mentions import Mention, Quantity, Rule, rule
from giaoban.numerals import readings

NUMBER = (
    r"(?<![0-9])(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?(?=\s*(?:%|[^\W\d_]))"
    r"|[0-9]+(?:[.,][0-9]+)*)"
)
# At the head of a text a dash may be that of a list.
SIGNED = rf"(?:(?<=\S\s|.\()[−-](?=[0-9])|\+(?=[0-9]))?{NUMBER}"
PERCENT = r"\s*(?:%|phần trăm)"
_POINTS = r"\s*điểm\s*(?:phần trăm|%)"
_SCALE = r"trăm|nghìn|ngàn|vạn|triệu|t[ỷỉ](?!\s+(?:lệ|trọng|suất))"
_MEASURED = (
    r"đồng(?!\s+(?:chí|bào|hồ|đội|minh))|usd|đô la|ha|hécta|héc ta|km2|km²|km|m2|m²|m3|m³|m|tấn|tạ|"
    r"kg|lít|lần(?!\s+lượt)|tuổi|điểm(?!\s+(?:nghẽn|dân|cầu|trường|sáng|du|đen|nóng|bán))|‰|giờ|mw|kwh|độ"
)
_PER = r"(?:\s*/\s*[^\W\d_]+){0,2}"
MEASURE = re.compile(
    rf"\s*(?P<unit>(?:(?:{_SCALE})\s+)*(?:{_MEASURED})(?!\w){_PER}|(?:{_SCALE})(?!\w))",
    re.IGNORECASE,
)
# With these what was counted, or what was said of it, is at its end.
FUNCTION = frozenset(
    re.findall(
        r"\S+",
        "và hoặc hay trong so của đến tới từ là thì mà với cho do bởi đã đang sẽ được bị "
        "có không cũng nên để khi tại ở trên dưới vào ra về theo nhưng tăng giảm đạt "
        "bằng vượt chiếm còn trở năm tháng này nay đó các những thuộc hoàn lên xuống cao "
        "thấp gồm như qua trước sau",
    )
)
_COUNTED = re.compile(r"\s*(?P<unit>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})")
SAID = re.compile(
    r"(?:đạt|là|có|được|còn|bằng|chiếm|lên|xuống|tới|đến|trên|hơn|khoảng|gần|dưới|tăng|giảm|vượt|"
    r"nạp|nhất|thiểu|đa|quá|ước|xỉ|mới|tổng|số|giao|:|\|)\s*$",
    re.IGNORECASE,
)
# So many signs before a number hold the word that speaks of an amount.
NEAR = 40
# In a list a number may stand behind what it counts.
_NAMED = re.compile(r"[^\W\d_]+\s+(?-i:[a-zà-ỹđ])+:?\s$", re.IGNORECASE)
_IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)[^.;]*$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:[,;()]|\.(?!\d)|$)")


def quantity(text: str, start: int, end: int, bound: str = "", before: bool = False) -> Mention:
    """Make a quantity of a number, with the unit that follows it.

    A number with no unit is one only where what stands before it speaks of an amount.
    """
    plain = Quantity(start, end, "quantity", number=text[start:end], bound=bound, before=before)
    tail = text[end:]
    if re.match(r"\s?[¼-¾⅐-⅞]", tail):
        return Mention(start, end, "unplaced")
    if points := re.match(_POINTS, tail, re.IGNORECASE):
        return replace(plain, end=end + points.end(), measure="points")
    if percent := re.match(PERCENT, tail, re.IGNORECASE):
        after = end + percent.end()
        # What is to be pasted must read as a number: the words for a percent sign do not.
        printed = text[start:after] if percent[0].endswith("%") else plain.number
        return replace(plain, end=after, number=printed, measure="percent")
    if measure := MEASURE.match(tail):
        unit = " ".join(filter(None, (measure["unit"], counted(tail[measure.end() :]))))
        return replace(plain, end=end + measure.end(), measure="other", unit=unit)
    unit = counted(tail)
    if not readings(plain.number):
        return Mention(start, end, "unplaced")
    if not (unit or bound or before or _speaks_of_amount(text, start, tail)):
        return Mention(start, end, "unplaced")
    return replace(plain, measure="count" if unit else "", unit=unit)


def _speaks_of_amount(text: str, start: int, tail: str) -> bool:
    """Say whether a number with no unit is an amount: “đạt 28”, or “khiển trách 28, …”."""
    lead = text[max(0, start - NEAR) : start]
    return bool(
        SAID.search(lead) or _IN_TURN.search(lead) or (_NAMED.search(lead) and _LISTED.match(tail))
    )


def counted(tail: str) -> str:
    """Give the words right after a number that say what it counts."""
    match = _COUNTED.match(tail)
    words = match["unit"].split() if match else []
    end = next((n for n, word in enumerate(words) if word.lower() in FUNCTION), len(words))
    return " ".join(words[:end])


def _single(match: re.Match[str]) -> Iterable[Mention]:
    yield quantity(match.string, *match.span())


QUANTITIES: tuple[Rule, ...] = (rule(SIGNED, _single),)
