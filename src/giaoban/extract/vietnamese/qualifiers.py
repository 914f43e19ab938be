"""The words that say over, at least, at most, about."""

from giaoban.extract.vietnamese.mentions import compiled, whole_words
from giaoban.extract.vietnamese.sentences import Context

# The longer words first: “không dưới” is no “dưới”.
_BEFORE = (
    ("<=", "không (?:để )?(?:vượt )?quá|không hơn|tối đa|nhiều nhất|cao nhất là"),
    (">=", "không dưới|không ít hơn|không thấp hơn|ít nhất|tối thiểu|thấp nhất là"),
    ("~", "trên dưới|khoảng|chừng|gần|ngót|xấp xỉ|tương đương"),
    ("<", "dưới|chưa đến|chưa tới|chưa đầy|chưa được|ít hơn|thấp hơn"),
    (">", "hơn|trên|quá|lớn hơn|cao hơn|nhiều hơn"),
)
_WORDS = whole_words("|".join(f"(?P<q{n}>{words})" for n, (_, words) in enumerate(_BEFORE)))
# What may stand between such a word and its number.
_LINK = compiled(r"\s*(?:(?:đạt|là|có|được|bằng|khoảng|tính|tới|đến)\s*)*")
_ESTIMATED = compiled(
    r"(?<!\w)(?:ước|ƯTH)(?!\w)(?!\s+(?:mơ|nguyện|vọng|muốn))"
    r"(?:\s+(?!vượt)[^\W\d_]+){0,4}?(?:\s+(?:năm\s+)?[12][0-9]{3})?"
    r"(?:\s+(?:đạt|là|có|được|bằng|khoảng|gần|trên|hơn|dưới))*\s*$"
)
_UP = compiled(r"\s*(?:[^\W\d_]+\s+){0,2}?trở\s+lên(?!\w)")
_DOWN = compiled(r"\s*(?:[^\W\d_]+\s+){0,2}?trở\s+(?:xuống|lại)(?!\w)")


_COMPARATIVE = compiled(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\s*$")


def is_estimate(context: Context) -> bool:
    """Say whether a number is called an estimate: “ước đạt 62”, “ước thực hiện cả năm 62”."""
    return bool(_ESTIMATED.search(context.lead.split(",")[-1]))


def qualifiers_of(context: Context, claim: bool) -> list[str]:
    """Give each qualifier that is said of a number, in the order of the words; none is exact.

    Of a claim “higher than” or the like tells which way it is one, and qualifies nothing.
    """
    if claim and _COMPARATIVE.search(context.lead):
        return []
    if context.quantity.bound:
        return [context.quantity.bound]
    found: list[str] = []
    rest = context.lead
    for match in reversed(list(_WORDS.finditer(rest))):
        if not _LINK.fullmatch(rest[match.end() :]):
            break
        found.insert(0, next(sign for n, (sign, _) in enumerate(_BEFORE) if match[f"q{n}"]))
        rest = rest[: match.start()]
    if _UP.match(context.tail):
        found.append(">=")
    if _DOWN.match(context.tail):
        found.append("<=")
    return list(dict.fromkeys(found))
