import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from parquetfiles import data_page, dictionary_page, first_of, parquet, plain

from giaoban.datapackage.parquetpages import told_size

TEXTS = plain([b"a", b"bc"])


def test_the_sizes_of_all_pages_are_added_up() -> None:
    pages = data_page(TEXTS, 2) + data_page(TEXTS, 2)
    assert told_size(parquet(pages, 4, groups=3)) == (12, 1, 6 * len(TEXTS))
    run = first_of(5)
    pages = dictionary_page(TEXTS, 2) + data_page(run, 5, encoding=8)
    assert told_size(parquet(pages, 5)) == (5, 1, len(TEXTS) + len(run))


def test_what_a_page_says_counts_and_not_how_long_it_is() -> None:
    assert told_size(parquet(data_page(TEXTS, 2, 10**9), 2, groups=2)).size == 2 * 10**9


def test_they_are_those_that_pyarrow_writes() -> None:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table({"a": ["x" * 100] * 1000, "b": range(1000)}), sink)
    content = sink.getvalue().to_pybytes()
    told, about = told_size(content), pq.ParquetFile(pa.BufferReader(content)).metadata
    assert (told.rows, told.columns) == (1000, 2)
    # With the headers of the pages.
    assert 0 < about.row_group(0).total_byte_size - told.size < 500


def test_a_page_in_which_texts_count_on_is_refused() -> None:
    with pytest.raises(ValueError, match="page at byte 4, of encoding 7"):
        told_size(parquet(data_page(TEXTS, 2, encoding=7), 2))
