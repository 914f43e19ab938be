"""Targets: what the figures say of each, and the way towards those that are not due yet."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from giaoban.analysis import REACHED, as_meant, is_of_its_time
from giaoban.catalogues import N_
from giaoban.charts import target_chart
from giaoban.language import parse_period
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.report.progress import progress
from giaoban.tables import adding, by_column, in_ratio, records
from giaoban.wording import beside_target, codes, status_name

# What each chart draws, where some of its targets are due and where none is.
TITLES = {
    "targets": (
        N_("Shares and their latest targets: {met} of {due} due are met"),
        N_("Shares and targets that are not due yet"),
    ),
    "targets-percent": (
        N_("In percent of their latest targets: {met} of {due} due are met"),
        N_("In percent of targets that are not due yet"),
    ),
}


def target_picture(report: Report, verdicts: pd.DataFrame | None = None) -> Fragment:
    """Draw each indicator that has a target beside it.

    Parameters
    ----------
    report : Report
        The report.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`; else the review's own.
    """
    report.review.hand(verdicts=verdicts)
    drawn = Markup().join(_pictures(report, report.review.verdicts))
    return Fragment(drawn, report.charts.told())


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
    more = [*progress(report), *_settled(report, ours)]
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


def _pictures(report: Report, ours: pd.DataFrame) -> Iterator[Markup]:
    """Draw what has a target, each with the last figure that there is for it.

    Shares are drawn as they are; what is no share in percent of its target, in a chart of its own,
    where it is of the target's time.
    """
    # The last is taken: a known figure before none, one that is due before one ahead, the latest.
    ends = [parse_period(text).end for text in ours["target_period"]]
    last = ours.assign(known=ours["value"].notna(), due=_due(ours), end=ends)
    last = last.sort_values(["known", "due", "end"], kind="stable")
    drawn = ours.loc[last.groupby(["indicator", "target_set_by"]).tail(1).index.sort_values()]
    drawn = drawn[drawn["value"].notna() | drawn["target"].notna()]
    kinds = [report.wording.measure(indicator).kind for indicator in drawn["indicator"]]
    share = pd.Series(kinds, drawn.index).eq("percent")
    abouts = by_column(report.tables["indicators"], "indicator")
    fits = [_in_percent(row, abouts[row["indicator"]]) for row in records(drawn)]
    drawn_of = {
        "targets": drawn[share],
        "targets-percent": drawn[~share & pd.Series(fits, drawn.index, bool)],
    }
    for name, (some, none) in TITLES.items():
        rows = drawn_of[name]
        whole = pd.Series(100.0, rows.index) if name == "targets" else rows["target"]
        rows = rows[whole.gt(0)]
        if len(rows):
            title = _of_those_due(report, rows, some, none)
            yield _picture(report, rows, name, title, whole[rows.index])


def _in_percent(row: Mapping[Any, Any], about: Mapping[Any, Any]) -> bool:
    """Say whether a figure can be drawn in percent of its target: one number, of the same kind."""
    if pd.isna(row["value"]) or pd.notna(row["target_to"]):
        return bool(pd.isna(row["target_to"]))
    counted = as_meant(row["definition"], row["target_definition"])
    return counted and is_of_its_time(row["period"], row, about)


def _picture(
    report: Report, drawn: pd.DataFrame, name: str, heading: str, whole: pd.Series
) -> Markup:
    """Draw figures and their targets in percent of a whole: of all, or of the target."""
    say, cited, words = report.say, report.citations, report.wording
    parts = drawn[["value", "least", "most", "target"]].div(whole, axis="index") * 100
    parts["most"] = parts["most"].where(parts["most"] < float("inf"), parts["value"])
    labels = [_drawn_figure(report, row) for _, row in drawn.iterrows()]
    if name != "targets":
        exact = drawn["qualifier"].eq("=") & drawn["target_qualifier"].ne("~")
        # Of rates and ratings there is no percentage; they are only drawn in it.
        exact &= drawn["indicator"].map(words.about).map(in_ratio).astype(bool)
        said = parts["value"].where(exact)
        shares = [f" ({words.percent(v)})" if pd.notna(v) else "" for v in said]
        labels = [label + share for label, share in zip(labels, shares, strict=True)]
        parts["target"] = 100.0
    titles = [_drawn_name(report, row) for _, row in drawn.iterrows()]
    goals = _target_labels(report, drawn)
    missed = drawn["status"].eq("not_met")
    shown = parts.assign(title=titles, label=labels, target_label=goals, missed=missed)
    told = list(zip(titles, labels, goals, strict=True))
    description = "; ".join(f"{title}: {label}, {goal}" for title, label, goal in told)
    figures = [cited.cite_all("figures", rows) for rows in drawn["rows"]]
    targets = [cited.cite("targets", row) for row in drawn["target_row"]]
    rows = [
        [title, label + figure, goal + target]
        for (title, label, goal), figure, target in zip(told, figures, targets, strict=True)
    ]
    header = [say("Indicator"), say("Figure"), say("Target")]
    table = html_table(say("Figures and their targets"), header, rows)
    chart, broad = target_chart(shown), target_chart(shown, broad=True)
    return report.charts.chart(chart, name, heading, description, table, broad=broad)


def _drawn_name(report: Report, row: pd.Series) -> str:
    """Name an indicator, with the period of its figure."""
    name = report.wording.counted(row)
    period = row["period"] if pd.notna(row["value"]) else row["target_period"]
    return f"{name} ({report.language.period(period)})"


def _drawn_figure(report: Report, row: pd.Series) -> str:
    """Write a figure, or say why there is none."""
    return report.wording.figure(row) if pd.notna(row["value"]) else report.wording.silence(row)


def _due(verdicts: pd.DataFrame) -> pd.Series:
    """Say which targets' time is over, or told of as a whole ahead of its end."""
    told = verdicts["period"].eq(verdicts["target_period"]) & verdicts["status"].ne("not_yet")
    return verdicts["due"].astype(bool) | told.astype(bool)


def _of_those_due(report: Report, drawn: pd.DataFrame, some: str, none: str) -> str:
    """Say in a line how many of the targets drawn that are due are met."""
    statuses = drawn.loc[_due(drawn), "status"]
    due, met = len(statuses), int(statuses.isin(REACHED).sum())
    return report.say(some, met=met, due=due) if due else report.say(none)


def _target_labels(report: Report, drawn: pd.DataFrame) -> list[str]:
    """Say targets in words: of another period with it, of several by whom, and which are missed."""
    several = drawn["indicator"].duplicated(keep=False)
    labels, words = [], report.wording
    for (_, row), shared in zip(drawn.iterrows(), several, strict=True):
        apart = pd.notna(row["value"]) and row["period"] != row["target_period"]
        more = [report.language.period(row["target_period"])] * bool(apart)
        more += [words.title_of("unit", row["target_set_by"])] * bool(shared)
        label = report.say("target: the source does not say")
        if pd.notna(row["target"]):
            label = report.say("target {number}", number=words.target(row, *more))
        missed = f": {words.named(codes.STATUS, 'not_met')}" * (row["status"] == "not_met")
        labels.append(label + missed)
    return labels


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
