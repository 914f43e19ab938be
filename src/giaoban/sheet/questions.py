"""What is asked of a sheet: of its columns, its numbers, and what its indicators leave open."""

from collections.abc import Iterator

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.sheet.answers import SKIP, Answers, Question
from giaoban.sheet.forms import (
    HEADS,
    INDICATORS,
    UNITS,
    Block,
    Column,
    Observation,
    column_name,
    context_of,
    groups_to_ask,
    heads_to_ask,
    row_and_heads,
    years_under_plan,
)
from giaoban.sheet.indicators import NEW, Indicator
from giaoban.sheet.known import Known
from giaoban.sheet.rows import BY, TOTAL
from giaoban.sheet.units import mean_or_place
from giaoban.sheet.words import (
    COMPARISONS,
    FIGURE,
    TARGET,
    is_mean,
    is_unit_name,
    may_be_name,
    may_be_place,
    may_be_plan,
    plan_or_result,
)

# What rows below a heading may be.
GROUPS = (UNITS, INDICATORS)


def said_of(key: str, block: Block, column: Column, answers: Answers) -> str:
    """Give what a person has said of a column by its letter or by the texts over it."""
    name = column_name(block.grid, column)
    names = (name, name.rpartition("!")[2], column.head)
    return next((said for n in names if (said := answers.get(key, n))), "")


def numbers_questions(found: list[Observation], answers: Answers) -> Iterator[Question]:
    """Ask once how a sheet writes its numbers, where one can be read in two ways."""
    unsure = [seen for seen in found if len(seen.printed.values) > 1]
    if unsure:
        one = unsure[0]
        readings = [str(value) for value in one.printed.values]
        text = N_(
            "{place}: {shown} can be read as {first} or {second}. Does the sheet write "
            "1.234,5 (vi) or 1,234.5 (en)?"
        )
        parts = {"place": one.place, "shown": one.printed.text}
        asked = Text(text, first=readings[0], second=readings[1], **parts)
        yield Question("numbers", "", asked, "", ("vi", "en"))


def heads_questions(blocks: list[Block]) -> Iterator[Question]:
    """Ask what heads over rows of indicators name, where some say it and others do not.

    Of tables with the same heads over other rows it is asked one by one.
    """
    tables: dict[str, dict[str, str]] = {}
    for block in blocks:
        if not block.heads and (names := heads_to_ask(block)):
            own = row_and_heads(block)
            tables.setdefault(names, {})[own] = own.removesuffix(f": {names}")
    for names, rows in tables.items():
        for own, row in rows.items():
            text = N_(
                "What do the heads {heads} name? units: “{row}” of the unit “{head}”; parts: the "
                "indicator “{row}: {head}”; indicators: “{head}” of the unit “{row}”; skip: leave "
                "out those that do not say it themselves. (Or say of each column what it is: "
                '--column "D=target 2025")'
            )
            told = Text(text, heads=names, row=row, head=names.rpartition(", ")[2])
            yield Question("heads", names if len(rows) == 1 else own, told, "", (*HEADS, SKIP))
    yield from _groups_questions(blocks)


def _groups_questions(blocks: list[Block]) -> Iterator[Question]:
    """Ask whether schools below a heading are units, where indicators stand below others."""
    for block in blocks:
        for over, row in groups_to_ask(block).items():
            if over not in block.groups:
                text = N_(
                    "“{row}” and what else stands below “{over}”: units of which that is told "
                    "(units), or indicators themselves (indicators)?"
                )
                yield Question("heads", over, Text(text, row=row, over=over), "", GROUPS)


def means_questions(blocks: list[Block], answers: Answers) -> Iterator[Question]:
    """Ask whether *Trung Bình* over a column beside others of units is one, or their mean."""
    for block in blocks:
        heads = [column.heading.name for column in block.data]
        named = any(is_unit_name(name) or may_be_name(name) for name in heads)
        names = filter(None, map(mean_or_name, block.data if named else ()))
        for name in dict.fromkeys(names):
            if may_be_name(name) and not answers.get("unit-name", name):
                yield mean_or_place(name)


