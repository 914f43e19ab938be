"""Finished files at an address such as ``s3://bucket/folder``."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.render.index import write_overview


def is_address(place: str) -> bool:
    """Say whether files go to an address, and not into a folder."""
    return "://" in place


class Store:
    """The files under an address; pyarrow knows S3, Google Cloud Storage, Azure and HDFS.

    Parameters
    ----------
    address : str
        Where the folders ``reports``, ``figures`` and ``data`` go. Keys and endpoints are those
        of the environment, such as ``AWS_ACCESS_KEY_ID`` and ``AWS_ENDPOINT_URL``.

    Raises
    ------
    GiaobanError
        Where there is no such kind of address.
    """

    def __init__(self, address: str) -> None:
        from pyarrow.fs import FileSystem

        self._address = address
        with self._told():
            self._files, self._folder = FileSystem.from_uri(address.rstrip("/"))

    def put(self, name: str, content: bytes) -> None:
        """Put a file in place, in one step.

        Raises
        ------
        GiaobanError
            Where the store cannot be reached, or refuses it.
        """
        with self._told(), self._files.open_output_stream(f"{self._folder}/{name}") as file:
            file.write(content)

    def get(self, name: str) -> bytes | None:
        """Give what a file holds; None where there is none.

        Raises
        ------
        GiaobanError
            Where the store cannot be reached, or refuses it.
        """
        with self._told():
            try:
                with self._files.open_input_stream(f"{self._folder}/{name}") as file:
                    return bytes(file.read())
            except FileNotFoundError:
                return None

    def names(self, folder: str) -> list[str]:
        """Name the files below a folder, which need not be there.

        Raises
        ------
        GiaobanError
            Where the store cannot be reached, or refuses it.
        """
        from pyarrow.fs import FileSelector, FileType

        where = f"{self._folder}/{folder}"
        with self._told():
            selected = FileSelector(where, recursive=True, allow_not_found=True)
            found = self._files.get_file_info(selected)
        own = len(self._folder) + 1
        return sorted(f.path[own:] for f in found if f.type is FileType.File)

    def write_overview(self) -> str:
        """Write the list of all reports, and give its address."""
        with tempfile.TemporaryDirectory() as folder:
            for name in self.names("reports"):
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                # The list is made from what the pages say of themselves, and of which there are.
                path.write_bytes((self.get(name) or b"") if path.suffix == ".json" else b"")
            listed = write_overview(Path(folder))
            name = listed.relative_to(folder).as_posix()
            self.put(name, listed.read_bytes())
        return f"{self._address.rstrip('/')}/{name}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        from pyarrow import ArrowException

        try:
            yield
        except (OSError, ValueError, ArrowException) as error:
            template = N_("{place}: cannot be used ({reason}), check the address and its keys")
            reason = " ".join(str(error).split())
            raise GiaobanError(template, exit_code=1, place=self._address, reason=reason) from error
