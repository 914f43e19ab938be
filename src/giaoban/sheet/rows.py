"""The rows that a sheet's numbers become: new ones, revisions, and what is there already."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import readings
from giaoban.sheet.answers import Answers
from giaoban.sheet.conflicts import too_early, twice
from giaoban.sheet.forms import Observation, Printed
from giaoban.sheet.grids import round_half_up
from giaoban.sheet.indicators import FRACTION, PERCENT, Indicator
from giaoban.sheet.known import Known, Row
from giaoban.sheet.outside import TABLES, refuse_outside, years_of
from giaoban.sheet.units import Unit
from giaoban.tables import VIETNAMESE

KEYS = {
    "figures": ("indicator", "unit", "period"),
    "targets": ("indicator", "unit", "period", "set_by"),
}
_OF_INDICATORS = (*KEYS, "claims")
# What makes another row of the same key a revision.
_TOLD = ("value", "value_to", "qualifier", "obs_status")
# What an empty cell stands for.
_DEFAULTS = {"qualifier": "=", "obs_status": "A"}
# So many decimals has a share that is worked out from its counts.
SHARE_PLACES = 2
# What a target by a year, or of several, asks for.
BY, EACH, TOTAL = "by", "each", "total"


@dataclass
class Rows:
    """What a sheet adds to a programme.

    Attributes
    ----------
    tables : dict of str to list of dict
        The rows to add, by table.
    there : dict of tuple of str to None
        The keys of rows that are there already, with the same number, and stay in force.
    revised : list of (dict, dict)
        The row that there is, and the one that revises it.
    lang : str
        The language of its names and notes.
    """

    tables: dict[str, list[Row]] = field(default_factory=dict)
    there: dict[tuple[str, ...], None] = field(default_factory=dict)
    revised: list[tuple[Row, Row]] = field(default_factory=list)
    lang: str = VIETNAMESE

    @property
    def equal(self) -> int:
        """How many rows are there already."""
        return len(self.there)

    def add(self, table: str, row: Row, **said: str) -> None:
        """Add a row, without its empty cells; what is ``said`` goes under its language.

        What was there for the same key is then no more in force.
        """
        self.there.pop(key_of(table, row), None)
        told = row | {f"{part}_{self.lang}": text for part, text in said.items()}
        self.tables.setdefault(table, []).append({k: v for k, v in told.items() if v})


def key_of(table: str, row: Row) -> tuple[str, ...]:
    """Give what a row is of: two of the same key are a number and its revision."""
    return (table, *(row.get(part, "") for part in KEYS.get(table, ())))


def plain(value: Decimal) -> str:
    """Write a number with a decimal point, so that it reads in one way."""
    text = f"{value.normalize() + 0:f}"
    return text if len(readings(text)) == 1 else f"{text}0"


def add_indicators(rows: Rows, named: dict[str, Indicator]) -> None:
    """Add the indicators that the programme does not have, and that a number is added for."""
    numbers = (row for name in _OF_INDICATORS for row in rows.tables.get(name, []))
    used = {row["indicator"] for row in numbers} | {i.id for i in named.values() if not i.is_new}
    for one in {i.id: i for i in named.values() if i.is_new and i.id in used}.values():
        over = named.get(one.under)
        row = {
            "indicator": one.id,
            "unit_measure": PERCENT if one.measure == FRACTION else one.measure,
            "additive": "true" if one.adds else "false" if one.stays else "",
            "better": one.better,
            "responsible": one.office,
            "under": over.id if over and over.id in used else "",
        }
        rows.add("indicators", row, title=one.title, unit=one.unit)


def add_units(rows: Rows, named: dict[str, Unit | None], own: Unit) -> None:
    """Add the units that the programme does not have, each below its own."""
    fresh = {unit.id: unit for unit in named.values() if unit and unit.is_new}
    for unit in fresh.values():
        parent = own.id if unit.id != own.id else ""
        row = {"unit": unit.id, "level": unit.level, "parent": parent}
        rows.add("units", row, title=unit.title)


def add_numbers(
    rows: Rows,
    found: Iterable[Observation],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> None:
    """Add figures and targets; what is there with the same number is counted, and left.

    Raises
    ------
    GiaobanError
        Where two cells say different numbers for one thing, one is of years that are not the
        programme's, or a revision is not later than what it revises.
    """
    by_key: dict[tuple[str, ...], tuple[Row, Observation]] = {}
    numbers = (o for o in found if o.kind in TABLES and o.printed.value is not None)
    taken = [
        (seen, one, unit)
        for seen in numbers
        if (one := indicators.get(seen.title)) and (unit := units.get(seen.unit))
    ]
    refuse_outside((seen for seen, *_ in taken), answers, known)
    for seen, one, unit in taken:
        table = TABLES[seen.kind]
        row = row_of(seen, one, unit, answers, known, table)
        row |= _definition(known, one, answers) if table == "figures" else {}
        key = key_of(table, row)
        earlier = by_key.get(key)
        if earlier is None or (earlier[1].estimated and not seen.estimated):
            by_key[key] = row, seen
        elif said_in(row) != said_in(earlier[0]) and seen.estimated == earlier[1].estimated:
            raise twice(earlier[1], seen)
    held = Known(rows={t: [*known.of(t), *rows.tables.get(t, [])] for t in KEYS})
    latest = {table: held.latest(table, *key) for table, key in KEYS.items()}
    before_sheet = {table: known.latest(table, *key) for table, key in KEYS.items()}
    for (table, *parts), (row, seen) in by_key.items():
        before = latest[table].get(tuple(parts))
        if before and said_in(before) == said_in(row):
            rows.there[table, *parts] = None
            continue
        if before and before["reported_on"] >= row["reported_on"]:
            raise too_early(seen, before, row)
        rows.add(table, row, note=row.pop("note", ""))
        rows.revised += [(before, row)] if before and tuple(parts) in before_sheet[table] else []


def _asked(seen: Observation, one: Indicator, answers: Answers, known: Known) -> Row:
    """Say what a target by a year, or of several, asks for: then, in each, or in all so far."""
    if not seen.by:
        return {"kind": EACH} if seen.yearly else {}
    kind = EACH if seen.yearly else answers.get("kind", one.id) if one.sums else BY
    if kind not in (EACH, TOTAL):
        return {"kind": kind}
    first = years_of(answers, known)[:4]
    years = f"{first}/{seen.period}" if first < seen.period else seen.period
    return {"kind": kind, "period": years}


def row_of(
    seen: Observation, one: Indicator, unit: Unit, answers: Answers, known: Known, table: str
) -> Row:
    """Give the row that a number becomes."""
    printed = _in(one.measure, seen.printed)
    times = 100 if one.measure == FRACTION else 1
    row = {
        "indicator": one.id,
        "unit": unit.id,
        "period": seen.period,
        "value": plain(times * (printed.value or Decimal(0))),
        "qualifier": "" if printed.qualifier == "=" else printed.qualifier,
        "reported_on": answers.get("reported-on"),
        "source": answers.get("source"),
    }
    if printed.to is not None:
        row |= {"value_to": plain(times * printed.to), "qualifier": ""}
    if table == "targets":
        row |= {"set_by": seen.setter or answers.get("set-by")}
        return row | _asked(seen, one, answers, known)
    if seen.counts and one.measure == PERCENT:
        row |= dict(zip(("numerator", "denominator"), map(str, seen.counts), strict=True))
    return row | {
        "as_published": printed.text if times == 1 else "",
        "obs_status": "E" if seen.estimated else "",
        "note": " ".join(filter(None, [printed.remark, seen.note])),
    }


def _in(measure: str, printed: Printed) -> Printed:
    """Give a print of so many of so many as a share, or as the number of what is counted."""
    if not printed.counts:
        return replace(printed, remark="")
    part, whole = printed.counts
    if measure != PERCENT:
        remark = f"{part}/{whole}"
        return replace(printed, values=(Decimal(part),), text=str(part), remark=remark)
    if printed.is_share:
        return replace(printed, remark="")
    # The share itself was not printed.
    share = round_half_up(Decimal(100 * part) / whole, SHARE_PLACES)
    return replace(printed, values=(share,), text="", remark="")


def _definition(known: Known, one: Indicator, answers: Answers) -> Row:
    said = answers.get("definition", one.id)
    return {"definition": said} if said and known.of("definitions") else {}


def said_in(row: Row) -> tuple[str, ...]:
    """Give what makes another row of the same key a revision."""
    said = row | ({"qualifier": ""} if row.get("value_to") else {})
    return tuple(said.get(part) or _DEFAULTS.get(part, "") for part in _TOLD)


def revision_told(before: Row, after: Row) -> Text:
    """Tell of a revision with both numbers as they are said; of a target also who set it."""
    told = ", ".join(after[part] for part in KEYS["targets"] if part in after)
    return Text(
        N_("{row}: {before}, reported on {day}; now {after}"),
        row=told,
        before=_shown(before),
        day=before["reported_on"],
        after=_shown(after),
    )


def _shown(row: Row) -> Text:
    """Show the number of a row with its sign, as a range, as the estimate that it is."""
    ends = "-".join(filter(None, (row["value"], row.get("value_to"))))
    sign, number = row.get("qualifier", "").strip("=."), row.get("as_published") or ends
    told = f"{row['qualifier']} {number}" if sign else number
    template = N_("{number} (estimate)") if row.get("obs_status") == "E" else "{number}"
    return Text(template, number=told)
