"""Years that a head tells of something else than what is counted: *giá so sánh 2010*."""

from giaoban.extract.vietnamese import compiled

YEAR = r"(?:19|20)\d\d"
# Since when, at which prices, by which standard or paper.
_YEARS = rf"{YEAR}(?:\s*[-–/]\s*(?:{YEAR}|\d\d(?!\d)))?"
_NO_TIME = compiled(
    rf"(?<!\w)(?:post|pre|mid|since|from|before|after|(?:kể\s+)?từ|sau|trước)[\s-]+(?:năm\s+)?{YEAR}"
    r"(?!\s*[-–/]\s*\d|\s+(?:đến|tới|to|until|through)\s+(?:hết\s+)?(?:năm\s+)?\d|\d)"
    rf"|giá\s+(?:so\s+sánh|ss|cố\s+định|cđ)\s+(?:năm\s+)?{YEAR}|theo\s+giá\s+(?:năm\s+)?{YEAR}"
    rf"|(?:theo\s+|nghèo\s+|\(\s*)chuẩn(?:\s+(?:nghèo|đa\s+chiều|mới|giai\s+đoạn|gđ|năm))*\s+{_YEARS}"
    rf"|{YEAR}\s+(?:constant\s+)?prices?(?!\w)|(?:constant|base)\s+(?:year\s+)?{YEAR}|{YEAR}\s*=\s*100"
    rf"|(?<!\w)\d+/{YEAR}/[^\W\d]|(?:thông\s+tư|nghị\s+định|quyết\s+định|nghị\s+quyết|chỉ\s+thị|luật)"
    rf"\s+(?:số\s+)?\d+/{YEAR}"
)
_HIDDEN = {ord(str(n)): 0xE000 + n for n in range(10)}
_SHOWN = {hidden: digit for digit, hidden in _HIDDEN.items()}


def hidden(text: str) -> str:
    """Write a text so that no year of something else is found in it: `shown` turns it back."""
    return _NO_TIME.sub(lambda found: found[0].translate(_HIDDEN), text)


def shown(text: str) -> str:
    """Turn back what was hidden."""
    return text.translate(_SHOWN)
