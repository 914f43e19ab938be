"""What changed since the meeting before."""

from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.report import Fragment, Report
from giaoban.tables import html_table


def changes(report: Report) -> Fragment:
    """List what is new, revised or withdrawn since the meeting before."""
    if report.review.known.previous is None:
        return report.paragraph("No earlier meeting of the programme is on record.")
    captions = {
        "figures": N_("Figures changed since the meeting before"),
        "targets": N_("Targets changed since the meeting before"),
    }
    changed = {"figures": report.review.changes, "targets": report.review.target_changes}
    tables = [
        _changes(report, name, rows, report.say(captions[name]))
        for name, rows in changed.items()
        if len(rows)
    ]
    if not tables:
        return report.paragraph("Nothing changed since the meeting before.")
    return Fragment("".join(tables))


def _changes(report: Report, table: str, changed: pd.DataFrame, caption: str) -> str:
    say, words = report.say, report.wording
    # What was revised or withdrawn comes first: it is what readers may have in mind otherwise.
    order = {"withdrawn": 0, "revised": 1, "new": 2}
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            report.language.period(row["period"]),
            words.named(vocabulary.CHANGE, row["kind"]),
            _side(report, row, "before") + _cite_before(report, table, row["row_before"]),
            _side(report, row, "after") + report.cite(table, row["row"]),
        ]
        for _, row in changed.sort_values("kind", key=lambda k: k.map(order)).iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Kind"), say("Before"), say("After")]
    return html_table(caption, header, rows)


def _cite_before(report: Report, table: str, number: float) -> str:
    """Lead to the row that counted at the meeting before, replaced since or not."""
    replaced = number in report.tables[f"{table}_replaced"].index
    return report.cite(f"{table}_replaced" if replaced else table, number)


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
        counts = report.language.say("{part} of {whole}", part=f"{part:.0f}", whole=f"{whole:.0f}")
        text += f" ({counts})"
    status = row.get(f"obs_status_{side}")
    if status in vocabulary.OBS_STATUS | vocabulary.BREAKS:
        text += f" ({words.named(vocabulary.OBS_STATUS | vocabulary.BREAKS, status)})"
    return escape(text)
