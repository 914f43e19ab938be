from .csvtable import read_header, read_text
from .descriptor import (
    AS_WRITTEN,
    PARQUET,
    WRITTEN,
    describe,
    read_descriptor,
    read_programme,
)
from .descriptorchecks import LISTED, OF_A_DESCRIPTOR
from .parquettable import NotReadError, parquet_cells
from .reader import read_folder
from .writer import write_package

__all__ = [
    "AS_WRITTEN",
    "LISTED",
    "OF_A_DESCRIPTOR",
    "PARQUET",
    "WRITTEN",
    "NotReadError",
    "describe",
    "parquet_cells",
    "read_descriptor",
    "read_folder",
    "read_header",
    "read_programme",
    "read_text",
    "write_package",
]
