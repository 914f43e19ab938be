"""The shapes that stand beside statuses, so that nobody needs their colours."""

from markupsafe import Markup

CHECKED = "M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0Zm-1 7.6L1.9 5.5l1-1L4 5.6l3.1-3.1 1 1Z"
PLUS = "M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0ZM4.3 2.2h1.4v2.1h2.1v1.4H5.7v2.1H4.3V5.7H2.2V4.3h2.1Z"
TIMED = "M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0ZM4.4 2.2h1.2v2.5l1.8 1.1-.6 1L4.4 5.4Z"
TICK = "M.6 5.2 2 3.8l2 2L8.1 1.7l1.4 1.4L4 8.6Z"
RING = "M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0Zm0 1.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2Z"
CLOCK = f"{RING}M4.4 2.4h1.2v2.3l1.8 1.1-.6 1L4.4 5.4Z"
HALF = "M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0Zm0 1.4v7.2a3.6 3.6 0 0 1 0-7.2Z"
WARNING = "M5 .3 10 9.6H0ZM4.4 3.6v3h1.2v-3Zm0 3.7v1.2h1.2V7.3Z"
UP = "M5 .4 9.6 5.2H6.7v4.4H3.3V5.2H.4Z"
UPWARD = "M8.6 1.4v6.1L6.5 5.4 2.6 9.3.7 7.4 4.6 3.5 2.5 1.4Z"
DOWN = "M5 9.6.4 4.8h2.9V.4h3.4v4.4h2.9Z"
SIDEWAYS = "M9.6 5 4.8 9.6V6.7H.4V3.3h4.4V.4Z"


def shape(path: str) -> Markup:
    """Draw a shape, for the eye only: the word stands beside it; nothing where there is none."""
    if not path:
        return Markup()
    return Markup(
        '<svg class="shape" viewBox="0 0 10 10" aria-hidden="true">'
        '<path fill-rule="evenodd" d="{}"/></svg>'
    ).format(path)
