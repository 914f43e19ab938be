"""Plans as heads name them: who set one, and how often it had been adjusted."""

from giaoban.extract.vietnamese import CAPITALS, compiled
from giaoban.sheet.words.offices import BUREAUS, COUNCILS, PARTY, PLACES, SHORT_PLACES

PLAN_WORDS = (
    r"kh|kế hoạch|ct|chỉ tiêu|mục tiêu|nq|nghị quyết|dự toán|dt|giao|phấn đấu|(?:mức )?yêu cầu"
    r"|plan(?:ned)?|targets?|goals?"
)
# What is told of what is yet to come, and says not whether it is a plan.
FORESEEN = r"dự kiến|dự báo|dự ước|ước tính|khả năng|đăng ký|forecasts?|projected|expected"
IS_FORESEEN = compiled(rf"(?<!\w)(?:{FORESEEN})(?!\w)")
IS_PLAN = compiled(rf"(?<!\w)(?:{PLAN_WORDS})(?!\w)")
# Who sets plans; of “xã” and “bộ” alone something is counted.
_LEVEL = rf"{PLACES}|{SHORT_PLACES}|tw|trung ương"
SETS = compiled(
    rf"(?<!\w)(?:(?:{PLAN_WORDS})\s+)?"
    rf"(?:(?:{_LEVEL}|{BUREAUS}|{COUNCILS}|{PARTY}|thuế|chính phủ|bhxh)\s+)+"
    rf"(?:(?-i:[{CAPITALS}])[\w&]*\s+(?:[\w&]+\s+){{0,3}}?)?(?:đã\s+)?(?=giao(?!\w))"
    rf"|(?<!\w)(?:{COUNCILS}|{PARTY}|{PLAN_WORDS})\s+(?:{_LEVEL})(?!\w)"
)
# Who sets plans where others stand beside, and what begins or ends as a plan does.
_OFFICE = (
    rf"(?:(?:{_LEVEL}|{BUREAUS}|{COUNCILS}|{PARTY}|đơn vị|cơ quan|phòng|công an|bhxh|btv|bch"
    r"|gd&đt)(?:\s+|$))+"
)
_OWNED = compiled(
    rf"(?:{PLAN_WORDS})\s+(?:của\s+)?{_OFFICE}(?:đã\s+)?(?:giao)?"
    rf"|(?:(?:{PLAN_WORDS})\s+)?{_OFFICE}(?:[\w&]+\s+){{0,4}}?giao"
    rf"|(?:nq|nghị quyết)\s+(?:hđnd|{PARTY})\s+{_OFFICE}[\w& ]*"
)
# What may be planned of each row, or was assigned.
_MAY_BE_PLAN = compiled(
    rf"(?!giao\s)(?:{PLAN_WORDS}|{FORESEEN})(?!\w).*|.*(?<!\w)(?:giao|phấn đấu|{FORESEEN})"
)
# A table of plans, as its caption says.
_ALL_PLANNED = compiled(
    r"(?!.*(?<!\w)(?:kết quả|tình hình|tiến độ|đánh giá|ước|quyết toán"
    r"|và thực hiện|mục tiêu quốc gia)(?!\w))(?!.*[-–,/] ?thực hiện(?!\w))"
    r"(?:(?:biểu|bảng|tổng hợp|chi tiết)\s+)*(?:(?:giao|phân bổ|phân khai|đăng ký)\s+(?:\w+\s+)?"
    r"chỉ tiêu|(?:(?:giao|phân bổ|phân khai|đăng ký)\s+)?(?:kế hoạch|dự toán|mục tiêu)"
    r"|chỉ tiêu (?:kế hoạch|giao))(?!\w).*"
)
# A plan that another one beside it takes the place of, and that other one.
# Of “đầu năm 2024” the year stays; “6 tháng đầu năm” is a time.
_FIRST = compiled(
    r"(?P<open>\(\s*)?(?<!\w)(?:(?<!tháng\s)đầu(?:\s+(?:năm|kỳ)(?!\s+(?:học|\d))|(?=\s+(?:năm"
    r"|kỳ)(?!\w)))"
    r"|ban\s+đầu|original|initial)(?!\w)(?(open)\s*\))"
)
_ADJUSTED = compiled(
    r"(?P<open>\(\s*)?(?<!\w)(?:(?:sau\s+(?:khi\s+)?"
    r"|đã\s+)?điều\s+chỉnh(?:[,\s]+(?:và\s+)?bổ\s+sung)?"
    r"(?:\s+lần\s+(?:thứ\s+)?(?P<times>\d|nhất|hai|ba))?|(?<=kh\s)đ/?c|adjusted"
    r"|revised)(?!\w)(?(open)\s*\))"
)
_TIMES = {"nhất": 1, "hai": 2, "ba": 3}
# A ceiling, or the least that is wanted.
_SIGNS = {
    sign: compiled(rf"(?P<open>\(\s*)?(?<!\w)(?:{words})(?:(?<!\w)|(?!\w))(?(open)\s*\))")
    for sign, words in (
        ("<=", r"max(?:imum)?|ceiling|upper limit|at most|no more than|not exceeding|tối đa"
         r"|(?:mức )?trần|không (?:được )?(?:quá|vượt)(?: quá)?|≤|<="),
        (">=", r"min(?:imum)?|floor|lower limit|at least|no less than|tối thiểu|(?:mức )?sàn"
         r"|ít nhất|không (?:thấp hơn|dưới|ít hơn)|≥|>="),
    )
}  # fmt: skip


def is_plan_of_office(name: str) -> bool:
    """Say whether a head that names something is a plan where others stand beside it."""
    return bool(_OWNED.fullmatch(name))


def may_be_plan(name: str) -> bool:
    """Say whether what a head names may be a plan: *KH vốn*, *Tân Lập giao*, *Số hộ đăng ký*."""
    return bool(_MAY_BE_PLAN.fullmatch(name))


def is_all_planned(caption: str) -> bool:
    """Say whether a caption is that of plans, and of no results: *Giao chỉ tiêu năm 2025*."""
    return bool(_ALL_PLANNED.fullmatch(caption))


def stage_of(text: str) -> int:
    """Say how often a plan had been adjusted where a text says nothing else: *Điều chỉnh*."""
    stage, rest = _staged(f"KH {text}")
    return stage if rest.strip(" :") == "KH" else 0


def without_stage(text: str) -> str:
    """Take out of the name of a plan how often it had been adjusted: *KH tỉnh giao đầu năm*."""
    return " ".join(_staged(text)[1].split()).replace("( ", "(")


def plan_in(text: str) -> tuple[int, str, str]:
    """Say of a plan how often it had been adjusted, give its sign, ``<=`` or ``>=``, and the rest.

    No sign of *KH*, nor of what says both: *KH (tối thiểu - tối đa)*.
    """
    stage, text = _staged(text)
    found = [sign for sign, said in _SIGNS.items() if IS_PLAN.search(text) and said.search(text)]
    for sign in found:
        text = _SIGNS[sign].sub(" ", text)
    return stage, found[0] if len(found) == 1 else "", text


def _staged(text: str) -> tuple[int, str]:
    if not IS_PLAN.search(text):
        return 0, text
    if found := _ADJUSTED.search(text):
        times = (found["times"] or "1").lower()
        return int(_TIMES.get(times, times)), f"{text[: found.start()]} {text[found.end() :]}"
    return (-1 if _FIRST.search(text) else 0), _FIRST.sub(" ", text)
