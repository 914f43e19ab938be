"""The words that a number speaks of, and how they are compared with those of a title."""

import re
import unicodedata
from functools import lru_cache

from giaoban.extract.vietnamese.mentions import compiled, whole_words
from giaoban.extract.vietnamese.sentences import Context

_TONES = "\u0300\u0301\u0303\u0309\u0323"
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
_LEADING = compiled(rf"^(?:(?:{_EMPTY})(?!\w)\W*)+")
_TRAILING = compiled(rf"(?:\W*(?<!\w)(?:{_EMPTY}))+$")
_LEADING_AIMS = compiled(rf"^(?:(?:{_EMPTY}{_AIMS})(?!\w)\W*)+")
_TRAILING_AIMS = compiled(rf"(?:\W*(?<!\w)(?:{_EMPTY}{_AIMS}))+$")
OF_WHICH = whole_words("trong (?:số )?(?:đó|này)")
ENDS_OF_WHICH = re.compile(r";|(?<!\w)năm 20\d\d")
# What a number before was set against.
_AGAINST = re.compile(
    r"^\s*(?:so\s+(?:với\s+)?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|NQ|cùng kỳ|năm|mục tiêu|nghị quyết)"
    r"(?!\w)[^,;]*"
)
# “chiếm 40% (tổng) số đảng viên”: what it is a share of.
_MAKES_UP = compiled(r"(?<!\w)chiếm\D{0,20}$")
_OF_ALL = compiled(r"^\s*(?:tổng\s+|trong\s+)*số\s[^,;]*")
_MARKS = " .,;:!?“”\"'…-–—+=@/•*"
_AND, _AND_OR_LEFT = whole_words("và"), whole_words("và|còn")
_OR_MORE = re.compile(r"^\s*(?:trở\s+(?:lên|xuống)(?!\w)|/\s*năm(?!\w))")
_BARE = re.compile(
    r"\[[0-9]+\]|[⁰¹²³⁴-⁹]+|(?<!\S)[0-9.,]*[0-9](?!\S|\s(?:đến\s(?:dưới\s)?\d+\s)?tuổi)"
)
_CUT = re.compile(r"[,;:()|]|\s[-–—]\s|(?<=\w)\.(?=\s)|^\s*[-–—+•*]\s")
# “85% trường đạt chuẩn quốc gia”: what is reached is part of what is counted.
_TITLES = r"(?:chuẩn|tiêu chuẩn|tiêu chí|danh hiệu)(?!\w)"
_CUT_AFTER = compiled(
    r"[;:()|]|[.,](?!\d)|\s[-–—]\s|(?<!\w)(?:so với|so cùng kỳ|vượt|tăng|giảm|"
    rf"đạt(?!\s+{_TITLES})|bằng|trong đó|chiếm|và|"
    r"để|nhằm|do|theo|góp phần)(?!\w)"
)


def words(text: str) -> list[str]:
    """Give the words of a text as they are compared: small, tones at the end, in full."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return [bare for word in found for bare in map(toned, SHORT.get(word, word).split())]


@lru_cache(maxsize=10_000)
def toned(word: str) -> str:
    """Put the tone mark last, so that “hoà” and “hòa”, “uỷ” and “ủy” are one word."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in apart if sign in _TONES)
    bare = "".join(sign for sign in apart if sign not in _TONES)
    return unicodedata.normalize("NFC", bare) + tones


