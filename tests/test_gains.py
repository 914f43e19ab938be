import pytest
from frames import compared, indicators, yearly

from giaoban.gains import gains


def last(*rows: dict[str, object], better: str = "up") -> object:
    found = gains(compared(*rows), indicators(better=better))
    return found.iloc[-1]


@pytest.mark.parametrize(
    ("values", "better", "expected"),
    [
        ((50, 60), "up", "better"),
        ((50, 60), "down", "worse"),
        ((60, 50), "up", "worse"),
        ((60, 50), "down", "better"),
        ((50, 50), "up", "same"),
    ],
)
def test_it_is_said_by_the_way_that_is_better(
    values: tuple[float, ...], better: str, expected: str
) -> None:
    assert last(*yearly(*values), better=better) == expected


def test_a_range_is_better_only_where_all_of_it_is() -> None:
    assert (
        last({"period": "2021", "value": 50.0}, {"period": "2022", "value": 80.0, "qualifier": ">"})
        == "better"
    )
    assert (
        last({"period": "2021", "value": 85.0}, {"period": "2022", "value": 80.0, "qualifier": ">"})
        == "undetermined"
    )


def test_a_forecast_is_no_gain() -> None:
    rows = yearly(50, 70)
    rows[1]["obs_status"] = "F"
    assert last(*rows) == "undetermined"


def test_nothing_is_said_across_a_break_or_where_no_way_is_better() -> None:
    broken = [dict(row, definition=d) for row, d in zip(yearly(50, 70), "ab", strict=True)]
    assert last(*broken) is None or last(*broken) != last(*broken)
    assert last(*yearly(50, 70), better="none") not in ("better", "worse", "same", "undetermined")
