"""Results, shortcomings, causes and what is to be done are told by headings and opening words."""

import pytest

from giaoban.extract.vietnamese import Heading, find_mentions, remarks
from giaoban.extract.vietnamese.remarks import Remark

TASKS = Heading("action")


def told(*passages: str) -> list[tuple[str, str]]:
    """Give section and text of what is found in passages one after the other."""
    return [(remark.section, text) for remark, text in found_in(*passages)]


def found_in(*passages: str) -> list[tuple[Remark, str]]:
    """Give what is found in passages one after the other, each with its text."""
    under, found = Heading(), []
    for text, below in zip(passages, [*passages[1:], ""], strict=True):
        here, under = remarks(text, find_mentions(text), under, below)
        found += [(remark, text[remark.start : remark.end].strip()) for remark in here]
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


@pytest.mark.parametrize(
    "item",
    [
        "1. Hồ sơ đất đai trả chậm",
        "2) Giải ngân vốn còn thấp",
        "- Kết quả giải ngân còn thấp",
        "+ Khó khăn về nhân lực",
        "• Nhiệm vụ chuyển đổi số chậm",
        "-Giải pháp chưa đồng bộ",
    ],
)
def test_an_item_of_a_list_is_no_heading_though_it_ends_without_a_stop(item: str) -> None:
    text = item.lstrip("12-+•.) ")
    found = [("shortcoming", text), ("shortcoming", "Một số thôn họp muộn")]
    assert told("II. HẠN CHẾ", item, "- Một số thôn họp muộn") == found


def test_what_only_begins_like_a_heading_may_be_an_item_too_and_nothing_is_lost() -> None:
    text, under = "3. Kết quả giải ngân còn thấp", Heading("shortcoming")
    (item,), after = remarks(text, find_mentions(text), under)
    (following,), _ = remarks("- Vốn chậm", [], after)
    assert (item.section, item.doubts) == ("shortcoming", ("heading_or_item",))
    assert (following.section, following.doubts) == ("result", ("heading_or_item",))
    (figures,), _ = remarks("Giải ngân chậm, mới đạt 61%.", [], after)
    assert (figures.section, figures.doubts) == ("result", ("heading_or_item",))
    _, tasks = remarks("4. Nhiệm vụ thực hiện Nghị quyết", [], Heading("cause"))
    (given,), _ = remarks("Giao Phòng Kinh tế rà soát.", [], tasks)
    assert (given.section, given.owner) == ("action", "Phòng Kinh tế")
    assert given.doubts == ("heading_or_item",)
    (opened,), _ = remarks("Khó khăn trong sản xuất", [], Heading("result"))
    assert (opened.section, opened.doubts) == ("shortcoming", ("heading_or_item",))
    assert remarks("Nguyên nhân chủ quan", [], after) == ([], Heading("cause", "subjective"))


