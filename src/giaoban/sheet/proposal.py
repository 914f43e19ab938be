"""What is proposed for a sheet: what each column and row is, what becomes a row, what is asked."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.sheet.answered import answered
from giaoban.sheet.answers import SKIP, Answers, Question
from giaoban.sheet.forms import (
    Block,
    Checked,
    Observation,
    check_comparisons,
    context_of,
    find_blocks,
    in_english,
    observe,
    rules_shown,
    untaken,
    untaken_notes,
    untaken_rows,
    with_counts,
    with_ranges,
)
from giaoban.sheet.grids import read_grids
from giaoban.sheet.indicators import Indicator, indicators_of
from giaoban.sheet.known import Known, place_name
from giaoban.sheet.plans import add_earlier, earlier_plans, first_plans, in_force, plans_questions
from giaoban.sheet.programmerows import add_programme, begun, programme_questions, titles_in
from giaoban.sheet.questions import (
    captions_questions,
    columns_questions,
    definitions_questions,
    heads_questions,
    kinds_questions,
    means_questions,
    numbers_questions,
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
from giaoban.sheet.words import COMPARISONS
from giaoban.tables import VIETNAMESE

ENGLISH = "en"
# Why nothing is taken from a number.
UNCOUNTED = N_("nothing says what is counted")
NO_FIGURE = N_("it compares what has no figure")


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
    left_out : list of Text
        What nothing is taken from, and why.
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
    left_out: list[Text]
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


def propose(blocks: list[Block], answers: Answers, known: Known, *, full: bool = True) -> Proposal:
    """Propose rows for the tables of a file.

    Parameters
    ----------
    blocks : list of Block
        From `read_blocks`.
    answers : Answers
        What a person has said of them so far.
    known : Known
        What the programme holds.
    full : bool
        Whether rows are made of what is read.

    Raises
    ------
    GiaobanError
        Where the sheet contradicts itself, or a revision is not later than what it revises.
    """
    tables = [answered(block, answers, known) for block in blocks]
    found, rules = _found(tables, answers, known)
    ratings = ratings_of(found)
    each, shared = chosen(ratings, answers, EACH, BOTH), chosen(ratings, answers, SHARES, BOTH)
    read = [*with_counts(s for s in found if s.printed.values), *shares_of(shared)]
    taken = {seen.place for seen in ratings} - {s.place for s in chosen(ratings, answers, SKIP)}
    indicators, asked = indicators_of(read, answers, known)
    own = own_unit(answers, known)
    units, unsure = units_of([*read, *each], own, answers, known)
    left_out: list[Text] = [*_unread(tables, rules, found, taken), *_unnamed(read, units)]
    kept = [seen for seen in read if seen.title in indicators and units.get(seen.unit)]
    titled, there = [seen for seen in kept if seen.title], known.has_figures
    earlier = earlier_plans(titled, tables, indicators, units, answers, known)
    questions = [
        *programme_questions(tables, [*kept, *each], indicators, units, answers, known),
        *ratings_questions(ratings, answers),
        *numbers_questions(kept, answers),
        *heads_questions(tables),
        *columns_questions(tables, [*kept, *each], answers),
        *captions_questions(tables, indicators, answers),
        *kinds_questions(tables),
        *means_questions(tables, answers),
        *(asked + unsure),
        *definitions_questions(indicators, answers, known),
        *targets_questions(titled, indicators, answers),
        *plans_questions(earlier),
    ]
    rows = Rows(lang=titles_in([*kept, *each], answers, known) or VIETNAMESE)
    if full and not questions:
        add_programme(rows, [*kept, *each], own, answers, known)
        add_units(rows, units, own)
        left_out += add_earlier(rows, earlier, answers, known)
        add_numbers(rows, in_force(titled), indicators, units, answers, known)
        add_ratings(rows, each, units, answers, known)
        left_out += add_statements(rows, tables, kept, indicators, units, answers, known)
        add_indicators(rows, indicators)
    checked = check_comparisons(tables, kept, first_plans(kept, indicators, units, answers, known))
    told = {title: one for title, one in indicators.items() if title}
    return Proposal(tables, kept, told, units, questions, rows, checked, left_out, there)


def _found(tables: list[Block], answers: Answers, known: Known) -> tuple[list[Observation], str]:
    """Read the cells of tables, and say by whose rules their numbers are."""
    rules = answers.get("numbers")
    found = [*_observations(tables, answers, known, rules)]
    if not rules and (rules := rules_shown(found)):
        found = [*_observations(tables, answers, known, rules)]
    if (rules or titles_in(found, answers, known)) == ENGLISH:
        found = [replace(seen, printed=in_english(seen.printed)) for seen in found]
    return with_ranges(found), rules


def _unread(
    blocks: list[Block], rules: str, found: list[Observation], taken: Container[str]
) -> Iterator[Text]:
    """Tell of what is no number, and of numbers of which nothing says what is counted."""
    numbers = [s for s in found if s.printed.values and (s.title or s.kind in COMPARISONS)]
    places = {seen.place for seen in numbers}
    for seen in found:
        if seen.place not in places and seen.place not in taken:
            yield _told(seen, UNCOUNTED if seen.printed.values else seen.why)
    yield from (line for block in blocks for line in untaken_rows(block, rules))
    yield from (line for block in blocks for line in untaken_notes(block))


def _unnamed(found: Iterable[Observation], units: Container[str]) -> Iterator[Text]:
    """Tell of comparisons under a name that is of no figure, and so is no unit."""
    yield from (_told(seen, NO_FIGURE) for seen in found if seen.unit not in units)


def _told(seen: Observation, why: str) -> Text:
    return untaken(f"{seen.place}: {seen.printed.text}", Text(why))


def _observations(
    blocks: list[Block], answers: Answers, known: Known, rules: str
) -> Iterator[Observation]:
    # One unit over all tables is the office that keeps them, unless it is known as another, or
    # has the name of the programme's own one: its level then says whether it is that.
    named = {context_of(block).unit for block in blocks}
    there = {*known.titled("units", "unit"), place_name(answers.get("unit"))}
    for block in blocks:
        unit = context_of(block).unit
        unit = unit if len(named) > 1 or place_name(unit) in there else ""
        yield from (begun(seen, answers) for seen in observe(block, rules, unit))
