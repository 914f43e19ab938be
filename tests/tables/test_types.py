import pandas as pd
import pytest

from giaoban.language import LARGEST
from giaoban.tables.types import parse_numbers


def test_a_column_keeps_its_gaps_and_names_its_problems() -> None:
    text = pd.Series(["93,75", None, "1.234", "many"], index=[2, 3, 5, 8], dtype="str")
    values, problems = parse_numbers(text)
    assert values.loc[2] == 93.75
    assert values.loc[[3, 5, 8]].isna().all()
    assert problems.tolist() == ["", "", "ambiguous number", "not a number"]
    assert problems.index.tolist() == [2, 3, 5, 8]


@pytest.mark.parametrize("sign", ["", "-"])
def test_from_the_largest_number_on_whole_numbers_run_into_each_other_and_none_is_read(
    sign: str,
) -> None:
    most = int(LARGEST)
    assert float(most) == float(most + 1)
    text = pd.Series([f"{sign}{most - 1}", f"{sign}{most}", f"{sign}{most + 1}"], dtype="str")
    values, problems = parse_numbers(text)
    assert values.iloc[0] == int(text.iloc[0])
    assert values.iloc[1:].isna().all()
    assert problems.tolist() == ["", "number too large", "number too large"]
