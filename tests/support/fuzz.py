"""Damage packages at random, and say which gave a traceback or a number from nowhere.

``python -m fuzz NUMBER [FIRST]``: each package is made by its number alone.
"""

import sys
import tempfile
import traceback
import warnings
from collections import Counter
from functools import lru_cache
from multiprocessing import Pool, cpu_count
from pathlib import Path
from random import Random

import pandas as pd
from damage import damaged, damaged_workbook, outcome, sound

from giaoban.language import language
from giaoban.programme import convert_programme

# So many folders are damaged copies of one, and so many workbooks, which take longer to write.
FOLDERS, WORKBOOKS = 20, 200


def one(seed: int) -> tuple[int, str]:
    """Damage the package of a number: every third a workbook, the others a folder."""
    rng = Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        # A chart of what is no number is drawn all the same, with a warning and nothing in it.
        warnings.simplefilter("error", RuntimeWarning)
        folder = Path(name)
        try:
            if seed % 3:
                whole = Random(seed // FOLDERS)  # noqa: S311
                return seed, outcome(damaged(rng, whole, folder / "p"))
            return seed, outcome(damaged_workbook(rng, _book(seed // WORKBOOKS), folder))
        except Exception:
            return seed, traceback.format_exc()


@lru_cache(2)
def _book(seed: int) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "p"
        folder.mkdir()
        sound(Random(seed), folder)  # noqa: S311
        book = Path(name) / "book" / "b.xlsx"
        book.parent.mkdir()
        convert_programme(folder, book, language("vi"))
        return book.read_bytes()


def main(number: int, first: int = 0) -> int:
    """Damage so many packages; give how many went wrong."""
    # As in a kernel.
    pd.set_option("mode.string_storage", "python")
    counts: Counter[str] = Counter()
    with Pool(cpu_count()) as pool:
        for done, (seed, said) in enumerate(
            pool.imap_unordered(one, range(first, first + number), 20), 1
        ):
            wrong = "\n" in said
            counts["wrong" if wrong else said] += 1
            if wrong:
                print(f"{seed}: {said}", flush=True)
            if done in (number, *range(0, number, 500)):
                told = ", ".join(f"{many} {kind}" for kind, many in sorted(counts.items()))
                print(f"{done} packages: {told}", flush=True)
    return counts["wrong"]


if __name__ == "__main__":
    sys.exit(min(main(*map(int, sys.argv[1:])), 1))
