"""Plans that were adjusted: the last is the target, and those before it what it was until then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import Text, one_line
from giaoban.sheet.answers import SKIP, Answers, Question
from giaoban.sheet.conflicts import too_early
from giaoban.sheet.forms import Block, Observation, column_name
from giaoban.sheet.indicators import FRACTION, Indicator
from giaoban.sheet.known import Known, Row
from giaoban.sheet.programmerows import iso
from giaoban.sheet.questions import said_of
from giaoban.sheet.rows import KEYS, Rows, key_of, row_of, said_in
from giaoban.sheet.units import Unit
from giaoban.sheet.words import TARGET

# The day on which a plan was reported before it was adjusted.
ON = "planned-on"
OUT_OF_TURN = N_(
    "{place}: “{title}” {period} is {value} as reported on {day} (found {found} for {reported}): "
    "plans are reported in the order in which they were adjusted, give another day with "
    "--planned-on, or skip"
)


@dataclass(frozen=True)
class Earlier:
    """The plans of a column before they were adjusted.

    Attributes
    ----------
    head, said, day : str
        The texts over it; what a person has said of the day on which they were reported, and that
        day, empty where it is none before the sheet's own.
    plans : list of (dict, Observation)
        The row of each, and what it is from.
    untold : list of Observation
        Those of them that the programme does not hold.
    stages : dict of tuple to list of int
        How often each plan of the sheet had been adjusted.
    """

    head: str
    said: str
    day: str
    plans: list[tuple[Row, Observation]]
    untold: list[Observation]
    stages: dict[tuple[str, ...], list[int]]


def in_force(found: Iterable[Observation]) -> list[Observation]:
    """Leave out plans beside what they were adjusted to."""
    seen = [*found]
    plans = _by_stage(seen)
    return [one for one in seen if not _is_plan(one) or one.stage == max(plans[_key(one)])]


def _adjusted(found: list[Observation]) -> Iterator[Observation]:
    """Give the plans beside what they were adjusted to, with another number, then or later."""
    plans = _by_stage(found)
    for one in filter(_is_plan, found):
        later = [by for stage, by in plans[_key(one)].items() if stage > one.stage]
        if any(_number(by) != _number(one) for by in later):
            yield one


def _by_stage(found: list[Observation]) -> dict[tuple[str, ...], dict[int, Observation]]:
    plans: dict[tuple[str, ...], dict[int, Observation]] = {}
    for one in filter(_is_plan, found):
        plans.setdefault(_key(one), {})[one.stage] = one
    return plans


def first_plans(
    found: Iterable[Observation],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> dict[tuple[str, str, str], dict[str, Decimal]]:
    """Give the plans that a programme had when their time began, and who set them.

    Else the first of them, where it is told from another that came after it. They stand by title,
    unit and time.
    """
    rows: dict[tuple[str, str], dict[tuple[str, str], list[Row]]] = {}
    for row in sorted(known.of("targets"), key=lambda row: row["reported_on"]):
        times = rows.setdefault((row["indicator"], row["unit"]), {})
        times.setdefault((row["period"], row["set_by"]), []).append(row)
    seen = [*found]
    setter_said = answers.get("set-by")
    plans = filter(_is_plan, seen)
    in_sheet = {(*_key(p)[:3], p.setter or setter_said): p.printed.value for p in plans}
    first: dict[tuple[str, str, str], dict[str, Decimal]] = {}
    for title, name in dict.fromkeys((one.title, one.unit) for one in seen):
        about, unit = indicators[title], units.get(name)
        for (period, setter), own in rows.get((about.id, unit.id if unit else ""), {}).items():
            begun = [row for row in own if row["reported_on"][:4] < period[:4]]
            row = begun[-1] if begun else own[0]
            plan = in_sheet.get((title, name, period, setter))
            value = Decimal(row["value"]) / (100 if about.measure == FRACTION else 1)
            later = {said_in(other) for other in own} != {said_in(row)}
            if not row.get("value_to") and (begun or later or plan not in (None, value)):
                first.setdefault((title, name, period), {})[setter] = value
    return first


def _is_plan(one: Observation) -> bool:
    return one.kind == TARGET and bool(one.printed.values)


def _key(one: Observation) -> tuple[str, ...]:
    return one.title, one.unit, one.period, one.setter


def _number(one: Observation) -> tuple[object, ...]:
    return one.printed.values, one.printed.to, one.printed.qualifier


def earlier_plans(
    found: list[Observation],
    blocks: list[Block],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> list[Earlier]:
    """Give the plans before they were adjusted by their columns, each plan once."""
    told = []
    for one in filter(_is_plan, found):
        unit, about = units.get(one.unit), indicators.get(one.title)
        if unit and about and one.printed.value is not None:
            told.append((row_of(one, about, unit, answers, known, "targets"), one))
    stages: dict[tuple[str, ...], list[int]] = {}
    for row, one in told:
        stages.setdefault(_told(row), []).append(one.stage)
    before = {id(one) for one in _adjusted(found)}
    rows: dict[tuple[object, ...], tuple[Row, Observation]] = {}
    for row, one in told:
        if id(one) in before:
            rows.setdefault((one.stage, *_told(row)), (row, one))
    by_column: dict[tuple[str, str], list[tuple[Row, Observation]]] = {}
    for row, one in rows.values():
        by_column.setdefault((one.column, one.head), []).append((row, one))
    there = {_told(row) for row in known.of("targets")}
    reported = iso(answers.get("reported-on")) or "9"
    columns = [(block, column) for block in blocks for column in block.data]
    earlier = []
    for block, column in columns:
        # Of several tables on a sheet with the same heads it is told of the first.
        if plans := by_column.pop((column_name(block.grid, column), column.head), []):
            said = said_of(ON, block, column, answers)
            day = iso(said) if iso(said) < reported else ""
            untold = [one for row, one in plans if _told(row) not in there]
            earlier.append(Earlier(column.head, said, day, plans, untold, stages))
    return earlier


def _about(row: Row) -> tuple[str, ...]:
    return tuple(row.get(part, "") for part in KEYS["targets"])


def _told(row: Row) -> tuple[str, ...]:
    return (*_about(row), *said_in(row))


def plans_questions(earlier: list[Earlier]) -> Iterator[Question]:
    """Ask of each column of plans that were adjusted when they were reported before that."""
    for one in earlier:
        if one.untold and one.said != SKIP and not one.day:
            text = N_(
                "“{head}” was adjusted: on which earlier day was it reported? (31/12/2023; skip "
                "leaves it out)"
            )
            yield Question(ON, one.head, Text(text, head=one.head), SKIP)


def add_earlier(rows: Rows, earlier: list[Earlier], answers: Answers, known: Known) -> list[Text]:
    """Put plans as they were before they were adjusted between those that there are.

    One that was in force then already is counted, and left; where it was another, both are shown.
    Give what is left out, as nobody knows its day.

    Raises
    ------
    GiaobanError
        Where the day of one does not go with those of the other plans for the same thing.
    """
    left = []
    dated: dict[tuple[str, ...], list[tuple[Row, Observation]]] = {}
    for one in earlier:
        for row, seen in one.plans if one.day else ():
            told = row | {"reported_on": one.day, "source": answers.get("source")}
            dated.setdefault(_about(row), []).append((told, seen))
        if not one.day and one.untold:
            template = N_("{cells} ({head}): left out, what it was adjusted to is the target")
            cells = one_line(", ".join(seen.place for seen in one.untold))
            left.append(Text(template, cells=cells, head=one_line(one.head)))
    for about, plans in dated.items():
        there = [row for row in known.of("targets") if _about(row) == about]
        _put(rows, plans, there, earlier[0].stages)
    rows.tables.get("targets", []).sort(key=lambda row: row["reported_on"])
    return left


def _put(
    rows: Rows,
    plans: list[tuple[Row, Observation]],
    there: list[Row],
    stages: dict[tuple[str, ...], list[int]],
) -> None:
    """Put the plans for one thing between those that are there, by their days."""
    by_day = [*((row, None) for row in there), *plans]
    by_day.sort(key=lambda plan: plan[0]["reported_on"])
    last: Row = {}
    for n, (row, one) in enumerate(by_day):
        if one is not None:
            after = [other for other, new in by_day[n + 1 : n + 2] if new is None]
            if any(said_in(other) == said_in(row) for other in (last, *after) if other):
                rows.there[key_of("targets", row)] = None
                continue
            _refuse_out_of_turn((row, one), by_day[:n], by_day[n + 1 :], stages)
            rows.add("targets", row)
            rows.revised += [(last, row)] if last and there else []
        last = row


def _refuse_out_of_turn(
    plan: tuple[Row, Observation],
    before: list[tuple[Row, Observation | None]],
    after: list[tuple[Row, Observation | None]],
    stages: dict[tuple[str, ...], list[int]],
) -> None:
    """Refuse a plan on the day of another, before what it was adjusted to or after what it was.

    One that the sheet does not tell of may be of any other day, as may a draft of the year before.
    """
    row, one = plan
    for n, (other, seen) in enumerate([*before, *after]):
        own = [seen.stage] if seen else stages.get(_told(other), [one.stage])
        is_draft = seen is None and other["reported_on"][:4] < row["period"][:4]
        earlier, later = is_draft or min(own) <= one.stage, max(own) >= one.stage
        in_turn = earlier if n < len(before) else later
        if other["reported_on"] == row["reported_on"] or not in_turn:
            raise too_early(one, other, row, OUT_OF_TURN)
