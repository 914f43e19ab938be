"""What a sheet says of a change, in percent of the year before, as a claim that reports check.

Without being told to, nothing is kept of such a column: the sheet's own figures check it.
"""

from collections.abc import Iterable
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.extract.forms import COMPARED, FIGURE, Block, Observation, column_name
from giaoban.extract.sheet.answers import SKIP, Answers
from giaoban.extract.sheet.indicators import Indicator
from giaoban.extract.sheet.known import Known
from giaoban.extract.sheet.questions import told_path
from giaoban.extract.sheet.rows import Rows, plain
from giaoban.extract.sheet.units import Unit
from giaoban.language import identifier

# Whether a column says 5,3 or 105,3 of what is 5,3% more.
CHANGE, RATIO = "change", "ratio"
KIND = "percent_change"


def meant_by(blocks: Iterable[Block], answers: Answers) -> dict[str, str]:
    """Say of the columns that a person wants to keep what their numbers are.

    Raises
    ------
    GiaobanError
        Where that is none of what it can be.
    """
    told: dict[str, str] = {}
    for block in blocks:
        for column in block.data:
            name = column_name(block.grid, column)
            names = (name, name.rpartition("!")[2], told_path(column))
            said = next((said for n in names if (said := answers.get("claims", n))), SKIP)
            if said not in (CHANGE, RATIO, SKIP):
                template = N_("--claims {name}: expected {known} (found {found})")
                known = f"{CHANGE}, {RATIO}, {SKIP}"
                raise GiaobanError(template, name=names[1], known=known, found=said)
            told |= {name: said} if said != SKIP else {}
    return told


def add_statements(
    rows: Rows,
    found: Iterable[Observation],
    meant: dict[str, str],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> None:
    """Add a claim for each number of the columns that are to be kept; one that is there is left."""
    seen = [*found]
    there = {(r["indicator"], r["unit"], r["period"], r["stated"]) for r in known.of("claims")}
    taken = {row["claim"] for row in known.of("claims")}
    for one in seen:
        unit, way = units.get(one.unit), meant.get(one.column, "")
        value, period = one.printed.value, one.period or _last(one, seen)
        if one.kind != COMPARED or not way or unit is None or value is None or not period:
            continue
        if not indicators[one.title].in_ratio:
            # Of a share or a rate it may as well be so many points.
            continue
        indicator = indicators[one.title].id
        stated = plain(value - 100 if way == RATIO else value)
        if (indicator, unit.id, period, stated) in there:
            rows.equal += 1
            continue
        name = identifier(f"{indicator} {unit.id} {period}", taken)
        taken.add(name)
        claim = {"claim": name, "kind": KIND, "indicator": indicator, "unit": unit.id}
        claim |= {"period": period, "stated": stated}
        # 105,3 prints another number than the change that it says.
        claim |= {"as_published": "" if way == RATIO else _signed(one.printed.text, value)}
        claim |= {"reported_on": answers.get("reported-on"), "source": answers.get("source")}
        rows.add("claims", claim)


def _last(one: Observation, found: Iterable[Observation]) -> str:
    """Give the time of the last figure in the row: a comparison that says none is of that one."""
    own = [s for s in found if s.kind == FIGURE and (s.title, s.unit) == (one.title, one.unit)]
    return own[-1].period if own else ""


def _signed(text: str, value: Decimal) -> str:
    """Give a print with the sign that its number has."""
    return text if value >= 0 or text.lstrip().startswith(("-", "−", "(")) else f"-{text}"
