"""Units of measure as forms write them: in brackets behind a title, or in a column of their own."""

import re

from giaoban.language import PERCENT
from giaoban.sheet.words.planwords import PLAN_WORDS

_SCALE = r"(?:trăm|nghìn|ngàn|triệu|tr\.?|tỷ|tỉ|vạn|1\.?000|thousands?|millions?|billions?|mn|bn)"
_AMOUNT = (
    r"đồng(?! chí)|đ(?!/c(?!\w)|\w)|vnđ|vnd|usd|ha|hécta|héc ta|km2|km²|km|m2|m²|m3|m³|m|cm|tấn"
    r"|tạ"
    r"|kg|gam|lít|lần|điểm"
    r"|giờ|mw|kwh|độ|tuổi|năm|ngày|tháng|bậc|‰|tonnes?|hectares?|acres?|litres?|miles?|dong|usd"
    r"|eur|gbp|us\$|[$£€]|dollars?|euros?|pounds?"
    r"|minutes?|mins?|hours?|days?|weeks?|months?|years?|points?"
)
_COUNT = (
    r"người|em|cháu|hộ|đồng chí|đ/c|cái|con|chiếc|cơ sở|tổ chức|chi bộ|đảng bộ|tccsđ"
    r"|đảng viên|học sinh|hs|gv"
    r"|giáo viên|trường|lớp|xã|thôn|cuộc|vụ|lượt|hồ sơ|đơn|dự án|công trình|mô hình"
    r"|doanh nghiệp|dn|htx"
    r"|hợp tác xã|sản phẩm|tiêu chí|giường|bác sĩ|lao động|căn|nhà|ca|trường hợp|đơn vị|suất"
    r"|văn bản|giải|sáng kiến|đề tài|nhiệm vụ|buổi|việc làm|cây|bộ|quyển|cặp|lđ|cán bộ"
    r"|people|persons?|households?|pupils?|members?|cases?|schools?|projects?"
    r"|visits?|students?|patients?|families|residents?|jobs|posts|beds|incidents?|calls"
    r"|vehicles|trees"
)
_ONE = rf"(?:{_SCALE}\s*)*(?:{_AMOUNT}|{_COUNT}|{_SCALE})(?:\s+[^\W\d_/]+)?"
# £m, EUR million, per 1,000 live births.
_MONEY = rf"(?:[$£€]|us\$|usd|eur|gbp|vnd)\s?(?:m|k|000s?|'000|{_SCALE})?"
_PER = r"per\s+(?:\d[\d,.]*|thousand|million|head|capita)(?:\s+[^\W\d_]+){0,3}"
_MEASURE = re.compile(
    rf"(?:%|‰|{_MONEY}|{_PER}|{_ONE}(?:\s+{_PER})?(?:\s*/\s*[\w²³.]+(?:\s+[^\W\d_]+)?){{0,2}})",
    re.IGNORECASE,
)
_AMOUNTS = re.compile(
    rf"(?:{_SCALE}\s*)*(?:{_AMOUNT}|{_SCALE})(?!\w)|{_MONEY}(?!\w)|.*(?<!\w){_PER}|‰"
    rf"|(?!đ/c(?!\w)).*/",
    re.IGNORECASE,
)
# So many percent of a plan, or of the year before: no share of a whole.
_OF_SOMETHING = re.compile(rf"%\s*(?:so|{PLAN_WORDS}|cùng kỳ|ck)(?!\w)", re.IGNORECASE)
_OF_ALL = re.compile(r"%\s+[^\W\d_]")
_BRACKETS = re.compile(
    r"\s*[(\[]\s*(?:(?:đvt|đơn vị(?: tính)?|unit)\s*:?\s*)?([^()\[\]]+?)\s*[)\]]", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:đvt|đơn vị(?: tính)?|unit(?: of measure)?)\s*:\s*([^()\[\];]+)", re.IGNORECASE
)
# What stands so is in something of its own, whatever its group is in.
_MEASURED = re.compile(
    r"(?:(?:tổng )?số|tỷ|tỉ|mức|giá|diện tích|sản lượng|năng suất|khối lượng|vốn|doanh|thu|chi"
    r"|bình quân|tốc độ|chỉ số|rates?|shares?|number|total)(?!\w)",
    re.IGNORECASE,
)
# A share, or a number of something, is in no money that a caption names.
_SHARE_OF = re.compile(
    r"(?:tỷ|tỉ) (?:lệ|trọng|suất)|tốc độ|chỉ số|shares?(?!\w)|rate", re.IGNORECASE
)
_NUMBER_OF = re.compile(
    r"(?:tổng )?số (?!(?:tiền|thu|chi|vốn|nộp|nợ|dư|kinh phí|phải|đã|còn|thực|giải ngân)(?!\w))",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"(?:{_SCALE}\s*)+(?:{_COUNT})", re.IGNORECASE)
