import re

from hypothesis import given
from hypothesis import strategies as st

from giaoban.render.passages import marked_as

TAG = re.compile(r"<[^>]*>")


def test_a_title_in_vietnamese_is_marked_wherever_the_page_says_it() -> None:
    html = '<th data-title="Hộ nghèo">Hộ nghèo</th><p>Hộ nghèo: 3% (2024)</p>'
    marked = marked_as(html, ["Hộ nghèo"], "vi")
    assert marked == (
        '<th data-title="Hộ nghèo"><span lang="vi">Hộ nghèo</span></th>'
        '<p><span lang="vi">Hộ nghèo</span>: 3% (2024)</p>'
    )


def test_of_two_titles_that_begin_alike_the_longer_is_marked_whole() -> None:
    html = "<p>Lúa, Lúa &amp; ngô</p>"
    assert marked_as(html, ["Lúa", "Lúa & ngô"], "vi") == (
        '<p><span lang="vi">Lúa</span>, <span lang="vi">Lúa &amp; ngô</span></p>'
    )


def test_what_a_drawing_says_is_marked_as_drawings_can() -> None:
    html = '<svg class="chart"><title id="t">xã: rose</title><g><text x="1">2 xã</text></g></svg>'
    assert marked_as(html, ["xã"], "vi") == (
        '<svg class="chart"><title id="t"><span lang="vi">xã</span>: rose</title>'
        '<g><text x="1">2 <tspan lang="vi">xã</tspan></text></g></svg>'
    )


def test_a_script_a_style_and_a_part_of_a_word_stay_as_they_are() -> None:
    html = "<head><title>xã</title></head><style>xã</style><p>xãm</p>"
    assert marked_as(html, ["xã"], "vi") == html


@given(st.lists(st.sampled_from(["xã", "xã A", "<p>", "</p>", "A", " ", "&lt;"])))
def test_what_a_page_says_stays_the_same(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert TAG.sub("", marked_as(html, ["xã", "xã A"], "vi")) == TAG.sub("", html)
