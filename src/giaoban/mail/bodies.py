"""The bodies of a message: HTML that email programs show, with small pictures, and plain text."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from textwrap import fill

import css_inline
from PIL import Image
from tabulate import SEPARATING_LINE, tabulate

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.language import language
from giaoban.mail.brief import Brief
from giaoban.render import GiaobanExporter

# Of a picture as it is shown, in pixels; of a line of the plain text, in letters.
PICTURE_WIDTH = 568
TEXT_WIDTH = 78
COLOURS_KEPT = 64
# A column is two wider than its title at least.
SCORECARD_WIDTHS = (20, 15, 13, 10, 12)
CHANGES_WIDTHS = (24, 15, 9, 11, 11)
# The cells of a row, each line by line.
TextRow = Sequence[list[str]]


@dataclass(frozen=True)
class Shown:
    """A picture in the text: its Content-ID without brackets, and the room that it takes."""

    cid: str
    width: int
    height: int


def html_body(brief: Brief, attached: Sequence[str], pictures: Mapping[str, Shown]) -> str:
    """Write the HTML of a message, every style where it applies.

    Parameters
    ----------
    brief : Brief
        What it says.
    attached : sequence of str
        Names of the files that go with it.
    pictures : mapping of str to Shown
        The pictures of the charts, by their names.
    """
    environment = GiaobanExporter().environment.overlay(autoescape=True)
    html = environment.get_template("email.html.j2").render(
        brief=brief,
        page=brief.page,
        attached=attached,
        pictures=pictures,
        say=language(brief.page.lang).say,
    )
    inliner = css_inline.CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)
    return inliner.inline(html)


def thumbnail(picture: Path) -> tuple[bytes, int]:
    """Make a picture twice as wide as it is shown, for screens that are that fine.

    Returns
    -------
    tuple of bytes and int
        The PNG, and the height that it is shown with where it is `PICTURE_WIDTH` wide.

    Raises
    ------
    GiaobanError
        Where there is no such picture.
    """
    try:
        return _small(picture.read_bytes())
    except OSError as error:
        template = N_("{file}: the chart’s picture cannot be read, make the report anew")
        raise GiaobanError(template, file=picture) from error


# Each person of a list has a message of their own, with the same pictures.
@lru_cache(maxsize=16)
def _small(picture: bytes) -> tuple[bytes, int]:
    with Image.open(io.BytesIO(picture)) as drawn:
        height = round(PICTURE_WIDTH * drawn.height / drawn.width)
        size = 2 * PICTURE_WIDTH, 2 * height
        small = drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.quantize(COLOURS_KEPT, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue(), height


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
    page, say = brief.page, language(brief.page.lang).say
    yield fill(page.eyebrow, TEXT_WIDTH)
    yield _underlined(page.title, "=")
    yield fill(page.subtitle, TEXT_WIDTH)
    yield from _notices(page.banners)
    if page.summary:
        yield _underlined(page.headings["summary"])
    yield from (_hanging(f"{name}: {said}", "* ", "  ") for name, said in page.summary)
    yield from _notices(page.gaps)
    if brief.asks:
        yield _underlined(page.headings["asks"])
        yield "\n".join(_hanging(f"{whom}: {what}", "- ", "  ") for whom, what in brief.asks)
    if brief.unasked:
        yield say("And {number} more", number=brief.unasked)
    if brief.scorecard:
        yield _underlined(page.headings["scorecard"])
        rows = [[r.name, r.figure, r.change, r.target, r.status] for r in brief.scorecard]
        yield _table(page.scorecard.header, rows, SCORECARD_WIDTHS)
    if brief.unlisted:
        yield say(
            "Rows left out here: {number}. The rest is in the attached page.", number=brief.unlisted
        )
    for chart in brief.charts:
        own = chart.heading != page.headings["summary"]
        yield _underlined(f"{chart.heading}: {chart.title}" if own else chart.title)
        yield fill(chart.description, TEXT_WIDTH)
    yield from _changes(brief)
    yield fill(say("The full report is attached; it opens in a browser, offline too."), TEXT_WIDTH)
    yield "\n".join(f"  {name}" for name in attached)


def _notices(notices: Iterable[Sequence[str]]) -> Iterator[str]:
    for head, *items in notices:
        yield "\n".join([_hanging(head, "! "), *(_hanging(item, "  - ") for item in items)])


def _changes(brief: Brief) -> Iterator[str]:
    if brief.changes:
        yield _underlined(brief.page.headings["changes"])
    for table in brief.changes:
        yield fill(table.caption, TEXT_WIDTH)
        rows = [[[cell] for cell in row] for row in table.rows]
        yield from [_table(table.header, rows, CHANGES_WIDTHS)] if rows else []
        yield from [fill(table.note, TEXT_WIDTH)] if table.note else []
    if brief.more:
        say = language(brief.page.lang).say
        yield say(
            "Rows left out here: {number}. The rest is in the attached page.", number=brief.more
        )


def _underlined(text: str, sign: str = "-") -> str:
    lines = fill(text, TEXT_WIDTH)
    return f"{lines}\n{sign * max(map(len, lines.splitlines()))}"


def _hanging(text: str, mark: str, indent: str = "    ") -> str:
    return fill(text, TEXT_WIDTH, initial_indent=mark, subsequent_indent=indent)


def _table(header: Sequence[str], rows: Iterable[TextRow], widths: Sequence[int]) -> str:
    """Align a table; a line between its rows, since a row may take several."""
    cells = [["\n".join(cell) for cell in row] for row in rows]
    spaced = [line for row in cells for line in (row, SEPARATING_LINE)][:-1]
    text = tabulate(
        spaced, header, "simple", maxcolwidths=list(widths), maxheadercolwidths=list(widths),
        disable_numparse=True,
    )  # fmt: skip
    return "\n".join(line.rstrip() for line in text.splitlines())
