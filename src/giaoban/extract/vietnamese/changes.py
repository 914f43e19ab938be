"""Changes and means: the words around a number that say that it is one."""

import re

from giaoban.extract.vietnamese.mentions import compiled, whole_words
from giaoban.extract.vietnamese.sentences import Context
from giaoban.extract.vietnamese.times import YEAR

# What may stand between a verb and its number.
ABOUT = (
    r"đến|tới|thêm|mức|là|hơn|trên|dưới|khoảng|chừng|ngót|gần|xấp xỉ|ít nhất|tối thiểu|"
    r"không dưới|không quá|tối đa|nhiều nhất|chưa (?:đến|tới|đầy)|\+"
)
ANY = rf"(?:\s*[:,]?\s*(?:được|{ABOUT}))*\s*$"
_EVENLY = r"(?:\s+(?:gấp|trung bình|bình quân))?"
_THAN = (
    r"(?:\s+(?:so\s+)?(?:với\s+)?(?:cùng kỳ\s+)?(?:năm|nhiệm kỳ)\s+"
    rf"(?:{YEAR}|trước|ngoái))?"
)
_MOVED = compiled(
    r"(?<!\w)(?:tăng(?!\s+trưởng)|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|tăng trưởng(?:\s+âm)?)"
    rf"{_EVENLY}{_THAN}{ANY}"
)
_DOWN = compiled(rf"(?<!\w)(?:giảm|thấp hơn|ít hơn|kém|hụt){_EVENLY}{_THAN}{ANY}")
# “giảm từ 5 đến 7%”: the word belongs to the range, not to the verb.
_FROM = compiled(r"\s*(?<!\w)từ\s*$")
_REACHES = compiled(r"\s*(?:[-–—]|đến|tới)\s*$|\s*(?:[^\W\d_]+\s+){0,2}trở\s+(?:lên|xuống)")
_MAY_MOVE = compiled(
    r"(?<!\w)(?:tăng(?!\s+(?:trưởng|cường))|giảm)"
    r"(?:\s+(?!(?:lên|xuống|còn|từ|đạt|bằng|là|có|và|để|so|vượt|thấp|cao)\s)[^\W\d_]+){0,6}"
    rf"{ANY}"
)
_RISEN_FROM = compiled(r"(?<!\w)tăng\s+từ\s*$")
_BELOW_ZERO = compiled(r"(?<!\w)(?<!ghi )(?<!thu )(?<!phát )âm\s*$")
_TO = compiled(r"(?:lên|xuống|còn)(?:\s+(?:đến|tới|còn))?\s*$")
_COMPARED = compiled(r"so\s+(?:với\s+)?(?:cùng kỳ|năm|tháng|quý|đầu|cuối|nhiệm kỳ|giai đoạn|trước)")
_A_YEAR_BEFORE = compiled(
    r"\s*so\s+(?:với\s+)?(?:cùng kỳ(?:\s+năm\s+(?:trước|ngoái))?|năm\s+(?:trước|ngoái))(?!\w)"
)
_MEAN = r"(?:trung bình|bình quân)(?!\s+đầu người)"
_EACH_YEAR = r"(?:(?:mỗi|hàng|hằng|một|1)\s+năm|/\s*năm)"
_LEADS_TO_MEAN = compiled(rf"{_MEAN}[^;]*?{_EACH_YEAR}|{_EACH_YEAR}[^;]*?{_MEAN}")
_SAYS_MEAN = whole_words(_MEAN)
_YEARLY = compiled(rf"\s*(?:[^\W\d_]+\s+){{0,4}}(?:[^\W\d_]+)?\s*{_EACH_YEAR}")
_BY_YEAR = whole_words(r"(?:mỗi|từng|hàng|hằng)\s+năm")
_A_YEAR = compiled(
    r"\s*(?:[^\W\d_]+\s+){0,4}(?:[^\W\d_]+)?\s*"
    r"(?:/\s*(?:1\s+)?năm|(?:mỗi|một|từng|hàng|hằng)\s+năm)(?!\w)"
)


def moved(context: Context) -> bool:
    """Say whether a number is by how much something moved, and not what it moved to."""
    return bool(_MOVED.search(_verb_of(context))) and not _TO.search(context.lead)


def fallen(context: Context) -> bool:
    """Say whether something moved down by a number."""
    return bool(_DOWN.search(_verb_of(context)))


def below_zero(context: Context) -> bool:
    """Say whether a number is called negative."""
    return bool(_BELOW_ZERO.search(context.lead))


def risen_from(context: Context) -> bool:
    """Say whether a number follows “tăng từ”: where it began, or one end of a range."""
    return bool(_RISEN_FROM.search(context.lead))


def may_have_moved(context: Context) -> bool:
    """Say whether a verb of moving stands before a number, with what moved between them."""
    return bool(_MAY_MOVE.search(context.lead))


def set_against(context: Context) -> bool:
    """Say whether a number is a ratio to an earlier period, as in “bằng 112% so với cùng kỳ”."""
    return compared(context) and bool(re.search(r"bằng\s*$", context.lead))


def compared(context: Context) -> bool:
    """Say whether what follows a number sets it against an earlier period."""
    return bool(_COMPARED.match(context.tail.lstrip()))


def since_a_year(text: str) -> bool:
    """Say whether what follows a change sets it against the same time a year before."""
    return bool(_A_YEAR_BEFORE.match(text))


def _verb_of(context: Context) -> str:
    """Give the words before a number without the “từ” of its range."""
    return _FROM.sub("", context.lead) if _REACHES.match(context.after) else context.lead


def is_mean(context: Context) -> bool:
    """Say whether a number is a mean of several years."""
    if _LEADS_TO_MEAN.search(context.lead):
        return True
    return bool(_SAYS_MEAN.search(context.lead) and _YEARLY.match(context.tail))


def says_mean(context: Context) -> bool:
    """Say whether a number is called a mean."""
    return bool(_SAYS_MEAN.search(context.lead))


def by_year(context: Context) -> bool:
    """Say whether a number is one of each year: “mỗi năm 150”, “150 đảng viên/năm”."""
    per = re.search(r"/\s*năm(?!\w)", context.quantity.unit, re.IGNORECASE)
    return bool(per or _A_YEAR.match(context.tail) or _BY_YEAR.search(context.lead))
