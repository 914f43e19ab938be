"""Figures against their targets: margins, and targets that cannot be judged yet."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.charts.bars import target_chart
from giaoban.claimwords import derivation
from giaoban.report import Fragment, Report
from giaoban.sections.pace import paces, so_far
from giaoban.tables import html_table


def against_targets(report: Report, picture: bool = True) -> Fragment:
    """Set every figure that has a target against it, drawn where that is asked for."""
    say, words = report.say, report.wording
    if report.tables["targets"].empty:
        return report.paragraph("No target was published.")
    ours = report.review.aimed
    more = [*so_far(report), *paces(report), *_open(report), *_derivations(report, ours)]
    if ours.empty:
        return Fragment("".join(more))
    rows = [
        [
            escape(words.counted(row)),
            report.language.period(row["period"]),
            escape(words.figure(row)) + report.cite("figures", row.name),
            escape(words.target(row)) + report.cite("targets", row["target_row"]),
            escape(words.title_of("unit", row["target_set_by"])),
            escape(words.margin(row)),
            report.status(row),
        ]
        for _, row in ours.iterrows()
    ]
    header = [
        say("Indicator"),
        say("Period"),
        say("Figure"),
        say("Target"),
        say("Set by"),
        say("Margin"),
        say("Status"),
    ]
    table = html_table(say("Figures against their targets"), header, rows)
    drawn = _picture(report, ours) if picture else ()
    return Fragment("".join([*drawn, table, *more]), report.charts_drawn())


def _picture(report: Report, ours: pd.DataFrame) -> Iterator[str]:
    words = report.wording
    share = ours["indicator"].map(words.measure).eq("percent")
    drawn = ours[share & ours["target"].notna() & ours["value"].notna()]
    if drawn.empty:
        return
    shown = drawn.assign(
        title=[words.counted(row) for _, row in drawn.iterrows()],
        label=[words.figure(row) for _, row in drawn.iterrows()],
        target_label=[
            report.language.say("target {number}", number=words.target(row))
            for _, row in drawn.iterrows()
        ],
    )
    description = "; ".join(f"{r.title}: {r.label}, {r.target_label}" for r in shown.itertuples())
    title = report.language.say(
        "Shares that met their target: {met} of {number}",
        met=int(shown["status"].eq("met").sum()),
        number=len(shown),
    )
    rows = [
        [
            escape(row["title"]),
            escape(row["label"]) + report.cite("figures", number),
            escape(words.target(row)) + report.cite("targets", row["target_row"]),
        ]
        for number, row in shown.iterrows()
    ]
    header = [report.say("Indicator"), report.say("Figure"), report.say("Target")]
    table = html_table(report.say("Shares and their targets"), header, rows)
    yield report.chart(target_chart(shown), "targets", title, description, table)


def _derivations(report: Report, ours: pd.DataFrame) -> Iterator[str]:
    for _, row in ours[ours["target_derivation"].notna() & ours["target"].notna()].iterrows():
        text = report.say(
            "The target {target} was not published as such; it is worked out: {derivation}.",
            target=report.wording.computed(row["target"], row["indicator"]),
            derivation=derivation(report.wording, row["target_derivation"]),
        )
        yield f"<p>{text}{report.cite('targets', row['target_row'])}</p>"
    for _, row in ours[ours["target"].isna() & ours["status"].isin(["met", "not_met"])].iterrows():
        text = report.say(
            "{indicator}: the target was not published, yet {figure} settles it: {status}, "
            "whatever share it asks for.",
            indicator=report.wording.title_of("indicator", row["indicator"]),
            figure=report.wording.figure(row),
            status=report.wording.named(vocabulary.STATUS, row["status"]),
        )
        cited = report.cite("figures", row.name) + report.cite("targets", row["target_row"])
        yield f"<p>{text}{cited}</p>"


def _open(report: Report) -> Iterator[str]:
    """List the targets that no figure falls under yet."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            report.language.period(row["period"]),
            escape(words.figure(row)) + report.cite("targets", number),
            escape(words.title_of("unit", row["set_by"])),
        ]
        for number, row in report.review.open_targets.iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Period"), say("Target"), say("Set by")]
        yield html_table(say("Targets that cannot be judged yet"), header, rows)
