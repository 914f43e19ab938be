"""The scorecard: the latest figure of every indicator."""

from dataclasses import asdict

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import middle, percent_of_plan, under
from giaoban.charts import sparkline
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.report.trendchart import NO_AIMS, aims
from giaoban.wording import (
    OfficeWords,
    Scorecard,
    ScorecardRow,
    against,
    ahead_of,
    codes,
    foreseen_then,
    in_short,
    interval,
    no_target_then,
    other_years,
    pace_ahead,
    status_name,
)

# The place of the column with the small pictures, which is left out where there is none.
DRAWN = 2


def scorecard(
    report: Report,
    compared: pd.DataFrame | None = None,
    verdicts: pd.DataFrame | None = None,
    paces: pd.DataFrame | None = None,
    latest: pd.DataFrame | None = None,
    estimates: pd.DataFrame | None = None,
    since_merger: pd.DataFrame | None = None,
    foreseen: pd.DataFrame | None = None,
) -> Fragment:
    """Show the latest figure of every indicator against the one before and the target.

    Parameters
    ----------
    report : Report
        The report.
    compared, verdicts, paces, latest, estimates, since_merger, foreseen : DataFrame
        From `giaoban.analysis.compare`, `giaoban.analysis.judge_targets`,
        `giaoban.analysis.paces`, `giaoban.analysis.latest_figures`,
        `giaoban.analysis.year_estimates`, `giaoban.analysis.compare_recast` and
        `giaoban.analysis.judge_estimates`; else the review's own.
    """
    report.review.hand(compared=compared, verdicts=verdicts, paces=paces, latest=latest)
    report.review.hand(estimates=estimates, since_merger=since_merger, foreseen=foreseen)
    say, review = report.say, report.review
    figures = [row for _, row in review.latest.iterrows()]
    # The targets that each figure falls under, one from each that set one.
    plans = percent_of_plan(review.latest, review.verdicts, report.tables["indicators"])
    held = under(review.latest, review.verdicts).merge(plans, on=["figure_row", "target_row"])
    targets = [held[held["figure_row"] == row.name] for row in figures]
    rows = [
        [
            _indicator(report, row),
            _figure(report, row),
            _over_the_years(report, row, review.runs),
            _change(report, row),
            _targets(report, row, ours),
            _status(report, row, ours),
        ]
        for row, ours in zip(figures, targets, strict=True)
    ]
    header = [say("Indicator"), say("Latest figure"), say("Over the years")]
    header += [say("Against the one before"), say("Target"), say("Status")]
    told = [_texts(report, row, ours) for row, ours in zip(figures, targets, strict=True)]
    data = Scorecard([*header[:2], *header[3:]], told)
    if all(row[DRAWN] == "–" for row in rows):
        header, *rows = ([*row[:DRAWN], *row[DRAWN + 1 :]] for row in (header, *rows))
    table = html_table(say("Latest figure of each indicator"), header, rows)
    html = Markup('<div class="scorecard">{}</div>').format(table)
    return Fragment(html, {"scorecard": asdict(data)})


def _texts(report: Report, row: pd.Series, targets: pd.DataFrame) -> ScorecardRow:
    """Say a row in lines of bare text."""
    words, before = report.wording, against(report.wording, row)
    comparable = before["comparable"] is pd.NA or bool(before["comparable"])
    expected = ahead_of(words, row["indicator"])
    period = report.language.period(row["period"])
    changed = _filled(*in_short(words, row), _gain(report, row))
    if not isinstance(before["previous_period"], str):
        changed = ["–"]
    if not comparable:
        changed = [report.say("not comparable"), words.reason(before)]
    told, status = [], []
    for _, one in targets.iterrows():
        told += [_target_text(report, one, targets), OfficeWords(words).of_target(one)]
        status += [status_name(words, one, one["status"]), other_years(words, one), words.why(one)]
    expects = _foreseen(report, row)
    if targets.empty:
        told = [_target_ahead(report, one) for _, one in expects.iterrows()]
        unsaid = no_target_then(words, row) or words.named(codes.STATUS, "no_target")
        status = [] if told else [unsaid]
    status += [foreseen_then(report.wording, one) for _, one in expects.iterrows()]
    return ScorecardRow(
        indicator=row["indicator"],
        name=_filled(
            words.title_of("indicator", row["indicator"]),
            words.title_of("definition", row["definition"]) if _tells(report, row) else "",
            words.title_of("unit", row["responsible"]),
        ),
        figure=_filled(
            *([] if pd.isna(row["value"]) and expected else [words.figure(row), period]),
            interval(report.wording, row),
            *expected,
        ),
        change=changed,
        target=_filled(*told) or ["–"],
        status=_filled(*status, pace_ahead(words, row)),
        judged=row["status"],
        comparable=comparable,
    )


def _filled(*lines: str) -> list[str]:
    return [line for line in lines if line]


def _indicator(report: Report, row: pd.Series) -> Markup:
    name = Markup('<span data-indicator="{}">{}</span>').format(
        row["indicator"], report.wording.title_of("indicator", row["indicator"])
    )
    counted = report.terms.definition(row["definition"])
    under = [counted] if counted and _tells(report, row) else []
    under += _filled(report.wording.title_of("unit", row["responsible"]))
    return name + Markup().join(map(why, under))


