"""A chart as a file that stands alone: a heading over it, and under it where it is from."""

import re
from textwrap import wrap

from markupsafe import Markup

from giaoban.style import COLOURS, FONT_STACK, LARGE, SMALL

# Between two lines of a heading, in points, and how many letters one has room for.
LINE, LETTERS = 17, 40


def standing_alone(svg: str, heading: str, foot: str) -> str:
    """Put a heading over a chart and a line under it, on white, so that it can stand alone.

    Parameters
    ----------
    svg : str
        From `svg_text`, or as `inline_svg` has fitted it for a page; it is not drawn again.
    heading, foot : str
        What it shows, each line of it as one or as several; where it is from.
    """
    body = plain_colours(svg[svg.index("<svg") :])
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', body)
    width, height = (float(side) for side in box.groups()) if box else (360, 200)
    lines = [line for part in heading.split("\n") for line in wrap(part, LETTERS)]
    above, below = 11 + LINE * len(lines), 20
    tall = above + height + below
    inner = re.sub(
        "<svg[^>]*>", lambda _: f'<svg y="{above}" {_size(width, height, "")}>', body, count=1
    )
    written = Markup('<text x="2" y="{}" style="{}" fill="{}">{}</text>')
    # Without quotes, which would end an attribute that stands in an attribute.
    family = FONT_STACK.replace('"', "")
    bold, plain = (f"font: {look}px {family}" for look in (f"bold {LARGE}", SMALL - 2))
    texts = [
        written.format(5 + LINE * (n + 0.7), bold, COLOURS["ink"], line)
        for n, line in enumerate(lines)
    ]
    texts.append(written.format(tall - 7, plain, COLOURS["muted"], foot))
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" {_size(width, tall)} '
        f'font-family="{family}" stroke-linejoin="round">\n'
        '<rect width="100%" height="100%" fill="#fff"/>'
    )
    return "\n".join([head, *texts, inner.strip(), "</svg>\n"])


def plain_colours(svg: str) -> str:
    """Put colours where a page would set its own."""
    return re.sub(r"var\(--\w+,(#\w+)\)", r"\1", svg)


def _size(width: float, height: float, measure: str = "pt") -> str:
    across, down = f"{round(width, 2):g}", f"{round(height, 2):g}"
    return f'width="{across}{measure}" height="{down}{measure}" viewBox="0 0 {across} {down}"'
