"""Totals over several years: their mean a year, the years not published, the claim."""

from html import escape

import pandas as pd

from giaoban.charts.bars import claim_chart
from giaoban.claimwords import as_recomputed, as_stated
from giaoban.periods import parse_period
from giaoban.report import Fragment, Report
from giaoban.sections.statements import claim_sentence
from giaoban.tables import html_table


def totals_over_years(report: Report) -> Fragment:
    """For each total over several years: its mean a year, the years not published, the claim."""
    figures = report.review.compared
    counted = figures["indicator"].map(report.wording.measure).eq("count")
    several = figures[counted & (figures["years"].fillna(0) > 1)]
    if several.empty:
        return report.paragraph("No total over several years was published.")
    html = "".join(_total(report, row) for _, row in several.iterrows())
    return Fragment(html, report.charts_drawn())


def _total(report: Report, row: pd.Series) -> str:
    say, words = report.say, report.wording
    name, period = words.title_of("indicator", row["indicator"]), parse_period(row["period"])
    mean = report.language.figure(
        round(row["value"] / row["years"], 1), "count", None, row["qualifier"]
    )
    text = say(
        "{figure} over {period} is {mean} a year.",
        figure=words.figure(row),
        period=report.language.period(row["period"]),
        mean=mean,
    )
    charts = []
    mine = report.review.claims.query(
        "indicator == @row.indicator and period == @row.period and kind == 'mean_per_year'"
    )
    said = [claim_sentence(report, claim, report.cite) for _, claim in mine.iterrows()]
    text = f"<p>{text}{report.cite('figures', row.name)} {' '.join(said)}</p>"
    for _, claim in mine[mine["recomputed"].notna()].iterrows():
        stated = as_stated(words, claim)
        labels = (as_recomputed(words, claim), stated)
        kinds = (report.language.say("computed from the total"), report.language.say("as stated"))
        figure = claim_chart(claim["recomputed"], claim["stated"], labels, kinds)
        pairs = list(zip(kinds, labels, strict=True))
        description = "; ".join(f"{kind}: {number}" for kind, number in pairs)
        title = report.language.say(
            "Stated {stated}; the total gives {recomputed}",
            stated=stated,
            recomputed=labels[0],
        )
        rows = [[escape(kind), escape(number)] for kind, number in pairs]
        table = html_table(escape(name), [report.say("What"), report.say("Number")], rows)
        charts.append(
            report.chart(figure, f"claim-{claim['claim']}", title, description, table, name)
        )
    years = range(period.start.year, period.end.year + 1)
    table = _years(report, row, [str(year) for year in years], name)
    beside = f"<div>{text}{table}</div>"
    return f'<section class="beside"><h3>{escape(name)}</h3>{"".join(charts)}{beside}</section>'


def _years(report: Report, total: pd.Series, years: list[str], name: str) -> str:
    """List the single years of a total; one that was not published stays so."""
    ours = report.review.compared.query("indicator == @total.indicator")
    rows = [[year, report.say("not published")] for year in years]
    for number, figure in ours[ours["period"].isin(years)].iterrows():
        said = escape(report.wording.figure(figure)) + report.cite("figures", number)
        rows[years.index(figure["period"])][1] = said
    cited = escape(report.wording.figure(total)) + report.cite("figures", total.name)
    rows.append([report.language.period(total["period"]), cited])
    return html_table(escape(name), [report.say("Period"), report.say("Figure")], rows)
