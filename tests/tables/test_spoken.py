import pytest

from giaoban.tables.spoken import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tỷ lệ hộ nghèo", "vi"),
        ("Hà Nội", "vi"),
        ("Đảng viên", "vi"),
        ("Năm", "vi"),
        ("Poverty rate", ""),
        ("Café society, naïve façades in São Paulo", ""),
        ("Bac Giang", ""),
    ],
)
def test_only_letters_that_no_other_word_has_show_vietnamese(text: str, language: str) -> None:
    assert language_of(text) == language
