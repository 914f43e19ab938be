"""By how much something moved: the words around a number that say so."""

import re

from giaoban.extract.sentences import Around

# What may stand between a verb and its number.
ABOUT = (
    r"đến|tới|thêm|mức|là|hơn|trên|dưới|khoảng|chừng|ngót|gần|xấp xỉ|ít nhất|tối thiểu|"
    r"không dưới|không quá|tối đa|nhiều nhất|chưa (?:đến|tới|đầy)|\+"
)
ANY = rf"(?:\s*[:,]?\s*(?:được|{ABOUT}))*\s*$"


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for words with small or capital letters."""
    return re.compile(pattern, re.IGNORECASE)


_EVENLY = r"(?:\s+(?:gấp|trung bình|bình quân))?"
_THAN = (
    r"(?:\s+(?:so\s+)?(?:với\s+)?(?:cùng kỳ\s+)?(?:năm|nhiệm kỳ)\s+"
    r"(?:(?:19|20)[0-9]{2}|trước|ngoái))?"
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


def moved(place: Around) -> bool:
    """Say whether a number is by how much something moved, and not what it moved to."""
    return bool(_MOVED.search(_verb_of(place))) and not _TO.search(place.lead)


def fallen(place: Around) -> bool:
    """Say whether something moved down by a number."""
    return bool(_DOWN.search(_verb_of(place)))


def below_zero(place: Around) -> bool:
    """Say whether a number is called negative."""
    return bool(_BELOW_ZERO.search(place.lead))


def risen_from(place: Around) -> bool:
    """Say whether a number follows “tăng từ”: where it began, or one end of a range."""
    return bool(_RISEN_FROM.search(place.lead))


def may_have_moved(place: Around) -> bool:
    """Say whether a verb of moving stands before a number, with what moved between them."""
    return bool(_MAY_MOVE.search(place.lead))


def set_against(place: Around) -> bool:
    """Say whether a number is a ratio to an earlier period, as in “bằng 112% so với cùng kỳ”."""
    return bool(_COMPARED.match(place.tail.lstrip()) and re.search(r"bằng\s*$", place.lead))


def _verb_of(place: Around) -> str:
    """Give the words before a number without the “từ” of its range."""
    return _FROM.sub("", place.lead) if _REACHES.match(place.after) else place.lead
