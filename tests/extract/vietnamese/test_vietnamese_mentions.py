from giaoban.extract.vietnamese import Mention, Quantity, find_mentions
from giaoban.language import parse_period

TEXT = "Sáng 14/3/2023, theo Nghị quyết 09, năm 2022 hai xã kết nạp 460 đảng viên mới."


def test_a_mention_says_where_a_number_stands_and_what_sort_it_is_of() -> None:
    said = [(mention.sort, TEXT[mention.start : mention.end]) for mention in find_mentions(TEXT)]
    assert said == [
        ("date", "14/3/2023"),
        ("document", "Nghị quyết 09"),
        ("period", "năm 2022"),
        ("words", "hai"),
        ("quantity", "460"),
    ]


def test_only_what_may_be_a_figure_is_more_than_a_mention_and_only_a_period_has_one() -> None:
    date, document, year, words, number = find_mentions(TEXT)
    assert {type(mention) for mention in (date, document, words)} == {Mention}
    assert isinstance(number, Quantity)
    assert (number.number, number.measure, number.unit) == ("460", "count", "đảng viên mới")
    periods = [mention.period for mention in (date, document, year, words, number)]
    assert periods == [None, None, parse_period("2022"), None, None]
