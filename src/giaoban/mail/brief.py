"""The short view of a report: what of its page goes into a message."""

from dataclasses import dataclass, replace
from pathlib import Path

from giaoban.wording import ChangesTable, ChartText, PageData, ScorecardRow, read_page_data

CHARTS = 4
CHANGES = 10
# Of more indicators than these the full report tells the rest: a longer message is cut.
INDICATORS = 20


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
    """

    page: PageData
    scorecard: list[ScorecardRow]
    unlisted: int
    charts: list[ChartText]
    changes: list[ChangesTable]
    more: int


def brief(page: Path) -> Brief:
    """Choose what a message says of a report, ``reports/P/D/U.L.html``.

    Raises
    ------
    GiaobanError
        Where an older giaoban made the page.
    """
    data = read_page_data(page)
    rows = data.scorecard.rows
    changes = _first(data.changes)
    told = sum(len(table.rows) for table in changes)
    return Brief(
        page=data,
        scorecard=rows[:INDICATORS],
        unlisted=len(rows[INDICATORS:]),
        charts=_charts(data),
        changes=changes,
        more=sum(len(table.rows) for table in data.changes) - told,
    )


def picture_of(page: Path, chart: ChartText) -> Path:
    """Name the picture of a chart of a page."""
    unit, lang, _ = page.name.rsplit(".", 2)
    folder = page.parents[3] / "figures" / page.parents[1].name / page.parent.name / unit
    return folder / f"{chart.name}.{lang}.png"


def _charts(data: PageData) -> list[ChartText]:
    """Take the targets, what missed one or may not be compared, then the rest as it comes."""
    bad = [r.indicator for r in data.scorecard.rows if r.judged == "not_met" or not r.comparable]
    first = ["targets", *(f"trend-{indicator}" for indicator in bad)]
    order = {name: place for place, name in enumerate(first)}
    return sorted(data.charts, key=lambda chart: order.get(chart.name, len(first)))[:CHARTS]


def _first(tables: list[ChangesTable]) -> list[ChangesTable]:
    """Keep the first changes."""
    kept, left = [], CHANGES
    for table in tables:
        if rows := table.rows[:left]:
            kept.append(replace(table, rows=rows))
            left -= len(rows)
    return kept
