import re
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from giaoban.render.exporter import GiaobanExporter
from giaoban.render.index import write_overview
from giaoban.render.word.document import write_docx
from giaoban.render.word.template import open_base


def add(out: Path, place: str, headline: str, lang: str = "vi", **about: object) -> Path:
    """Put a page where a report lies; it says of itself what a report does."""
    said = {"lang": lang, "title": "Họp", "programme": "P/1", "meeting": "", "unit": "Huyện"}
    shown = new_output("display_data", data={"text/html": "<p>shown</p>"})
    said |= {"inputs": "", "eyebrow": "", "subtitle": ""}
    opening = {**said, "synthetic": False, "headline": headline, "banners": [], **about}
    shown.metadata = {"giaoban": opening}
    notebook = new_notebook(cells=[new_code_cell("show()", outputs=[shown])])
    path = out / "reports" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    page, resources = GiaobanExporter().from_notebook_node(notebook, {"unique_key": path.stem})
    path.write_text(page, "utf-8")
    path.with_suffix(".json").write_bytes(resources["outputs"][f"./{path.stem}.json"])
    return path


def text(out: Path) -> str:
    return write_overview(out).read_text("utf-8")


def test_every_report_is_listed_with_its_headline_the_newest_meeting_first(tmp_path: Path) -> None:
    add(tmp_path, "p/2022-03-15/u.vi.html", "Cũ <5%")
    add(tmp_path, "p/2023-03-14/u.vi.html", "Mới")
    add(tmp_path, "p/2023-03-14/u.en.html", "New", "en")
    page = text(tmp_path)
    assert re.findall(r'<a href="([^"]+)"', page) == [
        "p/2023-03-14/u.vi.html",
        "p/2023-03-14/u.en.html",
        "p/2022-03-15/u.vi.html",
    ]
    assert re.findall(r"<h2>(\S+)", page) == ["14/03/2023", "15/03/2022"]
    assert "Cũ &lt;5%" in page


def test_each_entry_is_in_the_language_of_its_report(tmp_path: Path) -> None:
    add(tmp_path, "p/2023-03-14/u.en.html", "New", "en")
    entry = r'<li lang="en"><a [^>]*hreflang="en">English</a>\s*<ul><li>New</li></ul></li>'
    assert re.search(entry, text(tmp_path))


def test_a_report_is_listed_with_its_first_three_points(tmp_path: Path) -> None:
    points = [[f"verdict {n}", f"point <{n}>"] for n in range(4)]
    add(tmp_path, "p/2023-03-14/u.en.html", "New", "en", summary=points)
    told = re.findall(r"<li><b>(verdict \d)</b> · (point &lt;\d&gt;)</li>", text(tmp_path))
    assert told == [(f"verdict {n}", f"point &lt;{n}&gt;") for n in range(3)]


def test_links_lead_to_the_files(tmp_path: Path) -> None:
    add(tmp_path, "Chương trình 1 #2/2023-03-14/u.vi.html", "Mới")
    (tmp_path / "reports/Chương trình 1 #2/2023-03-14/u.vi.pdf").touch()
    from urllib.parse import unquote

    links = re.findall(r'<a href="([^"#?]+)"', text(tmp_path))
    assert len(links) == 2
    assert all((tmp_path / "reports" / unquote(link)).is_file() for link in links)


def test_a_word_file_is_listed_beside_its_page_until_somebody_changes_it(tmp_path: Path) -> None:
    word = add(tmp_path, "p/2023-03-14/u.vi.html", "Mới").with_suffix(".docx")
    write_docx(word.with_suffix(".html"))
    assert '<a href="p/2023-03-14/u.vi.docx" hreflang="vi"' in text(tmp_path)
    open_base().save(str(word))
    assert ".docx" not in text(tmp_path)


def test_made_up_figures_are_said_to_be_so(tmp_path: Path) -> None:
    add(tmp_path, "p/2023-03-14/u.vi.html", "Mới")
    assert "Made-up figures" not in text(tmp_path)
    add(tmp_path, "d/2023-03-14/u.vi.html", "Mẫu", synthetic=True)
    assert "Made-up figures" in text(tmp_path)


def test_a_report_that_is_gone_is_gone_from_the_list(tmp_path: Path) -> None:
    path = add(tmp_path, "p/2023-03-14/u.vi.html", "Mới")
    assert "Mới" in text(tmp_path)
    path.unlink()
    assert "Chưa có báo cáo nào" in text(tmp_path)


@pytest.mark.parametrize("other", ["<p>not a report</p>", "<html lang='vi'><title>x</title>", ""])
def test_other_pages_are_passed_over(tmp_path: Path, other: str) -> None:
    path = add(tmp_path, "p/2023-03-14/u.vi.html", "Mới")
    path.with_name("other.html").write_text(other)
    assert "other" not in text(tmp_path)


def test_a_report_of_an_older_giaoban_is_named_and_led_to(tmp_path: Path) -> None:
    add(tmp_path, "p/2023-03-14/u.vi.html", "Mới")
    assert "Made by an older giaoban" not in text(tmp_path)
    older = add(tmp_path, "p #1/2022-03-15/u.vi.html", "Cũ")
    older.with_suffix(".json").unlink()
    page = text(tmp_path)
    assert '<a href="p%20%231/2022-03-15/u.vi.html">p #1/2022-03-15/u.vi.html</a>' in page
    assert "Made by an older giaoban" in page


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    add(tmp_path, "p/2023-03-14/u.vi.html", "Mới")
    add(tmp_path, "p/2023-03-14/a.vi.html", "Khác")
    assert text(tmp_path) == text(tmp_path)
