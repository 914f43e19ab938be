"""The pictures of a page's charts, made of their SVG files when somebody asks for them."""

import re
from pathlib import Path

from giaoban.charts import plain_colours
from giaoban.files import write_atomically
from giaoban.wording import read_page_data

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
    """
    unit, lang, _ = page.name.rsplit(".", 2)
    folder = page.parents[3] / "figures" / page.parents[1].name / page.parent.name / unit
    picture = folder / f"{chart}.{lang}.png"
    drawing = picture.with_suffix(".svg")
    if not picture.is_file():
        svg = drawing.read_text("utf-8") if drawing.is_file() else _within(page, chart)
        if svg:
            write_atomically(picture, png(svg))
    return picture


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
