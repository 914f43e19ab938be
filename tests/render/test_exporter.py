import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from giaoban import catalogues
from giaoban.errors import GiaobanError
from giaoban.render.exporter import GiaobanExporter
from giaoban.render.outline import headings

ABOUT = {
    "lang": "vi",
    "title": "Họp <1>",
    "programme": "P",
    "meeting": "14/03/2023",
    "unit": "U",
    "synthetic": False,
    "headline": "Một câu",
}


def notebook(lang: str = "vi") -> Any:
    shown = new_output("display_data", data={"text/html": "<p>shown</p>"})
    shown.metadata = {"giaoban": ABOUT | {"lang": lang}}
    cells = [
        new_code_cell("secret = 1", metadata={"tags": ["parameters"]}),
        new_markdown_cell("## Tiếng Việt", metadata={"tags": ["lang-vi"]}, id="part-vi"),
        new_markdown_cell("## English", metadata={"tags": ["lang-en"]}),
        new_code_cell("show()", outputs=[shown]),
    ]
    return new_notebook(cells=cells)


def test_the_page_keeps_the_language_of_the_report() -> None:
    vietnamese, english = (
        GiaobanExporter().from_notebook_node(notebook(c))[0] for c in ("vi", "en")
    )
    assert '<html lang="vi">' in vietnamese
    assert "Tiếng Việt" in vietnamese
    assert "English" not in vietnamese
    assert "English" in english
    assert "Tiếng Việt" not in english


def test_the_code_stands_in_a_fold_and_the_parameters_do_not() -> None:
    page, _ = GiaobanExporter().from_notebook_node(notebook())
    body, _, fold = page.rpartition("<details")
    assert "show()" in fold
    assert "show()" not in body
    assert "secret" not in page
    assert "<p>shown</p>" in body


def test_the_title_is_text() -> None:
    page, _ = GiaobanExporter().from_notebook_node(notebook())
    assert "<title>Họp &lt;1&gt; – U – 14/03/2023</title>" in page


def test_made_up_figures_are_said_to_be_so_on_every_page_of_paper() -> None:
    made_up = notebook()
    made_up.cells[3].outputs[0].metadata["giaoban"]["synthetic"] = True
    page, _ = GiaobanExporter().from_notebook_node(made_up)
    assert '@top-center { content: "Số liệu giả định"' in page
    assert "@top-center" not in GiaobanExporter().from_notebook_node(notebook())[0]


def test_what_is_not_said_in_the_language_of_the_page_is_marked() -> None:
    other = notebook()
    other.cells[3].outputs[0].metadata["giaoban"]["said_in"] = {"vi": ["Một câu"]}
    other.cells[3].outputs[0].data["text/html"] = "<p>Một câu</p>"
    page, _ = GiaobanExporter().from_notebook_node(other)
    assert '<p><span lang="vi">Một câu</span></p>' in page


def test_the_page_forbids_itself_to_load_or_run_anything() -> None:
    page, _ = GiaobanExporter().from_notebook_node(notebook())
    assert "default-src 'none'" in page


def test_the_contents_lead_to_every_heading() -> None:
    page, _ = GiaobanExporter().from_notebook_node(notebook())
    assert re.findall(r'<a href="#([^"]+)">Tiếng Việt</a>', page) == ["part"]
    assert '<h2 id="part">Tiếng Việt</h2>' in page


def test_a_section_that_has_nothing_to_show_moves_to_the_list_at_the_end() -> None:
    silent = notebook()
    silent.cells[3].outputs.append(silent.cells[3].outputs[0].copy())
    nothing = new_output("display_data", data={"text/html": "<p>none</p>"})
    nothing.metadata = {"giaoban": {"nothing": "Không có gì"}}
    heading = new_markdown_cell("## Trống", metadata={"tags": ["lang-vi"]}, id="empty-vi")
    silent.cells += [heading, new_code_cell("empty()", outputs=[nothing])]
    page, _ = GiaobanExporter().from_notebook_node(silent)
    assert '<h2 id="empty">' not in page
    assert "<dt>Trống</dt><dd>Không có gì</dd>" in page


def test_a_picture_and_a_text_of_an_analysts_own_cell_are_shown() -> None:
    own = notebook()
    picture = new_output("display_data", data={"image/png": "aGk=", "text/plain": "<Figure>"})
    number = new_output("execute_result", data={"text/plain": "1 < 2"}, execution_count=1)
    own.cells.append(new_code_cell("own()", outputs=[picture, number]))
    page, _ = GiaobanExporter().from_notebook_node(own)
    assert 'src="data:image/png;base64,aGk="' in page
    assert "<pre>1 &lt; 2</pre>" in page


def showing(*outputs: Any) -> BeautifulSoup:
    """Give the page of a notebook whose last cell gives some outputs."""
    own = notebook()
    own.cells.append(new_code_cell("own()", outputs=list(outputs)))
    return BeautifulSoup(GiaobanExporter().from_notebook_node(own)[0], "html.parser")


