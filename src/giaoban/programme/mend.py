"""Write what can only be meant into a copy of a programme: ids, codes, days, signs nobody sees."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.datapackage import LISTED
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.language import Language, identifier, iso_day, without_hidden
from giaoban.programme.contents import described_in_json
from giaoban.programme.convert import carry_answers, refuse_what_is_there, write_contents
from giaoban.programme.read import Examined
from giaoban.tables import (
    PROGRAMME,
    TABLES,
    Contents,
    Schema,
    TextTable,
    causes,
    find_code,
    foreign_keys,
    id_columns,
    id_meant,
    id_mistyped,
    is_free_text,
    listed,
    parsed,
    row_titles,
    table_schema,
    written_anew,
)

_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})(?=\2[0-9]{4})")


@dataclass(frozen=True)
class Mend:
    """What was written in another way, in one or more cells of a column."""

    file: str
    column: str
    found: str
    written: str
    cells: int

    def told(self, code: str) -> str:
        """Say where, what was found, what was written, and how often."""
        template = N_("{place}: {found} → {written} (cells: {number})")
        found, place = one_line(self.found) or "–", f"{self.file}:{self.column}"
        told = Text(template, place=place, found=found, written=self.written, number=self.cells)
        return told.told(code)


def mend_programme(
    examined: Examined, target: Path, lang: Language, *, force: bool = False
) -> list[Mend]:
    """Write a copy of a programme in which what can only be meant is written so.

    Signs that nobody sees go; codes may have been written by their titles, and ids by the title of
    the row that they stand for, or with one letter wrong where no other comes near; a day or month
    may have stood first, where only one of both is a day; an id that is none, or is missing beside
    a title, is made of its words, wherever it is used; a table may not have been listed.
    What can be meant in two ways stays.

    Parameters
    ----------
    examined : Examined
        The programme, with its faults.
    target : Path
        A workbook where its name ends in ``.xlsx``, else a folder.
    lang : Language
        The language of a workbook's headers.
    force : bool
        Whether a programme that is there already is written over.

    Returns
    -------
    list of Mend
        What was written in another way; nothing is written where that is nothing.

    Raises
    ------
    GiaobanError
        Where a file or a row could not be read, so that the copy would lose it.
    """
    refuse_what_is_there(target, force=force)
    texts = examined.texts
    if lost := [fault for text in texts.values() for fault in (*text.faults, *text.unread)]:
        template = N_("{faults}\nnothing was written: mend these by hand first")
        raise GiaobanError(template, faults=listed(causes(lost)))
    cells = {name: text.frame[text.header].copy() for name, text in texts.items()}
    for name, frame in cells.items():
        for field in table_schema(name)["fields"]:
            if field["name"] in frame:
                frame[field["name"]] = written_anew(frame[field["name"]], _plainly(field))
    for name in [n for n in TABLES if n in cells]:
        _write_ids(name, cells)
    mends = [m for name, text in texts.items() for m in _changed(text, cells[name])]
    unlisted = [fault for fault in examined.faults if fault.check is LISTED]
    mends += [Mend(f.file, str(f.row), "", f.column, 1) for f in unlisted]
    if mends:
        programme = described_in_json(examined.package.programme)
        own = cells.pop(PROGRAMME).iloc[0].dropna()
        programme |= {key: own[key] for key in foreign_keys(PROGRAMME) if key in own}
        cells = {name: frame.join(texts[name].own) for name, frame in cells.items()}
        given = examined.given
        others = list(parsed(given.others))
        contents = Contents(programme, cells, others, [], given.formats, given.parquet)
        write_contents(target, contents, lang)
        carry_answers(examined.path, target)
    return mends


def _plainly(field: Schema) -> Callable[[str], str]:
    """Give the way to write the cells of a column that can be meant in one way only."""
    if field["type"] == "date":
        return _only_day
    if is_free_text(field) or field["type"] not in ("string", "boolean"):
        return str
    return lambda cell: find_code(field, without_hidden(cell))


def _only_day(cell: str) -> str:
    """Write a day as ISO 8601 does where it can be read in one way: 25/12/2024, 12/12/2024."""
    turned = _DAY_AND_MONTH.sub(r"\3\2\1", cell)
    days = {iso_day(cell), iso_day(turned)} - {cell, turned}
    return days.pop() if len(days) == 1 else cell


def _write_ids(name: str, cells: dict[str, pd.DataFrame]) -> None:
    """Make the ids of a table safe, and let all that points at it name them."""
    key = table_schema(name).get("primaryKey", [])
    frame = cells[name]
    fields = {f["name"]: f for f in table_schema(name)["fields"]}
    if len(key) != 1 or not {*key} <= {*frame} or "pattern" not in fields[key[0]]["constraints"]:
        return
    own, pattern = frame[key[0]], fields[key[0]]["constraints"]["pattern"]
    named = row_titles(frame)
    sound = own[own.str.fullmatch(pattern).fillna(value=False).astype(bool)]
    taken, made = set(sound), own.copy()
    for row in own.index.difference(sound.index):
        words = next((t[row] for t in (own, *named) if pd.notna(t[row])), None)
        if words is not None:
            made[row] = identifier(words, taken)
            taken.add(made[row])
    meant, mistyped = id_meant(made, [own, *named]), id_mistyped(made, named)
    frame[key[0]] = made
    for table, there in cells.items():
        for column, (at, _) in id_columns(table).items():
            if at == name and column in there:
                there[column] = written_anew(there[column], lambda text: mistyped(meant(text)))


def _changed(text: TextTable, mended: pd.DataFrame) -> Iterator[Mend]:
    for column in text.header:
        pair = pd.DataFrame({"found": text.frame[column], "written": mended[column]}).fillna("")
        other = pair[pair["found"] != pair["written"]]
        for (found, written), rows in other.groupby(["found", "written"], sort=False):
            heading = text.headings.get(column, column)
            yield Mend(text.file, heading, str(found), str(written), len(rows))
