"""What cannot be is not supposed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RAW

from giaoban.errors import GiaobanError
from giaoban.review import Review, load
from giaoban.whatif import suppose


@pytest.fixture(scope="module")
def in_2025() -> Review:
    return load("demo", "2025-07-15", "", RAW)


@pytest.mark.parametrize(
    ("indicator", "value", "qualifier", "said"),
    [
        ("orgs-rated", 101, "=", "percentage out of range (found 101), expected 0 to 100"),
        ("orgs-rated", -1, "=", "percentage out of range (found -1), expected 0 to 100"),
        ("orgs-rated", 100, ">", "no share can be so (found > 100), expected >= or <="),
        ("members-admitted", 170.5, "=", "not a count (found 170.5), expected a whole number"),
        ("members-admitted", -5, "~", "not a count (found ~ -5), expected a whole number"),
        ("members-admitted", 1e21, "=", "number too large (found 1e+21), expected less than"),
        ("reform-index", float("inf"), "=", "number too large (found inf), expected less than"),
    ],
)
def test_a_number_that_no_row_could_hold_is_refused(
    in_2025: Review, indicator: str, value: float, qualifier: str, said: str
) -> None:
    with pytest.raises(GiaobanError) as refused:
        suppose(in_2025, indicator, value, qualifier)
    assert str(refused.value).startswith(f"supposed value: {said}")


# 81 members were admitted from January to June 2025.
@pytest.mark.parametrize(
    ("value", "qualifier", "typed", "found"),
    [
        (80, "=", "", "80"),
        (80, "<=", "80", "<= 80"),
        (81, "<", "", "< 81"),
        (70, "~", "70", "~ 70"),
    ],
)
def test_a_count_of_a_year_is_not_less_than_what_a_part_of_it_has_already(
    in_2025: Review, value: float, qualifier: str, typed: str, found: str
) -> None:
    with pytest.raises(GiaobanError) as refused:
        suppose(in_2025, "members-admitted", value, qualifier, typed)
    assert str(refused.value) == (
        f"supposed value: less than 2025 has already (found {found}), expected at least 81"
    )


@pytest.mark.parametrize(
    ("indicator", "value", "qualifier"),
    [
        ("members-admitted", 81, "="),
        ("members-admitted", 81, "<="),
        ("members-admitted", 50, ">="),
        ("members-admitted", 80, "~"),
        ("complaints", 0, "="),
        ("complaints", 0, "<"),
        ("on-time", 50, "="),
    ],
)
def test_what_the_part_leaves_open_is_supposed(
    in_2025: Review, indicator: str, value: float, qualifier: str
) -> None:
    figures = suppose(in_2025, indicator, value, qualifier).tables["figures"]
    assert figures.query("obs_status == 'supposed'")["value"].tolist() == [value]


@pytest.mark.parametrize(
    ("changed", "least"),
    [
        ({"value": "20", "period": "2023-07/2023-09"}, 50),
        ({"value": "20", "period": "2023-10/2023-11"}, 30),
        ({"value": "20", "period": "2023-07/2023-09", "obs_status": "F"}, 30),
    ],
    ids=["parts that follow one another add up", "one after a gap does not", "nor a forecast"],
)
def test_parts_that_were_published_add_up(
    programme: Path, append: Callable[..., None], changed: dict[str, str], least: int
) -> None:
    usual = {"indicator": "members-admitted", "unit": "my-duc", "reported_on": "2023-03-14"}
    usual["source"] = "myduc-2023-03-15"
    append("figures", **usual, value="30", period="2023-01/2023-06")
    append("figures", **(usual | changed))
    review = load(programme.name, "2023-03-14", "", programme.parent)
    suppose(review, "members-admitted", least)
    with pytest.raises(GiaobanError, match=f"less than 2023 has already .* {least}"):
        suppose(review, "members-admitted", least - 1)
