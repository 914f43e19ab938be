"""Who gets which report: from the options, or from a ``recipients.csv``."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_, languages
from giaoban.checks import ENUM, KEY, field_faults
from giaoban.datapackage import read_text
from giaoban.errors import GiaobanError, Text, one_of
from giaoban.mail.addresses import read_address, read_addresses
from giaoban.tables import Fault, TypedTable, convert, table_schema

TABLE = "recipients"


@dataclass(frozen=True)
class Recipients:
    """Those who get one report; nobody stands twice. Those of a list know nothing of each other."""

    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    listed: bool = False

    @property
    def envelope(self) -> tuple[str, ...]:
        """All their addresses, as the server is given them."""
        return tuple(person.addr_spec for person in (*self.to, *self.cc, *self.bcc))


Groups = dict[tuple[str, str], Recipients]


def group_recipients(
    to: Iterable[str],
    cc: Iterable[str],
    bcc: Iterable[str],
    path: Path | None,
    unit: str,
    lang: str,
) -> Groups:
    """Give those who get each report: the ones that the options name, or a list's.

    Raises
    ------
    GiaobanError
        Where an address will not do, where there is nobody, or where both name people.
    """
    named = [",".join(texts) for texts in (to, cc, bcc)]
    if path is None:
        return {(unit, lang): recipients(*named)}
    if any(named):
        raise GiaobanError(
            N_("people are named twice: give either --recipients or --to, --cc, --bcc")
        )
    found = read_recipients(path)
    ours = {
        key: people
        for key, people in found.items()
        if unit in ("", key[0]) and lang in ("", key[1])
    }
    if not ours:
        raise GiaobanError(N_("{path}: nobody for this unit and language"), path=path)
    return ours


def recipients(to: str, cc: str = "", bcc: str = "") -> Recipients:
    """Read the recipients that the options give, with commas between them.

    Raises
    ------
    GiaobanError
        Where an address is malformed or stands twice, or where there is none.
    """
    shown, copies, hidden = (tuple(read_addresses(text)) for text in (to, cc, bcc))
    read = Recipients(shown, copies, hidden)
    if not read.envelope:
        raise GiaobanError(N_("no recipient, give one by --to, --cc or --bcc"))
    seen = set()
    for address in read.envelope:
        if address.lower() in seen:
            raise GiaobanError(N_("{found}: stands twice, expected once"), found=address)
        seen.add(address.lower())
    return read


def read_recipients(path: Path) -> Groups:
    """Read a ``recipients.csv``.

    Parameters
    ----------
    path : Path
        A file with the columns name, address, unit, language.

    Returns
    -------
    dict of (unit, language) to Recipients
        Each unit's people, who get that unit's report in that language.

    Raises
    ------
    GiaobanError
        With one line per fault.
    """
    if not path.is_file():
        raise GiaobanError(N_("{path}: no such file, expected a list of recipients"), path=path)
    text = read_text(path, TABLE)
    schema, file = table_schema(TABLE), path.name
    table, faults = convert(text.frame, schema, file)
    faults = text.faults + faults + list(field_faults(TypedTable(TABLE, text, table)))
    groups, wrong = _grouped(table, file)
    if faults or wrong:
        raise GiaobanError("{faults}", faults="\n".join(map(str, [*faults, *wrong])))
    if not groups:
        raise GiaobanError(N_("{path}: no recipient, add a row for each person"), path=path)
    return {key: Recipients(tuple(people), listed=True) for key, people in groups.items()}


def _grouped(
    table: pd.DataFrame, file: str
) -> tuple[dict[tuple[str, str], list[Address]], list[Fault | Text]]:
    """Read the people, those of each report together; and what is wrong with any."""
    groups: dict[tuple[str, str], list[Address]] = {}
    faults: list[Fault | Text] = []
    first: dict[tuple[str, str, str], Hashable] = {}
    for row, cells in table.dropna(subset=["address", "unit", "language"]).iterrows():
        unit, code = cells["unit"], cells["language"]
        try:
            person = read_address(cells["address"], _text(cells["name"]))
        except GiaobanError as error:
            place = f"{file}:{row}:address"
            faults.append(Text("{place}: {error}", place=place, error=error))
            continue
        if code not in languages():
            expected = one_of(languages())
            faults.append(ENUM.fault(file, row, "language", N_("no such language"), code, expected))
        key = (person.addr_spec.lower(), unit, code)
        if key in first:
            expected = Text(N_("expected once; it stands already in row {row}"), row=first[key])
            found = person.addr_spec
            faults.append(KEY.fault(file, row, "address", N_("duplicate key"), found, expected))
        first.setdefault(key, row)
        groups.setdefault((unit, code), []).append(person)
    return groups, faults


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
