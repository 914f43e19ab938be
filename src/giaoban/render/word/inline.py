"""The words of a page within a paragraph, and how Word has them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bs4.element import NavigableString, PreformattedString, Tag
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from giaoban.render.outputs import UNSEEN

BOLD = {"b", "strong"}
ITALIC = {"i", "em"}
# By class: what the page has in bold, and what it has on a line of its own.
BOLD_CLASSES = {"status", "value"}
OWN_LINE = {"period", "status", "why"}
LANGUAGES = {"en": "en-GB", "vi": "vi-VN"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\n"


@dataclass(frozen=True)
class Piece:
    """Some words that look alike; a line break is a piece of its own.

    Attributes
    ----------
    link : str
        What it leads to: ``#`` and an id of the page, or an address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lang: str = ""
    link: str = ""


def pieces(nodes: Iterable[object], look: Piece | None = None) -> list[Piece]:
    """Take the words out of parts of a page, spaces as a browser shows them."""
    return _tidied(_pieces(nodes, look or Piece("")))


def text_of(found: Iterable[Piece]) -> str:
    """Give the words alone."""
    return "".join(piece.text for piece in found)


def _pieces(nodes: Iterable[object], look: Piece) -> Iterator[Piece]:
    for node in nodes:
        if isinstance(node, PreformattedString):
            continue  # A comment, say.
        if isinstance(node, NavigableString):
            yield replace(look, text=UNSEEN.sub("", _SPACES.sub(" ", node)))
        elif isinstance(node, Tag):
            yield from _of_tag(node, look)


def _of_tag(tag: Tag, look: Piece) -> Iterator[Piece]:
    classes = set(tag.get_attribute_list("class"))
    if tag.name == "br" or classes & OWN_LINE:
        yield Piece(_BREAK)
    # Pictures have no words here; an arrow back to where a note is cited has no use on paper.
    href = str(tag.get("href", ""))
    if tag.name in ("svg", "img", "br") or href.startswith("#cite-"):
        return
    light = "no_target" in classes
    within = replace(
        look,
        bold=not light and (look.bold or tag.name in BOLD or bool(classes & BOLD_CLASSES)),
        italic=look.italic or tag.name in ITALIC,
        raised=look.raised or tag.name == "sup",
        lang=str(tag.get("lang", look.lang)),
        link=href or look.link,
    )
    yield from _pieces(tag.children, within)
    after = tag.next_sibling
    if "why" in classes and isinstance(after, NavigableString) and after.strip():
        yield Piece(_BREAK)


def _tidied(found: Iterable[Piece]) -> list[Piece]:
    """Leave one space of several, none at the ends of lines; set raised numbers apart."""
    kept: list[Piece] = []
    for piece in found:
        before = kept[-1] if kept else Piece(_BREAK)
        text = piece.text.lstrip(" ") if before.text[-1:] in (" ", _BREAK) else piece.text
        if text == _BREAK:
            if kept:
                kept[-1] = replace(before, text=before.text.rstrip(" "))
                kept.append(piece)
        elif text:
            if piece.raised and before.raised and text != " ":
                kept.append(Piece(", ", raised=True))
            kept.append(replace(piece, text=text))
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \n"))
    return [piece for piece in kept if piece.text]


def fill(paragraph: Paragraph, found: Iterable[Piece], bookmarks: dict[str, str]) -> None:
    """Write words into a paragraph.

    Parameters
    ----------
    paragraph : Paragraph
        Where they go, at its end.
    found : iterable of Piece
        The words.
    bookmarks : dict of str to str
        The names that Word has for the ids of the page.
    """
    for piece in found:
        run = paragraph.add_run()
        if piece.text == _BREAK:
            run.add_break(WD_BREAK.LINE)
            continue
        run.text = piece.text
        run.bold, run.italic = piece.bold or None, piece.italic or None
        run.font.superscript = piece.raised or None
        if piece.lang:
            spoken = OxmlElement("w:lang")
            spoken.set(qn("w:val"), LANGUAGES.get(piece.lang, piece.lang))
            run._r.get_or_add_rPr().append(spoken)
        link = OxmlElement("w:hyperlink")
        if piece.link.removeprefix("#") in bookmarks:
            link.set(qn("w:anchor"), bookmarks[piece.link.removeprefix("#")])
        elif piece.link.startswith(("http:", "https:", "mailto:")):
            link.set(qn("r:id"), paragraph.part.relate_to(piece.link, RT.HYPERLINK, True))
        else:
            continue
        link.append(run._r)
        paragraph._p.append(link)
