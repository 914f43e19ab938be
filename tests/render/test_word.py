"""The Word file of a report: what the page says, as an office can go on with it."""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import docx
import pandas as pd
import pytest
from browsers import REPORTS
from bs4 import BeautifulSoup
from bs4.element import Tag
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from openxml_audit import OpenXmlValidator

from giaoban.errors import GiaobanError
from giaoban.language import language
from giaoban.render.word.document import up_to_date_docx, write_docx
from giaoban.render.word.inline import pieces, text_of
from giaoban.render.word.made import discard_docx, is_as_made
from giaoban.render.word.table import read_table, write_table
from giaoban.render.word.template import PLACE, open_base, open_template
from giaoban.wording import read_page_data

Write = Callable[..., Path]


def copied(page: Path, out: Path) -> Path:
    """Give a page of one's own, with its data and its pictures."""
    home, place = page.parents[3], page.relative_to(page.parents[3])
    (out / place).parent.mkdir(parents=True)
    for file in (page, page.with_suffix(".json")):
        shutil.copy(file, (out / place).parent)
    figures = Path("figures", *place.parts[1:3])
    shutil.copytree(home / figures, out / figures)
    return out / place


@pytest.fixture
def page(pages: dict[str, Path], tmp_path: Path) -> Path:
    return copied(pages["04-CTr-HU.vi"], tmp_path)


@pytest.fixture(scope="module")
def written(
    pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, Path]]:
    """Give each page with its Word file."""
    copies = {name: copied(page, tmp_path_factory.mktemp(name)) for name, page in pages.items()}
    return {name: (page, write_docx(page)) for name, page in copies.items()}


@pytest.fixture(params=REPORTS)
def both(request: pytest.FixtureRequest, written: dict[str, tuple[Path, Path]]) -> tuple[Tag, Path]:
    """Give what a page shows on paper, and its Word file."""
    page, path = written[request.param]
    main = BeautifulSoup(page.read_text("utf-8"), "html.parser").main
    assert main
    for part in main.select("nav, details:not(.annex), .take"):
        part.decompose()
    return main, path


def in_style(document: Document, *styles: str) -> list[Paragraph]:
    return [p for p in document.paragraphs if p.style and p.style.name in styles]


def styled(document: Document, *styles: str) -> list[str]:
    return [p.text for p in in_style(document, *styles)]


def flat(text: str) -> str:
    return " ".join(text.split())


def flaws(path: Path) -> list[str]:
    """Say what Word's schemas, and what Microsoft writes of Word's own rules, find wrong."""
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_word_finds_nothing_wrong_with_it(both: tuple[Tag, Path]) -> None:
    assert flaws(both[1]) == []


def test_the_validator_sees_what_is_wrong(page: Path) -> None:
    path = write_docx(page)
    document = docx.Document(str(path))
    document.paragraphs[0]._p.append(docx.oxml.OxmlElement("w:tblGrid"))
    document.save(str(path))
    assert flaws(path) != []


def test_it_has_the_headings_of_the_page_in_three_depths(both: tuple[Tag, Path]) -> None:
    main, path = both
    document = docx.Document(str(path))
    assert main.h1
    assert styled(document, "Title") == [main.h1.get_text()]
    (annexes,) = {"Annexes", "Phụ lục"} & {*styled(document, "Heading 1")}
    told = [h for h in styled(document, "Heading 1", "Heading 2", "Heading 3") if h != annexes]
    assert told == [flat(h.get_text()) for h in main.select("h2, h3")]
    first = [flat(h.get_text()) for h in main.select("section.part > h2")]
    assert styled(document, "Heading 1") == [*first, annexes]


