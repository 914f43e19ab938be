import pytest

from giaoban.sheet.words.sums import is_mean, is_only_sum, is_sum


def test_sums_are_known() -> None:
    assert all(map(is_sum, ["Tổng cộng", "Toàn huyện", "Cộng", "Chung toàn tỉnh"]))
    assert not is_sum("Tổng sản lượng")
    assert [is_only_sum(text) for text in ("Cộng", "Toàn huyện")] == [True, False]


@pytest.mark.parametrize(
    "text",
    ["Grand total", "County total", "District total", "Whole county", "Overall", "Sum", "Total",
     "All units", "All schools", "Total for the county", "Tổng toàn huyện", "Cộng chung",
     "Toàn huyện", "Chung toàn tỉnh", "Tổng cộng toàn xã", "Total of all schools",
     "Total for Mau District", "Total for 2024"],
)  # fmt: skip
def test_a_whole_is_known_whatever_it_is_the_whole_of(text: str) -> None:
    assert is_sum(text)


@pytest.mark.parametrize(
    "text",
    ["Average", "Mean", "County average", "Average for all schools", "Overall average",
     "Bình quân chung"],
)  # fmt: skip
def test_a_mean_is_no_sum(text: str) -> None:
    assert (is_mean(text), is_sum(text)) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Total output",
        "County road 5",
        "Overall Hill",
        "Mean Street",
        "Subtotal",
        "Total in poverty",
        "Total in prison",
        "Total of fines",
        "Total for girls",
    ],
)
def test_what_only_begins_so_is_neither(text: str) -> None:
    assert (is_mean(text), is_sum(text)) == (False, False)
