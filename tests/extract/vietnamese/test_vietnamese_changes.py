from pathlib import Path

import pytest
from drafting import propose


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("giảm tỷ lệ hộ nghèo 1,5%", True),
        ("phấn đấu giảm tỷ lệ hộ nghèo 1,5%", True),
        ("tăng số đảng viên mới thêm 12 đồng chí", True),
        ("tăng từ 5 đến 7%", True),
        ("giảm tỷ lệ hộ nghèo xuống còn 1,5%", False),
        ("tỷ lệ hộ nghèo giảm còn 1,5%", False),
        ("giảm tỷ lệ hộ nghèo từ 5% năm 2020 xuống 3%", False),
        ("tăng cường kiểm tra 12 chi bộ", False),
        ("công tác giảm nghèo đạt 97%", False),
    ],
)
def test_what_may_be_a_change_or_a_level_is_in_doubt(
    tmp_path: Path, text: str, doubted: bool
) -> None:
    row = propose(tmp_path, f"Năm 2022, toàn huyện {text}.").iloc[0]
    assert ("change_or_level" in row["doubts"].split()) == doubted
