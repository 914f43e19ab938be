"""What a number is: a figure, a target, or what is claimed of figures and targets."""

import re

from giaoban.extract.sentences import Around

FIGURE, TARGET = "figure", "target"
MEAN, MARGIN, PERCENT, CHANGE = (
    "mean_per_year",
    "margin_over_target",
    "percent_of_target",
    "change",
)
CLAIMS = (MEAN, MARGIN, PERCENT, CHANGE)
KINDS = (FIGURE, TARGET, *CLAIMS)
_AIM = r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|yêu cầu|đề án|KH|NQ|CT)"
# What may stand between a verb and its number.
_ABOUT = (
    r"đến|tới|thêm|mức|là|hơn|trên|dưới|khoảng|chừng|ngót|gần|xấp xỉ|ít nhất|tối thiểu|"
    r"không dưới|không quá|tối đa|nhiều nhất|chưa (?:đến|tới|đầy)|\+"
)
_ANY = rf"(?:\s*[:,]?\s*(?:được|{_ABOUT}))*\s*$"
# After an aim: down to so much, and the words that qualify it.
_SO_MUCH = rf"(?:\s*[:,]?\s*(?:còn|xuống|từ|{_ABOUT}))*\s*$"
_YEARS = r"(?:19|20)[0-9]{2}(?:\s*[-–/]\s*(?:19|20)[0-9]{2})?"
_MEAN = r"(?:trung bình|bình quân)(?!\s+đầu người)"
_EACH_YEAR = r"(?:(?:mỗi|hàng|hằng|một|1)\s+năm|/\s*năm)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LEADS_TO_MEAN = _compiled(rf"{_MEAN}[^;]*?{_EACH_YEAR}|{_EACH_YEAR}[^;]*?{_MEAN}")
_SAYS_MEAN = _compiled(rf"(?<!\w){_MEAN}(?!\w)")
_YEARLY = _compiled(rf"\s*(?:[^\W\d_]+\s+){{0,4}}(?:[^\W\d_]+)?\s*{_EACH_YEAR}")
_BY_YEAR = _compiled(r"(?<!\w)(?:mỗi|từng|hàng|hằng)\s+năm(?!\w)")
_A_YEAR = _compiled(
    r"\s*(?:[^\W\d_]+\s+){0,4}(?:[^\W\d_]+)?\s*"
    r"(?:/\s*(?:1\s+)?năm|(?:mỗi|một|từng|hàng|hằng)\s+năm)(?!\w)"
)
_STRIVES = _compiled(
    r"(?<!\w)(?:phấn đấu|mục tiêu|đặt mục tiêu|đề ra mục tiêu|chỉ tiêu đến)(?!\w)[^;]*$"
)
_SET = _compiled(
    rf"(?<!\w)(?:(?<!đạt )(?<!vượt )(?<!thành ){_AIM}"
    r"(?:\s+(?!(?:có|đạt|được|hoàn|vượt|thực|đều|và|tăng|giảm)\s)"
    rf"(?:{_YEARS}|[^\W\d_]+)){{0,9}}"
    rf"|{_AIM}(?!\w)[^,;]*?(?:đề ra|đặt ra)"
    r"|giao(?!\s+(?:ban|dịch|thông|lưu)))"
    rf"\s*(?:[:=]|là|phải đạt|tăng|giảm)?{_SO_MUCH}"
)
# “105% kế hoạch (150 đồng chí)”: what stands in brackets is the plan.
_AIM_BEFORE = _compiled(rf"(?<!\w){_AIM}(?:\s+(?:{_YEARS}|[^\W\d_]+)){{0,4}}\s*\($")
_PERCENT_OF_AIM = _compiled(
    rf"(?:%|phần trăm)\s*(?:so\s+(?:với\s+)?)?(?:của\s+)?{_AIM}(?!\w)[^()]*\($"
)
_SOME_AIM = _compiled(r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|KH)(?!\w)")
_CARRIED_OUT = _compiled(
    r"(?<!\w)(?:thực hiện|triển khai|hoàn thành|đạt|vượt)\s+(?:các\s+)?"
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|KH)(?!\w)"
)
_DONE = _compiled(r"(?<!\w)(?:đã|kết quả|thực hiện|hoàn thành)(?!\w)")
_SHORT_OF = r"thấp hơn|(?<!yếu )kém|hụt"
_OVER = rf"(?:vượt|cao hơn|{_SHORT_OF})(?!\w)"
# Of several such words the last one has the number.
_BEYOND = _compiled(
    rf"(?<!\w)(?:(?P<short>{_SHORT_OF})|{_OVER})(?!\w)"
    rf"(?P<over>(?:\s+(?!đạt\s|{_OVER})[^\W\d_]+){{0,9}}?){_ANY}"
)
_OF_AIM = _compiled(
    rf"\s*(?:so\s+(?:với\s+)?)?(?:của\s+)?(?:các\s+)?{_AIM}(?!\w)|\s*(?:so\s+với\s+)?[^\W\d_]+\s+giao(?!\w)"
)
_REACHED = _compiled(rf"(?:đạt|bằng|hoàn thành|thực hiện|được|ước){_ANY}")
_EVENLY = r"(?:\s+(?:gấp|trung bình|bình quân))?"
_MOVED = _compiled(
    r"(?<!\w)(?:tăng(?!\s+trưởng)|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|tăng trưởng)"
    rf"{_EVENLY}{_ANY}"
)
_DOWN = _compiled(rf"(?<!\w)(?:giảm|thấp hơn|ít hơn|kém|hụt){_EVENLY}{_ANY}")
# “giảm từ 5 đến 7%”: the word belongs to the range, not to the verb.
_FROM = _compiled(r"\s*(?<!\w)từ\s*$")
_REACHES = _compiled(r"\s*(?:[-–—]|đến|tới)\s*$|\s*(?:[^\W\d_]+\s+){0,2}trở\s+(?:lên|xuống)")
_MAY_MOVE = _compiled(
    r"(?<!\w)(?:tăng(?!\s+(?:trưởng|cường))|giảm)"
    r"(?:\s+(?!(?:lên|xuống|còn|từ|đạt|bằng|là|có|và|để|so|vượt|thấp|cao)\s)[^\W\d_]+){0,6}"
    rf"{_ANY}"
)
_RISEN_FROM = _compiled(r"(?<!\w)tăng\s+từ\s*$")
_BELOW_ZERO = _compiled(r"(?<!\w)âm\s*$")
_TO = _compiled(r"(?:lên|xuống|còn)(?:\s+(?:đến|tới|còn))?\s*$")
_COMPARED = _compiled(
    r"so\s+(?:với\s+)?(?:cùng kỳ|năm|tháng|quý|đầu|cuối|nhiệm kỳ|giai đoạn|trước)"
)


