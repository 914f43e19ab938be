"""The signs of lists and outlines are told from words that only look like them."""

import pytest

from giaoban.extract.vietnamese.signs import (
    bullet_of,
    inner_sign,
    is_ranked,
    sign_of,
    sort_of_sign,
)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("1. Rà soát", "1."),
        ("1.2. Rà soát", "1.2."),
        ("1/ Rà soát", "1/"),
        ("1/Rà soát", "1/"),
        ("a) Rà soát", "a)"),
        ("a/ Rà soát", "a/"),
        ("A. Rà soát", "A."),
        ("(2) Rà soát", "(2)"),
        ("XXXIX. Rà soát", "XXXIX."),
        ("II/ Rà soát", "II/"),
        ("IV - Rà soát", "IV -"),
        ("- Rà soát", "-"),
        ("II.1. Rà soát", "II.1."),
        ("A - KINH TẾ", "A -"),
        ("III.Phương hướng", "III."),
        ("II/Chỉ tiêu", "II/"),
        ("II-Mục tiêu", "II-"),
        ("1/3 số hộ", ""),
        ("V/v rà soát", ""),
        ("V.I. Lênin", ""),
        ("30/4 là ngày nghỉ", ""),
        ("Đ/c Chủ tịch", ""),
        ("k/h số 12", ""),
        ("A.Nguyễn", ""),
        ("X-quang phổi", ""),
        ("VIP. Khách", ""),
        ("Rà soát", ""),
    ],
)
def test_a_line_begins_with_a_sign_or_with_a_word(line: str, sign: str) -> None:
    assert sign_of(line) == sign
    assert bullet_of(line) == (sign if sign == "-" else "")
    assert is_ranked(line) == (sign[:1] in ("I", "X") and sign != "II.1.")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1.", "12.", True),
        ("1.", "1/", False),
        ("a)", "đ)", True),
        ("A.", "a.", False),
        ("A.", "I.", False),
        ("IX.", "XIV.", True),
        ("1.", "1.1.", False),
        ("II.1.", "III.2.", True),
    ],
)
def test_signs_of_one_list_are_alike(one: str, other: str, alike: bool) -> None:
    assert (sort_of_sign(one) == sort_of_sign(other)) == alike


def test_a_list_may_begin_behind_a_colon() -> None:
    found = inner_sign("Giao Phòng Kinh tế: a) Rà soát.")
    assert found is not None
    assert found["sign"] == "a)"
    assert inner_sign("Tỷ lệ: 1.5 lần") is None
