import pytest
from drafting import contexts, last, sentences

from giaoban.extract.vietnamese import find_mentions, split_sentences
from giaoban.language import parse_period


@pytest.mark.parametrize(
    "said",
    [
        ["Ngày 14.3.2023 họp giao ban.", "Thu đạt 1.245,6 tỷ đồng!", "Chi thế nào?"],
        ["TP. Hà Nội có 5 xã.", "Đ/c Nguyễn Văn A. Bình dự."],
        ["Hội nghị “đạt 20%.”", "Năm 2022 đạt 30%."],
        ["Đạt 20%. trong đó 5% xuất sắc.", "Hết."],
        ["Có 17/19 tiêu chí đã đạt"],
    ],
)
def test_a_full_stop_ends_a_sentence_and_not_a_number_or_an_abbreviation(said: list[str]) -> None:
    text = " ".join(said)
    found = sentences(text)
    assert [sentence.said.strip() for sentence in found] == said
    assert "".join(sentence.said for sentence in found) == text


def test_each_mention_is_in_the_sentence_that_it_stands_in() -> None:
    text = "Năm 2021 có 93,75%. Năm 2022 có 97,8%, trong đó 19,6% xuất sắc. Hết."
    mentions = find_mentions(text)
    found = list(split_sentences(text, mentions))
    assert [len(sentence.mentions) for sentence in found] == [2, 3, 0]
    assert [m for sentence in found for m in sentence.mentions] == mentions
    assert [q.number for q in found[1].quantities] == ["97,8%", "19,6%"]


def test_a_passage_without_a_word_has_no_sentence() -> None:
    assert sentences("") == sentences(" \n ") == []


def test_a_list_without_end_is_cut_and_loses_nothing() -> None:
    text = "Gồm: " + ", ".join(f"thôn Bình Sơn có {n} hộ" for n in range(1, 451))
    found = sentences(text)
    assert [len(sentence.mentions) for sentence in found] == [200, 200, 50]
    assert "".join(sentence.said for sentence in found) == text


def test_a_sentence_tells_the_times_of_its_figures_from_those_they_are_compared_with() -> None:
    text = "Sáng 14/3/2023, so với năm 2021, năm 2022 và 5 tháng cuối năm 2020 tăng 9 xã."
    (sentence,) = sentences(text)
    times = [time.period for time in sentence.times]
    assert times == [parse_period("2022"), parse_period("2020-08/2020-12")]
    assert sentence.time_words == ["5 tháng cuối năm 2020", "14/3/2023", "năm 2021", "năm 2022"]


def test_around_a_number_stands_what_reaches_to_the_numbers_beside_it() -> None:
    first, second = contexts("Toàn quận kết nạp 112 đảng viên mới, đạt 56% kế hoạch năm.")
    assert (first.before, first.after) == ("Toàn quận kết nạp ", " đảng viên mới, đạt ")
    assert (second.before, second.after) == (" đảng viên mới, đạt ", " kế hoạch năm.")
    assert second.said == "Toàn quận kết nạp 112 đảng viên mới, đạt "
    assert (first.follows, second.follows) == (False, True)


def test_an_own_part_of_a_sentence_ends_at_a_semicolon_and_at_brackets() -> None:
    number = last("Năm 2022 có 45 xã đạt chuẩn; cả huyện (trừ 2 xã) còn 3 xã (Bình Sơn) chưa đạt")
    assert (number.lead.split(), number.tail.split()) == (["còn"], ["xã", "chưa", "đạt"])


def test_brackets_around_a_number_alone_are_looked_out_of() -> None:
    _, share = contexts("Có 10 chi bộ (19,2%) hoàn thành xuất sắc")
    assert (share.alone, share.bracket) == (True, "")
    assert share.outside.after == " hoàn thành xuất sắc"
    _, more = contexts("Có 10 chi bộ (chiếm 19,2%) hoàn thành xuất sắc")
    assert (more.alone, more.bracket) == (False, "chiếm ")
    assert more.outside is more