def displayed(**data: str) -> Any:
    forms = {kind.replace("_", "/"): content for kind, content in data.items()}
    return new_output("display_data", data=forms)


@pytest.mark.parametrize(
    ("stream", "name"), [("stdout", "Nội dung do một ô lệnh in ra"), ("stderr", "Thông báo")]
)
def test_what_a_cell_prints_is_shown_in_a_fold_as_text(stream: str, name: str) -> None:
    (fold,) = showing(
        new_output("stream", name=stream, text="\x1b[31m<b>1 < 2</b>\x1b[0m\n")
    ).select("details.printed")
    summary, text = fold.select("summary, pre")
    assert summary.get_text().startswith(name)
    assert text.get_text() == "<b>1 < 2</b>"
    assert not fold.select("b")


def test_what_is_printed_stands_at_its_place_among_what_is_shown() -> None:
    outputs = [
        displayed(text_html="<p>first</p>"),
        new_output("stream", name="stdout", text="second"),
        new_output("execute_result", data={"text/plain": "third"}, execution_count=1),
    ]
    page = showing(*outputs).get_text()
    assert page.index("first") < page.index("second") < page.index("third")


def test_what_prints_nothing_that_is_seen_has_no_fold() -> None:
    assert not showing(new_output("stream", name="stdout", text="\x1b[0m\n")).select(".printed")


def test_a_section_that_prints_is_no_section_with_nothing_to_show() -> None:
    silent = notebook()
    nothing = new_output("display_data", data={"text/html": "<p>none</p>"})
    nothing.metadata = {"giaoban": {"nothing": "Không có gì"}}
    said = new_output("stream", name="stdout", text="said")
    heading = new_markdown_cell("## Trống", metadata={"tags": ["lang-vi"]}, id="empty-vi")
    silent.cells += [heading, new_code_cell("empty()", outputs=[nothing, said])]
    page = BeautifulSoup(GiaobanExporter().from_notebook_node(silent)[0], "html.parser")
    assert page.select("section[aria-labelledby=empty] details.printed pre")[0].get_text() == "said"


def test_a_page_shows_whatever_a_cell_displays() -> None:
    frame = pd.DataFrame({"xã <1>": [5]})
    page = showing(
        displayed(text_html=frame.to_html(), text_plain=str(frame)),
        displayed(text_markdown="**strong**"),
        new_output("display_data", data={"image/svg+xml": "<svg><script>x()</script></svg>"}),
        displayed(image_jpeg="aGk=", text_plain="<Figure>"),
        displayed(text_latex="$x < 1$"),
        new_output(
            "display_data",
            data={"application/vnd.jupyter.widget-view+json": {}, "text/plain": "a <slider>"},
        ),
        displayed(application_pdf="aGk="),
    )
    assert page.select("table.dataframe th")[1].get_text() == "xã <1>"
    assert page.select("p > strong")[0].get_text() == "strong"
    sources = [str(image["src"]).partition(",") for image in page.select("img.picture")]
    assert [kind for kind, *_ in sources] == [
        "data:image/svg+xml;base64",
        "data:image/jpeg;base64",
    ]
    assert not page.select("script")
    assert [text.get_text() for text in page.select("main pre")[:2]] == ["$x < 1$", "a <slider>"]
    assert "mà trang này không hiển thị được" in page.get_text()


def test_the_head_of_a_page_says_what_a_list_of_pages_shows() -> None:
    page, _ = GiaobanExporter().from_notebook_node(notebook())
    assert '<meta name="description" content="Một câu">' in page
    assert '<meta name="giaoban-unit" content="U">' in page


def test_a_folder_named_as_the_template_does_not_stand_in_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "giaoban").mkdir()
    (tmp_path / "giaoban/index.html.j2").write_text("another template")
    monkeypatch.chdir(tmp_path)
    page, _ = GiaobanExporter().from_notebook_node(notebook())
    assert "another template" not in page


def test_a_notebook_that_holds_no_report_is_refused() -> None:
    with pytest.raises(GiaobanError, match="holds no report"):
        GiaobanExporter().from_notebook_node(new_notebook())


def test_a_notebook_that_holds_an_error_is_refused() -> None:
    failed = notebook()
    failed.cells[3].outputs.append(new_output("error", ename="E", evalue="e", traceback=[]))
    with pytest.raises(GiaobanError, match="holds an error"):
        GiaobanExporter().from_notebook_node(failed)


def test_a_language_without_headings_of_its_own_has_the_english_ones_translated(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    (tmp_path / "fr.po").write_text('msgid "English"\nmsgstr "Anglais"\n')
    page, _ = GiaobanExporter().from_notebook_node(notebook("fr"))
    assert re.search("<h2[^>]*>Anglais<", page)
    assert "Tiếng Việt" not in page
    assert headings(notebook(), "fr") == ["English"]


def test_a_language_with_headings_of_its_own_has_none_to_translate() -> None:
    assert headings(notebook(), "vi") == []
