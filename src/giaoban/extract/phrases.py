"""The words that a number speaks of."""

import re
import unicodedata
from functools import lru_cache

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
_EMPTY = (
    r"chỉ(?!\s+(?:tiêu|số|thị|đạo|huy))|đạt|là|có|với|được|còn|chiếm|bằng|ước tính|ước|khoảng|"
    r"trên(?!\s+đại học)|hơn|gần|dưới|trong đó|đến nay|đến|"
    "tới|năm nay|và|toàn|cả|của|thì|mà|đã|đang|sẽ|cũng|các|những|cụ thể|ít nhất|nhiều nhất|"
    r"tối thiểu|tối đa|không quá(?!\s+hạn)|không dưới|không(?=\W*$)|xấp xỉ|tính|tổng số|"
    r"số|từ|lên tới|lên đến|"
    r"xuống còn|xuống|(?<!trở )lên|mỗi năm|nay|này|theo|tại|ở|về|cho|để|do|nên|riêng|như sau|"
    "như|so với|so cùng kỳ|so|vượt|lần lượt|"
    r"tăng(?!\s+trưởng)|giảm|thêm|nữa|khi|vào|ra|nhưng|song|hay|hoặc|đều|trung bình|"
    r"bình quân(?!\s+đầu)|mỗi|hàng năm|hằng năm|trong|nổi bật|tỷ lệ này"
)
_AIMS = r"|chỉ tiêu|kế hoạch|dự toán|tỉnh|huyện giao|thành phố giao|giao|đề ra|thành phố"
_LEADING = re.compile(rf"^(?:(?:{_EMPTY})(?!\w)\W*)+", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:\W*(?<!\w)(?:{_EMPTY}))+$", re.IGNORECASE)
_LEADING_AIMS = re.compile(rf"^(?:(?:{_EMPTY}{_AIMS})(?!\w)\W*)+", re.IGNORECASE)
_TRAILING_AIMS = re.compile(rf"(?:\W*(?<!\w)(?:{_EMPTY}{_AIMS}))+$", re.IGNORECASE)
# What a number before was set against.
_AGAINST = re.compile(
    r"^\s*(?:so\s+(?:với\s+)?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|NQ|cùng kỳ|năm|mục tiêu|nghị quyết)"
    r"(?!\w)[^,;]*"
)
_AND = re.compile(r"(?<!\w)(?:và|còn)(?!\w)", re.IGNORECASE)
_OR_MORE = re.compile(r"^\s*(?:trở\s+(?:lên|xuống)(?!\w)|/\s*năm(?!\w))")
_BARE = re.compile(r"\[[0-9]+\]|[⁰¹²³⁴-⁹]+|(?<!\S)[0-9.,]*[0-9](?!\S)")
_CUT = re.compile(r"[,;:()|]|\s[-–—]\s|(?<=\w)\.(?=\s)|^\s*[-–—+•*]\s")
_CUT_AFTER = re.compile(
    r"[,;:().|]|\s[-–—]\s|(?<!\w)(?:so với|so cùng kỳ|vượt|tăng|giảm|đạt|bằng|trong đó|chiếm|và|"
    r"để|nhằm|do|theo|góp phần)(?!\w)",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Give the words of a text as they are compared: small, tones at the end, in full."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return [bare for word in found for bare in map(toned, SHORT.get(word, word).split())]


@lru_cache(maxsize=10_000)
def toned(word: str) -> str:
    """Put the tone mark last, so that “hoà” and “hòa”, “uỷ” and “ủy” are one word."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in apart if sign in "\u0300\u0301\u0303\u0309\u0323")
    bare = "".join(sign for sign in apart if sign not in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", bare) + tones


def phrase_of(place: Around, times: list[str], share: bool) -> str:
    """Give the words that a number speaks of, before and after it in its own part of the sentence.

    Parameters
    ----------
    place : Around
        The words around it.
    times : list of str
        The time words of the sentence: they are no part of the phrase.
    share : bool
        Whether the number is a percentage, which may be one of the words after it.

    Returns
    -------
    str
        Empty where its own part of the sentence says nothing.
    """
    place = place.outside
    follows = place.before != place.said
    lead = _AGAINST.sub("", place.lead) if follows else place.lead
    tail = _AGAINST.sub("", place.tail) if share else place.tail
    tail = _OR_MORE.sub("", tail)
    after = _CUT_AFTER.split(_without(tail, times))[0]
    parts = _CUT.split(_without(lead, times))
    near = _trimmed(parts[-1], _LEADING_AIMS, _TRAILING_AIMS)
    if follows and not _trimmed(_AND.split(parts[-1])[-1], _LEADING_AIMS, _TRAILING_AIMS):
        # “90% of these and 95% of those”: nothing of these is said of those.
        near = ""
    behind = _trimmed(after, _LEADING, _TRAILING)
    joined = near if near.lower().endswith(behind.lower()) else f"{near} {behind}".strip()
    if len(joined.split()) > 1 or place.bracket is not None:
        return joined
    # The first part is the end of what was said of the number before.
    runs_on = follows and not re.search(r"[;()|]", place.before)
    told = [_trimmed(part, _LEADING, _TRAILING) for part in parts[runs_on:-1]]
    longer = next((part for part in reversed(told) if len(part.split()) > 1), "")
    return f"{longer} {joined}".strip()


def _without(text: str, times: list[str]) -> str:
    for time in times:
        text = text.replace(time, " , ")
    return _BARE.sub(" ", text)


def _trimmed(text: str, leading: re.Pattern[str], trailing: re.Pattern[str]) -> str:
    bare = " ".join(text.split()).strip(" .,;:!?“”\"'…-–—+=@/•*")
    return trailing.sub("", leading.sub("", bare)).strip(" .,;:!?“”\"'…-–—+=@/•*")


def time_words(text: str, mentions: list[Mention]) -> list[str]:
    """Give the time words of a passage as they stand in it, the longest first."""
    said = {text[m.start : m.end] for m in mentions if m.sort in ("period", "date", "time")}
    return sorted(said, key=lambda word: (-len(word), word))
