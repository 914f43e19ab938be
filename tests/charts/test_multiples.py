import pandas as pd
from drawn import points

from giaoban.charts.multiples import small_multiples


def test_small_multiples_give_each_unit_a_field_on_one_scale() -> None:
    table = pd.concat(
        [points((2021, v, 0), (2022, v + 5, 0), unit=f"u{v}", title=f"u{v}") for v in (50, 60, 90)]
    )
    figure = small_multiples(table, 100)
    shown = [axes for axes in figure.axes if axes.get_visible()]
    assert [axes.get_title(loc="left") for axes in shown] == ["u50", "u60", "u90"]
    assert len({axes.get_ylim() for axes in shown}) == 1
    assert shown[0].get_ylim()[0] == 0
