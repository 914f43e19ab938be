"""Find what an office writes under a table: who drew it up, where and when, and who signed."""

import re
import unicodedata

from giaoban.numerals import readings
from giaoban.schema import Schema

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# In small letters, without accents.
_SIGNED = re.compile(
    r"([^,]{2,40},\s*)?ngay\W.*thang\W.*nam\b.*"
    r"|\(?(da )?ky(,.*| ten.*|\))?|(nguoi|can bo) (lap|tong hop)\b.*|lap (bieu|bang)"
    r"|(tm|kt|tl|tuq|q)\..*|(thu truong|ke toan|xac nhan cua)\b.*|(pho )?(chu tich|bi thu|giam doc)"
    r"|(chanh van phong|truong phong)|noi nhan:?.*|(ghi chu|nguon):.*|(prepared|signed) by\b.*"
)
# Longer ones are sentences.
_LONGEST = 100


def is_sign_off(text: str) -> bool:
    """Say whether a text is of those with which a sign-off begins, such as ``Người lập biểu``."""
    bare = unicodedata.normalize("NFKD", text.casefold()).replace("đ", "d")
    plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return len(text) <= _LONGEST and bool(_SIGNED.fullmatch(plain))


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
