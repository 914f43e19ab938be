"""Show what is proposed for a sheet, before anything is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.sheet.answers import word
from giaoban.sheet.better import BETTER
from giaoban.sheet.forms import DATA, Block, column_name, context_of, time_of
from giaoban.sheet.indicators import COUNT, FRACTION, NUMBER, PERCENT, Indicator
from giaoban.sheet.proposal import Proposal
from giaoban.sheet.rows import revision_told
from giaoban.sheet.words import (
    COMPARISONS,
    DOWN,
    FIGURE,
    MEAN,
    TARGET,
    TITLE,
    UP,
    Heading,
    label_of,
)

# More of what was left out is counted only.
MOST = 12
ROWS_ARE = {
    "indicators": N_("{sheet}: each row an indicator"),
    "units": N_("{sheet}: each row a unit"),
    "periods": N_("{sheet}: each row a year"),
}
KINDS = {
    FIGURE: N_("figures"),
    TARGET: N_("targets"),
    **dict.fromkeys(COMPARISONS, N_("compares, is checked")),
    MEAN: N_("left out, as it is worked out of the others: average"),
    "": N_("not read, as mostly words stand below it"),
    TITLE: N_("not read, as another column names the rows"),
}
MEASURES = {
    PERCENT: N_("percent"),
    FRACTION: N_("a fraction, read as percent"),
    COUNT: N_("count"),
    NUMBER: N_("amount"),
}
# A plan that is adjusted in another column, and that other one.
STAGES = {-1: N_("{taken}, as first set"), 1: N_("{taken}, as adjusted")}
BOUNDS = {"<=": N_("{taken}, at most"), ">=": N_("{taken}, at least")}
ADDS = N_("amount that adds up over time")
STAYS = N_("count of what is there, which does not add up over time")
# Which way is better where neither a word nor a target says it for certain.
ASSUMED = {UP: N_("assumed: more is better"), DOWN: N_("assumed: less is better")}


def preview(proposal: Proposal) -> Iterator[Text]:
    """Tell, line by line, what each column and row is taken for, and what would be written."""
    for block in proposal.blocks:
        yield Text(ROWS_ARE[block.rows_are], sheet=block.grid.name)
        for column in columns_taken(block):
            about = {"place": column.place, "path": column.path}
            yield Text("  {place}  {path}: {kind}", kind=column.told, **about)
    if proposal.indicators:
        yield Text(N_("Indicators:"))
    counts = Counter((seen.title, seen.kind) for seen in proposal.found)
    for title, one in proposal.indicators.items():
        if counts[title, FIGURE] or counts[title, TARGET]:
            yield _indicator(title, one, counts)
    yield from _assumed(proposal)
    shares = sum(seen.counts is not None for seen in proposal.found)
    if shares:
        yield Text(N_("Shares whose counts stand in the sheet: {number}"), number=shares)
    if yearly := sum(seen.kind == TARGET and seen.yearly for seen in proposal.found):
        yield Text(N_("Targets of each of several years: {number}"), number=yearly)
    own = proposal.units.get("")
    fresh = [unit for unit in proposal.units.values() if unit and unit.is_new and unit != own]
    if fresh:
        yield Text(N_("New units:"))
        yield from (Text("  {id}: {title}", id=unit.id, title=unit.title) for unit in fresh)
    yield from findings(proposal)


def findings(proposal: Proposal) -> Iterator[Text]:
    """Tell what was left out, and how the sheet's own comparisons came out."""
    yield from _left_out(proposal)
    yield from _checked(proposal)


@dataclass(frozen=True)
class Taken:
    """What a column is taken for.

    Attributes
    ----------
    place, path, name : str
        Its letter, the texts over it, and what answers call it.
    kind : str
        One of `KINDS`, empty or ``title`` where it is not read.
    time : str
        The period that it is of, where it says one.
    stage : int
        Of a plan how often it had been adjusted: -1 of one that is said to be the first.
    bound : str
        Of a plan that is a ceiling, or the least that is wanted, its sign.
    """

    place: str
    path: str
    name: str
    kind: str
    time: str
    stage: int = 0
    bound: str = ""

    @property
    def told(self) -> Text:
        """What it is taken for, in words."""
        kind = Text(KINDS[self.kind])
        taken = Text("{kind} {time}", kind=kind, time=self.time) if self.time else kind
        taken = Text(BOUNDS[self.bound], taken=taken) if self.bound else taken
        return Text(STAGES[min(self.stage, 1)], taken=taken) if self.stage else taken


