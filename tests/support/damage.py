"""Small packages, each damaged in another way, and what the program makes of them."""

import csv
import io
import json
import pickle
import re
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import anypackage
from fragments import SECTIONS
from pagenumbers import Known, Page
from random_programmes import programme

from giaoban.analysis import Review
from giaoban.asof import known_at
from giaoban.errors import GiaobanError
from giaoban.programme import check_package
from giaoban.report import Report
from giaoban.tables import COMPULSORY, causes

Rows = list[list[str]]
CELLS = [
    "", " ", "\u00a0", "0", "-0", "-1", "1", "100", "100,5", "101", "1.234", "1,234", "1.234,5",
    "1 234", "12 34", "1e3", "1e400", "9" * 20, "9" * 400, "0." + "0" * 300 + "1", "0,30000000000004",
    "nan", "NaN", "None", "null", "inf", "-inf", "true", "TRUE", "#REF!", "=1+1", "=", ">", "≥", "~",
    "٣", "９３", "²", "5²", "½", "93,75%", "%", "9007199254740993", "0x10", "1_000", "−5", "+5",
    "2021", "2022", "2021.0", "9999", "0000", "0001", "10000", "2021-13", "2021-00", "2021-1",
    "2021/2020", "2021/2021", "2021/", "/2021", "2021-H1", "2021-02-30", "2021-02-29/2021-03",
    "0001/9999", "2021-01/2022", "2021-06-15/2021-07-14", "1900/2100", "2024-02-29",
    "2021-09/2022-08", "2021-12/2022-11", "31/12/2022", "2022-12-31T00:00:00", "0001-01-01",
    "9999-12-31", "1677-09-21", "2262-04-12", "A", "B", "D", "E", "F", "M", "O", "P",
    "i0", "i1", "u", "u0", "u1", "I0", "s", "narrow", "wide", "percent", "count", "number",
    "rating", "up", "down", "by", "each", "total", "con", "..", "../x", "a/b", "\\", "x" * 65,
    "x" * 5000, "\x00", "\x1b[31m", "\r", "\n", "a\nb", "\u202e", "\ufeff", "\ud7ff", "\ufffe",
    "\U0001f600", "河", "<b>", "<!--", "]]>", "&amp;", "$\\frac{$", "{0}", "{x}", "%s", "${x}",
    "{{ 1 }}", '"', '""', "'", ";", ",", "\t",
]  # fmt: skip
WHOLES: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    1e308,
    "",
    "x",
    "\x00",
    [],
    {},
    [[]],
    [{}],
    {"a": {}},
    "2021",
    "u",
]


def sound(rng: Random, folder: Path) -> None:
    """Write a random package that is as a programme may be."""
    made = programme(rng)
    counted = {r["indicator"] for r in made["indicators"] if r["unit_measure"] == "count"}
    given = {"reported_on": "2020-01-15", "source": "s"}
    tables: dict[str, list[dict[str, Any]]] = {
        "indicators": [
            anypackage.titled(row["indicator"]) | row | {"unit_vi": "tỷ đồng", "unit_en": "bn"}
            if row["unit_measure"] == "number"
            else anypackage.titled(row["indicator"]) | row
            for row in made["indicators"]
        ],
        "figures": [
            row | given | ({"obs_status": "M"} if row["value"] is None else {})
            for row in made["figures"]
        ],
        "meetings": [anypackage.titled(d, meeting_date=d) for d in ("2022-03-01", "2024-03-01")],
        "units": [
            anypackage.titled(u, unit=u, parent="" if u == "u0" else "u0") for u in ("u0", "u1")
        ],
        "definitions": [anypackage.titled(row["definition"]) | row for row in made["definitions"]],
        "sources": [{"source": "s", "title": "S"}],
        "targets": [_whole(row, counted) | given for row in made["targets"]],
    }
    if rng.random() < 0.4:
        tables = {n: rows for n, rows in tables.items() if n in COMPULSORY or rng.random() < 0.3}
    texts = {
        name: [{column: _cell(value) for column, value in row.items()} for row in rows]
        for name, rows in tables.items()
        if rows
    }
    anypackage.write(folder, texts)
    about = json.loads((folder / "datapackage.json").read_text("utf-8"))
    about["giaoban"]["unit"] = "u0"
    about["giaoban"]["period"] = "2020/2025"
    (folder / "datapackage.json").write_text(json.dumps(about), "utf-8")


