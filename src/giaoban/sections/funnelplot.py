"""Which of the units below differ from all together by more than chance."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import funnel_limits
from giaoban.charts.units import funnel_chart
from giaoban.report import Report
from giaoban.tables import html_table

ROOM_AT_THE_END = 1.1


def funnel_plot(report: Report, funnel: pd.DataFrame) -> Iterator[str]:
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
    curves = funnel_limits(sizes, whole / 100).mul(100).assign(denominator=sizes, whole=whole)
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
