import io
from pathlib import Path

import pytest
from matplotlib.image import imread

from giaoban.charts import inline_svg, standing_alone, svg_text
from giaoban.charts.canvas import canvas
from giaoban.render.pictures import picture_of, png

ODD = ["Huyện 河", "🙂 emoji", "a\u0301\u202eb", "<b>&", "$x$"]


def drawing(text: str) -> str:
    with canvas(3) as (figure, axes):
        axes.set_title(text)
    return standing_alone(svg_text(figure, "odd"), text, text)


@pytest.mark.parametrize("text", ODD)
def test_a_picture_is_wide_enough_for_slides_on_white_and_the_same_twice(text: str) -> None:
    svg = drawing(text)
    made = png(svg)
    pixels = imread(io.BytesIO(made))
    assert (pixels.shape[1], pixels[0, 0].tolist()) == (1280, [1, 1, 1, 1])
    assert pixels[..., :3].min() < 0.3
    assert png(svg) == made


def test_a_picture_is_made_when_somebody_asks_for_it_and_then_kept(tmp_path: Path) -> None:
    page = tmp_path / "reports/P/2023-03-14/my-duc.vi.html"
    folder = tmp_path / "figures/P/2023-03-14/my-duc"
    folder.mkdir(parents=True)
    (folder / "trend.vi.svg").write_text(drawing("97,8%"), "utf-8")
    picture = picture_of(page, "trend")
    assert picture == folder / "trend.vi.png"
    picture.write_bytes(b"kept")
    assert picture_of(page, "trend").read_bytes() == b"kept"
    assert not picture_of(page, "none").exists()


def test_a_chart_without_a_file_is_pictured_as_it_stands_in_the_page(tmp_path: Path) -> None:
    page = tmp_path / "reports/P/2023-03-14/my-duc.vi.html"
    page.parent.mkdir(parents=True)
    with canvas(3) as (figure, axes):
        axes.set_title("97,8%")
    inline = inline_svg(svg_text(figure, "own-1"), "own-1", "Own", "97,8%")
    page.write_text(f"<html>{inline}</html>", "utf-8")
    pixels = imread(io.BytesIO(picture_of(page, "own-1").read_bytes()))
    assert (pixels.shape[1], pixels[0, 0].tolist()) == (1280, [1, 1, 1, 1])
    assert pixels[..., :3].min() < 0.3
