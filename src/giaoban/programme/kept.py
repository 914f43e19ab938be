"""The tables of a large programme without faults, kept so that they are not checked again."""

import hashlib
import json
import shutil
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import pandas as pd
import pyarrow as pa
from platformdirs import user_cache_path

from giaoban.errors import GiaobanError
from giaoban.files import digest_of_files, write_folder

PACKAGE = Path(__file__).parents[1]
INDEX = "checked.json"
# Of fewer rows reading and checking takes less than a second.
FEW_ROWS = 200_000
# Of so many programmes, those that were checked last.
MOST_KEPT = 10


def kept_tables(path: Path, digest: str) -> dict[str, pd.DataFrame]:
    """Give the tables of a programme as they were when it was checked; none where it was not.

    Parameters
    ----------
    path : Path
        Its folder, from the root.
    digest : str
        SHA-256 of the files that it is read from now.
    """
    folder = _folder(path)
    if not (folder / INDEX).is_file():
        return {}
    try:
        told = json.loads((folder / INDEX).read_bytes())
        if told["of"] != _recipe(digest):
            return {}
        found = {name: (folder / f"{name}.parquet").read_bytes() for name in told["tables"]}
        if told["tables"] != {name: _sha256(content) for name, content in found.items()}:
            return {}
        read = {name: pd.read_parquet(BytesIO(content)) for name, content in found.items()}
        return {name: table.astype(told["types"][name]) for name, table in read.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, pa.ArrowException):
        return {}


def worth_keeping(path: Path, tables: dict[str, pd.DataFrame]) -> bool:
    """Say whether tables are those of a folder, and have many rows."""
    return path.is_dir() and sum(map(len, tables.values())) >= FEW_ROWS


def keep_tables(path: Path, digest: str, tables: dict[str, pd.DataFrame]) -> None:
    """Keep the tables of a folder without faults.

    They go where this user's programs keep such things, never beside the data: what comes from
    somebody else is always checked. Where that cannot be written to they are not kept.
    """
    contents = {name: table.to_parquet() for name, table in tables.items()}
    told = {name: _sha256(content) for name, content in contents.items()}
    files = {f"{name}.parquet": content for name, content in contents.items()}
    # Parquet knows no days but those of milliseconds.
    types = {name: table.dtypes.astype("str").to_dict() for name, table in tables.items()}
    about = {"of": _recipe(digest), "tables": told, "types": types}
    files[INDEX] = json.dumps(about).encode()
    folder = _folder(path)
    with suppress(GiaobanError, OSError):
        # Whoever may not read the programme is not to read it here.
        folder.mkdir(0o700, parents=True, exist_ok=True)
        write_folder(folder, files)
        folder.touch()
        for old in sorted(folder.parent.iterdir(), key=_changed, reverse=True)[MOST_KEPT:]:
            shutil.rmtree(old, ignore_errors=True)


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def _folder(path: Path) -> Path:
    place = _sha256(str(path).encode("utf-8", "surrogateescape"))
    return user_cache_path("giaoban", appauthor=False) / "checked" / place


def _recipe(digest: str) -> str:
    """Digest what tables are made from: the files, this program and what it reads tables with."""
    return _sha256(f"{digest} {_program()} {pd.__version__} {pa.__version__}".encode())


@cache
def _program() -> str:
    """Digest the program and its schemas: another version may read or check otherwise."""
    return digest_of_files(PACKAGE, (".py", ".json")).hex()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