def test_title_meeting_main_points_and_scorecard_come_first(
    written: dict[str, tuple[Path, Path]],
) -> None:
    page, path = written["04-CTr-HU.vi"]
    told = read_page_data(page)
    texts = [p.text for p in docx.Document(str(path)).paragraphs if p.text]
    assert texts[:4] == [
        told.title,
        told.subtitle,
        "04-CTr/HU · Huyện Mỹ Đức · ngày 14 tháng 3 năm 2023",
        told.headings["summary"],
    ]
    assert texts.index(told.headings["scorecard"]) < texts.index(told.headings["trends"])


def test_each_main_point_has_its_label_in_bold_and_apart(both: tuple[Tag, Path]) -> None:
    main, path = both
    bullets = in_style(docx.Document(str(path)), "List Bullet")
    points = main.select(".summary li")
    assert points
    for point, paragraph in zip(points, bullets, strict=False):
        label = point.select_one(".status")
        assert label
        name = flat(label.get_text())
        label.extract()
        assert paragraph.text == f"{name} · {flat(point.get_text())}"
        assert "".join(run.text for run in paragraph.runs if run.bold) == name


def test_every_sentence_of_the_page_is_there_word_for_word(both: tuple[Tag, Path]) -> None:
    main, path = both
    document = docx.Document(str(path))
    cells = [c for t in document.tables for r in t._tbl.tr_lst for c in r.tc_lst]
    texts = [p.text for p in document.paragraphs]
    texts += [Paragraph(cell.p_lst[0], document).text for cell in cells]
    told = "|".join(map(_words, texts))
    for part in main.select("td:has(svg), figure, .masthead .eyebrow"):
        if part.name != "td" or not part.get_text(strip=True):
            part.decompose()
    shown = main.select("p, td, tbody th, .notes li, h2, h3, caption, .record li")
    assert [p for p in shown if _words(_shown(p)) not in told] == []


def _shown(part: Tag) -> str:
    for arrow in part.select("a[href^='#cite-'], .take"):
        arrow.extract()
    # The lines below a note are paragraphs of their own; a number is followed by a full stop.
    for line in part.select("li > ol"):
        line.extract()
    number = part.find("b", recursive=False) if "note-" in str(part.get("id")) else None
    if isinstance(number, Tag):
        number.append(".")
    return part.get_text()


def _words(text: str) -> str:
    """Leave out the spaces and the commas between raised numbers: what is left is the words."""
    return re.sub(r"[\s,]", "", text)


def test_tables_have_a_numbered_caption_lines_and_a_header_on_every_page(
    both: tuple[Tag, Path],
) -> None:
    main, path = both
    document = docx.Document(str(path))
    heading, *tables = document.tables
    assert "".join(cell.text for cell in heading._cells) == ""
    assert [t.style and t.style.name for t in tables] == ["Table Grid"] * len(main.select("table"))
    captions = [flat(c.get_text()) for c in main.select("table > caption")]
    lang = path.name.split(".")[-2]
    name = {"vi": "Bảng", "en": "Table"}[lang]
    elements = document.element.xpath("//w:p[w:pPr/w:pStyle[@w:val='Caption']]")
    whole = ["".join(t.text for t in p.iter(qn("w:t"))) for p in elements]
    assert whole == [f"{name} {n}. {text}" for n, text in enumerate(captions, start=1)]
    assert all(f" SEQ {name} " in p.xpath("./w:fldSimple/@w:instr")[0] for p in elements)
    for table in tables:
        first, *others = table._tbl.tr_lst
        assert first.xpath("./w:trPr/w:tblHeader")
        assert [row for row in others if row.xpath("./w:trPr/w:tblHeader")] == []
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in table._tbl.tr_lst)


def test_a_column_of_small_pictures_is_left_out_and_no_other(both: tuple[Tag, Path]) -> None:
    main, path = both
    heads = [[flat(th.get_text()) for th in t.select("thead th")] for t in main.select("table")]
    _, *tables = docx.Document(str(path)).tables
    for head, table in zip(heads, tables, strict=True):
        told = [cell.text for cell in table.rows[0].cells]
        assert [h for h in head if h not in told] in ([], ["Qua các năm"], ["Over the years"])
        assert len(told) >= len(head) - 1


