import base64
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from browsers import NPM, REPORTS, Visit, npm
from bs4 import BeautifulSoup
from matplotlib.image import imread
from wcwidth import wcswidth

from giaoban.language import language
from giaoban.mail.bodies import TEXT_WIDTH, plain_text
from giaoban.mail.brief import brief
from giaoban.mail.message import compose
from giaoban.mail.recipients import recipients
from giaoban.wording.codes import PROGRESS, STATUS

CANIEMAIL = NPM / "caniemail/data/caniemail.json"
CLIENTS = {
    "Gmail": ("gmail", ("desktop-webmail", "ios", "android", "mobile-webmail")),
    "Outlook for Windows": ("outlook", ("windows",)),
    "Outlook on the web": ("outlook", ("outlook-com",)),
    "Apple Mail": ("apple-mail", ("macos", "ios")),
    "Thunderbird": ("thunderbird", ("macos", "windows", "linux")),
}
# What has no page of its own there: its name there, or why it needs none.
SAME_AS = {
    **dict.fromkeys(("css-border-top", "css-border-bottom", "css-border-left"), "css-border"),
    "css-padding-right": "css-padding",
    "css-font-family": "css-font",
    **dict.fromkeys(("html-h1", "html-h2"), "html-h1-h6"),
    **dict.fromkeys(("html-tr", "html-td", "html-th", "html-tbody"), "html-table"),
    **dict.fromkeys(("html-alt", "html-src"), "html-img"),
}
NEEDS_NONE = {
    "css-color": "HTML 3.2 had it as an attribute; no client is without it",
    "html-html": "taken off by web clients; the language stands on a div too",
    "html-head": "taken off by web clients; nothing that is shown needs it",
    "html-title": "not shown; the subject says it",
    "html-meta": "for the page alone in a browser; the message's headers say the charset",
    **dict.fromkeys(("html-charset", "html-name", "html-content"), "of meta"),
    "html-br": "HTML 2",
    "html-class": "left over from inlining; no rule refers to it",
    "html-scope": "read out where it is known; nothing is lost where it is not",
}
# (feature, client): why the message reads right all the same.
EXCEPTIONS = {
    ("css-border", "Outlook for Windows"): "6px at most (8px is the limit), on cells only",
    ("css-display", "Gmail"): "block, which is not among what some of its accounts lack",
    ("css-display", "Outlook for Windows"): "block, on pictures alone in their cell",
    ("css-font-size", "Outlook for Windows"): "in px; rem is what it lacks",
    ("css-font-weight", "Outlook for Windows"): "normal and bold; numbers are what it lacks",
    ("css-height", "Outlook for Windows"): "auto, on pictures; they have the attribute too",
    ("css-line-height", "Outlook for Windows"): "lines stand somewhat closer or wider",
    ("css-margin", "Gmail"): "never negative",
    ("css-margin", "Outlook for Windows"): "on headings and paragraphs, never negative or auto",
    ("css-margin", "Outlook on the web"): "never negative",
    ("css-max-width", "Outlook for Windows"): "a table of 600 in comments for it alone",
    ("css-padding", "Outlook for Windows"): "on cells only; as high as the other cell's",
    ("css-text-align", "Gmail"): "left",
    ("css-text-align", "Outlook for Windows"): "left",
    ("css-width", "Outlook for Windows"): "pictures and tables have the attribute too",
    ("html-body", "Gmail"): "becomes a div; the sheet has its own ground",
    ("html-body", "Outlook on the web"): "becomes a div; the sheet has its own ground",
    ("html-doctype", "Outlook for Windows"): "it has one way to render, which tables suit",
    ("html-doctype", "Thunderbird"): "it looks the same without",
    ("html-height", "Outlook for Windows"): "in px; at 120 dpi pictures are smaller",
    ("html-img", "Thunderbird"): "not tested there; seen in tests/apps/test_draft_opens.py",
    ("html-lang", "Outlook for Windows"): "not tested there; it speaks its own language",
    ("html-width", "Outlook for Windows"): "in px on pictures; at 120 dpi they are smaller",
}


