"""Which indicator of a programme a phrase speaks of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

import pandas as pd

from giaoban.extract.opposed import opposed
from giaoban.extract.phrases import words

BAR = 0.65
# Two indicators are told apart by at least so much.
CLEAR = 0.04
# What was said earlier in the sentence speaks of the number too, but less.
EARLIER = 0.6
_OF_WHICH = " ".join(words("trong đó"))


@dataclass(frozen=True)
class Match:
    """The indicators that come nearest to a phrase.

    ``indicator`` is empty where none comes near enough, or several come equally near; these
    are ``nearest`` then.
    """

    indicator: str
    nearest: tuple[str, ...] = ()


class Titles:
    """The titles of a programme's indicators, by their words.

    Parameters
    ----------
    indicators : DataFrame
        With ``indicator``, ``title_vi`` and ``unit_measure``.
    defined : iterable of (str, str)
        Indicators with the title of a definition that their figures have: an item may call
        the indicator by both.
    """

    def __init__(self, indicators: pd.DataFrame, defined: Iterable[tuple[str, str]] = ()) -> None:
        rows = indicators[["indicator", "title_vi", "unit_measure"]].itertuples(index=False)
        self.titles = {str(row[0]): frozenset(words(str(row[1]))) for row in rows}
        self.said = dict(zip(indicators["indicator"], indicators["title_vi"], strict=True))
        self.measures = dict(zip(indicators["indicator"], indicators["unit_measure"], strict=True))
        self.called = {name: [title] for name, title in self.titles.items()}
        for name, definition in defined:
            self.called[name].append(self.titles[name] | frozenset(words(definition)))
        spread = Counter(word for title in self.titles.values() for word in title)
        self.weights = {word: log(1 + len(self.titles) / n) for word, n in spread.items()}

    def match(self, phrase: str, earlier: str, measure: str, whole: str = "") -> Match:
        """Rank the indicators of a measure by the words that they share with a phrase.

        Parameters
        ----------
        phrase : str
            The words that the number speaks of.
        earlier : str
            What the sentence said before.
        measure : str
            ``percent`` or ``count``; any indicator where it is empty.
        whole : str
            The words of that of which it is a part: a part of the organisations is no share of
            the members.
        """
        here, before = frozenset(words(phrase)), frozenset(words(earlier))
        scores = {
            indicator: max(self._score(title, here, before) for title in called)
            for indicator, called in self.called.items()
            if (not measure or self.measures[indicator] == measure)
            and not opposed(str(self.said[indicator]), phrase, earlier)
            and (not whole or self._begins(indicator, f"{whole} , {phrase}"))
        }
        if not scores:
            return Match("")
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        near = [name for name, score in ranked if score >= max(BAR, ranked[0][1] - CLEAR)]
        return Match(near[0] if len(near) == 1 else "", tuple(near))

    def _begins(self, indicator: str, text: str) -> bool:
        """Say whether a text has what a title begins with: “Đảng viên”, “Tổ chức”."""
        first = " ".join(words(str(self.said[indicator]))[:2])
        return first == _OF_WHICH or f" {first} " in f" {' '.join(words(text))} "

    def _score(self, title: frozenset[str], here: frozenset[str], before: frozenset[str]) -> float:
        shared = self._weight(title & here) + EARLIER * self._weight((title & before) - here)
        return shared / (self._weight(title) + self._weight(here - title))

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self.weights.get(word, 0.0) for word in sorted(found))