def test_every_picture_says_in_words_what_it_shows(both: tuple[Tag, Path]) -> None:
    main, path = both
    drawn = [s for f in main.select("figure") if (s := f.select_one("svg.chart"))]
    said = [
        f"{s.find('title').get_text()}. {s.find('desc').get_text()}"  # type: ignore[union-attr]
        for s in drawn
    ]
    properties = docx.Document(str(path)).element.xpath("//wp:docPr")
    assert [p.get("descr") for p in properties] == said
    assert len({p.get("id") for p in properties}) == len(said)


def test_a_number_of_a_note_leads_to_the_note_of_that_number(both: tuple[Tag, Path]) -> None:
    main, path = both
    document = docx.Document(str(path))
    notes = in_style(document, "Numbered Note")
    numbers = [str(li["id"]).removeprefix("note-") for li in main.select(".notes li")]
    assert [p.text.partition(".\t")[0] for p in notes] == numbers
    marks = {b.get(qn("w:name")): p for p in notes for b in p._p.iter(qn("w:bookmarkStart"))}
    raised = [
        link
        for link in document.element.iter(qn("w:hyperlink"))
        if link.xpath("./w:r/w:rPr/w:vertAlign")
    ]
    assert len(raised) == len(main.select("sup a"))
    for link in raised:
        text = "".join(t.text for t in link.iter(qn("w:t")))
        assert marks[link.get(qn("w:anchor"))].text.startswith(f"{text}.\t")


def test_every_link_leads_somewhere_and_every_mark_is_its_own(both: tuple[Tag, Path]) -> None:
    body = docx.Document(str(both[1])).element
    marks = list(body.iter(qn("w:bookmarkStart")))
    names = [mark.get(qn("w:name")) for mark in marks]
    assert len({*names}) == len(names) == len({mark.get(qn("w:id")) for mark in marks})
    assert set(body.xpath("//w:hyperlink/@w:anchor")) <= {*names}
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in names)


def test_numbers_of_notes_that_follow_one_another_stay_apart() -> None:
    html = '<p>fell<sup><a href="#note-1">1</a></sup><sup><a href="#note-2">2</a></sup>.</p>'
    found = pieces(BeautifulSoup(html, "html.parser").p or [])
    assert text_of(found) == "fell1, 2."
    assert text_of(p for p in found if p.raised) == "1, 2"


def test_statuses_of_a_cell_stand_on_lines_of_their_own() -> None:
    html = (
        "<td><span class='status'>not yet</span><span class='status'>on track</span> "
        "<span class='why'>of\n 3</span></td>"
    )
    found = pieces(BeautifulSoup(html, "html.parser").td or [])
    assert text_of(found) == "not yet\non track\nof 3"
    assert text_of(p for p in found if p.bold) == "not yet\non track".replace("\n", "")


def page_of(section: Section) -> tuple[tuple[int, ...], list[int]]:
    """Give how wide and tall a page is, and its margins: above, right, below, left."""
    size = [round(side.mm) for side in (section.page_width, section.page_height) if side]
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    return tuple(size), [round(side.mm) for side in sides if side]


def test_the_page_is_that_of_an_office(written: dict[str, tuple[Path, Path]]) -> None:
    document = docx.Document(str(written["04-CTr-HU.vi"][1]))
    pages = [page_of(section) for section in document.sections]
    # The office's table stands on its side, with the bound edge above.
    upright, turned = ((210, 297), [20, 15, 20, 30]), ((297, 210), [30, 20, 15, 20])
    assert pages == [upright, turned, upright]
    normal = document.styles.element.find(f".//{qn('w:rPrDefault')}")
    fonts, size = normal.find(f".//{qn('w:rFonts')}"), normal.find(f".//{qn('w:sz')}")
    assert {*fonts.attrib.values()} == {"Times New Roman"}
    assert int(size.get(qn("w:val"))) / 2 == 13
    assert document.styles["Heading 1"].font.size == Pt(14)