@pytest.mark.parametrize("mark", ["1. ", "1.2. ", "a) ", "(2) ", "1.", "-", "- ", "● "])
def test_the_mark_of_an_item_is_no_sentence_of_its_own(mark: str) -> None:
    said = "Công tác quản lý đất đai còn chậm."
    assert told("Hạn chế", f"{mark}{said}", "* * *", "3.") == [("shortcoming", said)]
    assert told(f"Hạn chế: 1. {said} 2. {said}") == [("shortcoming", said)] * 2


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
        ("Giao Phòng Nội vụ báo cáo việc ngày 2/9/2025.", "Phòng Nội vụ", ""),
        ("- Giao Phòng Kinh tế rà soát hồ sơ quá hạn 30/6/2025.", "Phòng Kinh tế", ""),
        ("Giao Phòng Kinh tế rà soát hồ sơ trễ hạn 30/6/2025.", "Phòng Kinh tế", ""),
        (
            "Giao Phòng Kinh tế lập danh sách trình UBND xã trước ngày 30/11/2025.",
            "Phòng Kinh tế",
            "2025-11-30",
        ),
        ("Bí thư yêu cầu: giao Ban quản lý dự án rà soát.", "Ban quản lý dự án", ""),
        ("Giao các thôn: rà soát hộ nghèo.", "các thôn", ""),
        ("Bí thư yêu cầu thực hiện ngay - Giao Công an xã chủ trì.", "Công an xã", ""),
        ("Giao Phòng Nội vụ rà soát, hạn chót 20/12/2024.", "Phòng Nội vụ", "2024-12-20"),
    ],
)
def test_an_action_has_who_is_to_do_it_and_by_which_day(text: str, owner: str, due: str) -> None:
    (action,), _ = remarks(text, find_mentions(text), Heading())
    found = (action.section, action.owner, action.due, action.doubts)
    assert found == ("action", owner, due, ())


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Chủ tịch UBND xã giao Phòng Kinh tế rà soát hộ nghèo.", "Phòng Kinh tế"),
        (
            "- Đồng chí Nguyễn Văn A, Phó Bí thư Đảng ủy giao cho Công an xã kiểm tra.",
            "Công an xã",
        ),
        (
            "Chủ tịch UBND tỉnh giao Sở Tài chính hướng dẫn từ năm 2020, đến nay chưa xong.",
            "Sở Tài chính",
        ),
        ("Bà Hoa giao Công an xã kiểm tra từ tháng 3.", "Công an xã"),
        (
            "Chủ tịch UBND tỉnh họp, giao Sở Tài chính hướng dẫn từ năm 2020, đến nay chưa xong.",
            "Sở Tài chính",
        ),
    ],
)
def test_a_task_that_a_person_gives_may_be_old_where_no_heading_says_that_tasks_follow(
    text: str, owner: str
) -> None:
    for under in (Heading(), Heading("shortcoming")):
        (action,), _ = remarks(text, find_mentions(text), under)
        found = (action.section, action.owner, action.doubts)
        assert found == ("action", owner, ("task_or_told",))
    (action,), _ = remarks(text, find_mentions(text), TASKS)
    assert (action.owner, action.doubts) == (owner, ())


@pytest.mark.parametrize(
    "text",
    [
        "Tuyến đường Xuân Trường - Giao Thủy có nhiều ổ gà.",
        "Các xã Hồng Thuận, Giao Lạc có tỷ lệ giải ngân thấp.",
        "Giao Lạc có tỷ lệ giải ngân thấp.",
        "Giao Thủy, Xuân Trường có nhiều hồ sơ chậm.",
        "Các xã còn thấp: Giao Lạc, Giao An có tỷ lệ dưới 40%.",
    ],
)
def test_a_place_whose_name_begins_with_giao_gives_nothing(text: str) -> None:
    assert told(text) == []
    assert told("II. HẠN CHẾ", text) == [("shortcoming", text)]


@pytest.mark.parametrize("who", ["Tư pháp xã", "Trưởng thôn Đông", "Nguyễn Văn A", "Kế toán"])
def test_who_is_no_known_office_is_given_a_task_where_the_sentence_begins(who: str) -> None:
    ((row, _),) = found_in(f"Giao {who} rà soát hồ sơ.")
    assert (row.section, row.owner) == ("action", who)


