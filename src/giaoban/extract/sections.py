"""Headings that announce targets: what stands below them was not reached yet."""

import re
from collections.abc import Sequence

from giaoban.extract.mentions import Mention, Quantity

# A heading has no more signs.
LONGEST = 120
_NUMBER = re.compile(
    r"\s*(?P<roman>[IVX]{1,4}[.)/-])|\s*[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|\s*[a-zđ][.)]\s"
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|phương hướng|kế hoạch|dự kiến|"
    r"nhiệm vụ (?:trọng tâm|năm|thời gian))(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!\w)(?:kết quả|thực hiện|tình hình|đánh giá|đạt|hoàn thành|tổng kết|sơ kết)(?!\w)",
    re.IGNORECASE,
)


def announces_targets(text: str, mentions: Sequence[Mention], before: bool) -> bool:
    """Say whether what follows a passage may be targets.

    Parameters
    ----------
    text : str
        Of the passage.
    mentions : sequence of Mention
        What holds a number in it.
    before : bool
        Whether that was so before it: only a heading of the first rank ends it.
    """
    number = _NUMBER.match(text)
    ranked = bool(number and number["roman"]) or text.isupper()
    heads = number or ranked or text.rstrip().endswith(":")
    counts = any(isinstance(mention, Quantity) for mention in mentions)
    if not heads or counts or len(text) > LONGEST or text.rstrip().endswith((".", ";")):
        return before
    if _DONE.search(text):
        return False
    return bool(_ANNOUNCED.search(text)) or (before and not ranked)
