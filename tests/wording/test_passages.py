from collections.abc import Callable
from pathlib import Path

from places import RAW

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import Wording, said_in


def test_a_title_without_english_stands_in_vietnamese(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("indicators", 2, title_en="")
    words = Wording(load(str(programme), "latest", "", programme), language("en"))
    title = words.title_of("indicator", "orgs-rated")
    assert title == "Tổ chức cơ sở đảng được xếp loại"
    assert said_in(words) == {"vi": [title]}


def test_a_programme_in_english_alone_stands_in_english_in_a_vietnamese_report() -> None:
    words = Wording(load("wa-ombudsman", "latest", "", RAW), language("vi"))
    assert words.title_of("indicator", "complaints-received") == "Complaints received"
    assert words.measure("complaints-received").unit == "complaints"
    assert "Complaints received" in said_in(words)["en"]


def test_a_programme_in_two_languages_has_no_such_passage(review: Review) -> None:
    assert said_in(Wording(review, language("en"))) == {}
    assert said_in(Wording(review, language("vi"))) == {}
