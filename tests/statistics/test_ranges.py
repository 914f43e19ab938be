import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language import percentage
from giaoban.statistics import QUANTITY, SHARE, Demand, Range, demand, exceeds, reached, stated
from giaoban.statistics.ranges import half_meant

SIGNS = st.sampled_from(["=", ">=", ">", "<=", "<", "~"])
SHARES = st.integers(0, 1000).map(lambda n: n / 10)


@pytest.mark.parametrize(
    ("value", "qualifier", "share", "expected"),
    [
        (89.0, "=", True, Range(89, 89)),
        (89.0, ">", True, Range(89, 100, low_open=True)),
        (89.0, "<", True, Range(0, 89, high_open=True)),
        (100.0, ">=", True, Range(100, 100)),
        (0.0, "<=", False, Range(0, 0)),
        (460.0, ">", False, Range(460, math.inf, low_open=True)),
        (150.0, "~", False, Range(145, 155)),
        (12.5, "~", True, Range(12.45, 12.55)),
        (98.0, "~", True, Range(97.5, 98.5)),
        (99.97, "~", True, Range(99.965, 99.975)),
        (100.0, "~", True, Range(95, 100)),
        # Below 0 a range goes on as far as it was said to.
        (-2.0, "<", False, Range(-math.inf, -2, high_open=True)),
        (-2.0, "~", False, Range(-2.1, -1.9)),
        (math.nan, "=", True, Range(0, 100)),
        (math.nan, "=", False, Range(0, math.inf)),
    ],
)
def test_a_qualifier_leaves_its_range_open(
    value: float, qualifier: str, share: bool, expected: Range
) -> None:
    found = stated(value, qualifier, SHARE if share else QUANTITY)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))
    assert (found.low_open, found.high_open) == (expected.low_open, expected.high_open)


@pytest.mark.parametrize(
    ("value", "decimals", "least", "most"),
    [
        (100.0, 0, 95, 105),
        (150.0, 0, 145, 155),
        (97.0, 1, 96.95, 97.05),
        (97.0, 0, 96.5, 97.5),
        (97.25, 1, 97.245, 97.255),
        # Half a unit of these would be more than 5% of them.
        (5.0, 0, 4.75, 5.25),
        (1000.0, 0, 950, 1050),
        (0.0, 0, 0, 0),
        (1.0, 0, 0.95, 1.05),
    ],
)
def test_about_is_half_of_the_last_printed_unit_and_never_more_than_5_percent(
    value: float, decimals: int, least: float, most: float
) -> None:
    found = stated(value, "~", decimals=decimals)
    assert (found.low, found.high) == pytest.approx((least, most))


@given(st.integers(-(10**6), 10**6), st.integers(0, 4))
def test_about_a_number_never_means_more_than_5_percent_of_it(number: int, decimals: int) -> None:
    value = number / 10**decimals
    half = half_meant(value, decimals)
    assert 0 <= half <= abs(value) * 0.05 * (1 + 1e-12)
    assert (half == 0) == (value == 0)


@given(SHARES, SIGNS)
def test_a_range_holds_the_value_that_was_stated_and_nothing_that_no_share_can_be(
    value: float, qualifier: str
) -> None:
    span = stated(value, qualifier, limits=SHARE, decimals=1)
    assert 0 <= span.low <= value <= span.high <= 100


@pytest.mark.parametrize(
    ("value", "value_to", "qualifier", "better", "expected"),
    [
        (90.0, math.nan, "=", "up", Demand("up", 90, 90)),
        (90.0, math.nan, "=", "down", Demand("down", 90, 90)),
        (90.0, math.nan, "=", "none", Demand("", 90, 90)),
        (90.0, math.nan, ">=", "down", Demand("up", 90, 90)),
        (90.0, math.nan, "<=", "up", Demand("down", 90, 90)),
        (90.0, math.nan, ">", "none", Demand("up", 90, 90, strict=True)),
        (90.0, math.nan, "<", "up", Demand("down", 90, 90, strict=True)),
        (150.0, math.nan, "~", "up", Demand("up", 145, 155)),
        (150.0, math.nan, "~", "down", Demand("down", 155, 145)),
        (90.0, 95.0, "=", "up", Demand("up", 90, 90, far=95)),
        (90.0, 95.0, "=", "down", Demand("down", 95, 95, far=90)),
        (90.0, 95.0, "=", "none", Demand("within", 90, 95)),
        (math.nan, math.nan, "=", "up", Demand("up", 0, math.inf)),
        (math.nan, math.nan, "=", "down", Demand("down", math.inf, 0)),
    ],
)
def test_a_target_asks_for_its_hardest_end_for_certain_and_for_its_easiest_at_all(
    value: float, value_to: float, qualifier: str, better: str, expected: Demand
) -> None:
    assert demand(value, value_to, qualifier, better) == expected


def test_a_share_that_was_not_published_lies_anywhere_up_to_100() -> None:
    assert demand(math.nan, math.nan, "=", "up", limits=SHARE) == Demand("up", 0, 100)


@given(*[st.integers(-50, 50)] * 2, *[st.integers(0, 50)] * 2)
def test_in_percent_of_a_whole_are_all_that_two_ranges_leave_open(
    one: int, other: int, small: int, large: int
) -> None:
    part = Range(min(one, other), max(one, other))
    whole = Range(min(small, large), max(small, large))
    found = part.in_percent_of(whole)
    shares = [
        percentage(number, of)
        for number in (part.low, part.high)
        for of in (whole.low, whole.high)
        if of
    ]
    assert all(found.low <= share <= found.high for share in shares)
    if whole.low:
        assert (found.low, found.high) == (min(shares), max(shares))
    endless = Range(-math.inf, part.high).in_percent_of(Range(1, math.inf))
    assert endless == Range(-math.inf, max(part.high * 100, 0))


