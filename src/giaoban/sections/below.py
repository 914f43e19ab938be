"""The units below this one: how they stand."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import silent_units
from giaoban.language import N_
from giaoban.report import Fragment, Report
from giaoban.sections.funnelplot import funnel_plot
from giaoban.sections.multiples import over_the_years
from giaoban.tables import html_table


def units_below(report: Report) -> Fragment:
    """For each indicator that units below report: funnel plot, ranking, small multiples."""
    ranking = report.review.ranking
    if ranking.empty:
        return report.paragraph(
            "No figures of units below this one were published for a whole year."
        )
    order = [i for i in report.tables["indicators"]["indicator"] if i in set(ranking["indicator"])]
    html = "".join(_indicator(report, ranking[ranking["indicator"] == i]) for i in order)
    return Fragment(html, report.charts_drawn())


def _indicator(report: Report, ranked: pd.DataFrame) -> str:
    indicator = ranked["indicator"].iloc[0]
    title = escape(report.wording.title_of("indicator", indicator))
    funnel = report.review.funnel.query("indicator == @indicator")
    parts = [
        *funnel_plot(report, funnel),
        _ranking(report, ranked, funnel),
        *_silent(report, ranked),
        *over_the_years(report, ranked),
    ]
    return f"<section><h3>{title}</h3>{''.join(parts)}</section>"


def _ranking(report: Report, ranked: pd.DataFrame, funnel: pd.DataFrame) -> str:
    say, words = report.say, report.wording
    places = funnel.set_index("unit")["place"]
    rows = [
        [
            escape(words.title_of("unit", row["unit"])),
            f"{row['rank']:.0f}" if pd.notna(row["rank"]) else "–",
            escape(words.figure(row)) + _interval(report, row),
            escape(words.change(row)),
            escape(words.target(row)),
            report.status(row),
            _place(report, places[row["unit"]]) if row["unit"] in places else "–",
        ]
        for _, row in ranked.iterrows()
    ]
    header = [say("Unit"), say("Rank"), say("Figure"), say("Against the one before")]
    header += [say("Target"), say("Status"), say("Place")]
    period = report.language.period(ranked["period"].iloc[0])
    caption = say("Units in {period}", period=period)
    return html_table(caption, header, rows) + _sources(report, ranked)


def _place(report: Report, place: str) -> str:
    return report.term("limits", report.wording.named(vocabulary.PLACE, place))


def _silent(report: Report, ranked: pd.DataFrame) -> Iterator[str]:
    """Name the units that stand and did not report."""
    missing = silent_units(ranked, report.review.units_below)
    if len(missing):
        names = ", ".join(report.wording.title_of("unit", unit) for unit in missing["unit"])
        text = report.say("Not reported: {names}.", names=names)
        yield f"<p>{text}</p>"


def _interval(report: Report, row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return ""
    low, high = (report.language.number(row[end], 0) for end in ("low", "high"))
    counts = {"part": f"{row['numerator']:.0f}", "whole": f"{row['denominator']:.0f}"}
    return " " + report.say("({part} of {whole}; {low}–{high}%)", low=low, high=high, **counts)


def _sources(report: Report, ranked: pd.DataFrame) -> str:
    """Lead from a table of many units to the sources of its figures."""
    listed = ", ".join(report.source(source) for source in ranked["source"].dropna().unique())
    said = report.around(N_("Source of these figures: {sources}."), sources=listed)
    return f"<p>{said}</p>" if listed else ""
