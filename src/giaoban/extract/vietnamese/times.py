"""Days, hours and periods, as Vietnamese prose says them."""

import re
from collections.abc import Iterable, Sequence

from giaoban.extract.vietnamese.mentions import (
    Matcher,
    Mention,
    Time,
    compiled,
    matcher,
    whole_words,
)
from giaoban.language import Period, parse_period

_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SMALL_NUMBER = rf"(?:[0-9]{{1,2}}|{'|'.join(_WORDS)})"
DAY, MONTH, YEAR = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:1[0-2]|0?[1-9])", r"(?:19|20)[0-9]{2}"
DASH = r"\s*[-–—]\s*"
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "MỘT": 1, "HAI": 2, "BA": 3, "BỐN": 4, "TƯ": 4}
_MONTHS = {
    **{name.capitalize(): n for n, name in enumerate((*_WORDS, "mười một", "mười hai"), 1)},
    **{"Giêng": 1, "Tư": 4, "Chạp": 12},
}
# With a small letter they may be numbers that count months; the longer ones come first.
_MONTH_NAME = f"(?-i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?!\\w)"
_PART_OF_DAY = "ngày|sáng|chiều|tối|trưa|đêm|hôm"
_OF_YEAR = rf"(?:\s*[/-]\s*|,?\s+(?:của\s+)?(?:năm\s+)?)(?P<year>{YEAR})"
_NAMED_YEAR = rf"(?:(?:,?\s+(?:của\s+)?năm\s+|\s*/\s*)(?P<year>{YEAR}))"
_MEANT = ("các", "từ", "trong", "năm")
_FRAME = "giai đoạn|nhiệm kỳ|thời kỳ|khóa|khoá"
_YEARS = rf"(?P<first>{YEAR})(?:{DASH}|\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?)(?P<last>{YEAR})"
# Before these a number of four digits counts, and is no year.
_COUNTED = (
    "%|phần trăm|điểm|đồng|đảng viên|người|hộ|lượt|ha|tấn|t[ỷỉ](?! lệ| trọng)|triệu|nghìn|m2|km|"
    "cán bộ|học sinh|lao động|tổ chức"
)


def _number_of(text: str) -> int:
    """Read a small number in digits or in words."""
    return int(text) if text.isdecimal() else _WORDS.index(text.lower()) + 1


def _years(match: re.Match[str]) -> Iterable[Mention]:
    if match["first"] <= match["last"]:
        period = parse_period(f"{match['first']}/{match['last']}")
        meant = match.groupdict().get("number") or match[0].lower().startswith(_MEANT)
        yield Time(*match.span(), "period", period, frame=not meant)


def _year(match: re.Match[str]) -> Iterable[Mention]:
    yield Time(*match.span(), "period", parse_period(match["year"]))


def _compared_years(match: re.Match[str]) -> Iterable[Mention]:
    """Take 2023/2022 for a year and the one that it is compared with."""
    if match["year"] > match["base"]:
        yield Time(*match.span("year"), "period", parse_period(match["year"]))
        yield Mention(*match.span("base"), "period")


def _each_year(match: re.Match[str]) -> Iterable[Mention]:
    for year in re.finditer(rf"(?:năm\s+)?({YEAR})", match[0], re.IGNORECASE):
        start, end = match.start() + year.start(), match.start() + year.end()
        yield Time(start, end, "period", parse_period(year[1]))


def _months(first: int, last: int, match: re.Match[str]) -> Iterable[Mention]:
    if not 1 <= first <= last <= 12:
        return
    year = match["year"]
    if year is None:
        yield Time(*match.span(), "period", months=(first, last))
    else:
        yield Time(*match.span(), "period", part_of_year(int(year), first, last))


def part_of_year(year: int, first: int, last: int) -> Period:
    """Give the months of a year as a period."""
    return parse_period(f"{year}-{first:02}/{year}-{last:02}")


def _span(match: re.Match[str]) -> Iterable[Mention]:
    return _months(int(match["first"]), int(match["last"]), match)


def _month(match: re.Match[str]) -> Iterable[Mention]:
    month = _MONTHS.get(match["month"]) or int(match["month"])
    return _months(month, month, match)


def _quarter(match: re.Match[str]) -> Iterable[Mention]:
    said = match["quarter"].upper()
    quarter = _QUARTERS.get(said) or int(said)
    return _months(3 * quarter - 2, 3 * quarter, match)


def _first_months(match: re.Match[str]) -> Iterable[Mention]:
    """Take the first or last months of a year, six where it is half a year."""
    said = match.groupdict()
    number = _number_of(said.get("number") or "6")
    at_end = (said.get("end") or "").lower() == "cuối"
    return _months(13 - number if at_end else 1, 12 if at_end else number, match)


def _lasting(match: re.Match[str]) -> Iterable[Mention]:
    yield Time(*match.span(), "period", years=_number_of(match["number"]))


