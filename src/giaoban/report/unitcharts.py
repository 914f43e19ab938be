"""Charts of the units below: which differ by more than chance, and all of them over the years."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import funnel_limits, gains, runs
from giaoban.charts import funnel_chart, small_multiples
from giaoban.report.html import html_table
from giaoban.report.page import Report
from giaoban.wording import codes

ROOM_AT_THE_END = 1.1


def funnel_plot(report: Report, funnel: pd.DataFrame) -> Iterator[Markup]:
    """Say which units differ from all together by more than chance, and draw them."""
    if len(funnel) < 2:
        return
    say, words = report.say, report.wording
    whole, outside = funnel["whole"].iloc[0], funnel[funnel["place"] != "within"]
    names = [
        f"{words.title_of('unit', row['unit'])} ({words.named(codes.PLACE, row['place'])})"
        for _, row in outside.iterrows()
    ]
    text = say(
        "All {units} units together: {whole}. Within chance of it: {within}.",
        units=len(funnel),
        whole=words.percent(whole),
        within=len(funnel) - len(outside),
    )
    if names:
        text += " " + say(
            "Beyond it: {names}. Of so many units, {expected} would lie beyond the 95% limits by "
            "chance alone.",
            names="; ".join(names),
            expected=report.language.number(len(funnel) * 0.05, 1),
        )
    yield Markup("<p>{}</p>").format(text)
    yield _funnel_chart(report, funnel, text)


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
    title = say(
        "Units beyond the limits of chance: {number} of {units}",
        number=int(outside.sum()),
        units=len(funnel),
    )
    rows = [
        [row["label"], f"{row['denominator']:.0f}", words.percent(row["share"])]
        for _, row in shown.iterrows()
    ]
    return report.charts.chart(
        funnel_chart(shown, _curves(funnel), labels),
        f"funnel-{indicator}",
        title,
        text,
        html_table(say("Units by size"), [say("Unit"), say("Size"), say("Share")], rows),
        subject=words.title_of("indicator", indicator),
    )


def _curves(funnel: pd.DataFrame) -> pd.DataFrame:
    """Give the limits of chance for units of every size, in percent."""
    largest, whole = funnel["denominator"].max(), funnel["whole"].iloc[0]
    sizes = pd.Series(range(1, int(largest * ROOM_AT_THE_END) + 2), dtype="float64")
    curves = funnel_limits(sizes, whole / 100).mul(100).assign(denominator=sizes, whole=whole)
    return curves[curves["denominator"] >= 2]


def over_the_years(report: Report, ranked: pd.DataFrame) -> Iterator[Markup]:
    """Draw every unit over the years, on one scale."""
    indicator, words = ranked["indicator"].iloc[0], report.wording
    yearly = runs(report.review.below)[lambda t: t["indicator"].eq(indicator) & t["years"].eq(1)]
    if yearly["period"].nunique() < 2:
        return
    shown = yearly.assign(
        title=[words.title_of("unit", unit) for unit in yearly["unit"]],
        year=yearly["end"].dt.year,
        label=[words.figure(row) for _, row in yearly.iterrows()],
    )
    late = shown["year"] < shown["year"].max()
    shown["label"] = shown["label"].where(
        ~late, shown["label"] + " (" + shown["period"].map(report.language.period) + ")"
    )
    share = words.measure(indicator) == "percent"
    top = 100.0 if share else float(shown["value"].max())
    last = shown.groupby("unit").tail(1)
    yield report.charts.chart(
        small_multiples(shown, top),
        f"units-{indicator}",
        _seen(report, last),
        "; ".join(f"{r.title}: {r.label}" for r in last.itertuples()),
        _every_year(report, shown),
        subject=words.title_of("indicator", indicator),
    )


def _seen(report: Report, last: pd.DataFrame) -> str:
    """Say how many units stand better in the latest year than the figure before."""
    now = last[last["end"] == last["end"].max()]
    found = gains(now, report.tables["indicators"]).dropna()
    if found.empty:
        return report.say("Every unit over the years, on one scale from 0")
    return report.say(
        "Units that are better than the figure before: {better} of {number}",
        better=int(found.eq("better").sum()),
        number=len(found),
    )


def _every_year(report: Report, shown: pd.DataFrame) -> Markup:
    periods = sorted(shown["period"].unique())
    rows = []
    for _, own in shown.groupby("unit", sort=False):
        figures = {row["period"]: report.wording.figure(row) for _, row in own.iterrows()}
        rows.append([own["title"].iloc[0], *(figures.get(period, "–") for period in periods)])
    header = [report.say("Unit"), *(report.language.period(period) for period in periods)]
    return html_table(report.say("Every unit over the years"), header, rows)
