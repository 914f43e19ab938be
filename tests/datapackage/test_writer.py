from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import RAW

from giaoban.datapackage.csvtable import read_text
from giaoban.datapackage.writer import csv_text, write_package
from giaoban.language.letters import trimmed
from giaoban.programme.contents import read_contents
from giaoban.programme.read import check_package

SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from('",;\t\n\r=+-@')
TEXTS = st.text(SIGNS, min_size=1).map(trimmed).filter(bool)


@pytest.mark.parametrize("name", ["04-CTr-HU", "demo"])
def test_a_package_written_anew_says_the_same_in_the_same_bytes(tmp_path: Path, name: str) -> None:
    first = write_package(tmp_path / "1" / name, read_contents(RAW / name))
    again = write_package(tmp_path / "2" / name, read_contents(tmp_path / "1" / name))
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in again]
    package, faults = check_package(tmp_path / "1" / name)
    before, _ = check_package(RAW / name)
    assert faults == []
    assert package.programme.equals(before.programme)
    for table, frame in before.tables.items():
        pd.testing.assert_frame_equal(package.tables[table], frame)


def test_the_frictionless_program_finds_what_is_written_valid(
    frictionless: Callable[[Path], dict[str, Any]], tmp_path: Path
) -> None:
    write_package(tmp_path / "demo", read_contents(RAW / "demo"))
    said = frictionless(tmp_path / "demo")
    assert said["valid"], said


def test_a_spreadsheet_knows_the_files_by_their_byte_order_mark(tmp_path: Path) -> None:
    written = write_package(tmp_path / "demo", read_contents(RAW / "demo"))
    marked = {path.name: path.read_bytes().startswith(b"\xef\xbb\xbf") for path in written}
    assert marked.pop("datapackage.json") is False
    assert all(marked.values())


def test_tables_of_an_earlier_programme_are_taken_away(tmp_path: Path) -> None:
    write_package(tmp_path / "p", read_contents(RAW / "demo"))
    write_package(tmp_path / "p", read_contents(RAW / "04-CTr-HU"))
    assert not (tmp_path / "p/rules.csv").exists()
    assert check_package(tmp_path / "p")[1] == []


@pytest.mark.slow
@given(texts=st.lists(TEXTS, min_size=1, max_size=5))
def test_every_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "sources.csv"
    path.write_text(csv_text(pd.DataFrame({"source": texts, "title": texts})), "utf-8", newline="")
    assert read_text(path, "sources").frame["title"].tolist() == texts
