"""The document that a report is written into: the bare one of our own, or the office's."""

import io
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

# A Word file, unpacked: its styles and its page can be read and changed as text.
BASE = Path(__file__).with_name("base")
# What stands alone in a paragraph of a template where the report is to stand.
PLACE = "{{report}}"

# Word 2010 kept a second set of the styles; one that differs from the first is found faulty.
TWIN = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"


def open_base() -> Document:
    """Give an empty document: A4, with the styles of formal papers."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(BASE.rglob("*.*")):
            archive.write(path, path.relative_to(BASE).as_posix())
    packed.seek(0)
    return docx.Document(packed)


def open_template(path: Path) -> Document:
    """Open an office's template; the styles that it lacks are ours.

    Raises
    ------
    GiaobanError
        Where it is not there, is no Word file, or has no styles.
    """
    if not path.is_file():
        template = N_("{file}: no such template, expected a Word file (.docx)")
        raise GiaobanError(template, file=path)
    try:
        document = docx.Document(str(path))
        has_styles = any(rel.reltype == RT.STYLES for rel in document.part.rels.values())
    # What python-docx and its parser say of a file that is none, or only half of one.
    except (PackageNotFoundError, OSError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile):
        template = N_("{file}: not a Word file that can be read, save it in Word as .docx")
        raise GiaobanError(template, file=path) from None
    if not has_styles:
        template = N_("{file}: the template has no styles, save it in Word as .docx")
        raise GiaobanError(template, file=path)
    for rel in [r for r in document.part.rels.values() if r.reltype == TWIN]:
        del document.part.rels[rel.rId]
    _adopt_styles(document, open_base())
    return document


def _adopt_styles(document: Document, base: Document) -> None:
    """Add the styles of ours that a template lacks; what they build on is the template's own."""
    theirs, ours = document.styles.element, base.styles.element
    known = {_name(style).lower(): _id(style) for style in theirs.iter(qn("w:style"))}
    taken, added, ids = set(known.values()), [], {}
    for style in ours.iter(qn("w:style")):
        name, own = _name(style).lower(), _id(style)
        ids[own] = known.get(name) or (f"Giaoban{own}" if own in taken else own)
        if name not in known:
            added.append(deepcopy(style))
    for style in added:
        style.attrib.pop(qn("w:default"), None)
        style.set(qn("w:styleId"), ids[_id(style)])
        for tag in ("w:basedOn", "w:next"):
            for reference in style.findall(qn(tag)):
                reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
        for number in style.iter(qn("w:numId")):
            number.set(qn("w:val"), _adopt_bullets(document, base, ids["ListBullet"]))
        theirs.append(style)


def _adopt_bullets(document: Document, base: Document, style: str) -> str:
    """Add our bullets to the lists of a template, and give their number there."""
    if not any(rel.reltype == RT.NUMBERING for rel in document.part.rels.values()):
        document.part.relate_to(base.part.numbering_part, RT.NUMBERING)
        return "1"
    lists = document.part.numbering_part.element
    abstract = deepcopy(base.part.numbering_part.element.find(qn("w:abstractNum")))
    others = lists.findall(qn("w:abstractNum"))
    number = str(1 + max((int(o.get(qn("w:abstractNumId"))) for o in others), default=-1))
    abstract.set(qn("w:abstractNumId"), number)
    abstract.find(f".//{qn('w:pStyle')}").set(qn("w:val"), style)
    # Every definition stands before the first list.
    lists.insert(lists.index(others[-1]) + 1 if others else 0, abstract)
    return str(lists.add_num(int(number)).numId)


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId")))
