"""The chart of an indicator over the years, with its targets and what it says in words."""

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import POINTS_FOR_SLOPE, as_meant, is_supposed
from giaoban.charts import share_top, trend_chart
from giaoban.language import parse_period, shortest_decimals
from giaoban.report.page import Report
from giaoban.wording import codes, latest_trend

NO_AIMS = pd.DataFrame(columns=["first", "last", "value", "label"])


def trend_picture(report: Report, own: pd.DataFrame, table: Markup) -> Markup:
    """Draw the yearly figures of an indicator, with its targets and what lies ahead.

    Parameters
    ----------
    report : Report
        The report.
    own : DataFrame
        The figures, from `giaoban.analysis.runs`.
    table : Markup
        Their table.
    """
    indicator = own["indicator"].iloc[0]
    shown, ahead, targets = _points(report, own), _projection(report, indicator), aims(report, own)
    highest = max(
        [shown["most"].max(), *targets["value"], *([] if ahead is None else [ahead["high"]])]
    )
    share = report.wording.measure(indicator) == "percent"
    ticks = _ticks(report, share_top(highest)) if share else {}
    figure = trend_chart(shown, report.say("not comparable"), ticks, ahead, targets)
    title = report.wording.title_of("indicator", indicator)
    numbers = "; ".join([*_numbers(report, shown, ahead), *targets["label"]])
    return report.charts.chart(
        figure,
        f"trend-{indicator}",
        _seen(report, own),
        f"{title}: {numbers}",
        table,
        subject=title,
    )


def _ticks(report: Report, top: float) -> dict[float, str]:
    """Write the middle and the end of an axis for shares."""
    middle = report.language.number(top / 2, shortest_decimals(top / 2))
    return {top / 2: middle, top: f"{top:.0f}%"}


def _numbers(report: Report, shown: pd.DataFrame, ahead: pd.Series | None) -> list[str]:
    """Say a chart with its numbers, its breaks, and what lies ahead."""
    parts = []
    broken = shown["run"].ne(shown["run"].shift()) & shown["run"].shift().notna()
    for point, new in zip(shown.itertuples(), broken, strict=True):
        period = report.language.period(str(point.period))
        text = f"{period}: {point.label} {point.definition}".strip()
        parts.append(report.say("not comparable: {reason}", reason=text) if new else text)
    if ahead is not None:
        ends = [report.wording.computed(ahead[e], ahead["indicator"], 1) for e in ("low", "high")]
        text = report.say(
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
    text, last = _finding(report, own), own.iloc[-1]
    if not is_supposed(own).iloc[-1]:
        return text
    year = report.language.period(last["period"])
    return report.say("{text} ({year} supposed)", text=text, year=year)


def _finding(report: Report, own: pd.DataFrame) -> str:
    say, last = report.say, own.iloc[-1]
    later = report.language.period(last["period"])
    trend = latest_trend(report.review, own)
    if trend["points"] < POINTS_FOR_SLOPE:
        earlier = report.language.period(last["previous_period"])
        if not last["comparable"]:
            return say("{earlier} and {later}: not comparable", earlier=earlier, later=later)
        text = f"{earlier}–{later}: {report.wording.difference(last)}"
    else:
        verdict = report.wording.named(codes.TREND, trend["verdict"])
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


def aims(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Give the targets of an indicator, each with the years that it holds for.

    A target of a part of a year is none of the year; a count's target over several years is none
    of any of them; a target set for another definition is none of these figures.

    Parameters
    ----------
    report : Report
        The report.
    own : DataFrame
        The yearly figures of one indicator.

    Returns
    -------
    DataFrame
        ``first`` and ``last`` year, ``value``, ``label`` in words; in the order of time.
    """
    targets = report.tables["targets"].dropna(subset="value")
    targets = targets[targets["indicator"] == own["indicator"].iloc[0]]
    share = report.wording.measure(own["indicator"].iloc[0]) == "percent"
    rows = []
    for _, target in targets.iterrows():
        span = parse_period(target["period"])
        first, last = span.start.year, span.end.year
        whole = "-" not in target["period"] and (share or first == last)
        if whole and last >= own["end"].dt.year.min() and _meant(own, target, last):
            rows.append([first, last, target["value"], _label(report, target)])
    return pd.DataFrame(rows, columns=NO_AIMS.columns).sort_values("last", kind="stable")


def _meant(own: pd.DataFrame, target: pd.Series, last: int) -> bool:
    """Say whether the figures up to a target's last year count what it was set for."""
    until = own[own["end"].dt.year <= last]
    return as_meant(until["definition"].iloc[-1], target["definition"])


def _label(report: Report, target: pd.Series) -> str:
    say, number = report.say, report.wording.figure(target)
    if isinstance(target["derivation"], str):
        number = say("{number} (worked out)", number=number)
    return say(
        "target {period}: {number}", period=report.language.period(target["period"]), number=number
    )
