"""What the labels of a form's own columns mean, and which rows name a unit or a sum."""

import re
from collections.abc import Iterable

from giaoban.extract.vietnamese import CAPITALS, ROMAN, compiled
from giaoban.sheet.words.offices import (
    COUNCILS,
    ENGLISH_PLACES,
    OFFICES,
    PARTY,
    PLACES,
    SHORT_PLACES,
    VILLAGES,
)
from giaoban.sheet.words.sums import is_sum

# What stands in a column that holds no figures.
NUMBER, TITLE, UNIT, MEASURE, YEAR, NOTE, OFFICE, PLAN, CODE = (
    "number", "title", "unit", "measure", "year", "note", "office", "plan", "code",
)  # fmt: skip


# What one of many units is called over a column of them.
_ONE = (
    rf"đơn vị(?: hành chính)?|địa phương|địa bàn|{PLACES}|{VILLAGES}|trường(?: học)?"
    rf"|tổ chức (?:cơ sở )?đảng|{PARTY}|chi hội|chi đoàn|tccsđ|cơ sở|ngành|cơ quan|htx"
    rf"|hợp tác xã|{ENGLISH_PLACES}"
)
_LABELS = {
    NUMBER: compiled(r"s(?:ố )?tt|tt|số thứ tự|no\.?|#"),
    CODE: compiled(r"mã(?: (?:số|đvhc|đơn vị|chỉ tiêu|hộ|trường|xã))*|code"),
    MEASURE: compiled(r"đvt|đ\.?v\.?t\.?|đơn vị (?:tính|đo)|đv tính|unit of measure|measure"),
    TITLE: compiled(
        r"(?:(?:tên|các|hệ thống|danh mục) )?(?:chỉ tiêu|chỉ số|nội dung|tiêu chí|mục tiêu"
        r"|nhiệm vụ|danh mục|hạng mục|nội dung (?:tiêu chí|chỉ tiêu))"
        r"(?: (?:chủ yếu|chính|cụ thể|đánh giá|thực hiện|nhiệm vụ))?|indicators?"
        r"|chỉ tiêu[, /-]+nhiệm vụ"
    ),
    UNIT: compiled(
        rf"(?!ngành$)(?:(?:tên|các) )?(?:{_ONE})(?:(?:\s*[,/–-]\s*| và )(?:{_ONE}|tt))*"
        r"(?: trực thuộc)?|units?"
    ),
    YEAR: compiled(r"năm(?: học)?|tháng|quý|thời gian|kỳ|giai đoạn|year|month|quarter|period"),
    NOTE: compiled(r"ghi chú|nguồn(?: số liệu)?|lý do|nguyên nhân|notes?|remarks?|source"),
    OFFICE: compiled(
        r"(?:cơ quan|đơn vị|bộ phận|phòng, ban)(?: \w+)* (?:chủ trì|phụ trách|thực hiện"
        r"|báo cáo|phối hợp|theo dõi)|chủ trì"
        r"|phụ trách|responsible(?: office)?"
    ),
}  # fmt: skip
# “Nội dung” and “Danh mục” may stand over anything.
_INDICATORS = compiled(r"(?<!\w)(?:chỉ tiêu|chỉ số|tiêu chí|mục tiêu|nhiệm vụ|indicators?)(?!\w)")
_LEVEL = rf"{PLACES}|{SHORT_PLACES}|commune of|district of"
# A name begins with a capital letter, or is a number.
_NAME = rf"\s+(?-i:[{CAPITALS}0-9]).*"
_PLACE_NAME = compiled(
    rf"(?!(?:xã hội|tỉnh lộ)(?!\w))(?:(?:{PARTY}|{COUNCILS}|hội|phòng gd(?:&| và )?đt)\s+)?"
    rf"(?:{_LEVEL}){_NAME}|(?:{PARTY}|{VILLAGES}){_NAME}"
)
_UNIT_NAME = compiled(
    rf"{_PLACE_NAME.pattern}"
    rf"|(?:trường|phòng|ban|công ty|trạm|htx|hợp tác xã){_NAME}"
    r"|.+\s(?:commune|district|ward|town|province)"
)
# Written in capitals alone these may be the first word of anything: “PHÒNG CHỐNG THIÊN TAI”.
_IN_CAPITALS = compiled(
    r"(?:phòng|ban|bản|làng|trạm|trường(?! (?:mầm non|mẫu giáo|tiểu học|mn|th|thcs|thpt"
    r"|trung học)"
    rf"(?!\w)))(?!\w)(?!.*\s(?:{_LEVEL})\s)"
)
# Each word with a capital letter, as in names of places: “Tân Lập”, “Đắk R’lấp”.
_SMALL = rf"[^\W\d_{CAPITALS}]*"
_NAMED = re.compile(
    rf"[{CAPITALS}]{_SMALL}(?:[ '’-]+(?:[{CAPITALS}]['’]?)+{_SMALL})+(?: [0-9IVX]+)?"
)
# In these a unit is part of what is counted: “Xã đạt chuẩn”, “Trường học đạt chuẩn quốc gia”.
_COUNTED = compiled(
    r"(?<!\w)(?:đạt|được|có|không|chuẩn|hoàn thành|học|loại|tỷ lệ|số|văn hóa|nông thôn mới"
    r"|ntm|nâng cao|kiểu mẫu)(?!\w)"
)
# A group of units, whose number is the sum of theirs.
_GROUP = compiled(
    rf"(?:các|khối|nhóm|vùng|cụm)\s+(?:{_LEVEL}|{VILLAGES}|{PARTY}|đơn vị|trường|cơ quan)"
    r"(?:,? [^\W\d].*)?"
)
# What stands over those of one level, or is the only one of it: “Thị trấn”.
_BARE_LEVEL = compiled(rf"(?:{PLACES}|{VILLAGES})(?:(?:, | và )(?:{PLACES}|{VILLAGES}))*")
# “Khối cơ quan Đảng” and “Các cơ quan khác” may be units.
_MANY = compiled(r"các\s(?!.*\skhác$).+")
# What an office is called without a name of its own.
_OFFICES = compiled(
    rf"(?:{OFFICES}|{COUNCILS}|{PARTY}|quân sự|tư pháp|thuế|thanh tra"
    r"|(?:khối )?(?:đảng|chính quyền|mttq|đoàn thể))(?:\s.+)?"
)
_RESPONSIBLE = compiled(
    rf"(?:{OFFICES}|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ))(?:\s+(?:{PLACES}))?(?:{_NAME})?"
)
NUMBERING = re.compile(
    rf"(?P<roman>{ROMAN})"
    r"|(?P<capital>[A-ZĐ])|(?P<dotted>\d{1,2}(?:\.\d{1,2})*)|(?P<small>[a-zđ])"
    r"|(?P<dash>[-–—•])|(?P<plus>[+*])"
)
_NUMBERED = re.compile(
    rf"(?:(?P<number>{ROMAN}|[A-ZĐ]|\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])[.)/]\s*(?=\D)"
    r"|(?P<dash>[-–—•+*])\s*(?=\S))(?P<title>.+)"
)
# How deep each kind of number stands in a form, the outermost first.
OF_WHICH = 13
_DEPTH = {"capital": 0, "roman": 1, "dotted": 2, "small": 12, "dash": OF_WHICH, "plus": 14}
# With these a list begins.
_FIRST = ("1", "a", "A", "I")


