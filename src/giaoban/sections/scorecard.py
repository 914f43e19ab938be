"""The scorecard: the latest figure of every indicator."""

from dataclasses import asdict
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import runs
from giaoban.pagedata import Scorecard, ScorecardRow
from giaoban.report import Fragment, Report
from giaoban.sections.aims import NO_AIMS, aims
from giaoban.sparkline import sparkline
from giaoban.tables import html_table


def scorecard(report: Report) -> Fragment:
    """Show the latest figure of every indicator against the one before and the target."""
    say = report.language.say
    numbered = runs(report.review.compared)
    rows = [
        [
            _indicator(report, row),
            _figure(report, row),
            _over_the_years(report, row, numbered),
            _change(report, row),
            escape(report.wording.target(row)) + report.cite("targets", row["target_row"]),
            _status(report, row),
        ]
        for _, row in report.review.latest.iterrows()
    ]
    header = [say("Indicator"), say("Latest figure"), say("Over the years")]
    header += [say("Against the one before"), say("Target"), say("Status")]
    caption = say("Latest figure of each indicator")
    told = [_texts(report, row) for _, row in report.review.latest.iterrows()]
    data = Scorecard([*header[:2], *header[3:]], told)
    table = html_table(escape(caption), list(map(escape, header)), rows)
    return Fragment(f'<div class="scorecard">{table}</div>', {"scorecard": asdict(data)})


def _texts(report: Report, row: pd.Series) -> ScorecardRow:
    """Say a row in lines of bare text."""
    words, comparable = report.wording, row["comparable"] is pd.NA or bool(row["comparable"])
    change = [words.change(row)]
    if not comparable:
        change = [report.language.say("not comparable"), words.reason(row)]
    why = words.named(vocabulary.WHY, row["why"]) if isinstance(row["why"], str) else ""
    status = [words.named(vocabulary.STATUS, row["status"]), why]
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


def _indicator(report: Report, row: pd.Series) -> str:
    title = escape(report.wording.title_of("indicator", row["indicator"]))
    name = f'<span data-indicator="{row["indicator"]}">{title}</span>'
    counted = report.definition(row["definition"])
    return f'{name} <span class="why">{counted}</span>' if counted else name


def _figure(report: Report, row: pd.Series) -> str:
    """Give the figure, its footnote, its period, and the interval of a share that was counted."""
    value = f'<span class="value">{escape(report.wording.figure(row))}</span>'
    cited = report.cite("figures", row.name)
    period = f' <span class="period">{report.language.period(row["period"])}</span>'
    return f'<span class="cited">{value}{cited}</span>{period}{_interval(report, row)}'


def _interval(report: Report, row: pd.Series) -> str:
    text = _interval_text(report, row)
    return f' <span class="period">{report.term("interval", text)}</span>' if text else ""


def _interval_text(report: Report, row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return ""
    low, high = (report.language.number(row[end], 1) for end in ("low", "high"))
    return report.language.say("{low}–{high}%", low=low, high=high)


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
    said = [
        f"{report.language.period(p['period'])}: {report.wording.figure(p)}"
        for _, p in yearly.iterrows()
    ]
    points = yearly.assign(year=yearly["end"].dt.year, latest=yearly.index == row.name)
    return sparkline(points, targets, "; ".join([*said, *targets["label"]]))


def _change(report: Report, row: pd.Series) -> str:
    if row["comparable"] is pd.NA or row["comparable"]:
        return escape(report.wording.change(row))
    said = report.term("not_comparable", report.language.say("not comparable"))
    return f'<span class="apart">{said}</span>{report.why(report.wording.reason(row))}'


def _status(report: Report, row: pd.Series) -> str:
    """Give the status, and how the pace stands to a target that lies ahead."""
    if no_target := _no_target_then(report, row):
        said = report.mark(vocabulary.STATUS, "no_target", no_target)
    else:
        said = report.status(row)
    ahead = _ahead(report, row)
    return f"{said}{report.mark(vocabulary.PROGRESS, row['progress'], ahead)}" if ahead else said


def _no_target_then(report: Report, row: pd.Series) -> str:
    """Say that the targets of an indicator are for other periods than its figure."""
    ours = report.tables["targets"]["indicator"].eq(row["indicator"])
    if row["status"] != "no_target" or not ours.any():
        return ""
    period = report.language.period(row["period"])
    return report.language.say("no target for {period}", period=period)


def _ahead(report: Report, row: pd.Series) -> str:
    """Say how the pace stands to a target that lies ahead; nothing where that cannot be told."""
    pace = row["progress"]
    if not isinstance(pace, str) or pace == "too_few_points":
        return ""
    year = report.review.paces.set_index("indicator").at[row["indicator"], "target_year"]
    return report.language.say(
        "{progress} (target of {year})",
        progress=report.wording.named(vocabulary.PROGRESS, pace),
        year=year,
    )
