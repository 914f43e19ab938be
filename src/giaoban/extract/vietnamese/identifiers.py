"""Numbers that count nothing: of documents, in names, in a row of things."""

import re
from collections.abc import Iterator

from giaoban.extract.vietnamese.mentions import Matcher, Mention, compiled, matcher

ROMAN = r"(?-i:[IVX]+)(?!\w)"
# Two capitals at least, so that “2020 – Đảng bộ” is no document: NQ, CTr, NĐ, QH15.
_CODE = r"(?-i:[A-ZĐƯ]{2,}[a-z]{0,2}[0-9]*|[A-Z][a-z]{1,3}(?=\s?/))"
_PAPER = (
    "nghị quyết|chỉ thị|kết luận|quy định|quyết định|kế hoạch|chương trình|hướng dẫn|thông tư|"
    "nghị định|đề án|công văn|thông báo|luật|điều lệ|báo cáo|tờ trình|văn bản"
)
_TITLES = "|".join(paper.capitalize() for paper in _PAPER.split("|"))
_PART = "điều|khoản|điểm|mục|chương|phần|phụ lục|biểu|bảng|hình|trang"
_ROW = (
    "lần thứ|lần|mức độ|khóa|khoá|thứ|kỳ họp|kỳ|hạng|tốp|top|đợt|vòng|phiên|tuần|đại hội|nhiệm kỳ|"
    "tổ|khối|lớp|cấp|loại|khu vực|vị trí|thôn|xóm|ấp|quận|phường|đường|khu phố|mũi|bão số"
)
# After such words a number counts or measures.
_COUNTS = (
    r"\s*(?:%|phần trăm|điểm|năm|tháng|ngày|nghìn|ngàn|triệu|t[ỷỉ](?!\s+lệ)|đồng|người|hộ|xã|"
    r"đảng viên|chỉ tiêu|chi bộ|đảng bộ|tổ chức|cán bộ|nhóm|nhiệm vụ|giải pháp|mục tiêu|dự án|"
    r"học sinh|lớp|trường|thôn|đơn vị|lần|ha|m2|km|/)"
)
_PLAIN = rf"[0-9]{{1,4}}(?![0-9.,]*\d)(?!{_COUNTS})"


# “15,2/1.000 trẻ”, “bác sĩ/1 vạn dân”, “trên 1 ha đất đạt 190 triệu đồng”: a rate is of so many.
_SO_MANY = r"(?P<number>1(?:0{0,2}[. ]?000|00(?=\s(?:dân|bé|trẻ)))?)"
_COMES_TO = r"(?:\s+(?:[^\W\d_]+|20\d\d)){1,8}?\s*(?:đạt|là|còn|ước|bằng|:)\s[^\d,;.]{0,20}\d"
_RATE = compiled(r"(?<!\w)(?:t[ỷỉ] (?:suất|lệ)|số)\s[^,;.:]*$")
_MEAN_AGE = compiled(r"(?<!\w)(?:bình quân|trung bình)(?!\w)[^,;.:]*$")
# So many signs before a number hold the words that tell.
NEAR = 80
# A part of the number of a telephone.
_GROUP = r"(?:[ .-]?[0-9]{2,4})"


def _telephone(match: re.Match[str]) -> Iterator[Mention]:
    if 9 <= len(re.sub(r"\D", "", match[0])) <= 12:
        yield Mention(*match.span(), "name")


def _item(match: re.Match[str]) -> Iterator[Mention]:
    """Take the number of an item in a list, before a word with a capital letter."""
    if match["word"].isupper():
        yield Mention(*match.span("number"), "ordinal")


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - NEAR) : match.start()]


def _of_so_many(match: re.Match[str]) -> Iterator[Mention]:
    """Take what a rate is of; “trên 1.000 hộ” may be over a thousand of them."""
    if match["number"] == "1" or "/" in match[0] or _RATE.search(_before(match)):
        yield Mention(*match.span("number"), "name")


def _of_an_age(match: re.Match[str]) -> Iterator[Mention]:
    """Take whom an age names, “trẻ dưới 5 tuổi”; a mean age is a figure."""
    if not _MEAN_AGE.search(_before(match)):
        yield Mention(*match.span("age"), "name")


def _address(match: re.Match[str]) -> Iterator[Mention]:
    """Take the address of a page or of a person, where there is a number in it."""
    if re.search(r"\d", match[0]):
        yield Mention(*match.span(), "name")


DOCUMENTS: tuple[Matcher, ...] = (
    matcher(r"(?:https?://|\bwww\.)\S+|\b[\w.+-]{1,64}@[\w.-]+", _address),
    matcher(
        rf"[0-9]{{1,5}}(?:/[0-9]{{4}})?[-–/]{_CODE}(?:[-–/&](?-i:[A-ZĐƯ])\w*|\s?[-–/&]\s?{_CODE})*",
        "document",
    ),
    matcher(rf"[0-9]{{1,5}}\s*[-–]\s*{_CODE}\s?/\s?{_CODE}", "document"),
    matcher(rf"(?:{_PAPER})\s+số\s*:?\s*{_PLAIN}", "document"),
)

LABELS: tuple[Matcher, ...] = (
    matcher(rf"(?-i:{_TITLES}|nghị quyết|chỉ thị|kết luận)\s+{_PLAIN}", "document"),
    matcher(rf"\b(?:{_PART})\s+(?:{_PLAIN}|{ROMAN})", "document"),
    matcher(r"\bcovid\s*[-–]?\s*[0-9]+", "name"),
    matcher(r"(?<=\[)[0-9]{1,3}(?=\])", "ordinal"),
    matcher(r"(?<=\()[0-9]{1,2}(?=\))", "ordinal"),
    matcher(r"^\s*\(?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})*)[.)]\s*(?P<word>[^\W\d_])", _item),
    matcher(rf"\b(?:{_ROW})\s+(?:thứ\s+)?(?:{_PLAIN}|{ROMAN})", "ordinal"),
    matcher(rf"(?<!\w)(?<!tổng )(?<!trong )số\s+{_PLAIN}(?!\s+[^\W\d_])", "ordinal"),
)

NAMES: tuple[Matcher, ...] = (
    matcher(rf"(?<=[^\W\d_])\s?/\s?{_SO_MANY}(?=\s[^\W\d_])", _of_so_many),
    matcher(rf"[0-9]+,[0-9]+\s?/\s?{_SO_MANY}(?=\s[^\W\d_])", _of_so_many),
    matcher(rf"(?<!\w)(?:trên|bình quân)\s{_SO_MANY}(?={_COMES_TO})", _of_so_many),
    matcher(
        r"(?<!\w)(?:dưới|trên|từ|đủ|trẻ|em|người|phụ nữ)\s(?P<age>[0-9]{1,2}"
        r"(?:\s?(?:[-–]|đến)\s?(?:dưới\s)?[0-9]{1,2})?)(?=\stuổi(?!\w))",
        _of_an_age,
    ),
    matcher(rf"(?:\+84|\(?0[0-9]{{1,3}}\)?){_GROUP}{{2,4}}(?![.,]?\d)", _telephone),
    matcher(r"(?<!\w)(?![kcd]?m[23](?!\w))[^\W\d_]+[-–]?[0-9]+(?:[-–./]?\w+)*", "name"),
    matcher(r"[0-9]+(?-i:[A-ZĐ])[0-9]*(?!\w)", "name"),
    matcher(
        r"(?:công nghiệp|cách mạng|chuyển đổi số|dịch vụ|công nghệ|chính quyền)"
        r"(?:\s+lần thứ tư)?\s+[1-6]\.0",
        "name",
    ),
)
