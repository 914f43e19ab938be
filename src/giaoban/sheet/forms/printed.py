"""A number in a cell as it is shown: its value, what is said of it, and the print itself."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from giaoban.language import readings, rules_of
from giaoban.sheet.grids import Cell

# Of these rules a number that has two readings is read by one, once a person has said so.
RULES = ("vi", "en")
# What is said of a number before it; the longer words first.
_SIGNS = (
    (
        ">=",
        r"≥|>=|=>|từ|ít nhất|tối thiểu|không dưới|không thấp hơn|(?:at least|min(?:imum)?|from"
        r"|not? (?:less|fewer) than|not (?:below|under))(?!\w)\.?",
    ),
    (
        "<=",
        r"≤|<=|=<|không quá|không vượt quá|tối đa|(?:at most|max(?:imum)?|up to"
        r"|not? (?:more|greater) than|not (?:over|above)|not exceeding)(?!\w)\.?",
    ),
    (">", r">|trên|hơn|(?:over|above|(?:more|greater) than)(?!\w)"),
    ("<", r"<|dưới|(?:under|below|(?:less|fewer) than)(?!\w)"),
    ("~", r"~|≈|khoảng|gần|ước|xấp xỉ|(?:about|around|approximately|approx|circa)(?!\w)\.?"),
    ("=", r"đạt|duy trì|giữ vững|giữ ổn định"),
)
# “Under-5” is a name, “dưới -5” is not.
_SIGNED = re.compile(
    rf"(?:{'|'.join(f'(?P<s{n}>{words})' for n, (_, words) in enumerate(_SIGNS))})(?!(?<=\w)[-–−])",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"
_MAY_BE_TIME = re.compile(
    rf"(?:từ|from|up to|circa|ước)\s+{_YEAR}(?:\s+(?:trở đi|on(?:wards?)?|to date|đến nay))?"
    rf"|(?:(?:từ|from)\s+)?{_YEAR}\s*(?:[-–]|đến|to)\s*(?:{_YEAR}|\d\d)",
    re.IGNORECASE,
)
# A number of each of several years; “tr.đ/năm”, “/người/năm” are units of measure.
_EACH = r"(?:mỗi|hàng|hằng) năm|(?:a|each|every|per) year|yearly|annually"
_YEARLY = re.compile(
    rf"(?:{_EACH})\s*[:,]?\s+(?P<behind>.+)|(?P<before>.*\S)\s+(?:{_EACH})"
    r"|(?P<per>[^/]*(?<!đ)(?<!đồng)(?<!triệu)(?<!t[ỷỉ])(?<!usd))\s?/\s?(?:năm|year)",
    re.IGNORECASE,
)
# A number that the file keeps is shown in Vietnamese.
_TURNED = str.maketrans(",.", ".,")
_UP = re.compile(r"lên|more|above|over|higher", re.IGNORECASE)
_OR_MORE = (
    r"(?:trở lên|trở xuống|(?:or|and) (?:more|above|over|higher|less|fewer|below|under|lower))"
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_BETWEEN = re.compile(r"\s*(?:đến|to)\s*", re.IGNORECASE)
_NUMBER = r"[+−-]?\d[\d.,   ]*"
_PRINT = re.compile(
    rf"(?P<number>{_NUMBER}?(?:\s?%)?)"
    rf"(?:\s*(?:[-–]|đến|to(?!\w))\s*(?P<to>{_NUMBER}?(?:\s?%)?))?(?P<up>\s*{_OR_MORE})?"
    r"(?P<mark>\s*(?:\(\d{1,2}\)|\(?\*{1,3}\)?))?"
    rf"(?:\s+(?P<unit>(?![^()]*(?<!\w)\d)[^\W\d_][^()]*?)(?P<behind>\s+{_OR_MORE})?)?"
    r"(?P<remark>\s*\([^()]*[^\W\d_]{2}[^()]*\))?"
)
# So many of so many, alone or with the share that they are: 45/48 chi bộ, đạt 93,75%.
_WHOLE = r"\d{1,3}(?:\.\d{3})+|\d+"
_OF = rf"(?P<part>{_WHOLE})\s*/\s*(?P<whole>{_WHOLE})"
_COUNTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_OF}(?:\s+(?!đạt)[^\W\d_][^\d()=,;:–-]*)?"
        rf"(?:\s*(?:[(=,;:–-]|đạt)\s*(?:đạt|chiếm|=)?\s*(?P<share>{_NUMBER}?\s?%?)\s*\)?)?",
        rf"(?P<share>{_NUMBER}?\s?%?)\s*\(\s*{_OF}(?:\s+[^\W\d_][^\d()]*)?\)",
    )
)
# Months and school years are written so too.
_IS_TIME = re.compile(r"(?:0?[1-9]|1[0-2]|(?:19|20)\d\d)\s*/\s*(?:19|20)\d\d")
_REMARKED = re.compile(r".*(?:\n\s*\([^()\n]*[^\W\d_]{2}[^()\n]*\))?")
# What a form writes where it has no number.
NOTHING = re.compile(r"[-–—.…xX/]*|n/?a|kh[oô]ng có|chưa có|chưa", re.IGNORECASE)


@dataclass(frozen=True)
class Printed:
    """A number as it is shown.

    Attributes
    ----------
    values : tuple of Decimal
        Its value; two where it can be read in two ways, none where it is no number.
    text : str
        As it is shown.
    qualifier : str
        ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``.
    to : Decimal or None
        The upper end of a range.
    mark : str
        The mark of a footnote.
    remark : str
        What stands in brackets behind it: *còn 4,33%*.
    rules : frozenset of str
        By whose rules its text reads: ``vi``, ``en``; none of a number that the file keeps.
    counts : tuple of (int, int) or None
        How many of how many, where it says so: 45/48. Its value is then the share printed with
        them, or the part where none is.
    yearly : bool
        Whether it is that of each year: *mỗi năm 12*.
    """

    values: tuple[Decimal, ...] = ()
    text: str = ""
    qualifier: str = "="
    to: Decimal | None = None
    mark: str = ""
    remark: str = ""
    rules: frozenset[str] = frozenset()
    counts: tuple[int, int] | None = None
    yearly: bool = False

    @property
    def value(self) -> Decimal | None:
        """Its value, where it has one."""
        return self.values[0] if len(self.values) == 1 else None

    @property
    def sides(self) -> tuple[Decimal, ...]:
        """Its value; of counts the part and the share, either of which may be compared.

        None of a range.
        """
        if not self.counts:
            return self.values if len(self.values) == 1 and self.to is None else ()
        part, whole = self.counts
        return (Decimal(part), self.values[0] if self.is_share else Decimal(100 * part) / whole)

    @property
    def may_be_thousands(self) -> bool:
        """Whether it is no whole number, and one where its sign parts thousands: 1.250."""
        is_part = any(value % 1 for value in self.values)
        return is_part and bool(_THOUSANDS.fullmatch(self.text))

    @property
    def is_share(self) -> bool:
        """Whether a share stands beside its counts."""
        return self.counts is not None and "/" not in self.text


def may_be_time(text: str) -> bool:
    """Say whether a text is as likely a year, or several, as a number: *từ 2024*, *2021-2025*."""
    return bool(_MAY_BE_TIME.fullmatch(text))


def in_english(printed: Printed) -> Printed:
    """Show a number that the file keeps as English sheets do: 1,234.5."""
    is_kept = bool(printed.values) and not (printed.rules or printed.counts)
    return replace(printed, text=printed.text.translate(_TURNED)) if is_kept else printed


def read_print(cell: Cell, rules: str = "") -> Printed:
    """Read a cell that may hold a number.

    Parameters
    ----------
    cell : Cell
        Such as ``93,75%``, ``≥ 97``, ``trên 89%``, ``90-95``, ``97,8 (1)`` or ``0,7% (còn 4,3%)``.
    rules : str
        ``vi`` or ``en`` where a person has said how the sheet writes numbers.
    """
    if cell.value is not None:
        return Printed((cell.value,), cell.text, mark=cell.mark)
    # Two lines are two numbers, but for a remark in brackets.
    text = cell.words if _REMARKED.fullmatch(cell.text.strip()) else ""
    if counted := _counted(cell.words, rules):
        return replace(counted, mark=cell.mark)
    yearly = _YEARLY.fullmatch(text)
    text = next(filter(None, yearly.groups()), "") if yearly else text
    sign = _SIGNED.match(text)
    rest = text[sign.end() :].strip() if sign else text
    found = _PRINT.fullmatch(rest)
    if not found or may_be_time(text):
        return Printed()
    number, values = found["number"].strip(), _values(found["number"], rules)
    qualifier = next((s for n, (s, _) in enumerate(_SIGNS) if sign and sign[f"s{n}"]), "=")
    if up := found["up"] or found["behind"]:
        qualifier = ">=" if _UP.search(up) else "<="
    upper = _values(found["to"], rules) if found["to"] else ()
    if found["to"] and (len(upper) != 1 or len(values) != 1):
        return Printed()
    if upper and qualifier == ">=":
        qualifier = "="
    mark = (found["mark"] or "").strip(" ()") or cell.mark
    remark = (found["remark"] or "").strip(" ()")
    told = frozenset(rules_of(number))
    number = _BETWEEN.sub("-", rest[: found.end("to")].strip()) if found["to"] else number
    to = upper[0] if upper else None
    return Printed(values, number, qualifier, to, mark, remark, told, yearly=bool(yearly))


def _counted(text: str, rules: str) -> Printed | None:
    """Read how many of how many; nothing where a share beside them is another."""
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _COUNTED)), None)
    if not found or _IS_TIME.match(text):
        return None
    part, whole = (int(found[name].replace(".", "")) for name in ("part", "whole"))
    share = (found["share"] or "").strip()
    values = _values(share, rules) if share else (Decimal(part),)
    if not 0 <= part <= whole or not whole:
        return None
    if share and not any(is_share(value, part, whole) for value in values):
        return None
    rules_told = frozenset(rules_of(share)) if share else frozenset()
    return Printed(values, share or text, rules=rules_told, counts=(part, whole))


def is_share(value: Decimal, part: int, whole: int) -> bool:
    """Say whether a share, rounded or cut off at its decimals, is a part of a whole in percent."""
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return abs(Decimal(100 * part) / whole - value) < step


def _values(text: str, rules: str) -> tuple[Decimal, ...]:
    found = [*readings(text.strip())]
    if len(found) > 1 and rules:
        # The first reading is by Vietnamese rules, the second by English ones.
        return (found[RULES.index(rules)],)
    return tuple(found)
