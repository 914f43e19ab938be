"""Targets: what the figures say of each, and the way towards those that are not due yet."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup, escape

from giaoban.analysis import REACHED
from giaoban.catalogues import N_
from giaoban.language import parse_period
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.tables import adding
from giaoban.wording import (
    beside_target,
    codes,
    had_a_year,
    in_numbers,
    is_of_running_year,
    needed_a_year,
    status_name,
    unlikely,
)


def against_targets(
    report: Report,
    verdicts: pd.DataFrame | None = None,
    paces: pd.DataFrame | None = None,
    needs: pd.DataFrame | None = None,
) -> Fragment:
    """Set every target beside what the figures say of it, and the pace towards it.

    Parameters
    ----------
    report : Report
        The report.
    verdicts, paces, needs : DataFrame
        From the functions of `giaoban.analysis`; else the review's own.
    """
    report.review.hand(verdicts=verdicts, paces=paces, needs=needs)
    ours = report.review.verdicts
    if ours.empty:
        return report.paragraph("No target has been entered.")
    more = [*_progress(report), *_settled(report, ours)]
    return Fragment(Markup().join([_table(report, ours), *more]))


def _table(report: Report, ours: pd.DataFrame) -> Markup:
    say, words, cite = report.say, report.wording, report.citations.cite
    rows = [
        [
            words.counted(row),
            report.language.period(row["target_period"]) + _kind(report, row),
            words.target(row) + cite("targets", row["target_row"]),
            words.title_of("unit", row["target_set_by"]),
            _figure(report, row),
            words.margin(row),
            report.marks.verdict(row),
        ]
        for _, row in ours.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Target"), say("Set by"), say("Figure")]
    header += [say("Margin"), say("Status")]
    return html_table(say("Targets and what the figures say"), header, rows)


def _kind(report: Report, row: pd.Series) -> Markup:
    """Say of which kind a target is, where it says so."""
    kind = row["target_kind"]
    if not isinstance(kind, str):
        return Markup()
    longer = not parse_period(row["target_period"]).within_a_year
    if kind == "by" and longer and adding(report.tables["indicators"])[row["indicator"]]:
        return why(report.say("by its end: the number of its last year alone"))
    return why(report.wording.named(codes.KIND, kind))


def _figure(report: Report, row: pd.Series) -> Markup:
    """Give what was judged, or is known so far, with its time where that is not the target's."""
    if pd.isna(row["value"]):
        return escape(report.wording.silence(row))
    figure = report.wording.figure(row) + report.citations.cite_all("figures", row["rows"])
    gaps = row["gaps"] if pd.notna(row["share_covered"]) else ()
    missing = ", ".join(map(report.language.period, gaps))
    if row["period"] == row["target_period"] and not missing:
        if not beside_target(report.wording, row):
            return figure
        share = report.wording.percent(row["share_reached"])
        return figure + why(report.say("{share} of the target", share=share))
    period = report.language.period(row["period"])
    if pd.isna(row["share_covered"]):
        return figure + why(period)
    share, time = (report.wording.percent(row[f"share_{n}"]) for n in ("reached", "covered"))
    parts = {"period": period, "share": share, "time": time, "missing": missing}
    sentence = N_("{period}: {share} of the target, {time} of its time")
    if missing:
        sentence = N_("{period}, no figures of {missing}: {time} of its time")
    elif pd.isna(row["share_reached"]):
        sentence = N_("{period}: {time} of its time")
    return figure + why(report.say(sentence, **parts))


def _settled(report: Report, ours: pd.DataFrame) -> Iterator[Markup]:
    """Say which verdicts need no target’s value."""
    words = report.wording
    settled = ours["target"].isna() & ours["status"].isin([*REACHED, "not_met"])
    for _, row in ours[settled].iterrows():
        text = report.say(
            "{indicator}: the source does not give the target, yet {figure} settles it: {status}, "
            "whatever share it asks for.",
            indicator=words.title_of("indicator", row["indicator"]),
            figure=words.figure(row),
            status=status_name(words, row, row["status"]),
        )
        cited = report.citations.cite_all("figures", row["rows"], ("targets", row["target_row"]))
        yield Markup("<p>{}{}</p>").format(text, cited)


def _progress(report: Report) -> Iterator[Markup]:
    """Say how far each indicator has come towards what is not due yet, and whether it arrives."""
    say, words = report.say, report.wording
    verdicts, paces = report.review.verdicts.set_index("target_row"), report.review.paces
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            words.target(verdicts.loc[row["target_row"]])
            + report.citations.cite("targets", row["target_row"]),
            str(row["target_year"]),
            words.percent(row["share_of_way"]) if pd.notna(row["share_of_way"]) else "–",
            *_a_year(report, row, verdicts.loc[row["target_row"]]),
            in_numbers(words, row["target_row"]),
            report.marks.mark(codes.PROGRESS, row["verdict"]),
        ]
        for _, row in paces[paces["target_row"].isin(verdicts.index)].iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Target"), say("By"), say("Way so far")]
        header += [
            say("Had a year"),
            say("Needed a year"),
            say("In whole numbers"),
            say("Progress"),
        ]
        yield html_table(say("Progress towards targets that are not due yet"), header, rows)
        way = N_("Way so far: of a sum its share of the target, else from the first figure to it.")
        yield Markup("<p>{}</p>").format(say(way))
    if told := unlikely(words):
        yield Markup("<p>{}</p>").format(told)


def _a_year(report: Report, row: pd.Series, verdict: pd.Series) -> tuple[str, str]:
    """Write what a year has brought, and what it has to."""
    words, running = report.wording, is_of_running_year(row, verdict)
    had = "–" if running or pd.isna(row["had"]) else had_a_year(words, row)
    if running or row["reached"] or pd.isna(row["needed"]):
        return had, "–"
    return had, needed_a_year(words, row, verdict)
