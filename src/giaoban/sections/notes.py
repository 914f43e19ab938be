"""Where every number is from: the footnotes and the sources."""

from html import escape

import pandas as pd

from giaoban.analysis import SUPPOSED
from giaoban.claimwords import as_stated, derivation
from giaoban.language import N_
from giaoban.report import PROGRAMME_NOTE, Fragment, Report


def footnotes(report: Report, cited_only: bool = False) -> Fragment:
    """Lead every number, or every one that is cited, to what was printed, where and when."""
    items = []
    for (table, row), number in report.notes.items():
        if number in report.cited or not cited_only:
            value = f' value="{number}"' if cited_only else ""
            text = _note(report, table, row) + _back(report, number)
            items.append(f'<li id="note-{number}"{value}>{text}</li>')
    return Fragment(f"<ol class='notes'>{''.join(items)}</ol>")


def _back(report: Report, number: int) -> str:
    if number not in report.cited:
        return ""
    label = report.say("back to where note {number} is first cited", number=number)
    return f' <a href="#cite-{number}" aria-label="{label}">↩</a>'


def _note(report: Report, table: str, number: int) -> str:
    if (table, number) == PROGRAMME_NOTE:
        text = report.say("The programme’s description of itself in its data package.")
        source = report.source(report.review.known.package.programme["source"])
        return f"{text} {source}" if source else text
    row, words, parts = report.tables[table].loc[[number]].iloc[0], report.wording, []
    table = table.removesuffix("_replaced")
    if table in ("events", "rules"):
        parts.append(words.local(row, "title"))
    else:
        parts.append(words.title_of("indicator", row["indicator"]))
        parts.append(_what(report, table, row))
    if isinstance(row.get("period"), str):
        parts.append(report.language.period(row["period"]))
    definition = words.title_of("definition", row.get("definition"))
    text = ", ".join(escape(part) for part in [*parts, definition] if part)
    printed = row.get("as_published")
    if isinstance(printed, str):
        said = report.foreign(printed, row["source"])
        text += "; " + report.around(N_("printed “{text}”"), text=said)
    if table == "figures":
        note = words.local(row, "note")
        text += f". {escape(note)}" if note else ""
    if row.get("obs_status") == SUPPOSED:
        return text + ". " + report.say("A supposition, no figure of the programme.")
    source = f"; {report.source(row['source'])}" if isinstance(row["source"], str) else ""
    reported = report.say("Reported on {day}", day=report.language.date(row["reported_on"]))
    return f"{text.removesuffix('.')}. {reported}{source}."


def _what(report: Report, table: str, row: pd.Series) -> str:
    say, words = report.language.say, report.wording
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
    items = []
    for _, row in report.tables["sources"].iterrows():
        day = row["published_on"]
        parts = [report.foreign(row[name], row["source"]) for name in ("title", "publisher")]
        parts += [report.language.date(day) if pd.notna(day) else "", _locator(report, row)]
        text = ". ".join(part for part in parts if part)
        items.append(f'<li id="source-{row["source"]}">{text}.</li>')
    if not items:
        return report.paragraph("not published")
    return Fragment(f"<ul class='sources'>{''.join(items)}</ul>")


def _locator(report: Report, source: pd.Series) -> str:
    """Give where a source is found; an address leads there, and stands written out on paper."""
    locator = source["locator"]
    if isinstance(locator, str) and locator.startswith(("https://", "http://")):
        return f'<a href="{escape(locator)}">{escape(locator)}</a>'
    return report.foreign(locator, source["source"])
