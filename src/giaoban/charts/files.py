"""Turn a drawn figure into files, and into SVG that stands inside a page."""

import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.text import Text

from giaoban.files import write_atomically
from giaoban.style import COLOURS, FONT_STACK

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

Changes = list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]


def _draw(figure: Figure, file: IO[Any], **options: Any) -> None:
    """Draw a figure, every text of it as it is written: a dollar sign begins no formula."""
    # Matplotlib makes some of the labels of axes only now.
    plain: dict[RcKeyType, Any] = {"text.parse_math": False, "text.usetex": False}
    with rc_context(plain), warnings.catch_warnings():
        # A page has the letters as text, in the fonts of the reader's machine. A picture has a
        # box for a letter that our font lacks: with the fonts of this machine in its place it
        # would differ from one machine to the next.
        warnings.filterwarnings("ignore", r"Glyph \d+ .*missing from font", UserWarning)
        for text in figure.findobj(Text):
            text.set(parse_math=False, usetex=False)
        figure.savefig(file, **options)


def svg_text(figure: Figure, name: str) -> str:
    """Draw a figure as SVG with its text as text; the same figure gives the same bytes."""
    buffer = io.StringIO()
    with rc_context({"svg.hashsalt": name, "svg.fonttype": "none"}):
        _draw(figure, buffer, format="svg", metadata={"Date": None, "Creator": None})
    return _in_tags(_FONTS, buffer.getvalue())


def _in_tags(changes: Changes, svg: str) -> str:
    """Replace patterns within the tags of an SVG: what is written between them stays."""

    def changed(tag: re.Match[str]) -> str:
        text = tag[0]
        for pattern, new in changes:
            text = pattern.sub(new, text)
        return text

    return re.sub(r"<[^>]*>", changed, svg)


def _font(found: re.Match[str]) -> str:
    return f"font-family: {_stack()}" if found[0].startswith("font-family") else _stack()


def inline_svg(svg: str, name: str, title: str, description: str, look: str = "chart") -> Markup:
    """Fit an SVG for a page: a title and description to be read out, colours that the page sets.

    Parameters
    ----------
    svg : str
        From `svg_text`.
    name : str
        An id that no other chart of the page has.
    title, description : str
        What is seen, and what the chart says with its numbers.
    look : str
        Its class: ``chart``, or ``broad``, which a page shows in its place where it has room.
    """
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.S)
    body = re.sub(r"<style[^>]*>.*?</style>", "", body, flags=re.S)
    body = re.sub(r"<!--.*?-->", "", body, flags=re.S)
    body = _in_tags(_FOR_A_PAGE, body)
    # Groups of nothing.
    while (shorter := re.sub(r"<g>\s*</g>|<g/>", "", body)) != body:
        body = shorter
    box = re.search(r'viewBox="([^"]+)"', body)
    head = Markup(
        '<svg class="{look}" viewBox="{box}" role="img" '
        'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>'
    ).format(box=box[1] if box else "", name=name, title=title, description=description, look=look)
    body = re.sub(r"<svg[^>]*>", lambda _: head, body, count=1, flags=re.S)
    # matplotlib has escaped the texts that it drew.
    return Markup(re.sub(r">\s+<", "><", body).strip())  # noqa: S704


def _size_only(found: re.Match[str]) -> str:
    return f"font-size: {found[1]}" if found[1] else ""


def _set_by_page(found: re.Match[str]) -> str:
    return f"var(--{_NAMES[found[0]]},{found[0]})"


def _stack() -> str:
    return FONT_STACK.replace('"', "'")


_NAMES: Final = {value: name for name, value in COLOURS.items()}
_FONTS: Final[Changes] = [(re.compile(r"font-family: [^;\"]+|'DejaVu Sans'[^;\"]*"), _font)]
_FOR_A_PAGE: Final[Changes] = [
    (re.compile(r' id="(?:[a-zA-Z0-9.]+_\d+)"'), ""),
    (re.compile(r"font-family: [^;\"]+;? ?|font: ([^;\"]*?px) [^;\"]+"), _size_only),
    # What is no turn, and what is thinner than a hair.
    (re.compile(r' transform="rotate\(-0 [^"]*"'), ""),
    (re.compile(r"(\.\d\d)\d+"), r"\1"),
    (re.compile(r"\s*\n\s*"), " "),
    (re.compile("|".join(_NAMES)), _set_by_page),
]


def save_chart(svg: str, path: Path) -> Path:
    """Write a chart as SVG; the picture of an older one, which somebody asked for, goes."""
    written = path.with_name(f"{path.name}.svg")
    if not written.is_file() or written.read_bytes() != svg.encode():
        path.with_name(f"{path.name}.png").unlink(missing_ok=True)
    return write_atomically(written, svg.encode())
