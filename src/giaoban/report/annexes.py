"""What the end of the report explains: method, words, footnotes, sources."""

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import SUPPOSED
from giaoban.catalogues import N_
from giaoban.report.citations import PROGRAMME_NOTE
from giaoban.report.html import Fragment
from giaoban.report.page import Report
from giaoban.wording import TERMS, as_stated, derivation


def footnotes(report: Report, cited_only: bool = False) -> Fragment:
    """Lead every number, or every one that is cited, to what was printed, where and when."""
    items = []
    for (table, row), number in report.citations.notes.items():
        if number in report.citations.cited or not cited_only:
            item = Markup('<li id="note-{number}"{value}>{text}{back}</li>').format(
                number=number,
                value=Markup(' value="{}"').format(number) if cited_only else "",
                text=_note(report, table, row),
                back=_back(report, number),
            )
            items.append(item)
    return Fragment(Markup("<ol class='notes'>{}</ol>").format(Markup().join(items)))


def _back(report: Report, number: int) -> Markup:
    if number not in report.citations.cited:
        return Markup()
    label = report.say("back to where note {number} is first cited", number=number)
    return Markup(' <a href="#cite-{}" aria-label="{}">↩</a>').format(number, label)


def _note(report: Report, table: str, number: int) -> str:
    citations, words = report.citations, report.wording
    if (table, number) == PROGRAMME_NOTE:
        text = report.say("The programme’s description of itself in its data package.")
        source = citations.source(report.review.known.package.programme["source"])
        return text + " " + source if source else text
    row, table = report.tables[table].loc[[number]].iloc[0], table.removesuffix("_replaced")
    text = Markup(", ").join(part for part in _subject(report, table, row) if part)
    if isinstance(row.get("as_published"), str):
        printed = citations.foreign(row["as_published"], row["source"])
        text += "; " + report.around(N_("printed “{text}”"), text=printed)
    if table == "figures" and (note := words.local(row, "note")):
        text += f". {note}"
    if row.get("obs_status") == SUPPOSED:
        return text + ". " + report.say("A supposition, no figure of the programme.")
    reported = report.say("Reported on {day}", day=report.language.date(row["reported_on"]))
    text = text.removesuffix(".") + ". " + reported
    if isinstance(row["source"], str):
        text += "; " + citations.source(row["source"])
    return text + "."


def _subject(report: Report, table: str, row: pd.Series) -> list[str]:
    """Name what a row is about: what it says, of which period, what was counted."""
    words = report.wording
    if table in ("events", "rules"):
        parts = [words.local(row, "title")]
    else:
        parts = [words.title_of("indicator", row["indicator"]), _stated(report, table, row)]
    if isinstance(row.get("period"), str):
        parts.append(report.language.period(row["period"]))
    return [*parts, words.title_of("definition", row.get("definition"))]


def _stated(report: Report, table: str, row: pd.Series) -> str:
    say, words = report.say, report.wording
    if table == "figures":
        return words.figure(row)
    if table == "claims":
        return as_stated(words, row)
    number = report.language.figure(
        row["value"], words.measure(row["indicator"]), None, row["qualifier"]
    )
    by = words.title_of("unit", row["set_by"])
    text = say("target set by {unit}: {number}", unit=by, number=number)
    if isinstance(row["derivation"], str):
        how = derivation(words, row["derivation"])
        text += "; " + say("worked out, not published as such: {derivation}", derivation=how)
    return text


def sources(report: Report) -> Fragment:
    """List the sources in full."""
    items, foreign = [], report.citations.foreign
    for _, row in report.tables["sources"].iterrows():
        day = row["published_on"]
        parts = [foreign(row[name], row["source"]) for name in ("title", "publisher")]
        parts += [report.language.date(day) if pd.notna(day) else "", _locator(report, row)]
        text = Markup(". ").join(part for part in parts if part)
        items.append(Markup('<li id="source-{}">{}.</li>').format(row["source"], text))
    if not items:
        return report.paragraph("not published")
    return Fragment(Markup("<ul class='sources'>{}</ul>").format(Markup().join(items)))


