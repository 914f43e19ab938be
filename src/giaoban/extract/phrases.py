"""The words that a number speaks of."""

import re
import unicodedata

from giaoban.extract.mentions import Mention
from giaoban.extract.sentences import Around

SHORT = {
    "tccsđ": "tổ chức cơ sở đảng",
    "htxsnv": "hoàn thành xuất sắc nhiệm vụ",
    "httnv": "hoàn thành tốt nhiệm vụ",
    "htnv": "hoàn thành nhiệm vụ",
    "btv": "ban thường vụ",
    "bch": "ban chấp hành",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "cchc": "cải cách hành chính",
    "ntm": "nông thôn mới",
    "llct": "lý luận chính trị",
}
# Words that say nothing of what was counted, where a phrase begins or ends with them.
_EMPTY = frozenset(
    "đạt là có với được còn chiếm bằng ước khoảng trên hơn gần dưới trong đó đến tới năm và toàn cả "
    "của thì mà đã đang sẽ cũng các những cụ thể nhất thiểu đa ít tối không quá xấp xỉ tính tổng số "
    "từ lên xuống nay này theo tại ở về cho để do nên riêng như sau so vượt tăng giảm trở chỉ tiêu "
    "giao kế hoạch thêm nữa khi vào ra nhưng song hay hoặc đều trung bình quân mỗi hàng hằng".split()
)
_CUT = re.compile(r"[,;:()|]|\s[-–—]\s|(?<=\w)\.(?=\s)|^\s*[-–—+•*]\s")
_CUT_AFTER = re.compile(
    r"[,;:().|]|\s[-–—]\s|(?<!\w)(?:so với|so cùng kỳ|vượt|tăng|giảm|đạt|bằng|trong đó|chiếm|và|"
    r"để|nhằm|do|theo|góp phần)(?!\w)",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Give the words of a text as they are compared: small letters, tones at the end, long forms."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return [bare for word in found for bare in map(_toned, SHORT.get(word, word).split())]


def _toned(word: str) -> str:
    """Put the tone mark last, so that “hoà” and “hòa”, “uỷ” and “ủy” are one word."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in apart if sign in "\u0300\u0301\u0303\u0309\u0323")
    bare = "".join(sign for sign in apart if sign not in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", bare) + tones


def phrase_of(place: Around, times: list[str]) -> str:
    """Give the words that a number speaks of, before and after it in its own part of the sentence.

    Parameters
    ----------
    place : Around
        The words around it.
    times : list of str
        The time words of the sentence: they are no part of the phrase.

    Returns
    -------
    str
        Empty where its own part of the sentence says nothing.
    """
    before = _without(place.lead, times)
    after = _CUT_AFTER.split(_without(place.tail, times))[0]
    parts = _CUT.split(before)
    near = _trimmed(parts[-1])
    joined = " ".join(part for part in (near, _trimmed(after)) if part)
    if joined or place.bracket is not None:
        return joined
    told = (_trimmed(part) for part in reversed(parts[:-1]))
    return next((part for part in told if len(part.split()) > 1), "")


def _without(text: str, times: list[str]) -> str:
    for time in times:
        text = text.replace(time, " , ")
    return text


def _trimmed(text: str) -> str:
    found = re.findall(r"\S+", text.strip(" \t.,;:!?“”\"'…-–—+=@/•*"))
    while found and found[0].lower().strip(".,:") in _EMPTY:
        found.pop(0)
    while found and found[-1].lower().strip(".,:") in _EMPTY - {"lên"}:
        found.pop()
    return " ".join(found)


def time_words(text: str, mentions: list[Mention]) -> list[str]:
    """Give the time words of a passage as they stand in it, the longest first."""
    said = {text[m.start : m.end] for m in mentions if m.sort in ("period", "date", "time")}
    return sorted(said, key=lambda word: (-len(word), word))