def label_of(text: str) -> str:
    """Say what stands in a column whose head is a text; empty where that is no label."""
    bare = text.strip(" :.*")
    return next((label for label, named in _LABELS.items() if named.fullmatch(bare)), "")


def is_unit_name(text: str) -> bool:
    """Say whether a text names an office or a place, such as “Xã Tân Lập”."""
    in_doubt = text.isupper() and _IN_CAPITALS.match(text)
    return bool(_UNIT_NAME.fullmatch(text)) and not (in_doubt or _COUNTED.search(text))


def may_be_name(text: str) -> bool:
    """Say whether a text is written as names of places are, which “Hộ Nghèo” may be too."""
    return bool(_NAMED.fullmatch(text)) and not is_sum(text)


def says_indicators(text: str) -> bool:
    """Say whether the head of a column says itself that indicators stand below it."""
    return bool(_INDICATORS.search(text))


def is_office(text: str) -> bool:
    """Say whether a text may be an office, with or without a name of its own."""
    return is_unit_name(text) or bool(_OFFICES.fullmatch(text))


def is_responsible(text: str) -> bool:
    """Say whether a text names an office that has something to do: *Văn phòng*, *Công an huyện*."""
    in_doubt = text.isupper() and _IN_CAPITALS.match(text)
    return bool(_RESPONSIBLE.fullmatch(text)) and not in_doubt