_COUNTED = re.compile(rf"(?:tổng )?số(?: lượng)? (?P<unit>{_COUNT})(?!\w)", re.IGNORECASE)
# Growth, and by how much a share rises or falls: no share of a whole, it may lie below 0.
# What a share falls or rises to, “giảm xuống còn”, is that share.
_GROWTH = re.compile(
    r"(?!(?:tăng|giảm)(?!\w).* (?:còn|xuống|lên)(?: còn| dưới| trên)?$)"
    r"(?:(?:mức |tốc độ |tỷ lệ |tỉ lệ )?(?:tăng(?! cường)|giảm)(?!\w).*|tốc độ phát triển.*"
    r"|.*(?<!\w)(?:tăng|giảm)(?: thêm| bình quân| hằng năm| hàng năm| so với .*| so cùng kỳ)?"
    r"|.*(?<!\w)(?:tăng trưởng|lạm phát|chỉ số (?:giá|sản xuất)|growth|increase)(?!\w).*)",
    re.IGNORECASE,
)
# Amounts of a year, which those of its parts make up.
_OF_A_YEAR = re.compile(
    r"(?!.*(?:bình quân|trên (?:1|một)(?!\w)|tốc độ|(?<!\w)(?:per|average|mean|median|unit"
    r"|rates?|shares?|recovery|index|indices|prices?|arrears|outstanding|unpaid|overdue|stocks?"
    r"|capacity|balances?|chỉ số|năng suất|(?<!rạch )giá(?! trị)|dư nợ|số dư|tồn quỹ"
    r"|vốn điều lệ)(?!\w)))"
    r".*(?<!\w)(?:thu(?! nhập)|chi|giá trị|sản lượng|vốn|doanh thu|kim ngạch|xuất khẩu"
    r"|giải ngân|việc làm|trồng mới|huy động|revenues?|receipts|turnover|sales|takings|spending"
    r"|spent|expenditures?"
    r"|expenses?|budgets?|costs?|payments?|wages|salaries|subsid(?:y|ies)|grants?|donations?"
    r"|fines|fees"
    r"|tax(?:es)?|duties|exports?|imports?|output|production|harvest|investments?|disburse\w*"
    r"|funding)(?!\w)",
    re.IGNORECASE,
)
# What is there at the end of each year, and mostly was the year before: of sizes and wholes nobody
# wants more or less.
_SIZES = (
    r"giáo viên|học sinh|trường(?: học)?|lớp|chi bộ|đảng bộ|tổ chức(?: cơ sở)?(?: đảng)?|tccsđ"
    r"|hộ(?: dân(?: cư)?| gia đình)?|dân(?: số)?|(?:nhân )?khẩu|lao động|cán bộ|công chức"
    r"|viên chức"
    r"|cơ quan|đơn vị(?: hành chính)?|xã|phường|thôn|bản|khu dân cư|tổ dân phố"
    r"|teachers|pupils|schools|population|households|inhabitants|organi[sz]ations|communes"
    r"|villages"
)
_HOW_MANY = r"(?:tổng )?(?:số )?(?:lượng )?(?:(?:total )?number of |total )?"
_AT_END = r"(?: hiện có| có mặt| đang hoạt động| toàn \w+| (?:đến )?cuối (?:năm|kỳ))*"
_SIZE = re.compile(rf"{_HOW_MANY}(?:{_SIZES}){_AT_END}", re.IGNORECASE)
_THERE = re.compile(
    rf"{_HOW_MANY}(?:{_SIZES}|phòng học|đảng viên|hộ (?:cận )?nghèo|bác sĩ|giường bệnh"
    rf"|doanh nghiệp|hợp tác xã|(?:near-)?poor households){_AT_END}",
    re.IGNORECASE,
)
# What a group counts that comes or goes within a year, whatever it is.
_FLOWS = re.compile(
    r"(?<!\w)(?:mới|kết nạp|tuyển|thành lập|giải thể|đào tạo|bồi dưỡng|giải quyết|phát sinh|thoát"
    r"|tăng|giảm|chuyển|nghỉ|bỏ học|tốt nghiệp|xuất khẩu|khen|kỷ luật|new|admitted|recruited"
    r"|trained)(?!\w)",
    re.IGNORECASE,
)
# Of “Thu 100%” and “theo tỷ lệ %” it is no unit of measure.
_TAIL = re.compile(r"(?<!\d)(?<!\d\s)\s*[,;:–-]?\s*%$")
_BY_SHARE = re.compile(r"(?<!\w)theo (?:tỷ|tỉ) lệ(?: phần trăm)?\s*\(?%\)?$", re.IGNORECASE)


