"""Numbers that count or measure, with their unit; shares of a whole, ranges, numbers in words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from giaoban.extract.vietnamese.mentions import Matcher, Mention, Quantity, compiled, matcher
from giaoban.extract.vietnamese.times import DAY, MONTH
from giaoban.language import readings

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
MEASURE = compiled(
    rf"\s*(?P<unit>(?:(?:{_SCALE})\s+)*(?:{_MEASURED})(?!\w){_PER}|(?:{_SCALE})(?!\w))"
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
QUALIFIED = compiled(
    r"(?:đạt|là|có|được|còn|bằng|chiếm|lên|xuống|tới|đến|trên|hơn|khoảng|gần|dưới|tăng|giảm|vượt|"
    r"nạp|nhất|thiểu|đa|quá|ước|xỉ|mới|tổng|số|giao|:|\|)\s*$"
)
# So many signs before a number hold the word that speaks of an amount.
NEAR = 40
# In a list a number may stand behind what it counts.
_NAMED = compiled(r"[^\W\d_]+\s+(?-i:[a-zà-ỹđ])+:?\s$")
_IN_TURN = compiled(r"(?<!\w)lần lượt(?!\w)[^.;]*$")
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
        QUALIFIED.search(lead)
        or _IN_TURN.search(lead)
        or (_NAMED.search(lead) and _LISTED.match(tail))
    )


def counted(tail: str) -> str:
    """Give the words right after a number that say what it counts."""
    match = _COUNTED.match(tail)
    words = match["unit"].split() if match else []
    end = next((n for n, word in enumerate(words) if word.lower() in FUNCTION), len(words))
    return " ".join(words[:end])


def _single(match: re.Match[str]) -> Iterable[Mention]:
    yield quantity(match.string, *match.span())


QUANTITIES: tuple[Matcher, ...] = (matcher(SIGNED, _single),)


_SHARE_BESIDE = compiled(rf"\s*\(\s*{NUMBER}{PERCENT}")
_OF_WHOM = compiled(r"\s+(?:có|đạt|được|hoàn thành)(?!\w)")
# “tăng 1 người (5/4 người)”: so many then, and no plan.
_COMPARES = compiled(r"(?<!\w)(?:tăng|giảm|cùng kỳ|năm trước)(?!\w)[^,;.]*$")
_DAY = re.compile(rf"{DAY}/{MONTH}")
_ONE_OF_MANY = r"(?:\s*/\s*|\s+trên\s+(?:tổng số\s+)?)"


def _fraction(match: re.Match[str]) -> Iterable[Mention]:
    part, whole = match["part"], match["whole"]
    text, end = match.string, match.end()
    measure = MEASURE.match(text[end:])
    unit = measure["unit"] if measure else counted(text[end:])
    lead = text[max(0, match.start() - NEAR) : match.start()]
    said, more = QUALIFIED.search(lead), _is_more(part, whole)
    beside = _SHARE_BESIDE.match(text[end:])
    if more and not (measure or beside) and _is_day(match[0], said, lead):
        return
    if unit and more and not beside and not _COMPARES.search(lead):
        of = "other" if measure else "count"
        for each, kind in (("part", "figure"), ("whole", "target")):
            yield Quantity(
                *match.span(each),
                "quantity",
                number=match[each],
                measure=of,
                unit=unit,
                paired=kind,
            )
    elif unit or said or beside or (_OF_WHOM.match(text[end:]) and _is_part(part, whole)):
        number = text[match.start() : end]
        yield Quantity(
            *match.span(),
            "quantity",
            number=number,
            measure="counts",
            unit=unit,
            counts=(part, whole),
        )


def _is_day(printed: str, said: re.Match[str] | None, lead: str) -> bool:
    """Say whether no amount is spoken of: “đến 30/6 toàn huyện …”, “dịp 27/7 tặng …”."""
    until = said is None or said[0].strip().lower() in ("đến", "tới")
    return until and not lead.endswith("(") and bool(_DAY.fullmatch(printed))


def _is_part(part: str, whole: str) -> bool:
    """Say whether two numbers can be a part and its whole."""
    least, most = (readings(number) for number in (part, whole))
    return bool(least and most and max(least) <= min(most))


def _is_more(part: str, whole: str) -> bool:
    """Say whether so many were done of fewer that were planned: “165/150 đảng viên”."""
    least, most = (readings(number) for number in (part, whole))
    return bool(least and most and min(least) > max(most))


def _bare_day(match: re.Match[str]) -> Iterable[Mention]:
    """Take 14/3 for a day: as a part of a whole it would be more than all."""
    if int(match["day"]) > int(match["month"]):
        yield Mention(*match.span(), "date")


FRACTIONS: tuple[Matcher, ...] = (
    matcher(rf"(?P<part>{NUMBER}){_ONE_OF_MANY}(?P<whole>{NUMBER})(?!/)", _fraction),
    matcher(rf"(?P<day>{DAY})/(?P<month>{MONTH})(?![/.,]?\d)", _bare_day),
)


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


RANGES: tuple[Matcher, ...] = (
    matcher(
        rf"từ\s+(?P<low>{NUMBER})(?:{PERCENT})?(?:\s+[^\W\d_]+){{0,4}}?\s+"
        rf"(?:lên|xuống|còn)(?:\s+(?:đến|tới|còn))?\s+(?P<high>{NUMBER})",
        _moved,
    ),
    matcher(
        rf"(?P<low>{NUMBER})(?:{PERCENT})?(?:{_BETWEEN})(?P<high>{NUMBER})(?!/(?:1[0-2]|[1-9])\b)",
        _range,
    ),
)


_DIGIT = "một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín"
_POWER = "mười|mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|linh|lẻ|rưỡi"
_POWERS = rf"(?:\s+(?:{_DIGIT}|{_POWER})(?!\w)){{0,9}}"
# These also mean a year and any one, so that what they count must follow.
_NOUN = (
    "đồng chí|đảng viên|người|cán bộ|xã(?!\\s+hội)|phường|thị trấn|trường|huyện|thôn|chi bộ|"
    "đảng bộ|tổ chức|chỉ tiêu|nhóm|nhiệm vụ|giải pháp|dự án|hộ|lượt|lớp|cuộc|đơn vị|đồng|phần trăm|"
    "tiêu chí|mô hình|học sinh|khâu|bậc|tỉnh"
)
_SOME = "ít nhất|tối thiểu|nhiều nhất|tối đa|có|còn|chỉ|thêm|tăng|giảm|được|hơn|dưới"
_SINGLE = "hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|chục"
IN_WORDS: tuple[Matcher, ...] = (
    matcher(
        rf"(?<!\w)(?:{_DIGIT}|mười)\s+phần\s+(?:{_DIGIT}|mười)(?!\w)",
        "words",
    ),
    matcher(
        rf"(?<!\w)(?:{_DIGIT}|mười|hàng|vài|mấy)(?:\s+(?:{_DIGIT})){{0,1}}\s+(?:{_POWER})(?!\w){_POWERS}"
        rf"|(?<!\w)mười\s+(?:{_DIGIT})(?!\w)",
        "words",
    ),
    matcher(r"(?<!\w)(?:một|quá|hơn|gần)\s+nửa(?!\w)", "words"),
    matcher(rf"(?-i:(?<!\w)thứ\s+(?:nhất|nhì|{_DIGIT}|mười)(?!\w))", "ordinal"),
    # Before a capital letter it is part of a name.
    matcher(rf"(?<!\w)(?:{_SINGLE})(?=\s+(?-i:[^\W\d_A-ZĐ]))", "words"),
    matcher(rf"(?<!\w)năm(?=\s+(?:{_NOUN})(?!\w))", "words"),
    matcher(
        rf"(?<!\w)(?:{_SOME})\s+một(?=\s+(?:{_NOUN})(?!\w))",
        lambda match: [Mention(match.end() - len("một"), match.end(), "words")],
    ),
)
