"""Pictures of charts, small enough for a message."""

import io
from pathlib import Path

from PIL import Image

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError

WIDTH = 568
COLOURS = 64


def thumbnail(picture: Path) -> tuple[bytes, int]:
    """Make a picture twice as wide as it is shown, for screens that are that fine.

    Returns
    -------
    tuple of bytes and int
        The PNG, and the height that it is shown with where it is `WIDTH` wide.

    Raises
    ------
    GiaobanError
        Where there is no such picture.
    """
    try:
        with Image.open(picture) as drawn:
            height = round(WIDTH * drawn.height / drawn.width)
            small = drawn.convert("RGB").resize((2 * WIDTH, 2 * height), Image.Resampling.LANCZOS)
    except OSError as error:
        form = N_("{file}: the chart’s picture cannot be read, make the report anew")
        raise GiaobanError(form, file=picture) from error
    written = io.BytesIO()
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue(), height
