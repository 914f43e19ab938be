"""What there is to pick from, and what stays picked when something else is picked."""

from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from giaoban.analysis import next_year
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_of
from giaoban.explore.choice import Choice, package_of, review_of
from giaoban.explore.subset import years_of
from giaoban.language import language
from giaoban.programme import Package, programmes
from giaoban.tables import locals_of

Named = list[tuple[str, str]]


@dataclass(frozen=True)
class Offers:
    """What can be picked beside what is.

    Attributes
    ----------
    choice : Choice
        What is picked, each part of it one that there is.
    programmes, meetings, units, offices, indicators : list of (str, str)
        Names, in the language picked, and what they stand for; the indicators of the office picked.
    years : list of int
        From the first to the last year with a figure.
    next_year : str
        The year that can be supposed; empty where nothing can.
    problem : str
        What stands against it, in the language picked; empty where nothing does.
    """

    choice: Choice
    programmes: Named
    meetings: Named
    units: Named
    offices: Named
    indicators: Named
    years: list[int]
    next_year: str
    problem: str


def offers(choice: Choice, home: Path, exact: bool = False, typed: str = "") -> Offers:
    """Settle a choice: what is not there gives way to what comes nearest.

    Parameters
    ----------
    choice : Choice
        What is wanted.
    home : Path
        The project's folder.
    exact : bool
        Whether what is not there is a problem instead.
    typed : str
        The supposed value as somebody typed it; one that cannot be is a problem.
    """
    names = programmes(home / choice.raw_dir)
    if names and not choice.programme:
        choice = replace(choice, programme=names[0])
    if choice.programme not in names:
        names = [choice.programme, *names]
    listed = [(name, name) for name in names]
    try:
        code, package = language(choice.lang).code, package_of(choice, home)
        choice = _settled(choice, package, home, exact)
        review = review_of(replace(choice, years=(), what_if=None), home)
        years = years_of(review, choice.indicator)
        if not exact or (years and choice.years == (years[0], years[-1])):
            choice = replace(choice, years=_within(choice.years, years))
        supposed = next_year(review_of(replace(choice, what_if=None), home), choice.indicator)
        if not exact and not supposed:
            choice = replace(choice, what_if=None)
    except GiaobanError as error:
        return Offers(choice, listed, [], [], [], [], [], "", error.told(choice.spoken))
    units = _named(package.tables["units"], "unit", code)
    indicators = _named(_answered(package, choice.office), "indicator", code)
    meetings, refusal = _meetings(package, code), _refusal(choice, home, typed)
    offices = _offices(package, {id_: title for title, id_ in units}, code)
    lists = meetings, units, offices, indicators
    return Offers(choice, listed, *lists, years, supposed, refusal)


def _answered(package: Package, office: str) -> pd.DataFrame:
    """Give the indicators that an office answers for; all where none is picked."""
    measured = package.tables["indicators"].dropna(subset="unit_measure")
    return measured[measured["responsible"] == office] if office else measured


def _offices(package: Package, titles: dict[str, str], code: str) -> Named:
    """List who answers for indicators, by their titles where they are units."""
    offices = _answered(package, "")["responsible"].dropna().unique()
    everyone = (language(code).say(N_("All offices")), "")
    return [everyone, *((titles.get(office, office), office) for office in offices)]


def _refusal(choice: Choice, home: Path, typed: str) -> str:
    try:
        review_of(choice, home, typed)
    except GiaobanError as error:
        return error.told(choice.spoken)
    return ""


def _settled(choice: Choice, package: Package, home: Path, exact: bool) -> Choice:
    """Name the meeting, the unit and the indicator outright."""
    tables, date, unit = package.tables, choice.meeting_date, choice.unit
    if not exact:
        days = tables["meetings"]["meeting_date"].dt.strftime("%Y-%m-%d")
        date = date if date in ("latest", "next", *days) else "latest"
        unit = unit if unit in set(tables["units"]["unit"]) else ""
    asked = replace(choice, meeting_date=date, unit=unit, years=(), what_if=None)
    known = review_of(asked, home).known
    choice = replace(
        choice, meeting_date=f"{known.meeting['meeting_date']:%Y-%m-%d}", unit=known.unit
    )
    if choice.office not in set(tables["indicators"]["responsible"]):
        choice = replace(choice, office="")
    ids = _answered(package, choice.office)["indicator"].tolist()
    unknown = [id_ for id_ in filter(None, (choice.indicator, *choice.beside)) if id_ not in ids]
    if unknown and exact:
        template = N_("no such indicator (found {found}), {expected}")
        raise GiaobanError(template, found=unknown[0], expected=one_of(ids))
    beside = tuple(id_ for id_ in ids if id_ in choice.beside and id_ != choice.indicator)
    choice = replace(choice, beside=beside)
    if choice.indicator in ids:
        return choice
    if choice.indicator:
        # What was asked of it was about another one.
        choice = replace(choice, years=(), what_if=None)
    there = set(known.tables["figures"].dropna(subset="value")["indicator"])
    return replace(choice, indicator=next((id_ for id_ in ids if id_ in there), ids[0]))


def _meetings(package: Package, code: str) -> Named:
    """List the meetings, the latest first."""
    days = package.tables["meetings"].sort_values("meeting_date", ascending=False)
    titles = [title for title, _ in _named(days, "meeting_date", code)]
    return [
        (f"{day:%d/%m/%Y} · {title}", f"{day:%Y-%m-%d}")
        for day, title in zip(days["meeting_date"], titles, strict=True)
    ]


def _named(table: pd.DataFrame, key: str, code: str) -> Named:
    titles = locals_of(table, "title", code)
    return [
        (name if isinstance(name, str) else str(id_), str(id_))
        for id_, name in zip(table[key], titles, strict=True)
    ]


def _within(picked: tuple[int, ...], years: list[int]) -> tuple[int, ...]:
    """Keep of the years picked those that there are; all of them is nothing picked."""
    inside = [year for year in years if picked and picked[0] <= year <= picked[-1]]
    return (inside[0], inside[-1]) if inside and inside != years else ()