def is_place(text: str) -> bool:
    """Say whether a text names a place, or who is of one, and no house in it."""
    return bool(_PLACE_NAME.fullmatch(text)) and is_unit_name(text)


def is_group(text: str) -> bool:
    """Say whether a text names several units at once, such as “Các xã”."""
    return bool(_GROUP.fullmatch(text.strip(" :.-–")))


def is_level(text: str) -> bool:
    """Say whether a text names no more than a level of places: *Thị trấn*."""
    return bool(_BARE_LEVEL.fullmatch(text.strip(" :.-–")))


def names_many(text: str) -> bool:
    """Say whether what names several units can be none itself."""
    return is_group(text) and bool(_MANY.fullmatch(text.strip(" :.-–")))


def number_and_title(text: str) -> tuple[str, str]:
    """Part the number, or the dash, at the head of a title from it."""
    found = _NUMBERED.fullmatch(text)
    return (found["number"] or found["dash"], found["title"].strip()) if found else ("", text)


def depth_of(number: str) -> int | None:
    """Say how deep a row stands by its number: I before 1, 1 before 1.1, a dash last."""
    found = NUMBERING.fullmatch(number.strip(" .)("))
    if not found:
        return None
    kind = str(found.lastgroup)
    return _DEPTH[kind] + (number.strip(" .)(").count(".") if kind == "dotted" else 0)


def is_first(number: str) -> bool:
    """Say whether the number of a row is the first of a list."""
    return number.strip(" .)(").rpartition(".")[2] in _FIRST


_PLACE = re.compile(
    rf"(\b(?:{PLACES}|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)"
    r"|trường (?:mầm non|tiểu học|(?:TH&)?THCS|(?:THCS&)?THPT))\s+)(?!hội|ủy|uỷ|đạt)"
    r"((?:[^\W\d_]+\s?){1,3})$"
)
# THCS, HTX, NTM: what nobody can read as a word; and what is short for an office.
_SHORT_FOR = re.compile(
    r"[^\W\d_AEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]{2,}|UBND|BHYT|GD&ĐT|ODA|FDI|CPI|PCI|OCOP|[IVX]+"
)
# 07-KH/GDĐT, 15-NQ/TW, 30/2020/NĐ-CP: the number of a document.
_CODE = re.compile(r"(?=.*[/-])\d+[\w/&-]*")
# Before a name it stays small: “huyện Mỹ Đức”.
_LEVELLED = re.compile(rf"(?<!\w)(?:{PLACES}|{VILLAGES}) (?=\S)", re.IGNORECASE)


def proper(text: str, names: Iterable[str] = ()) -> str:
    """Write a title in capitals in small letters, but for codes, short forms and names.

    Parameters
    ----------
    text : str
        The title; one that is not in capitals stays.
    names : iterable of str
        Names as they are written elsewhere; else those of places are known by what precedes them.
    """
    if not text.isupper():
        return text
    told = _PLACE.sub(
        lambda place: place[1] + place[2].title(), " ".join(map(_small, text.split()))
    )
    for name in filter(None, map(_own_name, names)):
        told = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, told, flags=re.IGNORECASE)
    return told[:1].upper() + told[1:]


def _small(word: str) -> str:
    bare = word.strip(',.;:()“”"')
    return word if _SHORT_FOR.fullmatch(bare) or _CODE.fullmatch(bare) else word.lower()


def _own_name(unit: str) -> str:
    """Give what is a name in that of a unit, of one word with its level; nothing in capitals."""
    *_, level = (None, *_LEVELLED.finditer(unit))
    bare = unit[level.end() :] if level else unit
    if _NAMED.fullmatch(bare):
        return bare
    return level[0].lower() + bare if level and not bare.isupper() and bare[:1].isupper() else ""
