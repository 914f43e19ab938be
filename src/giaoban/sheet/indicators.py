"""Which indicators the titles of a sheet are: those of the programme, or new ones with ids."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.language import identifier
from giaoban.sheet.answers import SKIP, Answers, Question
from giaoban.sheet.better import two_ways, way_better
from giaoban.sheet.forms import Observation, fractions_in
from giaoban.sheet.known import Known, Row, nearly, plainly
from giaoban.sheet.words import (
    COMPARISONS,
    better_of,
    comes_or_goes,
    counts_what_is_there,
    is_amount,
    is_growth,
    is_of_a_year,
    is_percent,
)
from giaoban.tables import VIETNAMESE, adds_up, is_rate, local, unit_of

NEW = "new"
PERCENT, FRACTION, COUNT, NUMBER = "percent", "fraction", "count", "number"
# What growth is in, which is no share.
SIGN = "%"
_IN_SOMETHING = re.compile(
    r"(?:.*: )?(?:tổng )?(?:mức )?(?:diện tích|năng suất|sản lượng|khối lượng|giá trị|doanh thu"
    r"|kinh phí|vốn|quỹ|ngân sách|thu (?:ngân sách|nhập|thuế|phí|quỹ)|chi (?:ngân sách"
    r"|thường xuyên|đầu tư)|đầu tư|giải ngân|kim ngạch|chỉ số)(?!\w)"
    r"|(?:total |annual |public |capital |current )*(?:spending|expenditures?|expenses?|budget"
    r"|costs?"
    r"|revenues?|turnover|sales|investments?|debts?|area|yield|output|volume|value"
    r"|funding)(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng|suất)|tốc độ|share|rate|percentage", re.IGNORECASE)


@dataclass(frozen=True)
class Indicator:
    """An indicator that a sheet has figures of.

    Attributes
    ----------
    id, title : str
        Its id, and what the sheet calls it.
    measure, unit : str
        ``percent``, ``fraction`` (a share that the sheet writes as 0.978), ``count``, ``number``
        or another of the programme; what a count or number is in.
    better : str
        ``up``, ``down`` or ``none``.
    under : str
        The title of the row that it stands under.
    office : str
        Who answers for it.
    is_new : bool
        Whether the programme does not have it yet.
    adds_up : bool or None
        Whether it adds up over time, as the programme has it; None of a new one.
    whole : Indicator or None
        What it is a part of, in the same unit.
    is_assumed : bool
        Whether neither a word nor a target says for certain which way is better.
    """

    id: str
    title: str
    measure: str
    unit: str
    better: str
    under: str
    office: str
    is_new: bool
    adds_up: bool | None = None
    whole: "Indicator | None" = None
    is_assumed: bool = False

    @property
    def grows(self) -> bool:
        """Whether it is growth or a change in percent, and no share of a whole."""
        return (self.measure, self.unit) == (NUMBER, SIGN)

    @property
    def sums(self) -> bool:
        """Whether its years make one number of all of them, as far as anybody has said."""
        return self.adds or (self.measure == COUNT and not self.stays)

    @property
    def stays(self) -> bool:
        """Whether it counts what is there each year, such as teachers, by the programme or name."""
        part = self.whole and self.whole.stays and not comes_or_goes(self.title)
        named = part or counts_what_is_there(self.title)
        return self.measure == COUNT and (named if self.adds_up is None else not self.adds_up)

    @property
    def in_ratio(self) -> bool:
        """Whether so many percent of it mean something: of counts and amounts, of no rate."""
        return self.measure in (COUNT, NUMBER) and not is_rate(self.unit)

    @property
    def adds(self) -> bool:
        """Whether it is an amount that adds up over time: by the programme, its name, its whole."""
        rate = is_rate(self.unit) or "/" in self.unit
        named = not rate and ((self.whole and self.whole.adds) or is_of_a_year(self.title))
        return self.measure == NUMBER and (named if self.adds_up is None else self.adds_up)


def indicators_of(
    found: Iterable[Observation], answers: Answers, known: Known
) -> tuple[dict[str, Indicator], list[Question]]:
    """Name the indicators of a sheet by their titles, in their order, and what is to be asked."""
    by_title: dict[str, list[Observation]] = {}
    for seen in found:
        by_title.setdefault(seen.title, []).append(seen)
    there = {row["indicator"]: row for row in known.of("indicators")}
    titled, taken = known.titled("indicators", "indicator"), {*there}
    named: dict[str, Indicator] = {}
    questions: list[Question] = []
    classes: dict[str, list[str]] = {}
    for over, last in map(_parted, by_title):
        classes.setdefault(over, []).append(last)
    for title, own in by_title.items():
        said = answers.get("row", title) or titled.get(plainly(title), "")
        near = nearly(title, titled)
        if not said and near:
            questions.append(_like(title, near, local(there[near], "title", VIETNAMESE)))
        if said == SKIP or (not said and near):
            continue
        name = identifier(title, taken) if said in ("", NEW) else said
        row = there.get(name)
        taken.add(name)
        over = next((seen.under for seen in own if seen.under), "")
        grows = bool((whole := named.get(over)) and whole.grows)
        one, asked = _indicator(name, title, own, answers, row, grows)
        group, last = _parted(title)
        better = answers.get("better", name) or answers.get("better", title)
        better = (row or {}).get("better", "") or better or better_of(last, classes[group])
        asked += [] if better else two_ways(name, title, one.better, own)
        whole = whole if whole and whole.unit == one.unit else None
        one = replace(one, better=better, is_assumed=False) if better else one
        named[title] = replace(one, whole=whole)
        questions += asked if title else []
    return named, questions


def _parted(title: str) -> tuple[str, str]:
    """Part the last of what a title names from what stands over it; a share goes with its whole."""
    *over, last = re.split(r": (?!tỷ lệ$)", title)
    return ": ".join(over), last


def _like(title: str, near: str, other: str) -> Question:
    text = Text(
        N_("“{title}” is much like “{other}”: is it that one ({id}), a new one, or none at all?"),
        title=title,
        other=other,
        id=near,
    )
    return Question("row", title, text, near, (near, NEW, SKIP))


def _indicator(
    name: str,
    title: str,
    found: list[Observation],
    answers: Answers,
    row: Row | None,
    grows: bool,
) -> tuple[Indicator, list[Question]]:
    printed = next((seen.measure for seen in found if seen.measure), "")
    said = answers.get("measure", name) or answers.get("measure", title)
    measure, unit = _measure(title, printed, found, said)
    grows = said == SIGN or (not said and (grows or _is_growth(title, found)))
    if measure == PERCENT and grows:
        measure, unit = NUMBER, SIGN
    if row:
        measure = measure if measure == FRACTION else row["unit_measure"]
        unit = unit_of(row)
    better, assumed = way_better(title, found)
    questions = []
    if not measure:
        text = N_("What is “{title}” in: percent, a count, or a unit such as tỷ đồng?")
        asked = Text(text, title=title)
        if (part := _part_of_one(found)) and not _IN_SOMETHING.match(title):
            text = N_(
                "“{title}” has {shown} in {place}, which is no whole number: what is it in: "
                "percent, or a unit such as tỷ đồng? (Or mend the cell, where it is a count)"
            )
            asked = Text(text, title=title, shown=part.printed.text, place=part.place)
        questions.append(Question("measure", name, asked))
    elif (measure == PERCENT or unit == SIGN) and not said and (fractions := fractions_in(found)):
        questions.append(_or_fraction(name, title, unit or PERCENT, fractions[0]))
    under = next((seen.under for seen in found if seen.under), "")
    office = next((seen.office for seen in found if seen.office), "")
    filled = row and row | {"additive": {"true": True, "false": False}.get(row.get("additive", ""))}
    adds = adds_up(filled) if filled else None
    told = Indicator(name, title, measure, unit, better, under, office, not row, adds)
    return replace(told, is_assumed=assumed), questions


def _or_fraction(name: str, title: str, measure: str, seen: Observation) -> Question:
    """Ask whether a number under % is so many percent; typed as text it is as likely that."""
    text = N_("“{title}” has {shown} under %: so many percent, or a fraction (1 is 100%)?")
    asked = Text(text, title=title, shown=seen.printed.text)
    likely = "" if seen.printed.rules else FRACTION
    return Question("measure", name, asked, likely, (measure, FRACTION))


def _measure(title: str, printed: str, found: list[Observation], said: str) -> tuple[str, str]:
    """Say what an indicator is in; nothing where the sheet does not tell."""
    prints = [seen.printed for seen in found if seen.kind not in COMPARISONS]
    values = [value for one in prints if not one.counts for value in one.values]
    whole = all(value % 1 == 0 and value >= 0 for value in values)
    if said in (PERCENT, FRACTION, COUNT):
        return said, ""
    told, signed = said or printed, any(one.text.endswith("%") for one in prints)
    if is_percent(told) or (not told and signed):
        return PERCENT, ""
    if told and not (said or is_amount(told)) and any(one.may_be_thousands for one in prints):
        return "", ""
    if told:
        return (NUMBER if is_amount(told) or not whole else COUNT), told
    if _SHARE.match(title) and all(0 <= value <= 100 for value in values):
        return PERCENT, ""
    # What is measured is in something: hectares, or millions; it is no count.
    return (COUNT, "") if whole and not _IN_SOMETHING.match(title) else ("", "")


def _part_of_one(found: list[Observation]) -> Observation | None:
    """Give the first number that is none of whole things."""
    own = (seen for seen in found if seen.kind not in COMPARISONS and not seen.printed.counts)
    return next((s for s in own if any(value % 1 for value in s.printed.values)), None)


def _is_growth(title: str, found: list[Observation]) -> bool:
    """Say whether a percentage is none of a whole, by its name or as it lies below 0.

    One above 100 may as well be a share that was mistyped: that is for a person to say.
    """
    values = [v for seen in found for v in seen.printed.values if seen.kind not in COMPARISONS]
    return is_growth(title) or any(value < 0 for value in values)
