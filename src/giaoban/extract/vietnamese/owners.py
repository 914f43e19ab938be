"""Who is given a task, as a sentence names them, by which day, and where a list of tasks ends."""

import re
from collections.abc import Iterator
from itertools import pairwise

from giaoban.extract.vietnamese.mentions import CAPITALS, compiled
from giaoban.extract.vietnamese.sentences import Sentence
from giaoban.extract.vietnamese.signs import NUMBER, inner_sign
from giaoban.language import iso_day

_CAPITAL = f"[{CAPITALS}]"
# These begin other words than the name of an office too: ban hành, tổ chức, hội nghị.
_BODIES = r"Phòng|Ban|Sở|Hạt|Đoàn|Hội|Trạm|Đội|Tổ"
_OFFICE = (
    r"(?:(?:Văn phòng|UBND|HĐND|Ủy ban|Uỷ ban|Thường trực|Đảng ủy|Đảng uỷ|Công an|Trung tâm"
    r"|Chi cục|Mặt trận|Thanh tra|Kho bạc|Bộ phận|[Cc]ác (?:xã|thôn|[Pp]hòng|[Bb]an))(?!\w)"
    rf"|(?:{_BODIES})\s+(?={_CAPITAL}"
    r"|quản lý|chỉ đạo|chỉ huy|công tác|đồng (?!ý)|thanh niên|y tế))"
)
_VERB = (
    r"(?:chủ trì|chủ động|chịu trách nhiệm|phối hợp|tham mưu|khẩn trương|tiếp tục|tập trung|rà soát"
    r"|xây dựng|báo cáo|hoàn thành|thực hiện|triển khai|hướng dẫn|đôn đốc|kiểm tra|giám sát"
    r"|tổ chức|đẩy (?:nhanh|mạnh)|theo dõi|giúp|chuẩn bị|lập|trình|gửi|cung cấp|đề xuất|ban hành"
    r"|cập nhật|công (?:bố|khai)|niêm yết|bố trí|phân bổ|giải (?:quyết|ngân)|xử lý|khắc phục"
    r"|tăng cường|nâng cao|(?:đảm|bảo) (?:bảo|đảm)|vận động|tuyên truyền|thẩm định|tổng hợp"
    r"|nghiên cứu|phê duyệt|thông báo|duy trì|khảo sát|đánh giá|thống kê|tiếp nhận|sớm|làm|mở"
    r"|phải|cần|sẽ|có|kịp thời|thường xuyên|nghiêm túc)"
)
_BEGINS = r"(?:^|[,;:(]\s*|[-–+•]\s+)"
_WHO = rf"(?:{_CAPITAL}|(?:các|đồng chí|ông|bà)\s)"
_ACRONYM = (
    rf"(?:(?:UB)?MTTQ|UBND|HĐND|HTX|BQL\w*|BCĐ|BCH|LĐLĐ|CCB|BHXH|{_CAPITAL}{{2,}}(?=\s+(?:xã"
    r"|huyện|tỉnh|phường|thành phố|thị)))(?!\w)"
)
# Within a sentence Giao with a capital letter is part of a name where no office follows: Giao Lạc.
_GIVES = rf"giao(?:\s+cho)?\s+(?={_WHO})"
GIVES = (
    rf"(?:{_GIVES}|Giao\s+cho\s+(?={_WHO})|Giao\s+(?={_OFFICE}|{_ACRONYM}|(?:đồng chí|ông|bà)\s))"
)
# It begins a sentence too: “Giao Lạc có …”.
_PLACE = rf"Giao\s+{_CAPITAL}\w*(?:,|\s+[–-]|\s+(?:có|đạt|còn|chưa|không|là|bị|được|đã|thuộc)\s)"
_HEAD = rf"(?:^|:\s*)(?!{_PLACE})Giao\s+(?={_WHO})"
_TO_DO = rf"(?=,?\s+{_VERB}(?!\w)|\s*:)"
_GIVEN = re.compile(rf"(?:{_HEAD}|{_BEGINS}{GIVES})(?P<owner>[^.;:]*?(?:{_TO_DO}|[.;]))")
# Where a heading says that tasks follow; what has been given is no task.
_NOW = (
    r"(?<!\w)(?<![đĐ]ã )(?<![đĐ]ược )(?<![bB]àn )(?<![cC]huyển )(?<![cC]hưa )(?<![mM]ới )"
    r"(?<![kK]ết )(?<![vV]ừa )(?<![tT]ừng )"
)
_TASKED = re.compile(
    rf"{_NOW}{_GIVES}(?P<owner>[^.;:]{{1,150}}?){_TO_DO}"
    rf"|{_BEGINS}(?P<head>{_OFFICE}[^.;:]{{0,150}}?)\s+(?:chủ trì|chịu trách nhiệm)(?!\w)"
)
# A person that a sentence begins with gives a task, where nothing says that it was given.
_PERSON = (
    rf"(?:[Đđ]/c|[Đđ]ồng chí|(?:Ông|Bà)(?=\s+{_CAPITAL})|Lãnh đạo|Chủ (?:trì|tọa|toạ)"
    r"|(?:Phó\s+)?(?:Chủ tịch|Bí thư|Trưởng|Giám đốc))(?!\w)"
)
_GIVEN_BY = re.compile(
    rf"{_PERSON}(?:(?!(?<!\w)(?:đã|được|do|bị|theo|khi|sau|vừa|từng|(?:đề|kiến) nghị)(?!\w))"
    rf"(?:[^.;:,]|,(?=\s{_CAPITAL}))){{0,100}}?\s"
    rf"{_NOW}{_GIVES}(?P<owner>[^.;:]{{1,150}}?){_TO_DO}"
)
# What a line begins with that speaks of another than whom its list is given: whole words, and
# those that begin other words too (Phòng cháy, Bản đồ, Hội thảo) where a name follows.
_PEOPLE = (
    r"(?:hộ(?! (?:tịch|khẩu))|xã(?! hội)|thôn|ấp|buôn|phường|đơn vị|cơ quan|phòng|ngành|sở|hội"
    r"|trường học|địa phương|doanh nghiệp|công ty|đồng chí|cấp|hợp tác xã|nhà thầu|chủ đầu tư"
    r"|cán bộ|công chức|đảng viên|người dân|nhân dân|bên(?! cạnh)|ngân hàng|chi (?:bộ|hội|đoàn)"
    r"|đoàn thể)"
)
_NAMED = rf"(?={_CAPITAL}|[0-9])"
_ANOTHER = re.compile(
    rf"(?:[Gg]iao|Đề nghị|Yêu cầu|{_ACRONYM})(?!\w)|{_OFFICE}|(?!Chủ trì){_PERSON}"
    rf"|(?:Các|Mỗi|Từng) (?i:{_PEOPLE})(?!\w)|(?i:{_PEOPLE})(?!\w)(?<!Phòng)(?<!Hội)(?<!Cấp)"
    rf"|(?:{_BODIES}|Trường|Bản|Khu|Xã)\s+{_NAMED}"
    r"|(?:Hội (?:phụ nữ|nông dân|cựu|người|đồng|viên)|Trường (?:mầm non|tiểu học|trung học)"
    r"|Khu (?:phố|dân cư)|Đoàn (?:thanh niên|thể|viên|xã)|Đội (?:dân phòng|tuần tra)"
    r"|Tổ (?:dân phố|hợp tác|trưởng|tự quản|công nghệ)|Hạt kiểm lâm|Ban (?:nhân dân|giám sát))"
    rf"(?!\w)|(?!(?i:{_VERB})(?!\w))[^.;:,]{{1,40}}:"
)
_BY = compiled(
    r"(?:trước|xong|chậm nhất(?:\s+là)?|đến hết|(?<!quá\s)(?<!trễ\s)hạn(?:\s+(?:cuối|chót))?)"
    r"(?:\s+trước)?\s*:?\s*$"
)
# What no name of an office holds, and how many words none exceeds.
MOST_WORDS, _NO_NAME = 8, re.compile(rf"[\d.;]|(?<!\w)(?:do|được|để|nhằm|theo|trong|{_VERB})(?!\w)")


