"""What a number is: a figure, a target, or what is claimed of figures and targets."""

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.extract.vietnamese.changes import (
    ABOUT,
    ANY,
    below_zero,
    fallen,
    is_mean,
    may_have_moved,
    moved,
    risen_from,
    set_against,
)
from giaoban.extract.vietnamese.mentions import Quantity, compiled, whole_words
from giaoban.extract.vietnamese.sentences import Context
from giaoban.extract.vietnamese.times import YEAR
from giaoban.tables import TALLIES

FIGURE, TARGET = "figure", "target"
MEAN, MARGIN = "mean_per_year", "margin_over_target"
PERCENT, CHANGE, RELATIVE = "percent_of_target", "change", "percent_change"
CLAIMS = (MEAN, MARGIN, PERCENT, CHANGE, RELATIVE)
KINDS = (FIGURE, TARGET, *CLAIMS, *TALLIES)
_AIM = r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|yêu cầu|đề án|KH|NQ|CT)"
# After an aim: down to so much, and the words that qualify it.
_SO_MUCH = rf"(?:\s*[:,]?\s*(?:còn|xuống|từ|{ABOUT}))*\s*$"
_YEARS = rf"{YEAR}(?:\s*[-–/]\s*{YEAR})?"
_AIM_OR_SET = compiled(rf"(?<!\w){_AIM}(?!\w)|giao(?!\w)")
_STRIVES = compiled(
    r"(?<!\w)(?:phấn đấu|mục tiêu|đặt mục tiêu|đề ra mục tiêu|chỉ tiêu đến"
    r"|(?:đề ra|đặt ra|xác định)\s+(?:đến|là|có|phải))(?!\w)[^;]*$"
)
# “Phấn đấu đến năm 2025: hộ nghèo dưới 1%; 12 xã đạt chuẩn”: each of the list is striven for.
_STRIVEN_LIST = compiled(r"(?<!\w)(?:phấn đấu|mục tiêu)(?!\w)[^:;()]{0,200}:[^:]*;[^:;]*$")
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
_SOME_AIM = whole_words("chỉ tiêu|kế hoạch|mục tiêu|dự toán|KH")
_CARRIED_OUT = whole_words(
    r"(?:thực hiện|triển khai|hoàn thành|đạt|vượt)\s+(?:các\s+)?"
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|KH)"
)
_DONE = whole_words(r"đã|kết quả|thực hiện|hoàn thành(?!\s+(?:(?:tốt|xuất sắc)\s+)?nhiệm vụ)")
_SHORT_OF = r"thấp hơn|(?<!yếu )kém|hụt"
_OVER = rf"(?:vượt|cao hơn|{_SHORT_OF})(?!\w)"
# Of several such words the last one has the number.
_BEYOND = compiled(
    rf"(?<!\w)(?:(?P<short>{_SHORT_OF})|{_OVER})(?!\w)"
    rf"(?P<over>(?:\s+(?!đạt\s|{_OVER})[^\W\d_]+){{0,9}}?){ANY}"
)
# “Thu ngân sách đạt 75 tỷ đồng, vượt 8%.”: by so much over what was asked, where no more is said.
_OVER_BY = compiled(rf",\s*(?:và\s+)?vượt{ANY}")
_NO_MORE = re.compile(r"\s*(?:[,;.](?!\d)|$)")
_OF_AIM = compiled(
    rf"\s*(?:so\s+(?:với\s+)?)?(?:của\s+)?(?:các\s+)?{_AIM}(?!\w)|\s*(?:so\s+với\s+)?[^\W\d_]+\s+giao(?!\w)"
)
_SAME_AGAIN = compiled(r"\s*(?:tương đương|tức)(?!\w)")
_REACHED = compiled(rf"(?:đạt|bằng|hoàn thành|thực hiện|được|ước){ANY}")
# How many targets are met, of how many: “13/14 chỉ tiêu đạt và vượt”.
_ACHIEVED = r"(?:đạt|hoàn thành)"
REACHED, EXCEEDED, MET, NOT_MET = TALLIES
# What is said of the targets; the first that is there.
_TALLIED = {
    NOT_MET: compiled(rf"(?<!\w)(?:không|chưa)\s+{_ACHIEVED}(?!\w)"),
    REACHED: compiled(
        rf"(?<!\w){_ACHIEVED}(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?:{_ACHIEVED}\s+)?vượt(?!\w)"
        rf"|(?<!\w)vượt\s+và\s+{_ACHIEVED}(?!\w)"
    ),
    EXCEEDED: compiled(r"(?<!\w)vượt(?!\w)"),
    MET: compiled(rf"(?<!\w){_ACHIEVED}(?!\w)"),
}
# “Đạt 17 chỉ tiêu, vượt kế hoạch 4 chỉ tiêu”: those exceeded stand beside those met.
_BESIDE = compiled(
    r"[^,;.]{0,60}?(?:[,;]|(?<!\w)và)\s*(?:có\s+)?"
    r"(?:vượt(?!\w)[^,;.\d]*[0-9]+\s+chỉ tiêu|[0-9]+\s+chỉ tiêu\s+(?:hoàn thành\s+)?vượt)(?!\w)"
)
_BESIDE_BEFORE = compiled(
    r"(?:[0-9]+\s+chỉ tiêu\s+(?:hoàn thành\s+)?vượt"
    r"|(?<!đạt và )(?<!đạt, )vượt(?!\w)[^,;.\d]{0,60}[0-9]+(?:/[0-9]+)?\s+chỉ tiêu)(?!\w)"
    r"[^;.]{0,200}$"
)
# “Toàn bộ 13 chỉ tiêu đều đạt”: all there are, where they are not those of one field.
_ALL_OF_THEM = compiled(r"(?<!\w)(?:toàn bộ|tất cả)(?:\s+các)?\s*$")
_OF_A_FIELD = whole_words("về|lĩnh vực|nhóm|ngành|thuộc")
_OF_NO_FIELD = compiled(r"\s*chỉ tiêu\s*(?:$|(?:đều|đã|được|đề ra|của|đạt|hoàn thành|vượt)(?!\w))")
_STILL_AHEAD = compiled(r"(?<!\w)(?:phấn đấu|mục tiêu|dự kiến|phải)(?!\w)")


