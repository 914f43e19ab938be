"""The sections of the report that judge: trends, totals, targets, statements."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban.charts import claim_chart, target_chart, trend_chart
from giaoban.intervals import stated_range
from giaoban.periods import parse_period
from giaoban.report import Fragment, Report
from giaoban.tables import html_table
from giaoban.trends import runs


def trends_over_time(report: Report) -> Fragment:
    """For each indicator with several figures: what changed, what may be compared, and why."""
    numbered = runs(report.review.compared)
    series = [
        own
        for indicator in report.tables["indicators"]["indicator"]
        if len(own := numbered[(numbered["indicator"] == indicator) & (numbered["years"] == 1)]) > 1
    ]
    if not series:
        return report.paragraph("No indicator has figures for two years yet.")
    return Fragment("".join(_trend(report, own) for own in series))


def _trend(report: Report, own: pd.DataFrame) -> str:
    say, words = report.say, report.wording
    indicator = own["indicator"].iloc[0]
    title = words.title_of("indicator", indicator)
    pairs = [(own.iloc[i], own.iloc[i - 1]) for i in range(1, len(own))]
    sentences = [escape(s) for row, before in pairs for s in words.comparison(row, before)]
    trend = report.review.trends.query("indicator == @indicator").iloc[-1]
    sentences.append(escape(words.trend(trend)))
    shown = _points(report, own)
    top = 100.0 if words.measure(indicator) == "percent" else None
    figure = trend_chart(shown, report.language.say("not comparable"), top)
    description = "; ".join(f"{p.period}: {p.label}, {p.definition}" for p in shown.itertuples())
    chart = report.chart(figure, f"trend-{indicator}", title, description)
    rows = [
        [
            report.language.period(row["period"]),
            escape(words.figure(row)) + report.cite("figures", row.name),
            escape(words.title_of("definition", row["definition"])) or "–",
            escape(words.change(row)),
        ]
        for _, row in own.iterrows()
    ]
    header = [say("Period"), say("Figure"), say("What was counted"), say("Against the one before")]
    table = html_table(escape(title), header, rows)
    return f"<section><h3>{escape(title)}</h3><p>{' '.join(sentences)}</p>{chart}{table}</section>"


def _points(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    words = report.wording
    share = pd.Series(words.measure(own["indicator"].iloc[0]) == "percent", index=own.index)
    span = stated_range(own["value"], own["qualifier"], share)
    finite = span["high"].where(span["high"] < float("inf"), own["value"])
    return own.assign(
        year=own["end"].dt.year,
        low=span["low"].where(own["qualifier"] != "=", own["value"]),
        high=finite.where(own["qualifier"] != "=", own["value"]),
        label=[words.figure(row) for _, row in own.iterrows()],
        definition=[words.title_of("definition", d) for d in own["definition"]],
    )


def totals(report: Report) -> Fragment:
    """For each total over several years: its mean a year, the years not published, the claim."""
    figures = report.review.compared
    several = figures[figures["years"].fillna(0) > 1]
    if several.empty:
        return report.paragraph("No total over several years was published.")
    return Fragment("".join(_total(report, row) for _, row in several.iterrows()))


def _total(report: Report, row: pd.Series) -> str:
    say, words = report.say, report.wording
    name, period = words.title_of("indicator", row["indicator"]), parse_period(row["period"])
    mean = report.language.number(row["value"] / row["years"], 1)
    text = say(
        "{figure} over {period} is {mean} a year.",
        figure=words.figure(row),
        period=report.language.period(row["period"]),
        mean=mean,
    )
    parts = [f"<h3>{escape(name)}</h3>"]
    mine = report.review.claims.query(
        "indicator == @row.indicator and period == @row.period and kind == 'mean_per_year'"
    )
    said = [claim_sentence(report, claim) for _, claim in mine.iterrows()]
    parts.append(f"<p>{text}{report.cite('figures', row.name)} {' '.join(said)}</p>")
    for _, claim in mine.iterrows():
        stated = words.claim_number(claim, claim["stated"], printed=True)
        labels = (words.claim_number(claim, claim["recomputed"]), stated)
        kinds = (report.language.say("computed from the total"), report.language.say("as stated"))
        figure = claim_chart(claim["recomputed"], claim["stated"], labels, kinds)
        description = "; ".join(f"{k}: {n}" for k, n in zip(kinds, labels, strict=True))
        parts.append(report.chart(figure, f"claim-{claim['claim']}", name, description))
    years = range(period.start.year, period.end.year + 1)
    parts.append(_years_table(report, row, [str(year) for year in years], name))
    return f"<section>{''.join(parts)}</section>"


def _years_table(report: Report, total: pd.Series, years: list[str], name: str) -> str:
    """List the single years of a total; one that was not published stays so."""
    figures = report.review.compared.query("indicator == @total.indicator").set_index("period")
    rows = [
        [year, escape(report.wording.figure(figures.loc[year]))]
        if year in figures.index
        else [year, report.say("not published")]
        for year in years
    ]
    cited = escape(report.wording.figure(total)) + report.cite("figures", total.name)
    rows.append([report.language.period(total["period"]), cited])
    return html_table(escape(name), [report.say("Period"), report.say("Figure")], rows)


def targets(report: Report) -> Fragment:
    """Set every figure that has a target against it."""
    say, words = report.say, report.wording
    ours = report.review.latest.query("status != 'no_target'")
    if ours.empty:
        return report.paragraph("No target was published.")
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            escape(words.figure(row)) + report.cite("figures", row.name),
            escape(words.target(row)) + report.cite("targets", row["target_row"]),
            escape(words.title_of("unit", row["target_set_by"])),
            escape(words.margin(row)),
            escape(words.status(row)),
        ]
        for _, row in ours.iterrows()
    ]
    header = [
        say("Indicator"),
        say("Figure"),
        say("Target"),
        say("Set by"),
        say("Margin"),
        say("Status"),
    ]
    table = html_table(say("Figures against their targets"), header, rows)
    return Fragment("".join([*_target_picture(report, ours), table, *_derivations(report, ours)]))


def _target_picture(report: Report, ours: pd.DataFrame) -> Iterator[str]:
    words = report.wording
    share = ours["indicator"].map(words.measure).eq("percent")
    drawn = ours[share & ours["target"].notna()]
    if drawn.empty:
        return
    span = stated_range(drawn["value"], drawn["qualifier"], share[drawn.index])
    shown = drawn.assign(
        low=span["low"],
        high=span["high"],
        title=[words.title_of("indicator", i) for i in drawn["indicator"]],
        label=[words.figure(row) for _, row in drawn.iterrows()],
        target_label=[
            report.language.say("target {number}", number=words.target(row))
            for _, row in drawn.iterrows()
        ],
    )
    description = "; ".join(f"{r.title}: {r.label}, {r.target_label}" for r in shown.itertuples())
    title = report.language.say("Shares against their targets")
    yield report.chart(target_chart(shown), "targets", title, description)


def _derivations(report: Report, ours: pd.DataFrame) -> Iterator[str]:
    for _, row in ours[ours["target_derivation"].notna()].iterrows():
        text = report.say(
            "The target {target} was not published as such; it is worked out: {derivation}.",
            target=report.wording.target(row),
            derivation=row["target_derivation"],
        )
        yield f"<p>{text}{report.cite('targets', row['target_row'])}</p>"
    for _, row in ours[ours["target"].isna() & ours["status"].isin(["met", "not_met"])].iterrows():
        text = report.say(
            "{indicator}: the target was not published, yet {figure} settles it: {status}, "
            "whatever share it asks for.",
            indicator=report.wording.title_of("indicator", row["indicator"]),
            figure=report.wording.figure(row),
            status=report.wording.status(row),
        )
        yield f"<p>{text}{report.cite('targets', row['target_row'])}</p>"


def statements(report: Report) -> Fragment:
    """Hold the published statements against the figures."""
    say, words, claims = report.say, report.wording, report.review.claims
    if claims.empty:
        return report.paragraph("No statement to check was published.")
    rows = [
        [
            escape(words.title_of("indicator", claim["indicator"])),
            report.language.period(claim["period"]),
            escape(words.claim_number(claim, claim["stated"], True)) + report.cite("claims", row),
            escape(words.recomputed(claim)),
            escape(words.verdict(claim)),
        ]
        for row, claim in claims.iterrows()
    ]
    header = [
        say("Indicator"),
        say("Period"),
        say("As stated"),
        say("From the figures"),
        say("Verdict"),
    ]
    caption = say("Published statements, checked")
    return Fragment(html_table(caption, header, rows))


def claim_sentence(report: Report, claim: pd.Series) -> str:
    """Say a claim and its verdict in one sentence."""
    words = report.wording
    text = report.say(
        "{indicator}: stated {stated}; {verdict}.",
        indicator=words.title_of("indicator", claim["indicator"]),
        stated=words.claim_number(claim, claim["stated"], printed=True),
        verdict=words.verdict(claim),
    )
    return text + report.cite("claims", claim.name)
