from pathlib import Path

import pytest
from drafting import drafted

from giaoban.extract.vietnamese import find_mentions


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("năm 2022", "2022"),
        ("2021-2025", "2021/2025"),
        ("giai đoạn 2020–2022", "2020/2022"),
        ("từ năm 2020 đến năm 2022", "2020/2022"),
        ("3 năm (2020-2022)", "2020/2022"),
        ("nhiệm kỳ (2015-2020)", "2015/2020"),
        ("6 tháng đầu năm 2022", "2022-01/2022-06"),
        ("sáu tháng đầu năm 2022", "2022-01/2022-06"),
        ("9 tháng năm 2022", "2022-01/2022-09"),
        ("5 tháng cuối năm 2020", "2020-08/2020-12"),
        ("quý II/2023", "2023-04/2023-06"),
        ("quý 3 năm 2023", "2023-07/2023-09"),
        ("tháng 8/2021", "2021-08"),
        ("tháng 8 đến tháng 12/2020", "2020-08/2020-12"),
        ("nửa đầu năm 2024", "2024-01/2024-06"),
        ("4/2023", "2023-04"),
        ("quý I", "None"),
        ("3 năm", "None"),
        ("hai năm", "None"),
    ],
)
def test_a_period_is_read(text: str, period: str) -> None:
    (mention,) = find_mentions(text)
    assert (mention.sort, str(mention.period)) == ("period", period)


def test_a_year_set_against_another_is_a_year(tmp_path: Path) -> None:
    table = drafted(tmp_path, "So sánh 2023/2022: tăng 12%.").set_index("as_published")
    assert table.loc[["2023", "2022"], "kind"].tolist() == ["period", "period"]