def test_pages_are_numbered_above_in_the_middle_but_the_first(
    written: dict[str, tuple[Path, Path]],
) -> None:
    section, *others = docx.Document(str(written["04-CTr-HU.en"][1])).sections
    assert all(other.header.is_linked_to_previous for other in others)
    assert not any(other.different_first_page_header_footer for other in others)
    (number,) = section.header.paragraphs
    assert number._p.xpath("./w:fldSimple/@w:instr") == [" PAGE "]
    assert number.style
    assert number.style.element.xpath("./w:pPr/w:jc/@w:val") == ["center"]
    assert section.different_first_page_header_footer
    assert "".join(p.text for p in section.first_page_header.paragraphs) == ""


def test_made_up_figures_are_said_to_be_so_on_every_page(
    written: dict[str, tuple[Path, Path]],
) -> None:
    section, *others = docx.Document(str(written["demo.en"][1])).sections
    assert all(other.footer.is_linked_to_previous for other in others)
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text == "Made-up figures"
    real = docx.Document(str(written["04-CTr-HU.en"][1])).sections
    assert [p.text for section in real for p in section.footer.paragraphs if p.text] == []


@pytest.mark.parametrize(
    ("code", "day", "written"),
    [
        ("vi", "2023-03-14", "ngày 14 tháng 3 năm 2023"),
        ("vi", "2021-02-03", "ngày 03 tháng 02 năm 2021"),
        ("vi", "2020-12-24", "ngày 24 tháng 12 năm 2020"),
        ("en", "2021-02-03", "3 February 2021"),
    ],
)
def test_a_day_is_written_as_formal_papers_do(code: str, day: str, written: str) -> None:
    assert language(code).formal_date(datetime.fromisoformat(day)) == written


def test_it_says_what_it_is_and_whose_day_it_has(written: dict[str, tuple[Path, Path]]) -> None:
    page, path = written["04-CTr-HU.vi"]
    about, told = docx.Document(str(path)).core_properties, read_page_data(page)
    assert (about.title, about.author, about.language) == (told.title, told.unit, "vi-VN")
    assert about.created == about.modified
    assert f"{about.created:%Y-%m-%d %H:%M}" == "2023-03-14 00:00"
    assert "python-docx" not in f"{about.comments}{about.last_modified_by}"


def test_a_second_run_gives_the_same_bytes_at_any_time(page: Path) -> None:
    first = write_docx(page).read_bytes()
    page.with_suffix(".docx").unlink()
    assert write_docx(page).read_bytes() == first
    with zipfile.ZipFile(page.with_suffix(".docx")) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2023, 3, 14, 0, 0, 0)}
        assert b"giaoban-out" not in archive.read("word/document.xml")


def test_a_word_file_that_somebody_has_changed_is_never_written_over(page: Path) -> None:
    path = write_docx(page)
    document = docx.Document(str(path))
    document.add_paragraph("added by the office")
    document.save(str(path))
    changed = path.read_bytes()
    for again in (write_docx, up_to_date_docx):
        with pytest.raises(GiaobanError, match="somebody has changed it since it was made"):
            again(page)
    discard_docx(page)
    assert path.read_bytes() == changed


def test_a_word_file_of_an_earlier_page_is_made_anew(page: Path) -> None:
    path = write_docx(page)
    document = docx.Document(str(path))
    assert up_to_date_docx(page) == path
    data = page.with_suffix(".json")
    data.write_text(data.read_text("utf-8").replace('"digest": "', '"digest": "0'), "utf-8")
    assert docx.Document(str(up_to_date_docx(page))).core_properties.identifier.startswith("0")
    assert not document.core_properties.identifier.startswith("00")
    discard_docx(page)
    assert not path.exists()


