"""What a programme needs beside its numbers: itself, a source, a meeting; asked where not said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.language import identifier, iso_day, iso_years, language, parse_period
from giaoban.sheet.answers import Answers, Question
from giaoban.sheet.forms import Block, Context, Observation, context_of
from giaoban.sheet.indicators import Indicator
from giaoban.sheet.known import Known, plainly
from giaoban.sheet.outside import refuse_meeting_outside
from giaoban.sheet.rows import KEYS, Rows, key_of, row_of, said_in
from giaoban.sheet.units import Unit
from giaoban.sheet.words import (
    COMPARISONS,
    TARGET,
    is_responsible,
    place_governed,
    proper,
    read_heading,
)
from giaoban.tables import ENGLISH, KEPT_IN, language_of

# A year that says where it begins and not when: 2013/14.
_SPLIT = re.compile(r"\d{4}/\d\d")
_MONTHS = tuple(str(month) for month in range(2, 13))


def begun(seen: Observation, answers: Answers) -> Observation:
    """Give what is of a year such as 2013/14 its twelve months, once the first is said."""
    if not (month := answers.get("year-begins")) or not _is_split(seen):
        return seen
    if month not in _MONTHS:
        template = N_("--year-begins: expected a month, 2 to 12 (found {found})")
        raise GiaobanError(template, found=month)
    year = int(seen.period[:4])
    return replace(seen, period=f"{year}-{int(month):02}/{year + 1}-{int(month) - 1:02}")


def titles_in(found: Iterable[Observation], answers: Answers, known: Known) -> str:
    """Name the language of a sheet's titles; nothing where neither they nor the programme say it.

    Vietnamese, where a letter shows it; else that of a programme that is named in one only.
    """
    said = "".join(seen.title + seen.unit for seen in found)
    said += answers.get("title") + answers.get("unit")
    named = known.titles[0] if len(known.titles) == 1 else ""
    return answers.get("titles") or language_of(said) or named


def _is_split(seen: Observation) -> bool:
    return bool(_SPLIT.fullmatch(seen.period))


def programme_questions(
    blocks: list[Block],
    found: Iterable[Observation],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> Iterator[Question]:
    """Ask what no sheet says, and of a new programme what it is."""
    contexts = [context_of(block) for block in blocks]
    source, day = _annexed(contexts, known)
    if not iso(answers.get("reported-on")):
        asked = Text(N_("On which day were the figures reported? (14/3/2025)"))
        yield Question("reported-on", "", asked, day)
    if not answers.get("source"):
        yield Question("source", "", Text(N_("Which report are they from?")), source)
    seen = [*found]
    if not titles_in(seen, answers, known):
        asked = Text(N_("Are its titles in Vietnamese (vi) or in English (en)?"))
        yield Question("titles", "", asked, ENGLISH, KEPT_IN)
    if split := next((one.period for one in seen if _is_split(one)), ""):
        asked = Text(N_("In which month does the year {year} begin?"), year=split)
        yield Question("year-begins", "", asked, "", _MONTHS)
    plans = [one for one in seen if one.kind == TARGET and not one.setter]
    if plans and (not answers.get("set-by") or "set-by" in answers.carried):
        yield from _setter_questions(plans, indicators, units, answers, known)
    if not known.has_figures:
        yield from _new_questions(blocks, seen, answers, known, day)


def _new_questions(
    blocks: list[Block],
    seen: list[Observation],
    answers: Answers,
    known: Known,
    day: str,
) -> Iterator[Question]:
    contexts = [context_of(block) for block in blocks]
    if not answers.get("unit"):
        named = (context.unit for context in contexts if context.unit)
        lines = [line for block in blocks for line in block.caption]
        offices, places = filter(_is_office, lines), filter(None, map(place_governed, lines))
        unit = next(chain(named, offices, places), "")
        yield Question("unit", "", Text(N_("Whose programme is it?")), proper(unit))
    if not answers.get("title"):
        title = next((context.title for context in contexts if context.title), "")
        title = proper(title, _names(seen, answers, known))
        yield Question("title", "", Text(N_("What is the programme called?")), title)
    if not answers.get("code"):
        yield Question("code", "", Text(N_("Its official number?")))
    if not years_told(answers.get("years")):
        asked = Text(N_("Its first and last year? (2021/2025)"))
        yield Question("years", "", asked, _years(seen, answers.get("reported-on") or day))


def _setter_questions(
    plans: list[Observation],
    indicators: dict[str, Indicator],
    units: dict[str, Unit | None],
    answers: Answers,
    known: Known,
) -> Iterator[Question]:
    """Ask who set targets; also where an earlier sheet says it, and they would replace others.

    Not those of the same source, nor where the sheet holds the target that is there.
    """
    before = [row["set_by"] for row in known.of("targets")]
    setter = answers.get("set-by") or (before[-1] if before else "")
    told: dict[tuple[str, ...], dict[tuple[str, ...], Observation]] = {}
    for one in plans:
        about, unit = indicators.get(one.title), units.get(one.unit)
        if about and unit and one.printed.value is not None:
            row = row_of(one, about, unit, answers, known, "targets") | {"set_by": setter}
            told.setdefault(key_of("targets", row)[1:], {})[said_in(row)] = one
    source = source_of(answers, known)
    for key, there in known.latest("targets", *KEYS["targets"]).items():
        own = told.get(key, {})
        if own and said_in(there) not in own and there["source"] != source:
            one = [*own.values()][-1]
            text = N_(
                "Who set the targets? “{title}” {period} is {value} as set by “{setter}” (source "
                "{source}), and {shown} here: the same name replaces it, another stands beside it."
            )
            also = {part: there[part] for part in ("period", "value", "source")}
            asked = Text(text, title=one.title, setter=setter, shown=one.printed.text, **also)
            yield Question("set-by", "", asked)
            return
    if not answers.get("set-by"):
        yield Question("set-by", "", Text(N_("Who set the targets?")), setter)


def source_of(answers: Answers, known: Known) -> str:
    """Give the id of the source that is said by its id or its title; empty of one that is new."""
    sources, said = known.titled("sources", "source"), answers.get("source")
    return sources.get(plainly(said), said if said in sources.values() else "")


def _names(found: Iterable[Observation], answers: Answers, known: Known) -> list[str]:
    """Give the names of units, as the programme, the answers and the sheet write them."""
    rows = [row.get(name, "") for row in known.of("units") for name in ("title_vi", "title_en")]
    return [*rows, answers.get("unit"), *dict.fromkeys(one.unit for one in found)]


def _is_office(line: str) -> bool:
    """Say whether a line over a table is the name of an office in a letterhead."""
    return line.isupper() and is_responsible(line) and not read_heading(line).period


def _annexed(contexts: Iterable[Context], known: Known) -> tuple[str, str]:
    """Give the report that a sheet is annexed to, and its day.

    Not where the programme has rows of that day or later: last year's line may stand there still.
    """
    last = max((row["reported_on"] for name in KEYS for row in known.of(name)), default="")
    told = ((c.source, c.day) for c in contexts if iso(c.day) > last)
    return next(told, ("", ""))


def _years(found: Iterable[Observation], reported: str) -> str:
    own = (one for one in found if one.period and one.kind not in COMPARISONS)
    periods = [parse_period(one.period) for one in own if not _is_split(one)]
    years = [day.year for period in periods for day in (period.start, period.end)]
    day = iso(reported)
    years += [date.fromisoformat(day).year] if day else []
    first, last = (min(years), max(years)) if years else ("", "")
    return f"{first}/{last}" if first != last else str(first)


def years_told(text: str) -> str:
    """Write years as ISO 8601 does; nothing of what are none."""
    try:
        return str(parse_period(iso_years(text)))
    except ValueError:
        return ""


def iso(text: str) -> str:
    """Write a day as ISO 8601 does; nothing of what is none."""
    day = iso_day(text)
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def add_programme(
    rows: Rows, found: Iterable[Observation], own: Unit, answers: Answers, known: Known
) -> None:
    """Add the source, and a meeting on the day of the report where none comes after it.

    The answers then hold the day and the years as ISO 8601 writes them, and the id of the source.

    Raises
    ------
    GiaobanError
        Where the programme can have no meeting on that day.
    """
    day = iso(answers.get("reported-on"))
    answers.one |= {"reported-on": day, "years": years_told(answers.get("years"))}
    said, name = answers.get("source"), source_of(answers, known)
    if not name:
        name = identifier(said, {row["source"] for row in known.of("sources")})
        rows.add("sources", {"source": name, "title": said})
    answers.one["source"] = name
    if not any(row["meeting_date"] >= day for row in known.of("meetings")):
        told, meeting = date.fromisoformat(day), {"meeting_date": day}
        refuse_meeting_outside(told, answers, known)
        # Its title is the program's own, and so in either language.
        for spoken in map(language, KEPT_IN):
            title = spoken.say(N_("Review meeting of {day}"), day=spoken.date(told))
            meeting[f"title_{spoken.code}"] = title
        rows.add("meetings", meeting)
