"""In: frames.

Out: matplotlib figures, and these as SVG for the page and as files that stand alone.
"""

from giaoban.charts.bars import claim_chart, target_chart
from giaoban.charts.canvas import share_top, wrapped
from giaoban.charts.control import control_chart
from giaoban.charts.files import headed, inline_svg, save_chart, svg_text
from giaoban.charts.shapes import CHECKED, DOWN, HALF, RING, SIDEWAYS, UP, WARNING, shape
from giaoban.charts.sparkline import sparkline
from giaoban.charts.trend import trend_chart
from giaoban.charts.units import funnel_chart, small_multiples

__all__ = [
    "CHECKED",
    "DOWN",
    "HALF",
    "RING",
    "SIDEWAYS",
    "UP",
    "WARNING",
    "claim_chart",
    "control_chart",
    "funnel_chart",
    "headed",
    "inline_svg",
    "save_chart",
    "shape",
    "share_top",
    "small_multiples",
    "sparkline",
    "svg_text",
    "target_chart",
    "trend_chart",
    "wrapped",
]