def test_a_picture_that_cannot_be_read_is_told_and_there_is_no_word_file(page: Path) -> None:
    picture = page.parents[3] / "figures/04-CTr-HU/2023-03-14/my-duc/targets.vi.png"
    picture.unlink(missing_ok=True)
    picture.mkdir()
    with pytest.raises(GiaobanError, match=r"targets\.vi\.png"):
        write_docx(page)
    assert not page.with_suffix(".docx").exists()


# An office's template: a heading of its own, a place for the report, who signs it.
@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = docx.Document()
    document.sections[0].left_margin = Mm(35)
    document.sections[0].header.paragraphs[0].text = "Huyện ủy"
    document.styles["Heading 1"].font.name = "Arial"
    for name in ("Title", "Caption", "List Bullet", "Body Text", "Table Grid"):
        style = document.styles[name].element
        style.getparent().remove(style)
    document.add_paragraph("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI")
    document.add_paragraph(PLACE)
    document.add_paragraph("T/M BAN THƯỜNG VỤ")
    document.save(str(tmp_path / "mẫu.docx"))
    return tmp_path / "mẫu.docx"


def test_a_report_stands_in_the_place_that_a_template_has_for_it(
    page: Path, template: Path
) -> None:
    path = write_docx(page, template)
    texts = [p.text for p in docx.Document(str(path)).paragraphs if p.text]
    assert texts[:2] == ["ĐẢNG BỘ THÀNH PHỐ HÀ NỘI", "Hội nghị giao ban Chương trình 04-CTr/HU"]
    assert texts[-1] == "T/M BAN THƯỜNG VỤ"
    assert PLACE not in texts
    sections = docx.Document(str(path)).sections
    sides = [section.left_margin or Mm(0) for section in sections]
    assert [round(side.mm) for side in sides] == [35, 25, 35]
    assert [section.header.is_linked_to_previous for section in sections] == [False, True, True]
    assert is_as_made(path)
    assert flaws(path) == []


def test_a_report_stands_at_the_end_of_a_template_without_a_place(
    page: Path, tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("THÀNH ỦY HÀ NỘI")
    document.save(str(tmp_path / "t.docx"))
    texts = [p.text for p in docx.Document(str(write_docx(page, tmp_path / "t.docx"))).paragraphs]
    assert texts[:2] == ["THÀNH ỦY HÀ NỘI", "Hội nghị giao ban Chương trình 04-CTr/HU"]


def test_a_template_keeps_its_styles_and_page_and_gets_those_that_it_lacks(
    page: Path, template: Path
) -> None:
    document = docx.Document(str(write_docx(page, template)))
    assert document.styles["Heading 1"].font.name == "Arial"
    margin = document.sections[0].left_margin
    assert margin
    assert round(margin.mm) == 35
    bullet = document.styles["List Bullet"].element
    (number,) = bullet.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    lists = document.part.numbering_part.element
    (kind,) = lists.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    signs = lists.xpath(f"./w:abstractNum[@w:abstractNumId='{kind}']/w:lvl/w:lvlText/@w:val")
    assert signs == ["–"]
    ids = [s.get(qn("w:styleId")) for s in document.styles.element.iter(qn("w:style"))]
    assert len({*ids}) == len(ids)
    assert {*document.styles.element.xpath("//w:basedOn/@w:val")} <= {*ids}


def test_a_template_without_lists_gets_their_definition(page: Path, tmp_path: Path) -> None:
    bare = open_base()
    for rel in [r for r in bare.part.rels.values() if r.reltype == RT.NUMBERING]:
        del bare.part.rels[rel.rId]
    style = bare.styles["List Bullet"].element
    style.getparent().remove(style)
    bare.save(str(tmp_path / "bare.docx"))
    path = write_docx(page, tmp_path / "bare.docx")
    assert flaws(path) == []
    assert docx.Document(str(path)).part.numbering_part is not None


def _no_styles(path: Path) -> None:
    document = open_base()
    for rel in [r for r in document.part.rels.values() if r.reltype == RT.STYLES]:
        del document.part.rels[rel.rId]
    document.save(str(path))


def _half(path: Path) -> None:
    open_base().save(str(path))
    path.write_bytes(path.read_bytes()[:2000])


def _workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def _broken(path: Path) -> None:
    whole = path.with_suffix(".whole")
    open_base().save(str(whole))
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(path, "w") as archive:
        for name in parts.namelist():
            text = parts.read(name)
            archive.writestr(name, text[:-20] if name == "word/document.xml" else text)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "no such template, expected a Word file"),
        (lambda path: path.write_text("a letter"), "not a Word file that can be read"),
        (lambda path: path.write_bytes(b""), "not a Word file that can be read"),
        (_half, "not a Word file that can be read"),
        (_workbook, "not a Word file that can be read"),
        (_broken, "not a Word file that can be read"),
        (_no_styles, "the template has no styles"),
    ],
    ids=["missing", "text", "empty", "half", "workbook", "broken", "no styles"],
)
def test_a_bad_template_is_told_in_one_line(
    make: Callable[[Path], object], told: str, tmp_path: Path
) -> None:
    path = tmp_path / "template.docx"
    make(path)
    with pytest.raises(GiaobanError, match=told) as error:
        open_template(path)
    assert error.value.exit_code == 2
    assert "\n" not in str(error.value)


