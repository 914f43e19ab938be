import pandas as pd
import pytest

from giaoban.language import LARGEST
from giaoban.tables.types import convert, parse_numbers


def test_a_column_keeps_its_gaps_and_each_cell_that_cannot_be_read_is_a_fault() -> None:
    cells = ["93,75", None, "1.234", "many", "93,75", "many"]
    text = pd.DataFrame({"value": cells}, index=[2, 3, 5, 8, 9, 13], dtype="str")
    frame, faults = convert(text, {"fields": [{"name": "value", "type": "number"}]}, "figures.csv")
    assert frame["value"].dropna().to_dict() == {2: 93.75, 9: 93.75}
    assert frame.index.tolist() == text.index.tolist()
    assert [(fault.row, fault.problem, fault.found) for fault in faults] == [
        (5, "ambiguous number", "1.234"),
        (8, "not a number", "many"),
        (13, "not a number", "many"),
    ]


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
