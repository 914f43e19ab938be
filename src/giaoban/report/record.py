"""What is on record: awards, what changed since the meeting before, actions, the meeting itself."""

from collections.abc import Iterator
from dataclasses import asdict

import pandas as pd
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.wording import ChangesTable, ask_lines, codes, tally_of_actions

# Of what to ask for so many lines are told at once.
ASKED = 7


def events(report: Report) -> Fragment:
    """List awards, ratings and milestones."""
    say, words = report.say, report.wording
    rows = [
        [
            words.local(row, "title") + report.citations.cite("events", number),
            words.named(codes.EVENT, row["kind"]),
            _period(report, row["period"]),
            words.title_of("unit", row["given_by"]) or "–",
        ]
        for number, row in report.tables["events"].iterrows()
    ]
    if not rows:
        return report.paragraph("No rating, award or milestone has been entered.")
    header = [say("What"), say("Kind"), say("Period"), say("Given by")]
    return Fragment(html_table(say("Awards, ratings and milestones"), header, rows))


def _period(report: Report, period: object) -> str:
    return report.language.period(period) if isinstance(period, str) else "–"


def changes(report: Report) -> Fragment:
    """List what is new, revised or withdrawn since the meeting before."""
    if report.review.known.previous is None:
        return report.paragraph("No earlier meeting of the programme is on record.")
    captions = {
        "figures": N_("Figures changed since the meeting before"),
        "targets": N_("Targets changed since the meeting before"),
    }
    changed = {"figures": report.review.changes, "targets": report.review.target_changes}
    tables = {
        name: _changes(report, name, rows, report.say(captions[name]))
        for name, rows in changed.items()
        if len(rows)
    }
    if not tables:
        return report.paragraph("Nothing changed since the meeting before.")
    html = Markup().join(table for table, _ in tables.values())
    return Fragment(html, {"changes": [asdict(texts) for _, texts in tables.values()]})


def _changes(
    report: Report, table: str, changed: pd.DataFrame, caption: str
) -> tuple[Markup, ChangesTable]:
    """Give a table for the page, each side with its footnote, and its bare texts."""
    say, words = report.say, report.wording
    # What is new stands in the report; the rest is what readers may have in mind otherwise.
    other = changed[changed["kind"] != "new"].sort_values("kind", ascending=False)
    texts, rows = [], []
    for _, row in other.iterrows():
        first = [
            words.title_of("indicator", row["indicator"]),
            report.language.period(row["period"]),
            words.named(codes.CHANGE, row["kind"]),
        ]
        before, after = _side(report, row, "before"), _side(report, row, "after")
        texts.append([*first, before, after])
        before += _cite_before(report, table, row["row_before"])
        rows.append([*first, before, after + report.citations.cite(table, row["row"])])
    header = [say("Indicator"), say("Period"), say("Kind"), say("Before"), say("After")]
    html = html_table(caption, header, rows) if rows else Markup()
    note = _new(report, table, changed)
    html += Markup("<p>{}</p>").format(note) if note else ""
    return html, ChangesTable(caption, header, texts, note)


def _new(report: Report, table: str, changed: pd.DataFrame) -> str:
    """Count what is new, and name its indicators."""
    new = changed[changed["kind"] == "new"]
    if new.empty:
        return ""
    sentence = N_("New figures: {number}, of {names}.")
    if table == "targets":
        sentence = N_("New targets: {number}, of {names}.")
    names = [report.wording.title_of("indicator", i) for i in new["indicator"].drop_duplicates()]
    return report.say(sentence, number=len(new), names=report.wording.some(names))


def _cite_before(report: Report, table: str, number: float) -> Markup:
    """Lead to the row that counted at the meeting before, replaced since or not."""
    replaced = number in report.tables[f"{table}_replaced"].index
    return report.citations.cite(f"{table}_replaced" if replaced else table, number)


def _side(report: Report, row: pd.Series, side: str) -> str:
    """Write a figure before or after, with what it counted where that changed."""
    if pd.isna(row[side]):
        return "–" if row["kind"] == "new" else report.say("withdrawn")
    words = report.wording
    text = report.language.figure(
        row[side],
        words.measure(row["indicator"]),
        None,
        row[f"qualifier_{side}"],
        row[f"value_to_{side}"],
    )
    counted = {s: words.title_of("definition", row[f"definition_{s}"]) for s in ("before", "after")}
    if row["kind"] == "revised" and counted["before"] != counted["after"]:
        text += f" ({counted[side]})" if counted[side] else ""
    part, whole = (row.get(f"{name}_{side}") for name in ("numerator", "denominator"))
    if pd.notna(part) and pd.notna(whole):
        counts = report.say("{part} of {whole}", part=f"{part:.0f}", whole=f"{whole:.0f}")
        text += f" ({counts})"
    statuses = codes.OBS_STATUS | codes.BREAK
    if (status := row.get(f"obs_status_{side}")) in statuses:
        text += f" ({words.named(statuses, status)})"
    return text


