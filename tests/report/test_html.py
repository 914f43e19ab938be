from markupsafe import Markup

from giaoban.report.html import Fragment, html_table


def test_a_text_in_a_table_is_escaped_and_html_stands() -> None:
    table = html_table("a < b", ["A", "B & C"], [["<i>", Markup("<sup>1</sup>")]])
    assert table == (
        "<table><caption>a &lt; b</caption>"
        '<thead><tr><th scope="col">A</th><th scope="col">B &amp; C</th></tr></thead>'
        '<tbody><tr><th scope="row">&lt;i&gt;</th>'
        '<td data-title="B &amp; C"><sup>1</sup></td></tr></tbody></table>'
    )


def test_a_cell_that_holds_a_dash_is_marked_as_one_to_leave_out() -> None:
    assert '<td class="none" data-title="B">–</td>' in html_table("", ["A", "B"], [["1", "–"]])


def test_a_notebook_gets_a_fragment_as_a_plain_text() -> None:
    bundle, metadata = Fragment(Markup("<p>1</p>"), {"lang": "vi"})._repr_mimebundle_()
    assert type(bundle["text/html"]) is str
    assert bundle == {"text/html": "<p>1</p>", "text/plain": "8 characters of HTML"}
    assert metadata == {"giaoban": {"lang": "vi"}}