@pytest.mark.parametrize(
    "text",
    [
        "Bà con giao Tổ hợp tác thực hiện thu hoạch.",
        "Trưởng phòng Kinh tế đề nghị huyện giao Chi cục Thuế có phương án.",
        "Chủ tịch UBND xã kiến nghị tỉnh giao Sở Tài chính hướng dẫn.",
        "Bí thư từng nhiều lần giao Phòng Kinh tế rà soát.",
        "Chủ tịch UBND xã vừa qua giao Phòng Kinh tế rà soát.",
    ],
)
def test_what_others_give_or_somebody_asks_for_is_no_action(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Văn phòng UBND chịu trách nhiệm đôn đốc trước ngày 5.", "Văn phòng UBND"),
        ("Để kịp tiến độ, Phòng Kinh tế chủ trì rà soát.", "Phòng Kinh tế"),
        ("UBND xã giao Phòng Kinh tế rà soát hộ nghèo.", "Phòng Kinh tế"),
    ],
)
def test_only_below_a_heading_of_tasks_has_who_leads_it_a_task(text: str, owner: str) -> None:
    (action,), _ = remarks(text, find_mentions(text), TASKS)
    assert (action.section, action.owner, action.doubts) == ("action", owner, ())
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị do đồng chí Nguyễn Văn A chủ trì.",
        "Ban hành kế hoạch do Sở Nội vụ chủ trì.",
        "Phòng chống thiên tai được các xã chủ trì.",
        "Đoàn kết chủ trì nhiều việc.",
        "Tổ chức thực hiện do Ban Tuyên giáo chủ trì.",
        "Đất được giao Ban quản lý dự án 5 ha.",
        "Huyện đã giao UBND xã 3 chỉ tiêu.",
        "Đã giao Phòng Kinh tế thực hiện từ tháng 3.",
        "Chưa giao Phòng Kinh tế thực hiện.",
        "Tiếp tục bàn giao UBND xã quản lý đường.",
        "Hội nghị giao ban quý III họp muộn.",
        "Việc được giao Phòng Kinh tế theo dõi còn chậm.",
        "Được giao Phòng Kinh tế theo dõi, việc này còn chậm.",
        "Huyện đã giao UBND xã thực hiện 3 chỉ tiêu.",
        "Công trình bàn giao UBND xã theo dõi còn ít.",
        "Bàn giao UBND xã theo dõi 2 công trình.",
        "Hồ sơ chuyển giao Phòng Nội vụ giải quyết còn ít.",
        "Chuyển giao Phòng Nội vụ giải quyết 3 hồ sơ.",
        "Việc chưa giao Phòng Kinh tế thực hiện còn nhiều.",
        "Việc mới giao Phòng Kinh tế thực hiện trong quý III.",
        "Mới giao Phòng Kinh tế thực hiện một phần.",
        "Chủ tịch UBND xã đã giao Phòng Kinh tế thực hiện 3 việc.",
        "Chủ tịch UBND xã vừa giao Phòng Kinh tế thực hiện 3 việc.",
        "Bí thư từng giao Phòng Kinh tế thực hiện 3 việc.",
        "Lãnh đạo hai xã kết giao Hội Nông dân cùng thực hiện.",
        "Chủ tịch UBND xã Giao Lạc có báo cáo.",
        "Bí thư huyện Giao Thủy có ý kiến chỉ đạo.",
        "Đồng chí Nguyễn Giao Linh có bài phát biểu.",
    ],
)
def test_what_gives_nobody_a_task_is_no_action_and_has_no_owner(text: str) -> None:
    assert told(text) == []
    (row,), _ = remarks(text, find_mentions(text), TASKS)
    assert (row.owner, row.doubts) == ("", ())


@pytest.mark.parametrize(
    "text",
    [
        "Giao Phòng Kinh tế biên tập danh mục hộ nghèo.",
        "Giao UBND xã 3 chỉ tiêu, hoàn thành sớm.",
        "Giao Ban tổ chức lễ hội.",
        "Giao Phòng Kinh tế đọc lại các hồ sơ cũ và trình UBND xã.",
        "Giao Phòng Kinh tế rà soát, giao Công an xã theo dõi.",
        "Phòng Kinh tế rà soát hộ nghèo, Công an xã chịu trách nhiệm an ninh.",
        "UBND xã ban hành kế hoạch do Sở Nội vụ chủ trì.",
    ],
)
def test_an_owner_whose_name_does_not_end_for_sure_is_left_out_and_doubted(text: str) -> None:
    (action,), _ = remarks(text, find_mentions(text), TASKS)
    assert (action.section, action.owner, action.doubts) == ("action", "", ("owner_unsure",))


def test_tasks_that_a_semicolon_parts_have_each_its_owner_and_day() -> None:
    text = (
        "Giao Phòng Kinh tế rà soát, xong trước ngày 30/11/2025; "
        "giao Văn phòng tổng hợp trước ngày 15/12/2025."
    )
    found, _ = remarks(text, find_mentions(text), Heading())
    assert [(action.owner, action.due, action.doubts) for action in found] == [
        ("Phòng Kinh tế", "2025-11-30", ()),
        ("Văn phòng", "2025-12-15", ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giao Phòng Kinh tế rà soát; Văn phòng tổng hợp trước ngày 15/12/2025.",
        "Hoàn thành trước ngày 30/11/2025, báo cáo trước ngày 15/12/2025.",
    ],
)
def test_several_tasks_or_days_in_one_row_are_doubted(text: str) -> None:
    (action,), _ = remarks(text, find_mentions(text), TASKS)
    assert action.doubts == ("several_tasks",)


