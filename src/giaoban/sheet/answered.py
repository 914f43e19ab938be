"""The tables of a sheet as a person has said that they are to be read."""

import re
from dataclasses import replace

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Listed, Text
from giaoban.sheet.answers import SKIP, WHOLE, Answers, Question, word
from giaoban.sheet.forms import (
    DATA,
    HEADS,
    INDICATORS,
    PERIODS,
    UNITS,
    Block,
    Column,
    as_planned,
    column_name,
    heads_of,
    may_name,
    names_in,
    names_untold,
    row_and_heads,
    rows_are,
)
from giaoban.sheet.known import Known, place_name
from giaoban.sheet.programmerows import iso, years_told
from giaoban.sheet.questions import mean_or_name, said_of
from giaoban.sheet.words import (
    FIGURE,
    TARGET,
    Heading,
    plan_or_result,
    read_heading,
    read_path,
    without_season,
)

_RUN = re.compile(r"(?:19|20)\d\d/(?:19|20)\d\d")
_ISO_MONTH = re.compile(r"(?<![\d/-])(\d{4})-(0[1-9]|1[0-2])(?![\d/-])")


def answered(block: Block, answers: Answers, known: Known) -> Block:
    """Take columns for what a person has said that they are, and units for those there are."""
    block = as_planned(block)
    if block.rows_are != INDICATORS:
        timed = (replace(c, heading=without_season(c.heading)) for c in block.columns)
        block = replace(block, columns=[*timed])
    read = (_column(block, column, answers) for column in block.columns)
    columns = [column for column in read if column is not None]
    there = known.titled("units", "unit")
    groups = answers.many.get("heads", {})
    period = _period(answers.get("period"))
    told = replace(block, columns=columns, period=period, groups=groups)
    said_so = {n for n, to in answers.many.get("unit-name", {}).items() if to not in (SKIP, WHOLE)}
    names = names_in(told) if there or said_so else set()
    known_there = {name for name in names if place_name(name) in there}
    told = _places(replace(told, known=frozenset(known_there | (names & said_so))))
    columns = told.columns
    said = answers.get("heads", row_and_heads(told)) or answers.get("heads", heads_of(told))
    if said == SKIP:
        unsaid = names_untold(told)
        return replace(told, columns=[c for c in columns if c.heading.name not in unsaid])
    if said in HEADS and told.rows_are == PERIODS:
        return replace(told, heads=said)
    if said in HEADS:
        return replace(told, heads=said, rows_are=UNITS if said == INDICATORS else INDICATORS)
    if told.rows_are == INDICATORS and told.known:
        body = told.grid.rows[told.first : told.last + 1]
        return replace(told, rows_are=rows_are(columns, body, told.known))
    return told


def _places(block: Block) -> Block:
    """Take *Trung Bình* over a column for the unit that is known by that name, and for no mean."""
    columns = [
        replace(c, heading=_of_place(c, place))
        if (place := mean_or_name(c)) and place in block.known
        else c
        for c in block.columns
    ]
    return replace(block, columns=columns)


def _of_place(column: Column, place: str) -> Heading:
    about = read_path(tuple(text for text in column.path if text != place))
    return replace(about, name=f"{place}: {about.name}" if about.name else place)


def _column(block: Block, column: Column, answers: Answers) -> Column | None:
    said = said_of("column", block, column, answers)
    if not said or said == SKIP:
        return None if said else column
    name = column_name(block.grid, column)
    meant = _meant(name, said, column.heading)
    # “Còn lại” names nothing once a person has said what it is; “KH Tân Lập” does.
    named = plan_or_result(meant.name).name or meant.name
    if block.rows_are == INDICATORS and ":" not in named and " " in said:
        meant = replace(meant, name=named if may_name(block, named) else "")
    elif block.rows_are != INDICATORS and meant.kind == TARGET:
        meant = replace(meant, name=named[:1].upper() + named[1:])
    return replace(column, use=DATA, heading=meant)


def check_answer(question: Question, said: str) -> None:
    """Refuse what is answered about a time, and cannot be read; or is none of the choices.

    Raises
    ------
    GiaobanError
        Which says what can be.
    """
    if question.choices and said not in question.choices:
        raise _unread(question, Listed([word(question.key, one) for one in question.choices]), said)
    if question.key in ("reported-on", "planned-on") and said != SKIP and not iso(said):
        raise _unread(question, Text(N_("a day such as 14/3/2025")), said)
    if question.key == "years" and not years_told(said):
        raise _unread(question, Text(N_("years such as 2021/2025")), said)
    if question.key == "period":
        _period(said)
    elif question.key == "column" and said != SKIP:
        _meant(question.name, said, Heading())


def _unread(question: Question, known: str | Text, said: str) -> GiaobanError:
    template = N_("--{option}: expected {known} (found {found})")
    option = f"{question.key} {question.name}".strip()
    return GiaobanError(template, option=option, known=known, found=said)


def _period(said: str) -> str:
    """Read the time of a sheet as a person says it: 2024, 2024-01/2024-06, quý III/2024."""
    about = read_heading(_ISO_MONTH.sub(_month, said))
    if said and not _RUN.fullmatch(said) and (about.name or about.kind or not about.time):
        template = N_("--period: expected {known} (found {found})")
        raise GiaobanError(template, known="2024, 2024-01/2024-06, quý III/2024", found=said)
    return about.time or said


def _month(found: re.Match[str]) -> str:
    """Write 2024-10 as heads do; 2013-14 and 2011-12 are years that are two."""
    year, month = found.groups()
    is_year = int(month) == (int(year) + 1) % 100
    return found[0] if is_year else f"tháng {month}/{year}"


def _meant(name: str, said: str, above: Heading) -> Heading:
    """Read what a person says of a column: 2025, target 2025, or as heads do: KH năm 2025.

    A year alone leaves the column the months and the kind that its head says.
    """
    said = _ISO_MONTH.sub(_month, said)
    meant = read_heading(said)
    kind, _, period = said.partition(" ")
    if kind in (FIGURE, TARGET):
        meant = read_heading(period)
    else:
        kind = meant.kind or (above.kind if meant.period else "")
    if meant.name or not (kind or meant.period):
        template = N_("--column {name}: expected {known} (found {found})")
        known = f"2024, 2024-01/2024-06, figure 2024, target 2025, TH 2024, KH 2025, {SKIP}"
        raise GiaobanError(template, name=name, known=known, found=said)
    if not meant.time:
        return replace(above, kind=kind)
    months = meant.months or above.months
    told = replace(above, kind=kind, period=meant.period, months=months, by=meant.by)
    return replace(told, span="", untold=False)
