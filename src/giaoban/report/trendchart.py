"""The chart of an indicator over the years, with its targets and what it says in words."""

from math import inf

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import as_meant, is_supposed, middle
from giaoban.catalogues import N_
from giaoban.charts import scale_of, trend_chart
from giaoban.language import BARE, Measure, parse_period, shortest_decimals
from giaoban.report.history import worked_out
from giaoban.report.page import Report
from giaoban.wording import against, codes, latest_trend, moves

NO_AIMS = pd.DataFrame(columns=["first", "last", "value", "label", "short"])


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
    shown = _points(report, _with_expected(report, own))
    ahead, targets = _projection(report, indicator), aims(report, own)
    if ahead is not None and shown["year"].eq(ahead["year"]).any():
        ahead = None  # An expected figure stands there; the line is told in words.
    ticks = _ticks(report, indicator, _drawn(shown, ahead, targets))
    axis = axis_words(report, ticks, report.wording.measure(indicator))
    words = (report.say("not comparable"), axis)
    figure = trend_chart(shown, words, ticks, ahead, targets)
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


def _drawn(shown: pd.DataFrame, ahead: pd.Series | None, targets: pd.DataFrame) -> list[float]:
    """Give the values that the axis has to take in; a projection's interval is cut off at it."""
    values = [*shown["value"], *shown["least"], *shown["most"], *targets["value"]]
    if ahead is not None:
        values.append(ahead["projected"])
    return [float(value) for value in values if pd.notna(value)]


def _ticks(report: Report, indicator: str, values: list[float]) -> dict[float, str]:
    """Write the ticks of an axis: of a share its end with the sign."""
    measure = report.wording.measure(indicator)
    return tick_words(report, scale_of(min(values), max(values), measure.kind == "count"), measure)


def tick_words(report: Report, ticks: list[float], measure: Measure) -> dict[float, str]:
    """Write the ticks of an axis in the report's language.

    Parameters
    ----------
    report : Report
        The report.
    ticks : list of float
        From `giaoban.charts.scale_of`.
    measure : Measure
        A share's ticks carry the sign.
    """
    decimals, sign = max(map(shortest_decimals, ticks)), "%" if measure.in_points else ""
    return {tick: report.language.number(tick, decimals) + sign for tick in ticks}


def axis_words(report: Report, ticks: dict[float, str], measure: Measure = BARE) -> str:
    """Name what an axis is in, and say where it does not begin at 0; else nothing."""
    told = [report.say("In {unit}.", unit=measure.said)] if measure.unit else []
    if not min(ticks) <= 0 <= max(ticks):
        told.append(report.say("The axis does not start at 0."))
    return " ".join(told)


def _numbers(report: Report, shown: pd.DataFrame, ahead: pd.Series | None) -> list[str]:
    """Say a chart with its numbers, its breaks, and what lies ahead."""
    parts = []
    broken = shown["run"].ne(shown["run"].shift()) & shown["run"].shift().notna()
    for point, new in zip(shown.itertuples(), broken, strict=True):
        period = report.language.period(str(point.period))
        text = f"{period}: {point.text} {point.definition}".strip()
        parts.append(report.say("not comparable: {reason}", reason=text) if new else text)
    if ahead is not None:
        year = report.language.year_ending(ahead["year"], ahead["last_period"])
        told = {"year": year, "number": ahead["text"]}
        sentence = N_("projected for {year}: {number}")
        if pd.notna(ahead["low"]):
            sentence = N_("projected for {year}: {number} ({low} to {high})")
            places = report.wording.places(ahead["indicator"])
            ends = report.wording.ends(ahead["low"], ahead["high"], ahead["indicator"], places)
            told |= dict(zip(("low", "high"), ends, strict=True))
        parts.append(report.say(sentence, **told))
    return parts


