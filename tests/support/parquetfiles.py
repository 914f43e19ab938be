"""Parquet files put together by hand, so that they may say anything of themselves."""

from collections.abc import Iterable

# A field of Thrift's compact protocol: its number, and its value.
Field = tuple[int, object]
STRING, UTF8 = 6, 0
PLAIN, DELTA_BYTE_ARRAY, RLE_DICTIONARY = 0, 7, 8
NO_CODEC, ZSTD = 0, 6


class Struct(list[Field]):
    """Fields in the order in which they are written."""


class Wide(int):
    """A whole number of 64 bits."""


def packed(struct: Struct) -> bytes:
    """Write a structure."""
    written, last = b"", 0
    for number, value in struct:
        kind, content = _value(value)
        step = number - last
        head = bytes([step << 4 | kind]) if 0 < step < 16 else bytes([kind]) + _zigzag(number)
        written, last = written + head + content, number
    return written + b"\0"


def _value(value: object) -> tuple[int, bytes]:
    if isinstance(value, bool):
        return 1 if value else 2, b""
    if isinstance(value, int):
        return 6 if isinstance(value, Wide) else 5, _zigzag(value)
    if isinstance(value, bytes):
        return 8, _varint(len(value)) + value
    if isinstance(value, Struct):
        return 12, packed(value)
    assert isinstance(value, list)
    kinds, contents = zip(*map(_value, value), strict=True) if value else ((12,), ())
    head = bytes([0xF0 | kinds[0]]) + _varint(len(value))
    return 9, head + b"".join(contents)


def _zigzag(number: int) -> bytes:
    return _varint(number << 1 ^ number >> 63)


def _varint(number: int) -> bytes:
    written = b""
    while number > 127:
        written, number = written + bytes([number & 127 | 128]), number >> 7
    return written + bytes([number])


def data_page(
    content: bytes, values: int, unpacked: int | None = None, encoding: int = PLAIN
) -> bytes:
    """Write a page of values, whatever it says of itself."""
    told = Struct([(1, values), (2, encoding), (3, 3), (4, 3)])
    size = len(content) if unpacked is None else unpacked
    return packed(Struct([(1, 0), (2, size), (3, len(content)), (5, told)])) + content


def dictionary_page(content: bytes, values: int, unpacked: int | None = None) -> bytes:
    """Write a page of the texts that differ."""
    size = len(content) if unpacked is None else unpacked
    told = Struct([(1, values), (2, PLAIN)])
    return packed(Struct([(1, 2), (2, size), (3, len(content)), (7, told)])) + content


def plain(texts: Iterable[bytes]) -> bytes:
    """Write texts one after the other, each behind its length."""
    return b"".join(len(text).to_bytes(4, "little") + text for text in texts)


def first_of(rows: int) -> bytes:
    """Write that the first text of a dictionary stands in so many rows, as one run."""
    return b"\x01" + _varint(rows << 1) + b"\0"


def parquet(
    pages: bytes, rows: int, *, codec: int = NO_CODEC, groups: int = 1, name: bytes = b"indicator"
) -> bytes:
    """Write a file of one column of texts, none of them missing, each group being the same pages.

    Its dictionary, where it has one, comes first.
    """
    root = Struct([(4, b"schema"), (5, 1)])
    column = Struct([(1, STRING), (3, 0), (4, name), (6, UTF8)])
    about = Struct(
        [
            (1, STRING),
            (2, [PLAIN, RLE_DICTIONARY]),
            (3, [name]),
            (4, codec),
            (5, Wide(rows)),
            (6, Wide(len(pages))),
            (7, Wide(len(pages))),
            (9, Wide(4)),
        ]
    )
    chunk = Struct([(2, Wide(4)), (3, about)])
    group = Struct([(1, [chunk]), (2, Wide(len(pages))), (3, Wide(rows))])
    told = [(1, 1), (2, [root, column]), (3, Wide(rows * groups)), (4, [group] * groups)]
    footer = packed(Struct(told))
    return b"PAR1" + pages + footer + len(footer).to_bytes(4, "little") + b"PAR1"
