"""Links that are their own files: rows as CSV in the form of a language, charts as SVG."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from markupsafe import Markup

from giaoban.language import defused, language

# What a link of data cannot hold as it is, nor an attribute.
ESCAPED = re.compile(r'[\s"#%&<>\\^`{|}\[\]]')
# A byte order mark: without it Excel takes UTF-8 for something else.
MARK = "%EF%BB%BF"


def csv_link(name: str, rows: Iterable[Sequence[str]], lang: str) -> Markup:
    """Give rows as a file that a spreadsheet opens, in the form of a language.

    Parameters
    ----------
    name : str
        What the file holds; it is named so.
    rows : iterable of sequence of str
        Its cells; one that begins like a formula begins none.
    lang : str
        The code of the language.
    """
    separator = ";" if "," in language(lang).number(0.5, 1) else ","
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(map(defused, row) for row in rows)
    data = f"data:text/csv;charset=utf-8,{MARK}{_data(written.getvalue())}"
    return _link("CSV", f"{name}.csv", data, name)


def svg_link(name: str, svg: str, of: str) -> Markup:
    """Give a chart as a file."""
    return _link("SVG", f"{name}.svg", f"data:image/svg+xml,{_data(svg)}", of)


def _data(text: str) -> str:
    """Write a text as data of a link."""
    return ESCAPED.sub(lambda sign: quote(sign[0]), text)


def _link(kind: str, file: str, data: str, of: str) -> Markup:
    """Write a link that is its own file."""
    name = re.sub(r'[\\/:*?"<>|]', "-", file)
    return Markup('<p class="take"><a download="{}" aria-label="{}" href="{}">{}</a></p>').format(
        name, f"{kind}: {of}", data, kind
    )
