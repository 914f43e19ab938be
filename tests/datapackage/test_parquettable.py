from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from parquetfiles import ZSTD, data_page, dictionary_page, first_of, parquet, plain
from places import RAW

from giaoban.datapackage.csvtable import read_text
from giaoban.datapackage.parquettable import read_parquet
from giaoban.tables import TextTable


def written(tmp_path: Path, **cells: Any) -> Path:
    pq.write_table(pa.table(cells), tmp_path / "meetings.parquet")
    return tmp_path / "meetings.parquet"


def told(path: Path) -> list[str]:
    return [str(fault) for fault in read_parquet(path, "meetings").faults]


def cells(tmp_path: Path, values: Any) -> list[object]:
    """Give the texts that cells of a column are read as."""
    days = pa.array(["2023-03-14"] * len(values))
    path = written(tmp_path, meeting_date=days, title_vi=days, title_en=values)
    return read_parquet(path, "meetings").frame["title_en"].tolist()


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo", "wa-ombudsman"])
@pytest.mark.parametrize("packing", ["snappy", "zstd", "gzip", "brotli", "lz4", "none"])
def test_what_pandas_writes_of_a_csv_file_is_read_as_that_file(
    tmp_path: Path, name: str, packing: Any
) -> None:
    for file in RAW.joinpath(name).glob("*.csv"):
        own = read_text(file, file.stem)
        path = tmp_path / f"{file.stem}.parquet"
        pd.read_csv(file, dtype="str").to_parquet(path, index=False, compression=packing)
        text = read_parquet(path, file.stem)
        pd.testing.assert_frame_equal(text.frame, own.frame, check_index_type=False)
        assert (text.header, text.faults, text.file) == (own.header, [], path.name)


@pytest.mark.parametrize("version", ["1.0", "2.4", "2.6"])
@pytest.mark.parametrize("pages", ["1.0", "2.0"])
@pytest.mark.parametrize("apart", [True, False])
def test_every_way_to_write_texts_is_read(
    tmp_path: Path, version: Any, pages: Any, apart: bool
) -> None:
    path, days = tmp_path / "meetings.parquet", ["2023-03-14", "2024-03-14", None] * 50
    options: dict[str, Any] = {"version": version, "data_page_version": pages}
    options |= {"use_dictionary": apart, "row_group_size": 7}
    pq.write_table(pa.table({"meeting_date": days, "title_vi": days}), path, **options)
    assert read_parquet(path, "meetings").frame["title_vi"].dropna().tolist() == days[:2] * 50


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (pa.array([2021, -5, None]), ["2021", "-5", np.nan]),
        (pa.array([93.75, 5.0, float("nan")]), ["93.75", "5", np.nan]),
        (pa.array([97.8, 0.1], pa.float32()), ["97.8", "0.1"]),
        (pa.array([0.285, 1e15, 1e-7]), ["0.285", "1000000000000000", "0.0000001"]),
        (pa.array([1.5e300, -1e-300, 0.0]), ["1.5e+300", "-1e-300", "0"]),
        (pa.array([Decimal("16.00"), Decimal("1.23"), None]), ["16.00", "1.23", np.nan]),
        (pa.array([Decimal("0E-10")]), ["0.0000000000"]),
        (pa.array([True, False, None]), ["true", "false", np.nan]),
        (pa.array([date(2023, 3, 14)]), ["2023-03-14"]),
        (pa.array(["a", None, " b "]).dictionary_encode(), ["a", np.nan, "b"]),
        (pa.array(["a", "b"], pa.large_string()), ["a", "b"]),
        (pa.array(["a", "b"], pa.string_view()), ["a", "b"]),
        (pa.nulls(2), [np.nan, np.nan]),
    ],
    ids=str,
)
def test_a_value_becomes_the_text_that_a_csv_file_would_hold(
    tmp_path: Path, values: Any, texts: list[object]
) -> None:
    pd.testing.assert_series_equal(
        pd.Series(cells(tmp_path, values)), pd.Series(texts), check_dtype=False
    )


