"""Turn a drawn figure into files, and into SVG that stands inside a page."""

import io
import re
from pathlib import Path

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure

from giaoban.files import write_atomically
from giaoban.style import COLOURS, FONT, FONT_STACK, LARGE, SMALL

PNG_DPI = 200


def svg_text(figure: Figure, name: str) -> str:
    """Draw a figure as SVG with its text as text; the same figure gives the same bytes."""
    buffer = io.StringIO()
    with rc_context({"svg.hashsalt": name, "svg.fonttype": "none"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return re.sub(r"font-family: [^;\"]+|'DejaVu Sans'[^;\"]*", _font, buffer.getvalue())


def _font(found: re.Match[str]) -> str:
    stack = FONT_STACK.replace('"', "'")
    return f"font-family: {stack}" if found[0].startswith("font-family") else stack


def inline_svg(svg: str, name: str, title: str, description: str) -> Markup:
    """Fit an SVG for a page: a title and description to be read out, colours that the page sets.

    Parameters
    ----------
    svg : str
        From `svg_text`.
    name : str
        An id that no other chart of the page has.
    title, description : str
        What is seen, and what the chart says with its numbers.
    """
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.S)
    body = re.sub(r"<style[^>]*>.*?</style>", "", body, flags=re.S)
    body = re.sub(r"<!--.*?-->", "", body, flags=re.S)
    body = re.sub(r' id="(?:[a-zA-Z0-9.]+_\d+)"', "", body)
    body = re.sub(r"font-family: [^;\"]+|font: ([^;\"]*?px) [^;\"]+", _size_only, body)
    for colour, value in COLOURS.items():
        body = body.replace(value, f"var(--{colour},{value})")
    box = re.search(r'viewBox="([^"]+)"', body)
    head = Markup(
        '<svg class="chart" viewBox="{box}" role="img" '
        'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>'
    ).format(box=box[1] if box else "", name=name, title=title, description=description)
    body = re.sub(r"<svg[^>]*>", lambda _: head, body, count=1, flags=re.S)
    # matplotlib has escaped the texts that it drew.
    return Markup(re.sub(r">\s+<", "><", body).strip())  # noqa: S704


def _size_only(found: re.Match[str]) -> str:
    return f"font-size: {found[1]}" if found[1] else "font-family: inherit"


def headed(figure: Figure, heading: str, foot: str) -> Figure:
    """Put a heading over a chart and a line under it, so that it can stand alone.

    Parameters
    ----------
    figure : Figure
        The chart; it grows.
    heading, foot : str
        What it shows; where it is from.
    """
    width, height = figure.get_size_inches()
    above, below = 0.15 + 0.3 * (heading.count("\n") + 1), 0.35
    tall = above + height + below
    for axes in figure.axes:
        box = axes.get_position()
        bottom = (box.y0 * height + below) / tall
        axes.set_position((box.x0, bottom, box.width, box.height * height / tall))
    figure.set_size_inches(width, tall)
    edge = {"x": 0.1 / width, "fontfamily": FONT}
    figure.text(y=1 - 0.1 / tall, s=heading, va="top", fontsize=LARGE, fontweight="bold", **edge)
    figure.text(y=0.1 / tall, s=foot, fontsize=SMALL - 3, color=COLOURS["muted"], **edge)
    return figure


def save_chart(svg: str, figure: Figure, path: Path) -> list[Path]:
    """Write a chart as SVG and as PNG for slides (200 dpi, white ground)."""
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=PNG_DPI, facecolor="white", metadata={"Software": None})
    return [
        write_atomically(path.with_name(f"{path.name}.svg"), svg.encode()),
        write_atomically(path.with_name(f"{path.name}.png"), png.getvalue()),
    ]
