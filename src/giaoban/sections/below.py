"""The units below this one: how they stand."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.charts.units import funnel_chart, small_multiples
from giaoban.compare import runs
from giaoban.funnel import limits
from giaoban.gains import gains
from giaoban.language import N_
from giaoban.report import Fragment, Report
from giaoban.tables import html_table
from giaoban.units import silent

ROOM_AT_THE_END = 1.1


def units_below(report: Report) -> Fragment:
    """For each indicator that units below report: funnel plot, ranking, small multiples."""
    ranking = report.review.ranking
    if ranking.empty:
        return report.paragraph(
            "No figures of units below this one were published for a whole year."
        )
    order = [i for i in report.tables["indicators"]["indicator"] if i in set(ranking["indicator"])]
    return Fragment("".join(_indicator(report, ranking[ranking["indicator"] == i]) for i in order))


def _indicator(report: Report, ranked: pd.DataFrame) -> str:
    indicator = ranked["indicator"].iloc[0]
    title = escape(report.wording.title_of("indicator", indicator))
    funnel = report.review.funnel.query("indicator == @indicator")
    parts = [
        *_funnel(report, funnel),
        _ranking(report, ranked, funnel),
        *_silent(report, ranked),
        *_multiples(report, ranked),
    ]
    return f"<section><h3>{title}</h3>{''.join(parts)}</section>"


def _funnel(report: Report, funnel: pd.DataFrame) -> Iterator[str]:
    """Say which units differ from all together by more than chance, and draw them."""
    if len(funnel) < 2:
        return
    say, words = report.language.say, report.wording
    whole, outside = funnel["whole"].iloc[0], funnel[funnel["place"] != "within"]
    names = [
        f"{words.title_of('unit', row['unit'])} ({words.named(vocabulary.PLACE, row['place'])})"
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
    yield f"<p>{escape(text)}</p>"
    yield _funnel_chart(report, funnel, text)


def _funnel_chart(report: Report, funnel: pd.DataFrame, text: str) -> str:
    say, words = report.language.say, report.wording
    indicator, whole = funnel["indicator"].iloc[0], funnel["whole"].iloc[0]
    sizes = pd.Series(
        range(1, int(funnel["denominator"].max() * ROOM_AT_THE_END) + 2), dtype="float64"
    )
    curves = limits(sizes, whole / 100).mul(100).assign(denominator=sizes, whole=whole)
    outside = funnel["place"].ne("within")
    shown = funnel.assign(
        outside=outside,
        label=[words.title_of("unit", u) for u in funnel["unit"]],
    )
    labels = {
        "size": say("size of the unit (what its share is taken of)"),
        "whole": say("all: {number}", number=words.percent(whole)),
        "warning": "95%",
        "alarm": words.percent(99.8),
    }
    chart = funnel_chart(shown, curves[curves["denominator"] >= 2], labels)
    title = say(
        "Units beyond the limits of chance: {number} of {units}",
        number=int(outside.sum()),
        units=len(funnel),
    )
    rows = [
        [escape(row["label"]), f"{row['denominator']:.0f}", words.percent(row["share"])]
        for _, row in shown.iterrows()
    ]
    header = [report.say("Unit"), report.say("Size"), report.say("Share")]
    table = html_table(report.say("Units by size"), header, rows)
    subject = words.title_of("indicator", indicator)
    return report.chart(chart, f"funnel-{indicator}", title, text, table, subject)


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
    missing = silent(ranked, report.review.units_below)
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


def _multiples(report: Report, ranked: pd.DataFrame) -> Iterator[str]:
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
