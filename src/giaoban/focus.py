"""A part of a review: of some years, or of one indicator."""

from dataclasses import replace

import pandas as pd

from giaoban.review import Review

# What a review finds row by row, each row about one indicator.
FOUND = (
    "compared",
    "against_targets",
    "latest",
    "aimed",
    "paces",
    "open_targets",
    "reached",
    "trends",
    "projections",
    "control",
    "claims",
)
# The tables that lead to an indicator; the others speak of the whole programme.
OWN = ("indicators", "figures", "targets", "claims", "figures_replaced", "targets_replaced")


def years_of(review: Review, indicator: str) -> list[int]:
    """List the years in which the published figures of an indicator end, without gaps."""
    figures = review.tables["figures"]
    ends = figures.loc[figures["indicator"].eq(indicator) & figures["value"].notna(), "end"]
    return list(range(ends.min().year, ends.max().year + 1)) if len(ends) else []


def between(review: Review, first: int, last: int) -> Review:
    """Give the review that there would be if only the figures of some years were known.

    Changes, slopes and paces are then those of these years alone.

    Parameters
    ----------
    review : Review
        What is known.
    first, last : int
        Years; a figure belongs to the one in which its period ends.
    """
    figures = review.tables["figures"]
    inside = figures[figures["end"].dt.year.between(first, last)]
    return Review(replace(review.known, tables=review.tables | {"figures": inside}))


def on_indicator(review: Review, indicator: str) -> Review:
    """Keep what a review found of one indicator.

    Nothing is judged anew: whether two shares may be compared can rest on the figures of another
    indicator, so every finding is the whole review's.

    Parameters
    ----------
    review : Review
        The whole.
    indicator : str
        One of its indicators.

    Returns
    -------
    Review
        For the functions of `giaoban.sections` that go through the indicators. Of the tables,
        `OWN` and the records hold the indicator's rows only; events and rules are empty;
        sources are those that the rows left lead to.
    """
    tables = {name: _of(review.tables[name], indicator) for name in OWN}
    tables["records"] = _of(review.tables["records"], indicator)
    tables |= {name: review.tables[name].iloc[:0] for name in ("events", "rules")}
    cited = {source for table in tables.values() if "source" in table for source in table["source"]}
    sources = review.tables["sources"]
    tables["sources"] = sources[sources["source"].isin(cited)]
    part = Review(replace(review.known, tables=review.tables | tables))
    vars(part).update({name: _of(getattr(review, name), indicator) for name in FOUND})
    return part


def _of(table: pd.DataFrame, indicator: str) -> pd.DataFrame:
    return table[table["indicator"].eq(indicator)] if "indicator" in table else table.iloc[:0]
