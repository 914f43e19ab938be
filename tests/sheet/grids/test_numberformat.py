from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language import readings
from giaoban.sheet.grids.numberformat import shown_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (98, "0.0", "98,0"),
        (0.978, "0.0%", "97,8%"),
        (0.978, "0%", "98%"),
        (1234.5, "#,##0.0", "1.234,5"),
        (1234.56, "#,##0.##", "1.234,56"),
        (1234.5, "#,##0.##", "1.234,5"),
        (94.34343434343434, "0.00", "94,34"),
        (97.8, '0.0"%"', "97,8%"),
        (12.5, "General", "12,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1234567, '_(* #,##0_);_(* (#,##0)_);_(* "-"_)', "1.234.567"),
        (1234567, "#,##0,", "1234567"),
        (-3.25, "0.0", "-3,3"),
        (900719925474099, f"0.{'0' * 30}", f"900719925474099,{'0' * 12}"),
    ],
)
def test_a_number_is_shown_as_its_format_does(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code)[0] == shown


@given(
    st.decimals(-(10**7), 10**7, places=4).map(float),
    st.sampled_from(["General", "0", "0.0", "0.00", "#,##0", "#,##0.00", "0.0%", "0%"]),
)
def test_the_value_is_one_that_its_print_can_stand_for(value: float, code: str) -> None:
    shown, held = shown_number(value, code)
    assert Decimal(held) in readings(shown)
