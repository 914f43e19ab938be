"""What the texts over a column say together, from the top down, classes of a rating among them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.words.headings import (
    COMPARISONS,
    IS_SCHOOL,
    OF_TARGET,
    SO_FAR,
    TARGET,
    Heading,
    plan_or_result,
    read_heading,
)
from giaoban.sheet.words.labels import is_group, is_unit_name
from giaoban.sheet.words.measurewords import without_measure
from giaoban.sheet.words.sums import is_sum

# How a comparison is written, which is nobody's name.
_MANNER = compiled(r"(?:số )?(?:tuyệt|tương) đối")
# What stands under a head is a part of it, or all of it.
_OF_WHICH = compiled(r"^(?:trong|tr\.?) ?đó\s*:?\s*(?=\w)")
_PARTED = compiled(r"(?:chia|phân)\s+(?:ra|theo)(?!\w)")
# A part of a year in no months that everybody knows.
_SEASON = compiled(
    r"(?:(?:vụ|mùa)\s+)?(?:đông|chiêm|xuân|hè|thu)\s*[-–]?\s*(?:xuân|hè|thu|đông)"
    r"|vụ\s+(?:xuân|hè|thu|đông|mùa|chiêm)|mùa\s+(?:xuân|hè|thu|đông|khô|mưa)"
    r"|(?:vụ|đợt|lần|kỳ|round|batch|phase|wave|term|semester|season)\s+(?:thứ\s+)?"
    r"(?:\d\d?|i{1,3}|iv|v|nhất|hai|ba|tư)"
    r"|(?:spring|summer|autumn|winter)(?:\s+(?:crop|season))?"
)
_ONE_YEAR = re.compile(r"(\d{4})-[\d-]+/\1-")
# Classes, the best first; between the best and the worst of a scale one is neither good nor bad.
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


def read_path(texts: tuple[str, ...], *, rated: bool = False) -> Heading:
    """Read the texts over a column, from the top down; over 2021-2022 may stand “Năm học”.

    “Điều chỉnh” under or over “Kế hoạch” is of that.
    Where the columns are ``rated`` by classes, “Đạt” and “Hoàn thành” are two of these.
    """
    school = ""
    lines: list[Heading] = []
    planned = [*map(_is_plan, texts)]
    for n, text in enumerate(texts):
        is_class = rated and rank_of(text) is not None
        beside = any(planned) and not planned[n]
        plan = read_heading(f"KH {text}") if beside else Heading()
        if (plan.stage or plan.bound) and not plan.name:
            lines.append(plan)
            continue
        if IS_SCHOOL.fullmatch(text.strip(" :")):
            school = text
            continue
        name, measure = without_measure(text)
        rating = Heading(name=name, measure=measure)
        lines.append(rating if is_class else read_heading(f"{school} {text}"))
    return together(lines)


def _is_plan(text: str) -> bool:
    """Say whether a line of a head is that of a plan: *KH 2024*, *Kế hoạch vốn năm 2024*."""
    about = read_heading(text)
    return about.kind in (TARGET, OF_TARGET) or plan_or_result(about.name).kind == TARGET


def without_season(about: Heading) -> Heading:
    """Take *Vụ xuân 2025*, *Đợt 2* for a time that is not told, and for no name."""
    over, _, last = about.name.rpartition(": ")
    plan = plan_or_result(last)
    if not _SEASON.fullmatch(plan.name or last):
        return about
    kind = about.kind or plan.kind
    return replace(about, kind=kind, name=over, period="", months=None, untold=True)


def summed(about: Heading, parts: Iterable[Heading]) -> Heading:
    """Let a sum be of the months that its parts are of, and of no time where some are missing.

    What is told of a year so far begins in January; a caption may say where it ends.
    """
    runs = [range(part.months[0], part.months[1] + 1) for part in parts if part.months]
    months = sorted({month for run in runs for month in run})
    if not months:
        return replace(about, months=None)
    so_far = about.span == SO_FAR
    first = 1 if so_far else months[0]
    whole = so_far or months == [*range(first, months[-1] + 1)]
    return replace(about, months=(first, months[-1]), untold=not whole)


def together(path: list[Heading]) -> Heading:
    """Put together what the lines of a head say, from the top down: the lower goes before."""
    kind = period = measure = span = ""
    months, estimated, stage, untold = None, False, 0, False
    names: list[str] = []
    for line in path:
        # Under a comparison stands what is compared.
        if kind in COMPARISONS and line.kind == TARGET:
            kind = OF_TARGET
        elif line.kind in COMPARISONS or kind not in COMPARISONS:
            kind = line.kind or kind
        period = "" if line.untold and line.kind not in COMPARISONS else period
        # A range of years over single ones is their heading; of two that are compared the later
        # one is meant.
        both = kind in COMPARISONS and len(line.period) == len(period) == len("2024")
        period = max(line.period, period) if both else line.period or period
        untold = line.untold or (untold and not line.period)
        if line.months and _ONE_YEAR.match(period):
            # “Cả năm” under “đến 30/6/2024” is no half of it.
            period = period[:4]
        measure = line.measure or measure
        months = line.months or months
        span = "" if line.months else line.span or span
        estimated, stage = estimated or line.estimated, line.stage or stage
        name = "" if _PARTED.match(line.name) else _OF_WHICH.sub("", line.name)
        own = name and name not in names and not _MANNER.fullmatch(name)
        if names and is_group(names[-1]) and is_unit_name(name):
            names.pop()
        names += [name] if own and not (names and is_sum(name)) else []
    untold &= not (period and months)
    by, name = any(line.by for line in path), ": ".join(names)
    about = Heading(kind, period, months, estimated, measure, name, untold)
    bound = max((line.bound for line in path), default="")
    return replace(about, by=by, stage=stage, span=span, bound=bound)


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
