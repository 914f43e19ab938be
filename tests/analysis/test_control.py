import pandas as pd
from frames import figures, indicators, units

from giaoban.analysis import control_charts


def figure(number: int, value: float, **more: object) -> dict[str, object]:
    year, month = 2020 + number // 4, 1 + number % 4 * 3
    return {"period": f"{year}-{month:02}/{year}-{month + 2:02}", "value": value} | more


def charts(*rows: dict[str, object]) -> pd.DataFrame:
    return control_charts(figures(*rows), indicators(), units())


def test_eight_quarters_make_a_chart_and_seven_do_not() -> None:
    quarters = [figure(n, 90 + n % 2) for n in range(8)]
    assert len(charts(*quarters)) == 8
    assert charts(*quarters[1:]).empty


def test_a_break_ends_a_stretch() -> None:
    rows = [figure(n, 90 + n % 2) for n in range(16)]
    rows[8] |= {"obs_status": "B"}
    assert charts(*rows).groupby("stretch").size().tolist() == [8, 8]
    rows[8] |= {"obs_status": "A"}
    rows[9] |= {"definition": "another"}
    assert charts(*rows).groupby("stretch").size().tolist() == [9]


def test_whole_years_among_the_quarters_are_no_part_of_their_chart() -> None:
    rows = [figure(n, 90 + n % 2) for n in range(8)] + [{"period": "2020", "value": 10.0}]
    assert charts(*rows)["value"].min() == 90
