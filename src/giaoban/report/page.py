"""The page of a report in the making: its review and language, and what its sections share."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd
from markupsafe import Markup, escape

from giaoban.analysis import Review, save_tables
from giaoban.language import Language, language
from giaoban.report.charts import Charts
from giaoban.report.citations import Citations
from giaoban.report.html import Fragment, Marks, Terms
from giaoban.wording import Wording


@dataclass(frozen=True)
class Report:
    """A review on its way to paper; without a folder for results, on its way to a screen."""

    review: Review
    code: str
    out_dir: Path | None = None

    @cached_property
    def language(self) -> Language:
        """The language of the report."""
        return language(self.code)

    @cached_property
    def wording(self) -> Wording:
        """What the report says."""
        return Wording(self.review, self.language)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables as known at the meeting."""
        return self.review.tables

    @cached_property
    def citations(self) -> Citations:
        """Its footnotes and sources."""
        return Citations(self.wording)

    @cached_property
    def terms(self) -> Terms:
        """Its words that lead to the glossary."""
        return Terms(self.wording)

    @cached_property
    def marks(self) -> Marks:
        """Its statuses with their shapes."""
        return Marks(self.terms)

    @cached_property
    def charts(self) -> Charts:
        """Its charts."""
        return Charts(self.wording, self.out_dir)

    def show(self, frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
        """Give a frame to look at, with the titles of what its ids name.

        Parameters
        ----------
        frame : DataFrame
            Of the analysis.
        *columns : str
            Those to show, ``title`` and ``unit_title`` among them; all where none is named.
        """
        named = {"indicator": "title", "unit": "unit_title"}
        titles = {
            title: [self.wording.title_of(ids, id_) for id_ in frame[ids]]
            for ids, title in named.items()
            if ids in frame
        }
        others = frame.drop(columns=frame.columns.intersection(list(titles)))
        titled = pd.concat([pd.DataFrame(titles, frame.index), others], axis="columns")
        # The index numbers the rows of a file, of which a meeting knew only some.
        return titled[list(columns) or titled.columns].reset_index(drop=True)

    def say(self, text: str, /, **parts: object) -> str:
        """Translate a sentence, then fill in its parts."""
        return self.language.say(text, **parts)

    def around(self, text: str, /, **parts: str) -> Markup:
        """Translate a sentence around pieces of HTML."""
        return escape(self.language.translate(text)).format(**parts)

    def save(self) -> None:
        """Write the processed tables, as the page has them."""
        if self.out_dir:
            save_tables(self.review, self.out_dir)

    def paragraph(self, text: str, /, **parts: object) -> Fragment:
        """Say that a section has nothing to show, and why."""
        sentence = self.say(text, **parts)
        return Fragment(Markup("<p>{}</p>").format(sentence), {"nothing": sentence})
