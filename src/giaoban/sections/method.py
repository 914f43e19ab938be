"""The sections of the report that account for it: method, footnotes, sources."""

from html import escape

import pandas as pd

from giaoban.claimwords import as_stated, derivation
from giaoban.language import N_
from giaoban.report import PROGRAMME_NOTE, Fragment, Report
from giaoban.whatif import SUPPOSED

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
    rules = "".join(f"<li>{say(rule)}</li>" for rule in RULES)
    scope = ""
    if pd.notna(programme["targets"]) and pd.notna(programme["task_groups"]):
        scope = say(
            "The programme sets {targets} targets and {groups} groups of tasks and solutions; the "
            "indicators here are those with published figures, not a list of these.",
            targets=f"{programme['targets']:.0f}",
            groups=f"{programme['task_groups']:.0f}",
        )
        scope = f"<p>{scope}{report.cite(*PROGRAMME_NOTE)}</p>"
    inputs = say("SHA-256 of the rows that this report rests on:")
    digest = report.review.known.fingerprint
    return Fragment(f"{scope}<ul>{rules}</ul><p>{inputs} <code>{digest}</code></p>")


def footnotes(report: Report, cited_only: bool = False) -> Fragment:
    """Lead every number, or every one that is cited, to what was printed, where and when."""
    items = [
        f'<li id="note-{number}"{_numbered(number) if cited_only else ""}>'
        f"{_note(report, table, row)}{_back(report, number)}</li>"
        for (table, row), number in report.notes.items()
        if number in report.cited or not cited_only
    ]
    return Fragment(f"<ol class='notes'>{''.join(items)}</ol>")


def _numbered(number: int) -> str:
    return f' value="{number}"'


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
    row, words, parts = report.tables[table].loc[number], report.wording, []
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
