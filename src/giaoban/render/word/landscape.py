"""Pages on their side, for a table that is too wide for an upright one: sections of a document."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

# What stays with the paragraph below, by the beginning of its style's name.
KEPT = ("heading", "caption")


def section_of(document: Document, part: Any = None) -> Section:
    """Give the section that a part of the body stands in; else the last one."""
    while part is not None:
        found = part.xpath("./w:pPr/w:sectPr")
        if found:
            return Section(found[0], document.part)
        part = part.getnext()
    return document.sections[-1]


def room_in(section: Section) -> Length:
    """Say how wide the text of a section is."""
    sides = [section.left_margin, section.right_margin, section.gutter]
    return Length((section.page_width or 0) - sum(side or 0 for side in sides))


def turned(section: Section) -> Section:
    """Copy a section with its page on its side: the bound edge, on the left, is then above."""
    wide = Section(deepcopy(section._sectPr), section._document_part)
    wide.orientation = WD_ORIENTATION.LANDSCAPE
    wide.page_width, wide.page_height = section.page_height, section.page_width
    wide.top_margin, wide.right_margin = section.left_margin, section.top_margin
    wide.bottom_margin, wide.left_margin = section.right_margin, section.bottom_margin
    return wide


def begin_turned(document: Document, section: Section) -> None:
    """End the upright pages, before the headings that belong to what comes next."""
    body = document.element.body
    before = body[-2]
    while _kept_with_next(document, before):
        Paragraph(before, document._body).paragraph_format.page_break_before = None
        before = before.getprevious()
    if _ends_turned(before):
        body.remove(before)  # Two wide tables with nothing between stand on the same pages.
        return
    _end(document, before, deepcopy(section._sectPr))
    _go_on(section)


def end_turned(document: Document, section: Section) -> None:
    """End the pages on their side; what comes next begins an upright one."""
    wide = turned(section)
    _go_on(wide)
    _end(document, document.element.body[-2], wide._sectPr)


def _go_on(section: Section) -> None:
    """Let a section begin a page; its numbers, its head and its foot go on from the one before."""
    section.start_type = WD_SECTION.NEW_PAGE
    section.different_first_page_header_footer = False
    inner = section._sectPr
    for tag in ("w:headerReference", "w:footerReference"):
        for reference in inner.findall(qn(tag)):
            inner.remove(reference)
    for numbers in inner.findall(qn("w:pgNumType")):
        numbers.attrib.pop(qn("w:start"), None)


def _end(document: Document, last: Any, section: Any) -> None:
    """End a section with its last paragraph; below a table with one that nobody sees."""
    if last.tag != qn("w:p"):
        line = OxmlElement("w:p")
        last.addnext(line)
        paragraph = Paragraph(line, document._body)
        paragraph.paragraph_format.line_spacing = Pt(1)
        paragraph.paragraph_format.space_after = Pt(0)
        last = line
    last.get_or_add_pPr().append(section)


def _kept_with_next(document: Document, part: Any) -> bool:
    if part is None or part.tag != qn("w:p"):
        return False
    style = Paragraph(part, document._body).style
    return bool(style and style.name and style.name.lower().startswith(KEPT))


def _ends_turned(part: Any) -> bool:
    return bool(part.xpath("./w:pPr/w:sectPr/w:pgSz[@w:orient='landscape']"))
