"""A programme that is a folder of CSV files with a ``datapackage.json``, as text."""

from pathlib import Path

from giaoban.csvfile import read_text
from giaoban.descriptor import (
    read_descriptor,
    read_programme,
    schema_copy_faults,
    table_list_faults,
)
from giaoban.schema import TABLES
from giaoban.texttable import TextPackage


def read_folder(folder: Path) -> TextPackage:
    """Read the descriptor and the tables of a folder as text.

    Raises
    ------
    GiaobanError
        Where there is no descriptor, or none that can be read.
    """
    descriptor = read_descriptor(folder)
    present = [t for t in TABLES if (folder / f"{t}.csv").is_file()]
    tables = {t: read_text(folder / f"{t}.csv", t) for t in present}
    faults = list(table_list_faults(folder, descriptor, present))
    for name, text in tables.items():
        faults += schema_copy_faults(descriptor, name, text.header, present)
    return TextPackage(read_programme(descriptor), tables, faults)
