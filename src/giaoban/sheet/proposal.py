"""What is proposed for a sheet: what each column and row is, what becomes a row, what is asked."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.sheet.answers import SKIP, Answers, Question
from giaoban.sheet.forms import (
    DATA,
    HEADS,
    INDICATORS,
    UNITS,
    Block,
    Checked,
    Column,
    Observation,
    check_comparisons,
    column_name,
    context_of,
    find_blocks,
    heads_of,
    names_in,
    observe,
    remarks,
    rows_are,
    rules_shown,
    untold,
    with_counts,
)
from giaoban.sheet.grids import read_grids
from giaoban.sheet.indicators import Indicator, indicators_of
from giaoban.sheet.known import Known, place_name
from giaoban.sheet.plans import add_earlier, earlier_plans, first_plans, in_force, plans_questions
from giaoban.sheet.programmerows import add_programme, begun, programme_questions, titles_in
from giaoban.sheet.questions import (
    columns_questions,
    definitions_questions,
    heads_questions,
    numbers_questions,
    said_of,
    targets_questions,
)
from giaoban.sheet.ratings import (
    BOTH,
    EACH,
    SHARES,
    add_ratings,
    chosen,
    ratings_of,
    ratings_questions,
    shares_of,
)
from giaoban.sheet.rows import Rows, add_indicators, add_numbers, add_units
from giaoban.sheet.statements import add_statements
from giaoban.sheet.units import Unit, own_unit, units_of
from giaoban.sheet.words import COMPARISONS, FIGURE, TARGET, Heading, read_heading
from giaoban.tables import VIETNAMESE


@dataclass(frozen=True)
class Proposal:
    """What is proposed for a sheet.

    Attributes
    ----------
    blocks : list of Block
        Its tables.
    found : list of Observation
        What its cells say.
    indicators : dict of str to Indicator
        By their titles in the sheet.
    units : dict of str to Unit
        By their titles in the sheet.
    questions : list of Question
        What the sheet does not say; while there are any, there are no rows.
    rows : Rows
        What is to be added.
    checked : Checked
        How the sheet's own comparisons came out.
    left_out : list of str or Text
        What was not understood, or is not taken.
    has_figures : bool
        Whether the programme holds figures already.
    """

    blocks: list[Block]
    found: list[Observation]
    indicators: dict[str, Indicator]
    units: dict[str, Unit | None]
    questions: list[Question]
    rows: Rows
    checked: Checked
    left_out: list[str | Text]
    has_figures: bool

    @property
    def is_planned_only(self) -> bool:
        """Whether the programme would hold targets, and no figure."""
        added = self.rows.tables
        return bool(added.get("targets")) and not (self.has_figures or added.get("figures"))


def read_blocks(path: Path) -> list[Block]:
    """Read the tables of a file.

    Raises
    ------
    GiaobanError
        Where it cannot be read, or no table in it is understood.
    """
    blocks = [block for grid in read_grids(path) for block in find_blocks(grid)]
    if not any(block.data for block in blocks):
        template = N_(
            "{file}: no table was understood; expected numbers below a row with years (2024, Năm "
            "2024, Năm học 2023-2024) or with labels such as STT, Chỉ tiêu, Đơn vị"
        )
        raise GiaobanError(template, file=path.name)
    return blocks


def propose(blocks: list[Block], answers: Answers, known: Known) -> Proposal:
    """Propose rows for the tables of a file.

    Parameters
    ----------
    blocks : list of Block
        From `read_blocks`.
    answers : Answers
        What a person has said of them so far.
    known : Known
        What the programme holds.

    Raises
    ------
    GiaobanError
        Where the sheet contradicts itself, or a revision is not later than what it revises.
    """
    tables = [answered(block, answers, known) for block in blocks]
    rules = answers.get("numbers")
    found = [*_observations(tables, answers, known, rules)]
    if not rules and (rules := rules_shown(found)):
        found = [*_observations(tables, answers, known, rules)]
    ratings = ratings_of(found)
    each, shared = chosen(ratings, answers, EACH, BOTH), chosen(ratings, answers, SHARES, BOTH)
    read = [*with_counts(s for s in found if s.printed.values), *shares_of(shared)]
    taken = {seen.place for seen in ratings} - {s.place for s in chosen(ratings, answers, SKIP)}
    left_out: list[str | Text] = [*_unread(tables, rules, found, taken)]
    indicators, asked = indicators_of(read, answers, known)
    own = own_unit(answers, known)
    figures = (one for one in [*read, *each] if one.kind not in COMPARISONS)
    units = units_of(figures, own, answers, known)
    kept = [seen for seen in read if seen.title in indicators and units.get(seen.unit)]
    earlier = earlier_plans(kept, tables, indicators, units, answers, known)
    questions = [
        *programme_questions(tables, [*kept, *each], answers, known),
        *ratings_questions(ratings, answers),
        *numbers_questions(kept, answers),
        *heads_questions(tables),
        *columns_questions(tables, [*kept, *each], answers),
        *asked,
        *definitions_questions(indicators, answers, known),
        *targets_questions(kept, indicators, answers),
        *plans_questions(earlier),
    ]
    rows = Rows(lang=titles_in([*kept, *each], answers, known) or VIETNAMESE)
    if not questions:
        add_programme(rows, [*kept, *each], own, answers, known)
        add_units(rows, units, own)
        left_out += add_earlier(rows, earlier, answers, known)
        add_numbers(rows, in_force(kept), indicators, units, answers, known)
        add_ratings(rows, each, units, answers, known)
        left_out += add_statements(rows, tables, kept, indicators, units, answers, known)
        add_indicators(rows, indicators)
    checked = check_comparisons(tables, kept, first_plans(kept, indicators, units, answers, known))
    begun = known.has_figures
    return Proposal(tables, kept, indicators, units, questions, rows, checked, left_out, begun)


def _unread(
    blocks: list[Block], rules: str, found: list[Observation], taken: Container[str]
) -> Iterator[str]:
    untaken = (seen for seen in found if not seen.printed.values and seen.place not in taken)
    yield from (f"{seen.place}: {seen.printed.text}" for seen in untaken)
    yield from (line for block in blocks for line in untold(block, rules))
    yield from remarks(blocks)


def _observations(
    blocks: list[Block], answers: Answers, known: Known, rules: str
) -> Iterator[Observation]:
    # One unit over all tables is the office that keeps them, unless it is known as another.
    named = {context_of(block).unit for block in blocks}
    there = known.titled("units", "unit")
    for block in blocks:
        unit = context_of(block).unit
        unit = unit if len(named) > 1 or place_name(unit) in there else ""
        yield from (begun(seen, answers) for seen in observe(block, rules, unit))


def answered(block: Block, answers: Answers, known: Known) -> Block:
    """Take columns for what a person has said that they are, and units for those there are."""
    read = (_column(block, column, answers) for column in block.columns)
    columns = [column for column in read if column is not None]
    there = known.titled("units", "unit")
    told = replace(block, columns=columns, period=answers.get("period"))
    names = names_in(told) if there else ()
    told = replace(told, known=frozenset(name for name in names if place_name(name) in there))
    said = answers.get("heads", heads_of(told))
    if said in HEADS:
        return replace(told, heads=said, rows_are=UNITS if said == INDICATORS else INDICATORS)
    if told.rows_are == INDICATORS and told.known:
        body = told.grid.rows[told.first : told.last + 1]
        return replace(told, rows_are=rows_are(columns, body, told.known))
    return told


def _column(block: Block, column: Column, answers: Answers) -> Column | None:
    said = said_of("column", block, column, answers)
    if not said or said == SKIP:
        return None if said else column
    name = column_name(block.grid, column)
    return replace(column, use=DATA, heading=_meant(name, said, column.heading))


def _meant(name: str, said: str, above: Heading) -> Heading:
    """Read what a person says of a column: 2025, target 2025, or as heads do: KH năm 2025.

    A year alone leaves the column the months and the kind that its head says.
    """
    meant = read_heading(said)
    kind, _, period = said.partition(" ")
    if kind in (FIGURE, TARGET):
        meant = read_heading(period)
    else:
        kind = meant.kind or (above.kind if meant.period else "")
    if meant.name or not (kind or meant.period):
        template = N_("--column {name}: expected {known} (found {found})")
        known = f"2024, figure 2024, target 2025, TH 2024, KH 2025, {SKIP}"
        raise GiaobanError(template, name=name, known=known, found=said)
    if not meant.time:
        return replace(above, kind=kind)
    months = meant.months or above.months
    return replace(above, kind=kind, period=meant.period, months=months, by=meant.by)