def cells(*rows: list[str]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    return f"<table><tbody>{body}</tbody></table>"


def grid(html: str) -> Iterator[list[str]]:
    table = BeautifulSoup(html, "html.parser").table
    assert table
    for row in read_table(table).rows:
        yield [text_of(cell) for cell in row]


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    html = "<table><tr><th colspan='2'>a</th><th>b</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    assert [*grid(html)] == [["a", "", "b"], ["1", "2", "3"]]


def test_what_an_analyst_added_is_there_too(page: Path) -> None:
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    added = (
        "<p>Of <b>ours</b> alone.</p><ol start='3'><li>third</li></ol>"
        f'<img alt="A dot." src="data:image/png;base64,{dot}">'
        '<img alt="A drawing." src="data:image/svg+xml;base64,PHN2Zy8+">'
        "<pre>a  table\nof letters</pre><div><table class='dataframe'><thead><tr><th></th><th>n</th>"
        "</tr></thead><tbody><tr><th>a</th><td>1</td></tr></tbody></table></div>"
    )
    html = page.read_text("utf-8")
    page.write_text(
        html.replace('<section class="part"', f'{added}<section class="part"', 1), "utf-8"
    )
    document = docx.Document(str(write_docx(page)))
    texts = [p.text for p in document.paragraphs]
    for said in ("Of ours alone.", "3.\tthird", "A drawing.", "a  table\nof letters"):
        assert said in texts
    assert "A dot." in document.element.xpath("//wp:docPr/@descr")
    assert [c.text for c in document.tables[1]._cells] == ["", "n", "a", "1"]
    assert flaws(page.with_suffix(".docx")) == []


def test_what_follows_a_line_of_its_own_begins_another() -> None:
    html = "<td>80%<sup>1</sup><span class='why'>margin −6.2</span>70%</td>"
    found = pieces(BeautifulSoup(html, "html.parser").td or [])
    assert text_of(found) == "80%1\nmargin −6.2\n70%"


def test_a_frame_of_many_columns_stands_in_parts_that_break_no_word() -> None:
    names = [f"column{n}" for n in range(40)]
    frame = pd.DataFrame([[1234.5] * 40], columns=names, index=["Sample"])
    table = BeautifulSoup(frame.to_html(), "html.parser").table
    assert table
    document = open_base()
    document.add_paragraph("A frame")
    write_table(document, read_table(table), document.sections[0], {})
    parts = [[cell.text for cell in part.rows[0].cells] for part in document.tables]
    assert [name for part in parts for name in part[1:]] == names
    assert len(parts) > 1
    assert {part.rows[1].cells[0].text for part in document.tables} == {"Sample"}
