"""What the head of a column says: a time, a plan or a result, a comparison, or a name."""

import re
from dataclasses import dataclass, replace

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.words.measurewords import without_measure
from giaoban.sheet.words.otheryears import YEAR
from giaoban.sheet.words.planwords import FORESEEN, IS_FORESEEN, IS_PLAN, PLAN_WORDS, SETS, plan_in
from giaoban.sheet.words.times import WHOLE, is_until, spaced, time_in, without_time, without_untold

# What stands under a head. Comparisons are checked, and never taken for figures.
FIGURE, TARGET, OF_TARGET, COMPARED, MEAN = "figure", "target", "of_target", "compared", "mean"
# The two columns that one heading may stand over: how many, and which share of the whole that is.
COUNTS, SHARE = "counts", "share"
COMPARISONS = (OF_TARGET, COMPARED, MEAN)

# 2024/2023, TH 2024/TH 2023.
RATIO = compiled(rf"(?<!\d)({YEAR})\s*/\s*(?:\w+\s+){{0,3}}?({YEAR})(?!\d)")
_TO_PLAN = compiled(rf"{YEAR}\s*/\s*(?:{PLAN_WORDS})(?!\w)")
IS_SCHOOL = compiled(r"năm\s+học|school year")
_BEFORE = compiled(r"(?<!\w)(?:năm|kỳ|tháng|quý)\s+(?:trước|ngoái)(?!\w)")
# With a year it is of the months in it that others beside it are of.
_SAME = compiled(r"(?<!\w)(?:cùng kỳ|ck)(?!\w)")
# The month, quarter or run of years that a caption names, or the year until then.
MONTH, QUARTER, SO_FAR, TERM = "month", "quarter", "so far", "term"
_SPANS = {
    SO_FAR: compiled(
        r"(?<!\w)(?:(?:lũy|luỹ)\s+kế|cộng\s+dồn|từ\s+đầu\s+năm|year[\s-]to[\s-]date|ytd)(?!\w)"
    ),
    MONTH: compiled(r"(?<!\w)tháng(?!\w)"),
    QUARTER: compiled(r"(?<!\w)quý(?!\w)"),
    TERM: compiled(r"(?<!\w)(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|\d\s+năm)(?!\w)"),
}