def test_how_much_none_is_of_what_may_be_none_is_open() -> None:
    assert Range(0, 0).in_percent_of(Range(0, 5)) == Range(0, math.inf)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Range(0.2, 0.5), Range(10, 50)),
        (Range(-0.5, -0.2), Range(-50, -10)),
        (Range(-0.5, 0.5), Range(-50, 50)),
    ],
)
def test_a_part_that_is_less_than_one_is_in_percent_of_a_whole_as_any(
    part: Range, expected: Range
) -> None:
    assert part.in_percent_of(Range(1, 2)) == expected


@pytest.mark.parametrize(
    ("figure", "asked", "expected"),
    [
        (Range(90, 90), Demand("up", 90, 90), True),
        (Range(90, 90), Demand("up", 90, 90, strict=True), False),
        (Range(90, 100, low_open=True), Demand("up", 90, 90, strict=True), True),
        (Range(90, 100), Demand("up", 90, 90, strict=True), None),
        (Range(0, 90, high_open=True), Demand("up", 90, 90), False),
        (Range(0, 90), Demand("up", 90, 90), None),
        (Range(99.5, 99.5), Demand("up", 100, 100), False),
        (Range(150, 150), Demand("up", 145, 155), None),
        (Range(155, 155), Demand("up", 145, 155), True),
        (Range(144, 144), Demand("up", 145, 155), False),
        (Range(5, 5), Demand("down", 5, 5), True),
        (Range(5, 5), Demand("down", 5, 5, strict=True), False),
        (Range(0, 5, high_open=True), Demand("down", 5, 5, strict=True), True),
        (Range(5, 9, low_open=True), Demand("down", 5, 5), False),
        (Range(92, 92), Demand("within", 90, 95), True),
        (Range(90, 95), Demand("within", 90, 95), True),
        (Range(89, 91), Demand("within", 90, 95), None),
        (Range(96, 99), Demand("within", 90, 95), False),
        (Range(92, 92), Demand("", 90, 90), None),
    ],
)
def test_a_target_is_reached_where_the_whole_range_reaches_its_hardest_end(
    figure: Range, asked: Demand, expected: bool | None
) -> None:
    assert reached(figure, asked) is expected


@given(SHARES, SIGNS, SHARES, SIGNS, st.sampled_from(["up", "down"]), st.data())
def test_a_verdict_on_a_range_holds_for_every_number_in_it(
    value: float, sign: str, target: float, asked: str, better: str, data: st.DataObject
) -> None:
    goal = demand(target, math.nan, asked, better, limits=SHARE)
    span = stated(value, sign, limits=SHARE, decimals=1)
    inside = data.draw(st.floats(span.low, span.high))
    left_out = (inside == span.low and span.low_open) or (inside == span.high and span.high_open)
    verdict = reached(span, goal)
    if verdict is not None and not left_out:
        assert reached(Range(inside, inside), goal) is verdict


@given(SHARES, SHARES, SIGNS, st.sampled_from(["up", "down"]))
def test_less_is_to_a_ceiling_what_more_is_to_a_floor(
    value: float, target: float, sign: str, better: str
) -> None:
    goal = demand(target, math.nan, sign if sign == "~" else "=", better)
    turned = Demand("down" if better == "up" else "up", -goal.easiest, -goal.hardest)
    span = stated(value, sign)
    assert reached(span, goal) is reached(span.mirrored(), turned)


def test_ranges_add_up_end_by_end_and_an_end_that_is_left_out_stays_so() -> None:
    over, under = stated(300, ">"), stated(100, "<")
    assert over + over == Range(600, math.inf, low_open=True)
    assert under + under == Range(0, 200, high_open=True)
    assert over + stated(100, "=") == Range(400, math.inf, low_open=True)
    assert stated(100, "=") + under == Range(100, 200, high_open=True)
    assert stated(0.1, "=") + stated(0.2, "=") == Range(0.3, 0.3)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Range(1, 2), Range(2, 3), True),
        (Range(1, 2, high_open=True), Range(2, 3), False),
        (Range(1, 2), Range(2, 3, low_open=True), False),
        (Range(1, 2), Range(3, 4), False),
        (Range(1, 5), Range(2, 3), True),
        (Range(2, 2), Range(1, 2), True),
    ],
)
def test_two_ranges_meet_where_some_number_lies_in_both(
    one: Range, other: Range, expected: bool
) -> None:
    assert one.meets(other) is expected
    assert other.meets(one) is expected


@pytest.mark.parametrize(
    ("figure", "asked", "expected"),
    [
        (Range(90, 90), Demand("up", 90, 90), False),
        (Range(90, 100, low_open=True), Demand("up", 90, 90), True),
        (Range(90, 100), Demand("up", 90, 90), False),
        (Range(99, 99), Demand("up", 90, 90, strict=True), False),
        (Range(5, 5), Demand("down", 6, 6), True),
        (Range(0, 5, high_open=True), Demand("down", 5, 5), True),
        (Range(155, 155), Demand("up", 145, 155), False),
        (Range(156, 156), Demand("up", 145, 155), True),
        (Range(92, 92), Demand("up", 90, 90, far=95), False),
        (Range(96, 96), Demand("up", 90, 90, far=95), True),
        (Range(89, 89), Demand("down", 95, 95, far=90), True),
        (Range(92, 92), Demand("within", 90, 95), False),
        (Range(100, 100), Demand("up", 0, 100), False),
    ],
)
def test_only_what_lies_beyond_a_target_for_certain_exceeds_it(
    figure: Range, asked: Demand, expected: bool
) -> None:
    assert exceeds(figure, asked) == expected
    assert reached(figure, asked) or not expected