def _whole(target: dict[str, Any], counted: set[str]) -> dict[str, Any]:
    """Ask for whole numbers of what is counted."""
    if target["indicator"] not in counted:
        return target
    bounds = {key: target[key] for key in ("value", "value_to")}
    return target | {k: None if v is None else float(round(v)) for k, v in bounds.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def damaged(rng: Random, whole: Random, folder: Path) -> Path:
    """Write a random package, and then one to three damages; give its folder, or its workbook."""
    folder.mkdir()
    sound(whole, folder)
    for _ in range(rng.choice([1, 1, 2, 3])):
        rng.choice(DAMAGES)(rng, folder)
    return folder


def damaged_workbook(rng: Random, sound_book: bytes, folder: Path) -> Path:
    """Write a workbook anew with one to three damages of its bytes, parts or cells."""
    content = sound_book
    for _ in range(rng.choice([1, 1, 2, 3])):
        content = rng.choice([_bytes, _part, _part, _xml, _xml, _xml])(rng, content)
    path = folder / "p.xlsx"
    path.write_bytes(content)
    return path


# What was read of packages whose reports are right: a damage often changes nothing of it.
_RIGHT: set[bytes] = set()


def outcome(path: Path) -> str:
    """Check a damaged package: it is refused, has faults of one line each, or makes a right report.

    Returns
    -------
    str
        ``faults`` or ``sound``.
    """
    try:
        package, faults = check_package(path)
        if not faults:
            read = sha256(pickle.dumps(package)).digest()
            if read not in _RIGHT:
                right_report(Review(known_at(package, "latest", "")))
                _RIGHT.add(read)
            return "sound"
    except GiaobanError as error:
        told = [error.told(code) for code in ("vi", "en")]
    else:
        told = [cause.told(code) for cause in causes(faults) for code in ("vi", "en")]
    for line in told:
        assert line and len(line) < 2000 and "\n" not in line, line
        own = _MEANT.sub("", _FOUND.sub("", _HEADING.sub(r"\1", line)))
        assert not _NOTHING.search(own), line
    return "faults"


# Of what, and what is meant: ids that the data themselves have.
_MEANT = re.compile(r"(?:did you mean|có phải ý là) .*")
# What was found, or what a library says of it, may be anything.
_HEADING = re.compile(r"^(datapackage\.json:|[^:]*:\d+:).*?(?=: )")
_FOUND = re.compile(r"\(.*?\)(?=, )")
_NOTHING = re.compile(r"\b(?:nan|NaN|NaT|None|inf)\b")


def right_report(review: Review) -> None:
    """Write a report's sections in one language, and find every number of theirs in the data."""
    known = Known(review)
    lang = ("vi", "en")[len(known.anywhere) % 2]
    report = Report(review, lang)
    html = "".join(str(section(report).html) for section in SECTIONS)
    unknown = [str(number) for number in Page(html, lang).numbers() if not known.has(number)]
    assert not unknown, unknown


# --- damages of a folder -------------------------------------------------------------------------


def _file(rng: Random, folder: Path) -> Path:
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    weights = [4 if path.stem in ("figures", "targets", "indicators") else 1 for path in files]
    return rng.choices(files, weights)[0]


def _table(rng: Random, folder: Path) -> tuple[Path, Rows]:
    path = _file(rng, folder)
    text = path.read_bytes().decode("utf-8", "replace")
    try:
        return path, list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        return path, []


def _write(path: Path, rows: Rows) -> None:
    if path.suffix != ".csv" or not rows:
        return
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        csv.writer(file).writerows(rows)


def _any(rng: Random, folder: Path) -> str:
    """Give a value that means something elsewhere, or nothing anywhere."""
    if rng.random() < 0.3:
        _, rows = _table(rng, folder)
        cells = [cell for row in rows for cell in row]
        if cells:
            return rng.choice(cells)
    return rng.choice(CELLS).encode("utf-8", "replace").decode()


def cell(rng: Random, folder: Path) -> None:
    path, rows = _table(rng, folder)
    for _ in range(rng.choice([1, 1, 1, 2, 5])):
        if len(rows) > 1:
            row = rng.choice(rows[1:])
            if row:
                row[rng.randrange(len(row))] = _any(rng, folder)
    _write(path, rows)


def letters(rng: Random, folder: Path) -> None:
    path, rows = _table(rng, folder)
    filled = [(r, n) for r, row in enumerate(rows) for n, text in enumerate(row) if text]
    if filled:
        r, n = rng.choice(filled)
        text, at = rows[r][n], rng.randrange(len(rows[r][n]))
        put = rng.choice(["", text[at] * 2, rng.choice("0123456789.,-/ "), text[at].swapcase()])
        rows[r][n] = text[:at] + put + text[at + 1 :]
    _write(path, rows)


def column(rng: Random, folder: Path) -> None:
    path, rows = _table(rng, folder)
    if not rows or not rows[0]:
        return
    wide = len(rows[0])
    at, other = rng.randrange(wide), rng.randrange(wide)
    kind = rng.randrange(6)
    value = _any(rng, folder)
    for n, row in enumerate(rows):
        if max(at, other) >= len(row):
            continue
        if kind == 0:
            del row[at]
        elif kind == 1:
            row[at], row[other] = row[other], row[at]
        elif kind == 2:
            row.insert(at, row[other])
        elif (kind == 3 and n) or (kind == 4 and not n):
            row[at] = value
        elif kind == 5 and n:
            row[at] = ""
    _write(path, rows)


def row(rng: Random, folder: Path) -> None:
    path, rows = _table(rng, folder)
    if len(rows) < 2:
        return
    at = rng.randrange(1, len(rows))
    kind = rng.randrange(6)
    if kind == 0:
        del rows[at]
    elif kind == 1:
        rows.insert(at, list(rng.choice(rows)))
    elif kind == 2:
        rng.shuffle(rows)
    elif kind == 3:
        rows[at] = rows[at][: rng.randrange(len(rows[at]) + 1)]
    elif kind == 4:
        rows[at] = [*rows[at], _any(rng, folder)]
    else:
        rows[1:] = rows[1:] if rng.random() < 0.5 else []
    _write(path, rows)


def file(rng: Random, folder: Path) -> None:
    path, other = _file(rng, folder), _file(rng, folder)
    kind = rng.randrange(5)
    if kind == 0:
        path.unlink()
    elif kind == 1:
        path.write_bytes(b"")
    elif kind == 2:
        path.write_bytes(other.read_bytes())
    elif kind == 3:
        path.rename(
            path.with_name(rng.choice(["events.csv", "x.csv", "Figures.csv", "figures.CSV"]))
        )
    else:
        path.write_bytes(path.read_bytes() + other.read_bytes())


def encoding(rng: Random, folder: Path) -> None:
    path = _file(rng, folder)
    text = path.read_bytes().decode("utf-8", "replace")
    kind = rng.choice(["utf-16", "utf-16-le", "cp1258", "utf-8-sig", "utf-32", "lines", "signs"])
    if kind == "lines":
        text, kind = text.replace("\n", rng.choice(["\r", "\r\n", "\n\n", "\u2028"]), 99), "utf-8"
    elif kind == "signs":
        text, kind = text.replace(",", rng.choice([";", "\t", "|", ",,"])), "utf-8"
    path.write_bytes(text.encode(kind, "replace"))


def octets(rng: Random, folder: Path) -> None:
    path = _file(rng, folder)
    path.write_bytes(_bytes(rng, path.read_bytes()))


def _bytes(rng: Random, content: bytes) -> bytes:
    found = bytearray(content)
    at = rng.randrange(len(found) + 1)
    kind = rng.randrange(5)
    if kind == 0:
        return bytes(found[:at])
    if kind == 1:
        found[at:at] = rng.choice(
            [b"\0", b'"', b"\xff", b"\xc3", b"\r", b"\n", b",", b"\xef\xbb\xbf"]
        )
    elif kind == 2:
        del found[at : at + rng.randrange(1, 20)]
    elif kind == 3:
        for _ in range(rng.randrange(1, 6)):
            if found:
                found[rng.randrange(len(found))] = rng.randrange(256)
    else:
        found[at:at] = found[max(at - rng.randrange(1, 200), 0) : at]
    return bytes(found)


def descriptor(rng: Random, folder: Path) -> None:
    path = folder / "datapackage.json"
    try:
        said = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError):
        return
    if not isinstance(said, dict):
        return
    own = said.get("giaoban")
    parts = [
        p for p in [said, own, own, own, *_dicts(said.get("resources"))] if isinstance(p, dict)
    ]
    part = rng.choice(parts)
    keys = [*part, "x", "path", "schema", "encoding", "dialect", "decided_on", "targets"]
    key = rng.choice(keys)
    if rng.random() < 0.2:
        part.pop(key, None)
    else:
        part[key] = rng.choice([rng.choice(WHOLES), _any(rng, folder)])
    path.write_text(json.dumps(said), "utf-8")


