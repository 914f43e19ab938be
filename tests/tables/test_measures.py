import pandas as pd
import pytest

from giaoban.language import Measure
from giaoban.tables.measures import adding, adds_up, begins_anew, in_points, in_ratio, is_rate


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


@pytest.mark.parametrize(
    "unit", ["%", "phần trăm", "Percent", "per cent", "% GRDP", "percent of GDP"]
)
def test_what_is_in_percent_however_it_is_written_differs_in_points(unit: str) -> None:
    about = {"unit_measure": "number", "unit_vi": unit}
    assert in_points(about)
    assert Measure("number", unit).in_points


def test_growth_in_percent_is_of_one_year_alone_and_a_share_of_something_is_a_level() -> None:
    growth, yearly, level = (
        {"unit_measure": "number", "unit_vi": unit} for unit in ("%", "%/năm", "% GRDP")
    )
    assert begins_anew(growth)
    assert begins_anew(yearly)
    assert not begins_anew(level)


@pytest.mark.parametrize(
    "unit",
    ["%", "‰", "phần nghìn", "per 1,000 live births", "per 1000", "deaths per 100,000", "per thousand",
     "per mille", "per million people", "trên 1.000 dân", "ca/100.000 dân", "bác sĩ/vạn dân",
     "giường/10 000 dân", "trẻ/1.000 trẻ đẻ sống", "visits per 100 people", "cases per ten thousand", "per 1 million people", "per 100k", "ca/100 nghìn dân",
     "% GRDP", "‰ dân số", "per cent of GDP", "điểm %", "hợp đồng/100 lao động",
     "nhà cộng đồng/1.000 dân"],
)  # fmt: skip
def test_so_many_of_a_round_number_are_a_rate(unit: str) -> None:
    assert is_rate(unit)
    assert not in_ratio({"unit_measure": "number", "unit_vi": unit})


@pytest.mark.parametrize(
    "unit",
    ["tấn", "triệu đồng/người", "tạ/ha", "người", "1.000 đồng", "nghìn người", "đồng/100 kg", "$ per 1,000",
     "USD/1.000 tấn", "trđ/1.000 dân", "US$ per 100 people", "per 1,500", "km/h", "visits per head", "per 12 months", "m³/ngày", "lượt/năm"],
)  # fmt: skip
def test_what_is_counted_measured_or_paid_is_no_rate(unit: str) -> None:
    assert not is_rate(unit)
    assert in_ratio({"unit_measure": "number", "unit_vi": unit})