def is_measure(text: str) -> bool:
    """Say whether a text is a unit of measure and nothing else."""
    return bool(_MEASURE.fullmatch(" ".join(text.split()))) or text.lower() in PERCENT


def is_percent(text: str) -> bool:
    """Say whether a unit of measure is percent: of all, and of no plan: %, % hộ."""
    told = text.lower() in PERCENT or bool(_OF_ALL.match(text))
    return told and not _OF_SOMETHING.match(text)


def is_amount(text: str) -> bool:
    """Say whether a unit of measure is one that is measured, not counted: tỷ đồng, ha, ‰, % KH."""
    return bool(_AMOUNTS.match(text)) or bool(_OF_SOMETHING.match(text))


def is_growth(title: str) -> bool:
    """Say whether a title names growth, or by how much a share rises or falls."""
    return bool(_GROWTH.fullmatch(title))


def is_of_a_year(title: str) -> bool:
    """Say whether a title names an amount of a year: of several years there is a sum."""
    return bool(_OF_A_YEAR.match(title))


def counts_what_is_there(title: str) -> bool:
    """Say whether a title counts what is there each year: of several years there is no sum."""
    group, _, last = title.rpartition(": ")
    return bool(_THERE.fullmatch(last)) and not comes_or_goes(group)


def comes_or_goes(title: str) -> bool:
    """Say whether a title counts what comes or goes within a year: *Tuyển mới*, *Thoát nghèo*."""
    return bool(_FLOWS.search(title))


def is_size(title: str) -> bool:
    """Say whether a title counts what nobody wants more or less of: *Tổng số hộ*, *Dân số*."""
    return bool(_SIZE.fullmatch(title))


def measure_over(title: str, group: str, caption: str) -> str:
    """Give what a title that does not say it is in: what it counts, else as its group or caption.

    “Số hộ nghèo” counts hộ; a share is in no money, nor is a number of something.
    """
    last, scaled = title.rpartition(": ")[2], _SCALED.fullmatch(caption)
    if _SHARE_OF.match(last):
        return caption if caption == "‰" or is_percent(caption) else ""
    if (counted := _COUNTED.match(last)) and not scaled:
        return counted["unit"]
    if group and not _MEASURED.match(last):
        return group
    is_money = is_amount(caption) and not scaled
    return "" if is_money and _NUMBER_OF.match(last) else caption


def without_measure(text: str) -> tuple[str, str]:
    """Part a title from the unit of measure in its brackets, or from a percent sign at its end."""
    if _BY_SHARE.search(text):
        return text.strip(), ""
    for found in reversed([*_BRACKETS.finditer(text)]):
        if is_measure(found[1]):
            return (text[: found.start()] + text[found.end() :]).strip(), found[1].strip()
    if tail := _TAIL.search(text):
        return text[: tail.start()].strip(), "%"
    return text.strip(), ""


def named_measure(text: str) -> str:
    """Give the unit of measure that a line above a table names: “Đơn vị tính: tỷ đồng”."""
    found = _NAMED.search(text)
    said = found[1].strip(" .") if found else ""
    return said if is_measure(said) else ""
