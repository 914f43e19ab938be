"""Read the visible text of a web page, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

UNSEEN = re.findall(
    r"\w+",
    "script style noscript template head nav form button select option textarea iframe "
    "svg canvas audio video object",
)
INLINE = re.findall(
    r"\w+",
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q "
    "s samp small span strike strong sub sup time tt u var wbr",
)
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
BETWEEN_CELLS = " | "
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(frozen=True)
class Paragraph:
    """A block of a page, its runs of white space each as one space.

    ``cells`` tells where the cells of a row of a table lie; ``first`` is the row at its head.
    """

    text: str
    cells: tuple[tuple[int, int], ...] = ()
    first: bool = False


def paragraphs(path: Path, page: str | bytes) -> list[Paragraph]:
    """Give the paragraphs of the article, or of the whole page where no article holds most of it.

    Raises
    ------
    GiaobanError
        Where the page is in an encoding that it does not name.
    """
    soup = BeautifulSoup(page, "html.parser")
    if soup.contains_replacement_characters:
        raise GiaobanError(N_("{path}: in no encoding that it names, save it as UTF-8"), path=path)
    for unseen in soup.find_all(_is_unseen):
        unseen.extract()
    body = soup.body or soup
    whole = len(body.get_text())
    articles = body.select("article, main, [role=main]")
    chief = [part for part in articles if 2 * len(part.get_text()) > whole]
    return list(_blocks(chief[-1] if chief else body))


def _is_unseen(tag: Tag) -> bool:
    style = str(tag.get("style") or "")
    return tag.name in UNSEEN or tag.has_attr("hidden") or bool(HIDDEN.search(style))


def _blocks(root: Tag) -> Iterator[Paragraph]:
    """Walk through a block; what stands within the line is put together, the rest breaks it."""
    line = ""
    for part in _flow(root):
        if isinstance(part, str):
            line += part
            continue
        if line.strip():
            yield Paragraph(_squeezed(line))
        line = ""
        if part is not None and part.name == "tr":
            yield from _row(part)
    if line.strip():
        yield Paragraph(_squeezed(line))


def _flow(tag: Tag) -> Iterator[str | Tag | None]:
    """Give the texts in order, None where a line breaks, and rows of simple tables whole."""
    for child in tag.children:
        if isinstance(child, NavigableString):
            if not isinstance(child, PreformattedString):
                yield str(child)
        elif isinstance(child, Tag) and child.name in ("sup", "sub"):
            # A footnote's number is no digit of the figure before it.
            yield child.get_text().translate(SUPERSCRIPT if child.name == "sup" else SUBSCRIPT)
        elif isinstance(child, Tag) and child.name == "tr" and not child.find("table"):
            yield child
        elif isinstance(child, Tag):
            breaks = child.name not in INLINE
            yield from (None,) if breaks else ()
            yield from _flow(child)
            yield from (None,) if breaks else ()


def _row(row: Tag) -> Iterator[Paragraph]:
    text = ""
    cells: list[tuple[int, int]] = []
    for cell in row.find_all(["td", "th"], recursive=False):
        said = _squeezed(" ".join(p for p in _texts(cell)))
        text += BETWEEN_CELLS if cells else ""
        cells.append((len(text), len(text) + len(said)))
        text += said
    if text.replace("|", "").strip():
        table = row.find_parent("table")
        first = table is not None and table.find("tr") is row
        yield Paragraph(text, tuple(cells), first)


def _texts(cell: Tag) -> Iterator[str]:
    return (paragraph.text for paragraph in _blocks(cell))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
