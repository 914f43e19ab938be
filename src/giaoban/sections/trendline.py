"""The chart of an indicator over the years, with what it says in words."""

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import POINTS_FOR_SLOPE, is_supposed
from giaoban.charts.canvas import share_top
from giaoban.charts.trend import trend_chart
from giaoban.language import shortest_decimals
from giaoban.report import Report
from giaoban.sections.aims import aims
from giaoban.sections.comparison import latest_trend


def trend_picture(report: Report, own: pd.DataFrame, table: str) -> str:
    """Draw the yearly figures of an indicator, with its targets and what lies ahead.

    Parameters
    ----------
    report : Report
        The report.
    own : DataFrame
        The figures, from `giaoban.analysis.runs`.
    table : str
        Their table, HTML.
    """
    indicator = own["indicator"].iloc[0]
    shown, ahead, targets = _points(report, own), _projection(report, indicator), aims(report, own)
    highest = max(
        [shown["most"].max(), *targets["value"], *([] if ahead is None else [ahead["high"]])]
    )
    share = report.wording.measure(indicator) == "percent"
    ticks = _ticks(report, share_top(highest)) if share else {}
    figure = trend_chart(shown, report.language.say("not comparable"), ticks, ahead, targets)
    title = report.wording.title_of("indicator", indicator)
    said = "; ".join([*_said(report, shown, ahead), *targets["label"]])
    seen = _seen(report, own)
    name = f"trend-{indicator}"
    return report.chart(figure, name, seen, f"{title}: {said}", table, subject=title)


def _ticks(report: Report, top: float) -> dict[float, str]:
    """Write the middle and the end of an axis for shares."""
    middle = report.language.number(top / 2, shortest_decimals(top / 2))
    return {top / 2: middle, top: f"{top:.0f}%"}


def _said(report: Report, shown: pd.DataFrame, ahead: pd.Series | None) -> list[str]:
    """Say a chart with its numbers, its breaks, and what lies ahead."""
    parts = []
    broken = shown["run"].ne(shown["run"].shift()) & shown["run"].shift().notna()
    for point, new in zip(shown.itertuples(), broken, strict=True):
        period = report.language.period(str(point.period))
        text = f"{period}: {point.label} {point.definition}".strip()
        parts.append(report.language.say("not comparable: {reason}", reason=text) if new else text)
    if ahead is not None:
        ends = [report.wording.computed(ahead[e], ahead["indicator"], 1) for e in ("low", "high")]
        text = report.language.say(
            "projected for {year}: {number} ({low} to {high})",
            year=ahead["year"],
            number=ahead["label"],
            low=ends[0],
            high=ends[1],
        )
        parts.append(text)
    return parts


def _seen(report: Report, own: pd.DataFrame) -> str:
    """Say in a line what the chart shows, and that its last figure is supposed where it is."""
    text, last = _told(report, own), own.iloc[-1]
    if not is_supposed(own).iloc[-1]:
        return text
    year = report.language.period(last["period"])
    return report.language.say("{text} ({year} supposed)", text=text, year=year)


def _told(report: Report, own: pd.DataFrame) -> str:
    say, last = report.language.say, own.iloc[-1]
    later = report.language.period(last["period"])
    trend = latest_trend(report, own)
    if trend["points"] < POINTS_FOR_SLOPE:
        earlier = report.language.period(last["previous_period"])
        if not last["comparable"]:
            return say("{earlier} and {later}: not comparable", earlier=earlier, later=later)
        text = f"{earlier}–{later}: {report.wording.difference(last)}"
    else:
        verdict = report.wording.named(vocabulary.TREND, trend["verdict"])
        text = f"{report.language.period(trend['first_period'])}–{later}: {verdict}"
    if trend["first_period"] == own["period"].iloc[0]:
        return text
    first = report.language.period(trend["first_period"])
    return say("{text}; not comparable with the years before {period}", text=text, period=first)


def _projection(report: Report, indicator: str) -> pd.Series | None:
    ahead = report.review.projections.query("indicator == @indicator")
    if ahead.empty:
        return None
    row = ahead.iloc[0]
    return pd.concat(
        [row, pd.Series({"label": report.wording.computed(row["projected"], indicator, 1)})]
    )


def _points(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    words, defined = report.wording, own["definition"].fillna("")
    several, supposed = defined.ne(defined.iloc[0]).any(), is_supposed(own)
    return own.assign(
        year=own["end"].dt.year,
        most=own["most"].where(own["most"] < float("inf"), own["value"]),
        # A supposed figure is hollow; the title says that it is supposed.
        label=[
            words.figure(row.drop("obs_status") if new else row)
            for (_, row), new in zip(own.iterrows(), supposed, strict=True)
        ],
        definition=[words.title_of("definition", d) if several else "" for d in own["definition"]],
        supposed=supposed,
    )