def actions(report: Report, followed: pd.DataFrame | None = None) -> Fragment:
    """Carry what earlier meetings decided forward, with its state as of this one.

    Parameters
    ----------
    report : Report
        The report.
    followed : DataFrame
        From `giaoban.asof.follow_actions`; else the review's own.
    """
    report.review.hand(actions=followed)
    say, words = report.say, report.wording
    rows = [
        [
            words.local(row, "text"),
            words.named(codes.CARRIED, row["section"]),
            report.language.date(row["meeting_date"]),
            words.title_of("unit", row["owner"]) or "–",
            _day(report, row["due"]),
            Markup("; ").join(_state(report, row)),
        ]
        for _, row in report.review.actions.iterrows()
    ]
    if not rows:
        return report.paragraph("No action or conclusion has been entered.")
    header = [
        say("What"),
        say("Kind"),
        say("Meeting"),
        say("Responsible"),
        say("Due"),
        say("State"),
    ]
    caption = say(
        "Actions and conclusions, and their state at this meeting: {counts}",
        counts=tally_of_actions(words, report.review.actions),
    )
    return Fragment(html_table(caption, header, rows))


def _day(report: Report, day: pd.Timestamp) -> str:
    return "–" if pd.isna(day) else report.language.date(day)


def _state(report: Report, row: pd.Series) -> Iterator[str]:
    mark = report.marks.mark(codes.STATE, row["state"])
    if pd.notna(row["closed_on"]):
        yield mark + " " + report.language.date(row["closed_on"])
        if pd.notna(row["days"]):
            yield report.say("{days} days late", days=row["days"])
    elif pd.notna(row["days"]):
        yield mark + " " + report.say("by {days} days", days=row["days"])
    else:
        yield mark


def meeting_record(report: Report) -> Fragment:
    """Give the meeting's record by its sections; actions have a section of their own."""
    known, records = report.review.known, report.tables["records"]
    here = records[records["meeting_date"] == known.meeting["meeting_date"]]
    if not here["section"].isin(codes.RECORD).any():
        return report.paragraph("No record of this meeting has been entered.")
    sections = Markup().join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(
            report.wording.named(codes.RECORD, section),
            _texts(report, here[here["section"] == section]),
        )
        for section in codes.RECORD
        if here["section"].eq(section).any()
    )
    return Fragment(Markup("<dl class='record'>{}</dl>").format(sections))


def _texts(report: Report, records: pd.DataFrame) -> Markup:
    items = Markup().join(
        Markup("<li>{}{}</li>").format(
            report.wording.local(row, "text"), kind_of_cause(report, row)
        )
        for _, row in records.iterrows()
    )
    return Markup("<ul>{}</ul>").format(items)


def asks(report: Report, found: pd.DataFrame | None = None) -> Fragment:
    """List what to ask for, first what is overdue; the rest of a long list is folded away.

    Parameters
    ----------
    report : Report
        The report.
    found : DataFrame
        From `giaoban.analysis.find_asks`; else the review's own.
    """
    report.review.hand(asks=found)
    said = [*ask_lines(report.wording, report.review.asks)]
    lines = [Markup("<li><b>{}</b>: {}</li>").format(*line) for line in said]
    if not lines:
        return report.paragraph("There is nothing to ask for.")
    html, rest = Markup('<ul class="told">{}</ul>'), lines[ASKED:]
    told = html.format(Markup().join(lines[:ASKED]))
    if rest:
        title, fold = report.say("And {number} more", number=len(rest)), Markup().join(rest)
        told += Markup("<details><summary>{}</summary>{}</details>").format(
            title, html.format(fold)
        )
    return Fragment(told, {"asks": [list(line) for line in said]})


def kind_of_cause(report: Report, row: pd.Series) -> str:
    """Say in brackets whether a cause lay within the office's own power, where that is said."""
    kind = row["cause"]
    return f" ({report.wording.named(codes.CAUSE, kind)})" if isinstance(kind, str) else ""
