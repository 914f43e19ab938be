"""The published statements against the figures, and the totals over several years behind some."""

from math import inf

import pandas as pd
from markupsafe import Markup

from giaoban.charts import claim_chart
from giaoban.language import decimals_off_zero, half_up, outwards, parse_period
from giaoban.report.html import Fragment, html_table, why
from giaoban.report.page import Report
from giaoban.wording import (
    as_recomputed,
    as_stated,
    codes,
    judged,
    named_verdict,
    subject,
    telling_decimals,
)


def published_statements(report: Report, claims: pd.DataFrame | None = None) -> Fragment:
    """Hold the published statements against the figures.

    Parameters
    ----------
    report : Report
        The report.
    claims : DataFrame
        From `giaoban.analysis.check_claims`; else the review's own.
    """
    report.review.hand(claims=claims)
    say, words, checked = report.say, report.wording, report.review.claims
    if checked.empty:
        return report.paragraph("No statement to check has been entered.")
    citations = report.citations
    rows = [
        [
            subject(words, claim),
            report.language.period(claim["period"]),
            as_stated(words, claim) + citations.cite("claims", row),
            as_recomputed(words, claim) + citations.cite_all("figures", claim["rows"]),
            _verdict(report, claim),
        ]
        for row, claim in checked.iterrows()
    ]
    header = [say("Indicator"), say("Period"), say("As stated")]
    header += [say("From the figures"), say("Verdict")]
    return Fragment(html_table(say("Published statements, checked"), header, rows))


def _verdict(report: Report, claim: pd.Series) -> Markup:
    """Give the verdict with its shape, and under it what is missing."""
    verdict = named_verdict(report.wording, claim["verdict"], claim["rounded_to"])
    mark = report.marks.mark(codes.VERDICT, claim["verdict"], verdict)
    if claim["verdict"] != "cannot_check":
        return mark
    return mark + why(report.wording.named(codes.MISSING, claim["detail"]))


def totals_over_years(
    report: Report, means: pd.DataFrame | None = None, claims: pd.DataFrame | None = None
) -> Fragment:
    """For each total over several years: its mean a year, the years not published, the claim.

    Parameters
    ----------
    report : Report
        The report.
    means, claims : DataFrame
        From `giaoban.analysis.per_year` and `giaoban.analysis.check_claims`; else the review's own.
    """
    report.review.hand(means=means, claims=claims)
    if report.review.means.empty:
        return report.paragraph("No total over several years has been entered.")
    totals = Markup().join(_total(report, row) for _, row in report.review.means.iterrows())
    return Fragment(totals, report.charts.told())


def _total(report: Report, row: pd.Series) -> Markup:
    claims, of = report.review.claims, [row["indicator"], row["period"], "mean_per_year"]
    claims = claims[claims[["indicator", "period", "kind"]].eq(of).all(axis="columns")]
    sentence = _mean(report, row, claims) + report.citations.cite("figures", row.name)
    stated = Markup(" ").join(_claim_sentence(report, claim) for _, claim in claims.iterrows())
    recomputed, note = claims[claims["recomputed"].notna()], report.wording.local(row, "note")
    charts = Markup().join(_claim_chart(report, claim) for _, claim in recomputed.iterrows())
    return Markup(
        '<section class="beside"><h3>{title}</h3>{charts}'
        "<div><p>{sentence} {stated}</p>{note}{years}</div></section>"
    ).format(
        title=report.wording.title_of("indicator", row["indicator"]),
        charts=charts,
        sentence=sentence,
        stated=stated,
        note=Markup("<p>{}</p>").format(note) if note else "",
        years=_years(report, row) or "",
    )


def _mean(report: Report, row: pd.Series, claims: pd.DataFrame) -> str:
    """Say the mean a year, so finely that one sees how what was stated stands to it."""
    told = claims[["stated", "decimals"]].itertuples(index=False)
    places = [telling_decimals(float(s), int(d), row["per_year"]) for s, d in told]
    mean, most = _mean_written(row, max([decimals_off_zero(row["per_year"], 1), *places]))
    measure = report.wording.measure(row["indicator"])
    sentence = report.say(
        "{figure} in {period} come to {mean} a year.",
        figure=report.wording.figure(row),
        period=report.language.period(row["period"]),
        mean=report.language.figure(mean, measure, None, row["qualifier"], most),
    )
    return sentence[0].upper() + sentence[1:]


def _mean_written(row: pd.Series, places: int) -> tuple[float, float]:
    """Round a mean a year; the ends of a range outwards, so that it stays one."""
    mean, most, sign = row["per_year"], row["per_year_to"], row["qualifier"]
    if sign in ("=", "~"):
        return half_up(mean, places), most
    if sign in ("<", "<="):
        return outwards(-inf, mean)[1], most
    return outwards(mean, most)


def _claim_sentence(report: Report, claim: pd.Series) -> Markup:
    """Say a claim and its verdict in one sentence."""
    words = report.wording
    text = report.say(
        "Stated {stated}: {verdict}.",
        stated=as_stated(words, claim),
        verdict=judged(words, claim),
    )
    return text + report.citations.cite("claims", claim.name)


def _claim_chart(report: Report, claim: pd.Series) -> Markup:
    """Draw the mean that was stated beside the one that the total gives."""
    say, words = report.say, report.wording
    labels = (as_recomputed(words, claim), as_stated(words, claim))
    kinds = (say("computed from the total"), say("as stated"))
    pairs = list(zip(kinds, labels, strict=True))
    title = words.title_of("indicator", claim["indicator"])
    return report.charts.chart(
        claim_chart(claim["recomputed"], claim["stated"], labels, kinds),
        f"claim-{claim['claim']}",
        say(
            "Stated {stated}; the total gives {recomputed}", stated=labels[1], recomputed=labels[0]
        ),
        "; ".join(f"{kind}: {number}" for kind, number in pairs),
        html_table(title, [say("What"), say("Number")], pairs),
        subject=title,
    )


def _years(report: Report, total: pd.Series) -> Markup | None:
    """List the single years of a total, where any of them was entered."""
    say, words, cite = report.say, report.wording, report.citations.cite
    years = [str(year) for year in parse_period(total["period"]).in_years()]
    figures = report.tables["figures"]
    ours = figures[figures["indicator"].eq(total["indicator"]) & figures["period"].isin(years)]
    if ours.empty:
        return None
    rows = [[report.language.period(year), say("not entered")] for year in years]
    for number, figure in ours.iterrows():
        rows[years.index(figure["period"])][1] = words.figure(figure) + cite("figures", number)
    cited = words.figure(total) + cite("figures", total.name)
    rows.append([report.language.period(total["period"]), cited])
    title = words.title_of("indicator", total["indicator"])
    return html_table(title, [say("Period"), say("Figure")], rows)
