"""What the head of a column says: a time, a plan or a result, a comparison, or a name."""

import re
from dataclasses import dataclass

from giaoban.extract.vietnamese import CAPITALS, compiled
from giaoban.sheet.words.measurewords import without_measure
from giaoban.sheet.words.times import WHOLE, YEAR, is_until, time_in

# What stands under a head. Comparisons are checked, and never taken for figures.
FIGURE, TARGET, OF_TARGET, COMPARED, MEAN = "figure", "target", "of_target", "compared", "mean"
# The two columns that one heading may stand over: how many, and which share of the whole that is.
COUNTS, SHARE = "counts", "share"
COMPARISONS = (OF_TARGET, COMPARED, MEAN)


# 2024/2023, TH 2024/TH 2023.
RATIO = compiled(rf"(?<!\d)({YEAR})\s*/\s*(?:\w+\s+){{0,3}}?({YEAR})(?!\d)")
IS_SCHOOL = compiled(r"năm\s+học|school year")
_BEFORE = compiled(r"(?<!\w)(?:cùng kỳ|ck|(?:năm|kỳ)\s+(?:trước|ngoái))(?!\w)")

_AIM = (
    r"kh|kế hoạch|ct|chỉ tiêu|mục tiêu|nq|nghị quyết|dự toán|dt|giao|phấn đấu|(?:mức )?yêu cầu"
    r"|plan(?:ned)?|targets?"
)
_DONE = (
    r"th|thực hiện|kết quả|kq|đạt được|đạt|ưth|ước|số liệu|hiện trạng|actual|results?"
    r"|achieved|giá trị"
    r"|sơ bộ|chính thức"
)
_IS_AIM, _IS_DONE = compiled(rf"(?<!\w)(?:{_AIM})(?!\w)"), compiled(rf"(?<!\w)(?:{_DONE})(?!\w)")
_IS_OF_TARGET = compiled(
    r"(?:%|(?<!\w)(?:tỷ lệ|tỉ lệ|mức|so với|so sánh|so))(?:(?!cùng kỳ|(?<!\w)ck(?!\w)).)*?"
    rf"(?<!\w)(?:{_AIM}|hoàn thành)(?!\w)"
    rf"|(?<!\w)(?:ước |ư)?(?:th|thực hiện|kq|đạt)\s*/\s*(?:{_AIM})(?!\w)|%\s*(?:đạt"
    rf"|hoàn thành)|(?:tỷ|tỉ) lệ\s+(?:%\s*)?đạt"
    r"|đạt\s*(?:tỷ lệ\s*)?\(?%|(?:hoàn thành|đạt).*%|^%$|^(?:progress|achievement)$"
)
_IS_COMPARED = compiled(
    r"(?<!\w)(?:so(?:\s+với|\s+sánh)?|tăng|giảm|chênh lệch|tốc độ|change|growth|compared|vs)(?!\w)"
    r"|\+\s*[/,;]\s*[-–]|±"
    r"|(?:cùng kỳ|(?<!\w)ck(?!\w)).*%|%.*(?:cùng kỳ|(?<!\w)ck(?!\w))"
    r"|(?:th|thực hiện)\s*/\s*(?:ước |ư)?(?:th|thực hiện)(?!\w)"
)
# What begins so is nobody's name, whatever follows.
_SET_AGAINST = compiled(
    r"[\W\d]*(?:so(?:\s+(?:với|sánh))?(?=\s)|compared\s+(?:to|with)|change\s+(?:on|from|since|against)|vs)(?!\w)"
)
_IS_MEAN = compiled(
    r"(?:bình quân|bq|trung bình|tb|mean)\s*(?:(?:/|mỗi|hàng|hằng|1|một|a|per)?\s*(?:năm|year))?"
)
_FILLS = compiled(
    r"(?<!\w)(?:so với|so sánh|so|với|cùng kỳ|ck|năm|trước|nay|này|tăng|giảm|tỷ lệ|tỉ lệ"
    r"|hoàn thành|mức|kỳ|cả|đến|hết"
    r"|trong đó|chia ra|tính|báo cáo|đề ra|được|tỉnh|huyện|thành phố|tp|hđnd|ubnd|đại hội|đh"
    r"|đảng bộ|của|và|theo|trong"
    r"|qua|lũy kế|luỹ kế|chênh lệch|tốc độ|tăng trưởng|các|cấp trên|trung ương|change|growth"
    r"|against|of|year|the|compared|with|progress|achievement|baseline"
    r"|đầu năm|so|số|tl)(?!\w)"
)
# Who sets plans; of “xã” and “bộ” alone something is counted.
_LEVEL = r"xã|phường|thị trấn|đặc khu|thị xã|quận|huyện|tỉnh|thành phố|tp|tw|trung ương"
SETS = compiled(
    rf"(?<!\w)(?:(?:{_AIM})\s+)?"
    rf"(?:(?:{_LEVEL}|bộ|sở|ngành|(?:chi )?cục|thuế|chính phủ|hđnd|ubnd|bhxh"
    r"|(?:đảng|tỉnh|thành|huyện|quận|thị) (?:uỷ|ủy))\s+)+"
    rf"(?:(?-i:[{CAPITALS}])[\w&]*\s+(?:[\w&]+\s+){{0,3}}?)?(?:đã\s+)?(?=giao(?!\w))"
    rf"|(?<!\w)(?:hđnd|ubnd|đảng bộ|đảng ủy|đảng uỷ|{_AIM})\s+(?:{_LEVEL})(?!\w)"
)
# Who sets plans where others stand beside, and what begins or ends as a plan does.
_OFFICE = (
    rf"(?:(?:{_LEVEL}|đơn vị|cơ quan|bộ|sở|ngành|phòng|công an|hđnd|ubnd|bhxh|btv|bch|đảng bộ"
    r"|(?:đảng|tỉnh|thành|huyện|quận|thị) (?:uỷ|ủy)|gd&đt)(?:\s+|$))+"
)
_OWNED = compiled(
    rf"(?:{_AIM})\s+(?:của\s+)?{_OFFICE}(?:đã\s+)?(?:giao)?"
    rf"|(?:(?:{_AIM})\s+)?{_OFFICE}(?:[\w&]+\s+){{0,4}}?giao"
    rf"|(?:nq|nghị quyết)\s+(?:hđnd|đảng bộ|đảng (?:uỷ|ủy))\s+{_OFFICE}[\w& ]*"
)
# What may be planned of each row, or was assigned.
_AIMS = compiled(rf"(?:{_AIM})(?!\w).*|.*(?<!\w)(?:giao|phấn đấu|đăng ký)")
# A plan, what came of it, or how much of it, with what it is of behind it; “giá trị” is of that.
_OF_NAMED = compiled(
    rf"(?:(?P<share>%\s*)?(?P<aim>(?:(?:{_AIM})\s+)+)"
    r"|(?:(?:th|thực hiện|kết quả|kq|đạt|ưth|ước)\s+)+)(?P<name>\S.*)"
)
# A plan that another one beside it takes the place of, and that other one.
# Of “đầu năm 2024” the year stays; “6 tháng đầu năm” is a time.
_FIRST = compiled(
    r"(?P<open>\(\s*)?(?<!\w)(?:(?<!tháng\s)đầu(?:\s+(?:năm|kỳ)(?!\s+(?:học|\d))|(?=\s+(?:năm|kỳ)(?!\w)))"
    r"|ban\s+đầu|original|initial)(?!\w)(?(open)\s*\))"
)
_ADJUSTED = compiled(
    r"(?P<open>\(\s*)?(?<!\w)(?:(?:sau\s+(?:khi\s+)?|đã\s+)?điều\s+chỉnh(?:[,\s]+(?:và\s+)?bổ\s+sung)?"
    r"(?:\s+lần\s+(?:thứ\s+)?(?P<times>\d|nhất|hai|ba))?|(?<=kh\s)đ/?c|adjusted|revised)(?!\w)(?(open)\s*\))"
)
_TIMES = {"nhất": 1, "hai": 2, "ba": 3}
# The plan of a year: “KH năm” beside six months of it.
_OF_YEAR = compiled(rf"(?<!\w)(?:{_AIM})\s+năm(?=\s*(?:$|[^\w\s]))")
# A rise or fall that is planned or reached, and no comparison with anything.
_CHANGES = compiled(
    rf"(?:(?P<aim>{_AIM})|{_DONE})\s+(?P<name>(?:tăng|giảm)(?!.*(?<!\w)(?:tăng|giảm|so|cùng|trước)(?!\w))(?:\s+[^\W\d_]+)*)"
)
_LETTER = re.compile(r"[^\W\d_]")
_ESTIMATED = compiled(r"(?<!\w)(?:ước|ưth|ước tính)(?!\w)")