def kind_of(context: Context, share: bool) -> str:
    """Tell what a number is.

    Parameters
    ----------
    context : Context
        The words around it.
    share : bool
        Whether it is a percentage.
    """
    lead, tail = context.lead, context.tail
    if tally := tally_of(context):
        return tally
    # “120 ha/100 ha rừng”, “95%/90% kế hoạch”; of “12 ha/5 hộ” none is a plan.
    beside = context.before == "/" and (context.of_same_unit or _OF_AIM.match(tail))
    if context.quantity.paired or beside:
        return context.quantity.paired or TARGET
    if is_mean(context) and not _STRIVES.search(lead):
        return MEAN
    beyond = _BEYOND.search(lead)
    behind = tail.lstrip().removeprefix(context.quantity.unit)
    if beyond and (_AIM_OR_SET.search(beyond["over"]) or _OF_AIM.match(behind)):
        return MARGIN
    planned = _STILL_AHEAD.search(context.said)
    if share and _is_over(context) and _NO_MORE.match(context.after) and not planned:
        return MARGIN
    if share and _OF_AIM.match(tail) and _REACHED.search(lead):
        return PERCENT
    if context.bracket == "" and not context.quantity.counts and _AIM_BEFORE.search(context.said):
        return TARGET
    if _SET.search(lead if context.bracket is not None else lead.split(",")[-1]):
        return TARGET
    if moved(context):
        return CHANGE
    listed = _STRIVEN_LIST.search(context.said) and not _DONE.search(context.said)
    return TARGET if _STRIVES.search(lead) or listed else FIGURE


def _is_over(context: Context) -> bool:
    """Say whether a number stands right behind vượt, and another before that."""
    return context.follows and bool(_OVER_BY.search(context.before))


def names_target(context: Context) -> bool:
    """Say whether a number follows the word for a target that was exceeded."""
    beyond = _BEYOND.search(context.lead)
    return bool(beyond and _AIM_OR_SET.search(beyond["over"]))


def same_again(context: Context) -> bool:
    """Say whether a number in brackets says in other words what the one before does."""
    return bool(_SAME_AGAIN.match(context.bracket or ""))


