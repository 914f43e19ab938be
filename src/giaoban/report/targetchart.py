"""The charts of figures beside their targets: shares, and what is no share in percent of them."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import REACHED, as_meant, is_of_its_time
from giaoban.catalogues import N_
from giaoban.charts import target_chart
from giaoban.language import parse_period
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.tables import by_column, in_ratio, records
from giaoban.wording import codes

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
