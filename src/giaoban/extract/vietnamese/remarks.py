"""What a review says beside its figures: what it found, why, and what is to be done by whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from giaoban.extract.vietnamese.mentions import Mention, Quantity, compiled
from giaoban.extract.vietnamese.owners import (
    days_due,
    is_told,
    names_another,
    owners,
    tasks_in,
)
from giaoban.extract.vietnamese.sentences import Sentence, split_sentences
from giaoban.extract.vietnamese.signs import (
    NUMBER,
    behind_sign,
    bullet_of,
    inner_sign,
    is_outside,
    is_ranked,
    sign_of,
    sort_of_sign,
)

# What a heading begins with, behind its number, and what else it holds where it says no more.
_HEADINGS = {
    "cause": r"(?:nguyên nhân|về (?:chủ|khách) quan)",
    "shortcoming": (
        r"(?:những\s+|một số\s+)?"
        r"(?:tồn tại|hạn chế|khuyết điểm|yếu kém|khó khăn|vướng mắc)"
    ),
    "direction": r"(?:phương hướng|nhiệm vụ|giải pháp)",
    "conclusion": r"kết luận",
    "action": r"(?:tổ chức thực hiện|phân công)",
    "result": r"(?:những\s+)?(?:kết quả|ưu điểm)",
}
_BESIDE = (
    r"và|các|những|một số|còn|của|trong|cho|chủ yếu|trọng tâm|cụ thể|chính|chung|cơ bản"
    r"|(?:khách|chủ) quan|đạt được|cần khắc phục|công tác|thực hiện|chỉ đạo|điều hành|hội nghị"
    r"|thời gian tới|(?:đầu|cuối) năm|năm|quý|tháng|[0-9]+|[IVX]+"
)
_ALONE = compiled(rf"(?:(?:{'|'.join(_HEADINGS.values())}|{_BESIDE})(?!\w)[\s,;:/–-]*)+")
# A part of a section may be called by the field that it is of: for sure where no other words stand.
_OF = r"(?:về|đối với|(?:trên |trong )?(?:các )?lĩnh vực|công tác|nhóm)"
_FIELD = compiled(rf"{_OF}(?:\s+[^\s.,;:]+){{1,9}}")
_KNOWN_FIELD = compiled(
    rf"{_OF}(?:[\s,–-]+(?:kinh tế|văn hóa|xã hội|(?:xây dựng )?(?:đảng|chính quyền)|nông thôn mới"
    r"|quốc phòng|an ninh|trật tự|đất đai|môi trường|giáo dục|đào tạo|y tế|nông nghiệp|ngân sách"
    r"|tài chính|đầu tư|giảm nghèo|cải cách hành chính|chuyển đổi số|dân vận|và)(?!\w))+"
)
# What a sentence begins with that speaks of it without a heading.
_OPENINGS = {
    "cause": r"(?:nguyên nhân|(?:về\s+)?(?:khách|chủ) quan)(?!\w)",
    "shortcoming": (
        r"(?:tồn tại|hạn chế|khó khăn|vướng mắc)(?!\w)"
        r"|(?:tuy nhiên|tuy vậy|song|bên cạnh (?:đó|(?:những |các )?kết quả))(?!\w)"
        r"[^.]*?(?<!\w)(?:hạn chế|tồn tại|khó khăn|vướng mắc|còn|chưa|chậm|thấp)(?!\w)"
    ),
    "conclusion": r"(?:phát biểu\s+)?kết luận(?!\w)",
    "direction": (
        r"(?:phương hướng|nhiệm vụ trọng tâm|(?:trong\s+)?thời gian tới"
        r"|(?:trong\s+)?(?:những|các)\s+tháng\s+(?:cuối|tới))(?!\w)"
    ),
}
_ANNOUNCES = re.compile(rf":\s*(?:{NUMBER})?\s*$")
_TASKS = ("action", "conclusion", "direction")
_CAUSES = {"subjective": "chủ quan", "objective": "khách quan"}
# A heading has no more words.
LONGEST = 14


@dataclass(frozen=True)
class Remark:
    """A sentence of a review that is no figure.

    Attributes
    ----------
    start, end : int
        Where it stands in its passage.
    section : str
        As in the table of records.
    cause : str
        ``subjective`` or ``objective``; empty where that is not said, or both are.
    owner, due : str
        Who is to do it, as printed, and the day by which, where one is said with its year.
    doubts : tuple of str
        The codes of what is to be looked at.
    """

    start: int
    end: int
    section: str
    cause: str = ""
    owner: str = ""
    due: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """The section that what stands below is of; none where it is empty.

    Attributes
    ----------
    section, cause : str
        As of a `Remark`.
    opened : bool
        Whether no heading begins it but a sentence: “… còn một số hạn chế như:”.
    unsure : bool
        Whether it may be an item, and no heading.
    owner, sign : str
        Whom the sentence gives the list below it, and the sort of its own sign.
    signs : tuple of str
        The sorts of the signs in that list, the latest last.
    within : Heading or None
        What it stands under itself.
    """

    section: str = ""
    cause: str = ""
    opened: bool = False
    unsure: bool = False
    owner: str = ""
    sign: str = ""
    signs: tuple[str, ...] = ()
    within: "Heading | None" = None


def remarks(
    text: str, mentions: Sequence[Mention], under: Heading, below: str = ""
) -> tuple[list[Remark], Heading]:
    """Find the remarks of a passage; say under which heading the next one stands.

    Parameters
    ----------
    text : str
        Of the passage.
    mentions : sequence of Mention
        What holds a number in it.
    under : Heading
        The heading that it stands under.
    below : str
        The text of the passage below it: a list tells the name of a field.
    """
    sign = sign_of(text)
    under = _left(under, sign, sign_of(below) if text.rstrip().endswith(":") else "")
    heading = _heading(text, mentions, under)
    if heading is not None and not heading.unsure:
        return [], heading
    begin = behind_sign(text)
    words = text[begin:].strip(" :") if under.section else ""
    known, bullet = _KNOWN_FIELD.fullmatch(words), bullet_of(below)
    listed = bool(bullet) and bullet != sign
    if known and listed and not bullet_of(text):
        return [], under
    here = under = replace(under, unsure=True) if heading else under
    # A full stop behind the number of an outline ends no sentence.
    text, mentions = " " * begin + text[begin:], [m for m in mentions if m.start >= begin]
    found = []
    for sentence in (task for whole in split_sentences(text, mentions) for task in tasks_in(whole)):
        begun = _given_to(sentence.said, sign, under) or _opened(sentence.said)
        here = begun or here
        if (remark := _remark(sentence, here)) is not None:
            carried = here.opened and not begun and remark.owner in ("", here.owner)
            unsure = under.unsure or bool(known or (listed and _FIELD.fullmatch(words)))
            more = ("section_carried",) * carried + ("heading_or_item",) * unsure
            found.append(replace(remark, doubts=(*more, *remark.doubts)))
    inner = inner_sign(text) if here is not under and here.owner else None
    if inner:
        here = replace(here, signs=(sort_of_sign(inner["sign"]),))
    goes_on = inner or text.rstrip().endswith(":")
    return found, heading or (here if goes_on else under)


def _heading(text: str, mentions: Sequence[Mention], under: Heading) -> Heading | None:
    """Read a heading, of no section too; unsure is one that may be an item of that before it."""
    words = text[behind_sign(text) :].strip()
    long = len(words.split()) > LONGEST or any(isinstance(m, Quantity) for m in mentions)
    if long or re.search(r"[.;,!?…]$", words) or bullet_of(text):
        return None
    ranked = is_ranked(text) or words.isupper()
    for section, begins in _HEADINGS.items():
        if re.match(rf"{begins}(?!\w)", words, re.IGNORECASE):
            sure = ranked or not under.section or _ALONE.fullmatch(words)
            return Heading(section, _cause(words), unsure=not sure)
    return Heading() if ranked else None


def _opened(said: str) -> Heading | None:
    """Say of which section a sentence is by the words that it begins with."""
    words = said[behind_sign(said) :]
    sections = (of for of, begins in _OPENINGS.items() if re.match(begins, words, re.IGNORECASE))
    section = next(sections, None)
    return Heading(section, _cause(said), opened=True) if section else None


def _given_to(said: str, sign: str, under: Heading) -> Heading | None:
    """Say whose list a sentence begins: “Giao Phòng Kinh tế:”."""
    bare = said[behind_sign(said) :]
    given = owners(bare, tasks=True) if _ANNOUNCES.search(bare) else []
    owner = given[0] if len(given) == 1 else ""
    own = sort_of_sign(sign)
    return Heading("action", opened=True, owner=owner, sign=own, within=under) if owner else None


def _left(under: Heading, sign: str, deeper: str) -> Heading:
    """Leave the lists that a line ends; keep its sign, and that of the list that it announces."""
    at: Heading | None = under
    while at is not None and at.opened:
        outer = at.within.signs if at.within else ()
        if not sign or is_outside(sign, at.sign, at.signs, outer):
            under = at.within or Heading()
        at = at.within
    signs = tuple(dict.fromkeys(sort_of_sign(mark) for mark in (deeper, sign) if mark))
    kept = tuple(sort for sort in under.signs if sort not in signs)
    return replace(under, signs=kept + signs) if under.owner else under


def _remark(sentence: Sentence, under: Heading) -> Remark | None:
    """Take a sentence for a remark, but not one of results with a figure, or one that ends “:”."""
    start = sentence.start + behind_sign(sentence.said)
    said = sentence.text[start : sentence.end]
    given = owners(said, under.section in _TASKS)
    figures = under.section == "result" and not under.unsure and sentence.quantities
    if _ANNOUNCES.search(said) or not re.search(r"[^\W\d_]", said):
        return None
    if not given and (figures or not under.section):
        return None
    if under.section == "cause":
        unsaid = ("cause_not_said",) * (not under.cause)
        return Remark(start, sentence.end, "cause", under.cause, doubts=unsaid)
    told = bool(given) and under.section not in _TASKS and is_told(said)
    if under.owner and not given:
        given = ["" if names_another(said) else under.owner]
    section = "action" if given else under.section
    days = days_due(sentence) if section in _TASKS else []
    owner, due = (them[0] if len(them) == 1 else "" for them in (given, days))
    several = len(days) > 1 or ((owner or due) and ";" in said.rstrip(" ;"))
    doubts = ("owner_unsure",) * bool(given and not owner) + ("several_tasks",) * bool(several)
    doubts += ("task_or_told",) * told
    return Remark(start, sentence.end, section, owner=owner, due=due, doubts=doubts)


def _cause(text: str) -> str:
    said = [kind for kind, words in _CAUSES.items() if words in text.lower()]
    return said[0] if len(said) == 1 else ""
