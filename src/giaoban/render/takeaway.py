"""Let every table and chart of a page be taken away: the file lies in its link, nothing is asked.

A script could write the same files with fewer letters. The page forbids itself to run any, and
mail servers refuse a page with a script that writes files.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from giaoban.charts import standing_alone
from giaoban.language import language
from giaoban.wording import csv_link, svg_link

TABLE = re.compile(r"<table\b.*?</table>", re.S)
FIGURE = re.compile(
    r'(<figure\b[^>]*>.*?)(<svg class="chart".*?</svg>)(.*?)(?=<details>|</figure>)', re.S
)
# What pandas writes: a frame or its Styler, a number, a cell without a value, a row left out.
FRAME = re.compile(r'<table (border="1" class="dataframe"|id="T_)')
NUMBER = re.compile(r"(<td[^>]*>-?\d+)\.(\d+</td>)")
EMPTY = re.compile(r"(<td[^>]*>)(?:NaN|nan|&lt;NA&gt;|NaT|None)(</td>)")
SHORTENED = re.compile(r"<tr>\s*<th>\.\.\.</th>\s*<td>\.\.\.</td>")
DASH = "–"
SPACED = re.compile(r"<br>|<span class=\"(?:why|period)\">")
STYLE = re.compile(r' style="([^"]+)"')
# With more charts than these a section carries no copies: they lie under figures/.
COPIED = 20


def with_downloads(html: str, charts: Sequence[Mapping[str, str]], page: Mapping[str, Any]) -> str:
    """Put a link under each table (CSV) and each chart (SVG) of a section.

    Where it has more charts than `COPIED` there are none, and the charts are written shorter.

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
    told = {chart["name"]: chart for chart in charts}
    if len(told) > COPIED:
        return _with_looks(html)
    html = TABLE.sub(lambda found: _with_file(found[0], page["lang"]), html)
    origin = _origin(page)
    return FIGURE.sub(lambda found: f"{found[0]}{_svg_link(found[2], told, origin)}", html)


def _with_looks(html: str) -> str:
    """Say each look of the charts once, as a class: said in each place it is a third of them."""
    looks: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        name = looks.setdefault(found[1], f"k{hashlib.sha256(found[1].encode()).hexdigest()[:5]}")
        return f' class="{name}"'

    charts = FIGURE.sub(lambda f: f"{f[1]}{STYLE.sub(named, f[2])}{f[3]}", html)
    rules = "".join(f"svg .{name}{{{look}}}" for look, name in looks.items())
    return charts.replace("</title>", f"</title><style>{rules}</style>", 1)


def _with_file(table: str, lang: str) -> str:
    """Give a table with its file; a frame of pandas in the numbers and dashes of the page.

    One that pandas has shortened is no file to work with.
    """
    if FRAME.match(table):
        point = "," if "," in language(lang).number(0.5, 1) else "."
        table = NUMBER.sub(rf"\g<1>{point}\g<2>", table)
        table = EMPTY.sub(rf"\g<1>{DASH}\g<2>", table)
    return table if SHORTENED.search(table) else f"{table}{_csv_link(table, lang)}"


def _csv_link(table: str, lang: str) -> str:
    """Give a table as a file, each cell as text without its footnotes."""
    lines = re.findall(r"<tr\b.*?</tr>", table, re.S)
    rows = (map(_text, re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S)) for row in lines)
    caption = re.search(r"<caption>(.*?)</caption>", table, re.S)
    return csv_link(_text(caption[1]) if caption else "table", map(list, rows), lang)


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
    return svg_link(name, alone, heading or name)