_DONE = (
    r"th|thực hiện|kết quả|kq|đạt được|đạt|ưth|[ưu]\.\s?th|ước|quyết toán|số liệu|hiện trạng"
    r"|giá trị|sơ bộ|chính thức|actuals?|results?|achieved|outturn|estimate[sd]?|preliminary"
    r"|provisional"
)
_IS_DONE = compiled(rf"(?<!\w)(?:{_DONE})(?!\w)")
_IS_OF_TARGET = compiled(
    r"(?:%|(?<!\w)(?:tỷ lệ|tỉ lệ|mức|so với|so sánh|so))(?:(?!cùng kỳ|(?<!\w)ck(?!\w)).)*?"
    rf"(?<!\w)(?:{PLAN_WORDS}|hoàn thành)(?!\w)"
    rf"|(?<!\w)(?:ước |ư)?(?:th|thực hiện|kq|đạt)\s*/\s*(?:{PLAN_WORDS})(?!\w)"
    r"|%\s*(?:ước\s+)?(?:đạt|hoàn thành|th|thực hiện)(?!\w)"
    r"(?!.*(?:/|(?<!\w)(?:so|cùng kỳ|ck)(?!\w)))"
    r"|(?:tỷ|tỉ) lệ\s+(?:%\s*)?đạt|đạt\s+(?:tỷ|tỉ) lệ"
    r"|(?:hoàn thành|đạt).*%|^%$|^(?:progress|achievement)$"
)
_IS_COMPARED = compiled(
    r"(?<!\w)(?:so(?:\s+với|\s+sánh)?|tăng|giảm|chênh lệch|tốc độ|change|growth|compared"
    r"|vs)(?!\w)"
    r"|(?:cùng kỳ|(?<!\w)ck(?!\w)).*%|%.*(?:cùng kỳ|(?<!\w)ck(?!\w))"
    r"|(?:th|thực hiện)\s*/\s*(?:ước |ư)?(?:th|thực hiện)(?!\w)"
)
_MORE_OR_LESS = re.compile(r"\+\s*[/,;]\s*[-–]|±")
WITH = r"so(?:\s+(?:với|sánh))*|against|compared\s+(?:to|with)|vs\.?"
# What begins so is nobody's name, whatever follows.
_SET_AGAINST = compiled(rf"[\W\d]*(?:{WITH}|change\s+(?:on|from|since|against))(?!\w)")
_IS_MEAN = compiled(
    r"\d+[- ]years? (?:mean|average)|(?:bình quân|bq|trung bình|tb|mean|average)"
    r"(?:\s+(?:of|over|trong))?\s*(?:(?:/|mỗi|hàng|hằng|\d+|một|a|per|(?:the )?last \d+)?\s*"
    r"(?:năm|years?)(?: qua| gần nhất)?)?"
)
_FILLS = compiled(
    r"(?<!\w)(?:\d\s+năm|so với|so sánh|so|với|cùng kỳ|ck|năm|trước|nay|này|tăng|giảm|tỷ lệ|tỉ lệ"
    r"|hoàn thành|mức(?: độ)?|kỳ|cả|đến|hết|tháng|quý|cộng dồn|từ đầu năm"
    r"|giai đoạn|nhiệm kỳ|thời kỳ"
    r"|trong đó|chia ra|đã|tính|báo cáo|bc|đề ra|được|tỉnh|huyện|thành phố|tp|hđnd|ubnd|đại hội"
    r"|đảng bộ|của|và|theo|trong"
    r"|qua|lũy kế|luỹ kế|chênh lệch|tốc độ|tăng trưởng|các|cấp trên|trung ương|change|growth"
    r"|year[ -]to[ -]date|ytd|against|of|for|in|by|end|year|the|compared|with|progress"
    r"|achievement|baseline|số lượng|số|tl)(?!\w)"
)
# Of a plan or result it is all; “NQ ĐH” is of a congress, “ĐH” alone may be a school.
_SAYS_NO_MORE = compiled(
    r"(?<!\w)tổng\s+(?=(?:kh|kế hoạch|dự toán|th|thực hiện)(?!\w))|(?<=nq )đh(?!\w)"
)
# A plan, what came of it, or how much of it, with what it is of behind it; “giá trị” is of that.
_OF_NAMED = compiled(
    rf"(?:(?P<share>%\s*)?(?P<aim>(?!giao\s)(?:(?:{PLAN_WORDS})\s+)+)|(?:{FORESEEN})\s+"
    r"|(?P<done>(?:(?:th|thực hiện|kết quả|kq|đạt|ưth|ước)\s+)+))(?P<name>\S.*)"
)
# The plan of a year: “KH năm” beside six months of it.
_OF_YEAR = compiled(rf"(?<!\w)(?:{PLAN_WORDS})\s+năm(?=\s*(?:$|[^\w\s]))")
# A rise or fall that is planned or reached, and no comparison with anything.
_CHANGES = compiled(
    rf"(?:(?P<aim>{PLAN_WORDS})|{_DONE})\s+(?P<name>(?:tăng|giảm)(?!.*(?<!\w)(?:tăng|giảm|so"
    rf"|cùng|trước)(?!\w))(?:\s+[^\W\d_]+)*)"
)
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")
# The number of a column, of a footnote, and how a column is worked out: (3=2/1).
_ABOUT_COLUMN = re.compile(r"\([\d\s=/*%+x:.-]*\)|=.*$")
_ESTIMATED = compiled(rf"(?<!\w)(?:ước|ưth|[ưu]\.\s?th|estimate[sd]?|{FORESEEN})(?!\w)")


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
    untold : bool
        Whether it does not say itself of which time it is, or in its year of which months, or
        whether it is a plan: *kỳ trước*, *cùng kỳ 2023*, *học kỳ I*, *đầu năm*, *Dự kiến 2025*.
    side : str
        Whether it holds the ``counts`` or the ``share`` of what stands over both.
    by : bool
        Whether it says until when, and not since when: *đến năm 2025*.
    stage : int
        Of a plan how often it had been adjusted: 0 where it is not said, -1 of *đầu năm*.
    span : str
        Whether it is of the ``month``, ``quarter`` or ``term`` that a caption names, or of the
        year ``so far``.
    bound : str
        The sign of a target that is a ceiling or the least that is wanted: ``<=``, ``>=``.
    """

    kind: str = ""
    period: str = ""
    months: tuple[int, int] | None = None
    estimated: bool = False
    measure: str = ""
    name: str = ""
    untold: bool = False
    side: str = ""
    by: bool = False
    stage: int = 0
    span: str = ""
    bound: str = ""

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
    text = spaced(text)
    bare, measure = without_measure(text)
    if (ratio := RATIO.search(bare)) and not _TO_PLAN.search(bare):
        left = _FILLS.sub("", _IS_DONE.sub("", RATIO.sub("", bare)))
        if not _LETTER.search(left):
            later = ratio[1] if ratio[1] >= ratio[2] else ""
            return Heading(COMPARED, later, measure=measure)
    stage, bound, plan = plan_in(bare)
    period, months, rest = time_in(plan)
    left = SETS.sub(" ", without_untold(rest))
    months = months or (WHOLE if _OF_YEAR.search(rest) else None)
    rest = rest.strip(" :,;.-–")
    kind = _kind(rest, f"{rest} %" if measure == "%" and "%" not in rest else rest, text)
    estimated = bool(_ESTIMATED.search(rest))
    if _names(left, kind) and kind != MEAN and not _SET_AGAINST.match(rest):
        return Heading("", period, months, False, measure, without_time(bare))
    if (found := _CHANGES.fullmatch(rest)) and "%" not in (text, measure):
        name, kind = found["name"], TARGET if found["aim"] else FIGURE
        return Heading(kind, period, months, estimated, measure, name[:1].upper() + name[1:])
    foreseen = not kind and IS_FORESEEN.search(rest)
    if foreseen or (without_untold(rest) != rest and kind not in COMPARISONS):
        return Heading(kind, "", None, estimated, measure, untold=True)
    untold = bool(_SAME.search(rest) or (not period and _BEFORE.search(rest)))
    untold &= not (period and (months or kind in COMPARISONS))
    told, by = "" if kind in COMPARISONS else measure, is_until(bare, period)
    about = Heading(kind, period, months, estimated, told, "", untold, "", by, stage, "", bound)
    return about if months else replace(about, span=_span(rest))


def time_named(line: str) -> str | None:
    """Give the time that a line names, empty where it does not tell it; None of no time."""
    about = read_heading(line)
    bare = plan_in(line)[-1]
    untold = without_untold(bare) != bare or (about.untold and about.kind not in COMPARISONS)
    return "" if untold else about.time or None


def _names(left: str, kind: str) -> bool:
    """Say whether words, or numbers that are no time, are left of a head that name something."""
    compares = kind in COMPARISONS
    for said in (_SAYS_NO_MORE, IS_PLAN, IS_FORESEEN, _IS_DONE, _FILLS):
        left = said.sub(" ", left)
    numbered = not compares and _DIGIT.search(_ABOUT_COLUMN.sub(" ", left))
    return bool(_LETTER.search(left) or numbered)


def _span(rest: str) -> str:
    return next((span for span, named in _SPANS.items() if named.search(rest)), "")


def plan_or_result(name: str) -> Heading:
    """Part *KH vốn*, *Ước TH vốn*, *% KH vốn* into kind and name; else nothing is said.

    *Dự kiến vốn* may be of either kind.
    """
    found = _OF_NAMED.fullmatch(name)
    if not found:
        return Heading()
    estimated = bool(_ESTIMATED.match(name))
    kinds = {"share": OF_TARGET, "aim": TARGET, "done": FIGURE}
    kind = next((kind for part, kind in kinds.items() if found[part]), "")
    return Heading(kind, estimated=estimated, name=found["name"])


def _kind(rest: str, said: str, whole: str) -> str:
    """Say what is under a head, by what is left of it without its time, and with its %."""
    if _IS_MEAN.fullmatch(rest):
        return MEAN
    aim, done = IS_PLAN.search(rest), _IS_DONE.search(rest)
    # The caption of a pair of columns says nothing of either.
    if aim and done and aim.start() < done.start() and "/" in rest:
        return COMPARED if RATIO.search(whole) else ""
    if _IS_OF_TARGET.search(said) or _TO_PLAN.search(whole) or (not rest and whole.strip() == "%"):
        return OF_TARGET
    if (
        _IS_COMPARED.search(rest)
        or _MORE_OR_LESS.search(whole)
        or ("%" in whole and "cùng kỳ" in rest.lower())
    ):
        return COMPARED
    if aim:
        return TARGET
    return FIGURE if done else ""
