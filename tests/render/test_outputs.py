import pytest

from giaoban.render.outputs import SHOWN, printed, shown_as


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("one\ntwo\n", "one\ntwo"),
        ("\x1b[1;31mred\x1b[0m and \x1b[38;5;2mgreen\x1b[K", "red and green"),
        ("\x1b]8;;https://a.vn\x1b\\a link\x1b]8;;\x1b\\", "a link"),
        ("\x1b]0;a title\x07text", "text"),
        ("\r 10%\r 55%\r100%\ndone\r\n", "100%\ndone"),
        ("half\x1b[", "half"),
        ("bell\x07, nothing\x00", "bell, nothing"),
        ("a\tb <b>&amp;</b> $x$", "a\tb <b>&amp;</b> $x$"),
        ("Chữ Việt 漢字", "Chữ Việt 漢字"),
    ],
)
def test_what_was_printed_is_left_as_a_terminal_leaves_it(text: str, left: str) -> None:
    assert printed(text) == left


def test_of_several_forms_the_first_that_a_page_can_hold_is_shown() -> None:
    widget = "application/vnd.jupyter.widget-view+json"
    assert shown_as([widget, "text/plain"]) == ["text/plain"]
    assert shown_as(["text/plain", "image/png", "text/html"]) == ["text/html"]


def test_what_has_no_form_that_a_page_can_hold_is_none_of_them() -> None:
    (kind,) = shown_as(["application/pdf"])
    assert kind not in SHOWN