@dataclass(frozen=True)
class Heading:
    """What the texts over a column, or a line above a table, say.

    Attributes
    ----------
    kind : str
        ``figure``, ``target``, a comparison, or empty.
    period : str
        As ISO 8601 writes it, empty where no year is said; 2013/14 where the year that it begins in
        is said, and not the month.
    months : tuple of (int, int) or None
        The part of a year that is said.
    estimated : bool
        Whether what is under it is an estimate (ước thực hiện).
    measure : str
        The unit of measure in brackets.
    name : str
        What is left: the name of an indicator or a unit.
    before : bool
        Whether it is of the same time a year earlier, and does not say which that is.
    side : str
        Whether it holds the ``counts`` or the ``share`` of what stands over both.
    by : bool
        Whether it says until when, and not since when: *đến năm 2025*.
    stage : int
        Of a plan how often it had been adjusted: 0 where it is not said, -1 of *đầu năm*.
    """

    kind: str = ""
    period: str = ""
    months: tuple[int, int] | None = None
    estimated: bool = False
    measure: str = ""
    name: str = ""
    before: bool = False
    side: str = ""
    by: bool = False
    stage: int = 0

    @property
    def time(self) -> str:
        """The period with the part of its year."""
        if not self.months or len(self.period) != 4:
            return self.period
        first, last = self.months
        if (first, last) == WHOLE:
            return self.period
        one = f"{self.period}-{first:02}"
        return one if first == last else f"{one}/{self.period}-{last:02}"


