"""Which rows and columns name a whole, or a mean, of what stands around them."""

from giaoban.extract.vietnamese import ROMAN, compiled
from giaoban.sheet.words.offices import ENGLISH_PLACES, PARTY, PLACES

# What a total is of: places, or a year; “Total in poverty” counts something.
_OF_WHOLE = (
    rf"(?:for|of|in) (?:(?:the|all|whole|entire) )*(?:(?:\S+ ){{0,2}}(?:units|{ENGLISH_PLACES})"
    r"|(?:19|20)\d\d|(?:the )?year)"
)
_SUM = compiled(
    r"(?:tổng(?: cộng| số)?|ts|cộng|chung)|(?:(?:tổng(?: cộng| số)?|chung|cộng)\s+)?(?:toàn"
    r"|cả)\s+"
    rf"(?:{PLACES}|{PARTY}|ngành|nước|khối|bộ)|(?:tổng )?cộng chung|tổng chung"
    r"|(?:tổng|cộng|chung) (?:tỉnh|thành phố|huyện|quận|thị xã)"
    rf"|(?:(?:grand|overall|{ENGLISH_PLACES})[ -])?(?:total|sum)(?: total| {_OF_WHOLE}|s)?"
    rf"|(?:(?:the )?(?:whole|entire)|all(?: of)?(?: the)?|total) (?:units|{ENGLISH_PLACES})"
    rf"|{ENGLISH_PLACES}[ -](?:as a whole|wide|overall)|overall|(?:al)?together|in total|all"
    rf"|combined"
)
_MEAN = compiled(
    rf"(?:bình quân|bq|trung bình)(?: chung)?(?: (?:toàn|cả|các) (?:{PLACES}|ngành|khối))?"
    rf"|(?:(?:the )?(?:overall|grand|weighted|simple|national|{ENGLISH_PLACES})[ -])?"
    rf"(?:averages?|mean|avg\.?|median)(?: (?:(?:of|for) (?:all )?(?:the )?)?(?:units"
    rf"|{ENGLISH_PLACES}))?"
)
_ONLY_SUM = compiled(
    rf"(?:(?:tổng )?cộng|(?:sub[ -]?)?total)(?:\s*[(:]?\s*\w{{1,3}}(?:\s*\+\s*\w{{1,3}})+\s*\)?"
    rf"|\s+(?:(?:mục|phần|nhóm)\s+)?(?:{ROMAN}|[A-ZĐ]|\d{{1,2}}))?"
)

# These are the names of communes and villages, too.
_MAY_BE_PLACE = compiled(r"trung bình|chung|tổng|cộng")


def is_sum(text: str) -> bool:
    """Say whether a text names the whole of what stands in the rows around it."""
    return bool(_SUM.fullmatch(text.strip(" :.-–")))


def is_mean(text: str) -> bool:
    """Say whether a text names the mean of what stands in the rows around it."""
    return bool(_MEAN.fullmatch(text.strip(" :.-–")))


def is_only_sum(text: str) -> bool:
    """Say whether a text says no more than that it is a sum."""
    return bool(_ONLY_SUM.fullmatch(text.strip(" :.-–")))


def may_be_place(text: str) -> bool:
    """Say whether a word for a sum or a mean is the name of a place as well: *Trung Bình*."""
    return bool(_MAY_BE_PLACE.fullmatch(text.strip()))
