"""The time that a head says: a year, a part of it, a school year, a run of years."""

import re

from giaoban.extract.vietnamese import compiled
from giaoban.language import parse_period
from giaoban.sheet.words.otheryears import YEAR, hidden, shown

_GLUED = re.compile(rf"(?<=[^\W\d_])(?={YEAR}(?!\d))")
# The months of a whole year.
WHOLE = (1, 12)
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORDS = {"ba": 3, "sáu": 6, "chín": 9, "three": 3, "six": 6, "nine": 9}
_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_NUMBERS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}

# As it is written once it is read.
SCHOOL_YEAR = re.compile(rf"{YEAR}-09/{YEAR}-08")
_SCHOOL = compiled(rf"(?:năm\s+học|nh|school year)\s*:?\s*({YEAR})\s*[-–/]\s*({YEAR}|\d\d)(?!\d)")
_ISO = rf"{YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
_ISO_RUN = compiled(rf"(?<!\d)({_ISO}/{_ISO})(?!\d)")
_SPLIT = compiled(rf"(?<!\d)({YEAR})\s*[-‑–/]\s*(\d\d)(?!\d)")
# So many years has the longest run that is written 2021-25; 2021-12 may be a month.
LONGEST = 15
# What T stands behind where it is short for a month, and a day where no more is said of it.
_BEHIND = (
    r"(?:^\s*|(?<=th\s)|(?<=hiện\s)|(?<=kq\s)|(?<=quả\s)|(?<=kh\s)|(?<=ước\s)|(?<=kế\s)|(?<=liệu\s)"
    r"|(?<=đến\s)|(?<=hết\s))"
)
_RANGE = compiled(
    rf"(?:(?:giai\s+đoạn|gđ|thời\s+kỳ|nhiệm\s+kỳ|từ|from)\s+)?(?:(?<!\d\s)năm\s+)?({YEAR})\s*(?:[-–]"
    rf"|(?:đến|tới)(?:\s+hết)?|(?:to|until|through)(?!\w))\s*(?:năm\s+)?({YEAR})(?!\d)"
)
_QUARTER = compiled(
    r"(?<!\w)(?:(?:tổng )?cộng )?(?:quý|quarter|q)\s*\.?\s*(iv|iii|ii|i|[1-4])"
    r"(?:\s*(?:\+|-|–|và|đến|to)\s*(?:quý\s*|q\.?)?(iv|iii|ii|i|[1-4]))?(?!\w)"
)
_MONTHS = compiled(
    r"(?<!\w)(ba|sáu|chín|1[0-2]|[1-9])(?:\s+tháng(?!\s+tuổi)|\s?(?-i:T)(?![\w.]))"
    r"(?:\s+(đầu|cuối))?(?:\s+năm)?(?!\w)"
)
_MONTHS_OF = compiled(
    r"(?<!\w)(?:the\s+)?(?:(first|last)\s+)?(?<!after\s)(?<!over\s)(?<!under\s)(?<!least\s)"
    r"(?<!within\s)(?<!than\s)(?<!aged\s)(?<!age\s)(?<!to\s)(?<!-)"
    r"(three|six|nine|1[0-2]|[1-9])[\s-]months?(?:\s+(?:of|in|to)(?!\s+\d\d?(?!\d)))?"
    rf"(?!\w)(?=\W*(?:$|{YEAR}|actual|result|estimate|plan|target|ytd|year))"
)
_HALF = compiled(r"(?<!\w)(?:(first|1st|second|2nd)\s+half(?:[\s-]year)?|h([12]))(?:\s+of)?(?!\w)")
_NTH_QUARTER = compiled(rf"(?<!\w)({'|'.join(_ORDINALS)})\s+quarter(?:\s+of)?(?!\w)")
# “Dệt may” is no May.
_MONTH_NAME = (
    rf"(?<!dệt\s)(?<!hàng\s)({'|'.join(rf'{name[:3]}(?:{name[3:]})?' for name in _NAMES)}|sept)"
    r"(?![^\W\d_])\.?"
)
_NAMED_MONTHS = compiled(
    r"(?:(?:(?<!\w)as\s+)?(?<!\w)(?:at|on|from)\s+)?(?:(?<!\w)(?P<day>\d\d?)\s+)?(?<!year\sto\s)"
    r"(?<!ended\s)(?<!ending\s)"
    rf"(?<!\w){_MONTH_NAME}(?:\s*(?:-|–|to)\s*{_MONTH_NAME})?(?=[\s,]*{YEAR}(?!\d))"
)
_PART = rf"(?:tháng\s*\d\d?|(?:quý\s*|q)(?:i{{1,3}}|iv|[1-4])|(?:{'|'.join(_NUMBERS)})[a-z]*)"
# The year of “Tháng 1/2024 đến tháng 6/2024” is said once more.
_YEAR_TWICE = compiled(
    rf"(?<!\w)({_PART})\s*[/,]?\s*(?:năm\s+)?({YEAR})\s*([-–]|đến|to(?!\w))"
    rf"(?=\s*(?:hết\s+)?{_PART}\s*[/,]?\s*(?:năm\s+)?\2(?!\d))"
)
_A_MONTH = rf"(?:(?<!\w)tháng\s*|{_BEHIND}t\.?\s?)(1[0-2]|0?[1-9])"
_MONTH = compiled(rf"{_A_MONTH}(?!\w)")
_TO_MONTH = compiled(
    rf"(?:từ\s+)?{_A_MONTH}\s*(?:[-–÷]|đến)\s*(?:hết\s+)?(?:tháng\s*|t\.?\s?)?(1[0-2]|0?[1-9])(?!\w)"
)
_DAY = compiled(
    rf"(?:(?:đến|hết|tại)\s+(?:thời\s+điểm\s+)?(?:ngày\s+)?|{_BEHIND}(?:ngày\s+)?)"
    rf"(\d\d?)\s*/\s*(\d\d?)\s*/\s*({YEAR})(?!\d)"
)
_DAY_ALONE = compiled(r"(?<!\w)(?:(?:tính\s+)?đến|hết)\s+(?:ngày\s+)?(\d\d?)/(\d\d?)(?![/\d])")
AT_START = r"(?<!tháng\s)(?<!\dt\s)(?<!từ\s)đầu\s+(?:năm|kỳ|nhiệm\s+kỳ|giai\s+đoạn)"
# A time of which nobody can tell in which months it begins and ends, or that is none of a year.
_UNTOLD = compiled(
    rf"(?<!\w)(?:(?:học\s+k[ỳì]|hk)\s?(?:i{{1,3}}|[1-3])|tuần\s+(?:thứ\s+)?\d+|{AT_START}"
    r"|(?:(?:tính\s+)?đến|hết|tại)\s+(?:ngày\s+)?\d\d?/\d\d?(?![/\d]))(?!\w)"
)
_WHOLE_YEAR = compiled(r"(?<!\w)(?:cả|hết|cuối)\s+năm(?!\s*\d)(?!\w)")
_SO_FAR = compiled(r"(?<!\w)(?:lũy|luỹ)\s+kế(?!\w)")
_UNTIL = compiled(r"(?<!\w)(?:đến|hết)\s+$")
_ONE_YEAR = compiled(
    rf"(?:(?<!\w)(?:(?:tính\s+)?đến|hết|cuối|cả|trong|by)\s+)*(?:(?<!\w)(?<!đầu\s)"
    rf"(?:năm|year|n\.)\s*)?(?<!\d)({YEAR})(?!\d)"
)
_EMPTY = re.compile(r"\([\s,;:–-]*\)")
_ENDS_IN_YEAR = compiled(
    rf"(?!.*(?<!\w)(?:giá|so|chuẩn|gốc|đến|tới|từ|theo)(?!\w)).*\snăm\s+{YEAR}"
)
_NAMED_YEAR = compiled(rf"(?<!\w)năm\s+({YEAR})(?!\s*[-–/])")
_BY = compiled(
    rf"(?<!\w)(?:đến|tới|by)\s+(?:hết\s+|cuối\s+|the\s+end\s+of\s+)*(?:năm\s+)?{YEAR}(?!\d)"
)


