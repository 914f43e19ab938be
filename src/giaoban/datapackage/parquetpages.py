"""What a Parquet file says of its own size: asked before anything of it is unpacked.

pyarrow takes its word for it, and a page of kilobytes may say gigabytes.
"""

from collections.abc import Iterator
from typing import NamedTuple

from giaoban.datapackage.thrift import Struct, ThriftReader

MAGIC = b"PAR1"
# That of ten million figures has some 200,000 bytes.
_MOST_FOOTER = 1_000_000
# A page has some 20,000 rows of a column.
_MOST_PAGES = 50_000
# PLAIN, PLAIN_DICTIONARY, RLE, RLE_DICTIONARY: of others a page may hold more than it says.
_ENCODINGS = {0, 2, 3, 8}
# In the footer: its columns, rows and groups; in a group its chunks and rows; in a chunk what is
# said of it, and there its size and where its pages and its dictionary begin.
_COLUMNS, _ROWS, _GROUPS = 2, 3, 4
_CHUNKS, _ROWS_OF_GROUP = 1, 3
_ABOUT, _SIZE, _PAGES, _DICTIONARY_PAGE = 3, 7, 9, 11
# In the header of a page: its sizes, and the number of its encoding in what is said of its values.
_UNPACKED, _PACKED = 2, 3
_DATA, _DICTIONARY, _DATA_2 = 5, 7, 8
_ENCODING = {_DATA: 2, _DICTIONARY: 2, _DATA_2: 4}


class Told(NamedTuple):
    """What a file says of itself: how many rows and columns, and bytes when it is unpacked."""

    rows: int
    columns: int
    size: int


def told_size(content: bytes) -> Told:
    """Find out what a Parquet file says that its pages hold; pyarrow holds them to that.

    Raises
    ------
    ValueError
        Where its parts contradict each other, or it is packed in a way that is not read.
    """
    length = int.from_bytes(content[-8:-4], "little")
    if length > _MOST_FOOTER:
        raise ValueError(f"{length} bytes in its footer")
    whole = memoryview(content)
    try:
        footer = ThriftReader(whole, len(content) - 8 - length).struct()
        rows, size, pages = 0, 0, 0
        for group in footer[_GROUPS]:
            of_group = _from_zero(group[_ROWS_OF_GROUP])
            rows += of_group
            # Of no rows nothing is read.
            for chunk in group[_CHUNKS] if of_group else ():
                found = [*_pages(whole, chunk[_ABOUT], of_group, _MOST_PAGES - pages)]
                pages, size = pages + len(found), size + sum(found)
        if rows != footer[_ROWS]:
            raise ValueError(f"{footer[_ROWS]} rows, and {rows} in groups")
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"no such part: {error}") from None
    return Told(rows, len(footer[_COLUMNS]) - 1, size)


def _pages(content: memoryview, about: Struct, rows: int, most: int) -> Iterator[int]:
    """Go from page to page of a column, and give what each unpacks to."""
    start, values = _from_zero(about[_PAGES]), 0
    if about.get(_DICTIONARY_PAGE):
        start = min(start, _from_zero(about[_DICTIONARY_PAGE]))
    reader, end = ThriftReader(content, start), start + _from_zero(about[_SIZE])
    while reader.at < end and most:
        at, header = reader.at, reader.struct()
        (kind,) = _ENCODING.keys() & header.keys()
        about_values, unpacked = header[kind], _from_zero(header[_UNPACKED])
        number, encoding = _from_zero(about_values[1]), about_values[_ENCODING[kind]]
        # Each text of a dictionary takes a byte at least.
        if encoding not in _ENCODINGS or (kind == _DICTIONARY and number > unpacked):
            raise ValueError(f"page at byte {at}, of encoding {encoding}")
        reader.at += _from_zero(header[_PACKED])
        values, most = values + (0 if kind == _DICTIONARY else number), most - 1
        yield unpacked
    if reader.at != end or values != rows:
        raise ValueError(f"{values} values in {rows} rows")


def _from_zero(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number}")
    return number
