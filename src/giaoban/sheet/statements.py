"""What a sheet says of a change, in percent of the year before, as a claim that reports check.

Without being told to, nothing is kept of such a column: the sheet's own figures check it.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.language import identifier
from giaoban.sheet.answers import SKIP, Answers, words
from giaoban.sheet.conflicts import too_early, twice
from giaoban.sheet.forms import Block, Column, Observation, column_name, compared
from giaoban.sheet.indicators import Indicator
from giaoban.sheet.known import Known, Row
from giaoban.sheet.questions import said_of
from giaoban.sheet.rows import Rows, plain
from giaoban.sheet.units import Unit
from giaoban.sheet.words import COMPARISONS, change_in

# Whether a column says 5,3 or 105,3 of what is 5,3% more.
CHANGE, RATIO = "change", "ratio"
KIND = "percent_change"
KEY = ("kind", "indicator", "unit", "period")
OTHERWISE = N_(
    "{cells} ({head}): no statement, as the head does not say that it compares the latest time "
    "with the same one a year before"
)
IN_POINTS = N_("{cells} ({head}): no statement, as of a share it may as well be so many points")


def add_statements(
    rows: Rows,
    blocks: list[Block],
    found: Iterable[Observation],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> list[Text]:
    """Add a claim for each number of the columns that are to be kept; say what is left out.

    Raises
    ------
    GiaobanError
        Where two cells say different numbers for one thing, a revision is not later than what it
        revises, or what is said of a column is nothing that it can be.
    """
    told: dict[tuple[str, ...], tuple[Row, Observation]] = {}
    left: dict[tuple[str, str], list[str]] = {}
    for block in blocks:
        for column in block.data:
            if column.heading.kind not in COMPARISONS and _way(block, column, answers) != SKIP:
                name = column_name(block.grid, column)
                left.setdefault((OTHERWISE, column.head), []).append(name)
    for said in compared(blocks, found):
        one, value, head = said.one, said.one.printed.value, said.column.head
        way, unit = _way(said.block, said.column, answers), units.get(one.unit)
        if way == SKIP or unit is None or value is None:
            continue
        period = change_in(said.head, said.pairs)
        if not period:
            left.setdefault((OTHERWISE, head), []).append(one.place)
            continue
        if not indicators[one.title].in_ratio:
            left.setdefault((IN_POINTS, head), []).append(one.place)
            continue
        about = {"indicator": indicators[one.title].id, "unit": unit.id, "period": period}
        claim = {"kind": KIND} | about | _number(one.printed.text, value, way)
        claim |= {"reported_on": answers.get("reported-on"), "source": answers.get("source")}
        earlier = told.setdefault(tuple(claim[part] for part in KEY), (claim, one))
        if earlier[0]["stated"] != claim["stated"]:
            raise twice(replace(earlier[1], period=period), one)
    _add(rows, told, known)
    return [
        Text(template, cells=one_line(", ".join(places)), head=one_line(head))
        for (template, head), places in left.items()
    ]


def _add(rows: Rows, told: dict[tuple[str, ...], tuple[Row, Observation]], known: Known) -> None:
    """Add claims; one that is there with its number is left, with another it is revised."""
    taken = {row["claim"] for row in known.of("claims")}
    latest = known.latest("claims", "claim").values()
    for key, (claim, one) in told.items():
        own = [row for row in latest if tuple(row.get(part, "") for part in KEY) == key]
        if any(row["stated"] == claim["stated"] for row in own):
            rows.there["claims", *key] = None
            continue
        if not own:
            name = identifier(f"{claim['indicator']} {claim['unit']} {claim['period']}", taken)
            taken.add(name)
            rows.add("claims", {"claim": name} | claim)
            continue
        before = max(own, key=lambda row: row["reported_on"])
        pair = (before | {"value": before["stated"]}, claim | {"value": claim["stated"]})
        if before["reported_on"] >= claim["reported_on"]:
            raise too_early(replace(one, period=claim["period"]), *pair)
        rows.add("claims", {"claim": before["claim"]} | claim)
        rows.revised.append(pair)


def _way(block: Block, column: Column, answers: Answers) -> str:
    """Say whether a person wants to keep what a column says, and as what."""
    said = said_of("claims", block, column, answers) or SKIP
    if said not in (CHANGE, RATIO, SKIP):
        template = N_("--claims {name}: expected {known} (found {found})")
        name = column_name(block.grid, column).rpartition("!")[2]
        raise GiaobanError(template, name=name, known=words("claims"), found=said)
    return said


def _number(text: str, value: Decimal, way: str) -> Row:
    """Give the change that a number says, and its print: 105,3 prints another than its change."""
    if way == RATIO:
        return {"stated": plain(value - 100), "as_published": ""}
    return {"stated": plain(value), "as_published": _signed(text, value)}


def _signed(text: str, value: Decimal) -> str:
    """Give a print with the sign that its number has."""
    return text if value >= 0 or text.lstrip().startswith(("-", "−", "(")) else f"-{text}"
