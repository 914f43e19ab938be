"""Which indicator of a programme a phrase speaks of."""

from collections import Counter
from collections.abc import Iterable
from math import log

import pandas as pd

from giaoban.extract.vietnamese import names_subject, opposed, words
from giaoban.tables import VIETNAMESE, locals_of

BAR = 0.65
# Two indicators are told apart by at least so much.
CLEAR = 0.04
# What was said earlier in the sentence speaks of the number too, but less.
EARLIER = 0.6


class IndicatorTitles:
    """The titles of a programme's indicators, by their words.

    Parameters
    ----------
    indicators : DataFrame
        With ``indicator``, ``title_vi`` or ``title_en`` and ``unit_measure``.
    defined : iterable of (str, str)
        Indicators with the title of a definition that their figures have: an item may call
        the indicator by both.
    """

    def __init__(self, indicators: pd.DataFrame, defined: Iterable[tuple[str, str]] = ()) -> None:
        names = indicators["indicator"].astype("str")
        titles = locals_of(indicators, "title", VIETNAMESE)
        self.titles = dict(zip(names, titles.astype("str"), strict=True))
        self.measures = dict(zip(names, indicators["unit_measure"], strict=True))
        self.called = {name: [frozenset(words(title))] for name, title in self.titles.items()}
        spread = Counter(word for titles in self.called.values() for word in titles[0])
        self.weights = {word: log(1 + len(self.titles) / n) for word, n in spread.items()}
        for name, definition in defined:
            self.called[name].append(self.called[name][0] | frozenset(words(definition)))

    def match(self, phrase: str, earlier: str, measure: str, whole: str = "") -> list[str]:
        """Find the indicators of a measure whose titles come nearest to a phrase by their words.

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

        Returns
        -------
        list of str
            Empty where none comes near enough, several where they come equally near.
        """
        here, before = frozenset(words(phrase)), frozenset(words(earlier))
        scores = {
            indicator: max(self._score(title, here, before) for title in called)
            for indicator, called in self.called.items()
            if (not measure or self.measures[indicator] == measure)
            and not opposed(self.titles[indicator], phrase, earlier)
            and (not whole or names_subject(f"{whole} , {phrase}", self.titles[indicator]))
        }
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [name for name, score in ranked if score >= max(BAR, ranked[0][1] - CLEAR)]

    def named_in(self, text: str) -> str:
        """Give the one indicator all words of whose title stand in a text; none of several."""
        there = frozenset(words(text))
        whole = [n for n, called in self.called.items() if any(t and t <= there for t in called)]
        return whole[0] if len(whole) == 1 else ""

    def _score(self, title: frozenset[str], here: frozenset[str], before: frozenset[str]) -> float:
        shared = self._weight(title & here) + EARLIER * self._weight((title & before) - here)
        return shared / (self._weight(title) + self._weight(here - title))

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self.weights.get(word, 0.0) for word in sorted(found))
