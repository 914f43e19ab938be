"""Which counts a printed percentage can stand for (GRIM)."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from giaoban.numerals import decimal, decimals_shown
from giaoban.published import column, is_share

# The largest whole that is tried, and of the solutions the smallest.
LARGEST = 200
SHOWN = 3

COUNT_COLUMNS = [
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


def numerators(printed: float, decimals: int, denominators: np.ndarray) -> pd.DataFrame:
    """Find the whole numbers that make a printed percentage, for each denominator.

    Brown and Heathers, *Social Psychological and Personality Science* 8 (2017) 363–369: a mean
    of whole numbers printed with so many decimals can only take certain values for a given n. A
    half counts as fitting whether it was rounded up or down.

    Parameters
    ----------
    printed : float
        In percent.
    decimals : int
        The decimals that it was printed with.
    denominators : array of int
        Those to try.

    Returns
    -------
    DataFrame
        Indexed by denominator: ``rounded``, the numerator whose percentage rounds to the print;
        ``truncated``, one that is only cut off to it; missing where there is none.
    """
    scale = 10**decimals
    n = np.asarray(denominators, dtype="int64")
    # In whole numbers throughout: k of n prints as p where 100·scale·k lies near p·scale·n.
    wanted = int(decimal(printed) * scale) * n
    whole = 100 * scale
    nearest = (2 * wanted + whole) // (2 * whole)
    above = -(-wanted // whole)
    rounds = 2 * np.abs(whole * nearest - wanted) <= n
    cut = (whole * above - wanted < n) & ~rounds
    found = {"rounded": pd.array(nearest, "Int64"), "truncated": pd.array(above, "Int64")}
    table = pd.DataFrame(found, index=pd.Index(n, name="denominator"))
    return table.assign(
        rounded=table["rounded"].where(rounds), truncated=table["truncated"].where(cut)
    )


def feasible_counts(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Find the smallest counts that the shares printed without one can stand for.

    A share and its parts, of one period, are solved together, once as shares of the same whole
    and once the parts as shares of the share that they belong to.

    Parameters
    ----------
    figures : DataFrame
        Figures of one unit, from `giaoban.compare.compare`.
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
    problems = _problems(printed_shares(figures, indicators), indicators)
    for problem, (base, shares) in enumerate(problems):
        about = {"unit": shares[0].unit, "period": shares[0].period}
        about |= {"problem": problem, "base": base}
        rows += [about | solved for solved in _solve(base, shares)]
    return pd.DataFrame(rows, columns=COUNT_COLUMNS)


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
    """Give the smallest solutions: rounded where there are any, else truncated."""
    n = np.arange(1, LARGEST + 1)
    tables = [numerators(row.value, row.decimals, n) for row in group]
    for how in ("rounded", "truncated"):
        counts = [table[how] for table in tables]
        bases = [pd.Series(n, index=n) for _ in group]
        if base == "of_the_part":
            part = tables[0][how]
            bases[1:] = [part for _ in group[1:]]
            counts[1:] = [c.reindex(part.fillna(0)).set_axis(n) for c in counts[1:]]
        fitting = [d for d in n if all(pd.notna(c[d]) and c[d] > 0 for c in counts)]
        for solution, d in enumerate(fitting[:SHOWN], 1):
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
        if fitting:
            return
