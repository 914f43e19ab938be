"""Write a draft as CSV, nowhere among the data."""

import io
from pathlib import Path

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.metadata import FILE


def as_csv(table: pd.DataFrame) -> bytes:
    """Write a draft as CSV."""
    text = io.StringIO()
    table.to_csv(text, index=False, lineterminator="\n")
    return text.getvalue().encode()


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
        form = N_("{path}: lies among the programmes' data, choose a place for the draft outside")
        raise GiaobanError(form, path=path)
    if path.exists():
        raise GiaobanError(N_("{path}: exists already, choose another name"), path=path)
    return write_atomically(path, b"\xef\xbb\xbf" + as_csv(table))
