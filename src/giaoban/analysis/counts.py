"""The counts behind shares: those that a print can stand for, and those printed with it."""

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any, Final

import numpy as np
import pandas as pd

from giaoban.analysis.comparison import COMPARED_COLUMNS
from giaoban.analysis.series import column, is_share
from giaoban.language import decimals_shown
from giaoban.statistics import feasible_numerators, judge_rounding

# The largest whole that is tried, and of the solutions the smallest.
LARGEST_WHOLE = 200
SOLUTIONS_SHOWN = 3
# Two wholes that differ by no more than this are nearly the same.
NEARLY = 0.05

FEASIBLE_COLUMNS: Final = [
    "unit",
    "period",
    "problem",
    "base",
    "solution",
    "indicator",
    "row",
    "numerator",
    "denominator",
    "printed",
    "fitting",
]
WHOLE_COLUMNS: Final = ["indicator", "earlier", "later", "base", "smaller", "larger"]
_COUNTED: Final = ["recomputed", "verdict", "rounded_to"]
COUNTED_COLUMNS: Final = [*COMPARED_COLUMNS, *_COUNTED]


def feasible_counts(compared: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Find the smallest counts that the shares printed without one can stand for.

    A share and its parts, of one period, are solved together, once as shares of the same whole
    and once the parts as shares of the share that they belong to.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure`` and ``part_of``.

    Returns
    -------
    DataFrame
        A row for each share of each solution: ``unit``, ``period``; ``problem``, a number for
        what was solved together; ``base`` (``alone``, ``same_whole``, ``of_the_part``);
        ``solution``, counted from 1, smallest first, at most 3; ``indicator``; ``row``, the
        index of the figure; ``numerator``, ``denominator`` (at most 200); ``printed``, whether the
        share is ``rounded`` or only ``truncated`` to what was printed; ``fitting``, how many
        solutions there are. A share of 0 or 100 fits any count and is left out. These are
        findings under assumptions, never data.
    """
    rows: list[dict[str, object]] = []
    problems = _problems(printed_shares(compared, indicators), indicators)
    for problem, (base, shares) in enumerate(problems):
        about = {"unit": shares[0].unit, "period": shares[0].period}
        about |= {"problem": problem, "base": base}
        rows += [about | solved for solved in _solve(base, shares)]
    return pd.DataFrame(rows, columns=FEASIBLE_COLUMNS)


def likely_wholes(compared: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Find the wholes that stay nearly the same from one period to the next.

    Parameters
    ----------
    compared, indicators : DataFrame
        As for `feasible_counts`.

    Returns
    -------
    DataFrame
        For each share with parts and each two periods in a row: ``indicator``, ``earlier``,
        ``later`` (periods), ``base`` (``same`` where its parts are shares of the same in both
        periods, else ``changed``), ``smaller`` and ``larger``: the smallest wholes that fit the
        two prints and differ by no more than 5%. These are findings under assumptions, never data.
    """
    fitting: dict[str, dict[str, dict[str, list[int]]]] = {}
    for base, group in _problems(printed_shares(compared, indicators), indicators):
        if base != "alone":
            periods = fitting.setdefault(group[0].indicator, {})
            periods.setdefault(group[0].period, {})[base] = _fitting(base, group)[1]
    rows = [
        {"indicator": indicator, "earlier": one, "later": other, "base": base} | near
        for indicator, periods in fitting.items()
        for one, other in pairwise(sorted(periods))
        for base, near in _nearest(periods[one], periods[other])
    ]
    return pd.DataFrame(rows, columns=WHOLE_COLUMNS)


def _nearest(
    one: dict[str, list[int]], other: dict[str, list[int]]
) -> Iterator[tuple[str, dict[str, int]]]:
    """Give the smallest wholes that are nearly the same, with the base kept and with it changed."""
    for base in ("changed", "same"):
        pairs = [
            sorted((a, b))
            for here, wholes in one.items()
            for there, others in other.items()
            if (here == there) == (base == "same")
            for a, b in product(wholes, others)
            if abs(a - b) <= NEARLY * max(a, b)
        ]
        if pairs:
            smaller, larger = min(pairs, key=lambda pair: (pair[1], pair[1] - pair[0]))
            yield base, {"smaller": smaller, "larger": larger}


def _problems(shares: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[tuple[str, list[Any]]]:
    """Put each share together with its parts; one that is and has none stands alone."""
    part_of = column(indicators, "part_of")
    for _, together in shares.groupby(["unit", "period"], sort=False):
        by_id = dict(zip(together["indicator"], together.itertuples(), strict=True))
        parts = {i: [row for j, row in by_id.items() if part_of[j] == i] for i in by_id}
        groups = [[by_id[i], *rows] for i, rows in parts.items() if rows]
        grouped = {row.indicator for group in groups for row in group}
        yield from (("alone", [row]) for i, row in by_id.items() if i not in grouped)
        yield from ((base, group) for group in groups for base in ("same_whole", "of_the_part"))


def printed_shares(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Keep the exact shares between 0 and 100 whose print is kept and that have no counts."""
    printed = figures["denominator"].isna() & figures["as_published"].notna()
    exact = figures["qualifier"].eq("=") & is_share(figures, indicators)
    kept = figures[printed & exact & figures["value"].between(0, 100, "neither")]
    prints = zip(kept["as_published"], kept["value"], strict=True)
    return kept.assign(decimals=[decimals_shown(text, value) for text, value in prints])


def _solve(base: str, group: list[Any]) -> Iterator[dict[str, object]]:
    """Give the smallest solutions."""
    how, fitting, counts, bases = _fitting(base, group)
    for solution, d in enumerate(fitting[:SOLUTIONS_SHOWN], 1):
        for row, count, of in zip(group, counts, bases, strict=True):
            yield {
                "solution": solution,
                "indicator": row.indicator,
                "row": row.Index,
                "numerator": int(count[d]),
                "denominator": int(of[d]),
                "printed": how,
                "fitting": len(fitting),
            }


def _fitting(
    base: str, group: list[Any]
) -> tuple[str, list[int], list[pd.Series], list[pd.Series]]:
    """Give the wholes that fit, rounded where any does, else truncated; counts and their bases."""
    # Of one thing there is no share but nothing and all.
    n = np.arange(2, LARGEST_WHOLE + 1)
    tables = [_feasible(row.value, row.decimals, n) for row in group]
    for how in ("rounded", "truncated"):
        counts = [table[how] for table in tables]
        bases = [pd.Series(n, index=n) for _ in group]
        if base == "of_the_part":
            part = tables[0][how]
            bases[1:] = [part for _ in group[1:]]
            counts[1:] = [c.reindex(part.fillna(0)).set_axis(n) for c in counts[1:]]
        fitting = [int(d) for d in n if all(pd.notna(c[d]) for c in counts)]
        if fitting:
            break
    return how, fitting, counts, bases


def _feasible(printed: float, decimals: int, denominators: np.ndarray) -> pd.DataFrame:
    rounded, truncated = feasible_numerators(printed, decimals, denominators)
    return pd.DataFrame({"rounded": rounded, "truncated": truncated}, index=denominators)


def counted_shares(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Hold the shares that were printed with their counts against these.

    Parameters
    ----------
    figures : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    indicators : DataFrame
        ``unit_measure``.

    Returns
    -------
    DataFrame
        The exact figures with ``numerator`` and ``denominator``, with ``recomputed`` in percent,
        ``verdict`` and ``rounded_to`` of the print (see `giaoban.statistics.judge_rounding`).
    """
    counted = figures[["numerator", "denominator"]].notna().all(axis=1)
    known = figures[counted & figures["qualifier"].eq("=") & is_share(figures, indicators)]
    recomputed = known["numerator"] / known["denominator"] * 100
    judged = [
        judge_rounding(value, decimals_shown(text, value), share)
        for value, text, share in zip(
            known["value"], known["as_published"], recomputed, strict=True
        )
    ]
    out = known.assign(
        recomputed=recomputed,
        verdict=pd.Series([verdict for verdict, _ in judged], known.index, "str"),
        rounded_to=pd.Series([step for _, step in judged], known.index, "float64"),
    )
    return out[[*figures.columns, *_COUNTED]]
