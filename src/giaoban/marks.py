"""The marks of a report: a status with its shape, and under it why it is so."""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from giaoban import vocabulary
from giaoban.shapes import shape
from giaoban.terms import Terms
from giaoban.vocabulary import TERMS, Codes


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
        mark = self.mark(vocabulary.STATUS, row["status"])
        if not isinstance(row["why"], str):
            return mark
        return mark + why(self.terms.wording.named(vocabulary.WHY, row["why"]))


def why(text: str) -> Markup:
    """Say something under a status or a figure, in small."""
    return Markup(' <span class="why">{}</span>').format(text)