def test_targets_that_were_given_out_are_no_action() -> None:
    assert told("Trên 89% đảng viên hoàn thành tốt, vượt chỉ tiêu Thành phố giao 14 %.") == []


def test_a_list_is_of_whom_the_sentence_before_it_gives_it() -> None:
    passages = [
        "IV. Tổ chức thực hiện",
        "1. Giao Phòng Kinh tế:",
        "- Rà soát hộ nghèo trước ngày 30/11/2025.",
        "- Lập danh sách; giao Văn phòng tổng hợp.",
        "2. Chủ tịch UBND xã giao Công an xã:",
        "- Giữ an ninh dịp lễ.",
        "- Giao Đội dân phòng:",
        "+ Tuần tra đêm.",
        "- Trực lễ.",
        "3. Các thôn họp dân.",
        "Yêu cầu thực hiện nghiêm.",
    ]
    under, found = Heading(), []
    for text in passages:
        here, under = remarks(text, find_mentions(text), under)
        found += [(remark.section, remark.owner, remark.due, remark.doubts) for remark in here]
    carried = ("section_carried",)
    assert found == [
        ("action", "Phòng Kinh tế", "2025-11-30", carried),
        ("action", "Phòng Kinh tế", "", carried),
        ("action", "Văn phòng", "", ()),
        ("action", "Công an xã", "", carried),
        ("action", "Đội dân phòng", "", carried),
        ("action", "Công an xã", "", carried),
        ("action", "", "", ()),
        ("action", "", "", ()),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Công an xã: tuần tra ban đêm.",
        "+ Giao thôn Đông phối hợp.",
        "- Thôn Đông họp dân.",
        "- Đề nghị Mặt trận Tổ quốc vận động.",
        "- MTTQ xã vận động.",
        "- Các hộ ký cam kết.",
        "- Hội phụ nữ vận động.",
        "- Bà Hoa kiểm tra.",
        "- Bên thi công: trả mặt bằng.",
        "- Cán bộ địa chính đo đạc.",
        "- Chủ đầu tư trả mặt bằng.",
        "- Tổ công tác kiểm tra.",
        "- Xã Giao An họp dân.",
        "- Đội dân phòng trực.",
        "- Mỗi hộ ký cam kết.",
        "- Đơn vị thi công rào chắn.",
    ],
)
def test_a_line_of_a_list_that_begins_with_another_does_not_take_whom_the_list_is_given(
    line: str,
) -> None:
    (_, (row, text), (later, _)) = found_in(
        "1. Giao Phòng Kinh tế:", "- Rà soát.", line, "- Lập danh sách."
    )
    assert (row.section, row.owner, text) == ("action", "", line[2:])
    assert row.doubts == ("section_carried", "owner_unsure")
    assert later.owner == "Phòng Kinh tế"


@pytest.mark.parametrize(
    "line",
    [
        "- Tổ chức hội nghị.",
        "- Phòng cháy rừng.",
        "- Ban hành kế hoạch.",
        "+ Phối hợp.",
        "- Phòng, chống dịch tả lợn.",
        "- Phòng trừ sâu bệnh.",
        "- Phòng ngừa tội phạm.",
        "- Bản đồ hóa các tuyến đường.",
        "- Hội thảo về giống lúa.",
        "- Khu vực ven sông cắm biển báo.",
        "- Trường hợp vi phạm thì xử lý.",
        "- Các nội dung còn lại làm trong tháng.",
        "- Từng bước thay giống lúa.",
        "- GPMB dự án đường.",
        "- Thực hiện tốt hai việc: họp dân và cắm mốc.",
        "- Chủ trì họp dân.",
        "- Hộ tịch cập nhật hằng tuần.",
        "- Xã hội hóa việc thắp sáng.",
    ],
)
def test_a_line_of_a_list_that_begins_with_what_is_to_be_done_takes_its_owner(line: str) -> None:
    (_, (row, _)) = found_in("1. Giao Phòng Kinh tế:", "- Rà soát.", line)
    assert (row.owner, row.doubts) == ("Phòng Kinh tế", ("section_carried",))


