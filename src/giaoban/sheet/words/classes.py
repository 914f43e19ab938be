"""The classes that people and organisations are rated in, and which of them is better."""

import re
from collections.abc import Iterable

from giaoban.sheet.words.measurewords import without_measure

# The best first; what stands between the best and the worst of a scale is neither good nor bad.
_RANKS = (
    r"(?:hoàn thành )?xuất sắc(?: nhiệm vụ)?|htxs(?:nv)?|giỏi|loại a|excellent",
    r"(?:hoàn thành )?tốt(?: nhiệm vụ)?|htt(?:nv)?|loại b|good",
    r"khá|fair",
    r"hoàn thành(?: nhiệm vụ)?|htnv|đạt|trung bình|tb|loại c|average",
    r"(?:không|chưa) (?:hoàn thành(?: nhiệm vụ)?|htnv|đạt)|khtnv|yếu|kém|loại d|poor",
)
_CLASSES = [re.compile(rank, re.IGNORECASE) for rank in _RANKS]
_SHARE = re.compile(r": (?:tỷ|tỉ) lệ$", re.IGNORECASE)
_LAST = len(_RANKS) - 1


def rank_of(text: str) -> int | None:
    """Say how far from the best a class is; None of what is no class."""
    bare = _SHARE.sub("", without_measure(text)[0]).strip(" :;.-–")
    return next((n for n, named in enumerate(_CLASSES) if named.fullmatch(bare)), None)


def is_scale(texts: Iterable[str]) -> bool:
    """Say whether texts name the classes of a scale: one class alone may be another word."""
    return len({rank_of(text) for text in texts} - {None}) > 1


def better_of(text: str, others: Iterable[str]) -> str:
    """Say which way is better of the share of a class among others; empty of what is none."""
    rank, ranks = rank_of(text), [n for other in others if (n := rank_of(other)) is not None]
    if rank is None or len({*ranks}) < 2:
        return ""
    if rank == _LAST:
        return "down"
    return "up" if rank == min(ranks) else "none"
