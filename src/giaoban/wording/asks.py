"""What to ask for, a line for each thing and each office."""

from collections.abc import Hashable, Iterator
from textwrap import shorten

import pandas as pd

from giaoban.wording import codes
from giaoban.wording.figures import Wording

# Of an action so much is told, in letters.
ACTION_TOLD = 70


def ask_lines(words: Wording, asks: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Say from whom, and what: all that one office is to give of one kind in a line.

    Parameters
    ----------
    words : Wording
        The report's.
    asks : DataFrame
        From `giaoban.analysis.find_asks`.

    Yields
    ------
    tuple of str
        The name of the office, and what it is asked for. Units that are silent alike stand
        together.
    """
    alike: dict[tuple[Hashable, ...], list[pd.Series]] = {}
    for _, row in asks.iterrows():
        key: tuple[Hashable, ...] = (row["ask"], row["whom"])
        if row["ask"] == "unit_silent":
            key = (row["ask"], row["indicator"], row["period"])
        alike.setdefault(key, []).append(row)
    for rows in alike.values():
        names = [*dict.fromkeys(_about(words, row) for row in rows)]
        offices = [*dict.fromkeys(words.title_of("unit", row["whom"]) for row in rows)]
        sentence = codes.ASK[rows[0]["ask"]].name
        yield words.some(offices), words.language.say(sentence, names=words.some(names))


def _about(words: Wording, row: pd.Series) -> str:
    """Name the indicator and its period, or say what was decided."""
    if isinstance(row["record"], str):
        records = words.review.tables["records"]
        record = records[records["record"] == row["record"]].iloc[-1]
        text = words.local(record, "text").rstrip(".")
        told = shorten(text, ACTION_TOLD, placeholder="…")
        return f"{told} ({words.language.date(row['due'])})" if pd.notna(row["due"]) else told
    name = words.title_of("indicator", row["indicator"])
    return f"{name} ({words.language.period(row['period'])})"
