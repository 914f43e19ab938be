"""What a number is: a figure, a target, or what is claimed of figures and targets."""

import re

from giaoban.extract.means import is_mean
from giaoban.extract.movement import (
    ABOUT,
    ANY,
    below_zero,
    compiled,
    fallen,
    may_have_moved,
    moved,
    risen_from,
)
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
# After an aim: down to so much, and the words that qualify it.
_SO_MUCH = rf"(?:\s*[:,]?\s*(?:còn|xuống|từ|{ABOUT}))*\s*$"
_YEARS = r"(?:19|20)[0-9]{2}(?:\s*[-–/]\s*(?:19|20)[0-9]{2})?"
_STRIVES = compiled(
    r"(?<!\w)(?:phấn đấu|mục tiêu|đặt mục tiêu|đề ra mục tiêu|chỉ tiêu đến)(?!\w)[^;]*$"
)
_SET = compiled(
    rf"(?<!\w)(?:(?<!đạt )(?<!vượt )(?<!thành ){_AIM}"
    r"(?:\s+(?!(?:có|đạt|được|hoàn|vượt|thực|đều|và|tăng|giảm)\s)"
    rf"(?:{_YEARS}|[^\W\d_]+)){{0,9}}"
    rf"|{_AIM}(?!\w)[^,;]*?(?:đề ra|đặt ra)"
    r"|giao(?!\s+(?:ban|dịch|thông|lưu)))"
    rf"\s*(?:[:=]|là|phải đạt|tăng|giảm)?{_SO_MUCH}"
)
# “105% kế hoạch (150 đồng chí)”: what stands in brackets is the plan.
_AIM_BEFORE = compiled(rf"(?<!\w){_AIM}(?:\s+(?:{_YEARS}|[^\W\d_]+)){{0,9}}\s*\($")
_PERCENT_OF_AIM = compiled(
    rf"(?:%|phần trăm)\s*(?:so\s+(?:với\s+)?)?(?:của\s+)?{_AIM}(?!\w)[^()]*\($"
)
_SOME_AIM = compiled(r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|KH)(?!\w)")
_CARRIED_OUT = compiled(
    r"(?<!\w)(?:thực hiện|triển khai|hoàn thành|đạt|vượt)\s+(?:các\s+)?"
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|KH)(?!\w)"
)
_DONE = compiled(r"(?<!\w)(?:đã|kết quả|thực hiện|hoàn thành)(?!\w)")
_SHORT_OF = r"thấp hơn|(?<!yếu )kém|hụt"
_OVER = rf"(?:vượt|cao hơn|{_SHORT_OF})(?!\w)"
# Of several such words the last one has the number.
_BEYOND = compiled(
    rf"(?<!\w)(?:(?P<short>{_SHORT_OF})|{_OVER})(?!\w)"
    rf"(?P<over>(?:\s+(?!đạt\s|{_OVER})[^\W\d_]+){{0,9}}?){ANY}"
)
_OF_AIM = compiled(
    rf"\s*(?:so\s+(?:với\s+)?)?(?:của\s+)?(?:các\s+)?{_AIM}(?!\w)|\s*(?:so\s+với\s+)?[^\W\d_]+\s+giao(?!\w)"
)
_SAME_AGAIN = compiled(r"\s*(?:tương đương|tức)(?!\w)")
_REACHED = compiled(rf"(?:đạt|bằng|hoàn thành|thực hiện|được|ước){ANY}")


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
    if is_mean(place) and not _STRIVES.search(lead):
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
    if moved(place):
        return CHANGE
    return TARGET if _STRIVES.search(lead) else FIGURE


def names_target(place: Around) -> bool:
    """Say whether a number follows the word for a target that was exceeded."""
    beyond = _BEYOND.search(place.lead)
    return bool(beyond and _mentions_aim(beyond["over"]))


def same_again(place: Around) -> bool:
    """Say whether a number in brackets says in other words what the one before does."""
    return bool(_SAME_AGAIN.match(place.bracket or ""))


def _mentions_aim(words: str) -> bool:
    return bool(re.search(rf"(?<!\w){_AIM}(?!\w)|giao(?!\w)", words, re.IGNORECASE))


def change_or_level(place: Around, kind: str) -> bool:
    """Say whether a number may be by how much something moved, or how much there is of it."""
    if kind == CHANGE:
        return risen_from(place)
    return kind in (FIGURE, TARGET) and may_have_moved(place)


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


def downward(place: Around, kind: str) -> bool:
    """Say whether a change, a margin or a mean is one downwards, or a number is below zero."""
    if kind == MARGIN:
        beyond = _BEYOND.search(place.lead)
        return bool(beyond and beyond["short"])
    return (kind in (CHANGE, MEAN) and fallen(place)) or below_zero(place)
