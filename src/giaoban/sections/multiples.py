"""Every unit below over the years, on one scale."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban.analysis import gains, runs
from giaoban.charts.units import small_multiples
from giaoban.report import Report
from giaoban.tables import html_table


def over_the_years(report: Report, ranked: pd.DataFrame) -> Iterator[str]:
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
    description = "; ".join(f"{r.title}: {r.label}" for r in last.itertuples())
    chart, table = small_multiples(shown, top), _every_year(report, shown)
    subject = words.title_of("indicator", indicator)
    yield report.chart(
        chart, f"units-{indicator}", _seen(report, last), description, table, subject
    )


def _seen(report: Report, last: pd.DataFrame) -> str:
    """Say how many units stand better in the latest year than the figure before."""
    now = last[last["end"] == last["end"].max()]
    found = gains(now, report.tables["indicators"]).dropna()
    if found.empty:
        return report.language.say("Every unit over the years, on one scale from 0")
    return report.language.say(
        "Units that are better than the figure before: {better} of {number}",
        better=int(found.eq("better").sum()),
        number=len(found),
    )


def _every_year(report: Report, shown: pd.DataFrame) -> str:
    periods = sorted(shown["period"].unique())
    rows = []
    for _, own in shown.groupby("unit", sort=False):
        figures = {row["period"]: report.wording.figure(row) for _, row in own.iterrows()}
        rows.append(
            [
                escape(own["title"].iloc[0]),
                *(escape(figures.get(period, "–")) for period in periods),
            ]
        )
    header = [report.say("Unit"), *(report.language.period(period) for period in periods)]
    return html_table(report.say("Every unit over the years"), header, rows)