def columns_taken(block: Block) -> Iterator[Taken]:
    """Say of each column with numbers, or without a use, what it is taken for."""
    for column in block.columns:
        path, place = column.head, column_name(block.grid, column)
        letter = place.rpartition("!")[2]
        if column.use == DATA:
            about = column.heading
            compares = about.kind in COMPARISONS
            time = about.time if compares else time_of(about, Heading(), context_of(block))
            plan = (about.stage, about.bound) if about.kind == TARGET else (0, "")
            yield Taken(letter, path, path or place, about.kind or FIGURE, time, *plan)
        elif not column.use and column.path:
            named = TITLE if label_of(column.path[-1]) == TITLE else ""
            yield Taken(letter, path, path, named, "")


def _indicator(title: str, one: Indicator, counts: Counter[tuple[str, str]]) -> Text:
    template = (
        N_("  {id} (new): {title}; {measure}, {better}; figures {figures}, targets {targets}")
        if one.is_new
        else N_("  {id}: {title}; {measure}, {better}; figures {figures}, targets {targets}")
    )
    measure = Text(MEASURES[one.measure]) if one.measure in MEASURES else one.measure
    measure = Text(ADDS) if one.adds else Text(STAYS) if one.stays else measure
    told = Text("{measure} ({unit})", measure=measure, unit=one.unit) if one.unit else measure
    return Text(
        template,
        id=one.id,
        title=title,
        measure=told,
        better=Text((ASSUMED if one.is_assumed else BETTER)[one.better]),
        figures=counts[title, FIGURE],
        targets=counts[title, TARGET],
    )


def _assumed(proposal: Proposal) -> Iterator[Text]:
    """Say once how to turn which way is better of what no word and no target says it of."""
    indicators = proposal.indicators.values()
    if assumed := [one for one in indicators if one.is_assumed and one.is_new]:
        template = N_(
            "Of {number} neither a word nor a target says for certain which way is better: where "
            "it is not as assumed, say so, as in --better {name}={other}"
        )
        first = assumed[0]
        other = UP if first.better == DOWN else DOWN
        yield Text(template, number=len(assumed), name=first.id, other=word("better", other))


def _left_out(proposal: Proposal) -> Iterator[Text]:
    if not proposal.left_out:
        return
    yield Text(N_("Nothing is taken from:"))
    for line in proposal.left_out[:MOST]:
        yield Text("  {line}", line=line)
    if len(proposal.left_out) > MOST:
        yield Text(N_("  and {number} more"), number=len(proposal.left_out) - MOST)


def _checked(proposal: Proposal) -> Iterator[Text]:
    checked = proposal.checked
    if checked.agree or checked.disagree or checked.unchecked:
        template = N_(
            "Comparisons in the sheet: {agree} agree with its figures, {other} do not, {number} "
            "cannot be worked out"
        )
        agree, number = checked.agree, checked.unchecked
        yield Text(template, agree=agree, other=len(checked.disagree), number=number)
        yield from (Text("  {line}", line=line) for line in checked.disagree)


def changes(proposal: Proposal) -> Iterator[Text]:
    """Tell how many rows would be written, and each revision with both numbers."""
    rows = proposal.rows
    figures, targets = (len(rows.tables.get(name, [])) for name in ("figures", "targets"))
    if events := len(rows.tables.get("events", [])):
        yield Text(N_("To be written: ratings in words {events}"), events=events)
    if claims := len(rows.tables.get("claims", [])):
        yield Text(N_("To be written: changes in percent, to be checked, {claims}"), claims=claims)
    template = N_("To be written: figures {figures}, targets {targets}; there already: {equal}")
    yield Text(template, figures=figures, targets=targets, equal=rows.equal)
    if proposal.is_planned_only:
        yield Text(N_("No figures yet: a report, and check, need a sheet with figures."))
    if rows.revised:
        yield Text(N_("Of these revise what is there:"))
        pairs = sorted(rows.revised, key=lambda pair: pair[1]["reported_on"])
        yield from (Text("  {line}", line=revision_told(*pair)) for pair in pairs)
