import io

import pandas as pd
import pytest
from PIL import Image
from places import RAW, ROOT

from giaoban.explore.behind import behind
from giaoban.explore.choice import Choice
from giaoban.explore.takeaway import files, links

pytestmark = pytest.mark.slow

CHOICE = Choice(
    "demo", "2025-07-15", "mau", "orgs-rated", "vi", raw_dir=str(RAW), beside=("files-late",)
)


def test_csv_excel_and_every_picture_are_files() -> None:
    made = files(CHOICE, ROOT)
    assert list(made) == [
        "orgs-rated.mau.csv",
        "orgs-rated.mau.vi.xlsx",
        "side-by-side.vi.png",
        "trend-orgs-rated.vi.png",
    ]
    figures = behind(CHOICE, ROOT)["value"].tolist()
    assert pd.read_csv(io.BytesIO(made["orgs-rated.mau.csv"]))["value"].tolist() == figures
    book = pd.read_excel(io.BytesIO(made["orgs-rated.mau.vi.xlsx"]), engine="openpyxl")
    assert book["Giá trị"].tolist() == figures
    assert Image.open(io.BytesIO(made["side-by-side.vi.png"])).width > 1000


def test_each_stands_behind_a_link_that_holds_it() -> None:
    html = links(CHOICE, ROOT)
    assert html.count('<a download="') == 4
    assert 'href="data:image/png;base64,iVBOR' in html