def time_in(text: str) -> tuple[str, tuple[int, int] | None, str]:
    """Give the period that a text says, the part of a year, and the rest of the text.

    A year that tells of something else stays in that: *giá so sánh 2010*, *sau năm 2020*.
    """
    period, months, rest = _time_in(_YEAR_TWICE.sub(r"\1 \3", hidden(text)))
    return period, months, shown(rest)


def _time_in(text: str) -> tuple[str, tuple[int, int] | None, str]:
    if found := _SCHOOL.search(text):
        last = found[2] if len(found[2]) == 4 else f"{found[1][:2]}{found[2]}"
        return f"{found[1]}-09/{last}-08", None, _without(text, found)
    if found := _ISO_RUN.search(text):
        return found[1], None, _without(text, found)
    if (found := _SPLIT.search(text)) and (period := _split(int(found[1]), int(found[2]))):
        return period, None, _without(text, found)
    if found := _RANGE.search(text):
        return f"{found[1]}/{found[2]}", None, _without(text, found)
    if (found := _DAY.search(text)) and (period := _until(*found.groups())):
        return period, None, _without(text, found)
    months, rest = _months(text)
    found = _ONE_YEAR.search(rest)
    if not found:
        return "", months, rest
    return found[1], months, _without(rest, found)


def without_time(text: str) -> str:
    """Write the name that a text leaves without its time: no empty brackets, none left open."""
    bare = " ".join(_EMPTY.sub(" ", time_in(text)[2]).split())
    told = re.sub(r"\s+(?=[,;)])", "", bare).strip(" :,;-–")
    return told if told.count("(") == told.count(")") > 0 else told.strip(" :,;-–()")


