import io
import json
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from matplotlib.image import imread

from giaoban.charts import inline_svg, standing_alone, svg_text
from giaoban.charts.canvas import canvas
from giaoban.errors import GiaobanError
from giaoban.render.pictures import picture_of, png
from giaoban.wording import PageData, digest_of

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


def page_with(folder: Path, **drawings: str) -> Path:
    """Give the place of a page whose charts were drawn so."""
    page = folder / "reports/P/2023-03-14/my-duc.vi.html"
    page.parent.mkdir(parents=True)
    charts = [
        {"name": name, "heading": "", "title": "", "description": "", "drawing": drawing}
        for name, drawing in drawings.items()
    ]
    said: dict[str, object] = {
        field.name: "" for field in fields(PageData) if field.default is MISSING
    }
    said |= {"scorecard": {"header": [], "rows": []}, "charts": charts}
    page.with_suffix(".json").write_text(json.dumps(said))
    return page


def test_a_picture_is_made_when_somebody_asks_for_it_and_then_kept(tmp_path: Path) -> None:
    svg = drawing("97,8%")
    page = page_with(tmp_path, trend=digest_of(svg))
    folder = tmp_path / "figures/P/2023-03-14/my-duc"
    folder.mkdir(parents=True)
    (folder / "trend.vi.svg").write_text(svg, "utf-8")
    picture = picture_of(page, "trend")
    assert picture == folder / "trend.vi.png"
    assert imread(picture).shape[1] == 1280
    made = picture.stat().st_mtime_ns
    assert picture_of(page, "trend").stat().st_mtime_ns == made
    assert not picture_of(page, "none").exists()


def test_a_picture_is_that_of_its_page_alone(tmp_path: Path) -> None:
    svg, other = drawing("97,8%"), drawing("99,8%")
    page = page_with(tmp_path, trend=digest_of(svg))
    file = tmp_path / "figures/P/2023-03-14/my-duc/trend.vi.svg"
    file.parent.mkdir(parents=True)
    file.write_text(svg, "utf-8")
    picture = picture_of(page, "trend")
    made = picture.read_bytes()
    picture.write_bytes(png(other))
    assert picture_of(page, "trend").read_bytes() == made
    for text in (other, ""):
        file.write_text(text, "utf-8")
        with pytest.raises(GiaobanError, match=r"trend\.vi\.svg: is not as it was when the page"):
            picture_of(page, "trend")


def test_a_chart_without_a_file_is_pictured_as_it_stands_in_the_page(tmp_path: Path) -> None:
    page = page_with(tmp_path)
    with canvas(3) as (figure, axes):
        axes.set_title("97,8%")
    inline = inline_svg(svg_text(figure, "own-1"), "own-1", "Own", "97,8%")
    page.write_text(f"<html>{inline}</html>", "utf-8")
    pixels = imread(io.BytesIO(picture_of(page, "own-1").read_bytes()))
    assert (pixels.shape[1], pixels[0, 0].tolist()) == (1280, [1, 1, 1, 1])
    assert pixels[..., :3].min() < 0.3
