import pandas as pd
import pytest
from frames import DEFINITIONS

from giaoban.analysis import as_meant, contains, relation


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
        ("widest", "narrow", "wider"),
        ("narrow", "widest", "narrower"),
        ("apart", "wide", "other"),
        (None, "wide", "other"),
    ],
)
def test_how_what_was_counted_stands_to_what_was_meant(
    have: str | None, wanted: str | None, expected: str
) -> None:
    found = relation(pd.Series([have]), pd.Series([wanted]), DEFINITIONS)
    assert found.tolist() == [expected]


def test_what_is_not_said_to_be_meant_is_taken_as_it_is() -> None:
    assert as_meant("wide", "wide")
    assert as_meant("wide", float("nan"))
    assert not as_meant("wide", "narrow")
