"""What a review says beside its figures: what it found, why, and what is to be done by whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from giaoban.extract.vietnamese.mentions import Mention, Quantity, compiled
from giaoban.extract.vietnamese.sentences import Sentence, split_sentences
from giaoban.language import iso_day

# What a heading begins with, behind its number, and what else it holds where it says no more.
_HEADINGS = {
    "cause": r"nguyên nhân",
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
# The sign of a list, or a number of an outline.
_DASH, _ROMAN = r"[-–—+•*▪●]", r"[IVX]{1,4}[.)]\s+"
_NUMBER = r"\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđ])[.)]"
_SIGN = rf"\s*(?:{_ROMAN}|(?:{_DASH}|{_NUMBER})(?:\s+|(?=[^\W\d_])))"
_MARK, _MARKED = re.compile(rf"(?:{_SIGN})?\s*"), re.compile(_SIGN)
_ANNOUNCES = re.compile(rf":\s*(?:{_NUMBER})?\s*$")
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x1F00))))}]"
# Some of the words begin others than the name of an office: ban hành, tổ chức, hội nghị.
_OFFICE = (
    r"(?:(?:Văn phòng|UBND|HĐND|Ủy ban|Uỷ ban|Thường trực|Đảng ủy|Đảng uỷ|Công an|Trung tâm"
    r"|Chi cục|Mặt trận|Thanh tra|Kho bạc|Bộ phận|[Cc]ác (?:xã|thôn|[Pp]hòng|[Bb]an))(?!\w)"
    rf"|(?:Phòng|Ban|Sở|Hạt|Đoàn|Hội|Trạm|Đội|Tổ)\s+(?={_CAPITAL}"
    r"|quản lý|chỉ đạo|chỉ huy|công tác|đồng (?!ý)|thanh niên|y tế))"
)
_VERB = (
    r"(?:chủ trì|chủ động|chịu trách nhiệm|phối hợp|tham mưu|khẩn trương|tiếp tục|tập trung|rà soát"
    r"|xây dựng|báo cáo|hoàn thành|thực hiện|triển khai|hướng dẫn|đôn đốc|kiểm tra|giám sát"
    r"|tổ chức|đẩy (?:nhanh|mạnh)|theo dõi|giúp|chuẩn bị|lập|trình|gửi|cung cấp|đề xuất|ban hành"
    r"|cập nhật|công (?:bố|khai)|niêm yết|bố trí|phân bổ|giải (?:quyết|ngân)|xử lý|khắc phục"
    r"|tăng cường|nâng cao|(?:đảm|bảo) (?:bảo|đảm)|vận động|tuyên truyền|thẩm định|tổng hợp"
    r"|nghiên cứu|phê duyệt|thông báo|duy trì|khảo sát|đánh giá|thống kê|tiếp nhận|sớm|làm|mở"
    r"|phải|cần|sẽ|có|kịp thời|thường xuyên|nghiêm túc)"
)
_BEGINS = r"(?:^|[,;:(]\s*)"
_WHO = rf"(?:{_CAPITAL}|(?:các|đồng chí|ông|bà)\s)"
_GIVES = rf"[Gg]iao(?:\s+cho)?\s+(?={_WHO})"
_TO_DO = rf"(?=,?\s+{_VERB}(?!\w)|\s*:)"
_GIVEN = re.compile(rf"{_BEGINS}{_GIVES}(?P<owner>[^.;:]*?(?:{_TO_DO}|[.;]))")
# Where a heading says that tasks follow; what has been given is no task.
_TASKED = re.compile(
    r"(?<!\w)(?<![đĐ]ã )(?<![đĐ]ược )(?<![bB]àn )(?<![cC]huyển )(?<![cC]hưa )(?<![mM]ới )"
    rf"{_GIVES}(?P<owner>[^.;:]{{1,150}}?){_TO_DO}"
    rf"|{_BEGINS}(?P<head>{_OFFICE}[^.;:]{{0,150}}?)\s+(?:chủ trì|chịu trách nhiệm)(?!\w)"
)
_TASKS = ("action", "conclusion", "direction")
# What no name of an office holds, and how many words none exceeds.
MOST_WORDS, _NO_NAME = 8, re.compile(rf"[\d.;]|(?<!\w)(?:do|được|để|nhằm|theo|trong|{_VERB})(?!\w)")
_BY = compiled(
    r"(?:trước|xong|chậm nhất(?:\s+là)?|đến hết|(?<!quá\s)(?<!trễ\s)hạn(?:\s+cuối)?)"
    r"(?:\s+trước)?\s*:?\s*$"
)
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
    """

    section: str = ""
    cause: str = ""
    opened: bool = False
    unsure: bool = False


