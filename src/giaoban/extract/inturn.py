"""Periods and numbers that are given in turn: “năm 2022, 2023 lần lượt là 3% và 2%”."""

import re
from collections.abc import Sequence

from giaoban.extract.mentions import Mention, Time
from giaoban.periods import Period

_IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)", re.IGNORECASE)


def in_turn(
    text: str, sentence: tuple[int, int], times: Sequence[Time], numbers: Sequence[Mention]
) -> dict[int, Period | None]:
    """Give the period of each number that is given in turn, by where the number starts.

    Parameters
    ----------
    text : str
        Of the passage.
    sentence : tuple of (int, int)
        Where the sentence starts and ends.
    times : sequence of Time
        The usable time words of the sentence.
    numbers : sequence of Mention
        The quantities of the sentence.

    Returns
    -------
    dict of int to Period or None
        None for each where there are several periods and not so many numbers. Empty where
        nothing is given in turn, or not by time.
    """
    said = _IN_TURN.search(text, *sentence)
    if not said:
        return {}
    before = _each([time for time in times if time.end <= said.start()])
    after = _each([time for time in times if time.start >= said.end()])
    following = [number for number in numbers if number.start >= said.end()]
    leading = [number for number in numbers if number.end <= said.start()]
    periods, turned = (before, following) if len(before) > 1 else (after, leading)
    if len(periods) < 2:
        return {}
    told = periods if len(periods) == len(turned) else [None] * len(turned)
    return {number.start: period for number, period in zip(turned, told, strict=True)}


def _each(times: Sequence[Time]) -> list[Period]:
    return [time.period for time in times if time.period and not time.frame]
