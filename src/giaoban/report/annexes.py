"""What the end of the report explains: method, words, footnotes, sources."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.report.citations import (
    PRINTED,
    PROGRAMME,
    PROGRAMME_NOTE,
    SUPPOSITION,
    Line,
    Origin,
)
from giaoban.report.html import Fragment
from giaoban.report.page import Report
from giaoban.wording import TERMS, as_stated, rules_used, subject, takes_in


def footnotes(report: Report, cited_only: bool = False) -> Fragment:
    """Lead every number, or every one that is cited, to where and when it was reported.

    Each source has one note for a day; a number of which there is more to say has its own line
    in it: how it was printed, where that differs from what the page shows, or how it came about.
    """
    citations, items = report.citations, []
    for label, origin in citations.origins.items():
        lines = citations.lines[label]
        if cited_only:
            lines = {own: line for own, line in lines.items() if own in citations.cited}
            if not lines and label not in citations.cited:
                continue
        items.append(_item(report, label, _origin(report, origin), [*_lines(report, lines)]))
    printed = any(report.tables[name]["as_published"].notna().any() for name in PRINTED)
    text = report.say(
        "Where a number was printed otherwise than it stands here, but for its decimal mark, its "
        "note says how."
    )
    told = Markup("<p>{}</p>").format(text) if printed else Markup()
    return Fragment(told + Markup("<ol class='notes'>{}</ol>").format(Markup().join(items)))


def _item(report: Report, label: str, text: str, more: Sequence[str] = ()) -> Markup:
    """Write a note under its number; it leads back to where it is first cited."""
    back = Markup()
    if label in report.citations.cited:
        said = report.say("back to where note {number} is first cited", number=label)
        back = Markup(' <a href="#cite-{}" aria-label="{}">↩</a>').format(label, said)
    within = Markup("<ol>{}</ol>").format(Markup().join(more)) if more else Markup()
    return Markup('<li id="note-{}"><b>{}</b> {}{}{}</li>').format(label, label, text, back, within)


def _origin(report: Report, origin: Origin) -> str:
    """Say when a number was reported, and where."""
    citations, source = report.citations, origin.source
    if origin == PROGRAMME:
        text = report.say("The programme’s description of itself in its data package.")
        source = report.review.known.package.programme["source"]
        return text + " " + citations.source(source) if source else text
    if origin == SUPPOSITION:
        return report.say("A supposition, no figure of the programme.")
    text = report.say("Reported on {day}", day=report.language.date(date.fromisoformat(origin.day)))
    return (text + "; " + citations.source(source) if source else text) + "."


def _lines(report: Report, lines: Mapping[str, Line]) -> Iterator[Markup]:
    """Say of which numbers there is more to say, and what."""
    for label, line in lines.items():
        named: dict[str, list[str]] = {}
        for table, number in line.rows:
            row = report.tables[table].loc[[number]].iloc[0]
            stated, name = _stated(report, table.removesuffix("_replaced"), row)
            period = report.language.period(row["period"])
            named.setdefault(name, []).append(f"{stated} ({period})")
        told = "; ".join(f"{name}, {', '.join(numbers)}" for name, numbers in named.items())
        yield _item(report, label, Markup("{}. {}").format(told, line.text))


def _stated(report: Report, table: str, row: pd.Series) -> tuple[str, str]:
    """Give the number of a row as the page shows it, and what it is of."""
    words = report.wording
    name = words.title_of("indicator", row["indicator"])
    if table == "figures":
        return words.figure(row), name
    if table == "claims":
        return as_stated(words, row), subject(words, row)
    number = report.language.figure(
        row["value"], words.measure(row["indicator"]), None, row["qualifier"], row["value_to"]
    )
    by = words.title_of("unit", row["set_by"])
    return report.say("target set by {unit}: {number}", unit=by, number=number), name


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
        return report.paragraph("No source has been entered.")
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
            "definition", id_, words.title_of("definition", id_), takes_in(words, id_) or "–"
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


def _facts(report: Report) -> Markup:
    """List the unit, the meeting, until when figures count, and who decided the programme."""
    say, words, known = report.say, report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    facts = {
        say("Unit"): words.title_of("unit", known.unit),
        say("Meeting"): report.language.date(meeting["meeting_date"]),
        say("Figures known by"): report.language.date(meeting["data_cutoff"]),
    }
    if pd.notna(programme["decided_on"]):
        by = [report.language.date(programme["decided_on"]), words.local(programme, "decided_by")]
        cited = report.citations.cite(*PROGRAMME_NOTE)
        facts[say("Decided on")] = ", ".join(part for part in by if part) + cited
    listed = Markup().join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, fact)
        for name, fact in facts.items()
    )
    return Markup('<dl class="facts">{}</dl>').format(listed)


def how_judged(report: Report) -> Fragment:
    """Say how the figures were judged, and what the programme does not let anyone say."""
    say, programme = report.say, report.review.known.package.programme
    scope = Markup()
    if pd.notna(programme["targets"]) and pd.notna(programme["task_groups"]):
        targets, groups = N_("{number} targets"), N_("{number} groups of tasks and solutions")
        targets = N_("1 target") if programme["targets"] == 1 else targets
        groups = N_("1 group of tasks and solutions") if programme["task_groups"] == 1 else groups
        text = say(
            "The programme sets {targets} and {groups}; the indicators here are those with "
            "published figures, not a list of these.",
            targets=say(targets, number=f"{programme['targets']:.0f}"),
            groups=say(groups, number=f"{programme['task_groups']:.0f}"),
        )
        scope = Markup("<p>{}{}</p>").format(text, report.citations.cite(*PROGRAMME_NOTE))
    html = Markup(
        "{facts}{scope}<ul>{rules}</ul><p>{inputs} <code>{fingerprint}</code></p>"
    ).format(
        facts=_facts(report),
        scope=scope,
        rules=Markup().join(
            Markup("<li>{}</li>").format(rule)
            for rule in rules_used(report.review, report.language)
        ),
        inputs=say("SHA-256 of the rows that this report rests on:"),
        fingerprint=report.review.known.fingerprint,
    )
    return Fragment(html)
