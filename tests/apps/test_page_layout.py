from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from browsers import BROWSERS, Scheme, Visit, opened
from matplotlib.image import imread
from playwright.sync_api import Browser

SMALLEST = 9
WIDTHS = [320, 1280]
OPEN_FOLDS = "document.querySelectorAll('details').forEach(fold => fold.open = true)"
# What assistive programs read and the eye does not: a pixel of a box, or all of it cut away.
MEASURE = """() => {
  const unseen = e => {
    for (; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.position === "absolute" && style.overflow === "hidden"
        && (style.clipPath !== "none" || e.clientWidth <= 1)) return true;
    }
    return false;
  };
  const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !unseen(e);
  const plain = ({left, right, top, bottom}) => ({left, right, top, bottom});
  const root = document.scrollingElement;
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg") || !shown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    texts.push({
      text: node.data.trim(), size: parseFloat(getComputedStyle(parent).fontSize),
      boxes: [...range.getClientRects()].map(plain),
    });
  }
  const charts = [...document.querySelectorAll("svg")].filter(shown).map(svg => ({
    frame: plain(svg.getBoundingClientRect()),
    texts: [...svg.querySelectorAll("text")].filter(e => shown(e) && e.textContent.trim())
      .map(e => {
        const m = e.getScreenCTM();
        const size = parseFloat(getComputedStyle(e).fontSize);
        return {
          text: e.textContent.trim(), size: size * Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)),
          box: plain(e.getBoundingClientRect()), slanted: m.a * m.b !== 0,
        };
      }),
  }));
  const cut = [...document.querySelectorAll("body *")].filter(e => {
    const style = getComputedStyle(e);
    const hides = axis => ["hidden", "clip"].includes(style[`overflow${axis}`]);
    return !e.closest("svg") && shown(e) && e.textContent.trim() && (
      (hides("X") && e.scrollWidth > e.clientWidth + 1)
      || (hides("Y") && e.scrollHeight > e.clientHeight + 1));
  }).map(e => e.outerHTML.slice(0, 120));
  return {scroll: root.scrollWidth, client: root.clientWidth, texts, charts, cut};
}"""

Box = dict[str, float]


@pytest.fixture(scope="module")
def look(start: Callable[[str, Scheme], Browser]) -> Callable[..., tuple[bytes, Any]]:
    """Open a page, with its folds unfolded; photograph and measure it, once."""

    @cache
    def looked(browser: str, url: str, width: int) -> tuple[bytes, Any]:
        page = opened(start(browser, "light"), url, width).page
        page.evaluate(OPEN_FOLDS)
        found = page.screenshot(), page.evaluate(MEASURE)
        page.context.close()
        return found

    return looked


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=BROWSERS)
def seen(
    request: pytest.FixtureRequest, look: Callable[..., Any], report_page: Path, width: int
) -> tuple[bytes, Any]:
    """See one page after the other, in one browser after the other."""
    found: tuple[bytes, Any] = look(request.param, report_page.as_uri(), width)
    return found


def outside(box: Box, frame: Box) -> bool:
    return (
        box["left"] < frame["left"] - 1
        or box["right"] > frame["right"] + 1
        or box["top"] < frame["top"] - 1
        or box["bottom"] > frame["bottom"] + 1
    )


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes share more than what lies around the letters."""
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    lower = min(box["bottom"] - box["top"] for box in (one, other))
    return wide > 2 and high > lower / 3


def test_a_page_fits_its_width_and_cuts_no_text(seen: tuple[bytes, Any]) -> None:
    _, page = seen
    assert len(page["texts"]) > 100
    beyond = [
        text["text"]
        for text in page["texts"]
        if any(box["left"] < -1 or box["right"] > page["client"] + 1 for box in text["boxes"])
    ]
    assert (page["scroll"] - page["client"], beyond, page["cut"]) == (0, [], [])


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_the_main_points_end_above_the_fold(
    visit: Callable[..., Visit], report_page: Path, size: tuple[int, int]
) -> None:
    width, height = size
    page = visit(report_page.as_uri(), width=width, height=height).page
    points = page.locator(".summary li")
    assert 3 <= points.count() <= 8
    last = points.last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= height


def test_the_text_of_a_chart_lies_within_it_and_apart(seen: tuple[bytes, Any]) -> None:
    _, page = seen
    assert sum(len(chart["texts"]) for chart in page["charts"]) > 10
    beyond, over = [], []
    for chart in page["charts"]:
        texts = chart["texts"]
        beyond += [t["text"] for t in texts if outside(t["box"], chart["frame"])]
        level = [t for t in texts if not t["slanted"]]
        pairs = ((a, b) for i, a in enumerate(level) for b in level[:i])
        over += [f"{b['text']} | {a['text']}" for a, b in pairs if overlap(a["box"], b["box"])]
    assert (beyond, over) == ([], [])


def test_the_smallest_text_can_be_read(seen: tuple[bytes, Any]) -> None:
    _, page = seen
    texts = page["texts"] + [text for chart in page["charts"] for text in chart["texts"]]
    small = [f"{t['size']:.1f} px: {t['text'][:40]}" for t in texts if t["size"] < SMALLEST]
    assert small == []


def test_a_page_is_no_blank_picture(seen: tuple[bytes, Any], width: int) -> None:
    picture = imread(BytesIO(seen[0]), format="png")[..., :3]
    assert picture.shape[:2] == (800, width)
    ink = (abs(picture - picture[0, 0]) > 0.3).any(axis=-1).mean()
    assert 0.01 < ink < 0.5