@pytest.mark.parametrize(
    ("column", "text"), [("value", "1.2340"), ("as_published", "1.234"), ("note_en", "1.234")]
)
@pytest.mark.parametrize("values", [pa.array([1.234]), pa.array([Decimal("1.234")])])
def test_a_number_of_three_decimals_is_none_of_thousands_and_a_print_stays(
    tmp_path: Path, column: str, text: str, values: Any
) -> None:
    path = tmp_path / "figures.parquet"
    pq.write_table(pa.table({"indicator": ["x"], column: values}), path)
    assert read_parquet(path, "figures").frame[column].tolist() == [text]


def test_a_text_of_three_decimals_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "figures.parquet"
    pq.write_table(pa.table({"indicator": ["x"], "value": ["1.234"]}), path)
    assert read_parquet(path, "figures").frame["value"].tolist() == ["1.234"]


def test_the_index_of_pandas_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "meetings.parquet"
    frame = pd.DataFrame({"meeting_date": ["2023-03-14"] * 2, "title_vi": ["a", "b"]}, [4, 7])
    frame.to_parquet(path)
    assert "__index_level_0__" in pq.read_schema(path).names
    assert read_parquet(path, "meetings").header == ["meeting_date", "title_vi"]


def test_a_day_at_midnight_is_the_day_and_another_time_stays(tmp_path: Path) -> None:
    days = [datetime(2023, 3, 14), datetime(2024, 3, 14, 7)]
    for unit in ("us", "ns"):
        path = written(
            tmp_path, meeting_date=pa.array(days, pa.timestamp(unit)), title_vi=["a"] * 2
        )
        first, second = read_parquet(path, "meetings").frame["meeting_date"]
        assert first == "2023-03-14"
        assert second.startswith("2024-03-14 07:00:00")


def test_rows_count_as_in_a_csv_file(tmp_path: Path) -> None:
    path = written(
        tmp_path, meeting_date=["2023-03-14", None, "2024-03-14"], title_vi=["a", "", "b"]
    )
    assert read_parquet(path, "meetings").frame.index.tolist() == [2, 4]
    path = written(tmp_path, meeting_date=["2023-03-14"], titel_vi=["a"])
    assert told(path)[-1] == ("meetings.parquet:1:titel_vi: unknown column, did you mean title_vi?")


@pytest.mark.parametrize("kind", ["string", "null", "timestamp[ns]", "double", "bool", "int64"])
def test_a_table_without_rows_is_read(tmp_path: Path, kind: str) -> None:
    none = pa.array([], kind)
    text = read_parquet(written(tmp_path, meeting_date=none, title_vi=none), "meetings")
    assert (text.header, len(text.frame), text.faults) == (["meeting_date", "title_vi"], 0, [])


@pytest.mark.parametrize(
    "values",
    [
        pa.array([[1], [2]]),
        pa.array([{"a": 1}, None]),
        pa.array([b"a", b"b"]),
        pa.array([1, 2], pa.duration("s")),
        pa.array([1, 2], pa.time32("s")),
    ],
    ids=lambda values: str(values.type),
)
def test_a_column_of_what_is_no_plain_value_is_one_fault(tmp_path: Path, values: Any) -> None:
    (fault,) = told(written(tmp_path, meeting_date=["2023-03-14"] * 2, title_vi=values))
    assert fault.startswith("meetings.parquet:-:-: a column that holds no plain values (title_vi: ")
    assert fault.endswith("expected texts, numbers, days, or true and false")


def test_a_column_that_stands_twice_is_one_fault(tmp_path: Path) -> None:
    path, days = tmp_path / "meetings.parquet", pa.array(["2023-03-14"])
    pq.write_table(pa.Table.from_arrays([days, days], ["meeting_date"] * 2), path)
    assert told(path) == ["meetings.parquet:-:-: a column stands twice, expected once"]


def handmade(tmp_path: Path, content: bytes) -> TextTable:
    path = tmp_path / "sources.parquet"
    path.write_bytes(content)
    return read_parquet(path, "sources")


def test_a_file_put_together_by_hand_is_read(tmp_path: Path) -> None:
    content = parquet(data_page(plain([b"a", b"b"]), 2), 2, name=b"source")
    assert handmade(tmp_path, content).frame["source"].tolist() == ["a", "b"]
    pages = dictionary_page(plain([b"a"]), 1) + data_page(first_of(3), 3, encoding=8)
    content = parquet(pages, 3, groups=2, name=b"source")
    assert handmade(tmp_path, content).frame["source"].tolist() == ["a"] * 6