def _locator(report: Report, source: pd.Series) -> str:
    """Give where a source is found; an address leads there, and stands written out on paper."""
    locator = source["locator"]
    if isinstance(locator, str) and locator.startswith(("https://", "http://")):
        return Markup('<a href="{address}">{address}</a>').format(address=locator)
    return report.citations.foreign(locator, source["source"])


def glossary(report: Report) -> Fragment:
    """Explain the definitions of the figures and the words that the page has used."""
    entry, words = Markup('<div id="{}-{}"><dt>{}</dt><dd>{}</dd></div>'), report.wording
    items = [
        entry.format(
            "definition", id_, words.title_of("definition", id_), words.takes_in(id_) or "–"
        )
        for id_ in report.tables["definitions"]["definition"]
    ]
    used = report.terms.explained | _in_sentences(report)
    items += [
        entry.format("term", key, report.say(term.name), report.say(term.meaning))
        for key, term in TERMS.items()
        if key in used
    ]
    return Fragment(Markup('<dl class="glossary">{}</dl>').format(Markup().join(items)))


def _in_sentences(report: Report) -> set[str]:
    """Give the words that stand in sentences, where they cannot be pointed at."""
    shares = report.tables["indicators"]["unit_measure"].eq("percent").any()
    derived = report.tables["targets"]["derivation"].notna().any()
    return {key for key, used in (("points", shares), ("worked_out", derived)) if used}


RULES = (
    N_(
        "Figures are never compared across a change of definition, a break of the series, a "
        "change of the unit, or periods of different length. A part of a year is compared with "
        "the same months of an earlier year."
    ),
    N_("A difference of two percentages is in percentage points."),
    N_(
        "“Over”, “at least”, “about” leave a range open; a verdict is given only where it holds "
        "for the whole range. “About” is taken as half a unit of the last digit that is not zero."
    ),
    N_("A total over several years is never spread over single years."),
    N_(
        "A count over a part of its target’s period is judged only where what is still to come "
        "cannot change the verdict."
    ),
    N_(
        "A slope needs 3 comparable figures; it is the median of the slopes between all pairs "
        "(Theil–Sen), with the exact interval that Kendall’s statistic gives: 67% for 3 figures, "
        "92% for 4, at least 95% from 5 on. Rising or falling is said from 5 on."
    ),
    N_(
        "A projection is a straight line of least squares through 3 comparable figures or more, "
        "with its 95% prediction interval, cut off at what is possible. It is no promise."
    ),
    N_(
        "Progress is the yearly growth rate so far over the one that the target asks for "
        "(Eurostat’s method for indicators with a target): 95% or more is on track, less is "
        "behind, below 0 is moving away. It needs 3 comparable figures. A target that was reached "
        "at the start is on track while it is kept, else moving away."
    ),
    N_(
        "An XmR chart needs 8 comparable figures; its limits are the mean and 2.66 times the "
        "mean moving range either way, its signals those of NHS England’s Making Data Count."
    ),
    N_(
        "Intervals of shares are Wilson’s, of their differences Newcombe’s, at 95%; none is given "
        "where the counts were not published."
    ),
    N_(
        "The limits of a funnel plot are those of the binomial distribution at 95% and 99.8% "
        "(Spiegelhalter). A rank says nothing of units that differ by less than chance."
    ),
    N_("What was not published is printed as not published; nothing is filled in."),
)


def how_judged(report: Report) -> Fragment:
    """Say how the figures were judged, and what the programme does not let anyone say."""
    say, programme = report.say, report.review.known.package.programme
    scope = Markup()
    if pd.notna(programme["targets"]) and pd.notna(programme["task_groups"]):
        text = say(
            "The programme sets {targets} targets and {groups} groups of tasks and solutions; the "
            "indicators here are those with published figures, not a list of these.",
            targets=f"{programme['targets']:.0f}",
            groups=f"{programme['task_groups']:.0f}",
        )
        scope = Markup("<p>{}{}</p>").format(text, report.citations.cite(*PROGRAMME_NOTE))
    html = Markup("{scope}<ul>{rules}</ul><p>{inputs} <code>{fingerprint}</code></p>").format(
        scope=scope,
        rules=Markup().join(Markup("<li>{}</li>").format(say(rule)) for rule in RULES),
        inputs=say("SHA-256 of the rows that this report rests on:"),
        fingerprint=report.review.known.fingerprint,
    )
    return Fragment(html)
