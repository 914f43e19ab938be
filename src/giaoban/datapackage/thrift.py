"""Read Thrift's compact protocol, in which Parquet says where its pages are and what they hold."""

from typing import Any

# The kinds of values.
_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _STRUCT = 1, 2, 3, 7, 8, 9, 12
# Whole numbers, and the bits that each has: of more, readers differ in what they make of them.
_BITS = {4: 16, 5: 32, 6: 64}
# In Parquet no structure stands deeper within others.
_MOST_DEEP = 10

Struct = dict[int, Any]


class ThriftReader:
    """Reads structures one after the other; a text is passed over.

    What is no such structure, or has a field twice, of which readers differ in what they take, is
    a ValueError.
    """

    def __init__(self, content: memoryview, at: int) -> None:
        self._content = content
        self.at = at

    def struct(self, depth: int = 0) -> Struct:
        """Read a structure, its fields by their numbers."""
        fields: Struct = {}
        number = 0
        if depth > _MOST_DEEP:
            raise ValueError(f"structures within structures at byte {self.at}")
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._whole(16)
            if number in fields or number >= 1 << 15:
                raise ValueError(f"field {number} at byte {self.at}")
            kind = head & 15
            fields[number] = kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        if kind in _BITS:
            return self._whole(_BITS[kind])
        if kind == _STRUCT:
            return self.struct(depth + 1)
        if kind == _LIST:
            return self._list(depth)
        if kind == _BINARY:
            length = self._varint(32)
            self.at += length
        elif kind in (_TRUE, _FALSE, _BYTE):
            self.at += 1
        elif kind == _DOUBLE:
            self.at += 8
        else:
            raise ValueError(f"value of kind {kind} at byte {self.at}")
        return None

    def _list(self, depth: int) -> list[Any]:
        head = self._byte()
        length = head >> 4 if head >> 4 < 15 else self._varint(32)
        # Each takes a byte at least.
        if length > len(self._content) - self.at:
            raise ValueError(f"list of {length} at byte {self.at}")
        return [self._value(head & 15, depth) for _ in range(length)]

    def _whole(self, bits: int) -> int:
        number = self._varint(bits)
        return number >> 1 ^ -(number & 1)

    def _varint(self, bits: int) -> int:
        number = 0
        for shift in range(0, bits, 7):
            byte = self._byte()
            number |= (byte & 127) << shift
            if byte < 128 and number < 1 << bits:
                return number
        raise ValueError(f"number at byte {self.at}")

    def _byte(self) -> int:
        if not 0 <= self.at < len(self._content):
            raise ValueError(f"end at byte {self.at}")
        self.at += 1
        return self._content[self.at - 1]
