"""What a column is by those beside it: a pair, a plan, its share, or what compares them."""

import re
from dataclasses import replace

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.forms.columns import DATA, Column
from giaoban.sheet.words import (
    COMPARED,
    COMPARISONS,
    COUNTS,
    FIGURE,
    OF_TARGET,
    SCHOOL_YEAR,
    SHARE,
    TARGET,
    Heading,
    aim_or_result,
    is_owned,
    is_percent,
    read_heading,
    read_path,
    school_year,
    stage_of,
    without_measure,
)

# A column of bare shares, beside one of numbers, and what it is called.
BARE, STRUCTURE = "Tỷ lệ", "Tỷ trọng"
_BARE_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ|(?P<of_all>tỷ trọng|tỉ trọng)|tl)?\s*\(?%?\)?", re.I)
# Of such a run of years nobody says school year.
_TERM = compiled(r"(?<!\w)(?:giai\s+đoạn|gđ|thời\s+kỳ|nhiệm\s+kỳ|từ|đến|trung\s+hạn)(?!\w)")
_COUNT = re.compile(r"(?:số lượng|sl|ts|số|number|no\.?)(?:\s*\([^()]*\))?", re.IGNORECASE)


def beside(columns: list[Column], *, rated: bool) -> list[Column]:
    """Read the columns of a table once more, each by those beside it."""
    planned = _matched(_owned(_paired(_adjusted(_in_same_months(_schooled(columns))), rated)))
    return _of_plans(_compared(_shares(_reached(planned), rated)))


def is_bare_share(column: Column) -> bool:
    """Say whether a column is headed by no more than *Tỷ lệ (%)*."""
    return bool(column.path) and bool(_BARE_SHARE.fullmatch(column.path[-1]))


def names_share(name: str) -> bool:
    """Say whether what a head names is a share of the row that it stands over, and no more."""
    return name.capitalize() in (BARE, STRUCTURE)


def _headed(columns: list[Column], about: dict[int, Heading]) -> list[Column]:
    """Give columns what was found of some of them."""
    return [replace(c, heading=about.get(c.index, c.heading)) for c in columns]


def _schooled(columns: list[Column]) -> list[Column]:
    """Take 2024-2025 for a school year where others beside it are called so."""
    if not any(SCHOOL_YEAR.fullmatch(c.heading.period) for c in columns if c.use == DATA):
        return columns
    runs = (c for c in columns if not any(map(_TERM.search, c.path)))
    read = {c.index: replace(c.heading, period=school_year(c.heading.period)) for c in runs}
    return _headed(columns, read)


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
    return _headed(columns, told)


def _adjusted(columns: list[Column]) -> list[Column]:
    """Let “Điều chỉnh” behind a plan, under one head with it, be that plan when adjusted."""
    told = columns[:1]
    for column in columns[1:]:
        before = told[-1]
        together = before.heading.kind == TARGET and column.path[:-1] == before.path[:-1]
        stage = stage_of(column.path[-1]) if together and column.path else 0
        about = replace(before.heading, stage=stage) if stage else column.heading
        told.append(replace(column, heading=about))
    return told


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
    plans = {c.heading.name for c in data if c.heading.kind == TARGET}
    before: list[Heading] = []
    told: dict[int, Heading] = {}
    last = ""
    for column in data:
        about = told[column.index] = _share(column, before, plans, rated)
        if last == COMPARED and names_share(about.name):
            # “Tăng giảm” and “Tỷ lệ” beside each other are one change.
            about = told[column.index] = replace(about, kind=COMPARED, name="", measure="")
        last = about.kind
        before += [] if about.kind in COMPARISONS else [about]
    return _headed(columns, told)


def _share(column: Column, before: list[Heading], plans: set[str], rated: bool) -> Heading:
    about = column.heading
    said = _BARE_SHARE.fullmatch(column.path[-1]) if column.path else None
    if about.side or about.kind not in ("", OF_TARGET) or not said:
        return about
    # What part of all it makes up is no share of a plan.
    of_plan = about.name in plans if about.name else _is_behind_plan(before, plans)
    if of_plan and not said["of_all"]:
        return replace(about, kind=OF_TARGET, measure="")
    own = STRUCTURE if said["of_all"] else BARE
    over = read_path(column.path[:-1], rated=rated).name
    return replace(about, kind="", measure="%", name=f"{over}: {own.lower()}" if over else own)