def phrase_of(context: Context, share: bool) -> str:
    """Give the words that a number speaks of, before and after it in its own part of the sentence.

    Parameters
    ----------
    context : Context
        The words around it.
    share : bool
        Whether the number is a percentage, which may be one of the words after it.

    Returns
    -------
    str
        Empty where its own part of the sentence says nothing.
    """
    context = context.outside
    times, follows = context.sentence.time_words, context.follows
    lead = _AGAINST.sub("", context.lead) if follows else context.lead
    tail = _AGAINST.sub("", context.tail) if share else context.tail
    tail = _OF_ALL.sub("", tail) if share and _MAKES_UP.search(lead) else tail
    tail = _OR_MORE.sub("", tail)
    after = _CUT_AFTER.split(_without(tail, times))[0]
    parts = _CUT.split(_without(lead, times))
    near = _trimmed(parts[-1], _LEADING_AIMS, _TRAILING_AIMS)
    runs_on = follows and not re.search(r"[;()|]", context.before)
    # In a part of its own “hộ nghèo còn 2%” says what is left; “90% of these còn 10%” joins two.
    joined_by_left = runs_on and len(parts) == 1 and not _AND.search(parts[-1])
    joins = _AND_OR_LEFT if joined_by_left else _AND
    if follows and not _trimmed(joins.split(parts[-1])[-1], _LEADING_AIMS, _TRAILING_AIMS):
        # “90% of these and 95% of those”: nothing of these is said of those.
        near = ""
    # “165/150 đảng viên”: what both count stands behind the second.
    behind = _trimmed(after, _LEADING, _TRAILING)
    behind = context.quantity.unit if context.quantity.paired == "figure" else behind
    joined = near if near.lower().endswith(behind.lower()) else f"{near} {behind}".strip()
    if len(joined.split()) > 1 or context.bracket is not None:
        return joined
    # The first part is the end of what was said of the number before.
    told = [_trimmed(part, _LEADING, _TRAILING) for part in parts[runs_on:-1]]
    longer = next((part for part in reversed(told) if len(part.split()) > 1), "")
    return f"{longer} {joined}".strip()


def _without(text: str, times: list[str]) -> str:
    for time in times:
        text = text.replace(time, " , ")
    return _BARE.sub(" ", text)


def _trimmed(text: str, leading: re.Pattern[str], trailing: re.Pattern[str]) -> str:
    bare = " ".join(text.split()).strip(_MARKS)
    return trailing.sub("", leading.sub("", bare)).strip(_MARKS)


_PAIRS = (
    ("đúng hạn", "quá hạn"),
    ("trước hạn", "quá hạn"),
    ("đúng", "quá"),
    ("trước", "sau"),
    ("tăng", "giảm"),
    ("trên", "dưới"),
    ("xuất sắc", "hoàn thành tốt"),
    ("xuất sắc", "hoàn thành nhiệm vụ"),
    ("hoàn thành tốt", "hoàn thành nhiệm vụ"),
    ("đại học", "sau đại học"),
)
# These say how a number is meant, and deny nothing.
_AT_LEAST = whole_words(r"không\s+(?:dưới|quá(?!\s+hạn)|ít|thấp|hơn|vượt)")
_CLAUSE = re.compile(r"[,;.()|]")
_BEYOND_DEGREE = "|".join(" ".join(words(said)) for said in ("sau đại học", "trên đại học"))


def _compared(text: str) -> str:
    """Give a text in the form in which opposites are sought in it."""
    # Of two words for one thing neither holds the other.
    return re.sub(f"(?<= )(?:{_BEYOND_DEGREE})(?= )", "postgraduate", f" {' '.join(words(text))} ")


_OPPOSED = [tuple(map(_compared, pair)) for pair in _PAIRS]
_OPPOSED += [pair[::-1] for pair in _OPPOSED]
_NOT = f"(?:{'|'.join(_compared(word).strip() for word in ('không', 'chưa'))})"
_DENIED = re.compile(rf"(?<= ){_NOT} (\S+)")


def opposed(title: str, phrase: str, earlier: str) -> bool:
    """Say whether a title says the opposite of a phrase, or of the clause that leads to it.

    Parameters
    ----------
    title : str
        Of an indicator.
    phrase : str
        The words that a number speaks of.
    earlier : str
        What its sentence said before.
    """
    clause = _CLAUSE.split(_AT_LEAST.sub(" ", earlier))[-1]
    named, said = _compared(title), _compared(f"{phrase} , {clause}")
    denied, refused = ({f" {word} " for word in _DENIED.findall(text)} for text in (named, said))
    named, said = (_DENIED.sub("", text) for text in (named, said))
    pairs = (
        one in named and other not in named and other in said and one not in said
        for one, other in _OPPOSED
    )
    return (
        any(word in named and word not in said for word in refused - denied)
        or any(word in said and word not in named for word in denied - refused)
        or any(pairs)
    )


def names_subject(text: str, title: str) -> bool:
    """Say whether a text has what a title begins with: “Đảng viên”, “Tổ chức”."""
    subject, said = words(title)[:2], words(text)
    return subject == words("trong đó") or f" {' '.join(subject)} " in f" {' '.join(said)} "
