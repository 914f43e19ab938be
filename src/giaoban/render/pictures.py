"""The pictures of a page's charts, made of their SVG files when somebody asks for them."""

import re
import zlib
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.charts import plain_colours
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.wording import digest_of, read_page_data

# A PNG begins with its signature and the chunk of its size: so many bytes, and ours is next.
_HEAD, _MARKED = 33, 256
# Dots an inch, and points an inch.
DPI, POINTS = 256, 72


def picture_of(page: Path, chart: str) -> Path:
    """Give the picture of a chart of a page; it is made where it is not there.

    Parameters
    ----------
    page : Path
        The page, ``reports/P/D/U.L.html``.
    chart : str
        The name of the chart.

    Returns
    -------
    Path
        The PNG, ``figures/P/D/U/CHART.L.png``, for slides: 256 dpi, on white; of a chart that has
        no SVG file, such as an analyst's own, as it stands in the page. There is none where it does
        not stand there.

    Raises
    ------
    GiaobanError
        Where the SVG file is not the one that was drawn with the page.
    """
    unit, lang, _ = page.name.rsplit(".", 2)
    folder = page.parents[3] / "figures" / page.parents[1].name / page.parent.name / unit
    picture = folder / f"{chart}.{lang}.png"
    drawing = picture.with_suffix(".svg")
    if svg := _drawn(drawing, page, chart):
        mark = _text_chunk("drawing", digest_of(svg))
        if not picture.is_file() or mark not in picture.read_bytes()[:_MARKED]:
            made = png(svg)
            write_atomically(picture, made[:_HEAD] + mark + made[_HEAD:])
    return picture


def _drawn(drawing: Path, page: Path, chart: str) -> str:
    """Give the SVG of a chart: its file, as it was when the page was made, or what the page has."""
    known = {known.name: known.drawing for known in read_page_data(page).charts}
    digest = known.get(chart, "")
    if not digest:
        return _within(page, chart)
    svg = drawing.read_text("utf-8") if drawing.is_file() else ""
    if digest_of(svg) != digest:
        template = N_("{file}: is not as it was when the page was made, make the report anew")
        raise GiaobanError(template, file=drawing)
    return svg


def _text_chunk(key: str, text: str) -> bytes:
    """Write a text as PNG has it, ISO/IEC 15948, 11.3.3.2."""
    body = b"tEXt" + f"{key}\0{text}".encode("latin-1")
    return (len(body) - 4).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)


def _within(page: Path, chart: str) -> str:
    """Give a chart as it stands in a page, in the colours and with the size of a file."""
    html = page.read_text("utf-8") if page.is_file() else ""
    labelled = re.escape(f'aria-labelledby="{chart}-title {chart}-desc"')
    found = re.search(rf"<svg[^>]*{labelled}.*?</svg>", html, re.S)
    if found is None:
        return ""
    sized = r'viewBox="\1" width="\2pt" height="\3pt"'
    svg = plain_colours(found[0])
    return re.sub(r'viewBox="(\S+ \S+ (\S+) (\S+))"', sized, svg, count=1)


def draw_pictures(page: Path) -> list[Path]:
    """Give the pictures of all charts of a page; see `picture_of`."""
    return [picture_of(page, chart.name) for chart in read_page_data(page).charts]


def png(svg: str) -> bytes:
    """Make a picture of a chart; its letters are DejaVu's, whatever fonts the machine has."""
    import matplotlib
    from resvg_py import svg_to_bytes

    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    width = re.search(r'width="([\d.]+)pt"', svg)
    made = svg_to_bytes(
        svg_string=svg,
        width=round(float(width[1]) * DPI / POINTS) if width else None,
        dpi=96,
        background="white",
        skip_system_fonts=True,
        font_files=[str(fonts / f"DejaVuSans{bold}.ttf") for bold in ("", "-Bold")],
        font_family="DejaVu Sans",
        sans_serif_family="DejaVu Sans",
    )
    return bytes(made)
