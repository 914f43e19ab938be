"""The way towards a target: counts so far, the pace so far and the one that is needed."""

from collections.abc import Iterator
from html import escape
from math import inf

import pandas as pd

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.report import Report
from giaoban.tables import html_table


def so_far(report: Report) -> Iterator[str]:
    """Set the share of a target reached so far beside the share of its time that is gone."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            report.language.period(row["period"]),
            _sum(report, row) + report.cite_all("figures", row["rows"]),
            escape(words.computed(row["target"], row["indicator"]))
            + report.cite("targets", row["target_row"]),
            words.percent(row["share_reached"]),
            words.percent(row["share_gone"]),
            report.mark(vocabulary.STATUS, row["status"]) if row["status"] else "–",
        ]
        for _, row in report.review.reached.iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Period"), say("So far"), say("Target")]
        header += [say("Share of the target"), say("Time gone"), say("Status")]
        yield html_table(say("Counts added up within the periods of their targets"), header, rows)


def _sum(report: Report, row: pd.Series) -> str:
    words, until = report.wording, report.language.date(row["until"])
    finite = {end: row[end] for end in ("least", "most") if row[end] < inf}
    ends = {end: words.computed(number, row["indicator"]) for end, number in finite.items()}
    least, most = ends["least"], ends.get("most", "")
    text = least if least == most else report.language.say("{low} to {high}", low=least, high=most)
    if row["most"] == inf:
        text = report.language.say("at least {number}", number=least)
    return report.say("{number} by {day}", number=text, day=until)


def paces(report: Report) -> Iterator[str]:
    """Say how the pace so far stands to the one that each target asks for."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.title_of("indicator", row["indicator"])),
            escape(words.computed(row["target"], row["indicator"]))
            + report.cite("targets", row["target_row"]),
            str(row["target_year"]),
            _rate(report, row, "actual"),
            _rate(report, row, "required"),
            report.mark(vocabulary.PROGRESS, row["verdict"]),
        ]
        for _, row in report.review.paces.iterrows()
    ]
    if rows:
        header = [say("Indicator"), say("Target"), say("By"), say("Pace so far")]
        header += [say("Pace needed from the start"), say("Progress")]
        yield html_table(say("Progress towards targets that lie ahead"), header, rows)


def _rate(report: Report, row: pd.Series, name: str) -> str:
    """Write a growth rate, or a difference a year where no rate exists."""
    if row["basis"] == "reached":
        return report.say("reached at the start") if name == "actual" else "–"
    if pd.isna(row[name]):
        return "–"
    if row["basis"] == "growth":
        number = report.language.difference(row[name] * 100, "", 2) + "%"
    else:
        number = report.language.difference(row[name], report.wording.measure(row["indicator"]), 2)
    return report.say(N_("{number} a year"), number=number)
