"""The colours of page and charts: read by everybody, in the dark and in grey print."""

import re
from itertools import combinations

import pytest
from places import ROOT

from giaoban.style import COLOURS

TEMPLATE = ROOT / "share/jupyter/nbconvert/templates/giaoban"
TEXT = ("ink", "muted", "first", "second", "target", "good", "bad", "open", "accent")
# From the sRGB primaries, as seen without one kind of cone (Viénot, Brettel and Mollon 1999).
BLIND = {
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
Linear = tuple[float, float, float]


def schemes() -> dict[str, dict[str, str]]:
    """Give the colours of each scheme of the page."""
    css = "".join((TEMPLATE / name).read_text("utf-8") for name in ("page.css", "print.css"))
    blocks = re.findall(r":root \{(.*?)\}", css, re.S)
    light, dark, paper = (dict(re.findall(r"--(\w+): (#\w{3,6})", block)) for block in blocks)
    return {"light": light, "dark": dark, "paper": paper}


def linear(colour: str) -> Linear:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * sign for sign in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return red, green, blue


def luminance(light: Linear) -> float:
    """Relative luminance (WCAG 2.2)."""
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(linear(one)), luminance(linear(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "paper"])
@pytest.mark.parametrize("ground", ["paper", "shade"])
def test_every_colour_of_text_stands_out_from_its_ground(scheme: str, ground: str) -> None:
    colours = schemes()[scheme]
    weak = {n: contrast(colours[n], colours[ground]) for n in TEXT}
    assert {name: ratio for name, ratio in weak.items() if ratio < 4.5} == {}


def test_the_charts_are_drawn_in_the_colours_of_the_light_page() -> None:
    light = schemes()["light"]
    assert {name: light[name] for name in COLOURS} == COLOURS


@pytest.mark.parametrize("kind", BLIND)
def test_lines_and_targets_stay_apart_for_the_colour_blind(kind: str) -> None:
    """A line that is not told by its colour is told by its marker, and each is labelled."""
    seen = {}
    for name in ("first", "second", "target"):
        light = linear(COLOURS[name])
        seen[name] = [
            sum(k * part for k, part in zip(row, light, strict=True)) for row in BLIND[kind]
        ]
    for one, other in combinations(seen, 2):
        assert sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) > 0.01


def test_marks_on_paper_are_dark_enough_for_grey_print() -> None:
    paper = schemes()["paper"]
    assert [n for n in TEXT if luminance(linear(paper[n])) > 0.18] == []
