"""What is known of one code."""

from typing import NamedTuple


class Code(NamedTuple):
    """One code; name and meaning are message ids, the shape is one of `giaoban.charts.shapes`."""

    name: str
    meaning: str = ""
    shape: str = ""


Codes = dict[str, Code]
