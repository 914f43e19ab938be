"""Charts of the units below: which differ by more than chance, and all of them over the years."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from markupsafe import Markup

from giaoban.analysis import funnel_limits, gains, middle, runs
from giaoban.charts import dot_chart, funnel_chart, scale_of, small_multiples
from giaoban.language import Measure
from giaoban.report.html import html_table
from giaoban.report.page import Report
from giaoban.report.trendchart import axis_words, tick_words
from giaoban.wording import beyond_chance

ROOM_AT_THE_END = 1.1
# With fewer units than these each has its name; with more, its size says more.
ENOUGH_FOR_A_FUNNEL = 10
# For so many sizes the limits of a funnel plot are worked out at most.
SIZES = 500


def unit_picture(report: Report, ranked: pd.DataFrame, funnel: pd.DataFrame) -> Iterator[Markup]:
    """Draw how units stand in a year: each by its name where there are few, else by their size.

    Parameters
    ----------
    report : Report
        The report.
    ranked, funnel : DataFrame
        The figures of one indicator, from `giaoban.analysis.rank_units` and of these those from
        `giaoban.analysis.funnel`.
    """
    few = len(ranked) < ENOUGH_FOR_A_FUNNEL
    if len(funnel) > 1:
        yield Markup("<p>{}</p>").format(beyond_chance(report.wording, funnel))
    if few and len(ranked) > 1:
        yield _dot_plot(report, ranked)
    elif len(funnel) > 1 and not few:
        yield _funnel_chart(report, funnel, beyond_chance(report.wording, funnel))


def _dot_plot(report: Report, ranked: pd.DataFrame) -> Markup:
    """Draw each unit by its name, the greatest on top, with its interval and its target."""
    say, words, indicator = report.say, report.wording, ranked["indicator"].iloc[0]
    shown = ranked.assign(value=middle(ranked)).sort_values("value", ascending=False, kind="stable")
    shown = shown.assign(
        title=[words.title_of("unit", unit) for unit in shown["unit"]],
        label=[words.figure(row) for _, row in shown.iterrows()],
    )
    bare = [words.bare.figure(row) for _, row in shown.iterrows()]
    drawn = shown[["value", "low", "high", "target"]].astype("float64")
    measure = words.measure(indicator)
    ends = float(drawn.min().min()), float(drawn.max().max())
    ticks = tick_words(report, scale_of(*ends, measure.kind == "count"), measure)
    interval = say("Line through a dot: its 95% interval.") if shown["low"].notna().any() else ""
    foot = " ".join(filter(None, (axis_words(report, ticks, measure), interval)))
    return report.charts.chart(
        dot_chart(shown.assign(label=bare), ticks, _target(report, shown), foot),
        f"dots-{indicator}",
        _ends(report, shown),
        "; ".join(f"{row.title}: {row.label}" for row in shown.itertuples()),
        html_table(
            say("Units by what they reached"),
            [say("Unit"), say("Figure"), say("Target")],
            [[row["title"], row["label"], words.target(row)] for _, row in shown.iterrows()],
        ),
        subject=words.title_of("indicator", indicator),
    )


def _ends(report: Report, shown: pd.DataFrame) -> str:
    """Say which unit has the greatest figure, and which the least."""
    first, last = shown.iloc[0], shown.iloc[-1]
    return report.say(
        "Greatest: {first}, {most}; least: {last}, {least}",
        first=first["title"],
        most=first["label"],
        last=last["title"],
        least=last["label"],
    )


def _target(report: Report, shown: pd.DataFrame) -> str:
    """Name the target of the units: with its number where they have the same."""
    aimed = shown[shown["target"].notna()]
    if aimed.empty or aimed["target"].ne(aimed["target"].iloc[0]).any():
        return report.say("target")
    return report.say("target {number}", number=report.wording.target(aimed.iloc[0]))


def _funnel_chart(report: Report, funnel: pd.DataFrame, text: str) -> Markup:
    say, words = report.say, report.wording
    indicator, whole = funnel["indicator"].iloc[0], funnel["whole"].iloc[0]
    outside = funnel["place"].ne("within")
    labels = {
        "size": say("size of the unit (what its share is taken of)"),
        "whole": say("all: {number}", number=words.percent(whole)),
        "warning": "95%",
        "alarm": words.percent(99.8),
    }
    shown = funnel.assign(
        outside=outside, label=[words.title_of("unit", u) for u in funnel["unit"]]
    )
    ticks = _share_ticks(report, shown, curves := _curves(funnel))
    if start := axis_words(report, ticks):
        labels["size"] += f". {start}"
    title = say(
        "Units beyond the limits of chance: {number} of {units} with counts",
        number=int(outside.sum()),
        units=len(funnel),
    )
    rows = [
        [row["label"], f"{row['denominator']:.0f}", words.percent(row["share"])]
        for _, row in shown.iterrows()
    ]
    return report.charts.chart(
        funnel_chart(shown, curves, labels, ticks),
        f"funnel-{indicator}",
        title,
        text,
        html_table(say("Units by size"), [say("Unit"), say("Size"), say("Share")], rows),
        subject=words.title_of("indicator", indicator),
    )


def _share_ticks(report: Report, shown: pd.DataFrame, curves: pd.DataFrame) -> dict[float, str]:
    """Write the ticks of a funnel plot: it takes in the units, and its limits for the largest."""
    ends = curves[["alarm_low", "alarm_high"]].iloc[-1]
    values = [*shown["share"], *ends]
    return tick_words(report, scale_of(min(values), max(values)), Measure("percent"))


def _curves(funnel: pd.DataFrame) -> pd.DataFrame:
    """Give the limits of chance for units of every size, in percent."""
    largest, whole = funnel["denominator"].max(), funnel["whole"].iloc[0]
    last = int(largest * ROOM_AT_THE_END) + 1
    sizes = pd.Series(range(1, last + 1), dtype="float64")
    if last > SIZES:
        # Close together where the limits bend.
        sizes = pd.Series(np.unique(np.geomspace(1, last, SIZES).round()))
    curves = funnel_limits(sizes, whole / 100).mul(100).assign(denominator=sizes, whole=whole)
    return curves[curves["denominator"] >= 2]


def over_the_years(report: Report, ranked: pd.DataFrame) -> Iterator[Markup]:
    """Draw every unit over the years, on one scale."""
    indicator, words = ranked["indicator"].iloc[0], report.wording
    yearly = _with_recast(report, runs(report.review.below))
    yearly = yearly[yearly["indicator"].eq(indicator) & yearly["years"].eq(1)]
    if yearly["period"].nunique() < 2:
        return
    shown = yearly.assign(
        title=[words.title_of("unit", unit) for unit in yearly["unit"]],
        year=yearly["end"].dt.year,
        value=middle(yearly),
        label=[words.bare.figure(row) for _, row in yearly.iterrows()],
        text=[_marked(report, row) for _, row in yearly.iterrows()],
    )
    late = shown["year"] < shown["year"].max()
    when = (" (" + shown["period"].map(report.language.period) + ")").where(late, "")
    shown = shown.assign(label=shown["label"] + when, text=shown["text"] + when)
    measure, subject = words.measure(indicator), words.title_of("indicator", indicator)
    top = 100.0 if measure.kind == "percent" else float(shown["value"].max())
    last = shown.groupby("unit").tail(1)
    yield report.charts.chart(
        small_multiples(shown, top),
        f"units-{indicator}",
        _seen(report, last),
        "; ".join(f"{r.title}: {r.text}" for r in last.itertuples()),
        _every_year(report, shown),
        subject=f"{subject} ({measure.unit})" if measure.unit else subject,
    )


def _with_recast(report: Report, numbered: pd.DataFrame) -> pd.DataFrame:
    """Put before the figures of merged units what was worked out for them; it is hollow."""
    ours = report.review.recast
    key = ["unit", "indicator", "period"]
    had = pd.MultiIndex.from_frame(ours[key]).isin(pd.MultiIndex.from_frame(numbered[key]))
    ours = ours[
        ours["qualifier"].eq("=") & ours["unit"].isin(report.review.units_below["unit"]) & ~had
    ]
    if ours.empty:
        return numbered.assign(hollow=False)
    both = pd.concat([numbered.assign(hollow=False), ours.assign(hollow=True, run=-1)])
    return both.sort_values(["indicator", "unit", "end"], kind="stable")


def _marked(report: Report, row: pd.Series) -> str:
    text = report.wording.figure(row)
    return report.say("{figure} (worked out)", figure=text) if row["hollow"] else text


def _seen(report: Report, last: pd.DataFrame) -> str:
    """Say how many units stand better in the latest year than the figure before."""
    now = last[last["end"] == last["end"].max()]
    found = gains(now, report.tables["indicators"]).dropna()
    if found.empty:
        return report.say("Every unit over the years, on one scale from 0")
    return report.say(
        "Units that are better than the figure before: {better} of {number} that can be compared",
        better=int(found.eq("better").sum()),
        number=len(found),
    )


def _every_year(report: Report, shown: pd.DataFrame) -> Markup:
    periods = sorted(shown["period"].unique())
    rows = []
    for _, own in shown.groupby("unit", sort=False):
        figures = {row["period"]: _marked(report, row) for _, row in own.iterrows()}
        rows.append([own["title"].iloc[0], *(figures.get(period, "–") for period in periods)])
    header = [report.say("Unit"), *(report.language.period(period) for period in periods)]
    return html_table(report.say("Every unit over the years"), header, rows)
