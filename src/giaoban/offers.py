"""What there is to pick from, and what stays picked when something else is picked."""

from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.choice import Choice, package_of, review_of
from giaoban.errors import GiaobanError
from giaoban.focus import years_of
from giaoban.known import known_at
from giaoban.language import language
from giaoban.package import programmes
from giaoban.whatif import next_year

Named = list[tuple[str, str]]


@dataclass(frozen=True)
class Offers:
    """What can be picked beside what is.

    Attributes
    ----------
    choice : Choice
        What is picked, each part of it one that there is.
    programmes, meetings, units, indicators : list of (str, str)
        Names, in the language picked, and what they stand for.
    years : list of int
        From the first to the last year with a figure.
    next_year : str
        The year that can be supposed; empty where nothing can.
    problem : str
        What stands against it, for the user; empty where nothing does.
    """

    choice: Choice
    programmes: Named
    meetings: Named
    units: Named
    indicators: Named
    years: list[int]
    next_year: str
    problem: str


def offers(choice: Choice, home: Path) -> Offers:
    """Settle a choice: what is not there gives way to what comes nearest.

    Parameters
    ----------
    choice : Choice
        What is wanted.
    home : Path
        The project's folder.
    """
    names = programmes(home / choice.raw_dir)
    if names and not choice.programme:
        choice = replace(choice, programme=names[0])
    if choice.programme not in names:
        names = [choice.programme, *names]
    listed = [(name, name) for name in names]
    try:
        return _of_programme(choice, home, listed)
    except GiaobanError as error:
        return Offers(choice, listed, [], [], [], [], "", str(error))


def _of_programme(choice: Choice, home: Path, listed: Named) -> Offers:
    code = language(choice.lang).code
    package = package_of(choice, home)
    days = package.tables["meetings"].sort_values("meeting_date", ascending=False)
    meetings = [
        (f"{row['meeting_date']:%d/%m/%Y} · {title}", f"{row['meeting_date']:%Y-%m-%d}")
        for (_, row), (title, _) in zip(
            days.iterrows(), _named(days, "meeting_date", code), strict=True
        )
    ]
    units = _named(package.tables["units"], "unit", code)
    indicators = _named(package.tables["indicators"], "indicator", code)
    date, unit = choice.meeting_date, choice.unit
    if date not in ("latest", "next", *(day for _, day in meetings)):
        date = "latest"
    if unit not in [id_ for _, id_ in units]:
        unit = ""
    known = known_at(package, date, unit)
    choice = replace(
        choice, meeting_date=f"{known.meeting['meeting_date']:%Y-%m-%d}", unit=known.unit
    )
    if not indicators:
        raise GiaobanError(N_("the table indicators holds no indicator, expected one at least"))
    figures = known.tables["figures"]
    if choice.indicator not in [id_ for _, id_ in indicators]:
        there = set(figures.dropna(subset="value")["indicator"])
        first = next((id_ for _, id_ in indicators if id_ in there), indicators[0][1])
        if choice.indicator:
            # What was asked was about another one.
            choice = replace(choice, years=(), what_if=None)
        choice = replace(choice, indicator=first)
    review = review_of(replace(choice, years=(), what_if=None), home)
    years = years_of(review, choice.indicator)
    choice = replace(choice, years=_within(choice.years, years))
    supposed = next_year(review_of(replace(choice, what_if=None), home), choice.indicator)
    return Offers(choice, listed, meetings, units, indicators, years, supposed, "")


def _named(table: pd.DataFrame, key: str, code: str) -> Named:
    title = f"title_{'vi' if code == 'vi' else 'en'}"
    return [
        (name if isinstance(name, str) else str(id_), str(id_))
        for id_, name in zip(table[key], table[title], strict=True)
    ]


def _within(picked: tuple[int, ...], years: list[int]) -> tuple[int, ...]:
    """Keep of the years picked those that there are; all of them is nothing picked."""
    inside = [year for year in years if picked and picked[0] <= year <= picked[-1]]
    return (inside[0], inside[-1]) if inside and inside != years else ()
