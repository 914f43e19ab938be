"""What is on record: awards, what changed since the meeting before, actions, the meeting itself."""

from collections.abc import Iterator
from dataclasses import asdict

import pandas as pd
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.wording import ChangesTable, codes


def events(report: Report) -> Fragment:
    """List awards, ratings and milestones."""
    say, words = report.say, report.wording
    rows = [
        [
            words.local(row, "title") + report.citations.cite("events", number),
            words.named(codes.EVENT, row["kind"]),
            _period(report, row["period"]),
            words.title_of("unit", row["given_by"]) or say("not published"),
        ]
        for number, row in report.tables["events"].iterrows()
    ]
    if not rows:
        return report.paragraph("not published")
    header = [say("What"), say("Kind"), say("Period"), say("Given by")]
    return Fragment(html_table(say("Awards, ratings and milestones"), header, rows))


def _period(report: Report, period: object) -> str:
    return (
        report.language.period(period) if isinstance(period, str) else report.say("not published")
    )


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
    # What was revised or withdrawn comes first: it is what readers may have in mind otherwise.
    order = {"withdrawn": 0, "revised": 1, "new": 2}
    texts, rows = [], []
    for _, row in changed.sort_values("kind", key=lambda k: k.map(order)).iterrows():
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
    return html_table(caption, header, rows), ChangesTable(caption, header, texts)


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
        row[side], words.measure(row["indicator"]), None, row[f"qualifier_{side}"]
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


def actions(report: Report) -> Fragment:
    """Carry the actions of earlier meetings forward, with their state as of this one."""
    say, words = report.say, report.wording
    rows = [
        [
            words.local(row, "text"),
            report.language.date(row["meeting_date"]),
            words.title_of("unit", row["owner"]) or say("not published"),
            _day(report, row["due"]),
            Markup("; ").join(_state(report, row)),
        ]
        for _, row in report.review.actions.iterrows()
    ]
    if not rows:
        return report.paragraph("No action was published.")
    header = [say("Action"), say("Meeting"), say("Owner"), say("Due"), say("State")]
    return Fragment(html_table(say("Actions and their state at this meeting"), header, rows))


def _day(report: Report, day: pd.Timestamp) -> str:
    return report.say("not published") if pd.isna(day) else report.language.date(day)


def _state(report: Report, row: pd.Series) -> Iterator[str]:
    mark = report.marks.mark(codes.STATE, row["state"])
    if row["state"] == "closed":
        yield mark + " " + report.language.date(row["closed_on"])
        if pd.notna(row["days"]):
            yield report.say("{days} days late", days=row["days"])
    elif pd.notna(row["days"]):
        yield mark + " " + report.say("by {days} days", days=row["days"])
    else:
        yield mark


def meeting_record(report: Report) -> Fragment:
    """Give the meeting's record, section by section; actions have a section of their own."""
    known, records = report.review.known, report.tables["records"]
    here = records[records["meeting_date"] == known.meeting["meeting_date"]]
    sections = Markup().join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(
            report.wording.named(codes.RECORD, section),
            _texts(report, here[here["section"] == section]),
        )
        for section in codes.RECORD
    )
    return Fragment(Markup("<dl class='record'>{}</dl>").format(sections))


def _texts(report: Report, records: pd.DataFrame) -> Markup:
    if records.empty:
        return Markup("<p>{}</p>").format(report.say("not published"))
    items = Markup().join(
        Markup("<li>{}</li>").format(report.wording.local(row, "text"))
        for _, row in records.iterrows()
    )
    return Markup("<ul>{}</ul>").format(items)
