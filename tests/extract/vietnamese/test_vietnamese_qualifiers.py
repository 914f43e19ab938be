from pathlib import Path

import pytest
from drafting import propose


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("đạt 93%", "="),
        ("đạt trên 93%", ">"),
        ("có hơn 93%", ">"),
        ("ít nhất 93%", ">="),
        ("không dưới 93%", ">="),
        ("từ 93% trở lên", ">="),
        ("đạt dưới 93%", "<"),
        ("không quá 93%", "<="),
        ("tối đa là 93%", "<="),
        ("khoảng 93%", "~"),
        ("gần 93%", "~"),
        ("ước đạt 93%", "~"),
        ("xấp xỉ 93%", "~"),
    ],
)
def test_the_words_before_and_after_qualify(tmp_path: Path, text: str, qualifier: str) -> None:
    table = propose(tmp_path, f"Năm 2022, tỷ lệ chi bộ tốt {text}.")
    assert table[["value", "qualifier"]].to_numpy().tolist() == [["93", qualifier]]
