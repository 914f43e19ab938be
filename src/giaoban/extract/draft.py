"""The drafts: a table of every number, and one of what is said beside the figures."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.extract.document import Passage, read_document
from giaoban.extract.entry import Doubt, Entry, doubt
from giaoban.extract.programme import DIFFERS, SAME, Programme
from giaoban.extract.proposals import UNPLACED, entries
from giaoban.extract.vietnamese import (
    KINDS,
    Heading,
    Quantity,
    find_mentions,
    remarks,
    since_a_year,
)
from giaoban.files import write_atomically
from giaoban.tables import FILE, TALLIES, columns

MORE = re.findall(
    r"\w+",
    "kind unit_measure counted out_of indicator_phrase part_of place excerpt in_table doubts "
    "doubts_told",
)
# How much of the text is shown on either side of a number.
AROUND = 60


def draft_rows(path: Path, programme: Programme | None, lang: str) -> pd.DataFrame:
    """Propose rows from an item; list whatever else in it holds a number.

    Parameters
    ----------
    path : Path
        The item, as `read_document` reads it.
    programme : Programme or None
        Whose indicators are proposed, and whose tables are looked up.
    lang : str
        The language of the doubts.

    Returns
    -------
    DataFrame
        Text throughout, a row for each number in the order of the item. First the columns of
        the figures table, then ``kind`` (``figure``, ``target``, a kind of claim, ``date``,
        ``time``, ``period``, ``document``, ``ordinal``, ``name``, ``unplaced``),
        ``unit_measure``, ``counted`` (the words of the unit), ``out_of`` (of a number of
        targets, of how many), ``indicator_phrase``,
        ``part_of`` (the place of the figure of which it is a part), ``place``, ``excerpt``,
        ``in_table`` (``same``, ``differs: …`` or empty), ``doubts`` (codes) and
        ``doubts_told``.

    Raises
    ------
    GiaobanError
        Where the item cannot be read.
    """
    paged = path.suffix.lower() != ".txt"
    rows = [_row(entry, programme, lang, paged) for entry in entries(read_document(path))]
    return pd.DataFrame(rows, columns=[*columns("figures"), *MORE], dtype="str").fillna("")


def _row(entry: Entry, programme: Programme | None, lang: str, paged: bool) -> dict[str, str]:
    mention, part, doubts = entry.mention, entry.part_of, list(entry.doubts)
    row = {
        "period": str(entry.period or ""),
        "kind": entry.kind,
        "as_published": entry.passage.as_printed(mention.start, mention.end),
        "place": _place(entry.passage, mention.start, paged),
        "excerpt": _excerpt(entry.passage, mention.start, mention.end),
    }
    if isinstance(mention, Quantity):
        row |= {
            "value": "" if entry.value is None else f"{entry.value:f}",
            "value_to": "" if entry.to is None else f"{entry.to:f}",
            "obs_status": "E" if entry.estimated else "",
            "qualifier": entry.qualifier,
            "unit_measure": entry.unit_measure,
            "counted": mention.unit,
            "indicator_phrase": entry.phrase,
            "as_published": mention.number,
            "part_of": _place(part.passage, part.mention.start, paged) if part else "",
        }
        if entry.kind in TALLIES:
            row |= {"out_of": entry.out_of, "as_published": mention.number.split("/")[0].strip()}
        elif mention.counts:
            row |= dict(zip(("numerator", "denominator"), mention.counts, strict=True))
    if programme is not None:
        cells, more = programme.cells(entry)
        if cells.get("unit_measure") == "number":
            doubts = [doubt for doubt in doubts if doubt.code != "other_measure"]
        if programme.is_relative(entry, cells):
            doubts = [doubt for doubt in doubts if doubt.code not in _settled(entry)]
        row, doubts = row | cells, doubts + more
    return row | _told(doubts, lang)


def _told(doubts: list[Doubt], lang: str) -> dict[str, str]:
    codes = " ".join(dict.fromkeys(doubt.code for doubt in doubts))
    return {"doubts": codes, "doubts_told": "; ".join(doubt.told(lang) for doubt in doubts)}


def _settled(entry: Entry) -> set[str]:
    """Name the doubts that a change or a margin in percent of a count or an amount has not."""
    told = {"points_or_percent"}
    if since_a_year(entry.passage.text[entry.mention.end :]):
        told.add("since_not_said")
    return told


def _place(passage: Passage, start: int, paged: bool) -> str:
    line, column = passage.places[start]
    return f"p{line}:{column}" if paged else f"{line}:{column}"


def _excerpt(passage: Passage, start: int, end: int) -> str:
    """Show a number between » and «, with the words around it."""
    text = passage.text
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    first = 0 if first == 0 else text.find(" ", first, start) + 1 or first
    last = len(text) if last == len(text) else max(text.rfind(" ", end, last), end)
    before, after = text[first:start], text[end:last]
    shown = (
        f"{'…' if first else ''}{before}»{text[start:end]}«{after}{'…' if last < len(text) else ''}"
    )
    shown = " ".join(shown.split())
    # A spreadsheet takes what begins with such a sign for a formula.
    return f"…{shown}" if shown[:1] in "=+-@" else shown


def record_rows(path: Path, programme: Programme | None, lang: str) -> pd.DataFrame:
    """Propose rows of records: what an item says was reached, fell short, why, and what is to do.

    Parameters
    ----------
    path, programme, lang
        As for `draft_rows`.

    Returns
    -------
    DataFrame
        Text throughout, a row for each sentence in the order of the item. First the columns of
        the records table, ``meeting_date`` being empty, then ``place``, ``doubts`` (codes) and
        ``doubts_told``; in its ``attrs`` under ``passed_over`` how many lines yield none.

    Raises
    ------
    GiaobanError
        Where the item cannot be read.
    """
    rows, numbers, under, passed = [], Counter[str](), Heading(), 0
    passages, paged = read_document(path), path.suffix.lower() != ".txt"
    following = [*(passage.text for passage in passages[1:]), ""]
    for passage, below in zip(passages, following, strict=False):
        found, after = remarks(passage.text, find_mentions(passage.text), under, below)
        # Another heading is another object, though of the same section.
        passed += bool(under.section) and not found and after is under
        under = after
        for remark in found:
            text = " ".join(passage.as_printed(remark.start, remark.end).split())
            numbers[remark.section] += 1
            rows.append(
                {
                    "record": f"{remark.section}-{numbers[remark.section]}",
                    "section": remark.section,
                    "indicator": programme.titles.named_in(text) if programme else "",
                    "text_vi": text,
                    "owner": remark.owner,
                    "due": remark.due,
                    "cause": remark.cause,
                    "place": _place(passage, remark.start, paged),
                    **_told([doubt(code) for code in remark.doubts], lang),
                }
            )
    names = [*columns("records"), "place", "doubts", "doubts_told"]
    table = pd.DataFrame(rows, columns=names, dtype="str").fillna("")
    table.attrs["passed_over"] = passed
    return table


def records_summary(path: Path, table: pd.DataFrame) -> Iterable[Text]:
    """Say how many rows of records are proposed, and how many lines yield none."""
    yield Text(
        N_("{file}: {number} rows of records proposed, {doubtful} of these with doubts"),
        file=path.name,
        number=len(table),
        doubtful=int(table["doubts"].ne("").sum()),
    )
    if passed := table.attrs["passed_over"]:
        template = N_(
            "lines below headings passed over (figures, field names, “:” at end): {number}"
        )
        yield Text(template, number=passed)


def summary(path: Path, table: pd.DataFrame) -> Iterable[Text]:
    """Say how many numbers there are, and what has become of them."""
    placed = table["kind"].isin(KINDS)
    yield Text(
        N_(
            "{file}: {number} numbers: {placed} proposed, {doubtful} of these with doubts; "
            "{other} in dates, periods, documents and names; {unplaced} unplaced"
        ),
        file=path.name,
        number=len(table),
        placed=int(placed.sum()),
        doubtful=int((placed & table["doubts"].ne("")).sum()),
        other=int((~placed & table["kind"].ne(UNPLACED)).sum()),
        unplaced=int(table["kind"].eq(UNPLACED).sum()),
    )
    differing = int(table["in_table"].str.startswith(DIFFERS).sum())
    same = int(table["in_table"].eq(SAME).sum())
    if same or differing:
        template = N_("in the programme's tables already: {same} the same, {differing} different")
        yield Text(template, same=same, differing=differing)


def as_csv(table: pd.DataFrame) -> bytes:
    """Write a draft as CSV."""
    return table.to_csv(index=False, lineterminator="\n").encode()


def save(table: pd.DataFrame, path: Path, raw: Path) -> Path:
    """Write a draft to a file that Excel reads right.

    Raises
    ------
    GiaobanError
        Where it would lie among the raw data or in a programme, or over another file.
    """
    place = path.resolve()
    own = raw.resolve()
    within = any((folder / FILE).is_file() for folder in place.parents)
    # The folder that the data lie under may hold a converted programme too.
    beside = not own.is_relative_to(place.parent) and any(place.parent.glob(f"*/{FILE}"))
    if within or beside or place.is_relative_to(own):
        template = N_(
            "{path}: lies among the programmes' data, choose a place for the draft outside"
        )
        raise GiaobanError(template, path=path)
    if path.exists():
        raise GiaobanError(N_("{path}: exists already, choose another name"), path=path)
    return write_atomically(path, b"\xef\xbb\xbf" + as_csv(table))
