import pytest
from frames import compared, indicators

from giaoban.counted import counted_shares


@pytest.mark.parametrize(
    ("value", "printed", "verdict"),
    [(86.5, "86,5%", "agrees"), (86.0, "86%", "agrees_if_truncated"), (88.0, "88%", "disagrees")],
)
def test_a_share_printed_with_its_counts_is_held_against_them(
    value: float, printed: str, verdict: str
) -> None:
    row = {"period": "2022", "value": value, "as_published": printed}
    found = counted_shares(compared(row | {"numerator": 45.0, "denominator": 52.0}), indicators())
    assert found["verdict"].tolist() == [verdict]
