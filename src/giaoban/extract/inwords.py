"""Numbers in words: “hai xã”, “ba trăm năm mươi”, “hai phần ba”, “thứ ba”."""

from giaoban.extract.mentions import Mention, Rule, named, rule

_DIGIT = "một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín"
_POWER = "mười|mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|linh|lẻ|rưỡi"
_ANY = rf"(?:\s+(?:{_DIGIT}|{_POWER})(?!\w)){{0,9}}"
# These also mean a year and any one, so that what they count must follow.
_NOUN = (
    "đồng chí|đảng viên|người|cán bộ|xã(?!\\s+hội)|phường|thị trấn|trường|huyện|thôn|chi bộ|"
    "đảng bộ|tổ chức|chỉ tiêu|nhóm|nhiệm vụ|giải pháp|dự án|hộ|lượt|lớp|cuộc|đơn vị|đồng|phần trăm|"
    "tiêu chí|mô hình|học sinh|khâu|bậc|tỉnh"
)
_SOME = "ít nhất|tối thiểu|nhiều nhất|tối đa|có|còn|chỉ|thêm|tăng|giảm|được|hơn|dưới"
_SINGLE = "hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|chục"
WORDS: tuple[Rule, ...] = (
    rule(
        rf"(?<!\w)(?:{_DIGIT}|mười)\s+phần\s+(?:{_DIGIT}|mười)(?!\w)",
        named("words"),
    ),
    rule(
        rf"(?<!\w)(?:{_DIGIT}|mười|hàng|vài|mấy)(?:\s+(?:{_DIGIT})){{0,1}}\s+(?:{_POWER})(?!\w){_ANY}"
        rf"|(?<!\w)mười\s+(?:{_DIGIT})(?!\w)",
        named("words"),
    ),
    rule(r"(?<!\w)(?:một|quá|hơn|gần)\s+nửa(?!\w)", named("words")),
    rule(rf"(?-i:(?<!\w)thứ\s+(?:nhất|nhì|{_DIGIT}|mười)(?!\w))", named("ordinal")),
    # Before a capital letter it is part of a name.
    rule(rf"(?<!\w)(?:{_SINGLE})(?=\s+(?-i:[^\W\d_A-ZĐ]))", named("words")),
    rule(rf"(?<!\w)năm(?=\s+(?:{_NOUN})(?!\w))", named("words")),
    rule(
        rf"(?<!\w)(?:{_SOME})\s+một(?=\s+(?:{_NOUN})(?!\w))",
        lambda match: [Mention(match.end() - len("một"), match.end(), "words")],
    ),
)
