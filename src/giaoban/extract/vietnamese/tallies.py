"""How many targets are met, of how many: “13/14 chỉ tiêu đạt và vượt”."""

from giaoban.extract.vietnamese.mentions import compiled
from giaoban.extract.vietnamese.sentences import Context
from giaoban.tables import TALLIES

_DONE = r"(?:đạt|hoàn thành)"
REACHED, EXCEEDED, MET, NOT_MET = TALLIES
# What is said of the targets; the first that is there.
_SAID = {
    NOT_MET: compiled(rf"(?<!\w)(?:không|chưa)\s+{_DONE}(?!\w)"),
    REACHED: compiled(
        rf"(?<!\w){_DONE}(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?:{_DONE}\s+)?vượt(?!\w)"
        rf"|(?<!\w)vượt\s+và\s+{_DONE}(?!\w)"
    ),
    EXCEEDED: compiled(r"(?<!\w)vượt(?!\w)"),
    MET: compiled(rf"(?<!\w){_DONE}(?!\w)"),
}
# “Đạt 17 chỉ tiêu, vượt kế hoạch 4 chỉ tiêu”: those exceeded stand beside those met.
_BESIDE = compiled(
    r"[^,;.]{0,60}?(?:[,;]|(?<!\w)và)\s*(?:có\s+)?"
    r"(?:vượt(?!\w)[^,;.\d]*[0-9]+\s+chỉ tiêu|[0-9]+\s+chỉ tiêu\s+(?:hoàn thành\s+)?vượt)(?!\w)"
)
_ALL = compiled(r"(?<!\w)(?:toàn bộ|tất cả|cả)\s*$")
_AHEAD = compiled(r"(?<!\w)(?:phấn đấu|mục tiêu|dự kiến|phải)(?!\w)")


def counts_targets(context: Context) -> bool:
    """Say whether a number is one of targets."""
    return context.quantity.unit.lower().startswith("chỉ tiêu")


def tally_of(context: Context) -> str:
    """Tell what a number of targets counts: those met, exceeded or not met; else nothing."""
    if not counts_targets(context) or _AHEAD.search(context.said):
        return ""
    behind, before = context.tail, context.lead.split(",")[-1]
    for words in (behind, before):
        for kind, said in _SAID.items():
            if said.search(words):
                # “Đạt 18/19 chỉ tiêu” says that all others were not: those exceeded are among them.
                all_met = kind == MET and (words is before or context.quantity.counts)
                return REACHED if all_met and not _BESIDE.match(_rest(context)) else kind
    return ""


def counts_all(context: Context) -> bool:
    """Say whether a number is of all targets: “toàn bộ 13 chỉ tiêu”."""
    return bool(_ALL.search(context.lead))


def _rest(context: Context) -> str:
    """Give the rest of the sentence behind a number."""
    return context.sentence.text[context.quantity.end : context.sentence.end]