def kind_of(place: Around, share: bool) -> str:
    """Tell what a number is.

    Parameters
    ----------
    place : Around
        The words around it.
    share : bool
        Whether it is a percentage.
    """
    lead, tail = place.lead, place.tail
    if _is_mean(lead, tail) and not _STRIVES.search(lead):
        return MEAN
    beyond = _BEYOND.search(lead)
    if beyond and (_mentions_aim(beyond["over"]) or _OF_AIM.match(tail)):
        return MARGIN
    if share and _OF_AIM.match(tail) and _REACHED.search(lead):
        return PERCENT
    if place.bracket == "" and _AIM_BEFORE.search(place.said):
        return TARGET
    if _SET.search(lead if place.bracket is not None else lead.split(",")[-1]):
        return TARGET
    if _MOVED.search(_verb_of(place)) and not _TO.search(lead):
        return CHANGE
    return TARGET if _STRIVES.search(lead) else FIGURE


def _is_mean(lead: str, tail: str) -> bool:
    if _LEADS_TO_MEAN.search(lead):
        return True
    return bool(_SAYS_MEAN.search(lead) and _YEARLY.match(tail))


def _mentions_aim(words: str) -> bool:
    return bool(re.search(rf"(?<!\w){_AIM}(?!\w)|giao(?!\w)", words, re.IGNORECASE))


def _verb_of(place: Around) -> str:
    """Give the words before a number without the “từ” of its range."""
    return _FROM.sub("", place.lead) if _REACHES.match(place.after) else place.lead


def change_or_level(place: Around, kind: str) -> bool:
    """Say whether a number may be by how much something moved, or how much there is of it."""
    if kind == CHANGE:
        return bool(_RISEN_FROM.search(place.lead))
    return kind in (FIGURE, TARGET) and bool(_MAY_MOVE.search(place.lead))


def target_or_figure(place: Around, kind: str) -> bool:
    """Say whether a number near the words for a plan may be the plan or what came of it."""
    if kind == TARGET and place.bracket == "" and _AIM_BEFORE.search(place.said):
        return not _PERCENT_OF_AIM.search(place.said)
    if kind == TARGET:
        return bool(_CARRIED_OUT.search(place.lead))
    # The plan right behind the number before is that number's.
    follows = place.before != place.said
    lead = _OF_AIM.sub("", place.lead, count=1) if follows else place.lead
    return kind == FIGURE and bool(_SOME_AIM.search(lead))


def may_be_aim(place: Around) -> bool:
    """Say whether a number that follows a target may be one too: nothing calls it done."""
    return place.bracket is None and not _DONE.search(place.lead)


def by_year(place: Around, unit: str) -> bool:
    """Say whether a number is one of each year: “mỗi năm 150”, “150 đảng viên/năm”."""
    per = re.search(r"/\s*năm(?!\w)", unit, re.IGNORECASE)
    return bool(per or _A_YEAR.match(place.tail) or _BY_YEAR.search(place.lead))


def says_mean(place: Around) -> bool:
    """Say whether a number is called a mean."""
    return bool(_SAYS_MEAN.search(place.lead))


def downward(place: Around, kind: str) -> bool:
    """Say whether a change, a margin or a mean is one downwards, or a number is below zero."""
    if kind == MARGIN:
        beyond = _BEYOND.search(place.lead)
        return bool(beyond and beyond["short"])
    moved = kind in (CHANGE, MEAN) and _DOWN.search(_verb_of(place))
    return bool(moved or _BELOW_ZERO.search(place.lead))


def set_against(place: Around) -> bool:
    """Say whether a number is a ratio to an earlier period, as in “bằng 112% so với cùng kỳ”."""
    return bool(_COMPARED.match(place.tail.lstrip()) and re.search(r"bằng\s*$", place.lead))
