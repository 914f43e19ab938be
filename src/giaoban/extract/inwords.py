"""Numbers in words, where they carry a figure: “hai xã”, “một trăm”."""

from giaoban.extract.mentions import Mention, Rule, named, rule

_WORD = "một|hai|ba|bốn|tư|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục"
_NOUN = (
    "đồng chí|đảng viên|người|cán bộ|xã|phường|thị trấn|trường|huyện|thôn|chi bộ|"
    "đảng bộ|tổ chức|chỉ tiêu|nhóm|nhiệm vụ|"
    "giải pháp|dự án|hộ|lượt|lớp|cuộc|đơn vị|đồng|phần trăm|tiêu chí|mô hình|học sinh|lần|khâu"
)
WORDS: tuple[Rule, ...] = (
    rule(
        rf"(?<!\w)(?!(?:một|tư)\s+(?:{_NOUN})|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục)(?:(?:{_WORD})\s+){{1,9}}(?=(?:{_NOUN})(?!\w))",
        lambda match: [Mention(match.start(), match.start() + len(match[0].rstrip()), "words")],
    ),
    rule(
        r"(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:trăm|nghìn|ngàn|chục|triệu|tỷ)(?!\w)",
        named("words"),
    ),
)
