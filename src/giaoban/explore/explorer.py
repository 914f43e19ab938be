"""The controls of the explore notebook: what is picked is shown at once."""

import os
from dataclasses import replace
from threading import RLock

import ipywidgets as widgets
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Number
from giaoban.explore.choice import RAW_DIR, Choice
from giaoban.explore.options import Offers, offers
from giaoban.explore.screen import shown
from giaoban.explore.widgets import Pickers
from giaoban.language import language
from giaoban.report import project_folder, refuse_unknown_parameters

# What `giaoban explore` was asked to begin with.
START = {"programme": "GIAOBAN_EXPLORE_PROGRAMME", "raw_dir": "GIAOBAN_EXPLORE_RAW"}
COPIED = (
    ("code", N_("This again, in any notebook of the project:")),
    ("command", N_("The report of it:")),
    ("papermill", N_("The report with papermill:")),
)


def explorer(
    programme: str, meeting_date: str, unit: str, lang: str, raw_dir: str, out_dir: str
) -> widgets.Widget:
    """Give the controls, and under them what is picked.

    Parameters
    ----------
    programme, meeting_date, unit, lang, raw_dir, out_dir : str
        As for `giaoban.report.open_report`; nothing is written. An empty programme or
        ``raw_dir`` is what `giaoban explore` was given, else the first programme and ``data/raw``.

    Raises
    ------
    GiaobanError
        Where papermill put in a parameter that the notebook does not know.
    """
    refuse_unknown_parameters()
    programme = programme or os.environ.get(START["programme"], "")
    raw_dir = raw_dir or os.environ.get(START["raw_dir"], RAW_DIR)
    choice = Choice(programme, meeting_date, unit, lang=lang, raw_dir=raw_dir, out_dir=out_dir)
    return Explorer(choice).box


class Explorer:
    """The controls and what they show.

    Attributes
    ----------
    offered : Offers
        What is picked, and what there is to pick from.
    """

    def __init__(self, choice: Choice) -> None:
        self.home, self.turn, self.pickers = project_folder(choice.raw_dir), RLock(), Pickers()
        self.picture, self.copied = widgets.HTML(), widgets.HTML()
        self.box = widgets.VBox([self.pickers.grid, self.picture, self.copied])
        self._settle(choice)
        for name, control in self.pickers.moved.items():
            control.observe(lambda change, name=name: self._picked(name, change["new"]), "value")

    def _picked(self, name: str, value: object) -> None:
        """Take in what the user moved; what the settling itself moves is none of that."""
        # JupyterLab has two threads bring what is moved in quick succession.
        with self.turn:
            if not self.settling:
                self._take(name, value)

    def _take(self, name: str, value: object) -> None:
        if name == "what_if":
            self._suppose()
            return
        if name == "years":
            value = tuple(int(year) for year in value if year)  # type: ignore[attr-defined]
        changed = {name: value}
        if name in ("programme", "unit", "indicator"):
            # A supposition was about the indicator that was picked then.
            changed |= {"years": (), "what_if": None}
        self._settle(replace(self.offered.choice, **changed))  # type: ignore[arg-type]

    def _suppose(self) -> None:
        typed, what_if = self.pickers.typed, self.pickers.supposed(self.offered)
        choice = self.offered.choice
        if typed and what_if is None:
            template = N_("not a number (found {found}), expected such as {number}")
            error = GiaobanError(template, found=typed, number=Number(92.5))
            self._show(replace(self.offered, problem=error.told(choice.spoken)))
            return
        self._settle(replace(choice, what_if=what_if))

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
        choice = offered.choice
        say = language(choice.spoken).say
        lines = [
            Markup("<p>{}</p><pre>{}</pre>").format(say(title), getattr(choice, name))
            for name, title in COPIED
            if not offered.problem
        ]
        copied = Markup('<div class="giaoban copied">{}</div>').format(Markup().join(lines))
        self.copied.value = str(copied)
