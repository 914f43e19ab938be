"""The short view of a report as plain text, for programs that show no HTML."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from tabulate import SEPARATING_LINE, tabulate

from giaoban.brief import Brief, Cell
from giaoban.language import language

WIDTH = 78
# A column is two wider than its title at least.
SCORECARD = (20, 15, 13, 10, 12)
CHANGES = (24, 15, 9, 11, 11)


def plain_text(brief: Brief, attached: Sequence[str]) -> str:
    """Write the text of a message.

    Parameters
    ----------
    brief : Brief
        What it says.
    attached : sequence of str
        Names of the files that go with it.
    """
    return "\n\n".join(_blocks(brief, attached)) + "\n"


def _blocks(brief: Brief, attached: Sequence[str]) -> Iterator[str]:
    say = language(brief.lang).say
    yield fill(brief.eyebrow, WIDTH)
    yield _underlined(brief.title, "=")
    yield fill(brief.programme, WIDTH)
    for head, *items in brief.banners:
        yield "\n".join([_hanging(head, "! "), *(_hanging(item, "  - ") for item in items)])
    yield _underlined(brief.headings["summary"])
    yield from (_hanging(f"{name}: {said}", "* ", "  ") for name, said in brief.summary)
    yield _underlined(brief.headings["scorecard"])
    rows = [(r.name, r.figure, r.change, r.target, r.status) for r in brief.scorecard]
    yield _table(brief.columns, rows, SCORECARD)
    if brief.unlisted:
        yield say("And {number} more, in the full report.", number=brief.unlisted)
    for chart in brief.charts:
        yield _underlined(f"{chart.heading}: {chart.title}")
        yield fill(chart.description, WIDTH)
    yield _underlined(brief.headings["changes"])
    for table in brief.changes:
        yield fill(table.caption, WIDTH)
        yield _table(table.header, table.rows, CHANGES)
    if brief.unchanged:
        yield fill(brief.unchanged, WIDTH)
    if brief.more:
        yield say("And {number} more, in the full report.", number=brief.more)
    yield fill(say("The full report is attached; it opens in a browser, offline too."), WIDTH)
    yield "\n".join(f"  {name}" for name in attached)


def _underlined(text: str, sign: str = "-") -> str:
    lines = fill(text, WIDTH)
    return f"{lines}\n{sign * max(map(len, lines.splitlines()))}"


def _hanging(text: str, mark: str, indent: str = "    ") -> str:
    return fill(text, WIDTH, initial_indent=mark, subsequent_indent=indent)


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> str:
    """Align a table; a line between its rows, since a row may take several."""
    cells = [["\n".join(cell) for cell in row] for row in rows]
    spaced = [line for row in cells for line in (row, SEPARATING_LINE)][:-1]
    text = tabulate(
        spaced, header, "simple", maxcolwidths=list(widths), maxheadercolwidths=list(widths),
        disable_numparse=True,
    )  # fmt: skip
    return "\n".join(line.rstrip() for line in text.splitlines())
