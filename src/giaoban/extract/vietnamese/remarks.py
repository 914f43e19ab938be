"""What a review says beside its figures: what it found, why, and what is to be done by whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from giaoban.extract.vietnamese.mentions import Mention, Quantity, compiled
from giaoban.extract.vietnamese.sentences import Sentence, split_sentences
from giaoban.language import iso_day

# What a heading begins with, behind its number.
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
_SIGN = r"\s*(?:[-–—+•*]|\(?(?:[0-9]{1,2}|[IVX]{1,4}|[a-zđ])[.)])\s+"
_MARK, _MARKED = rf"(?:{_SIGN})?", re.compile(_SIGN)
_OFFICE = (
    r"(?:Văn phòng|Phòng|Ban|Sở|UBND|HĐND|Ủy ban|Uỷ ban|Thường trực|Đảng ủy|Đảng uỷ|Công an"
    r"|Trung tâm|Hạt|Chi cục|Đoàn|Hội|Mặt trận|Thanh tra|Kho bạc|Trạm|Đội|Tổ|Bộ phận"
    r"|các (?:xã|[Pp]hòng|[Bb]an))"
)
_VERB = (
    r"(?:chủ trì|phối hợp|tham mưu|chịu trách nhiệm|khẩn trương|tiếp tục|tập trung|rà soát|xây dựng"
    r"|báo cáo|hoàn thành|thực hiện|hướng dẫn|đôn đốc|kiểm tra|tổ chức|đẩy nhanh|theo dõi|giúp"
    r"|chuẩn bị)"
)
_GIVEN = re.compile(
    rf"(?:^|(?<!\w))(?:[Gg]iao(?:\s+cho)?\s+)(?P<owner>{_OFFICE}(?!\w)[^.;:]*?)(?=,?\s+{_VERB}(?!\w)|[.;:]|$)"
    rf"|(?P<head>(?<!\w){_OFFICE}(?!\w)[^.,;:]*?)\s+(?:chủ trì|chịu trách nhiệm)(?!\w)"
)
_BY = compiled(r"(?:trước|xong|chậm nhất(?:\s+là)?|đến hết|hạn(?:\s+cuối)?)(?:\s+trước)?\s*:?\s*$")
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
    carried : bool
        Whether its own words do not say the section: an earlier heading or sentence does.
    """

    start: int
    end: int
    section: str
    cause: str = ""
    owner: str = ""
    due: str = ""
    carried: bool = False


@dataclass(frozen=True)
class Heading:
    """The section that what stands below is of; none where it is empty.

    Attributes
    ----------
    section, cause : str
        As of a `Remark`.
    opened : bool
        Whether no heading begins it but a sentence: “… còn một số hạn chế như:”.
    """

    section: str = ""
    cause: str = ""
    opened: bool = False


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
    heading = _heading(text, mentions)
    if heading is not None:
        return [], heading
    if under.opened and not _MARKED.match(text):
        under = Heading()
    found, here = [], under
    for sentence in split_sentences(text, mentions):
        begun = _opened(sentence.said)
        here = begun or here
        remark = _remark(sentence, here)
        if remark is not None:
            carried = here.opened and not begun and not remark.owner
            found.append(replace(remark, carried=carried))
    return found, here if text.rstrip().endswith(":") else under


def _heading(text: str, mentions: Sequence[Mention]) -> Heading | None:
    """Read a passage as a heading; one that begins no section ends that before it."""
    words = text.strip()
    long = len(words.split()) > LONGEST or any(isinstance(m, Quantity) for m in mentions)
    if long or re.search(r"[.;,!?…]$", words):
        return None
    for section, begins in _HEADINGS.items():
        if re.match(rf"{_MARK}{begins}(?!\w)", words, re.IGNORECASE):
            return Heading(section, _cause(words))
    ranked = re.match(r"\s*(?:[IVX]{1,4}|[0-9]{1,2})[.)]\s", words) or words.isupper()
    return Heading() if ranked else None


def _opened(said: str) -> Heading | None:
    """Say of which section a sentence is by the words that it begins with."""
    for section, begins in _OPENINGS.items():
        if re.match(rf"{_MARK}(?:{begins})", said.strip(), re.IGNORECASE):
            return Heading(section, _cause(said), opened=True)
    return None


def _remark(sentence: Sentence, under: Heading) -> Remark | None:
    """Take a sentence for a remark, but not one of results with a figure, or one that ends “:”."""
    given = _GIVEN.search(sentence.said)
    figures = under.section == "result" and sentence.quantities
    if sentence.said.rstrip().endswith(":") or not (given or (under.section and not figures)):
        return None
    section = "action" if given and under.section != "cause" else under.section
    marked = _MARKED.match(sentence.said) or re.match(r"\s*", sentence.said)
    start = sentence.start + marked.end() if marked else sentence.start
    remark = Remark(start, sentence.end, section, due=_due(sentence, section))
    if section == "cause":
        return replace(remark, cause=under.cause)
    return replace(remark, owner=(given["owner"] or given["head"]).strip(" ,") if given else "")


def _cause(text: str) -> str:
    said = [kind for kind, words in _CAUSES.items() if words in text.lower()]
    return said[0] if len(said) == 1 else ""


def _due(sentence: Sentence, section: str) -> str:
    """Give the day by which something is to be done, where it stands with its year."""
    if section not in ("action", "conclusion", "direction"):
        return ""
    text = sentence.text
    days = [m for m in sentence.mentions if m.sort == "date" and _BY.search(text[: m.start])]
    read = [iso_day(re.sub(r"^ngày\s+", "", text[m.start : m.end])) for m in days]
    return read[0] if len(read) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", read[0]) else ""
