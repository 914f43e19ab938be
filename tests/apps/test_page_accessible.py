from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from browsers import AXE, Scheme, Visit, npm

# In the dark nothing changes but colours.
COLOURS = ["color-contrast", "link-in-text-block"]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FOCUSABLE = """
a[href], a[*|href], area[href], summary, button, input, select, textarea, iframe, audio[controls],
video[controls], [contenteditable], [tabindex]:not([tabindex^="-"])
"""
ASKS = ["in_order", "outlined", "in_view", "uncovered"]
WATCH_FOCUS = """selector => {
  const expected = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
  const name_of = e => `<${e.localName}> ${e.id || e.textContent.trim().slice(0, 40)}`;
  let before;
  const told = e => {
    if (!e || e === document.body || e === document.documentElement) return null;
    const style = getComputedStyle(e);
    const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    const hit = document.elementFromPoint(...middle);
    const last = before;
    before = e;
    return {
      name: name_of(e),
      expected: expected.indexOf(e),
      in_order: !last || !!(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
      // Firefox leaves it where it is if a part of it is seen.
      in_view: box.width > 0 && middle[0] >= 0 && middle[0] <= innerWidth
        && middle[1] >= 0 && middle[1] <= innerHeight,
      uncovered: !!hit && (e.contains(hit) || hit.contains(e)),
    };
  };
  window.stops = [];
  document.addEventListener("keyup", () => stops.push(told(document.activeElement)));
  return expected.map(name_of);
}"""
# What holds a fold comes before it, and is left open.
NEXT_FOLD = """place => {
  window.folds ??= [...document.querySelectorAll("details")];
  const [last, next] = [folds[place - 1], folds[place]];
  const turned = !last || last.open !== window.before;
  if (last) last.open = true;
  window.before = next?.open;
  next?.querySelector(":scope > summary").focus();
  return [turned, !!next];
}"""


def tab_through(seen: Visit, times: int) -> list[dict[str, Any]]:
    """Press Tab, and tell where the focus was until it left the page or came round to its start."""
    for _ in range(times):
        seen.page.keyboard.press("Tab")
    stops: list[dict[str, Any]] = []
    for stop in seen.page.evaluate("stops"):
        if stop is None or (stops and not stop["in_order"] and stop["name"] == stops[0]["name"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Callable[..., Visit], report_page: Path, scheme: Scheme) -> None:
    source = npm(AXE).read_text("utf-8")
    page = visit(report_page.as_uri(), scheme=scheme).page
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.evaluate(f"{source}; null")
    asked = COLOURS if scheme == "dark" else WCAG
    options = {"runOnly": asked, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    assert len(found["passes"]) >= (1 if scheme == "dark" else 11)
    told = [
        f"{rule['id']}: {node['html'][:120]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
    assert told == []


@pytest.mark.parametrize("width", [320, 1280])
def test_tab_goes_to_every_link_and_fold_in_the_order_of_the_page(
    visit: Callable[..., Visit], report_page: Path, width: int
) -> None:
    seen = visit(report_page.as_uri(), width=width)
    expected = seen.page.evaluate(WATCH_FOCUS, FOCUSABLE)
    assert expected
    stops = tab_through(seen, times=len(expected) + 2)
    missed = set(range(len(expected))) - {stop["expected"] for stop in stops}
    faults = {ask: [stop["name"] for stop in stops if not stop[ask]] for ask in ASKS}
    assert [expected[i] for i in sorted(missed)] == []
    assert faults == {ask: [] for ask in ASKS}


def test_enter_opens_a_fold(visit: Callable[..., Visit], report_page: Path) -> None:
    page = visit(report_page.as_uri()).page
    turned, left = page.evaluate(NEXT_FOLD, 0)
    assert left
    for place in count(1):
        page.keyboard.press("Enter")
        turned, left = page.evaluate(NEXT_FOLD, place)
        assert turned
        if not left:
            break
