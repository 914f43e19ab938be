"""A chart of one's own, as the page shows the others: its words, its language, its colours."""

import hashlib
import re
from typing import Any

import numpy as np
from babel import Locale
from babel.numbers import get_decimal_symbol
from markupsafe import Markup
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import AutoLocator, FixedLocator, Formatter, MaxNLocator

from giaoban.catalogues import N_
from giaoban.charts.canvas import WIDTH, wrapped
from giaoban.charts.files import inline_svg, svg_text
from giaoban.errors import GiaobanError
from giaoban.style import SMALL
from giaoban.tables import column_words

# Letters in a line of the name of a bar.
NAME = 26
LINE = SMALL * 1.35 / 72
MONTHS = {
    name: number
    for look in ("abbreviated", "wide")
    for number, name in Locale("en").months["format"][look].items()
}
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b")
_DECIMAL = re.compile(r"([-−]?\d+)\.(\d+)(%?)")


class Chart:
    """A chart that a notebook, and the page made of it, show with its title and description."""

    def __init__(self, html: Markup, told: str) -> None:
        self.html, self.told = html, told

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": str(self.html), "text/plain": self.told}


def chart(drawn: Any, title: str, description: str, lang: str = "vi") -> Chart:
    """Show what was drawn as the report shows its charts.

    It takes the fonts, colours and width of the page; names of our columns and months, and
    decimals, are written in the language. One measure stands on one axis: of several, each is to
    have axes of its own (``subplots=True``).

    Parameters
    ----------
    drawn : Axes, Figure or array of Axes
        What matplotlib or ``DataFrame.plot`` gives. It is shown here, and not once more below.
    title : str
        What is seen, such as “Party members admitted, a year”.
    description : str
        What the chart says with its numbers, for whoever does not see it.
    lang : str
        The language of the report.

    Returns
    -------
    Chart
        For the last line of a cell.

    Raises
    ------
    GiaobanError
        Where the title or the description is empty, or nothing was drawn.
    """
    for name, text in {"title": title, "description": description}.items():
        if not text.strip():
            template = N_("chart: {name} is empty, expected a sentence on what the chart shows")
            raise GiaobanError(template, name=name)
    figure = _figure(drawn)
    spoken(figure, lang)
    _fit(figure)
    _close(figure)
    # The same chart has the same name, whoever draws it; two of a page seldom say the same.
    name = f"own-{hashlib.sha256(f'{title}{description}'.encode()).hexdigest()[:8]}"
    picture = inline_svg(svg_text(figure, name), name, title, description)
    parts = Markup(
        # As wide as the report's own; in JupyterLab no page says so.
        '<figure style="max-width: 30rem; margin: .75rem 0"><figcaption>{}</figcaption>{}</figure>'
    ).format(title, picture)
    return Chart(parts, f"{title}. {description}")


def told_by(figure: Figure) -> str:
    """Say what the words in a figure say of it: its titles, axes and legends."""
    told = [figure.get_suptitle()]
    for axes in figure.axes:
        named = [axes.get_title(loc) for loc in ("left", "center", "right")]
        named += [axes.get_xlabel(), axes.get_ylabel()]
        told += [*named, *(text.get_text() for text in _legend(axes))]
    return "; ".join(dict.fromkeys(" ".join(text.split()) for text in told if text.strip()))


def spoken(figure: Figure, lang: str) -> None:
    """Write names of our columns, months and decimals in a language, wherever a figure has them."""
    words = column_words(lang)
    for axes in figure.axes:
        for text in (axes.title, axes.xaxis.label, axes.yaxis.label, *_legend(axes)):
            text.set_text(words.get(text.get_text(), text.get_text()))
        _whole_years(axes)
        for axis in (axes.xaxis, axes.yaxis):
            major, minor = axis.get_major_formatter(), axis.get_minor_formatter()
            if not isinstance(major, _Spoken):
                axis.set_major_formatter(_Spoken(major, lang, _is_named(axis)))
                axis.set_minor_formatter(_Spoken(minor, lang))


def _legend(axes: Axes) -> list[Text]:
    legend = axes.get_legend()
    return [legend.get_title(), *legend.get_texts()] if legend else []


def _is_named(axis: Axis) -> bool:
    """Say whether an axis has names in place of numbers, as that of bars has."""
    return isinstance(axis.get_major_locator(), FixedLocator)


def _whole_years(axes: Axes) -> None:
    """Let no tick stand between two years: there is none on an axis of whole numbers."""
    lines = [np.asarray(line.get_xdata(orig=False), float) for line in axes.get_lines()]
    across = [float(x) for line in lines for x in line]
    whole = bool(across) and all(x.is_integer() for x in across)
    if whole and type(axes.xaxis.get_major_locator()) is AutoLocator:
        axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))


def _fit(figure: Figure) -> None:
    """Give a figure the width of the page, its names room, its legends a place of their own."""
    width, height = figure.get_size_inches()
    height *= WIDTH / width
    for axes in figure.axes:
        names = (
            [label.get_text() for label in axes.get_yticklabels()] if _is_named(axes.yaxis) else []
        )
        lines = max((name.count("\n") + 1 for name in names), default=0)
        height = max(height, 0.8 + len(names) * lines * LINE)
        for axis in filter(_is_named, (axes.xaxis, axes.yaxis)):
            axis.set_label_text("")
        _legend_above(axes)
    figure.set_size_inches(WIDTH, height)
    figure.set_layout_engine("constrained")


def _legend_above(axes: Axes) -> None:
    """Put what explains the colours above the chart, where it hides nothing."""
    legend = axes.get_legend()
    if legend:
        handles = [handle for handle in legend.legend_handles if handle]
        names = [text.get_text() for text in legend.get_texts()]
        place = {"bbox_to_anchor": (0, 1), "borderaxespad": 0.2, "frameon": False, "ncols": 2}
        axes.legend(handles, names, loc="lower left", **place)


def _figure(drawn: Any) -> Figure:
    first = drawn
    while not isinstance(first, Artist) and hasattr(first, "__len__") and len(first):
        first = first[0]
    figure = first if isinstance(first, Figure) else getattr(first, "figure", None)
    if not isinstance(figure, Figure) or not figure.axes:
        template = N_(
            "chart: nothing was drawn (found {found}), expected what DataFrame.plot gives"
        )
        raise GiaobanError(template, found=type(drawn).__name__)
    return figure


def _close(figure: Figure) -> None:
    """Take a figure from those that a notebook shows by itself after the cell."""
    from matplotlib import pyplot

    pyplot.close(figure)


class _Spoken(Formatter):
    """What another formatter writes, in a language."""

    def __init__(self, own: Formatter, lang: str, named: bool = False) -> None:
        self.own, self.named = own, named
        self.months = Locale.parse(lang).months["format"]["abbreviated"]
        self.point = get_decimal_symbol(lang)

    def set_axis(self, axis: Any) -> None:
        super().set_axis(axis)
        self.own.set_axis(axis)

    def set_locs(self, locs: Any) -> None:
        super().set_locs(locs)
        self.own.set_locs(locs)

    def get_offset(self) -> str:
        return self.own.get_offset()

    def __call__(self, x: float, pos: int | None = None) -> str:
        text = self.own(x, pos)
        if self.named:
            return wrapped(text, NAME)
        text = _DECIMAL.sub(rf"\1{self.point}\2\3", text) if _DECIMAL.fullmatch(text) else text
        return _MONTH.sub(lambda found: str(self.months[MONTHS[found[0]]]), text)
