"""Ratings in words, one for each organisation: as they stand, and as shares of all that are rated.

A word is no number. Of each organisation it is what happened to it (`events`); of all of them it
gives how many of how many have it, which is a share of the programme's own unit.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.sheet.answers import SKIP, Answers, Question, words
from giaoban.sheet.conflicts import too_early, twice
from giaoban.sheet.forms import Observation, Printed
from giaoban.sheet.known import Known
from giaoban.sheet.rows import Rows
from giaoban.sheet.units import Unit
from giaoban.sheet.words import FIGURE, proper, rank_of

EACH, SHARES, BOTH = "each", "shares", "both"
WAYS = (BOTH, EACH, SHARES, SKIP)
# What columns are called whose head is a year alone.
NAMELESS = "Xếp loại"
TWO_RATINGS = N_(
    "{first}, {second}: two ratings of “{unit}” {period} (found {one} and {other}), take one "
    "away, or leave a column out with --column"
)

ANOTHER_RATING = N_(
    "{place}: “{title}” {period} of {unit} is “{value}” in events (found {found}): mend it there, "
    "or leave the column out with --column"
)


def ratings_of(found: Iterable[Observation]) -> list[Observation]:
    """Give the cells that rate an organisation in a word, each under the name of its rating.

    Raises
    ------
    GiaobanError
        Where one is rated twice for one thing.
    """
    told: dict[tuple[str, str, str], Observation] = {}
    for seen in found:
        if seen.kind == FIGURE and seen.unit and rank_of(seen.printed.text) is not None:
            one = replace(seen, title=proper(seen.title) or NAMELESS)
            earlier = told.setdefault((one.title, one.unit, one.period), one)
            if _rank(earlier) != _rank(one):
                raise twice(earlier, one, TWO_RATINGS)
    return [*told.values()]


def ratings_questions(ratings: list[Observation], answers: Answers) -> Iterator[Question]:
    """Ask what the ratings of several organisations are to become; one alone has no share."""
    for title in dict.fromkeys(seen.title for seen in ratings):
        if _asked_for(title, ratings, answers):
            continue
        own = [seen for seen in ratings if seen.title == title]
        text = N_(
            "“{title}”: {number} ratings in words, such as {example}. Take them as each one’s "
            "(each), as shares of all rated with their counts (shares), as both, or leave them out?"
        )
        asked = Text(text, title=title, number=len(own), example=own[0].printed.text)
        yield Question("ratings", title, asked, BOTH, WAYS)


def _asked_for(title: str, ratings: list[Observation], answers: Answers) -> str:
    """Say what ratings are to become, empty where it is not said."""
    said = answers.get("ratings", title)
    if said and said not in WAYS:
        template = N_("--ratings {name}: expected {known} (found {found})")
        raise GiaobanError(template, name=one_line(title), known=words("ratings"), found=said)
    rated = {seen.unit for seen in ratings if seen.title == title}
    return said or (EACH if len(rated) == 1 else "")


def chosen(ratings: list[Observation], answers: Answers, *ways: str) -> list[Observation]:
    """Give the ratings that are to become one of some things."""
    return [seen for seen in ratings if _asked_for(seen.title, ratings, answers) in ways]


def shares_of(ratings: Iterable[Observation]) -> Iterator[Observation]:
    """Count the ratings: of each class how many of all that are rated at one time.

    Who is not rated is in no count. A class that is given at one time and not at another has
    none of them there. Words for one class, such as *HTTNV* and *Hoàn thành tốt nhiệm vụ*, are one.
    """
    groups: dict[str, dict[str, list[Observation]]] = {}
    for seen in ratings:
        groups.setdefault(seen.title, {}).setdefault(seen.period, []).append(seen)
    for title, times in groups.items():
        names: dict[int, str] = {}
        for seen in (one for rated in times.values() for one in rated):
            rank, word = _rank(seen), seen.printed.text
            names[rank] = max(names.get(rank, ""), word, key=len)
        for rated in times.values():
            counts, whole = Counter(map(_rank, rated)), len(rated)
            for rank, name in sorted(names.items()):
                yield _share(rated[0], f"{title}: {name}", (counts[rank], whole))


def _rank(seen: Observation) -> int:
    rank = rank_of(seen.printed.text)
    return -1 if rank is None else rank


def _share(first: Observation, title: str, counts: tuple[int, int]) -> Observation:
    part, whole = counts
    printed = Printed((Decimal(part),), f"{part}/{whole}", counts=counts)
    return replace(
        first, title=title, unit="", measure="%", printed=printed, counts=counts, note=""
    )


def add_ratings(
    rows: Rows,
    ratings: Iterable[Observation],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> None:
    """Add each organisation's rating; one that is there is counted, and left.

    Raises
    ------
    GiaobanError
        Where the programme has another rating of the same kind and time.
    """
    there: dict[tuple[str, str, str], str] = {}
    for row in known.of("events"):
        title, _, word = (row.get("title_vi") or row.get("title_en", "")).rpartition(": ")
        there[row["unit"], row.get("period", ""), title] = word
    for seen in ratings:
        unit, word = units.get(seen.unit), seen.printed.text
        if unit is None:
            continue
        before = there.get((unit.id, seen.period, seen.title))
        if before == word:
            rows.there["events", unit.id, seen.period, seen.title] = None
        elif before is not None:
            other = {"value": before, "reported_on": ""}
            raise too_early(seen, other, other | {"unit": unit.id, "value": word}, ANOTHER_RATING)
        else:
            told = {"reported_on": answers.get("reported-on"), "source": answers.get("source")}
            event = {"unit": unit.id, "period": seen.period, "kind": "rating"} | told
            rows.add("events", event, title=f"{seen.title}: {word}")