ONE = dictionary_page(plain([b"a"]), 1)
LONG = pa.compress(plain([b"x" * 10**6]), "zstd", asbytes=True)
MANY = pa.compress(first_of(10**7), "zstd", asbytes=True)
BOMBS = {
    "billions of cells": (
        parquet(ONE + data_page(first_of(2**30), 2**30, encoding=8), 2**30, groups=4),
        "4294967296 rows of 1 columns, 0 MB",
    ),
    "a long text in millions of rows": (
        parquet(
            dictionary_page(LONG, 1, 10**6 + 4) + data_page(MANY, 10**7, len(first_of(10**7)), 8),
            10**7,
            codec=ZSTD,
        ),
        "10000000 rows of 1 columns, 10000000 MB",
    ),
    "a page of gigabytes": (
        parquet(data_page(plain([b"a"]), 1, 2**31 - 1), 1),
        "1 rows of 1 columns, 2147 MB",
    ),
    "pages that come to gigabytes": (
        parquet(data_page(plain([b"a"]), 1, 2 * 10**8), 1, groups=6),
        "6 rows of 1 columns, 1200 MB",
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_small_file_that_unpacks_to_too_much_is_one_fault(tmp_path: Path, bomb: str) -> None:
    content, problem = BOMBS[bomb]
    assert len(content) < 1000
    (fault,) = handmade(tmp_path, content).faults
    expected = "expected at most 10000000 rows, 250000000 cells and 1000 MB: copy what is needed"
    assert str(fault) == f"sources.parquet:-:-: {problem}, {expected}"


LIES = {
    "more values than rows": parquet(data_page(plain([b"a", b"b"]), 2**31 - 1), 2),
    "fewer values than rows": parquet(data_page(plain([b"a"]), 1), 5),
    "less than nothing": parquet(data_page(plain([b"a"]), 1, -5), 1),
    "fewer rows than none": parquet(data_page(plain([b"a"]), 1), -5),
    "texts that count on": parquet(data_page(plain([b"a", b"b"]), 2, encoding=7), 2),
    "a dictionary of more texts than bytes": parquet(
        dictionary_page(plain([b"a"]), 2**31 - 1) + data_page(first_of(5), 5, encoding=8), 5
    ),
    "pages without end": parquet(data_page(b"", 0) * 60_000, 1),
    "groups without end": parquet(data_page(plain([b"a"]), 1), 1, groups=30_000),
    "no text": parquet(data_page(plain([b"\xff\xfe"]), 1), 1),
    "a name that is no text": parquet(data_page(plain([b"a"]), 1), 1, name=b"\xff\xfe"),
    "a page beyond the end": parquet(data_page(plain([b"a"]), 1), 1)[:9] + b"PAR1",
    "a footer beyond the beginning": b"PAR1\xff\xff\0\0PAR1",
    "nothing between": b"PAR1\0\0\0\0PAR1",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_file_that_contradicts_itself_is_one_fault(tmp_path: Path, lie: str) -> None:
    (fault,) = handmade(tmp_path, LIES[lie]).faults
    assert str(fault).startswith("sources.parquet:-:-: the file cannot be read as Parquet: ")
    assert str(fault).endswith(", write it anew, as to_parquet of pandas does")


@pytest.mark.parametrize("content", [b"", b"source\na\n", b"PAR1", b"\0" * 100])
def test_what_is_no_parquet_at_all_is_said_so(tmp_path: Path, content: bytes) -> None:
    (fault,) = handmade(tmp_path, content).faults
    assert str(fault).startswith("sources.parquet:-:-: the file ")


def test_a_damaged_file_is_read_or_is_one_fault(tmp_path: Path) -> None:
    pq.write_table(pa.table({"source": ["a", "b"], "title": ["A", "B"]}), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    for n in range(0, len(whole), 7):
        spoilt = handmade(tmp_path, whole[:n] + bytes([whole[n] ^ 255]) + whole[n + 1 :])
        assert spoilt.header or len(spoilt.faults) == 1
        assert len(handmade(tmp_path, whole[:n]).faults) == 1
