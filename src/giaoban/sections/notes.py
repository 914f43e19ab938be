"""What the end of the report explains: footnotes, sources, and the words of the report."""

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import SUPPOSED
from giaoban.citations import PROGRAMME_NOTE
from giaoban.claimwords import as_stated, derivation
from giaoban.language import N_
from giaoban.markup import Fragment
from giaoban.report import Report
from giaoban.vocabulary import TERMS


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
