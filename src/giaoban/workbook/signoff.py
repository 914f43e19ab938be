"""Find what an office writes under a table: remarks, who drew it up, and who signed."""

import re
from datetime import date

from giaoban.language import readings, without_accents
from giaoban.tables import Schema
from giaoban.workbook.xlsx import Value

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# In small letters, without accents.
_SIGNS = re.compile(
    r"([^,]{2,40},\s*)?ngay\W.*thang\W.*nam\b.*"
    r"|\(?(da )?ky(,.*| ten.*|\))?|(nguoi|can bo) (lap|tong hop)\b.*|lap (bieu|bang)"
    r"|(tm|kt|tl|tuq|q)\..*|(t/m|k/t|t/l|t/uq)\b.*|(thu truong|ke toan|xac nhan cua)\b.*"
    r"|(pho )?(chu tich|bi thu|giam doc)|(chanh van phong|truong phong)|(prepared|signed) by\b.*"
)
_REMARKS = re.compile(r"noi nhan:?.*|(ghi chu|nguon):.*")
_NAME = re.compile(r"[A-Z][A-Za-z]+")
# Longer ones are sentences.
_LONGEST = 100


def is_sign_off(text: str) -> bool:
    """Say whether a text is of those with which a sign-off, or a remark, begins."""
    return signs(text) or _is(_REMARKS, text)


def signs(text: str) -> bool:
    """Say whether a text tells who signs, or that somebody does, such as ``Người lập biểu``."""
    return _is(_SIGNS, text)


def is_signature(value: Value) -> bool:
    """Say whether a value may be what stands below who signs: a date, or a name of one word."""
    return isinstance(value, date) or (isinstance(value, str) and bool(_NAME.fullmatch(value)))


def _is(known: re.Pattern[str], text: str) -> bool:
    return len(text) <= _LONGEST and bool(known.fullmatch(without_accents(text)))


def may_be_data(text: str, field: Schema) -> bool:
    """Say whether a text is one that its column asks for; of free text nothing can be said."""
    bounds = field.get("constraints", {})
    if "pattern" in bounds:
        return bool(re.fullmatch(bounds["pattern"], text))
    match field["type"]:
        case "date":
            return bool(_DAY.fullmatch(text))
        case "number" | "integer":
            return bool(readings(text))
        case "boolean":
            return text in ("true", "false")
        case _:
            printed = field["name"] == "as_published" and bool(readings(text))
            return printed or text in bounds.get("enum", ())