@pytest.mark.parametrize(
    ("head", "item", "line"),
    [
        ("1) Giao Phòng Kinh tế:", "- Rà soát.", "1. Tình hình chung"),
        ("Giao Phòng Kinh tế:", "- Rà soát.", "1. Tình hình chung"),
        ("Giao Phòng Kinh tế:", "a) Rà soát.", "2. Tình hình chung"),
        ("1/ Giao Phòng Kinh tế:", "- Rà soát.", "2/ Tình hình chung"),
        ("Giao Phòng Kinh tế:", "1/ Rà soát.", "B. Tình hình chung"),
    ],
)
def test_another_number_ends_a_list(head: str, item: str, line: str) -> None:
    assert told(head, item, item, line) == [("action", "Rà soát.")] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Rà soát.", "a) Nhóm một.", "b) Nhóm hai.", "2. Lập danh sách."],
        ["1. Rà soát.", "1.1. Nhóm một.", "1.2. Nhóm hai.", "2. Lập danh sách."],
        ["a) Rà soát:", "1) Nhóm một.", "2) Nhóm hai.", "b) Lập danh sách."],
        ["- Rà soát:", "1. Nhóm một.", "2. Nhóm hai.", "- Lập danh sách."],
        ["1. Rà soát.", "- Nhóm một.", "- Nhóm hai.", "2. Lập danh sách."],
        ["- Rà soát.", "a) Nhóm một.", "b) Nhóm hai.", "- Lập danh sách."],
        ["1/ Rà soát.", "a/ Nhóm một.", "b/ Nhóm hai.", "2/ Lập danh sách."],
        ["A. Rà soát:", "1. Nhóm một.", "2. Nhóm hai.", "B. Lập danh sách."],
    ],
)
@pytest.mark.parametrize("above", ["Chiều cùng ngày, đoàn về xã.", "II. NHIỆM VỤ"])
def test_a_list_within_a_list_ends_neither(lines: list[str], above: str) -> None:
    found = found_in(above, "Giao Phòng Kinh tế:", *lines)
    rows = [line.split(" ", 1)[1] for line in lines if not line.endswith(":")]
    assert [text for _, text in found] == rows
    owned = ("action", "Phòng Kinh tế", ("section_carried",))
    assert {(row.section, row.owner, row.doubts) for row, _ in found} == {owned}


def test_a_list_that_begins_with_1_right_below_who_is_given_it_is_theirs() -> None:
    found = found_in("2. Giao Phòng Kinh tế:", "1. Rà soát.", "2. Lập danh sách.")
    assert [row.owner for row, _ in found] == ["Phòng Kinh tế"] * 2


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ("1. Giao Phòng Kinh tế: a) Rà soát.", "b) Lập.", ["Rà soát.", "Lập."]),
        ("- Giao Phòng Kinh tế: 1/ Rà soát.", "2/ Lập.", ["Rà soát.", "Lập."]),
        ("Giao Phòng Kinh tế: 1. Rà soát.", "2. Lập.", ["Rà soát.", "Lập."]),
        ("Giao Phòng Kinh tế: a) Rà; b) Lập;", "c) Báo cáo.", ["Rà;", "Lập;", "Báo cáo."]),
        ("Giao Phòng Kinh tế: 1. Rà; 2. Lập;", "3. Báo cáo.", ["Rà;", "Lập;", "Báo cáo."]),
    ],
)
def test_a_list_may_begin_on_the_line_that_says_who_is_given_it(
    first: str, second: str, rows: list[str]
) -> None:
    found = found_in(first, second, "Đ/c Chủ tịch kết luận.")
    assert [(text, row.owner) for row, text in found] == [(text, "Phòng Kinh tế") for text in rows]


def test_a_short_word_before_a_slash_is_no_sign() -> None:
    (row,) = found_in("II. NHIỆM VỤ", "Đ/c Nguyễn Văn A rà soát 1/3 số hộ.")
    assert row[1].startswith("Đ/c")


