"""A part of a review: of some years, or of one indicator."""

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from giaoban.analysis import Review

# What a review finds row by row, each row about one indicator.
FOUND = (
    "compared",
    "recast",
    "since_merger",
    "expected",
    "breaks",
    "verdicts",
    "against_targets",
    "latest",
    "paces",
    "trends",
    "projections",
    "control",
    "claims",
)
# The tables that lead to an indicator; the others speak of the whole programme.
OWN = (
    "indicators",
    "figures",
    "targets",
    "claims",
    "figures_merged",
    "figures_told",
    "targets_told",
    "figures_replaced",
    "targets_replaced",
)


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
    inside = {
        name: figures[figures["end"].dt.year.between(first, last)]
        for name in ("figures", "figures_below", "figures_merged")
        for figures in [review.tables[name]]
    }
    return Review(replace(review.known, tables=review.tables | inside))


# What was found of an indicator serves every pick that leaves the review as it is.
@lru_cache(maxsize=64)
def on_indicator(review: Review, indicator: str) -> Review:
    """Keep what a review finds of one indicator.

    Whether two shares may be compared can rest on the figures of the indicator that they are
    shares of: these are looked at too, and left out of what is found.

    Parameters
    ----------
    review : Review
        The whole; what it has not found yet is not asked of it.
    indicator : str
        One of its indicators.

    Returns
    -------
    Review
        For the functions of `giaoban.report` that go through the indicators. Of the tables,
        `OWN` and the records hold the indicator's rows only; events and rules are empty;
        sources are those that the rows left lead to. Every finding is the whole review's.
    """
    within = _only(review, {indicator, *_bases(review.tables["indicators"], indicator)})
    part = _only(review, {indicator})
    part.hand(**{name: _of(getattr(within, name), {indicator}) for name in FOUND})
    return part


def _bases(indicators: pd.DataFrame, indicator: str) -> set[str]:
    """Name what an indicator is a share of, and what that is a share of."""
    leads_to = indicators.set_index("indicator")["part_of"].dropna()
    found: set[str] = set()
    while (indicator := leads_to.get(indicator, "")) and indicator not in found:
        found.add(indicator)
    return found


def _only(review: Review, indicators: set[str]) -> Review:
    tables = {name: _of(review.tables[name], indicators) for name in (*OWN, "records")}
    tables |= {name: review.tables[name].iloc[:0] for name in ("events", "rules")}
    cited = {source for table in tables.values() if "source" in table for source in table["source"]}
    sources = review.tables["sources"]
    tables["sources"] = sources[sources["source"].isin(cited)]
    return Review(replace(review.known, tables=review.tables | tables))


def _of(table: pd.DataFrame, indicators: set[str]) -> pd.DataFrame:
    return table[table["indicator"].isin(indicators)] if "indicator" in table else table.iloc[:0]
