"""The units below this one: how they stand, and who is silent."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import silent_units
from giaoban.catalogues import N_
from giaoban.language import BARE
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.report.units.charts import over_the_years, unit_picture
from giaoban.report.units.many import all_to_take, too_many
from giaoban.wording import (
    beyond_chance,
    change,
    codes,
    ends_told,
    interval,
    named_few,
    parts_told,
    places_of_parts,
    told_part,
)

NO_UNITS = N_("No figures of units below this one have been entered for a whole year.")


def units_below(
    report: Report,
    compared: pd.DataFrame | None = None,
    below: pd.DataFrame | None = None,
    ranking: pd.DataFrame | None = None,
    contributions: pd.DataFrame | None = None,
) -> Fragment:
    """For each indicator of units below: who brought what, dots or a funnel, who is silent.

    Parameters
    ----------
    report : Report
        The report.
    compared, below, ranking : DataFrame
        Of the units below, from `giaoban.analysis.compare`, `giaoban.analysis.with_targets` and
        `giaoban.analysis.rank_units`; else the review's own.
    contributions : DataFrame
        From `giaoban.analysis.contributions`.
    """
    report.review.hand(compared_below=compared, below=below, ranking=ranking)
    report.review.hand(contributions=contributions)
    if report.review.ranking.empty:
        return report.paragraph(NO_UNITS)
    parts = [_indicator(report, ranked) for ranked in _by_indicator(report)]
    return Fragment(Markup().join(parts), report.charts.told())


def _by_indicator(report: Report) -> Iterator[pd.DataFrame]:
    ranking = report.review.ranking
    for indicator in report.tables["indicators"]["indicator"]:
        if len(ranked := ranking[ranking["indicator"] == indicator]):
            yield ranked


def _funnel(report: Report, indicator: str) -> pd.DataFrame:
    funnel = report.review.funnel
    return funnel[funnel["indicator"] == indicator]


def _indicator(report: Report, ranked: pd.DataFrame) -> Markup:
    indicator = ranked["indicator"].iloc[0]
    funnel = _funnel(report, indicator)
    told = [*parts_told(report.wording, indicator)]
    if too_many(report):
        told += [beyond_chance(report.wording, funnel)] if len(funnel) > 1 else []
        told += ends_told(report.wording, ranked)
        parts = [*_silent(report, ranked)]
    else:
        parts = [*unit_picture(report, ranked, funnel), *_silent(report, ranked)]
    texts = [Markup("<p>{}</p>").format(text) for text in told]
    texts = [*texts, *(part for part in parts if not part.startswith("<figure"))]
    parts = [part for part in parts if part.startswith("<figure")]
    # The texts stand together beside the picture.
    parts += [Markup("<div>{}</div>").format(Markup().join(texts))] if texts else []
    if not parts:
        return Markup()
    title, shown = report.wording.title_of("indicator", indicator), Markup().join(parts)
    beside = Markup(' class="beside"') if "<figure" in shown else ""
    return Markup("<section{}><h3>{}</h3>{}</section>").format(beside, title, shown)


def units_in_full(report: Report, ranking: pd.DataFrame | None = None) -> Fragment:
    """Rank the units below by each indicator that they report.

    Parameters
    ----------
    report : Report
        The report.
    ranking : DataFrame
        As for `units_below`.
    """
    report.review.hand(ranking=ranking)
    if too_many(report):
        return Fragment(all_to_take(report) + _sources(report, report.review.ranking))
    parts = []
    for ranked in _by_indicator(report):
        indicator = ranked["indicator"].iloc[0]
        funnel = _funnel(report, indicator)
        title = report.wording.title_of("indicator", indicator)
        shown = Markup().join([_ranking(report, ranked, funnel), *over_the_years(report, ranked)])
        parts.append(Markup("<section><h3>{}</h3>{}</section>").format(title, shown))
    if not parts:
        return report.paragraph(NO_UNITS)
    return Fragment(Markup().join(parts), report.charts.told())


def _ranking(report: Report, ranked: pd.DataFrame, funnel: pd.DataFrame) -> Markup:
    say, words = report.say, report.wording
    places = funnel.set_index("unit")["place"]
    columns = {
        say("Unit"): [words.title_of("unit", unit) for unit in ranked["unit"]],
        say("Rank"): [f"{rank:.0f}" if pd.notna(rank) else "–" for rank in ranked["rank"]],
        say("Figure"): [words.figure(row) + _interval(report, row) for _, row in ranked.iterrows()],
        say("Against the one before"): [change(words, row) for _, row in ranked.iterrows()],
    }
    if ranked["target_set_by"].notna().any():
        columns[say("Target")] = [words.target(row) for _, row in ranked.iterrows()]
        columns[say("Status")] = [report.marks.status(row) for _, row in ranked.iterrows()]
    columns |= _contributed(report, ranked)
    if len(places):
        columns[say("Place")] = [
            _place(report, places[unit]) if unit in places else "–" for unit in ranked["unit"]
        ]
    header, rows = list(columns), list(zip(*columns.values(), strict=True))
    period = report.language.period(ranked["period"].iloc[0])
    table = html_table(say("Units in {period}", period=period), header, rows)
    return table + _sources(report, ranked)


def _contributed(report: Report, ranked: pd.DataFrame) -> dict[str, list[str]]:
    """Give the parts of each unit in the change and in the gap that the section above tells."""
    found, say = report.review.contributions, report.say
    ours = found[found["indicator"].eq(ranked["indicator"].iloc[0])]
    titles = {"change": say("Part of the change"), "gap": say("Part of the gap")}
    columns = {}
    for part_of, title in titles.items():
        parts = told_part(ours, part_of)
        values = parts.dropna(subset="unit").set_index("unit")["contribution"]
        if len(values):
            places = places_of_parts(report.wording, parts.iloc[0])
            # As in words: what is missing has no sign, whichever way is better.
            values *= -1 if part_of == "gap" and parts["all"].iloc[0] < 0 else 1
            texts = {u: report.language.difference(v, BARE, places) for u, v in values.items()}
            columns[title] = [texts.get(unit, "–") for unit in ranked["unit"]]
    return columns


def _place(report: Report, place: str) -> Markup:
    return report.terms.term("limits", report.wording.named(codes.PLACE, place))


def _silent(report: Report, ranked: pd.DataFrame) -> Iterator[Markup]:
    """Name the units that stand and did not report."""
    below, last = report.review.below, ranked.iloc[0]
    same = below["indicator"].eq(last["indicator"]) & below["period"].eq(last["period"])
    missing = silent_units(below[same], report.review.units_below)
    if len(missing):
        named = [report.wording.title_of("unit", unit) for unit in missing["unit"]]
        names = ", ".join(named)
        if too_many(report):
            names = named_few(report.wording, named)
        yield Markup("<p>{}</p>").format(report.say("Not reported: {names}.", names=names))


def _interval(report: Report, row: pd.Series) -> str:
    if not (ends := interval(report.wording, row, 0)):
        return ""
    counts = {"part": f"{row['numerator']:.0f}", "whole": f"{row['denominator']:.0f}"}
    return " " + report.say("({part} of {whole}; {interval})", interval=ends, **counts)


def _sources(report: Report, ranked: pd.DataFrame) -> Markup:
    """Lead from a table of many units to the sources of its figures."""
    cited = ranked["source"].dropna().unique()
    if not len(cited):
        return Markup()
    listed = Markup(", ").join(report.citations.source(source) for source in cited)
    text = report.around(N_("Source of these figures: {sources}."), sources=listed)
    return Markup("<p>{}</p>").format(text)
