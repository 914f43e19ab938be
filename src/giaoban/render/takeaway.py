"""Let every table and chart of a page be taken away: the file lies in its link, nothing is asked.

A script could write the same files with fewer letters. The page forbids itself to run any, and
mail servers refuse a page with a script that writes files.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from giaoban.charts import standing_alone
from giaoban.language import defused, language

TABLE = re.compile(r"<table\b.*?</table>", re.S)
FIGURE = re.compile(
    r'(<figure\b[^>]*>.*?)(<svg class="chart".*?</svg>)(.*?)(?=<details>|</figure>)', re.S
)
# What a link of data cannot hold as it is, nor an attribute.
ESCAPED = re.compile(r'[\s"#%&<>\\^`{|}\[\]]')
SPACED = re.compile(r"<br>|<span class=\"(?:why|period)\">")
# A byte order mark: without it Excel takes UTF-8 for something else.
MARK = "%EF%BB%BF"


def with_downloads(html: str, charts: Sequence[Mapping[str, str]], page: Mapping[str, Any]) -> str:
    """Put a link under each table (CSV) and each chart (SVG) of a section.

    Parameters
    ----------
    html : str
        A section of the page.
    charts : sequence of mapping
        What its charts say of themselves, as `giaoban.wording.ChartText`.
    page : mapping
        What the page says of itself: ``lang``, ``programme``, ``unit``, ``meeting``,
        ``synthetic``.
    """
    separator = ";" if "," in language(page["lang"]).number(0.5, 1) else ","
    html = TABLE.sub(lambda found: found[0] + _csv_link(found[0], separator), html)
    told = {chart["name"]: chart for chart in charts}
    return FIGURE.sub(lambda found: found[0] + _svg_link(found[2], told, _origin(page)), html)


def _csv_link(table: str, separator: str) -> str:
    """Give a table as a file that a spreadsheet opens, in the form of the language."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator)
    for row in re.findall(r"<tr\b.*?</tr>", table, re.S):
        writer.writerow(map(_cell, re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S)))
    caption = re.search(r"<caption>(.*?)</caption>", table, re.S)
    name = _text(caption[1]) if caption else "table"
    data = f"data:text/csv;charset=utf-8,{MARK}{_data(written.getvalue())}"
    return _link("CSV", f"{name}.csv", data, name)


def _cell(html: str) -> str:
    """Give a cell as text without its footnotes; one that begins like a formula begins none."""
    return defused(_text(html))


def _text(html: str) -> str:
    html = SPACED.sub("; ", re.sub(r"<sup>.*?</sup>", "", html))
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
    return text.replace(" ; ", "; ").removeprefix("; ")


def _origin(page: Mapping[str, Any]) -> str:
    """Say where a chart is from, and that its figures are made up."""
    parts = [str(page.get(name) or "") for name in ("programme", "unit", "meeting")]
    parts += [language(page["lang"]).say("Made-up figures")] if page.get("synthetic") else []
    return " · ".join(part for part in parts if part)


def _svg_link(svg: str, told: Mapping[str, Mapping[str, str]], origin: str) -> str:
    """Give a chart as a file that stands alone, under its heading and over where it is from."""
    named = re.search(r'aria-labelledby="(.*?)-title ', svg)
    name = named[1] if named else "chart"
    chart = told.get(name, {"heading": "", "title": ""})
    heading = ": ".join(part for part in (chart["heading"], chart["title"]) if part)
    alone = re.sub(
        r"<[^>]*>", lambda tag: tag[0].replace('"', "'"), standing_alone(svg, heading, origin)
    )
    return _link("SVG", f"{name}.svg", f"data:image/svg+xml,{_data(alone)}", heading or name)


def _data(text: str) -> str:
    """Write a text as data of a link."""
    return ESCAPED.sub(lambda sign: quote(sign[0]), text)


def _link(kind: str, file: str, data: str, of: str) -> str:
    """Write a link that is its own file."""
    name = re.sub(r'[\\/:*?"<>|]', "-", file)
    told = Markup('<a download="{}" aria-label="{}" href="{}">{}</a>').format(
        name, f"{kind}: {of}", data, kind
    )
    return f'<p class="take">{told}</p>'
