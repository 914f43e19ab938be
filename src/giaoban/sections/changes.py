"""What changed since the meeting before."""

from dataclasses import asdict
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.pagedata import ChangesTable
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
    if not any(map(len, changed.values())):
        return report.paragraph("Nothing changed since the meeting before.")
    html, told = "", []
    for name, rows in changed.items():
        if len(rows):
            ordered = _in_order(rows)
            table = _table(report, ordered, report.language.say(captions[name]))
            html += _html(report, name, ordered, table)
            told.append(asdict(table))
    return Fragment(html, {"changes": told})


def _in_order(changed: pd.DataFrame) -> pd.DataFrame:
    # What was revised or withdrawn comes first: it is what readers may have in mind otherwise.
    order = {"withdrawn": 0, "revised": 1, "new": 2}
    return changed.sort_values("kind", key=lambda k: k.map(order))


def _table(report: Report, changed: pd.DataFrame, caption: str) -> ChangesTable:
    say, words = report.language.say, report.wording
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            report.language.period(row["period"]),
            words.named(vocabulary.CHANGE, row["kind"]),
            _side(report, row, "before"),
            _side(report, row, "after"),
        ]
        for _, row in changed.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Kind"), say("Before"), say("After")]
    return ChangesTable(caption, header, rows)


def _html(report: Report, name: str, changed: pd.DataFrame, table: ChangesTable) -> str:
    """Write a table for the page, each side with its footnote."""
    rows = []
    for cells, (_, row) in zip(table.rows, changed.iterrows(), strict=True):
        *first, before, after = map(escape, cells)
        before += _cite_before(report, name, row["row_before"])
        rows.append([*first, before, after + report.cite(name, row["row"])])
    return html_table(escape(table.caption), [escape(title) for title in table.header], rows)


def _cite_before(report: Report, table: str, number: float) -> str:
    """Lead to the row that counted at the meeting before, replaced since or not."""
    replaced = number in report.tables[f"{table}_replaced"].index
    return report.cite(f"{table}_replaced" if replaced else table, number)


def _side(report: Report, row: pd.Series, side: str) -> str:
    """Write a figure before or after, with what it counted where that changed."""
    if pd.isna(row[side]):
        return "–" if row["kind"] == "new" else report.language.say("withdrawn")
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
    return text
