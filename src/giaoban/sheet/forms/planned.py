"""What a column is by the plans beside it: a plan too, what came of one, or how much of it."""

from dataclasses import replace

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.forms.columns import DATA, Column
from giaoban.sheet.words import (
    COMPARED,
    COMPARISONS,
    FIGURE,
    OF_TARGET,
    TARGET,
    Heading,
    is_percent,
    is_plan_of_office,
    plan_or_result,
    read_heading,
    read_path,
    stage_of,
    without_measure,
)

# What was done, by a verb alone.
_DONE = compiled(r"(?:đã|thực)\s+\w+(?:\s+\w+)?(?:\s*\([^()]*\))?")


def headed(columns: list[Column], about: dict[int, Heading]) -> list[Column]:
    """Give columns what was found of some of them."""
    return [replace(c, heading=about.get(c.index, c.heading)) for c in columns]


def with_plans(columns: list[Column], rated: bool) -> list[Column]:
    """Find the plans among columns that name them otherwise, and what came of these."""
    return _done(_reached(_matched(_owned(_adjusted(columns)))), rated)


def with_comparisons(columns: list[Column]) -> list[Column]:
    """Find what compares plans, and of what it is that names nothing."""
    return _of_plans(_compared(columns))


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


def _owned(columns: list[Column]) -> list[Column]:
    """Take “NQ Đảng ủy”, “KH của xã” for plans beside another one."""
    data = [column for column in columns if column.use == DATA]
    owned = (c for c in data if is_plan_of_office(c.heading.name))
    planned = any(column.heading.kind == TARGET for column in data)
    told = {c.index: replace(c.heading, kind=TARGET, name="") for c in owned}
    return headed(columns, told if planned else {})


def _matched(columns: list[Column]) -> list[Column]:
    """Take *KH vốn* for the plan of what stands under *TH vốn* beside it."""
    read = {c.index: plan_or_result(c.heading.name) for c in columns if c.use == DATA}
    told = {n: replace(own, name=own.name[:1].upper() + own.name[1:]) for n, own in read.items()}
    aims, results = ({h.name for h in told.values() if h.kind == k} for k in (TARGET, FIGURE))
    about = {
        c.index: replace(c.heading, kind=own.kind, name=own.name, estimated=own.estimated)
        for c in columns
        if (own := told.get(c.index)) and own.name in aims & results
    }
    return headed(columns, about)


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
    return headed(columns, told)


def _done(columns: list[Column], rated: bool) -> list[Column]:
    """Take *Đã thu* behind a plan for what came of it, where nothing else says that."""
    data = [column for column in columns if column.use == DATA]
    plans = {c.heading.name: c.index for c in reversed(data) if c.heading.kind == TARGET}
    done = {c.heading.name for c in data if c.heading.kind == FIGURE}
    told: dict[str, list[Column]] = {}
    for column in data:
        if not column.heading.kind and column.path and _DONE.fullmatch(column.path[-1]):
            over = read_path(column.path[:-1], rated=rated).name
            if over not in done and plans.get(over, column.index) < column.index:
                told.setdefault(over, []).append(column)
    alone = {over: own[0] for over, own in told.items() if len(own) == 1}
    return headed(
        columns, {c.index: replace(c.heading, kind=FIGURE, name=n) for n, c in alone.items()}
    )


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
    return headed(columns, told)