def owners(said: str, tasks: bool) -> list[str]:
    """Name who is given each task of a sentence, with no name where that is not sure.

    Parameters
    ----------
    said : str
        The sentence, without the sign of a list.
    tasks : bool
        Whether a heading above it says that tasks follow.
    """
    given = [match["owner"] for match in _GIVEN.finditer(f"{said}.")]
    if not given and (named := _GIVEN_BY.match(said)):
        given = [named["owner"]]
    if tasks and not given:
        given = [match["owner"] or match["head"] for match in _TASKED.finditer(said)]
    return [owner.strip(" ,") if _is_name(owner) else "" for owner in given]


def tasks_in(sentence: Sentence) -> Iterator[Sentence]:
    """Part a sentence where another task is given: behind a semicolon, or in a list within it."""
    said, inner = sentence.said, inner_sign(sentence.said)
    given = [mark.end() for mark in re.finditer(rf";\s*(?={GIVES})", said)]
    if inner and owners(said[: inner.end()].strip(), tasks=True):
        items = re.compile(rf";\s*(?={NUMBER}\s)").finditer(said, inner.end())
        given = sorted({*given, inner.end(), *(mark.end() for mark in items)})
    ends = [sentence.start, *(sentence.start + end for end in given), sentence.end]
    for start, end in pairwise(ends):
        here = [mention for mention in sentence.mentions if start <= mention.start < end]
        yield Sentence(sentence.text, start, end, here)


def is_told(said: str) -> bool:
    """Say whether a task that is given is told of only: it may have been given long ago.

    A comma takes no doubt away: “Chủ tịch UBND tỉnh họp, giao Sở Tài chính …”.
    """
    given = _GIVEN.search(f"{said}.")
    return given is None or given[0].startswith((",", "("))


def names_another(said: str) -> bool:
    """Say whether a line of a list may be for another than whom the list is given."""
    return bool(_ANOTHER.match(said))


def days_due(sentence: Sentence) -> list[str]:
    """Give the days by which something is to be done, those that stand with their year."""
    text = sentence.text
    days = [m for m in sentence.mentions if m.sort == "date" and _BY.search(text[: m.start])]
    read = [iso_day(re.sub(r"^ngày\s+", "", text[m.start : m.end])) for m in days]
    return [day for day in read if re.fullmatch(r"\d{4}-\d\d-\d\d", day)]


def _is_name(owner: str) -> bool:
    parts = owner.strip(" ,").split(", ")
    short = all(part.isupper() or 1 < len(part.split()) <= MOST_WORDS for part in parts)
    return short and not _NO_NAME.search(owner) and all(re.match(_WHO, part) for part in parts)
