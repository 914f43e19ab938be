"""The short view of a report: what of its page goes into a message."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from giaoban.wording import ChangesTable, ChartText, PageData, ScorecardRow, read_page_data

CHARTS = 4
CHANGES = 10
ASKS = 5
# Of more indicators than these the full report tells the rest: a longer message is cut.
INDICATORS = 20
# Of a text, where the message would be too long with all of it; no name of a chart is longer.
LETTERS = (1000, 300, 100)


@dataclass(frozen=True)
class Brief:
    """What a message says of a report: of what is long the first, and how much more there is.

    Attributes
    ----------
    page : PageData
        All that the page says.
    unlisted : int
        How many more indicators the full report has.
    more : int
        How many more changes there are.
    asks, unasked : list of list of str, int
        What to ask for, from whom and what; how much more there is.
    """

    page: PageData
    scorecard: list[ScorecardRow]
    unlisted: int
    charts: list[ChartText]
    changes: list[ChangesTable]
    more: int
    asks: list[list[str]]
    unasked: int


def brief(page: Path) -> Brief:
    """Choose what a message says of a report, ``reports/P/D/U.L.html``.

    Raises
    ------
    GiaobanError
        Where an older giaoban made the page.
    """
    return _chosen(read_page_data(page), INDICATORS, CHANGES, CHARTS)


def shorter(told: Brief) -> Iterator[Brief]:
    """Give ever shorter versions, for a message that would be too long.

    First no text is endless, then the scorecard has ever fewer rows; where one is left, there
    are ever fewer changes and charts, and in the end shorter texts. The last one holds a few
    thousand letters, whatever the page.
    """
    long, *lengths = LETTERS
    page = _cut(told.page, long)
    rows, charts = len(told.scorecard), len(told.charts)
    changes = sum(len(table.rows) for table in told.changes)
    yield _chosen(page, rows, changes, charts)
    yield from (_chosen(page, n, changes, charts) for n in range(rows - 1, 0, -1))
    yield from (_chosen(page, 1, n, charts) for n in range(changes - 1, 0, -1))
    yield from (_chosen(page, 1, 1, n) for n in range(charts - 1, -1, -1))
    yield from (_chosen(_cut(page, length), 1, 1, 0) for length in lengths)


def _chosen(data: PageData, indicators: int, most_changes: int, charts: int) -> Brief:
    rows, changes = data.scorecard.rows, _first(data.changes, most_changes)
    told = sum(len(table.rows) for table in changes)
    return Brief(
        page=data,
        scorecard=rows[:indicators],
        unlisted=len(rows[indicators:]),
        charts=_charts(data)[:charts],
        changes=changes,
        more=sum(len(table.rows) for table in data.changes) - told,
        asks=data.asks[:ASKS],
        unasked=len(data.asks[ASKS:]),
    )


def _cut(data: PageData, letters: int) -> PageData:
    """Cut all texts that are longer, and show that they are."""

    def cut(value: Any) -> Any:
        if isinstance(value, str):
            return value if len(value) <= letters else f"{value[: letters - 1]}…"
        if isinstance(value, list):
            return [cut(item) for item in value]
        if isinstance(value, dict):
            return {name: cut(item) for name, item in value.items()}
        return value

    return PageData.of(cut(asdict(data)))


def _charts(data: PageData) -> list[ChartText]:
    """Put first the targets, then what missed one or may not be compared, then the rest."""
    bad = [r.indicator for r in data.scorecard.rows if r.judged == "not_met" or not r.comparable]
    first = ["targets", *(f"trend-{indicator}" for indicator in bad)]
    order = {name: place for place, name in enumerate(first)}
    return sorted(data.charts, key=lambda chart: order.get(chart.name, len(first)))


def _first(tables: list[ChangesTable], left: int) -> list[ChangesTable]:
    """Keep the first changes."""
    kept = []
    for table in tables:
        rows = table.rows[:left]
        if rows or table.note:
            kept.append(replace(table, rows=rows))
            left -= len(rows)
    return kept
