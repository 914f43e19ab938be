"""The parts of a page as parts of a Word file, one after the other."""

import base64
import binascii
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from bs4.element import NavigableString, PreformattedString, Tag
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.language import Language
from giaoban.render.word.inline import Piece, fill, pieces, text_of
from giaoban.render.word.landscape import room_in
from giaoban.render.word.table import caption_number, read_table, write_table

PICTURE = Mm(100)
# After a table; its own style keeps none free.
BELOW_TABLE = Pt(8)
# A word that no line has room for with others, such as a digest, would pull them apart.
LONG_WORD = 40
# What a page folds away, and paper does without; what only leads about on a screen.
LEFT_OUT = "nav, script, style, details:not(.annex), .take"
BLOCKS = {"div", "section", "header", "details", "p", "ul", "ol", "dl", "table", "figure", "pre"}
BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "img", "svg", "blockquote"}
DEEPEST = 3


class Blocks:
    """Writes parts of a page at the end of a document.

    Parameters
    ----------
    document : Document
        What they are written into.
    language : Language
        That of the report.
    picture : callable
        Gives the file of a chart's picture by the chart's name.
    bookmarks : dict of str to str
        The names that Word has for the ids of the page that something leads to.
    section : Section
        That of the document which the report stands in.
    """

    def __init__(
        self,
        document: Document,
        language: Language,
        picture: Callable[[str], Path],
        bookmarks: dict[str, str],
        section: Section,
    ) -> None:
        self.document, self.language = document, language
        self.picture, self.bookmarks = picture, bookmarks
        self.tables, self.lower = 0, 0
        self._waiting: list[str] = []
        self.section = section
        self.room = room_in(section)

    def write(self, nodes: Iterable[object]) -> None:
        """Write parts of a page; words that stand between its blocks are paragraphs."""
        loose: list[object] = []
        for node in nodes:
            if isinstance(node, Tag) and (node.name in BLOCKS or node.find(list(BLOCKS - {"svg"}))):
                self._loose(loose)
                self._block(node)
            elif not isinstance(node, PreformattedString):
                loose.append(node)
        self._loose(loose)

    def _loose(self, nodes: list[object], look: Piece | None = None) -> None:
        if words := pieces(nodes, look):
            self.put("Body Text", words)
        nodes.clear()

    def _block(self, tag: Tag) -> None:
        if str(tag.get("id", "")) in self.bookmarks:
            self._waiting.append(self.bookmarks[str(tag["id"])])
        name = tag.name
        if name[0] == "h" and name[1:].isdigit():
            self.heading(pieces(tag.children), int(name[1:]) - 1)
        elif name == "table":
            self._table(tag)
        elif name == "figure" or (name == "svg" and tag.get("aria-labelledby")):
            self._figure(tag)
        elif name == "img":
            self._image(tag)
        elif name == "ul":
            self._list(tag)
        elif name == "ol":
            self._numbered(tag)
        elif name == "dl":
            self._terms(tag)
        elif name == "pre":
            self.put("Printed", [Piece(tag.get_text().strip("\n"))])
        elif name == "p" and not tag.find(list(BLOCKS - {"svg"})):
            bold = tag.find_parent(class_="banner") is not None
            self._loose(list(tag.children), Piece("", bold=bold))
        elif name != "svg":
            self.write(tag.children)

    def put(self, style: str, words: Iterable[Piece]) -> Paragraph:
        """Write a paragraph; what leads to the part that it begins leads to it."""
        words = list(words)
        below = self._stands_below_table()
        paragraph = self.document.add_paragraph(style=style)
        if below and not style.startswith("Heading"):
            paragraph.paragraph_format.space_before = BELOW_TABLE
        if max(map(len, text_of(words).split()), default=0) > LONG_WORD:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        ends = [self._bookmark(paragraph, name) for name in self._waiting]
        self._waiting.clear()
        fill(paragraph, words, self.bookmarks)
        for end in ends:
            paragraph._p.append(end)
        return paragraph

    def heading(self, words: Iterable[Piece], level: int) -> None:
        """Write a heading; those of the annexes stand one lower."""
        depth = min(max(level + self.lower, 1), DEEPEST)
        self.put(f"Heading {depth}", words)

    def _bookmark(self, paragraph: Paragraph, name: str) -> object:
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        number = str(len(self.document.element.xpath("//w:bookmarkStart")))
        for mark in (start, end):
            mark.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        return end

    def _table(self, tag: Tag) -> None:
        grid = read_table(tag)
        if not grid.rows or not grid.rows[0]:
            return
        if grid.caption:
            self.tables += 1
            caption = self.put("Caption", [])
            caption_number(caption, self.language.say(N_("Table")), self.tables)
            fill(caption, grid.caption, self.bookmarks)
        elif self._stands_below_table():
            self.put("Table Text", [])  # Two tables with nothing between are one.
        write_table(self.document, grid, self.section, self.bookmarks)

    def _stands_below_table(self) -> bool:
        last = self.document.element.body[-2:-1]  # Before the properties of the section.
        return bool(last) and last[0].tag == qn("w:tbl")

    def _figure(self, tag: Tag) -> None:
        """Put in the picture of a chart, with what the page reads out in its place."""
        drawn = tag.find("svg") if tag.name == "figure" else tag
        if not isinstance(drawn, Tag) or not drawn.get("aria-labelledby"):
            self.write(tag.children)
            return
        name = str(drawn["aria-labelledby"]).partition("-title ")[0]
        said = [part.get_text() for part in drawn.find_all(["title", "desc"], recursive=False)]
        self._picture(str(self.picture(name)), ". ".join(said))

    def _image(self, tag: Tag) -> None:
        """Put in a picture that the page holds itself; of one that Word cannot show the words."""
        words = str(tag.get("alt", ""))
        try:
            content = base64.b64decode(str(tag.get("src", "")).partition(";base64,")[2])
            self._picture(io.BytesIO(content), words)
        except (UnrecognizedImageError, binascii.Error):
            self.put("Body Text", [Piece(words, italic=True)])

    def _picture(self, file: str | io.BytesIO, words: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run()
        try:
            shape = run.add_picture(file)
        except OSError as error:
            template = N_("{file}: the chart’s picture cannot be read, make the report anew")
            raise GiaobanError(template, file=file) from error
        width = min(shape.width, PICTURE, self.room)
        shape.width, shape.height = width, Length(int(shape.height * width / shape.width))
        shape._inline.docPr.set("descr", words)

    def _list(self, tag: Tag) -> None:
        for item in tag.find_all("li", recursive=False):
            self._item(item, "List Bullet")

    def _numbered(self, tag: Tag) -> None:
        """Number the items as the page does: what is cited by a number has just that number."""
        first = int(str(tag.get("start", "1")))
        for place, item in enumerate(tag.find_all("li", recursive=False), first):
            said = item.find("b", recursive=False)
            # A note says its own number: 1, and of a line below it 1a.
            number = said.extract().get_text() if "notes" in _classes(tag) and said else place
            self._item(item, "Numbered Note", [Piece(f"{number}.\t")])

    def _item(self, item: Tag, style: str, before: Iterable[Piece] = ()) -> None:
        """Write an item; what is parted from its name by a sign on the page is so here."""
        if str(item.get("id", "")) in self.bookmarks:
            self._waiting.append(self.bookmarks[str(item["id"])])
        within = [
            child for child in item.children if isinstance(child, Tag) and child.name in BLOCKS
        ]
        blocks = [child for child in within if child.name != "svg"]
        nodes: list[object] = [child for child in item.children if child not in blocks]
        first = next((n for n in nodes if isinstance(n, Tag)), None)
        if first is not None and "status" in first.get_attribute_list("class"):
            nodes.insert(nodes.index(first) + 1, NavigableString(" ·"))
        self.put(style, [*before, *pieces(nodes)])
        self.write(blocks)

    def _terms(self, tag: Tag) -> None:
        """Write terms and what is said of them: on one line, or where that is more below it."""
        term: list[Piece] = []
        for part in tag.find_all(["dt", "dd"]):
            parent = part.parent
            if parent and parent is not tag and str(parent.get("id", "")) in self.bookmarks:
                name = self.bookmarks[str(parent["id"])]
                self._waiting += [name] if part.name == "dt" else []
            if part.name == "dt":
                term = pieces(part.children, Piece("", bold=True))
            elif part.find(list(BLOCKS - {"svg"})):
                self.put("Body Text", term).paragraph_format.keep_with_next = True
                self.write(part.children)
            else:
                ends = term and term[-1].text[-1:] in "?!.:"
                mark = Piece(" " if ends else ": ", bold=True)
                self.put("Body Text", [*term, mark, *pieces(part.children)])


def _classes(tag: Tag) -> set[str]:
    """Give the classes of a list and of those that it stands in."""
    lists = [tag, *tag.find_parents("ol")]
    return {name for each in lists for name in each.get_attribute_list("class")}
