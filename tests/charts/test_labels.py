import pandas as pd
from drawn import points

from giaoban.charts.labels import forms, joined, told


def test_the_last_the_first_and_the_turning_points_are_told_in_this_order() -> None:
    values = [50, 60, 70, 40, 45, 48]
    table = points(*((2019 + n, float(value), 0) for n, value in enumerate(values)))
    assert told(table) == [5, 0, 2, 3]


def test_a_series_that_only_rises_has_no_turning_point() -> None:
    table = points(*((2019 + n, 50.0 + n, 0) for n in range(6)))
    assert told(table) == [5, 0]


def test_the_figures_on_both_sides_of_a_break_are_told() -> None:
    table = points((2020, 50.0, 0), (2021, 51, 0), (2022, 52, 0), (2023, 60, 1), (2024, 65, 1))
    assert told(table) == [4, 0, 2, 3]


def test_sharper_turns_come_before_lesser_ones() -> None:
    values = [50, 90, 10, 52, 50, 60, 30, 55]
    table = points(*((2010 + n, float(value), 0) for n, value in enumerate(values)))
    order = told(table)
    assert order[:4] == [7, 0, 1, 2]
    assert order.index(6) < order.index(3)


def test_a_target_that_stays_the_same_is_one_line_and_another_is_another() -> None:
    rows = [(2022, 2022, 80.0), (2023, 2023, 80.0), (2024, 2024, 90.0), (2026, 2026, 90.0)]
    table = pd.DataFrame(rows, columns=["first", "last", "value"])
    lines = joined(table.assign(short=[f"target {value:g}%" for value in table["value"]]))
    assert [(line.first, line.last, line.value) for line in lines] == [
        (2022, 2023, 80),
        (2024, 2024, 90),
        (2026, 2026, 90),
    ]


def test_a_label_has_forms_of_several_lines_only_where_it_has_spaces() -> None:
    assert forms("93.75%") == ["93.75%"]
    assert forms("target at least 93%") == [
        "target at least 93%",
        "target at least\n93%",
        "target at\nleast 93%",
    ]
