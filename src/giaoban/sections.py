"""The sections of the report that tell: title, summary, scorecard, events, changes, record."""

from html import escape

import pandas as pd

from giaoban import wording
from giaoban.findings import claim_sentence
from giaoban.report import Fragment, Report
from giaoban.tables import html_table


def title_block(report: Report) -> Fragment:
    """Say which programme, unit and meeting this is, and as of when."""
    say, words, known = report.say, report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    facts = {
        say("Programme"): f"{programme['code']}: {words.local(programme, 'title')}",
        say("Unit"): words.title_of("unit", known.unit),
        say("Meeting"): report.language.date(meeting["meeting_date"]),
        say("Figures known by"): report.language.date(meeting["data_cutoff"]),
    }
    if pd.notna(programme["decided_on"]):
        facts[say("Decided on")] = report.language.date(programme["decided_on"])
    listed = "".join(f"<div><dt>{k}</dt><dd>{escape(v)}</dd></div>" for k, v in facts.items())
    banner = ""
    if programme["synthetic"]:
        text = say("The figures of this programme are made up. They show what a report can say.")
        banner = f'<p class="banner" role="note">{text}</p>'
    title = words.local(meeting, "title")
    html = f"<h1>{escape(title)}</h1><dl class='facts'>{listed}</dl>{banner}"
    about: dict[str, str | bool] = {
        "lang": report.language.code,
        "title": title,
        "programme": str(programme["code"]),
        "meeting": report.language.date(meeting["meeting_date"]),
        "unit": words.title_of("unit", known.unit),
    }
    return Fragment(html, about)


def summary(report: Report) -> Fragment:
    """Say the main things in a few sentences."""
    say, words = report.say, report.wording
    latest = report.review.latest
    lines = [
        say(
            "{indicators} indicators have a published figure; {targets} of them have a target.",
            indicators=len(latest),
            targets=int((latest["status"] != "no_target").sum()),
        )
    ]
    for status in ("met", "not_met", "undetermined"):
        rows = latest[latest["status"] == status]
        if len(rows):
            names = [words.title_of("indicator", i) for i in rows["indicator"]]
            head = say(
                "Target {status} ({number}):",
                status=words.named(wording.STATUS, status),
                number=len(rows),
            )
            lines.append(f"{head} {escape('; '.join(names))}.")
    for _, row in latest[latest["comparable"].notna()].iterrows():
        name = escape(words.title_of("indicator", row["indicator"]))
        figure = escape(words.figure(row)) + report.cite("figures", row.name)
        lines.append(f"{name}: {figure}; {escape(words.change(row))}.")
    lines += [claim_sentence(report, row) for _, row in report.review.claims.iterrows()]
    return Fragment("<ul class='summary'>" + "".join(f"<li>{x}</li>" for x in lines) + "</ul>")


def scorecard(report: Report) -> Fragment:
    """Show the latest figure of every indicator against the one before and the target."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            report.language.period(row["period"]),
            escape(words.figure(row)) + report.cite("figures", row.name),
            escape(words.change(row)),
            escape(words.target(row)) + report.cite("targets", row["target_row"]),
            _status(report, row),
        ]
        for _, row in report.review.latest.iterrows()
    ]
    header = [
        say("Indicator"),
        say("Period"),
        say("Figure"),
        say("Against the one before"),
        say("Target"),
        say("Status"),
    ]
    return Fragment(html_table(say("Latest figure of each indicator"), header, rows))


def _status(report: Report, row: pd.Series) -> str:
    words = report.wording
    met = (
        f'<span class="status {row["status"]}">{words.named(wording.STATUS, row["status"])}</span>'
    )
    pace = row["progress"]
    return f"{met}, {words.named(wording.PROGRESS, pace)}" if isinstance(pace, str) else met


def events(report: Report) -> Fragment:
    """List awards, ratings and milestones."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.local(row, "title")) + report.cite("events", number),
            words.named(wording.EVENT, row["kind"]),
            _period(report, row["period"]),
            escape(words.title_of("unit", row["given_by"])) or say("not published"),
        ]
        for number, row in report.tables["events"].iterrows()
    ]
    if not rows:
        return report.paragraph("not published")
    header = [say("What"), say("Kind"), say("Period"), say("Given by")]
    return Fragment(html_table(say("Awards, ratings and milestones"), header, rows))


def changes(report: Report) -> Fragment:
    """List what is new, revised or withdrawn since the meeting before."""
    say, words = report.say, report.wording
    if report.review.known.before is None:
        return report.paragraph("No earlier meeting of the programme is on record.")
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            report.language.period(row["period"]),
            words.named(wording.CHANGE, row["kind"]),
            *(
                escape(report.language.figure(row[side], words.measure(row["indicator"])))
                for side in ("before", "after")
            ),
        ]
        for _, row in report.review.changes.iterrows()
    ]
    if not rows:
        return report.paragraph("Nothing changed since the meeting before.")
    header = [say("Indicator"), say("Period"), say("Kind"), say("Before"), say("After")]
    caption = say("Changes since the meeting before")
    return Fragment(html_table(caption, header, rows))


def record(report: Report) -> Fragment:
    """Give the meeting's record, section by section."""
    say, words = report.say, report.wording
    records, unpublished = report.tables["records"], say("not published")
    parts = []
    for section in wording.RECORD:
        items = [
            f"<li>{escape(words.local(row, 'text'))}{_due(report, row)}</li>"
            for _, row in records[records["section"] == section].iterrows()
        ]
        body = f"<ul>{''.join(items)}</ul>" if items else f"<p>{unpublished}</p>"
        parts.append(f"<dt>{words.named(wording.RECORD, section)}</dt><dd>{body}</dd>")
    return Fragment(f"<dl class='record'>{''.join(parts)}</dl>")


def _due(report: Report, row: pd.Series) -> str:
    """Say who is to do a thing, by when, and whether it was done by the data cut-off."""
    say, parts = report.say, []
    if isinstance(row["owner"], str):
        parts.append(escape(report.wording.title_of("unit", row["owner"])))
    if pd.notna(row["due"]):
        parts.append(say("due {day}", day=report.language.date(row["due"])))
    if row["closed_on"] <= report.review.known.meeting["data_cutoff"]:
        parts.append(say("done on {day}", day=report.language.date(row["closed_on"])))
    return f" ({', '.join(parts)})" if parts else ""


def _period(report: Report, period: object) -> str:
    return (
        report.language.period(period) if isinstance(period, str) else report.say("not published")
    )
