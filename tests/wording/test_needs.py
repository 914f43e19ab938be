"""What a target that is not due yet still asks for."""

from pathlib import Path

import pandas as pd
import pytest
from smallprogramme import TONNES, Row, small

from giaoban.analysis import Review
from giaoban.language import language
from giaoban.wording import Wording, had_a_year, needed_a_year, still_needed


@pytest.mark.parametrize(
    ("sign", "needed", "said"),
    [
        ("=", 0.5, {"en": "+0.5 percentage points", "vi": "+0,5 điểm phần trăm"}),
        (">", 0.0, {"en": "more than 0 percentage points", "vi": "trên 0 điểm phần trăm"}),
        ("<", -2.0, {"en": "less than −2 percentage points", "vi": "dưới −2 điểm phần trăm"}),
    ],
)
def test_over_and_under_a_number_need_more_than_the_way_to_it(
    review: Review, sign: str, needed: float, said: dict[str, str]
) -> None:
    pace = pd.Series({"indicator": "members-completed-well", "needed": needed})
    verdict = pd.Series({"target_qualifier": sign})
    for code, text in said.items():
        assert needed_a_year(Wording(review, language(code)), pace, verdict) == text


def test_what_a_year_brought_is_written_as_the_slope_is(demo_review: Review) -> None:
    words = Wording(demo_review, language("en"))
    had = {"cadres-degree": 2.275, "members-admitted": 1 / 3, "poor-households": -1.0}
    assert [
        had_a_year(words, pd.Series({"indicator": name, "had": n})) for name, n in had.items()
    ] == [
        "+2.28 percentage points",
        "+0.33",
        "−1 percentage point",
    ]


def test_of_fine_figures_it_is_written_as_finely(tmp_path: Path) -> None:
    rows = [{"period": "2023", "value": 0.0154}, {"period": "2024", "value": 0.0155}]
    words = Wording(small(tmp_path, rows, TONNES), language("en"))
    assert had_a_year(words, pd.Series({"indicator": "x", "had": 0.00345})) == "+0.0035 tonnes"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2024", "From 2024 on, the target of 540 tonnes for 2025 asks for +200 tonnes."),
        ("2023", "From 2023 on, the target of 540 tonnes for 2025 asks for +100 tonnes a year."),
    ],
)
def test_what_one_year_has_to_bring_is_not_told_a_year(
    tmp_path: Path, last: str, said: str
) -> None:
    goal: Row = {"period": "2025", "value": 540, "kind": "by"}
    review = small(tmp_path, [{"period": last, "value": 340}], TONNES, targets=[goal])
    assert [*still_needed(Wording(review, language("en")), "x")] == [said]