def _with_expected(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Put forecasts, suppositions and recast years beside the figures; they are hollow."""
    ours, before = _expected(report, own), worked_out(report, own)
    both = own.assign(hollow=False)
    if len(ours):
        ahead = pd.concat([both, ours.assign(hollow=True)]).sort_values("end", kind="stable")
        both = ahead.assign(run=ahead["run"].ffill().bfill())
    return pd.concat([before.assign(hollow=True), both]) if len(before) else both


def _expected(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Give the forecasts and suppositions of whole years of the same indicator."""
    expected = report.review.expected
    return expected[expected["indicator"].eq(own["indicator"].iloc[0]) & expected["years"].eq(1)]


def _seen(report: Report, own: pd.DataFrame) -> str:
    """Say in a line what the chart shows, and which years are expected, not known."""
    text, ours = _finding(report, own), _expected(report, own)
    if len(before := worked_out(report, own)["period"]):
        years = report.language.periods(before.iloc[0], before.iloc[-1])
        text = report.say("{text} ({years} worked out)", text=text, years=years)
    if ours.empty:
        return text
    years = ", ".join(report.language.period(period) for period in ours["period"])
    sentence = N_("{text} ({years} supposed)")
    if not is_supposed(ours).all():
        sentence = N_("{text} ({years} expected, not known)")
    return report.say(sentence, text=text, years=years)


def _finding(report: Report, own: pd.DataFrame) -> str:
    say, last = report.say, against(report.wording, own.iloc[-1])
    later = report.language.period(last["period"])
    trend = latest_trend(report.review, own)
    if trend["verdict"] == "too_few_points":
        before, follows = last["previous_period"], isinstance(last["previous_period"], str)
        earlier = report.language.period(before if follows else own["period"].tail(2).iloc[0])
        if not (follows and last["comparable"]):
            return say("{earlier} and {later}: not comparable", earlier=earlier, later=later)
        said, ends = report.wording.difference(last), (before, last["period"])
    else:
        said, ends = moves(report.wording, trend), (trend["first_period"], trend["last_period"])
        if trend["verdict"] in ("rising", "falling"):
            said = report.wording.named(codes.TREND, trend["verdict"])
    text = f"{report.language.periods(*ends)}: {said}"
    if trend["first_period"] == own["period"].iloc[0]:
        return text
    first = report.language.period(trend["first_period"])
    return say("{text}; not comparable with the years before {period}", text=text, period=first)


def _projection(report: Report, indicator: str) -> pd.Series | None:
    ahead = report.review.projections
    ahead = ahead[ahead["indicator"] == indicator]
    if ahead.empty:
        return None
    row, words = ahead.iloc[0], report.wording
    said = [by.projected(row["projected"], indicator) for by in (words.bare, words)]
    return pd.concat([row, pd.Series(said, ["label", "text"])])


def _points(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    words, defined = report.wording, own["definition"].fillna("")
    several, hollow = defined.ne(defined.iloc[0]).any(), own["hollow"]
    rows = zip(own.iterrows(), hollow, strict=True)
    plain = [row.drop("obs_status") if new else row for (_, row), new in rows]
    return own.assign(
        year=own["end"].dt.year,
        value=middle(own),
        ranged=own["qualifier"].eq(".."),
        least=own["least"].where(own["least"] > -inf, own["value"]),
        most=own["most"].where(own["most"] < inf, own["value"]),
        label=[words.bare.figure(row) for row in plain],
        text=[_worked_out(report, row) for row in plain],
        definition=[words.title_of("definition", d) if several else "" for d in own["definition"]],
        supposed=hollow,
    )


def _worked_out(report: Report, row: pd.Series) -> str:
    """Write a figure; one of the years before a merger is marked as what it is."""
    text = report.wording.figure(row)
    if pd.isna(row.get("changed_on", pd.NaT)):
        return text
    return report.say("{figure} (worked out)", figure=text)


def aims(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Give the targets of an indicator, each with the years that it holds for.

    A target of a part of a year is none of the year; a sum over several years is none of any
    of them, and one to be reached by their end is the last one's; a target set
    for another definition is none of these figures.

    Parameters
    ----------
    report : Report
        The report.
    own : DataFrame
        The yearly figures of one indicator.

    Returns
    -------
    DataFrame
        ``first`` and ``last`` year, ``value``, ``label`` in words with its period, ``short``
        without; in the order of time.
    """
    targets = report.tables["targets"].dropna(subset="value")
    targets = targets[targets["indicator"] == own["indicator"].iloc[0]]
    share = report.wording.measure(own["indicator"].iloc[0]).kind == "percent"
    rows = []
    for _, target in targets.iterrows():
        span = parse_period(target["period"])
        first, last = span.start.year, span.end.year
        whole = "-" not in target["period"] and (
            share or first == last or target["kind"] in ("by", "each")
        )
        if target["kind"] == "by":
            first = last
        if whole and last >= own["end"].dt.year.min() and _meant(own, target, last):
            rows.append([first, last, target["value"], *_labels(report, target)])
    return pd.DataFrame(rows, columns=NO_AIMS.columns).sort_values("last", kind="stable")


def _meant(own: pd.DataFrame, target: pd.Series, last: int) -> bool:
    """Say whether the figures up to a target's last year count what it was set for."""
    until = own[own["end"].dt.year <= last]
    return as_meant(until["definition"].iloc[-1], target["definition"])


def _labels(report: Report, target: pd.Series) -> tuple[str, str]:
    """Give a target in words, with its period and without."""
    say, words = report.say, report.wording
    full, short = words.figure(target), words.bare.figure(target)
    if isinstance(target["derivation"], str):
        full, short = (f"{number} ({say('worked out')})" for number in (full, short))
    period = report.language.period(target["period"])
    label = say("target {period}: {number}", period=period, number=full)
    return label, say("target {number}", number=short)
