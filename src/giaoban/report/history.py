"""What was said of each indicator at the meetings so far: a row of verdicts for each."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import SILENT, recast_of, recast_years, turned
from giaoban.catalogues import N_
from giaoban.language import BARE, decimals_off_zero
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.tables import by_column
from giaoban.wording import Codes, against, change, codes, recast, status_code

# What is said of an indicator that has a target.
VERDICTS = codes.STATUS | codes.PROGRESS


def verdicts_so_far(report: Report, history: pd.DataFrame | None = None) -> Fragment:
    """Set the verdicts on each indicator side by side, as each meeting had them.

    Parameters
    ----------
    report : Report
        The report.
    history : DataFrame
        From `giaoban.analysis.verdict_history`; else the review's own.
    """
    report.review.hand(history=history)
    say, told = report.say, report.review.history
    days = sorted(told["meeting_date"].unique())
    earlier = told.loc[told["meeting_date"] < days[-1], "indicator"] if days else []
    rows = [
        [report.wording.title_of("indicator", indicator), *_cells(report, own, days)]
        for indicator, own in told.groupby("indicator", sort=False)
        if indicator in set(earlier)
    ]
    if not rows:
        return report.paragraph("No earlier meeting had a verdict on an indicator.")
    header = [say("Indicator"), *(report.language.date(day) for day in days)]
    caption = say("Verdicts at each meeting, by the figures and targets known then")
    legend = say("In brackets: the period of the target.")
    if told["revised"].any():
        legend += " " + say(
            "Revised since: the figure or the target was changed after the meeting."
        )
    table = html_table(caption, header, rows)
    return Fragment(Markup("{}<p>{}</p>").format(table, legend))


def _cells(report: Report, own: pd.DataFrame, days: list[pd.Timestamp]) -> list[str]:
    """Give what each meeting said of an indicator; a dash where it said nothing."""
    by_day = by_column(own, "meeting_date")
    return [_cell(report, by_day[day]) if day in by_day else "–" for day in days]


def _cell(report: Report, row: Mapping[Any, Any]) -> Markup:
    status = status_code(report.wording, row, row["status"])
    pairs: list[tuple[Codes, object, object]] = [
        (codes.STATUS, status, row["target_period"]),
        (codes.PROGRESS, row["progress"], row["ahead"]),
    ]
    marks = [
        report.marks.mark(
            names, code, f"{report.wording.named(names, code)} ({_time(report, goal)})"
        )
        for names, code, goal in pairs
        if isinstance(code, str) and code not in SILENT
    ]
    revised = why(report.say("revised since")) if row["revised"] else Markup()
    return Markup("<br>").join(marks) + revised


def _time(report: Report, period: object) -> str:
    return report.language.period(str(period))


def turned_told(report: Report) -> Iterator[str]:
    """Name the indicators whose verdict has turned since the meeting before, the worse first."""
    told = [_turn(report, row) for _, row in turned(report.review.history).iterrows()]
    if told:
        yield f"{report.wording.some(told)}."


def _turn(report: Report, row: pd.Series) -> str:
    words, period = report.wording, report.language.period
    parts = {}
    for name in ("before", "after"):
        goal = {"indicator": row["indicator"], "target_qualifier": row[f"{name}_sign"]}
        parts[name] = words.named(VERDICTS, status_code(words, goal, row[name]))
    parts |= {"name": words.title_of("indicator", row["indicator"])}
    parts |= {"earlier": period(row["before_period"]), "later": period(row["after_period"])}
    sentence = N_("{name}: {before} ({earlier}), now {after} ({later})")
    if parts["earlier"] == parts["later"]:
        sentence = N_("{name}: {before}, now {after} ({later})")
    return report.say(sentence, **parts)


def figures_table(report: Report, ours: pd.DataFrame) -> Markup:
    """List figures of one indicator: what was counted, the one before, the target.

    Parameters
    ----------
    report : Report
        The report.
    ours : DataFrame
        Rows of ``figures``; those not published too.
    """
    say, compared = report.say, report.review.compared
    defined = ours["definition"].notna().any()
    rows = []
    for number, figure in ours.iterrows():
        row = [
            report.language.period(figure["period"]),
            report.wording.figure(figure) + report.citations.cite("figures", number),
        ]
        if defined:
            row.append(report.terms.definition(figure["definition"]) or "–")
        change = compared[compared.index == number]
        row.append(_against_before(report, change.iloc[0]) if len(change) else "–")
        rows.append([*row, _target(report, figure)])
    rows = _recast_rows(report, ours, bool(defined)) + rows
    header = [say("Period"), say("Figure"), *([say("What was counted")] if defined else [])]
    header += [say("Against the one before"), say("Target")]
    return html_table(say("Figures over the years"), header, rows)


def _target(report: Report, figure: pd.Series) -> str:
    """Give the target set for just the period of a figure."""
    targets = report.tables["targets"]
    same = targets["indicator"].eq(figure["indicator"]) & targets["period"].eq(figure["period"])
    found = [
        report.wording.figure(target) + report.citations.cite("targets", number)
        for number, target in targets[same].iterrows()
    ]
    return Markup().join(found) or "–"


def _against_before(report: Report, row: pd.Series) -> str:
    """Give a change, with Newcombe's interval where both shares were counted."""
    told, row = change(report.wording, row), against(report.wording, row)
    if pd.isna(row["change_low"]):
        return told
    found = (float(row[f"change_{end}"]) for end in ("low", "high"))
    # An interval that leaves out 0 is not written as if it began there.
    ends = [report.language.difference(end, BARE, decimals_off_zero(end, 1)) for end in found]
    interval = report.say("(95% interval {low} to {high})", low=ends[0], high=ends[1])
    return f"{told} {interval}"


def _recast_rows(report: Report, ours: pd.DataFrame, defined: bool) -> list[list[str]]:
    """Give the years of one merger in rows of their own, each as what it was worked out from."""
    rows = []
    for _, figure in recast_of(report.review.recast, ours).iterrows():
        row = [report.language.period(figure["period"])]
        row.append(report.say("{figure} (worked out)", figure=recast(report.wording, figure)))
        if defined:
            row.append(report.terms.definition(figure["definition"]) or "–")
        rows.append([*row, "–", "–"])
    return rows


def worked_out(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Give the years before a merger that are drawn hollow."""
    return recast_years(own, report.review.recast, report.review.since_merger)
