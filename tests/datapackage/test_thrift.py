import pytest
from parquetfiles import Struct, Wide, packed

from giaoban.datapackage.thrift import ThriftReader


def read(content: bytes) -> dict[int, object]:
    return ThriftReader(memoryview(content), 0).struct()


def test_a_structure_is_read_by_the_numbers_of_its_fields() -> None:
    inner = Struct([(1, True), (20, -3)])
    fields = [(1, 300), (2, Wide(2**40)), (3, b"abc"), (4, inner), (5, [inner, inner]), (9, False)]
    assert read(packed(Struct(fields))) == {
        **{1: 300, 2: 2**40, 3: None, 4: {1: True, 20: -3}},
        **{5: [{1: True, 20: -3}] * 2, 9: False},
    }


def test_one_structure_is_read_behind_the_other() -> None:
    content = packed(Struct([(1, 7)]))
    reader = ThriftReader(memoryview(content * 2 + b"x"), 0)
    assert [reader.struct(), reader.struct()] == [{1: 7}, {1: 7}]
    assert reader.at == 2 * len(content)


DEEP = Struct([(1, 1)])
for _ in range(20):
    DEEP = Struct([(1, DEEP)])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        packed(Struct([(1, 7)]))[:-1],
        packed(Struct([(1, 1), (1, 2)])),
        packed(DEEP),
        b"\x15\xff\xff\xff\xff\x7f\0",
        b"\x19\xfc\xff\xff\xff\xff\x0f",
        b"\x18\xff\xff\xff\xff\x0f\0",
        b"\x1e\0",
    ],
    ids=[
        *("nothing", "no end", "a field twice", "too deep"),
        *("a number of too many bits", "a list beyond the end", "a text beyond it", "no kind"),
    ],
)
def test_what_readers_may_differ_in_or_cannot_be_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="byte"):
        read(content)
