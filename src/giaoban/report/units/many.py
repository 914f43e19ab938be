"""More figures of units below than anybody reads: all of them to search and to take away."""

import pandas as pd
from markupsafe import Markup

from giaoban.language import BARE
from giaoban.report.page import Report
from giaoban.wording import csv_link

# With more figures in the latest year than these, no picture and no table shows each.
READ = 100
# More than these would make a page too large to send.
CARRIED = 2000


def too_many(report: Report) -> bool:
    """Say whether the units below have more figures than are shown one by one."""
    return len(report.review.ranking) > READ


def all_to_take(report: Report) -> Markup:
    """Give the latest figures of all units: a fold for each indicator to search, and a CSV file.

    Where they are too many for a page, say which file beside it has them.
    """
    review, ranking = report.review, report.review.ranking
    if len(ranking) > CARRIED:
        file = f"data/processed/{review.name}/{review.date}/{review.known.unit}/figures.csv"
        text = report.say(
            "The units have {number} latest figures; all of them, of every year, are in {file}.",
            number=report.language.number(len(ranking), 0),
            file=file,
        )
        return Markup("<p>{}</p>").format(text)
    order = [i for i in report.tables["indicators"]["indicator"] if i in set(ranking["indicator"])]
    folds = [_fold(report, ranking[ranking["indicator"] == indicator]) for indicator in order]
    return Markup().join([*folds, _file(report, order)])


def _fold(report: Report, ranked: pd.DataFrame) -> Markup:
    """List every unit with its figure, the first rank first."""
    words, last = report.wording, ranked.iloc[0]
    title = report.say(
        "{indicator}, {period}: all {number} units",
        indicator=words.title_of("indicator", last["indicator"]),
        period=report.language.period(last["period"]),
        number=len(ranked),
    )
    listed = "; ".join(
        f"{words.title_of('unit', row['unit'])} {words.bare.figure(row)}"
        for _, row in ranked.iterrows()
    )
    return Markup("<details><summary>{}</summary><p>{}</p></details>").format(title, listed)


def _file(report: Report, order: list[str]) -> Markup:
    """Give them as CSV, a row for each unit and a column for each indicator."""
    words, named = report.wording, ["value", "as_published", "qualifier", "value_to"]
    figures = report.review.ranking
    written = [
        report.language.figure(value, BARE, *printed)
        for value, *printed in figures[named].itertuples(index=False)
    ]
    cells = dict(zip(zip(figures["unit"], figures["indicator"], strict=True), written, strict=True))
    rows = [
        [words.title_of("unit", unit), *(cells.get((unit, indicator), "") for indicator in order)]
        for unit in sorted(set(figures["unit"]))
    ]
    header = [report.say("Unit"), *(words.title_of("indicator", i) for i in order)]
    return csv_link(report.say("The latest figures of all units"), [header, *rows], report.code)