def doubts_of_kind(
    context: Context, kind: str, share: bool, value: Decimal | None
) -> Iterator[str]:
    """Give the code of each doubt whether a number is what it was taken for."""
    if share and set_against(context):
        yield "ratio"
    elif share and kind in (FIGURE, TARGET) and value is not None and value > 100:
        yield "share_over_100"
    if share and kind in (CHANGE, MARGIN):
        yield "points_or_percent"
    if _change_or_level(context, kind):
        yield "change_or_level"
    if _target_or_figure(context, kind):
        yield "target_or_figure"
    if kind == FIGURE and _is_over(context):
        yield "margin_or_target"


def _change_or_level(context: Context, kind: str) -> bool:
    """Say whether a number may be by how much something moved, or how much there is of it."""
    if kind == CHANGE:
        return risen_from(context)
    return kind in (FIGURE, TARGET) and may_have_moved(context)


def _target_or_figure(context: Context, kind: str) -> bool:
    """Say whether a number near the words for a plan may be the plan or what came of it."""
    if kind == TARGET and context.bracket == "" and _AIM_BEFORE.search(context.said):
        return not _PERCENT_OF_AIM.search(context.said)
    if kind == TARGET:
        return bool(_CARRIED_OUT.search(context.lead))
    # The plan right behind the number before is that number's.
    lead = _OF_AIM.sub("", context.lead, count=1) if context.follows else context.lead
    return kind == FIGURE and bool(_SOME_AIM.search(lead))


def may_be_aim(context: Context) -> bool:
    """Say whether a number that follows a target may be one too: nothing calls it done."""
    return context.bracket is None and not _DONE.search(context.lead)


def downward(context: Context, kind: str) -> bool:
    """Say whether a change, a margin or a mean is one downwards, or a number is below zero."""
    if kind == MARGIN:
        beyond = _BEYOND.search(context.lead)
        return bool(beyond and beyond["short"])
    return (kind in (CHANGE, MEAN) and fallen(context)) or below_zero(context)


def counts_targets(quantity: Quantity) -> bool:
    """Say whether a number is one of targets."""
    return quantity.unit.lower().startswith("chỉ tiêu")


def tally_of(context: Context) -> str:
    """Tell what a number of targets counts: those met, exceeded or not met; else nothing."""
    if not counts_targets(context.quantity) or _STILL_AHEAD.search(context.said):
        return ""
    behind, before = context.tail, context.lead.split(",")[-1]
    for words in (behind, before):
        for kind, said in _TALLIED.items():
            if said.search(words):
                # “Đạt 18/19 chỉ tiêu” says that all others were not: those exceeded are among them.
                all_met = kind == MET and (words is before or context.quantity.counts)
                return REACHED if all_met and not _others_exceeded(context) else kind
    return ""


def counts_all(context: Context) -> bool:
    """Say whether a number is of all targets: “toàn bộ 13 chỉ tiêu”."""
    all_of_them = _ALL_OF_THEM.search(context.lead) and _OF_NO_FIELD.match(context.tail)
    return bool(all_of_them) and not _OF_A_FIELD.search(context.said + context.tail)


def _others_exceeded(context: Context) -> bool:
    """Say whether targets exceeded stand beside those met, and not among them: all have room."""
    sentence, quantity = context.sentence, context.quantity
    behind = _BESIDE.match(sentence.text[quantity.end : sentence.end])
    if not behind and not _BESIDE_BEFORE.search(context.said):
        return False
    # “15 đạt và vượt (trong đó vượt 9, đạt 6)”: those before are these.
    begun = quantity.start - len((context.bracket or context.said).split("trong đó")[-1])
    ours = [q for q in sentence.quantities if counts_targets(q) and q.start >= begun]
    first, *others = (q.counts or (q.number,) for q in ours)
    parts = [first, *others] if len(first) > 1 else others
    known = len(first) > 1 or (quantity.counts or (quantity.number,)) in others
    return known and sum(how_many(part[0]) for part in parts) <= how_many(first[-1])


def how_many(printed: str) -> int:
    """Read how many targets a number says there are; 0 where there is none."""
    return int(re.sub(r"\D", "", printed) or 0)
