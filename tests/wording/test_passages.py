from collections.abc import Callable
from pathlib import Path

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import Wording, in_vietnamese


def test_a_title_without_english_stands_in_vietnamese(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("indicators", 2, title_en="")
    words = Wording(load(str(programme), "latest", "", programme), language("en"))
    title = words.title_of("indicator", "orgs-rated")
    assert title == "Tổ chức cơ sở đảng được xếp loại"
    assert in_vietnamese(words) == [title]


def test_a_programme_in_two_languages_and_a_vietnamese_report_have_no_such_passage(
    review: Review,
) -> None:
    assert in_vietnamese(Wording(review, language("en"))) == []
    assert in_vietnamese(Wording(review, language("vi"))) == []
