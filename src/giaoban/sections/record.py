"""The meeting's record, the actions carried over to it, and awards."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.report import Fragment, Report
from giaoban.tables import html_table


def events(report: Report) -> Fragment:
    """List awards, ratings and milestones."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.local(row, "title")) + report.cite("events", number),
            words.named(vocabulary.EVENT, row["kind"]),
            _period(report, row["period"]),
            escape(words.title_of("unit", row["given_by"])) or say("not published"),
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


def meeting_record(report: Report) -> Fragment:
    """Give the meeting's record, section by section; actions have a section of their own."""
    known = report.review.known
    records = report.tables["records"]
    here = records[records["meeting_date"] == known.meeting["meeting_date"]]
    parts = []
    for section, name in vocabulary.RECORD.items():
        items = [
            f"<li>{escape(report.wording.local(row, 'text'))}</li>"
            for _, row in here[here["section"] == section].iterrows()
        ]
        silent = report.say("not published")
        body = f"<ul>{''.join(items)}</ul>" if items else f"<p>{silent}</p>"
        parts.append(f"<dt>{report.say(name)}</dt><dd>{body}</dd>")
    return Fragment(f"<dl class='record'>{''.join(parts)}</dl>")


def actions(report: Report) -> Fragment:
    """Carry the actions of earlier meetings forward, with their state as of this one."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.local(row, "text")),
            report.language.date(row["meeting_date"]),
            escape(words.title_of("unit", row["owner"])) or say("not published"),
            _day(report, row["due"]),
            "; ".join(_state(report, row)),
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
    mark = report.mark(vocabulary.STATE, row["state"])
    if row["state"] == "closed":
        yield f"{mark} {report.language.date(row['closed_on'])}"
        if pd.notna(row["days"]):
            yield report.say("{days} days late", days=row["days"])
    elif pd.notna(row["days"]):
        yield mark + " " + report.say("by {days} days", days=row["days"])
    else:
        yield mark
