"""The controls of the explore notebook: what is picked is shown at once."""

import os
from collections.abc import Callable
from dataclasses import replace
from html import escape
from threading import RLock
from typing import Any

import ipywidgets as widgets

from giaoban.catalogues import SOURCE_LANGUAGE, languages
from giaoban.choice import RAW_DIR, Choice
from giaoban.errors import GiaobanError
from giaoban.explore import shown
from giaoban.language import N_, language
from giaoban.notebook import project_folder, refuse_unknown_parameters
from giaoban.numerals import plain, reading
from giaoban.offers import Offers, offers

# What `giaoban explore` was asked to begin with.
START = {"programme": "GIAOBAN_EXPLORE_PROGRAMME", "raw_dir": "GIAOBAN_EXPLORE_RAW"}
QUALIFIERS = ("=", ">=", ">", "<=", "<", "~")
LABELS = {
    "programme": N_("Programme"),
    "lang": N_("Language"),
    "meeting_date": N_("Meeting"),
    "unit": N_("Unit"),
    "indicator": N_("Indicator"),
    "years": N_("Years"),
    "qualifier": N_("What if {year} were"),
}
COPIED = (
    ("code", N_("This again, in any notebook of the project:")),
    ("command", N_("The report of it:")),
    ("papermill", N_("The report with papermill:")),
)
LAYOUT = {"width": "auto", "margin": "2px 0"}
COLUMNS = "repeat(auto-fit, minmax(min(22rem, 100%), 1fr))"
GRID = {"grid_template_columns": COLUMNS, "grid_gap": "2px 24px", "max_width": "60rem"}


def explorer(
    programme: str, meeting_date: str, unit: str, lang: str, raw_dir: str, out_dir: str
) -> widgets.Widget:
    """Give the controls, and under them what is picked.

    Parameters
    ----------
    programme, meeting_date, unit, lang, raw_dir, out_dir : str
        As for `giaoban.notebook.open_report`; nothing is written. An empty programme or
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
        self.home, self.turn = project_folder(choice.raw_dir), RLock()
        look = {"layout": LAYOUT, "style": {"description_width": "9rem"}}
        self.controls: dict[str, Any] = {
            name: widgets.Dropdown(**look) for name in LABELS if name != "years"
        }
        # One that tells of every change would answer what is set here with a pick of its own.
        self.controls["years"] = widgets.SelectionRangeSlider(
            options=[""], continuous_update=False, **look
        )
        self.value = widgets.Text(continuous_update=False, layout={"width": "7rem"})
        self.picture, self.copied = widgets.HTML(), widgets.HTML()
        rows = [control for name, control in self.controls.items() if name != "qualifier"]
        suppose = widgets.HBox([self.controls["qualifier"], self.value])
        grid = widgets.GridBox([*rows, suppose], layout=GRID)
        self.box = widgets.VBox([grid, self.picture, self.copied])
        self._settle(choice)
        for name, control in [*self.controls.items(), ("what_if", self.value)]:
            control.observe(lambda change, name=name: self._picked(name, change["new"]), "value")

    def _picked(self, name: str, value: object) -> None:
        """Take in what the user moved; what the settling itself moves is none of that."""
        # JupyterLab has two threads bring what is moved in quick succession.
        with self.turn:
            if not self.settling:
                self._take(name, value)

    def _take(self, name: str, value: object) -> None:
        if name == "what_if":
            self._suppose(str(value))
            return
        if name == "years":
            value = tuple(int(year) for year in value if year)  # type: ignore[attr-defined]
        changed = {name: value}
        if name in ("programme", "unit", "indicator"):
            # A supposition was about the indicator that was picked then.
            changed |= {"years": (), "what_if": None}
        self._settle(replace(self.offered.choice, **changed))  # type: ignore[arg-type]

    def _suppose(self, text: str) -> None:
        what_if = self._read(text)
        if text.strip() and what_if is None:
            error = GiaobanError(
                N_("not a number (found {found}), expected such as 92,5"), found=text
            )
            self._show(replace(self.offered, problem=str(error)))
            return
        self._settle(replace(self.offered.choice, what_if=what_if))

    def _read(self, text: str) -> float | None:
        read = reading(text, self.offered.choice.lang, self.offered.counted)
        return None if read is None else float(read)

    def _settle(self, choice: Choice) -> None:
        """Offer what there is, then show what is picked."""
        self.settling = True
        try:
            self.offered = offers(choice, self.home, typed=self.value.value.strip())
            self._offer(self.offered)
        finally:
            self.settling = False
        self._show(self.offered)

    def _offer(self, offered: Offers) -> None:
        choice, controls = offered.choice, self.controls
        say = _say(choice.lang)
        for name, label in LABELS.items():
            controls[name].description = say(label, year=offered.next_year or "…")
        lists = {
            "programme": offered.programmes,
            "meeting_date": offered.meetings,
            "unit": offered.units,
            "indicator": offered.indicators,
        }
        for name, options in lists.items():
            _put(controls[name], options, getattr(choice, name))
        years = [str(year) for year in offered.years] or [""]
        ends = [str(year) for year in choice.years] or [years[0], years[-1]]
        _put(controls["years"], years, (ends[0], ends[-1]))
        controls["years"].disabled = len(years) < 2
        _put(controls["lang"], languages(), choice.lang)
        _put(controls["qualifier"], QUALIFIERS, choice.qualifier)
        self.value.disabled = not offered.next_year
        if self._read(self.value.value) != choice.what_if or choice.what_if is None:
            self.value.value = _written(choice.what_if, choice.lang)

    def _show(self, offered: Offers) -> None:
        self.picture.value = shown(offered, self.home).html
        choice = offered.choice
        say = _say(choice.lang)
        lines = [
            f"<p>{escape(say(title))}</p><pre>{escape(getattr(choice, name))}</pre>"
            for name, title in COPIED
            if not offered.problem
        ]
        self.copied.value = f'<div class="giaoban copied">{"".join(lines)}</div>'


def _put(control: Any, options: list[Any] | tuple[str, ...], value: object) -> None:
    """Set what a list offers and what is picked of it, and touch nothing that stays."""
    known = [option[1] if isinstance(option, tuple) else option for option in options]
    picked = value if isinstance(value, tuple) or value in known else None
    if tuple(control.options) != tuple(options):
        control.options = options
    if control.value != picked:
        control.value = picked


def _say(code: str) -> Callable[..., str]:
    return language(code if code in languages() else SOURCE_LANGUAGE).say


def _written(value: float | None, code: str) -> str:
    return "" if value is None else plain(value).replace(".", "," if code == "vi" else ".")
