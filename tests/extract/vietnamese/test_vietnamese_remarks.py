"""Results, shortcomings, causes and what is to be done are told by headings and opening words."""

import pytest

from giaoban.extract.vietnamese import Heading, find_mentions, remarks


def told(*passages: str) -> list[tuple[str, str]]:
    """Give section and text of what is found in passages one after the other."""
    under, found = Heading(), []
    for text in passages:
        here, under = remarks(text, find_mentions(text), under)
        found += [(remark.section, text[remark.start : remark.end].strip()) for remark in here]
    return found


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("I. KẾT QUẢ ĐẠT ĐƯỢC", "result"),
        ("2. Tồn tại, hạn chế", "shortcoming"),
        ("Những khó khăn, vướng mắc", "shortcoming"),
        ("Nguyên nhân", "cause"),
        ("III. Phương hướng, nhiệm vụ quý IV năm 2025", "direction"),
        ("Kết luận", "conclusion"),
        ("IV. Tổ chức thực hiện", "action"),
    ],
)
def test_what_stands_below_a_heading_is_of_its_section(heading: str, section: str) -> None:
    assert told(heading, "- Một số thôn họp muộn.") == [(section, "Một số thôn họp muộn.")]
    assert told(heading, "V. CHỈ TIÊU NĂM 2026", "Một số thôn họp muộn.") == []


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("Tuy nhiên, giải ngân vốn còn chậm.", "shortcoming"),
        ("Bên cạnh những kết quả đạt được, huyện còn một số hạn chế.", "shortcoming"),
        ("Nguyên nhân chủ yếu là do thiếu cán bộ.", "cause"),
        ("Kết luận hội nghị, Bí thư Huyện ủy yêu cầu giữ các chỉ tiêu.", "conclusion"),
        ("Thời gian tới, huyện tập trung giảm nghèo.", "direction"),
        ("Giao Phòng Kinh tế rà soát hộ nghèo.", "action"),
    ],
)
def test_a_sentence_says_by_its_first_words_what_it_is(sentence: str, section: str) -> None:
    assert told(f"An ninh ổn định. {sentence}") == [(section, sentence)]
    assert told(sentence, "Chiều cùng ngày, đoàn về xã.")[1:] == []


def test_a_list_is_of_the_section_of_the_sentence_that_announces_it() -> None:
    announced = "Bên cạnh đó, xã còn một số hạn chế như:"
    assert told(announced, "- Hồ sơ trả chậm.", "Đoàn dự lễ.") == [
        ("shortcoming", "Hồ sơ trả chậm.")
    ]


def test_a_figure_among_the_results_is_no_remark() -> None:
    assert told("Kết quả đạt được", "Thu ngân sách đạt 1,8 tỷ đồng.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nguyên nhân khách quan: mưa lũ kéo dài.", "objective"),
        ("Về chủ quan, một số thôn chưa chủ động.", "subjective"),
        ("Nguyên nhân chủ quan và khách quan chưa rõ.", ""),
    ],
)
def test_a_cause_is_subjective_or_objective_where_it_says_so(text: str, kind: str) -> None:
    (cause,), _ = remarks(text, find_mentions(text), Heading())
    assert (cause.section, cause.cause) == ("cause", kind)


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Giao Phòng Kinh tế chủ trì, xong trước ngày 30/11/2025.", "Phòng Kinh tế", "2025-11-30"),
        ("Giao Ban Dân tộc, Công an xã phối hợp rà soát.", "Ban Dân tộc, Công an xã", ""),
        ("Văn phòng UBND chịu trách nhiệm đôn đốc trước ngày 5.", "Văn phòng UBND", ""),
        ("Giao Phòng Nội vụ báo cáo việc ngày 2/9/2025.", "Phòng Nội vụ", ""),
    ],
)
def test_an_action_has_who_is_to_do_it_and_by_which_day(text: str, owner: str, due: str) -> None:
    (action,), _ = remarks(text, find_mentions(text), Heading())
    assert (action.section, action.owner, action.due) == ("action", owner, due)


def test_targets_that_were_given_out_are_no_action() -> None:
    assert told("Trên 89% đảng viên hoàn thành tốt, vượt chỉ tiêu Thành phố giao 14 %.") == []