def _reached(columns: list[Column]) -> list[Column]:
    """Take *Đạt (%)* beside *Chỉ tiêu (%)* for what was reached, where nothing else says that."""
    data = [column.heading for column in columns if column.use == DATA]
    plans = {head.name: head.measure for head in data if head.kind == TARGET}
    done = {head.name for head in data if head.kind in ("", FIGURE)}
    told: dict[int, Heading] = {}
    for column in columns:
        about = column.heading
        said, measure = without_measure(column.path[-1]) if column.path else ("", "")
        own = read_heading(said)
        shares = about.kind == OF_TARGET and own.kind == FIGURE and is_percent(measure)
        if shares and about.name not in done and is_percent(plans.get(about.name, "")):
            told[column.index] = replace(about, kind=FIGURE, measure=measure)
    return _headed(columns, told)


def _is_behind_plan(before: list[Heading], plans: set[str]) -> bool:
    """Say whether a plan or its result is to the left; *Số hộ* behind a plan may be that."""
    last = before[-1] if before else Heading(name=BARE)
    own = bool(last.kind) or not last.name
    return (own and last.name in plans) or any(one.kind == TARGET for one in before[-2:-1])


def _owned(columns: list[Column]) -> list[Column]:
    """Take “NQ Đảng ủy”, “KH của xã” for plans beside another one."""
    if not any(c.use == DATA and c.heading.kind == TARGET for c in columns):
        return columns
    owned = [c.index for c in columns if c.use == DATA and is_owned(c.heading.name)]
    about = {c.index: replace(c.heading, kind=TARGET, name="") for c in columns}
    return [replace(c, heading=about[c.index]) if c.index in owned else c for c in columns]


def _matched(columns: list[Column]) -> list[Column]:
    """Take *KH vốn* for the plan of what stands under *TH vốn* beside it."""
    read = {c.index: aim_or_result(c.heading.name) for c in columns if c.use == DATA}
    told = {n: replace(own, name=own.name[:1].upper() + own.name[1:]) for n, own in read.items()}
    aims, results = ({h.name for h in told.values() if h.kind == k} for k in (TARGET, FIGURE))
    about = {
        c.index: replace(c.heading, kind=own.kind, name=own.name, estimated=own.estimated)
        for c in columns
        if (own := told.get(c.index)) and own.name in aims & results
    }
    return _headed(columns, about)


def _compared(columns: list[Column]) -> list[Column]:
    """Take *TH giảm* for a comparison, but where a planned fall is beside it, and no two years."""
    data = [column for column in columns if column.use == DATA]
    changes = {column: name for column in data if (name := _change_in(column))}
    wholes = [c for c in data if c not in changes and c.heading.kind not in COMPARISONS]
    words = {name: name.lower().split()[0] for name in changes.values()}
    planned = {words[n] for c, n in changes.items() if c.heading.kind == TARGET}
    done = {words[n] for c, n in changes.items() if c.heading.kind == FIGURE}
    done |= {word for c in wholes for word in c.heading.name.lower().split()}
    periods = {c.heading.period for c in wholes if c.heading.period}
    two = len(periods) > 1 or any(c.heading.untold for c in wholes)
    untold = {c: name for c, name in changes.items() if two or words[name] not in planned & done}
    return [_comparing(c, untold[c]) if c in untold else c for c in columns]


def _change_in(column: Column) -> str:
    """Give the name of a rise or fall that is planned or reached: the one name beside a kind."""
    lines = map(read_heading, column.path)
    return next((line.name for line in lines if line.kind and line.name), "")


def _comparing(column: Column, change: str) -> Column:
    about = column.heading
    name = ": ".join(part for part in about.name.split(": ") if part != change)
    told = replace(about, kind=COMPARED, name=name, measure="", estimated=False, stage=0)
    return replace(column, heading=told)


def _of_plans(columns: list[Column]) -> list[Column]:
    """Let *% KH* behind *KH giảm* and *TH giảm* compare these: what they name, it is of.

    Behind the plans of two things nobody can say of which it is.
    """
    told: dict[int, Heading] = {}
    group: list[Heading] = []
    for column in (column for column in columns if column.use == DATA):
        about = column.heading
        planned = {head.name for head in group if head.kind == TARGET and head.name}
        bare = about.kind == OF_TARGET and not about.name
        if bare and planned and planned == {group[-1].name}:
            told[column.index] = replace(about, name=group[-1].name)
        if about.kind not in COMPARISONS:
            group.append(about)
        elif about.kind == OF_TARGET:
            group = []
    return _headed(columns, told)