def _tells(report: Report, row: pd.Series) -> bool:
    """Say whether what was counted says more than the indicator's name does."""
    title, counted = (
        report.wording.title_of(table, row[table]) for table in ("indicator", "definition")
    )
    return bool(counted) and counted.casefold() not in title.casefold()


def _figure(report: Report, row: pd.Series) -> Markup:
    """Give the figure, its footnote, its period, and the interval of a share that was counted."""
    if pd.isna(row["value"]) and (expected := ahead_of(report.wording, row["indicator"])):
        return Markup("<br>").join(expected)
    figure = Markup(
        '<span class="cited"><span class="value">{figure}</span>{cited}</span>'
        ' <span class="period">{period}</span>{interval}'
    ).format(
        figure=report.wording.figure(row),
        cited=report.citations.cite("figures", row.name),
        period=report.language.period(row["period"]),
        interval=_interval(report, row),
    )
    return figure + Markup().join(why(text) for text in ahead_of(report.wording, row["indicator"]))


def _interval(report: Report, row: pd.Series) -> Markup:
    text = interval(report.wording, row)
    if not text:
        return Markup()
    return Markup(' <span class="period">{}</span>').format(report.terms.term("interval", text))


def _over_the_years(report: Report, row: pd.Series, numbered: pd.DataFrame) -> str:
    """Draw the yearly figures, or those of the latest one's months, where any two compare."""
    own = numbered[numbered["indicator"] == row["indicator"]]
    yearly = own[own["years"] == 1]
    targets = aims(report, yearly) if len(yearly) > 1 else NO_AIMS
    if len(yearly) < 2:
        same = own["start"].dt.month.eq(row["start"].month) & own["months"].eq(row["months"])
        yearly = own[same]
    if yearly["run"].is_unique:
        return "–"
    period, figure = report.language.period, report.wording.figure
    figures = [f"{period(p['period'])}: {figure(p)}" for _, p in yearly.iterrows()]
    points = yearly.assign(year=yearly["end"].dt.year, value=middle(yearly))
    return sparkline(points, targets, "; ".join([*figures, *targets["label"]]))


def _change(report: Report, row: pd.Series) -> str:
    words, before = report.wording, against(report.wording, row)
    if not isinstance(before["previous_period"], str):
        return "–"
    if before["comparable"] is pd.NA or before["comparable"]:
        told, *below = _filled(*in_short(words, row), _gain(report, row))
        return told + Markup().join(why(text) for text in below)
    verdict = report.terms.term("not_comparable", report.say("not comparable"))
    reason = why(words.reason(before))
    return Markup('<span class="apart">{}</span>{}').format(verdict, reason)


def _gain(report: Report, row: pd.Series) -> str:
    """Say whether it is better or worse than before, where that can be said."""
    found = report.review.gains.get(row.name)
    return report.wording.named(codes.GAIN, found) if isinstance(found, str) else ""


def _targets(report: Report, row: pd.Series, ours: pd.DataFrame) -> Markup:
    """Give the targets that a figure falls under, and how much of them it is.

    Where there is none, those of a year for which the source has an estimate.
    """
    cite, words = report.citations.cite, OfficeWords(report.wording)
    # What stands under a target ends its line, be it nothing.
    lines = [
        Markup("{}{}").format(_target_text(report, one, ours), cite("targets", one["target_row"]))
        + why(words.of_target(one))
        for _, one in ours.iterrows()
    ]
    lines = lines or [
        _target_ahead(report, one) + cite("targets", one["target_row"])
        for _, one in _foreseen(report, row).iterrows()
    ]
    return Markup().join(lines) or Markup("–")


def _foreseen(report: Report, row: pd.Series) -> pd.DataFrame:
    """Give an indicator's targets as they would be if the source's estimates came true."""
    ahead = report.review.foreseen
    return ahead[ahead["indicator"] == row["indicator"]]


def _target_ahead(report: Report, one: pd.Series) -> str:
    return report.wording.target(one, report.language.period(one["target_period"]))


def _target_text(report: Report, one: pd.Series, ours: pd.DataFrame) -> str:
    set_by = report.wording.title_of("unit", one["target_set_by"])
    period = report.language.period(one["target_period"])
    apart = one["period_figure"] != one["target_period"]
    return report.wording.target(one, *[set_by] * (len(ours) > 1), *[period] * apart)


def _status(report: Report, row: pd.Series, ours: pd.DataFrame) -> Markup:
    """Give the status of each target, and what the estimate or the pace says of one ahead."""
    mark, expects = report.marks.mark, _foreseen(report, row)
    told = [report.marks.decided(one) for _, one in ours.iterrows()]
    if ours.empty and expects.empty:
        told = [mark(codes.STATUS, "no_target", no_target_then(report.wording, row))]
    told += [why(foreseen_then(report.wording, one)) for _, one in expects.iterrows()]
    ahead = pace_ahead(report.wording, row)
    told += [mark(codes.PROGRESS, row["progress"], ahead)] if ahead else []
    return Markup().join(told)
