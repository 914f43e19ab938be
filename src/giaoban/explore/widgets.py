"""The lists, the slider and the box of the explore notebook, and what they offer."""

from typing import Any

import ipywidgets as widgets

from giaoban.catalogues import N_, languages
from giaoban.explore.choice import Choice
from giaoban.explore.options import Offers
from giaoban.language import language, plain, readings

QUALIFIERS = ("=", ">=", ">", "<=", "<", "~")
CONTROL_LABELS = {
    "programme": N_("Programme"),
    "lang": N_("Language"),
    "meeting_date": N_("Meeting"),
    "unit": N_("Unit"),
    "office": N_("Office"),
    "indicator": N_("Indicator"),
    "years": N_("Years"),
    "beside": N_("Beside it"),
    "units": N_("All units side by side"),
    "qualifier": N_("What if {year} were"),
}
LAYOUT = {"width": "auto", "margin": "2px 0"}
# As wide as a number, and narrower where there is no room.
NARROW = {"width": "auto", "flex": "0 1 7rem", "min_width": "3rem"}
GRID_COLUMNS = "repeat(auto-fit, minmax(min(22rem, 100%), 1fr))"
GRID = {"grid_template_columns": GRID_COLUMNS, "grid_gap": "2px 24px", "max_width": "60rem"}


class Pickers:
    """What can be moved.

    Attributes
    ----------
    moved : dict of str to Widget
        The widgets that somebody moves, under the part of a choice that each is for.
    grid : Widget
        All of them, laid out.
    """

    def __init__(self) -> None:
        look = {"layout": LAYOUT, "style": {"description_width": "8rem"}}
        own = ("years", "beside", "units")
        self.moved: dict[str, Any] = {
            name: widgets.Dropdown(**look) for name in CONTROL_LABELS if name not in own
        }
        self.moved["beside"] = widgets.SelectMultiple(rows=4, **look)
        self.moved["units"] = widgets.Checkbox(indent=True, **look)
        # One that tells of every change would answer what is set here with a pick of its own.
        self.moved["years"] = widgets.SelectionRangeSlider(
            options=[""], continuous_update=False, **look
        )
        self.value = widgets.Text(continuous_update=False, layout=NARROW)
        rows = [control for name, control in self.moved.items() if name != "qualifier"]
        suppose = widgets.HBox([self.moved["qualifier"], self.value])
        self.grid = widgets.GridBox([*rows, suppose], layout=GRID)
        self.take = widgets.Button(layout={"width": "auto", "margin": "8px 0 2px"})
        self.moved["what_if"] = self.value

    @property
    def typed(self) -> str:
        """The supposed value as it was typed."""
        return str(self.value.value).strip()

    @property
    def supposed(self) -> list[float]:
        """The numbers that the supposed value can be read as: one, or it is refused."""
        return [float(value) for value in readings(self.typed)]

    def offer(self, offered: Offers) -> None:
        """Set what there is to pick from and what is picked."""
        choice, moved = offered.choice, self.moved
        spoken, say = language(choice.spoken), language(choice.spoken).say
        year = spoken.year(offered.next_year) if offered.next_year else "…"
        for name, label in CONTROL_LABELS.items():
            moved[name].description = say(label, year=year)
        self.take.description = say("To take away: CSV, Excel, PNG")
        lists = {
            "programme": offered.programmes,
            "meeting_date": offered.meetings,
            "unit": offered.units,
            "office": offered.offices,
            "indicator": offered.indicators,
        }
        for name, options in lists.items():
            _put(moved[name], options, getattr(choice, name))
        others = [item for item in offered.indicators if item[1] != choice.indicator]
        _put(moved["beside"], others, choice.beside)
        moved["units"].value = choice.units
        moved["office"].disabled = len(offered.offices) < 2
        years = [str(year) for year in offered.years] or [""]
        ends = [str(year) for year in choice.years] or [years[0], years[-1]]
        _put(moved["years"], years, (ends[0], ends[-1]))
        moved["years"].disabled = len(years) < 2
        _put(moved["lang"], languages(), choice.lang)
        _put(moved["qualifier"], QUALIFIERS, choice.qualifier)
        self.value.disabled = not offered.next_year
        if self.supposed != [choice.what_if]:
            self.value.value = _written(choice)


def _put(control: Any, options: list[Any] | tuple[str, ...], value: object) -> None:
    """Set what a list offers and what is picked of it, and touch nothing that stays."""
    known = [option[1] if isinstance(option, tuple) else option for option in options]
    picked = value if isinstance(value, tuple) or value in known else None
    if tuple(control.options) != tuple(options):
        control.options = options
    if control.value != picked:
        control.value = picked


def _written(choice: Choice) -> str:
    text = "" if choice.what_if is None else plain(choice.what_if)
    return text.replace(".", ",") if choice.lang == "vi" else text