def test_a_sign_of_the_list_around_it_ends_a_list() -> None:
    lines = ["a) Rà soát.", "- Giao Công an xã:", "+ Tuần tra.", "b) Lập danh sách.", "2. Chung"]
    found = found_in("1. Giao Phòng Kinh tế:", *lines)
    owners = ["Phòng Kinh tế", "Công an xã", "Phòng Kinh tế"]
    assert [row.owner for row, _ in found] == owners


def test_a_person_who_was_given_a_task_gives_none() -> None:
    assert told("Đồng chí Nguyễn Văn A được tỉnh giao Phòng Kinh tế theo dõi.") == []


def test_a_list_that_nobody_is_given_for_sure_has_no_owner() -> None:
    told_of, under = remarks("Giao Phòng Kinh tế rà soát, giao Công an xã:", [], TASKS)
    (item,), _ = remarks("- Rà soát hộ nghèo.", [], under)
    assert (told_of, item.owner) == ([], "")


@pytest.mark.parametrize(
    "line",
    [
        "Về kinh tế",
        "Lĩnh vực văn hóa - xã hội",
        "2. Công tác xây dựng Đảng",
        "Trong lĩnh vực đất đai:",
    ],
)
def test_the_name_of_a_field_is_no_row_and_what_stands_below_stays_of_its_section(
    line: str,
) -> None:
    found = told("II. HẠN CHẾ", line, "- Một số thôn họp muộn.")
    assert found == [("shortcoming", "Một số thôn họp muộn.")]


@pytest.mark.parametrize(
    "line", ["Công tác quản lý đất đai còn chậm", "Về kinh tế, thu ngân sách đạt thấp"]
)
def test_what_says_something_of_a_field_is_a_row(line: str) -> None:
    assert told("II. HẠN CHẾ", line, "- Cán bộ thiếu.")[0] == ("shortcoming", line)


@pytest.mark.parametrize(
    "line",
    [
        "4. Công tác quản lý đất đai nhiều nơi lỏng lẻo",
        "9. Công tác giải phóng mặt bằng vướng mắc kéo dài",
        "Nhóm hộ nghèo tái nghèo nhiều",
        "Về hạ tầng xuống cấp",
        "Lĩnh vực y tế quá tải",
        "3. Về đất đai xử lý dứt điểm vi phạm",
        "6. Đối với Phòng Kinh tế tham mưu kế hoạch",
        "5. Công tác cải cách hành chính hạn chế",
        "5. Công tác phòng cháy rừng triển khai ngay",
    ],
)
@pytest.mark.parametrize("below", ["5. Họp muộn.", "III. NHIỆM VỤ", "- Xã A họp muộn."])
def test_what_says_more_than_the_name_of_a_field_is_a_row_in_doubt_where_a_list_is_below_it(
    line: str, below: str
) -> None:
    row, text = found_in("II. HẠN CHẾ", line, below)[0]
    assert (row.section, row.doubts) == ("shortcoming", ("heading_or_item",) * (below[0] == "-"))
    assert line.endswith(text)


@pytest.mark.parametrize("below", ["5. Họp muộn.", "Họp muộn.", "III. NHIỆM VỤ", "a) Họp muộn."])
def test_the_name_of_a_field_is_a_row_in_doubt_where_no_list_is_below_it(below: str) -> None:
    row, text = found_in("II. HẠN CHẾ", "1. Về kinh tế - xã hội", below)[0]
    assert (text, row.doubts) == ("Về kinh tế - xã hội", ("heading_or_item",))


def test_the_name_of_a_field_behind_a_bullet_is_a_row_in_doubt() -> None:
    (row, text), (item, _) = found_in("II. HẠN CHẾ", "- Về y tế", "+ Trạm thiếu thuốc.")
    assert (text, row.doubts, item.doubts) == ("Về y tế", ("heading_or_item",), ())
    items = found_in("II. HẠN CHẾ", "- Công tác y tế quá tải.", "- Trạm thiếu thuốc.")
    assert [row.doubts for row, _ in items] == [(), ()]


def test_causes_of_one_sort_stand_below_a_line_that_names_it() -> None:
    _, under = remarks("Về chủ quan", [], Heading("cause"))
    (item,), _ = remarks("- Cán bộ chưa quyết liệt.", [], under)
    assert (item.section, item.cause) == ("cause", "subjective")