@pytest.fixture(scope="module")
def messages(pages: dict[str, Path]) -> dict[str, EmailMessage]:
    return {name: compose(page, None, recipients("a@b.vn")).message for name, page in pages.items()}


@pytest.fixture(params=REPORTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def html(messages: dict[str, EmailMessage], name: str) -> str:
    return body(messages[name])


def body(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part
    return str(part.get_content())


def declarations(soup: BeautifulSoup) -> Iterator[tuple[str, str, str]]:
    for element in soup.select("[style]"):
        for rule in str(element["style"]).rstrip(";").split(";"):
            prop, _, value = rule.partition(":")
            yield element.name, prop.strip(), value.strip()


def features(html: str) -> set[str]:
    """Give the names that caniemail has, or would have, for all that a body uses."""
    soup = BeautifulSoup(html, "html.parser")
    elements = soup.find_all(True)
    attributes = {name for element in elements for name in element.attrs} - {"style"}
    used = {f"html-{name}" for name in {element.name for element in elements} | attributes}
    rules = list(declarations(soup))
    used |= {f"css-{prop}" for _, prop, _ in rules}
    units = {u for *_, value in rules for u in re.findall(r"\d(px|em|rem|vw|pt|%)", value)}
    used |= {f"css-unit-{'percent' if unit == '%' else unit}" for unit in units}
    used |= {"html-doctype", "image-png"} | ({"html-comments"} if "<!--" in html else set())
    return {SAME_AS.get(feature, feature) for feature in used}


def lacking(feature: dict[str, Any]) -> Iterator[str]:
    """Name the clients that lack a feature, or a part of it; old Outlooks are still in use."""
    for client, (family, platforms) in CLIENTS.items():
        for platform in platforms:
            versions = list(feature["stats"].get(family, {}).get(platform, {}).values())
            if any(v[0] != "y" for v in (versions if platform == "windows" else versions[-1:])):
                yield client


def test_every_property_element_and_attribute_is_shown_by_every_client_or_excepted(
    messages: dict[str, EmailMessage],
) -> None:
    data = json.loads(npm(CANIEMAIL).read_text("utf-8"))["data"]
    known = {feature["slug"]: feature for feature in data}
    used = set().union(*(features(body(message)) for message in messages.values()))
    assert len(used) > 30
    assert used - known.keys() == NEEDS_NONE.keys()
    assert {
        (f, client) for f in used & known.keys() for client in lacking(known[f])
    } == EXCEPTIONS.keys()


def test_what_the_exceptions_say_of_the_values_is_so(html: str) -> None:
    rules = set(declarations(BeautifulSoup(html, "html.parser")))
    assert {e for e, prop, _ in rules if prop.startswith(("padding", "border-"))} <= {"td", "th"}
    assert {value for _, prop, value in rules if prop == "display"} == {"block"}
    assert {value for _, prop, value in rules if prop == "text-align"} == {"left"}
    assert {value for _, prop, value in rules if prop == "font-weight"} == {"bold", "normal"}
    assert not [v for _, prop, v in rules if prop == "margin" and ("-" in v or "auto" in v)]


def test_a_body_asks_for_nothing_and_runs_nothing(html: str) -> None:
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select("script, svg, style, link, a, form, iframe, object") == []
    assert [
        img["src"] for img in soup.select("img") if not str(img["src"]).startswith("cid:")
    ] == []
    assert not re.search(r"url\(|https?:|@import|@font-face|background-image|data:", html)


def test_a_body_says_its_language_where_every_client_keeps_it(html: str, name: str) -> None:
    lang = name.rpartition(".")[2]
    soup = BeautifulSoup(html, "html.parser")
    assert [e["lang"] for e in soup.select("html, body > div")] == [lang, lang]


def test_tables_are_for_layout_but_for_those_with_a_header(html: str) -> None:
    for table in BeautifulSoup(html, "html.parser").select("table"):
        own = [row for row in table.select("th[scope=col]") if row.find_parent("table") is table]
        assert (table.get("role") == "presentation") != bool(own)


def test_the_text_and_the_html_say_the_same(pages: dict[str, Path], html: str, name: str) -> None:
    told = brief(pages[name])
    soup = BeautifulSoup(html, "html.parser")
    seen = re.sub(r"\s", "", soup.get_text() + "".join(str(i["alt"]) for i in soup.select("img")))
    read = re.sub(r"\s", "", plain_text(told, []))
    page = told.page
    parts = [page.title, page.eyebrow, page.subtitle, *(what for _, what in told.asks)]
    parts += [line for banner in page.banners for line in banner]
    parts += [said for _, said in page.summary]
    parts += [text for c in told.charts for text in (c.heading, c.title, c.description)]
    # A figure in words may be broken over lines, beside the next column.
    parts += [word for row in told.scorecard for word in row.figure[0].split()]
    letters = [re.sub(r"\s", "", part) for part in parts]
    assert len(letters) > 20
    assert [part for part in letters if part not in seen] == []
    assert [part for part in letters if part not in read] == []


def test_no_two_statuses_stand_without_a_separator(
    pages: dict[str, Path], html: str, name: str
) -> None:
    told = brief(pages[name])
    seen, read = BeautifulSoup(html, "html.parser").get_text(), plain_text(told, [])
    words = {language(told.page.lang).say(code.name) for code in (STATUS | PROGRESS).values()}
    assert len(words) > 7
    run_on = [first + second for first in words for second in words]
    assert any(len(row.status) > 1 for row in told.scorecard) == name.startswith("demo")
    assert not [both for both in run_on if both in seen or both in read]
    for lines in (lines for row in told.scorecard for lines in (row.name, row.figure, row.status)):
        assert len(lines) < 2 or "".join(lines[:2]) not in seen


def with_pictures(message: EmailMessage) -> str:
    html = body(message)
    for part in message.walk():
        if cid := part.get("Content-ID"):
            png = base64.b64encode(part.get_payload(decode=True)).decode()  # type: ignore[arg-type]
            html = html.replace(f"cid:{cid.strip(' <>')}", f"data:image/png;base64,{png}")
    return html


@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("blocked", [False, True], ids=["pictures", "pictures blocked"])
def test_a_body_fits_a_telephone_and_a_window(
    visit: Callable[..., Visit],
    messages: dict[str, EmailMessage],
    name: str,
    width: int,
    blocked: bool,
) -> None:
    message = messages[name]
    page = visit("about:blank", width=width).page
    page.set_content(body(message) if blocked else with_pictures(message))
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    drawn = page.evaluate("[...document.images].filter(i => i.naturalWidth > 0).length")
    assert drawn == (0 if blocked else page.evaluate("document.images.length"))
    picture = imread(BytesIO(page.screenshot()), format="png")[..., :3]
    ink = (abs(picture - picture[-1, 0]) > 0.3).any(axis=-1).mean()
    assert 0.01 < ink < 0.5


@pytest.fixture(params=REPORTS)
def text(request: pytest.FixtureRequest, pages: dict[str, Path]) -> str:
    return plain_text(brief(pages[request.param]), ["a file.html"])


def test_no_line_is_longer_than_a_window_is_wide(text: str) -> None:
    assert max(wcswidth(line) for line in text.splitlines()) <= TEXT_WIDTH


def test_letters_are_composed_so_that_each_is_one_sign(text: str) -> None:
    assert text == unicodedata.normalize("NFC", text)


def test_the_columns_of_the_scorecard_stand_one_below_the_other(text: str) -> None:
    lines = text.splitlines()
    rules = [n for n, line in enumerate(lines) if line.startswith("-----") and "  -----" in line]
    first, last = rules[0], next(n for n in range(rules[0], len(lines)) if not lines[n])
    edges = [n for n, sign in enumerate(lines[first]) if sign == " "]
    body = [line for line in lines[first + 1 : last] if not line.startswith("-----")]
    assert len(body) > 20
    assert [line for line in body for n in edges if line[n : n + 1].strip()] == []


def test_the_files_that_go_with_it_are_named_last(text: str) -> None:
    assert text.endswith("\n\n  a file.html\n")
