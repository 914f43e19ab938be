"""A programme that is a folder of CSV files with a ``datapackage.json``, as text."""

from pathlib import Path

from giaoban.datapackage.csvtable import read_text
from giaoban.datapackage.descriptor import keys_of_descriptor, read_descriptor, read_programme
from giaoban.datapackage.descriptorchecks import schema_copy_faults, table_list_faults
from giaoban.files import is_own_file, reading
from giaoban.tables import FILE, TABLES, TextPackage, TextTable, own_told


def read_folder(folder: Path) -> TextPackage:
    """Read the descriptor and the tables of a folder as text.

    Raises
    ------
    GiaobanError
        Where there is no descriptor, or none that can be read, or a table may not be read or is no
        file of the folder.
    """
    with reading(folder / FILE):
        descriptor = read_descriptor(folder)
    present = [t for t in TABLES if is_own_file(folder / f"{t}.csv")]
    tables = {t: _read_table(folder / f"{t}.csv", t) for t in present}
    faults = list(table_list_faults(folder, descriptor, present))
    for name, text in tables.items():
        faults += schema_copy_faults(descriptor, name, text, present)
    others = keys_of_descriptor(descriptor, folder.resolve().name)
    own, listed = read_programme(descriptor), descriptor["resources"]
    notes = [note for text in tables.values() for note in own_told(text)]
    return TextPackage(own, tables, faults, notes, others=others, resources=listed)


def _read_table(path: Path, name: str) -> TextTable:
    with reading(path):
        return read_text(path, name)
