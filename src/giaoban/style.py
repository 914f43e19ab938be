"""The one look of every chart."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

# Each colour has a name, so that the page can set it anew in the dark. Okabe and Ito's palette,
# told apart by the colour-blind; every line also differs by shape or by its label.
COLOURS = {
    "ink": "#1b1f24",
    "muted": "#59636e",
    "rule": "#d1d9e0",
    "first": "#0072b2",
    "second": "#b34700",
    "target": "#7b2d82",
    "paper": "#ffffff",
}

# The font whose measures matplotlib carries itself: the same layout on every machine.
FONT = "DejaVu Sans"
FONT_STACK = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif'

# In points, on a chart of 360 points: nothing is smaller than SMALL, which a phone, 390 pixels
# wide, shows at 12.2 pixels.
SMALL = 12
LARGE = 13

RC: "dict[RcKeyType, Any]" = {
    "axes.edgecolor": COLOURS["rule"],
    "axes.labelcolor": COLOURS["muted"],
    "axes.linewidth": 1,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "font.family": FONT,
    "font.size": SMALL,
    "svg.fonttype": "none",
    "text.color": COLOURS["ink"],
    "xtick.color": COLOURS["muted"],
    "xtick.major.size": 0,
    "ytick.color": COLOURS["muted"],
    "ytick.major.size": 0,
}