def mean_or_name(column: Column) -> str:
    """Give what over a column is read as a mean, and may be the name of a place: *Trung Bình*."""
    named = (line for line in column.path if is_mean(line) and may_be_place(line))
    return next(named, "") if column.heading.kind in COMPARISONS else ""


def kinds_questions(blocks: list[Block]) -> Iterator[Question]:
    """Ask whether *KH tuyển quân* over units, without its result, or *Dự kiến hộ nghèo* is a plan.

    And whether single years under the caption of a plan of several are planned, or what came of it.
    """
    for block, column in ((b, own) for b in blocks for own in b.data):
        plan = plan_or_result(column.heading.name)
        unsaid = not column.heading.kind and may_be_plan(column.heading.name)
        if (unsaid and block.rows_are != INDICATORS) or column in years_under_plan(block):
            text = N_(
                "Column {name} ({path}): the targets of “{what}” (target), figures (figure), or "
                "to be left out (skip)?"
            )
            path, name = column.head, column_name(block.grid, column)
            what = plan.name or column.heading.name or context_of(block).title
            asked = Text(text, name=name, path=path, what=what)
            yield Question("column", path, asked, TARGET, (TARGET, FIGURE, SKIP))


def captions_questions(
    blocks: list[Block], indicators: dict[str, Indicator], answers: Answers
) -> Iterator[Question]:
    """Ask whether *KH* and *TH* beside heads that name something are of what a caption names."""
    for block in blocks:
        own = [c for c in block.data if c.heading.kind not in COMPARISONS]
        bare = [column.head for column in own if not column.heading.name]
        title = context_of(block).title
        about = indicators.get(title) if title and not answers.get("row", title) else None
        mixed = block.rows_are != INDICATORS and 0 < len(bare) < len(own)
        if mixed and about and about.is_new:
            text = N_(
                "The columns {columns} do not say of what they are: of “{title}”, which stands "
                "over the table (new), or leave them out (skip)?"
            )
            asked = Text(text, columns=", ".join(bare), title=title)
            yield Question("row", title, asked, "", (NEW, SKIP))


def columns_questions(
    blocks: list[Block], found: list[Observation], answers: Answers
) -> Iterator[Question]:
    """Ask for the years that neither a table nor its caption says."""
    untold = [seen for seen in found if not seen.period and seen.kind not in COMPARISONS]
    if not untold:
        return
    columns = [column for block in blocks for column in block.data]
    said = answers.get("period") or any(context_of(block).period for block in blocks)
    if not said and not any(column.heading.period for column in columns):
        text = N_("Which year is the sheet of? (2024, 2024-01/2024-06)")
        yield Question("period", "", Text(text))
        return
    for name, head in dict.fromkeys((seen.column, seen.head) for seen in untold):
        text = N_(
            "Column {name} ({path}): a figure or a target, of which year or months? (2024, "
            "2024-01/2024-06, target 2025, or skip)"
        )
        yield Question("column", head or name, Text(text, name=name, path=head), SKIP)


def targets_questions(
    found: list[Observation], indicators: dict[str, Indicator], answers: Answers
) -> Iterator[Question]:
    """Ask what a target by a year is of that adds up: of that year alone, or of all until then."""
    for seen in {indicators[s.title].id: s for s in found if s.by and not s.yearly}.values():
        one = indicators[seen.title]
        if one.sums and answers.get("kind", one.id) not in (BY, TOTAL):
            text = N_(
                "“{title}” by {year} ({shown}): in all until then (total), or the number of that "
                "year alone (by)?"
            )
            asked = Text(text, title=one.title, year=seen.period, shown=seen.printed.text)
            yield Question("kind", one.id, asked, "", (TOTAL, BY))


def definitions_questions(
    indicators: dict[str, Indicator], answers: Answers, known: Known
) -> Iterator[Question]:
    """Ask what was counted where earlier figures say it."""
    for one in {i.id: i for i in indicators.values()}.values():
        own = [row for row in known.of("figures") if row["indicator"] == one.id]
        said = [row["definition"] for row in own if row.get("definition")]
        if said and not answers.get("definition", one.id):
            choices = tuple(dict.fromkeys(row["definition"] for row in known.of("definitions")))
            text = Text(N_("What was counted for “{title}”?"), title=one.title)
            yield Question("definition", one.id, text, said[-1], choices)
