from pathlib import Path

import pytest
from drafting import contexts, last, propose

from giaoban.extract.vietnamese import qualifiers_of


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
        ("ước đạt 93%", "="),
        ("ước đạt khoảng 93%", "~"),
        ("xấp xỉ 93%", "~"),
    ],
)
def test_the_words_before_and_after_qualify(tmp_path: Path, text: str, qualifier: str) -> None:
    table = propose(tmp_path, f"Năm 2022, tỷ lệ chi bộ tốt {text}.")
    assert table[["value", "qualifier"]].to_numpy().tolist() == [["93", qualifier]]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("hoàn thành 100% trở lên", [">="]),
        ("tối đa 2% phải xin lỗi", ["<="]),
        ("đạt khoảng hơn 93%", ["~", ">"]),
        ("đạt trên 93% trở xuống", [">", "<="]),
        ("ít nhất đạt từ 93% trở lên", [">="]),
        # The word is said of something else.
        ("trên toàn huyện đạt 93%", []),
        ("đạt 93%", []),
    ],
)
def test_each_qualifier_is_given_once_in_the_order_of_the_words(
    text: str, signs: list[str]
) -> None:
    assert qualifiers_of(last(text), claim=False) == signs


def test_both_ends_of_a_range_are_qualified_by_it_alone() -> None:
    found = [qualifiers_of(end, claim=False) for end in contexts("trên 89% đến 93% chi bộ")]
    assert found == [[">="], ["<="]]


def test_higher_than_says_which_way_a_claim_is_one_and_qualifies_a_figure() -> None:
    higher = last("cao hơn 2%")
    assert qualifiers_of(higher, claim=True) == []
    assert qualifiers_of(higher, claim=False) == [">"]
    assert qualifiers_of(last("tăng trên 2%"), claim=True) == [">"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ước đạt 93%", "E"),
        ("ước đạt trên 93%", "E"),
        ("ước thực hiện cả năm 93%", "E"),
        ("ước tính là 93%", "E"),
        ("đạt 93%", ""),
        # What is estimated is another number.
        ("ước đạt 91%, năm trước 93%", ""),
    ],
)
def test_what_is_called_an_estimate_is_proposed_as_one(
    tmp_path: Path, text: str, status: str
) -> None:
    table = propose(tmp_path, f"Năm 2022, tỷ lệ chi bộ tốt {text}.")
    assert table["obs_status"].iloc[-1] == status
