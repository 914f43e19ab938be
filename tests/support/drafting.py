"""Press items of a few words, and what is proposed of them."""

import re
from functools import cache
from pathlib import Path

import pandas as pd
from click.testing import CliRunner, Result
from hypothesis import strategies as st
from places import RAW, ROOT

from giaoban.cli import main
from giaoban.extract import Programme, draft_rows
from giaoban.extract.vietnamese import KINDS, Context, Sentence, find_mentions, split_sentences
from giaoban.programme.find import find_programme
from giaoban.programme.read import read_package

PRESS = ROOT / "tests/press"
ITEMS = sorted(path for path in PRESS.iterdir() if path.suffix in (".txt", ".html"))
ITEM = PRESS / "04-CTr-HU.txt"
PIECES = re.findall(
    r"\S+",
    "0 7 12 45 48 93,75 1.234 2022 2021 14/3 2/9 20255 97,8 ２０ ² ½ ① ٣ . , ; : / - – ( ) [ ] % + "
    "năm tháng quý ngày đạt trên từ đến trong đó giai đoạn khóa XV số Nghị quyết NQ/TW CTr/HU x "
    "đồng chí tỷ đồng điểm phần trăm m2 h Covid G % | nhiệm kỳ Điều lần thứ hai trăm mỗi",
)
PIECES += ["\n", "\t", "\u00a0"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
)


@cache
def known(name: str) -> Programme:
    """Give a bundled programme, to be looked up."""
    return Programme(read_package(find_programme(name, RAW)))


def drafted(folder: Path, text: str, programme: str = "") -> pd.DataFrame:
    """Draft all rows of an item that says so."""
    (folder / "a.txt").write_text(text, "utf-8")
    return draft_rows(folder / "a.txt", known(programme) if programme else None, "en")


def propose(folder: Path, text: str) -> pd.DataFrame:
    """Draft the rows that belong into a table."""
    table = drafted(folder, text)
    return table[table["kind"].isin(KINDS)]


def call(*words: object) -> Result:
    """Call the command."""
    return CliRunner().invoke(main, ["extract", *map(str, words)])


def sorts(text: str) -> list[tuple[str, str]]:
    """Give what holds a number in a text, each with its sort."""
    return [(m.sort, text[m.start : m.end]) for m in find_mentions(text)]


def sentences(text: str) -> list[Sentence]:
    """Give the sentences of a passage."""
    return list(split_sentences(text, find_mentions(text)))


def contexts(text: str) -> list[Context]:
    """Give each number of a passage that may be a figure, with what stands around it."""
    return [context for sentence in sentences(text) for context in sentence.contexts()]


def last(text: str) -> Context:
    """Give the last number of a passage with what stands around it."""
    return contexts(text)[-1]
