"""Feed a reader with what comes to ever more of its lines; it answers, or refuses in its own words.

``make fuzz READER=numbers RUNS=1000000``: atheris changes what was read before, byte by byte, and
keeps what comes to a line that nothing came to yet. What is found is left as ``crash-…`` here.
"""

import io
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["giaoban"]):
    import pandas as pd

    from giaoban.errors import GiaobanError
    from giaoban.language import language, parse_period
    from giaoban.language.numbers import ends_printed, readings
    from giaoban.language.periods import iso_day
    from giaoban.programme import convert_programme
    from giaoban.tables import causes
    from giaoban.tables.types import parse_numbers
    from giaoban.workbook import read_workbook

RAW = Path(__file__).parents[2] / "data/raw"
# What numbers and days are written with, and what looks like it: each byte is one of them.
SIGNS = [
    *"0123456789.,+-−/%:T ",
    *"\u00a0\u202f\n\u200e٣５²½eEx",
    "từ ",
    " đến ",
    "from ",
    " to ",
    "2024",
]
NUMBERS = ["93,75%", "1.234,5", "1 234", "−97.8", "1.234", "từ 61 đến 62%", "61-62", "+5", "1e3"]
PERIODS = ["2021", "2021/2025", "2023-01/2023-06", "2024-02-29", "14/3/2023", "2023-03-14T00:00"]


def written(content: bytes) -> str:
    """Give the text that bytes stand for."""
    return "".join(SIGNS[byte % len(SIGNS)] for byte in content)


def standing_for(text: str) -> bytes:
    """Give bytes that stand for a text; see `written`."""
    return bytes(SIGNS.index(sign) for sign in text if sign in SIGNS)


def numbers(content: bytes) -> None:
    """A number is read as itself when it is printed again, and is a number or has a problem."""
    text = written(content)
    for value, decimals in readings(text).items():
        assert readings(f"{value:f}")[value] == decimals
    ends = ends_printed(text)
    assert not ends or all(map(readings, ends))
    values, problems = parse_numbers(pd.Series([text], dtype=object))
    assert values.notna()[0] != bool(problems[0])


def periods(content: bytes) -> None:
    """A period is read as itself when it is written again; so is a day."""
    text = written(content)
    day = iso_day(text)
    assert not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day) or iso_day(day) == day
    with suppress(ValueError):
        period = parse_period.__wrapped__(text)
        assert parse_period.__wrapped__(str(period)) == period


class Workbook:
    """A workbook of which one part is as it comes, its number ahead of it in one byte."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "p.xlsx"
        convert_programme(RAW / "04-CTr-HU", self.path, language("vi"))
        with zipfile.ZipFile(self.path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def seeds(self) -> Iterator[bytes]:
        """Give each part as it is."""
        for number, content in enumerate(self.parts.values()):
            yield bytes([number]) + content

    def __call__(self, content: bytes) -> None:
        names = [*self.parts]
        changed = {names[content[0] % len(names)]: content[1:]} if content else {}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, held in (self.parts | changed).items():
                archive.writestr(name, held)
        self.path.write_bytes(out.getvalue())
        with suppress(GiaobanError):
            package = read_workbook(self.path)
            faults = [fault for table in package.tables.values() for fault in table.faults]
            for cause in causes([*package.faults, *faults]):
                assert "\n" not in cause.told("vi"), cause


def main(reader: str, runs: int) -> None:
    """Try a reader so many times."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tried: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
            "numbers": (numbers, [standing_for(text) for text in NUMBERS]),
            "periods": (periods, [standing_for(text) for text in PERIODS]),
        }
        if reader == "workbook":
            workbook = Workbook(folder)
            tried["workbook"] = workbook, [*workbook.seeds()]
        attempt, seeds = tried[reader]
        corpus = folder / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds):
            (corpus / str(number)).write_bytes(seed)
        longest = max(64, *map(len, seeds))
        options = [f"-runs={runs}", "-seed=1", f"-max_len={longest}", "-keep_seed=1"]
        atheris.Setup([sys.argv[0], *options, str(corpus)], attempt)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
