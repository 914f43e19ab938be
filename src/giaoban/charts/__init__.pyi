from . import shapes
from .bars import claim_chart, target_chart
from .canvas import scale_of, use_style, wrapped
from .control import control_chart
from .files import inline_svg, save_chart, svg_text
from .multiples import small_multiples
from .own import chart, spoken, told_by
from .shapes import shape
from .sparkline import sparkline
from .standalone import plain_colours, standing_alone
from .trend import trend_chart
from .units import dot_chart, funnel_chart

__all__ = [
    "chart",
    "claim_chart",
    "control_chart",
    "dot_chart",
    "funnel_chart",
    "inline_svg",
    "plain_colours",
    "save_chart",
    "scale_of",
    "shape",
    "shapes",
    "small_multiples",
    "sparkline",
    "spoken",
    "standing_alone",
    "svg_text",
    "target_chart",
    "told_by",
    "trend_chart",
    "use_style",
    "wrapped",
]