def _dicts(found: object) -> list[Any]:
    return found if isinstance(found, list) else []


DAMAGES: list[Callable[[Random, Path], None]] = [
    *[cell] * 8, *[letters] * 4, *[column] * 2, *[row] * 2, file, encoding, octets, *[descriptor] * 2,
]  # fmt: skip


# --- damages of a workbook -----------------------------------------------------------------------


def _parts(content: bytes) -> dict[str, bytes] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return None


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return out.getvalue()


def _part(rng: Random, content: bytes) -> bytes:
    parts = _parts(content)
    if not parts:
        return content
    name = rng.choice([*parts])
    kind = rng.randrange(3)
    if kind == 0:
        del parts[name]
    elif kind == 1:
        parts[name] = parts[rng.choice([*parts])]
    else:
        parts[name] = _bytes(rng, parts[name])
    return _packed(parts)


_VALUE = re.compile(rb'(?<=[">])[^<>"]+(?=["<])')


def _xml(rng: Random, content: bytes) -> bytes:
    """Put something else into the attributes and texts of a part."""
    parts = _parts(content)
    if not parts:
        return content
    sheets = [name for name in parts if "sheet" in name or "Strings" in name]
    name = rng.choice([*sheets, *sheets, *parts])
    held = parts[name]
    found = list(_VALUE.finditer(held))
    for spot in sorted(
        rng.sample(found, min(len(found), rng.randrange(1, 4))),
        reverse=True,
        key=lambda m: m.start(),
    ):
        value = (
            rng.choice(CELLS).encode("utf-8", "replace")
            if rng.random() < 0.7
            else rng.choice(found)[0]
        )
        if rng.random() < 0.8:
            value = value.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b'"', b"&quot;")
        held = held[: spot.start()] + value + held[spot.end() :]
    return _packed(parts | {name: held})
