import pandas as pd
import pytest

from giaoban.tables.measures import adding, adds_up, in_points, in_ratio


@pytest.mark.parametrize(
    ("measure", "additive", "adds"),
    [
        ("count", None, True),
        ("count", False, False),
        ("number", None, False),
        ("number", pd.NA, False),
        ("number", True, True),
        ("percent", None, False),
        ("rating", True, False),
    ],
)
def test_a_count_adds_up_unless_it_is_said_not_to_an_amount_where_it_is_said(
    measure: str, additive: object, adds: bool
) -> None:
    about = {"unit_measure": measure, "additive": additive}
    assert adds_up(about) == adds
    assert adding(pd.DataFrame([about | {"indicator": "x"}])).to_dict() == {"x": adds}


def test_an_amount_in_percent_differs_in_points_and_no_rate_is_so_much_percent_of_another() -> None:
    growth, births = ({"unit_measure": "number", "unit_vi": unit} for unit in ("%", "‰"))
    assert (in_points(growth), in_points(births)) == (True, False)
    assert not in_ratio(growth)
    assert not in_ratio(births)
    assert in_ratio({"unit_measure": "number", "unit_vi": "tấn"})
    assert not in_ratio({"unit_measure": "percent"})