def school_year(period: str) -> str:
    """Read a run of two years, 2024/2025 or 2024/25, as the school year that it may be."""
    first, _, last = period.partition("/")
    is_one = first.isdigit() and last.isdigit() and int(last) % 100 == (int(first) + 1) % 100
    return f"{first}-09/{int(first) + 1}-08" if is_one else period


def spaced(text: str) -> str:
    """Part a year from the letters before it: *KH2024*."""
    return _GLUED.sub(" ", text)


def without_untold(text: str) -> str:
    """Take out of a text a time that it does not tell: *Học kỳ I*, *Tuần 40*, *đầu năm*."""
    return _UNTOLD.sub(" ", text)


def _split(first: int, last: int) -> str:
    """Give what 2013-14 and 2021-25 say: a year that is two, or a run of them; else nothing."""
    if last == (first + 1) % 100:
        return f"{first}/{last:02}"
    is_run = last > 12 and 0 < last - first % 100 < LONGEST
    return f"{first}/{first - first % 100 + last}" if is_run else ""


def is_until(text: str, period: str) -> bool:
    """Say whether a text names a year as the one by which something is to be: *đến năm 2025*."""
    found = _BY.search(text)
    return found is not None and len(period) == len("2025") and found[0].endswith(period)


def names_two_years(caption: str) -> bool:
    """Say whether a caption is of two years: *Kết quả năm 2023, kế hoạch năm 2024*."""
    return len({*_NAMED_YEAR.findall(caption)}) > 1


def ends_in_year(title: str) -> bool:
    """Say whether a title ends in its year: “giá so sánh năm 2010” and “đến năm 2025” are none."""
    return bool(_ENDS_IN_YEAR.fullmatch(title))


def _until(day: str, month: str, year: str) -> str:
    """Give the part of a year to a day; nothing where there is no such day."""
    try:
        return str(parse_period(f"{year}-01-01/{year}-{int(month):02}-{int(day):02}"))
    except ValueError:
        return ""


def _ended(day: str, month: str) -> int:
    """Give the month that a day of any year is the last of, 0 where it is of none."""
    until = _until(day, month, "2023")
    return (parse_period(until).months or 0) if until else 0


def _months(text: str) -> tuple[tuple[int, int] | None, str]:
    if found := _QUARTER.search(text):
        first, last = (_QUARTERS[(named or found[1]).lower()] for named in found.groups())
        return (3 * first - 2, 3 * last), _without(text, found)
    if named := _named_months(text):
        return named
    if (found := _TO_MONTH.search(text)) and int(found[1]) < int(found[2]):
        return (int(found[1]), int(found[2])), _without(text, found)
    if found := _MONTHS.search(text):
        number = _WORDS.get(found[1].lower()) or int(found[1])
        at_end = (found[2] or "").lower() == "cuối"
        return (13 - number, 12) if at_end else (1, number), _without(text, found)
    if (found := _DAY_ALONE.search(text)) and (last := _ended(*found.groups())):
        return (1, last), _without(text, found)
    if found := _WHOLE_YEAR.search(text):
        return WHOLE, _without(text, found)
    if found := _MONTH.search(text):
        month = int(found[1])
        so_far = _SO_FAR.search(text) or _UNTIL.search(text[: found.start()])
        return (1 if so_far else month, month), _without(text, found)
    return None, text


def _named_months(text: str) -> tuple[tuple[int, int], str] | None:
    """Read the part of a year that is said in English: *First half*, *Jan-Jun*, *9 months of*."""
    if found := _HALF.search(text):
        half = _ORDINALS[found[1].lower()] if found[1] else int(found[2])
        return (6 * half - 5, 6 * half), _without(text, found)
    if found := _NTH_QUARTER.search(text):
        quarter = _ORDINALS[found[1].lower()]
        return (3 * quarter - 2, 3 * quarter), _without(text, found)
    if found := _MONTHS_OF.search(text):
        number = _WORDS.get(found[2].lower()) or int(found[2])
        at_end = (found[1] or "").lower() == "last"
        return (13 - number, 12) if at_end else (1, number), _without(text, found)
    if found := _NAMED_MONTHS.search(text):
        day, one, other = found.groups()
        first, last = (_NUMBERS[(name or one)[:3].lower()] for name in (one, other))
        if day:
            ended = _ended(day, str(first))
            return ((1, ended), _without(text, found)) if ended and not other else None
        return ((first, last), _without(text, found)) if first <= last else None
    return None


def _without(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return re.sub(r"^\s*/\s*|\s*/\s*$", " ", rest)
