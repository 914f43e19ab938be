"""What a target that is not due yet still asks for."""

import pandas as pd
import pytest

from giaoban.analysis import Review
from giaoban.language import language
from giaoban.wording import Wording, needed_a_year


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
