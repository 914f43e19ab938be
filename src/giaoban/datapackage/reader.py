"""A programme that is a folder of CSV or Parquet files and a ``datapackage.json``, as text."""

from pathlib import Path

from giaoban.datapackage.csvtable import read_text
from giaoban.datapackage.descriptor import (
    PARQUET,
    WRITTEN,
    is_own_file,
    keys_of_descriptor,
    read_descriptor,
    read_programme,
)
from giaoban.datapackage.descriptorchecks import schema_copy_faults, table_list_faults
from giaoban.files import reading
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
    meant = [resource.get("path") for resource in descriptor["resources"]]
    files = {
        table: sorted(
            (file for end in WRITTEN if is_own_file(file := folder / f"{table}{end}")),
            key=lambda file: file.name not in meant,
        )
        for table in TABLES
    }
    present = {name: there[0] for name, there in files.items() if there}
    tables = {name: _read_table(path, name) for name, path in present.items()}
    faults = list(table_list_faults(folder, descriptor, files))
    for name, text in tables.items():
        faults += schema_copy_faults(descriptor, name, text, [*present])
    others = keys_of_descriptor(descriptor, folder.resolve().name)
    own, listed = read_programme(descriptor), descriptor["resources"]
    notes = [note for text in tables.values() for note in own_told(text)]
    return TextPackage(own, tables, faults, notes, others=others, resources=listed)


def _read_table(path: Path, name: str) -> TextTable:
    with reading(path):
        if path.suffix == PARQUET:
            # What reads Parquet takes a while to import.
            from giaoban.datapackage.parquettable import read_parquet

            return read_parquet(path, name)
        return read_text(path, name)
