"""What a column is by those beside it: a side of a pair, a share, of the same months."""

import re
from dataclasses import replace

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.forms.columns import DATA, Column
from giaoban.sheet.forms.planned import headed, with_comparisons, with_plans
from giaoban.sheet.words import (
    COMPARED,
    COMPARISONS,
    COUNTS,
    FIGURE,
    OF_TARGET,
    SCHOOL_YEAR,
    SHARE,
    SO_FAR,
    TARGET,
    Heading,
    is_sum,
    read_heading,
    read_path,
    school_year,
    summed,
)

# A column of bare shares, beside one of numbers, and what it is called.
BARE, STRUCTURE = "Tỷ lệ", "Tỷ trọng"
_BARE_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ|(?P<of_all>tỷ trọng|tỉ trọng)|tl)?\s*\(?%?\)?", re.I)
# Of such a run of years nobody says school year.
_TERM = compiled(r"(?<!\w)(?:giai\s+đoạn|gđ|thời\s+kỳ|nhiệm\s+kỳ|từ|đến|trung\s+hạn)(?!\w)")
_COUNT = re.compile(r"(?:số lượng|sl|ts|số|number|no\.?)(?:\s*\([^()]*\))?", re.IGNORECASE)


def beside(columns: list[Column], *, rated: bool) -> list[Column]:
    """Read the columns of a table once more, each by those beside it."""
    pairs = _paired(_summed(_in_same_months(_schooled(columns))), rated)
    return with_comparisons(_shares(with_plans(pairs, rated), rated))


def is_bare_share(column: Column) -> bool:
    """Say whether a column is headed by no more than *Tỷ lệ (%)*."""
    return bool(column.path) and bool(_BARE_SHARE.fullmatch(column.path[-1]))


def names_share(name: str) -> bool:
    """Say whether what a head names is a share of the row that it stands over, and no more."""
    return name.capitalize() in (BARE, STRUCTURE)


def share_of(title: str, share: str = BARE) -> str:
    """Name a share after what it is of."""
    return f"{title}: {share.lower()}"


def _schooled(columns: list[Column]) -> list[Column]:
    """Take 2024-2025 for a school year where others beside it are called so."""
    if not any(SCHOOL_YEAR.fullmatch(c.heading.period) for c in columns if c.use == DATA):
        return columns
    runs = (c for c in columns if not any(map(_TERM.search, c.path)))
    read = {c.index: replace(c.heading, period=school_year(c.heading.period)) for c in runs}
    return headed(columns, read)


def _in_same_months(columns: list[Column]) -> list[Column]:
    """Let “Cùng kỳ 2023” be of the months that the results of 2024 beside it are of.

    Where they are of several it is asked about; where they say none the caption does.
    """
    done = [c.heading for c in columns if c.use == DATA and c.heading.kind in ("", FIGURE)]
    done = [head for head in done if not head.untold and (head.period or head.months)]
    told: dict[int, Heading] = {}
    for column in columns:
        about = column.heading
        if not (about.untold and about.period) or about.span:
            continue
        after = str(int(about.period[:4]) + 1)
        dated = (replace(h, period=h.period or after).time for h in done)
        times = {time.replace(after, about.period) for time in dated if time.startswith(after)}
        part = times - {about.period} or times
        if part:
            one = part.pop() if len(part) == 1 else ""
            told[column.index] = replace(about, period=one, untold=not one)
    return headed(columns, told)


def _summed(columns: list[Column]) -> list[Column]:
    """Let “Cộng” and “Lũy kế” be of the quarters beside them.

    Where no head names anything, “Cộng” does not either.
    """
    data = [c for c in columns if c.use == DATA and c.heading.kind not in COMPARISONS]
    named = any(c.heading.name and not is_sum(c.heading.name) for c in data)
    told: dict[int, Heading] = {}
    for column in data:
        about = column.heading
        is_total = any(map(is_sum, (about.name, *column.path[-1:])))
        if (is_total or about.span == SO_FAR) and not about.months:
            about = about if named or not is_total else replace(about, name="")
            parts = (c.heading for c in data)
            told[column.index] = summed(about, (h for h in parts if _of(h) == _of(about)))
    return headed(columns, told)


