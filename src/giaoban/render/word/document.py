"""A finished page as a Word file beside it, which an office can go on with."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import docx
from bs4 import BeautifulSoup, Tag
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.language import language
from giaoban.render.pictures import picture_of
from giaoban.render.word.blocks import LEFT_OUT, Blocks
from giaoban.render.word.inline import LANGUAGES, Piece, pieces
from giaoban.render.word.landscape import room_in, section_of
from giaoban.render.word.made import is_as_made, stamp
from giaoban.render.word.table import empty_pair
from giaoban.render.word.template import PLACE, open_base, open_template
from giaoban.wording import PageData, read_page_data

# Where an office has its name, the paper's number, the national or the Party heading, the day.
HEADING = Mm(32)
# In letters; python-docx takes no more.
LONGEST_PROPERTY = 255


def write_docx(page: Path, template: Path | None = None) -> Path:
    """Write the report of a page as a Word file, beside the page.

    Parameters
    ----------
    page : Path
        The report, ``reports/P/D/U.L.html``, with its data beside it and its pictures in
        ``figures``.
    template : Path or None
        A Word file whose styles, margins and headings the report takes. The report stands where
        a paragraph of it says ``{{report}}``, else at its end.

    Returns
    -------
    Path
        The Word file. The same page and template give the same bytes.

    Raises
    ------
    GiaobanError
        Where the template is none, a picture is missing, or the Word file that is there was
        changed by somebody.
    """
    told, path = read_page_data(page), page.with_suffix(".docx")
    day = date.fromisoformat(page.parent.name)
    if path.is_file() and not is_as_made(path):
        message = N_(
            "{file}: somebody has changed it since it was made: move it to another folder, then "
            "try again"
        )
        raise GiaobanError(message, file=path)
    document = open_template(template) if template else open_base()
    before, place = list(document.element.body), _place(document)
    if not template:
        _prepare(document, told)
    _write(document, page, told, section_of(document, place))
    if place is not None:
        _put_in_place(document, before, place)
    if told.synthetic:
        _say_on_every_page(document, language(told.lang).say("Made-up figures"))
    _describe(document, told, day)
    return write_atomically(path, _packed(document, day))


def up_to_date_docx(page: Path) -> Path:
    """Give the Word file of a page: the one that is there, where it is of just this page.

    One of an earlier page is made anew, without a template.

    Raises
    ------
    GiaobanError
        As `write_docx` does.
    """
    path = page.with_suffix(".docx")
    if is_as_made(path) and _digest_in(path) == read_page_data(page).digest:
        return path
    return write_docx(page)


def _prepare(document: Document, told: PageData) -> None:
    """Set the language, number the pages from the second on, leave the heading's place free."""
    spoken = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    spoken.set(qn("w:val"), LANGUAGES.get(told.lang, told.lang))
    section = document.sections[0]
    number = section.header.paragraphs[0]
    number.style = "Header"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    field.append(number.add_run("2")._r)
    number._p.append(field)
    empty_pair(document, room_in(section), HEADING)


def _write(document: Document, page: Path, told: PageData, section: Section) -> None:
    """Write title, meeting, main points and sections, then the annexes on pages of their own."""
    main = BeautifulSoup(page.read_text("utf-8"), "html.parser").main
    if main is None:
        return
    for part in main.select(LEFT_OUT):
        part.decompose()
    spoken = language(told.lang)
    marks = _bookmarks(main)
    blocks = Blocks(document, spoken, lambda chart: picture_of(page, chart), marks, section)
    if (head := main.find("header", class_="masthead")) and head.h1:
        blocks.put("Title", pieces(head.h1.children))
        for line in head.select("p:not(.eyebrow)"):
            blocks.put("Subtitle", pieces(line.children))
        head.decompose()
    day = spoken.formal_date(date.fromisoformat(page.parent.name))
    held = " · ".join([told.programme, told.unit, day])
    blocks.put("Subtitle", [Piece(held)])
    for part in main.find_all(True, recursive=False):
        if "annex" in part.get_attribute_list("class") and not blocks.lower:
            title = blocks.put("Heading 1", [Piece(spoken.say(N_("Annexes")))])
            title.paragraph_format.page_break_before = True
            blocks.lower = 1
        blocks.write([part])


def _bookmarks(main: Tag) -> dict[str, str]:
    """Give each id that something leads to a name that Word takes, and hides from its lists."""
    wanted = {str(link["href"])[1:] for link in main.select("a[href^='#']:not([href^='#cite-'])")}
    ids = [str(part["id"]) for part in main.select("[id]") if part["id"] in wanted]
    return {name: f"_giaoban{number}" for number, name in enumerate(ids, start=1)}


def _place(document: Document) -> Any:
    """Find what says in a template where the report stands."""
    for part in document.element.body.findall(qn("w:p")):
        if Paragraph(part, document._body).text.strip() == PLACE:
            return part
    return None


def _put_in_place(document: Document, before: list[Any], place: Any) -> None:
    """Move what was written to where the template says that it stands."""
    body = document.element.body
    for part in [part for part in body if part not in before]:
        place.addprevious(part)
    body.remove(place)


def _say_on_every_page(document: Document, text: str) -> None:
    """Put a line under every page, those of a template too."""
    for number, section in enumerate(document.sections):
        footers: list[_BaseHeaderFooter] = [section.footer]
        if section.different_first_page_header_footer:
            footers.append(section.first_page_footer)
        if document.settings.odd_and_even_pages_header_footer:
            footers.append(section.even_page_footer)
        for footer in footers:
            if not number or not footer.is_linked_to_previous:
                line = footer.paragraphs[0].insert_paragraph_before(style="Footer")
                line.add_run(text).bold = True


def _describe(document: Document, told: PageData, day: date) -> None:
    """Say in the file's properties what it is; its day is the meeting's."""
    about = document.core_properties
    named = (text[:LONGEST_PROPERTY] for text in (told.title, told.subtitle, told.unit))
    about.title, about.subject, about.author = named
    about.language, about.identifier = LANGUAGES.get(told.lang, told.lang), told.digest
    about.comments = about.keywords = about.category = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(day, time.min)
    about.revision = 1


def _packed(document: Document, day: date) -> bytes:
    """Save it; each part within bears the day of the meeting."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w") as archive:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, stamp(day))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(info, parts.read(name))
    return packed.getvalue()


def _digest_in(path: Path) -> str:
    return docx.Document(str(path)).core_properties.identifier
