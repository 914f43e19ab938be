"""Plans that were adjusted: the last is the target, and those before it what it was until then."""

from collections.abc import Iterable, Iterator

from giaoban.catalogues import N_
from giaoban.errors import Text, one_line
from giaoban.sheet.answers import SKIP, Answers, Question
from giaoban.sheet.forms import TARGET, Block, Column, Observation, column_name
from giaoban.sheet.indicators import Indicator
from giaoban.sheet.known import Known, Row
from giaoban.sheet.programmerows import iso
from giaoban.sheet.questions import said_of, told_path
from giaoban.sheet.rows import KEYS, Rows, row_of, said_in, too_early
from giaoban.sheet.units import Unit

# The day on which a plan was reported before it was adjusted.
ON = "planned-on"
Earlier = tuple[Row, Observation]
OUT_OF_TURN = N_(
    "{place}: “{title}” {period} is {value} as reported on {day} (found {found} for {reported}): "
    "plans are reported in the order in which they were adjusted, give another day with "
    "--planned-on, or skip"
)


def in_force(found: Iterable[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Part plans beside what they were adjusted to, with another number, from all that counts."""
    seen = [*found]
    last: dict[tuple[str, ...], Observation] = {}
    for one in seen:
        if _is_plan(one) and one.stage >= last.get(_key(one), one).stage:
            last[_key(one)] = one
    after = [last.get(_key(one), one) if _is_plan(one) else one for one in seen]
    kept = [one for one, by in zip(seen, after, strict=True) if by.stage == one.stage]
    earlier = [
        one
        for one, by in zip(seen, after, strict=True)
        if by.stage > one.stage and _number(by) != _number(one)
    ]
    return kept, earlier


def _is_plan(one: Observation) -> bool:
    return one.kind == TARGET and bool(one.printed.values)


def _key(one: Observation) -> tuple[str, ...]:
    return one.title, one.unit, one.period, one.setter


def _number(one: Observation) -> tuple[object, ...]:
    return one.printed.values, one.printed.to, one.printed.qualifier


def earlier_rows(
    earlier: Iterable[Observation],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> list[Earlier]:
    """Give the rows of plans before they were adjusted, each once."""
    rows: dict[tuple[object, ...], Earlier] = {}
    for one in earlier:
        unit, about = units.get(one.unit), indicators.get(one.title)
        if unit and about and one.printed.value is not None:
            row = row_of(one, about, unit, answers, known, "targets")
            rows.setdefault((one.stage, *_told(row)), (row, one))
    return [*rows.values()]


def _untold(earlier: list[Earlier], known: Known) -> list[Earlier]:
    there = {_told(row) for row in known.of("targets")}
    return [(row, one) for row, one in earlier if _told(row) not in there]


def _about(row: Row) -> tuple[str, ...]:
    return tuple(row.get(part, "") for part in KEYS["targets"])


def _told(row: Row) -> tuple[str, ...]:
    return (*_about(row), *said_in(row))


def plans_questions(
    blocks: list[Block], earlier: list[Earlier], answers: Answers, known: Known
) -> Iterator[Question]:
    """Ask of each column of plans that were adjusted when they were reported before that."""
    for block, column in _columns(blocks, _untold(earlier, known)):
        said = said_of(ON, block, column, answers)
        if said != SKIP and not "" < iso(said) < (iso(answers.get("reported-on")) or "9"):
            text = N_(
                "“{head}” was adjusted: on which earlier day was it reported? (31/12/2023; skip "
                "leaves it out)"
            )
            yield Question(ON, told_path(column), Text(text, head=told_path(column)), SKIP)


def add_earlier(
    rows: Rows, blocks: list[Block], earlier: list[Earlier], answers: Answers, known: Known
) -> list[Text]:
    """Add plans as they were before they were adjusted; say which are left out.

    Raises
    ------
    GiaobanError
        Where the day of one does not go with those of the other plans for the same thing.
    """
    left = []
    fresh = _untold(earlier, known)
    for block, column in _columns(blocks, fresh):
        own = [(row, one) for row, one in fresh if one.column == column_name(block.grid, column)]
        day = iso(said_of(ON, block, column, answers))
        for row, one in own if day else ():
            told = row | {"reported_on": day, "source": answers.get("source")}
            there = [*known.of("targets"), *rows.tables.get("targets", [])]
            _refuse_out_of_turn(told, one, earlier, there)
            rows.add("targets", told)
        if not day:
            template = N_("{cells} ({head}): left out, what it was adjusted to is the target")
            cells = one_line(", ".join(one.place for _, one in own))
            left.append(Text(template, cells=cells, head=one_line(told_path(column))))
    return left


def _refuse_out_of_turn(
    row: Row, one: Observation, earlier: list[Earlier], there: list[Row]
) -> None:
    """Refuse a plan not reported after those that it adjusted, and before all others."""
    adjusted = {_told(other) for other, seen in earlier if seen.stage < one.stage}
    for other in there:
        days = other["reported_on"], row["reported_on"]
        before, after = days if _told(other) in adjusted else days[::-1]
        if _about(other) == _about(row) and not before < after:
            raise too_early(one, other, row, OUT_OF_TURN)


def _columns(blocks: list[Block], earlier: list[Earlier]) -> Iterator[tuple[Block, Column]]:
    """Give each column once, of several tables on a sheet in the first."""
    names = {one.column for _, one in earlier}
    for block in blocks:
        for column in block.data:
            if (name := column_name(block.grid, column)) in names:
                names.remove(name)
                yield block, column
