from pathlib import Path

import pytest
from drafting import last, propose

from giaoban.extract.vietnamese import by_year, says_mean


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


@pytest.mark.parametrize(
    "text",
    [
        "mỗi năm kết nạp 150 đồng chí",
        "hằng năm có 150 đồng chí",
        "kết nạp 150 đồng chí mỗi năm",
        "kết nạp 150 đảng viên/năm",
        "thu nhập đạt 62 triệu đồng/người/năm",
    ],
)
def test_a_number_of_each_year_is_known_by_the_words_before_and_behind_it_and_by_its_unit(
    text: str,
) -> None:
    assert by_year(last(text))


@pytest.mark.parametrize(
    "text",
    [
        "năm 2022 kết nạp 150 đồng chí",
        "trong 3 năm, mỗi chi bộ kết nạp 150 đồng chí",
        "hằng năm họp giao ban; kết nạp 150 đồng chí",
        "mỗi năm 12 cuộc, kết nạp 150 đồng chí",
    ],
)
def test_what_is_said_of_each_year_elsewhere_in_the_sentence_is_not_said_of_a_number(
    text: str,
) -> None:
    assert not by_year(last(text))


@pytest.mark.parametrize(
    ("text", "mean"),
    [
        ("bình quân mỗi chi bộ có 12,5 đảng viên", True),
        ("trung bình 16,2 tỷ đồng", True),
        # So the statisticians call what each person has; it is no mean that the item worked out.
        ("thu nhập bình quân đầu người đạt 62 triệu đồng", False),
        ("bình quân mỗi xã có 12 chi bộ; toàn huyện có 460 đảng viên", False),
        ("bình quân mỗi xã có 12 chi bộ, toàn huyện có 460 đảng viên", False),
    ],
)
def test_a_number_is_called_a_mean_in_its_own_part_of_the_sentence(text: str, mean: bool) -> None:
    assert says_mean(last(text)) == mean
