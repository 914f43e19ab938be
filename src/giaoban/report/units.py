"""The units below this one: how they stand, and whether they add up to it."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import silent_units
from giaoban.catalogues import N_
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.report.unitcharts import funnel_plot, over_the_years
from giaoban.wording import codes


def units_below(report: Report) -> Fragment:
    """For each indicator that units below report: funnel plot, ranking, small multiples."""
    ranking = report.review.ranking
    if ranking.empty:
        return report.paragraph(
            "No figures of units below this one were published for a whole year."
        )
    order = [i for i in report.tables["indicators"]["indicator"] if i in set(ranking["indicator"])]
    parts = (_indicator(report, ranking[ranking["indicator"] == i]) for i in order)
    return Fragment(Markup().join(parts), report.charts.told())


def _indicator(report: Report, ranked: pd.DataFrame) -> Markup:
    indicator = ranked["indicator"].iloc[0]
    funnel = report.review.funnel.query("indicator == @indicator")
    parts = [
        *funnel_plot(report, funnel),
        _ranking(report, ranked, funnel),
        *_silent(report, ranked),
        *over_the_years(report, ranked),
    ]
    title = report.wording.title_of("indicator", indicator)
    return Markup("<section><h3>{}</h3>{}</section>").format(title, Markup().join(parts))


def _ranking(report: Report, ranked: pd.DataFrame, funnel: pd.DataFrame) -> Markup:
    say, words = report.say, report.wording
    places = funnel.set_index("unit")["place"]
    rows = [
        [
            words.title_of("unit", row["unit"]),
            f"{row['rank']:.0f}" if pd.notna(row["rank"]) else "–",
            words.figure(row) + _interval(report, row),
            words.change(row),
            words.target(row),
            report.marks.status(row),
            _place(report, places[row["unit"]]) if row["unit"] in places else "–",
        ]
        for _, row in ranked.iterrows()
    ]
    header = [say("Unit"), say("Rank"), say("Figure"), say("Against the one before")]
    header += [say("Target"), say("Status"), say("Place")]
    period = report.language.period(ranked["period"].iloc[0])
    table = html_table(say("Units in {period}", period=period), header, rows)
    return table + _sources(report, ranked)


def _place(report: Report, place: str) -> Markup:
    return report.terms.term("limits", report.wording.named(codes.PLACE, place))


def _silent(report: Report, ranked: pd.DataFrame) -> Iterator[Markup]:
    """Name the units that stand and did not report."""
    missing = silent_units(ranked, report.review.units_below)
    if len(missing):
        names = ", ".join(report.wording.title_of("unit", unit) for unit in missing["unit"])
        yield Markup("<p>{}</p>").format(report.say("Not reported: {names}.", names=names))


def _interval(report: Report, row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return ""
    low, high = (report.language.number(row[end], 0) for end in ("low", "high"))
    counts = {"part": f"{row['numerator']:.0f}", "whole": f"{row['denominator']:.0f}"}
    return " " + report.say("({part} of {whole}; {low}–{high}%)", low=low, high=high, **counts)


def _sources(report: Report, ranked: pd.DataFrame) -> Markup:
    """Lead from a table of many units to the sources of its figures."""
    cited = ranked["source"].dropna().unique()
    if not len(cited):
        return Markup()
    listed = Markup(", ").join(report.citations.source(source) for source in cited)
    text = report.around(N_("Source of these figures: {sources}."), sources=listed)
    return Markup("<p>{}</p>").format(text)


def adding_up(report: Report) -> Fragment:
    """Hold this unit's figures against the sum of the units below it."""
    say, words, totals = report.say, report.wording, report.review.totals
    if totals.empty:
        return report.paragraph("There is nothing to add up.")
    rows = [
        [
            words.title_of("indicator", row["indicator"]),
            report.language.period(row["period"]),
            words.computed(row["published"], row["indicator"])
            + report.citations.cite("figures", row["row"]),
            "–" if pd.isna(row["total"]) else words.computed(row["total"], row["indicator"]),
            _difference(report, row),
            say("{part} of {whole}", part=row["reporting"], whole=row["expected"]),
            _verdict(report, row),
        ]
        for _, row in totals.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("Published"), say("Units together")]
    header += [say("Difference"), say("Reporting"), say("Verdict")]
    return Fragment(html_table(say("Do the units add up to what was published?"), header, rows))


def _difference(report: Report, row: pd.Series) -> str:
    if pd.isna(row["difference"]):
        return "–"
    return report.language.difference(row["difference"], report.wording.measure(row["indicator"]))


def _verdict(report: Report, row: pd.Series) -> str:
    words = report.wording
    missing = words.named(codes.MISSING_TOTAL, row["detail"]) if row["detail"] else ""
    return words.verdict(row["verdict"], row["rounded_to"], missing)
