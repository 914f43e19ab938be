from pathlib import Path

import pytest
from smallprogramme import Row, small

from giaoban.analysis import Review
from giaoban.language import language
from giaoban.wording import Wording, status_called, status_name, tally_of_targets


@pytest.mark.parametrize(
    ("status", "qualifier", "better", "called"),
    [
        ("exceeded", "=", "up", "exceeded"),
        ("exceeded", "=", "down", "better_than_asked"),
        # The sign of a target counts for more than the way that is better.
        ("exceeded", "<=", "none", "better_than_asked"),
        ("exceeded", "<=", "up", "better_than_asked"),
        ("exceeded", ">=", "down", "exceeded"),
        ("met", "<=", "down", "met"),
        ("not_met", "<=", "down", "not_met"),
    ],
)
def test_what_stays_under_a_ceiling_with_room_is_not_called_exceeded(
    status: str, qualifier: str, better: str, called: str
) -> None:
    assert status_called(status, qualifier, better) == called


SHARE: Row = {"unit_measure": "percent", "better": "up"}


@pytest.fixture
def review(tmp_path: Path) -> Review:
    """Give a floor and a ceiling, each kept with room."""
    about = [SHARE, SHARE | {"indicator": "y", "better": "down", "title_en": "Indicator y"}]
    figures: list[Row] = [{"indicator": name, "period": "2024", "value": 5} for name in "xy"]
    goals: list[Row] = [
        {"indicator": "x", "period": "2024", "value": 4, "qualifier": ">="},
        {"indicator": "y", "period": "2024", "value": 6, "qualifier": "<="},
    ]
    return small(tmp_path, figures, about, targets=goals)


@pytest.mark.parametrize(
    ("code", "floor", "ceiling"),
    [("en", "exceeded", "better than asked"), ("vi", "vượt", "tốt hơn chỉ tiêu")],
)
def test_a_floor_is_exceeded_and_a_ceiling_kept_better_than_asked(
    review: Review, code: str, floor: str, ceiling: str
) -> None:
    words = Wording(review, language(code))
    named = [status_name(words, row, row["status"]) for _, row in review.verdicts.iterrows()]
    assert review.verdicts["status"].unique().tolist() == ["exceeded"]
    assert named == [floor, ceiling]
    assert f"1 {floor}, 1 {ceiling}." in next(tally_of_targets(words))