_D_M_Y = rf"{DAY}\s?[/.-]\s?{MONTH}\s?[/.-]\s?(?:{YEAR}|[0-9]{{2}})"
TIMES: tuple[Matcher, ...] = (
    matcher(rf"(?:{YEAR})-(?:0[1-9]|1[0-2])-(?:{DAY})", "date"),
    matcher(rf"(?:ngày\s+)?{DAY}{DASH}{_D_M_Y}", "date"),
    matcher(rf"(?:ngày\s+)?{_D_M_Y}", "date"),
    matcher(rf"(?:ngày\s+)?{DAY}\s+tháng\s+{MONTH}(?:(?:,?\s+năm\s+|\s*/\s*){YEAR})?", "date"),
    matcher(
        rf"(?<!\w)(?:{_PART_OF_DAY})\s+(?:ngày\s+)?{DAY}"
        rf"(?:(?:{DASH}|,\s*|\s+(?:và|đến|tới)\s+)(?:ngày\s+)?{DAY})*"
        rf"(?:\s?[/.-]\s?{MONTH}(?:\s?[/.-]\s?{YEAR})?)",
        "date",
    ),
    matcher(rf"(?<!\w)ngày\s+{DAY}(?![0-9.,/]*\d)", "date"),
    matcher(r"[0-2]?[0-9]\s?:\s?[0-5][0-9](?::[0-5][0-9])?", "time"),
    matcher(r"[0-2]?[0-9]\s?(?:h(?!a)|giờ|g(?=\d))\s?(?:[0-5][0-9])?(?:\s?phút)?(?!\w)", "time"),
    matcher(rf"(?:{_FRAME})\s+(?P<open>\()?{_YEARS}(?(open)\))", _years),
    matcher(
        rf"(?<!\w)(?P<number>{_SMALL_NUMBER})\s+năm\s*,?\s*(?P<open>\()?"
        rf"(?:giai đoạn\s+|từ\s+)?(?:năm\s+)?{_YEARS}(?(open)\))",
        _years,
    ),
    matcher(rf"(?:(?:các|từ|trong)\s+)?(?:năm\s+(?:học\s+)?)?{_YEARS}", _years),
    matcher(
        rf"(?<!\w)(?P<number>{_SMALL_NUMBER})\s+tháng\s+(?P<end>đầu|cuối)(?:\s+(?:của\s+)?năm(?!\w))?"
        rf"(?:(?:\s+|/)(?P<year>{YEAR}))?",
        _first_months,
    ),
    matcher(rf"(?<!\w)(?P<number>{_SMALL_NUMBER})\s+tháng{_NAMED_YEAR}", _first_months),
    matcher(
        rf"tháng\s+(?P<first>{MONTH})(?:{DASH}|\s+(?:đến|tới)\s+(?:hết\s+)?)(?:tháng\s+)?"
        rf"(?P<last>{MONTH})(?:{_OF_YEAR})?",
        _span,
    ),
    matcher(rf"tháng\s+(?P<month>{MONTH})(?:{_OF_YEAR})?(?![0-9.,/]*\d)", _month),
    matcher(rf"tháng\s+(?P<month>{_MONTH_NAME})(?:{_OF_YEAR})?", _month),
    matcher(rf"(?P<month>{MONTH})[/-](?P<year>{YEAR})", _month),
    matcher(
        rf"quý\s+(?P<quarter>(?:I{{1,3}}|IV|(?-i:Một|Hai|Ba|Bốn|Tư))(?!\w)|[1-4])(?:{_OF_YEAR})?",
        _quarter,
    ),
    matcher(rf"nửa\s+(?P<end>đầu|cuối)\s+(?:năm\s+)?(?P<year>{YEAR})", _first_months),
    matcher(rf"(?<!\w)(?P<number>{_SMALL_NUMBER})\s+năm(?!\s+\d)(?!\w)", _lasting),
    matcher(rf"(?<!\w)(?P<number>{_SMALL_NUMBER})\s+(?:tháng|quý|tuần|ngày|phút)(?!\w)", "period"),
    matcher(rf"năm\s+{YEAR}(?:(?:\s*[,;]\s*|\s+và\s+){YEAR})+(?![.,/-]\d)", _each_year),
    matcher(rf"(?P<year>{YEAR})\s*/\s*(?P<base>{YEAR})(?![.,/-]\d)", _compared_years),
    matcher(rf"(?:năm\s+(?:học\s+)?)(?P<year>{YEAR})(?![.,]\d)", _year),
    matcher(rf"(?P<year>{YEAR})(?![.,]\d)(?!\s*(?:{_COUNTED}))(?!/\d)", _year),
)


_VAGUE = whole_words(
    rf"{_SMALL_NUMBER}\s+(?:tháng|quý)|(?:năm|tháng|quý|nhiệm kỳ)\s+(?:nay|này|trước|ngoái|tới|sau)"
)
_BASE = compiled(
    r"(?:(?<!\w)so\s+với[^,;.()]{0,60}|(?:so|cùng kỳ|bằng|như|hơn|so sánh|giá)\s*(?:của\s*)?)$"
)
# So many signs before a period hold the word that makes it one to compare with.
LETTERS_NEAR = 100


def usable_times(text: str, mentions: Sequence[Mention]) -> list[Time]:
    """Give the time words that a figure may be of: not what it is compared with."""
    times = [m for m in mentions if isinstance(m, Time)]
    told = [t for t in times if t.period or t.months or t.years > 1]
    return [time for time in told if not _compared(text, time.start)]


def unresolved_times(
    text: str, start: int, end: int, mentions: Sequence[Mention] = ()
) -> list[int]:
    """Give where the periods end that a part of a text speaks of without saying which.

    Such are “9 tháng”, “năm nay”; none that a number is compared with is among them.
    """
    known = [m for m in mentions if isinstance(m, Time) and (m.period or m.months or m.years)]
    return [
        match.end()
        for match in _VAGUE.finditer(text, start, end)
        if not any(time.start < match.end() and match.start() < time.end for time in known)
        and not _compared(text, match.start())
    ]


def _compared(text: str, at: int) -> bool:
    """Say whether something is compared with what follows."""
    return bool(_BASE.search(text[max(0, at - LETTERS_NEAR) : at]))
