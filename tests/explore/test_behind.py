import io

import openpyxl
import pandas as pd
import pytest
from places import RAW, ROOT

from giaoban.explore.behind import SEEN_COLUMNS, as_xlsx, behind, titled
from giaoban.explore.choice import Choice
from giaoban.explore.screen import show

pytestmark = pytest.mark.slow

PICKED = {"programme": "demo", "meeting_date": "2025-07-15", "unit": "mau", "lang": "en"}
PICKED |= {"indicator": "orgs-rated", "raw_dir": str(RAW)}


def frame(**changed: object) -> pd.DataFrame:
    return behind(Choice(**PICKED | changed), ROOT)  # type: ignore[arg-type]


def test_it_has_the_figures_of_the_picture_with_targets_and_reasons() -> None:
    found = frame()
    assert found.columns.tolist() == SEEN_COLUMNS
    assert found["value"].tolist() == [88.0, 89.8, 90.6, 87.1, 88.5]
    assert found["reason"].dropna().tolist() == ["definition_changed"]
    assert found["target"].iloc[-1] == 92


def test_indicators_beside_it_come_after_it_and_units_after_its_own() -> None:
    found = frame(beside=("files-late",), units=True)
    assert found["indicator"].unique().tolist() == ["orgs-rated", "files-late"]
    assert found["unit"].iloc[0] == "mau"
    assert found.query("indicator == 'orgs-rated'")["unit"].nunique() == 26
    assert found.query("indicator == 'files-late'")["unit"].unique().tolist() == ["mau"]


def test_a_supposition_is_called_so() -> None:
    found = frame(what_if=91.0)
    assert found.iloc[-1][["value", "obs_status"]].tolist() == [91.0, "supposed"]


def test_the_line_that_is_copied_out_brings_the_frame_back() -> None:
    shown = show(**PICKED, beside=("files-late",)).frame  # type: ignore[arg-type]
    pd.testing.assert_frame_equal(shown, frame(beside=("files-late",)))


def test_to_read_it_has_titles_and_words() -> None:
    found = titled(frame(), "vi")
    assert found["Kết quả"].iloc[-1] == "không đạt"
    assert found["Lý do"].dropna().tolist() == ["định nghĩa đã thay đổi"]


def test_in_a_workbook_no_text_is_a_formula() -> None:
    book = as_xlsx(pd.DataFrame({"note": ["=1+1", "https://a.vn"], "value": [1.5, None]}))
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s"]
    assert sheet["A2"].value == "=1+1"
    assert book == as_xlsx(pd.DataFrame({"note": ["=1+1", "https://a.vn"], "value": [1.5, None]}))


def test_to_read_it_a_ceiling_that_is_kept_with_room_is_not_exceeded() -> None:
    found = frame(indicator="poor-households")
    assert found["status"].iloc[-1] == "exceeded"
    assert titled(found, "vi")["Kết quả"].iloc[-1] == "tốt hơn chỉ tiêu"