def remarks(text: str, mentions: Sequence[Mention], under: Heading) -> tuple[list[Remark], Heading]:
    """Find the remarks of a passage; say under which heading the next one stands.

    Parameters
    ----------
    text : str
        Of the passage.
    mentions : sequence of Mention
        What holds a number in it.
    under : Heading
        The heading that it stands under.
    """
    marked = _MARKED.match(text)
    if under.opened and not marked:
        under = Heading()
    heading = _heading(text, mentions, under)
    if heading is not None and not heading.unsure:
        return [], heading
    here = under = replace(under, unsure=True) if heading else under
    # A full stop behind the number of an outline ends no sentence.
    begin = marked.end() if marked else 0
    text, mentions = " " * begin + text[begin:], [m for m in mentions if m.start >= begin]
    found = []
    for sentence in (task for whole in split_sentences(text, mentions) for task in _tasks(whole)):
        begun = _opened(sentence.said)
        here = begun or here
        if (remark := _remark(sentence, here)) is not None:
            carried = here.opened and not begun and not remark.owner
            more = ("section_carried",) * carried + ("heading_or_item",) * under.unsure
            found.append(replace(remark, doubts=(*more, *remark.doubts)))
    return found, heading or (here if text.rstrip().endswith(":") else under)


def _heading(text: str, mentions: Sequence[Mention], under: Heading) -> Heading | None:
    """Read a heading, of no section too; unsure is one that may be an item of that before it."""
    words = _MARK.sub("", text, count=1).strip()
    long = len(words.split()) > LONGEST or any(isinstance(m, Quantity) for m in mentions)
    if long or re.search(r"[.;,!?…]$", words) or re.match(rf"\s*{_DASH}", text):
        return None
    ranked = re.match(rf"\s*{_ROMAN}", text) or words.isupper()
    for section, begins in _HEADINGS.items():
        if re.match(rf"{begins}(?!\w)", words, re.IGNORECASE):
            sure = ranked or not under.section or _ALONE.fullmatch(words)
            return Heading(section, _cause(words), unsure=not sure)
    return Heading() if ranked else None


def _tasks(sentence: Sentence) -> Iterator[Sentence]:
    """Part a sentence where another task is given behind a semicolon."""
    given = re.finditer(rf";\s*(?={_GIVES})", sentence.said)
    ends = [sentence.start, *(sentence.start + mark.end() for mark in given), sentence.end]
    for start, end in pairwise(ends):
        here = [mention for mention in sentence.mentions if start <= mention.start < end]
        yield Sentence(sentence.text, start, end, here)


def _opened(said: str) -> Heading | None:
    """Say of which section a sentence is by the words that it begins with."""
    words = _MARK.sub("", said, count=1)
    sections = (of for of, begins in _OPENINGS.items() if re.match(begins, words, re.IGNORECASE))
    section = next(sections, None)
    return Heading(section, _cause(said), opened=True) if section else None


def _remark(sentence: Sentence, under: Heading) -> Remark | None:
    """Take a sentence for a remark, but not one of results with a figure, or one that ends “:”."""
    mark = _MARK.match(sentence.said)
    start = sentence.start + (mark.end() if mark else 0)
    said = sentence.text[start : sentence.end]
    owners = _owners(said, under.section in _TASKS)
    figures = under.section == "result" and not under.unsure and sentence.quantities
    if _ANNOUNCES.search(said) or not re.search(r"[^\W\d_]", said):
        return None
    if not owners and (figures or not under.section):
        return None
    if under.section == "cause":
        unsaid = ("cause_not_said",) * (not under.cause)
        return Remark(start, sentence.end, "cause", under.cause, doubts=unsaid)
    section = "action" if owners else under.section
    days = _days(sentence) if section in _TASKS else []
    owner, due = (them[0] if len(them) == 1 else "" for them in (owners, days))
    several = len(days) > 1 or ((owner or due) and ";" in said.rstrip(" ;"))
    doubts = ("owner_unsure",) * bool(owners and not owner) + ("several_tasks",) * bool(several)
    return Remark(start, sentence.end, section, owner=owner, due=due, doubts=doubts)


def _owners(said: str, tasks: bool) -> list[str]:
    """Name who is given each task of a sentence, with no name where that is not sure."""
    given = [match["owner"] for match in _GIVEN.finditer(f"{said}.")]
    if tasks and not given:
        given = [match["owner"] or match["head"] for match in _TASKED.finditer(said)]
    return [owner.strip(" ,") if _is_name(owner) else "" for owner in given]


def _is_name(owner: str) -> bool:
    parts = owner.strip(" ,").split(", ")
    short = all(part.isupper() or 1 < len(part.split()) <= MOST_WORDS for part in parts)
    return short and not _NO_NAME.search(owner) and all(re.match(_WHO, part) for part in parts)


def _cause(text: str) -> str:
    said = [kind for kind, words in _CAUSES.items() if words in text.lower()]
    return said[0] if len(said) == 1 else ""


def _days(sentence: Sentence) -> list[str]:
    """Give the days by which something is to be done, those that stand with their year."""
    text = sentence.text
    days = [m for m in sentence.mentions if m.sort == "date" and _BY.search(text[: m.start])]
    read = [iso_day(re.sub(r"^ngày\s+", "", text[m.start : m.end])) for m in days]
    return [day for day in read if re.fullmatch(r"\d{4}-\d\d-\d\d", day)]
