"""Read the visible text of a web page, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from giaoban.extract.htmltable import rows
from giaoban.extract.vietnamese import TableCell

UNSEEN = re.findall(
    r"\w+",
    "script style noscript template head nav button select option textarea iframe "
    "svg canvas audio video object",
)
INLINE = re.findall(
    r"\w+",
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q "
    "s samp small span strike strong sub sup time tt u var wbr",
)
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
STRUCK = ("del", "s", "strike")
STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(super|sub)\b")
# Stands where something was struck out, so that what stood around it does not run together.
GAP = "\ufffc"


@dataclass(frozen=True)
class Paragraph:
    """A block of a page, its runs of white space each as one space.

    ``cells`` are those of a row of a table.
    """

    text: str
    cells: tuple[TableCell, ...] = ()


def paragraphs(page: str) -> list[Paragraph]:
    """Give the paragraphs of the article, or of the page where no article holds most of it."""
    soup = BeautifulSoup(page, "html.parser")
    for unseen in soup.find_all(_is_unseen):
        unseen.extract()
    for struck in soup.find_all(_is_struck_out):
        struck.replace_with(GAP)
    _unnest(soup)
    body = soup.body or soup
    whole = len(body.get_text())
    articles = body.select("article, main, [role=main]")
    chief = [part for part in articles if 2 * len(part.get_text()) > whole]
    return list(_blocks(chief[-1] if chief else body))


def _is_unseen(tag: Tag) -> bool:
    style = str(tag.get("style") or "")
    return tag.name in UNSEEN or tag.has_attr("hidden") or bool(HIDDEN.search(style))


def _is_struck_out(tag: Tag) -> bool:
    return tag.name in STRUCK or bool(STRUCK_STYLE.search(str(tag.get("style") or "").lower()))


def _raised(tag: Tag) -> str:
    """Give ``sup`` or ``sub`` where a part of a page stands above or below the line."""
    style = RAISED_STYLE.search(str(tag.get("style") or "").lower())
    if tag.name in ("sup", "sub"):
        return tag.name
    return {"super": "sup", "sub": "sub"}[style[1]] if style and tag.name in INLINE else ""


def _unnest(soup: BeautifulSoup) -> None:
    """Put cells and rows whose tags are not closed side by side, as browsers do."""
    for part in soup.find_all(["td", "th", "tr"]):
        outer = part.find_parent(["td", "th", "tr", "table"])
        if outer is not None and part.name == "tr" and outer.name != "table":
            row = outer if outer.name == "tr" else outer.find_parent("tr")
            (row or outer).insert_after(part)
        elif outer is not None and outer.name in ("td", "th"):
            outer.insert_after(part)


def _blocks(root: Tag) -> Iterator[Paragraph]:
    """Walk through a block; what stands within the line is put together, the rest breaks it."""
    line = ""
    for part in _flow(root):
        if isinstance(part, str):
            line += part
            continue
        if said := _squeezed(line):
            yield Paragraph(said)
        line = ""
        if part is not None and part.text.strip(" |"):
            yield part
    if said := _squeezed(line):
        yield Paragraph(said)


def _flow(root: Tag) -> Iterator[str | Paragraph | None]:
    """Give the texts in order, None where a line breaks, and rows of simple tables whole."""
    pending: list[PageElement | None] = [*reversed(root.contents)]
    laid: dict[int, Paragraph] = {}
    while pending:
        part = pending.pop()
        if part is None:
            yield None
        elif isinstance(part, NavigableString):
            if not isinstance(part, PreformattedString):
                yield str(part)
        elif isinstance(part, Tag) and (raised := _raised(part)):
            # A footnote's number is no digit of the figure before it.
            yield part.get_text().translate(SUPERSCRIPT if raised == "sup" else SUBSCRIPT)
        elif isinstance(part, Tag) and id(part) in laid:
            yield laid[id(part)]
            pending += [piece for piece in reversed(part.contents) if not _is_cell(piece)]
        elif isinstance(part, Tag):
            if part.name == "table" and not part.find("table"):
                laid |= {id(row): Paragraph(said, cells) for row, said, cells in rows(part, _said)}
            yield from (None,) if part.name not in INLINE else ()
            pending += [None] if part.name not in INLINE else []
            pending += reversed(part.contents)


def _is_cell(part: PageElement) -> bool:
    return isinstance(part, Tag) and part.name in ("td", "th")


def _said(cell: Tag) -> str:
    return _squeezed(" ".join(paragraph.text for paragraph in _blocks(cell)))


def _squeezed(text: str) -> str:
    parted = re.sub(rf"(?<=[0-9])\s*{GAP}[\s{GAP}]*(?=[0-9])", " … ", text)
    return re.sub(rf"[\s{GAP}]+", " ", parted).strip()
