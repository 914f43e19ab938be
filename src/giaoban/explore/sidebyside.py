"""Several indicators, or all units, side by side: a field for each over the years."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import Review, middle
from giaoban.charts import small_multiples
from giaoban.explore.choice import Choice, review_of
from giaoban.report import Report, html_table, over_the_years

# Within a field of a page that has room for one line.
NO_YEARS = Markup("<p>{}</p>")


def side_by_side(choice: Choice, home: Path, out_dir: Path | None = None) -> Iterator[Markup]:
    """Draw what is picked beside the indicator: other indicators, and all units.

    Parameters
    ----------
    choice : Choice
        What is picked.
    home : Path
        The project's folder.
    out_dir : Path or None
        Where the pictures are kept; nowhere by default.
    """
    if choice.beside:
        report = Report(review_of(choice, home), choice.lang, out_dir)
        yield from _indicators(report, [choice.indicator, *choice.beside])
    if choice.units:
        report = Report(review_of_units(choice, home), choice.lang, out_dir)
        title = report.wording.title_of("indicator", choice.indicator)
        own = pd.DataFrame({"indicator": [choice.indicator]})
        drawn = Markup().join(over_the_years(report, own))
        none = report.say("No unit below has figures of two whole years here.")
        heading = report.say("{indicator}: all units side by side", indicator=title)
        yield Markup("<h3>{}</h3>{}").format(heading, drawn or NO_YEARS.format(none))


def review_of_units(choice: Choice, home: Path) -> Review:
    """Give the review whose units below are all units: of a unit without any its parent's."""
    review = review_of(replace(choice, what_if=None), home)
    if review.units_below.empty:
        units = review.known.package.tables["units"].set_index("unit")
        parent = units["parent"].get(choice.unit)
        if isinstance(parent, str):
            whole = review_of(replace(choice, unit=parent, what_if=None), home)
            return whole if len(whole.units_below) > 1 else review
    return review


def _indicators(report: Report, picked: list[str]) -> Iterator[Markup]:
    """Draw indicators side by side, each in its own measure and so on its own scale."""
    say, words = report.say, report.wording
    runs = report.review.runs
    yearly = runs[runs["years"].eq(1) & runs["indicator"].isin(picked)]
    order = yearly["indicator"].map(picked.index)
    yearly = yearly.assign(order=order).sort_values(["order", "end"], kind="stable")
    yield Markup("<h3>{}</h3>").format(say("Side by side"))
    if yearly.empty:
        yield NO_YEARS.format(say("No indicator has figures of two whole years yet."))
        return
    shown = yearly.assign(
        unit=yearly["indicator"],
        title=[words.title_of("indicator", id_) for id_ in yearly["indicator"]],
        year=yearly["end"].dt.year,
        value=middle(yearly),
        label=[words.figure(row) for _, row in yearly.iterrows()],
    )
    told = [
        f"{own['title'].iloc[0]}: "
        + "; ".join(f"{report.language.period(str(r.period))}: {r.label}" for r in own.itertuples())
        for _, own in shown.groupby("order")
    ]
    yield report.charts.chart(
        small_multiples(shown, None),
        "side-by-side",
        say("Each indicator on a scale of its own"),
        ". ".join(told),
        table := _every_year(report, shown),
    )
    yield table


def _every_year(report: Report, shown: pd.DataFrame) -> Markup:
    """List the figures with the years across."""
    periods = sorted(shown["period"].unique())
    rows = []
    for _, own in shown.groupby("order"):
        figures = dict(zip(own["period"], own["label"], strict=True))
        rows.append([own["title"].iloc[0], *(figures.get(period, "–") for period in periods)])
    header = [report.say("Indicator"), *(report.language.period(period) for period in periods)]
    return html_table(report.say("Figures over the years"), header, rows)
