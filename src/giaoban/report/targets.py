"""Figures against their targets: margins, the way towards them, and what is not judged yet."""

from collections.abc import Iterator
from math import inf

import pandas as pd
from markupsafe import Markup

from giaoban.charts import target_chart
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.wording import codes, derivation


def against_targets(report: Report, picture: bool = True) -> Fragment:
    """Set every figure that has a target against it, drawn where that is asked for."""
    if report.tables["targets"].empty:
        return report.paragraph("No target was published.")
    ours = report.review.aimed
    more = [*_so_far(report), *_paces(report), *_open(report), *_derivations(report, ours)]
    if ours.empty:
        return Fragment(Markup().join(more))
    table = _table(report, ours)
    drawn = _picture(report, ours) if picture else ()
    return Fragment(Markup().join([*drawn, table, *more]), report.charts.told())


def _table(report: Report, ours: pd.DataFrame) -> Markup:
    say, words, cite = report.say, report.wording, report.citations.cite
    rows = [
        [
            words.counted(row),
            report.language.period(row["period"]),
            words.figure(row) + cite("figures", row.name),
            words.target(row) + cite("targets", row["target_row"]),
            words.title_of("unit", row["target_set_by"]),
            words.margin(row),
            report.marks.status(row),
        ]
        for _, row in ours.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Figure"), say("Target"), say("Set by")]
    header += [say("Margin"), say("Status")]
    return html_table(say("Figures against their targets"), header, rows)


def _picture(report: Report, ours: pd.DataFrame) -> Iterator[Markup]:
    say, words, cite = report.say, report.wording, report.citations.cite
    share = ours["indicator"].map(words.measure).eq("percent")
    drawn = ours[share & ours["target"].notna() & ours["value"].notna()]
    if drawn.empty:
        return
    targets = [words.target(row) for _, row in drawn.iterrows()]
    shown = drawn.assign(
        title=[words.counted(row) for _, row in drawn.iterrows()],
        label=[words.figure(row) for _, row in drawn.iterrows()],
        target_label=[say("target {number}", number=target) for target in targets],
    )
    description = "; ".join(f"{r.title}: {r.label}, {r.target_label}" for r in shown.itertuples())
    title = say(
        "Shares that met their target: {met} of {number}",
        met=int(shown["status"].eq("met").sum()),
        number=len(shown),
    )
    rows = [
        [
            row["title"],
            row["label"] + cite("figures", number),
            target + cite("targets", row["target_row"]),
        ]
        for (number, row), target in zip(shown.iterrows(), targets, strict=True)
    ]
    header = [say("Indicator"), say("Figure"), say("Target")]
    table = html_table(say("Shares and their targets"), header, rows)
    yield report.charts.chart(target_chart(shown), "targets", title, description, table)


def _so_far(report: Report) -> Iterator[Markup]:
    """Set the share of a target reached so far beside the share of its time that is gone."""
    say, words, citations = report.say, report.wording, report.citations
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            report.language.period(row["period"]),
            _sum(report, row) + citations.cite_all("figures", row["rows"]),
            words.computed(row["target"], row["indicator"])
            + citations.cite("targets", row["target_row"]),
            words.percent(row["share_reached"]),
            words.percent(row["share_gone"]),
            report.marks.mark(codes.STATUS, row["status"]) if row["status"] else "–",
        ]
        for _, row in report.review.reached.iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Period"), say("So far"), say("Target")]
        header += [say("Share of the target"), say("Time gone"), say("Status")]
        yield html_table(say("Counts added up within the periods of their targets"), header, rows)


def _sum(report: Report, row: pd.Series) -> str:
    words, until = report.wording, report.language.date(row["until"])
    finite = {end: row[end] for end in ("least", "most") if row[end] < inf}
    ends = {end: words.computed(number, row["indicator"]) for end, number in finite.items()}
    least, most = ends["least"], ends.get("most", "")
    text = least if least == most else report.say("{low} to {high}", low=least, high=most)
    if row["most"] == inf:
        text = report.say("at least {number}", number=least)
    return report.say("{number} by {day}", number=text, day=until)


def _paces(report: Report) -> Iterator[Markup]:
    """Say how the pace so far stands to the one that each target asks for."""
    say, words = report.say, report.wording
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            words.computed(row["target"], row["indicator"])
            + report.citations.cite("targets", row["target_row"]),
            str(row["target_year"]),
            _rate(report, row, "actual"),
            _rate(report, row, "required"),
            report.marks.mark(codes.PROGRESS, row["verdict"]),
        ]
        for _, row in report.review.paces.iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Target"), say("By"), say("Pace so far")]
        header += [say("Pace needed from the start"), say("Progress")]
        yield html_table(say("Progress towards targets that lie ahead"), header, rows)


def _rate(report: Report, row: pd.Series, name: str) -> str:
    """Write a growth rate, or a difference a year where no rate exists."""
    if row["basis"] == "reached":
        return report.say("reached at the start") if name == "actual" else "–"
    if pd.isna(row[name]):
        return "–"
    if row["basis"] == "growth":
        number = report.language.difference(row[name] * 100, "", 2) + "%"
    else:
        number = report.language.difference(row[name], report.wording.measure(row["indicator"]), 2)
    return report.say("{number} a year", number=number)


def _open(report: Report) -> Iterator[Markup]:
    """List the targets that no figure falls under yet."""
    say, words = report.say, report.wording
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            report.language.period(row["period"]),
            words.figure(row) + report.citations.cite("targets", number),
            words.title_of("unit", row["set_by"]),
        ]
        for number, row in report.review.open_targets.iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Period"), say("Target"), say("Set by")]
        yield html_table(say("Targets that cannot be judged yet"), header, rows)


def _derivations(report: Report, ours: pd.DataFrame) -> Iterator[Markup]:
    """Say how targets were worked out, and which verdicts need no target's value."""
    words, cite = report.wording, report.citations.cite
    for _, row in ours[ours["target_derivation"].notna() & ours["target"].notna()].iterrows():
        text = report.say(
            "The target {target} was not published as such; it is worked out: {derivation}.",
            target=words.computed(row["target"], row["indicator"]),
            derivation=derivation(words, row["target_derivation"]),
        )
        yield Markup("<p>{}{}</p>").format(text, cite("targets", row["target_row"]))
    for _, row in ours[ours["target"].isna() & ours["status"].isin(["met", "not_met"])].iterrows():
        text = report.say(
            "{indicator}: the target was not published, yet {figure} settles it: {status}, "
            "whatever share it asks for.",
            indicator=words.title_of("indicator", row["indicator"]),
            figure=words.figure(row),
            status=words.named(codes.STATUS, row["status"]),
        )
        cited = cite("figures", row.name) + cite("targets", row["target_row"])
        yield Markup("<p>{}{}</p>").format(text, cited)
