"""What lies outside the years of a programme is refused, with what to do."""

from collections.abc import Iterable
from datetime import date

from giaoban.catalogues import N_
from giaoban.checks import bounds_of, meetings_within
from giaoban.errors import GiaobanError, Text
from giaoban.language import parse_period
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import Observation
from giaoban.sheet.known import Known
from giaoban.sheet.words import FIGURE, TARGET

TABLES = {FIGURE: "figures", TARGET: "targets"}
_FOUND = {
    FIGURE: N_("a figure of {period}, and the programme is of {years} and the year before"),
    TARGET: N_("a target of {period}, and the programme is of {years}"),
}


def refuse_outside(found: Iterable[Observation], answers: Answers, known: Known) -> None:
    """Refuse figures and targets of other years than the programme's.

    Raises
    ------
    GiaobanError
        Which names the cell and its column, and how the programme is made longer.
    """
    years = years_of(answers, known)
    within = {kind: bounds_of(table, years) for kind, table in TABLES.items()}
    outside = [o for o in found if not within[o.kind].contains(parse_period(o.period))]
    if not outside:
        return
    seen, own = outside[0], parse_period(years)
    periods = [(parse_period(one.period), one.kind == FIGURE) for one in outside]
    first = min(own.start.year, *(p.start.year + is_figure for p, is_figure in periods))
    last = max(own.end.year, *(p.end.year for p, _ in periods))
    is_dated = seen.period[:4] in seen.head
    leave = (
        N_('leave the column out with --column "{head}=skip"')
        if is_dated
        else N_("take it out of the sheet")
    )
    raise GiaobanError(
        N_("{place} (column “{head}”): {found}: {longer}, or {leave}"),
        place=seen.place,
        head=seen.head,
        found=Text(_FOUND[seen.kind], period=seen.period, years=years),
        longer=_longer(f"{first}/{last}", known),
        leave=Text(leave, head=seen.head),
    )


def refuse_meeting_outside(day: date, answers: Answers, known: Known) -> None:
    """Refuse a day of report on which the programme can have no meeting.

    Raises
    ------
    GiaobanError
        Which says from when to when it has, and how it is made longer.
    """
    years = years_of(answers, known)
    bounds, own = meetings_within(years), parse_period(years)
    if bounds.start <= day <= bounds.end:
        return
    longer = f"{min(own.start.year, day.year)}/{max(own.end.year, day.year - 1)}"
    raise GiaobanError(
        N_(
            "--reported-on: the programme is of {years}, and is reviewed from {first} to {last} "
            "(found {found}): give another day, or {longer}"
        ),
        years=years,
        first=bounds.start,
        last=bounds.end,
        found=day,
        longer=_longer(longer, known),
    )


def years_of(answers: Answers, known: Known) -> str:
    """Give the programme's years, as it has them or as a person has said."""
    return str(known.programme.get("period") or answers.get("years"))


def _longer(years: str, known: Known) -> Text:
    if not known.has_figures:
        return Text(N_("let it last longer with --years {years}"), years=years)
    template = N_(
        "write {years} under period in its description (datapackage.json, or the sheet Programme)"
    )
    return Text(template, years=years)
