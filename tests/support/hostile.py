"""Texts that are to do harm where somebody takes them for more than texts."""

import csv
import json
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from browsers import NPM, npm
from places import RAW

from giaoban.programme.read import check_package
from giaoban.tables import Fault, table_schema
from giaoban.tables.schema import is_free_text

LIST = NPM / "blns/resources/blns.json"
# What names something else, or is matched by what it says.
NAMING = ("language",)
# Each would leave a mark in a browser, ask somebody for something, or be worked out.
TITLES = (
    "<script>window.hurt = 1</script>",
    '<img src="x" onerror="window.hurt = 1">',
    '"><svg onload=window.hurt=1>',
    "</title></style></textarea><script>window.hurt=1</script>",
    "<iframe src=javascript:window.hurt=1></iframe>",
    "<a href=https://example.org/>x</a><base href=https://example.org>",
    "<!-- --><![CDATA[x]]><?php x ?>",
    "[x](javascript:window.hurt=1) **x** _x_ `x` # x",
    "![x](https://example.org/x.png)",
    r"$\frac{$ $$x$$ \LaTeX \input{/etc/passwd}",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "{0} {name} %s %(x)d %n",
    '=HYPERLINK("https://example.org/","x")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\u0009=1+1",
    "=cmd|' /C calc'!A0",
    "'; DROP TABLE units; --",
    "Huyện 河 🙂 👩‍👩‍👧 ﷽ Z̷a̷l̷g̷o̷",
    "&lt;b&gt; &amp;amp; &#60;",
    "../../etc/passwd",
    "--help",
    "style=position:fixed;inset:0",
    "x" * 400,
)


def naughty() -> list[str]:
    """Give the Big List of Naughty Strings."""
    return [text for text in json.loads(npm(LIST).read_text("utf-8")) if text.strip()]


def hostile_programme(folder: Path) -> tuple[Path, list[Fault]]:
    """Write the bundled programme with such texts wherever it holds text.

    Returns
    -------
    path : Path
        The programme; it has no fault.
    refused : list of Fault
        The faults of the texts that were left out, as they may stand in no programme.
    """
    path = shutil.copytree(RAW / "04-CTr-HU", folder / "hostile")
    texts = (f"{text} {n}" for n in count() for text in TITLES)
    for file in sorted(path.glob("*.csv")):
        _fill(file, texts)
    _record(path / "records.csv", [*TITLES, *naughty()])
    file = path / "datapackage.json"
    described = json.loads(file.read_text("utf-8"))
    described["giaoban"] |= dict(zip(("code", "title_vi", "title_en"), texts, strict=False))
    file.write_text(json.dumps(described), "utf-8")
    refused = check_package(path)[1]
    _empty(path, refused)
    return path, refused


def texts_of(table: Path, column: str) -> list[str]:
    """Give the texts of a column."""
    header, *rows = _read(table)
    return [row[header.index(column)] for row in rows if row[header.index(column)]]


def _fill(file: Path, texts: Iterator[str]) -> None:
    """Put a text into each cell that holds prose."""
    header, *rows = _read(file)
    fields = {field["name"]: field for field in table_schema(file.stem)["fields"]}
    for row in rows:
        for n, column in enumerate(header):
            if row[n] and is_free_text(fields[column]) and column not in NAMING:
                row[n] = next(texts)
    _write(file, [header, *rows])


def _record(file: Path, texts: list[str]) -> None:
    """Let a meeting have a result of each text."""
    header, *rows = _read(file)
    rows = rows[:1]
    for n, text in enumerate(texts):
        told = {"record": f"r-{n}", "text_vi": text, "text_en": text}
        rows.append([told.get(column, cell) for column, cell in zip(header, rows[0], strict=True)])
    _write(file, [header, *rows])


def _empty(path: Path, faults: list[Fault]) -> None:
    """Leave out the rows that have faults."""
    for file in {fault.file for fault in faults}:
        gone = {fault.row for fault in faults if fault.file == file}
        rows = [row for n, row in enumerate(_read(path / file), 1) if n not in gone]
        _write(path / file, rows)


def _read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def _write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)
