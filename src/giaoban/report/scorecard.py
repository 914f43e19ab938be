"""The scorecard: the latest figure of every indicator."""

from dataclasses import asdict

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import runs
from giaoban.charts import sparkline
from giaoban.report.html import Fragment, html_table
from giaoban.report.marks import why
from giaoban.report.page import Report
from giaoban.report.trendchart import NO_AIMS, aims
from giaoban.wording import Scorecard, ScorecardRow, codes


def scorecard(report: Report) -> Fragment:
    """Show the latest figure of every indicator against the one before and the target."""
    say, cite = report.say, report.citations.cite
    numbered = runs(report.review.compared)
    rows = [
        [
            _indicator(report, row),
            _figure(report, row),
            _over_the_years(report, row, numbered),
            _change(report, row),
            report.wording.target(row) + cite("targets", row["target_row"]),
            _status(report, row),
        ]
        for _, row in report.review.latest.iterrows()
    ]
    header = [say("Indicator"), say("Latest figure"), say("Over the years")]
    header += [say("Against the one before"), say("Target"), say("Status")]
    table = html_table(say("Latest figure of each indicator"), header, rows)
    told = [_texts(report, row) for _, row in report.review.latest.iterrows()]
    data = Scorecard([*header[:2], *header[3:]], told)
    html = Markup('<div class="scorecard">{}</div>').format(table)
    return Fragment(html, {"scorecard": asdict(data)})


def _texts(report: Report, row: pd.Series) -> ScorecardRow:
    """Say a row in lines of bare text."""
    words, comparable = report.wording, row["comparable"] is pd.NA or bool(row["comparable"])
    change = [words.change(row)]
    if not comparable:
        change = [report.say("not comparable"), words.reason(row)]
    why = words.named(codes.WHY, row["why"]) if isinstance(row["why"], str) else ""
    status = [words.named(codes.STATUS, row["status"]), why]
    if no_target := _no_target_then(report, row):
        status = [no_target]
    return ScorecardRow(
        indicator=row["indicator"],
        name=_filled(
            words.title_of("indicator", row["indicator"]),
            words.title_of("definition", row["definition"]),
        ),
        figure=_filled(
            words.figure(row), report.language.period(row["period"]), _interval_text(report, row)
        ),
        change=change,
        target=[words.target(row)],
        status=_filled(*status, _ahead(report, row)),
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
    return name + why(counted) if counted else name


def _figure(report: Report, row: pd.Series) -> Markup:
    """Give the figure, its footnote, its period, and the interval of a share that was counted."""
    return Markup(
        '<span class="cited"><span class="value">{figure}</span>{cited}</span>'
        ' <span class="period">{period}</span>{interval}'
    ).format(
        figure=report.wording.figure(row),
        cited=report.citations.cite("figures", row.name),
        period=report.language.period(row["period"]),
        interval=_interval(report, row),
    )


def _interval(report: Report, row: pd.Series) -> Markup:
    text = _interval_text(report, row)
    if not text:
        return Markup()
    return Markup(' <span class="period">{}</span>').format(report.terms.term("interval", text))


def _interval_text(report: Report, row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return ""
    low, high = (report.language.number(row[end], 1) for end in ("low", "high"))
    return report.say("{low}–{high}%", low=low, high=high)


def _over_the_years(report: Report, row: pd.Series, numbered: pd.DataFrame) -> str:
    """Draw the yearly figures; of an indicator without, those of the latest one's months."""
    own = numbered[numbered["indicator"] == row["indicator"]]
    yearly = own[own["years"] == 1]
    targets = aims(report, yearly) if len(yearly) > 1 else NO_AIMS
    if len(yearly) < 2:
        same = own["start"].dt.month.eq(row["start"].month) & own["months"].eq(row["months"])
        yearly = own[same]
    if len(yearly) < 2:
        return "–"
    figures = [
        f"{report.language.period(p['period'])}: {report.wording.figure(p)}"
        for _, p in yearly.iterrows()
    ]
    points = yearly.assign(year=yearly["end"].dt.year, latest=yearly.index == row.name)
    return sparkline(points, targets, "; ".join([*figures, *targets["label"]]))


def _change(report: Report, row: pd.Series) -> str:
    if row["comparable"] is pd.NA or row["comparable"]:
        return report.wording.change(row)
    verdict = report.terms.term("not_comparable", report.say("not comparable"))
    reason = why(report.wording.reason(row))
    return Markup('<span class="apart">{}</span>{}').format(verdict, reason)


def _status(report: Report, row: pd.Series) -> Markup:
    """Give the status, and how the pace stands to a target that lies ahead."""
    mark = report.marks.mark
    if no_target := _no_target_then(report, row):
        status = mark(codes.STATUS, "no_target", no_target)
    else:
        status = report.marks.status(row)
    ahead = _ahead(report, row)
    return status + mark(codes.PROGRESS, row["progress"], ahead) if ahead else status


def _no_target_then(report: Report, row: pd.Series) -> str:
    """Say that the targets of an indicator are for other periods than its figure."""
    ours = report.tables["targets"]["indicator"].eq(row["indicator"])
    if row["status"] != "no_target" or not ours.any():
        return ""
    return report.say("no target for {period}", period=report.language.period(row["period"]))


def _ahead(report: Report, row: pd.Series) -> str:
    """Say how the pace stands to a target that lies ahead; nothing where that cannot be told."""
    pace = row["progress"]
    if not isinstance(pace, str) or pace == "too_few_points":
        return ""
    return report.say(
        "{progress} (target of {year})",
        progress=report.wording.named(codes.PROGRESS, pace),
        year=report.review.paces.set_index("indicator").at[row["indicator"], "target_year"],
    )