def _of(about: Heading) -> tuple[str, str, str]:
    """Give what a head says besides the months."""
    return about.kind or FIGURE, about.name, about.period


def _paired(columns: list[Column], rated: bool) -> list[Column]:
    """Let a count and the share beside it, under one head, be two sides of one thing."""
    groups: dict[tuple[str, ...], list[Column]] = {}
    for column in columns:
        if column.use == DATA and column.path:
            groups.setdefault(column.path[:-1], []).append(column)
    sides: dict[int, str] = {}
    for group in groups.values():
        labels = [
            (side, column)
            for side, named in ((COUNTS, _COUNT), (SHARE, _BARE_SHARE))
            for column in group
            if named.fullmatch(column.path[-1])
        ]
        if [side for side, _ in labels] == [COUNTS, SHARE]:
            sides |= {column.index: side for side, column in labels}
    return [
        replace(column, heading=_side(column, sides[column.index], rated))
        if column.index in sides
        else column
        for column in columns
    ]


def _side(column: Column, side: str, rated: bool) -> Heading:
    above = read_path(column.path[:-1], rated=rated)
    measure = "%" if side == SHARE else read_heading(column.path[-1]).measure
    return replace(above, measure=measure, side=side)


def _shares(columns: list[Column], rated: bool) -> list[Column]:
    """Take a bare “%” behind a plan or result for that of the plan, else for a share of its own."""
    data = [column for column in columns if column.use == DATA]
    before: list[Heading] = []
    told: dict[int, Heading] = {}
    last = ""
    for column in data:
        about = told[column.index] = _share(column, before, data, rated)
        if last == COMPARED and names_share(about.name):
            # “Tăng giảm” and “Tỷ lệ” beside each other are one change.
            about = told[column.index] = replace(about, kind=COMPARED, name="", measure="")
        last = about.kind
        before += [] if about.kind in COMPARISONS else [about]
    return headed(columns, told)


def _share(column: Column, before: list[Heading], beside: list[Column], rated: bool) -> Heading:
    about, plans = column.heading, _plans(beside)
    said = _BARE_SHARE.fullmatch(column.path[-1]) if column.path else None
    if about.side or not said or (about.kind in (FIGURE, TARGET) and not _names(beside, column)):
        return about
    # What part of all it makes up is no share of a plan.
    of_plan = about.name in plans if about.name else _is_behind_plan(before, plans)
    if of_plan and not said["of_all"] and about.kind in ("", OF_TARGET):
        return replace(about, kind=OF_TARGET, measure="")
    own = STRUCTURE if said["of_all"] else BARE
    over = read_path(column.path[:-1], rated=rated).name
    kind = "" if about.kind == OF_TARGET else about.kind
    return replace(about, kind=kind, measure="%", name=share_of(over, own) if over else own)


def _plans(columns: list[Column]) -> set[str]:
    """Give what columns name that are plans, or may be: *Đăng ký*."""
    heads = [column.heading for column in columns]
    return {h.name for h in heads if h.kind == TARGET or (h.untold and h.estimated and not h.kind)}


def _names(columns: list[Column], under: Column) -> bool:
    """Say whether another column under the same head as one names something: *Số trường*."""
    return any(c.heading.name and c.path[:-1] == under.path[:-1] for c in columns)


def _is_behind_plan(before: list[Heading], plans: set[str]) -> bool:
    """Say whether a plan or its result is to the left; *Số hộ* behind a plan may be that."""
    last = before[-1] if before else Heading(name=BARE)
    own = bool(last.kind) or not last.name
    return (own and last.name in plans) or any(one.kind == TARGET for one in before[-2:-1])
