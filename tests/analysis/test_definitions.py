import math

import pandas as pd
import pytest
from frames import DEFINITIONS, compared, figures, indicators, units, yearly

from giaoban.analysis import across_breaks, as_meant, compare, contains
from giaoban.analysis.definitions import relation

PAIR = pd.concat([indicators(), indicators(indicator="y", part_of="x")])


def test_a_definition_takes_in_what_the_one_it_includes_takes_in() -> None:
    ladder = pd.DataFrame({"definition": ["a", "b", "c"], "includes": [None, "a", "b"]})
    assert contains(ladder, "c", "a")
    assert not contains(ladder, "a", "c")
    assert not contains(ladder, "c", "c")


@pytest.mark.parametrize(
    ("have", "wanted", "expected"),
    [
        ("wide", "wide", "same"),
        ("wide", None, "same"),
        (None, None, "same"),
        ("widest", "narrow", "wider"),
        ("narrow", "widest", "narrower"),
        ("apart", "wide", "other"),
        (None, "wide", "other"),
    ],
)
def test_how_what_was_counted_stands_to_what_was_meant(
    have: str | None, wanted: str | None, expected: str
) -> None:
    assert relation(have, wanted, DEFINITIONS) == expected


def test_what_is_not_said_to_be_meant_is_taken_as_it_is() -> None:
    assert as_meant("wide", "wide")
    assert as_meant("wide", float("nan"))
    assert not as_meant("wide", "narrow")
    assert not as_meant(None, "narrow")


def bounds(table: pd.DataFrame, about: pd.DataFrame) -> list[list[object]]:
    found = across_breaks(compare(table, about, units()), about, DEFINITIONS)
    return found[["indicator", "counted_as", "least", "most"]].to_numpy().tolist()


def counted(*rows: tuple[float, str], **about: str) -> list[list[object]]:
    years = [
        {"period": str(2021 + n), "value": v, "definition": d} for n, (v, d) in enumerate(rows)
    ]
    return bounds(figures(*years), indicators(**about))


def test_93_75_well_or_better_and_97_8_completed_or_better_differ_by_minus_2_2_to_4_05() -> None:
    # As the wider one, the earlier share lies between 93.75% and 100%.
    assert counted((93.75, "narrow"), (97.8, "wide")) == [["x", "wide", -2.2, 4.05]]


def test_where_the_later_definition_is_the_narrower_one_the_later_share_is_open_upwards() -> None:
    assert counted((97.8, "wide"), (93.75, "narrow")) == [["x", "wide", -4.05, 2.2]]


def test_a_count_by_the_narrower_definition_has_no_upper_end() -> None:
    found = counted((10.0, "narrow"), (12.0, "widest"), unit_measure="count")
    assert found == [["x", "widest", -math.inf, 2.0]]


def test_nothing_follows_where_neither_definition_takes_in_the_other() -> None:
    assert counted((93.75, "narrow"), (97.8, "apart")) == []


def test_nothing_is_bounded_where_the_two_may_be_compared_or_for_another_reason() -> None:
    assert counted((93.75, "wide"), (97.8, "wide")) == []
    broken = figures(*yearly(1.0, 2.0))
    broken.loc[1, "obs_status"] = "B"
    assert bounds(broken, indicators()) == []


def test_20_and_19_6_of_a_base_that_is_not_said_differ_by_minus_0_8_to_0_9_as_shares_of_all() -> (
    None
):
    rows = [
        {"period": "2021", "value": 93.75, "definition": "narrow"},
        {"period": "2022", "value": 97.8, "definition": "wide"},
        {"indicator": "y", "period": "2021", "value": 20.0},
        {"indicator": "y", "period": "2022", "value": 19.6},
    ]
    (_, (indicator, _, least, most)) = bounds(figures(*rows), PAIR)
    # 19.6% of 97.8% are 19.1688%, 20% of 93.75% are 18.75%.
    assert indicator == "y"
    assert (least, most) == (pytest.approx(19.1688 - 20), pytest.approx(19.6 - 18.75))


def test_a_share_whose_base_was_not_published_in_both_periods_is_not_bounded() -> None:
    rows = [
        {"period": "2022", "value": 97.8},
        {"indicator": "y", "period": "2021", "value": 20.0, "numerator": 9, "denominator": 45},
        {"indicator": "y", "period": "2022", "value": 19.6},
    ]
    assert bounds(figures(*rows), PAIR) == []


def test_a_figure_that_is_a_range_widens_the_bounds() -> None:
    table = compared(
        {"period": "2021", "value": 90.0, "definition": "narrow"},
        {"period": "2022", "value": 95.0, "definition": "wide", "qualifier": ">="},
    )
    found = across_breaks(table, indicators(), DEFINITIONS).iloc[0]
    assert (found["least"], found["most"], found["row"]) == (-5, 10, table.index[-1])
    assert (found["previous_period"], found["reason"]) == ("2021", "definition_changed")


RANGE: dict[str, object] = {"value": 80.0, "value_to": 85.0, "qualifier": ".."}


@pytest.mark.parametrize(
    ("earlier", "later", "ends"),
    [
        (RANGE | {"definition": "narrow"}, {"value": 95.0, "definition": "wide"}, (-5, 15)),
        ({"value": 80.0, "definition": "wide"}, RANGE | {"definition": "narrow"}, (0, 20)),
    ],
)
def test_of_a_range_by_the_narrower_definition_the_lower_end_counts(
    earlier: dict[str, object], later: dict[str, object], ends: tuple[float, float]
) -> None:
    table = compared({"period": "2021"} | earlier, {"period": "2022"} | later)
    found = across_breaks(table, indicators(), DEFINITIONS).iloc[0]
    assert (found["least"], found["most"]) == ends