def read_heading(text: str) -> Heading:
    """Read one line of a head.

    Parameters
    ----------
    text : str
        Such as ``Ước TH năm 2024``, ``% so với cùng kỳ`` or ``Tỷ lệ hộ nghèo (%)``.
    """
    bare, measure = without_measure(text)
    if RATIO.search(bare) and not _LETTER.search(_FILLS.sub("", RATIO.sub("", bare))):
        return Heading(COMPARED, measure=measure)
    stage, plan = _stage(bare)
    period, months, rest = time_in(plan)
    left = _FILLS.sub(" ", _IS_DONE.sub(" ", _IS_AIM.sub(" ", SETS.sub(" ", rest))))
    months = months or (WHOLE if _OF_YEAR.search(rest) else None)
    rest = rest.strip(" :,;.-–")
    kind = _kind(rest, text)
    estimated = bool(_ESTIMATED.search(rest))
    if _LETTER.search(left) and kind != MEAN and not _SET_AGAINST.match(rest):
        name = re.sub(r"\s+(?=[,;])", "", " ".join(time_in(bare)[2].split())).strip(" :,;-–()")
        return Heading("", period, months, False, measure, name)
    if (found := _CHANGES.fullmatch(rest)) and "%" not in (text, measure):
        name, kind = found["name"], TARGET if found["aim"] else FIGURE
        return Heading(kind, period, months, estimated, measure, name[:1].upper() + name[1:])
    before, by = not period and bool(_BEFORE.search(rest)), is_until(bare, period)
    told = _unless(kind, measure)
    return Heading(kind, period, months, estimated, told, before=before, by=by, stage=stage)


def is_owned(name: str) -> bool:
    """Say whether a head that names something is a plan where others stand beside it."""
    return bool(_OWNED.fullmatch(name))


def may_aim(name: str) -> bool:
    """Say whether what a head names may be a plan: *KH vốn*, *Tân Lập giao*."""
    return bool(_AIMS.fullmatch(name))


def aim_or_result(name: str) -> Heading:
    """Part *KH vốn*, *Ước TH vốn*, *% KH vốn* into kind and name; else nothing is said."""
    found = _OF_NAMED.fullmatch(name)
    if not found:
        return Heading()
    estimated = bool(_ESTIMATED.match(name))
    kind = OF_TARGET if found["share"] else TARGET if found["aim"] else FIGURE
    return Heading(kind, estimated=estimated, name=found["name"])


def stage_of(text: str) -> int:
    """Say how often a plan had been adjusted where a text says nothing else: *Điều chỉnh*."""
    stage, rest = _stage(f"KH {text}")
    return stage if rest.strip(" :") == "KH" else 0


def without_stage(text: str) -> str:
    """Take out of the name of a plan how often it had been adjusted: *KH tỉnh giao đầu năm*."""
    return " ".join(_stage(text)[1].split()).replace("( ", "(")


def _stage(text: str) -> tuple[int, str]:
    """Say how often the plan that a text names had been adjusted, and give the rest of it."""
    if not _IS_AIM.search(text):
        return 0, text
    if found := _ADJUSTED.search(text):
        times = (found["times"] or "1").lower()
        return int(_TIMES.get(times, times)), f"{text[: found.start()]} {text[found.end() :]}"
    return (-1 if _FIRST.search(text) else 0), _FIRST.sub(" ", text)


def _unless(kind: str, measure: str) -> str:
    """Give the unit of measure of what is no comparison: that of a comparison is its own."""
    return "" if kind in COMPARISONS else measure


def _kind(rest: str, whole: str) -> str:
    if _IS_MEAN.fullmatch(rest):
        return MEAN
    aim, done = _IS_AIM.search(rest), _IS_DONE.search(rest)
    # The caption of a pair of columns says nothing of either.
    if aim and done and aim.start() < done.start() and "/" in rest:
        return COMPARED if RATIO.search(whole) else ""
    if _IS_OF_TARGET.search(rest) or (not rest and whole.strip() == "%"):
        return OF_TARGET
    if _IS_COMPARED.search(rest) or ("%" in whole and "cùng kỳ" in rest.lower()):
        return COMPARED
    if aim:
        return TARGET
    return FIGURE if done else ""
