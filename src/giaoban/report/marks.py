"""A status with its shape and why it is so, and words that lead to the glossary."""

from dataclasses import dataclass, field

import pandas as pd
from markupsafe import Markup

from giaoban.charts import shape
from giaoban.wording import TERMS, Codes, Wording, codes


@dataclass(frozen=True)
class Terms:
    """Explain words where they stand; ``explained`` holds those that the glossary owes."""

    wording: Wording
    explained: set[str] = field(default_factory=set)

    def term(self, key: str, text: str) -> Markup:
        """Explain a word on hover; where it comes first, lead to the glossary too."""
        hover = self.wording.language.say(TERMS[key].meaning)
        if key in self.explained:
            return Markup('<span class="term" title="{}">{}</span>').format(hover, text)
        self.explained.add(key)
        return Markup('<a class="term" href="#term-{}" title="{}">{}</a>').format(key, hover, text)

    def definition(self, definition: object) -> str:
        """Name what was counted; it leads to the glossary, and says there what it takes in."""
        title = self.wording.title_of("definition", definition)
        if definition not in self.wording.definitions.index:
            return title
        hover = self.wording.takes_in(definition)
        return Markup('<a class="term" href="#definition-{}" title="{}">{}</a>').format(
            definition, hover, title
        )


@dataclass(frozen=True)
class Marks:
    """Mark statuses; their words lead to the glossary."""

    terms: Terms

    def mark(self, codes: Codes, code: str, text: str = "") -> Markup:
        """Name a status, with its shape; the name is explained where the glossary has it."""
        word = text or self.terms.wording.named(codes, code)
        if code in TERMS:
            word = self.terms.term(code, word)
        return Markup('<span class="status {}">{}<span>{}</span></span>').format(
            code, shape(codes[code].shape), word
        )

    def status(self, row: pd.Series) -> Markup:
        """Give the status of a figure against its target, and why it is undetermined."""
        mark = self.mark(codes.STATUS, row["status"])
        if not isinstance(row["why"], str):
            return mark
        return mark + why(self.terms.wording.named(codes.WHY, row["why"]))


def why(text: str) -> Markup:
    """Say something under a status or a figure, in small."""
    return Markup(' <span class="why">{}</span>').format(text)
