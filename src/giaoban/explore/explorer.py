"""The controls of the explore notebook: what is picked is shown at once."""

import os
import re
from dataclasses import replace
from threading import RLock
from typing import Any

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.charts import use_style
from giaoban.errors import GiaobanError, Number
from giaoban.explore.behind import FOR_PROGRAMS, SEEN_COLUMNS, behind, titled
from giaoban.explore.choice import RAW_DIR, Choice
from giaoban.explore.options import Offers, offers
from giaoban.explore.screen import shown
from giaoban.explore.takeaway import links
from giaoban.explore.widgets import Pickers
from giaoban.language import Parameter, language, typed
from giaoban.report import project_folder, refuse_unknown_parameters

# What `giaoban explore` was asked to begin with.
START = {"programme": "GIAOBAN_EXPLORE_PROGRAMME", "raw_dir": "GIAOBAN_EXPLORE_RAW"}
AMBIGUOUS = N_(
    "ambiguous number (found {found}), write it so that it can be read in one way ({whole} or "
    "{fraction})"
)
COPIED = (
    ("code", N_("This again, in any notebook of the project:")),
    ("command", N_("The report of it:")),
    ("papermill", N_("The report with papermill:")),
)


def explorer(
    programme: Parameter,
    meeting_date: Parameter,
    unit: Parameter,
    lang: str,
    raw_dir: Parameter,
    out_dir: Parameter,
) -> "Look":
    """Give the controls, and under them what is picked; charts of one's own look like the report's.

    Parameters
    ----------
    programme, meeting_date, unit, lang, raw_dir, out_dir
        As for `giaoban.report.open_report`; nothing is written. An empty programme or
        ``raw_dir`` is what `giaoban explore` was given, else the first programme and ``data/raw``.

    Returns
    -------
    Look
        To be shown; ``frame`` and ``table`` have the figures behind the picture.

    Raises
    ------
    GiaobanError
        Where papermill put in a parameter that the notebook does not know.
    """
    refuse_unknown_parameters()
    use_style()
    programme, meeting_date, unit = map(typed, (programme, meeting_date, unit))
    programme = programme or os.environ.get(START["programme"], "")
    raw = typed(raw_dir) or os.environ.get(START["raw_dir"], RAW_DIR)
    choice = Choice(programme, meeting_date, unit, lang=lang, raw_dir=raw, out_dir=typed(out_dir))
    return Explorer(choice).box


class Look(widgets.VBox):  # type: ignore[misc] # ipywidgets has no types.
    """The controls on screen, and the figures behind what they show."""

    def __init__(self, explorer: "Explorer", children: list[widgets.Widget]) -> None:
        super().__init__(children)
        self._explorer = explorer

    @property
    def lang(self) -> str:
        """The language picked."""
        return self._explorer.offered.choice.spoken

    @property
    def frame(self) -> pd.DataFrame:
        """The figures behind the picture, as picked just now; the columns of `SEEN_COLUMNS`."""
        offered = self._explorer.offered
        if offered.problem:
            return pd.DataFrame(columns=SEEN_COLUMNS)
        return behind(offered.choice, self._explorer.home)

    @property
    def table(self) -> pd.DataFrame:
        """The same to look at, in the words of the language picked; what is empty is left out."""
        frame = titled(self.frame, self.lang, FOR_PROGRAMS)
        return frame.dropna(axis="columns", how="all")


class Explorer:
    """The controls and what they show.

    Attributes
    ----------
    offered : Offers
        What is picked, and what there is to pick from.
    """

    def __init__(self, choice: Choice) -> None:
        self.home, self.turn, self.pickers = project_folder(choice.raw_dir), RLock(), Pickers()
        self.picture, self.taken, self.copied = (widgets.HTML() for _ in range(3))
        below = [self.pickers.take, self.taken, self.copied]
        self.box = Look(self, [self.pickers.grid, self.picture, *below])
        self._settle(choice)
        for name, control in self.pickers.moved.items():
            control.observe(lambda change, name=name: self._picked(name, change["new"]), "value")
        self.pickers.take.on_click(lambda _: self._take_away())

    def _picked(self, name: str, value: Any) -> None:
        """Take in what the user moved; what the settling itself moves is none of that."""
        # JupyterLab has two threads bring what is moved in quick succession.
        with self.turn:
            if not self.settling:
                self._take(name, value)

    def _take(self, name: str, value: Any) -> None:
        if name == "what_if":
            self._suppose(value)
            return
        if name == "years":
            value = tuple(int(year) for year in value if year)
        if name == "beside":
            value = tuple(value)
        changed: dict[str, Any] = {name: value}
        if name in ("programme", "unit", "indicator"):
            # A supposition was about the indicator that was picked then.
            changed |= {"years": (), "what_if": None}
        self._settle(replace(self.offered.choice, **changed))

    def _suppose(self, text: str) -> None:
        """Take in the number that was typed, were the box emptied meanwhile by another pick."""
        self.settling = True
        self.pickers.value.value = text
        self.settling = False
        typed, read = self.pickers.typed, self.pickers.supposed
        choice = self.offered.choice
        if typed and len(read) != 1:
            template = N_("not a number (found {found}), expected such as {number}")
            if read:
                template = AMBIGUOUS
            whole, fraction = re.sub("[.,]", "", typed), re.sub(r"(?<=\d)(?!.*\d)", "0", typed)
            told = {"number": Number(92.5), "whole": whole, "fraction": fraction}
            error = GiaobanError(template, 2, found=typed, **told)
            self._show(replace(self.offered, problem=error.told(choice.spoken)))
            return
        self._settle(replace(choice, what_if=read[0] if read else None))

    def _settle(self, choice: Choice) -> None:
        """Offer what there is, then show what is picked."""
        self.settling = True
        try:
            self.offered = offers(choice, self.home, typed=self.pickers.typed)
            self.pickers.offer(self.offered)
        finally:
            self.settling = False
        self._show(self.offered)

    def _show(self, offered: Offers) -> None:
        self.picture.value = str(shown(offered, self.home).html)
        self.taken.value = ""
        self.pickers.take.disabled = bool(offered.problem)
        choice = offered.choice
        say = language(choice.spoken).say
        lines = [
            Markup("<p>{}</p><pre>{}</pre>").format(say(title), getattr(choice, name))
            for name, title in COPIED
            if not offered.problem
        ]
        copied = Markup('<div class="giaoban copied">{}</div>').format(Markup().join(lines))
        self.copied.value = str(copied)

    def _take_away(self) -> None:
        """Offer what is picked as files; the next pick takes them back."""
        with self.turn:
            if not self.offered.problem:
                html = links(self.offered.choice, self.home)
                self.taken.value = str(Markup('<div class="giaoban taken">{}</div>').format(html))
