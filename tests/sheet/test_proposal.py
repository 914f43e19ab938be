from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from officesheets import DISTRICT, PARTY, POOR, SCHOOL, OfficeSheet, Value
from sheetlayouts import LAYOUTS, Figures, figures

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.preview import preview
from giaoban.sheet.proposal import Proposal, propose, read_blocks
from giaoban.tables import Contents

ANSWERED = {
    "reported-on": "14/3/2025",
    "source": "Báo cáo 15",
    "set-by": "UBND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "1990/2040",
    "numbers": "vi",
}
Said = set[tuple[str, str, str, str, Decimal]]


def proposed(sheet: OfficeSheet, known: Known | None = None, **more: dict[str, str]) -> Proposal:
    return propose(find_blocks(sheet.grid()), Answers({**ANSWERED}, more), known or Known())


def rows(made: Proposal) -> Said:
    """Give the rows that become figures and targets, by what titles say."""
    titles = {r["indicator"]: r["title_vi"] for r in made.rows.tables.get("indicators", [])}
    units = {r["unit"]: r["title_vi"] for r in made.rows.tables["units"]}
    return {
        (titles[r["indicator"]], units[r["unit"]], r["period"], table, Decimal(r["value"]))
        for table in ("figures", "targets")
        for r in made.rows.tables.get(table, [])
    }


def wanted(told: Figures) -> Said:
    return {
        (title, unit or ANSWERED["unit"], year, f"{kind}s", value)
        for (title, unit, year, kind), value in told.numbers.items()
    }


@settings(max_examples=25, deadline=None)
@given(st.data())
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_programmes_figures_come_back_from_every_layout(layout: str, data: st.DataObject) -> None:
    write, plans, units = LAYOUTS[layout]
    told = data.draw(figures(plans=plans, units=units))
    # A table that stands alone under a name is of the office that keeps it.
    assume(told.numbers and (layout != "a table each" or _of_several(told)))
    made = proposed(write(told), measure=_measures(told))
    assert made.questions == []
    assert rows(made) == wanted(told)


def _of_several(told: Figures) -> bool:
    return len({unit for _, unit, _, _ in told.numbers}) > 1


def _measures(told: Figures) -> dict[str, str]:
    """Say that shares that are all below 1 are percent, which would be asked."""
    return {"ty-le-ho-ngheo": "percent"} if "Tỷ lệ hộ nghèo" in dict(told.titles) else {}


def test_the_school_sheet_gives_24_figures_and_4_targets() -> None:
    made = proposed(SCHOOL)
    own = [r for r in made.rows.tables["figures"] if r["unit"] == "huyen-mau"]
    assert {r["value"]: r["as_published"] for r in own if r["period"] == "2024"} == {
        "98": "98",
        "291": "291",
        "24": "24",
    }
    counted = {name: len(table) for name, table in made.rows.tables.items()}
    assert counted == {
        "sources": 1,
        "meetings": 1,
        "units": 4,
        "indicators": 3,
        "figures": 24,
        "targets": 4,
    }
    better = {r["indicator"]: r["better"] for r in made.rows.tables["indicators"]}
    assert better["hoc-sinh-bo-hoc"] == "down"
    assert made.rows.tables["targets"][-1]["qualifier"] == "<="


@pytest.mark.parametrize(
    ("sheet", "figures", "targets"), [(DISTRICT, 14, 14), (POOR, 20, 0), (PARTY, 8, 8)]
)
def test_other_sheets_of_offices_become_rows(
    sheet: OfficeSheet, figures: int, targets: int
) -> None:
    made = proposed(sheet, measure={"ho-ngheo-ty-le": "percent"})
    tables = made.rows.tables
    assert (len(tables["figures"]), len(tables.get("targets", []))) == (figures, targets)


def test_an_indicator_knows_its_place_in_the_form_and_who_answers_for_it() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024", "Cơ quan chủ trì"],
        [1, "Đảng viên mới kết nạp", "đồng chí", 20, 25, "Ban Tổ chức"],
        ["-", "Nữ", "đồng chí", 8, 9, None],
    ]
    first, second = proposed(OfficeSheet("S", rows)).rows.tables["indicators"]
    assert (first["responsible"], second["under"]) == ("Ban Tổ chức", first["indicator"])
    assert second["title_vi"] == "Đảng viên mới kết nạp: Nữ"


def test_estimates_are_estimates_and_comparisons_no_figures() -> None:
    made = proposed(DISTRICT)
    grain = [
        r for r in made.rows.tables["figures"] if r["indicator"] == "san-luong-luong-thuc-co-hat"
    ]
    assert [(r["period"], r["value"], r.get("obs_status")) for r in grain] == [
        ("2023", "30100", None),
        ("2024", "30326", "E"),
    ]
    assert len(made.checked.disagree) == 1


def test_all_that_a_sheet_does_not_say_is_asked_at_once() -> None:
    made = propose(find_blocks(DISTRICT.grid()), Answers(), Known())
    asked = [question.key for question in made.questions]
    assert (
        asked
        == ["reported-on", "source", "set-by", "unit", "title", "code", "years", "numbers"][:-1]
    )
    rows: list[list[Value]] = [["Chỉ tiêu", "2023", "2024"], ["Thu (tỷ đồng)", "4.520", 4900]]
    unsure = propose(find_blocks(OfficeSheet("S", rows).grid()), Answers(), Known())
    assert "numbers" in [question.key for question in unsure.questions]
    assert unsure.rows.tables == {}


def test_a_number_that_reads_one_way_alone_tells_how_the_sheet_writes_the_others() -> None:
    rows: list[list[Value]] = [["Chỉ tiêu", "2023", "2024"], ["Thu (tỷ đồng)", "4.520", "7.213,5"]]
    unsaid = Answers({**ANSWERED, "numbers": ""})
    made = propose(find_blocks(OfficeSheet("S", rows).grid()), unsaid, Known())
    assert made.questions == []
    assert [r["value"] for r in made.rows.tables["figures"]] == ["4520", "7213.5"]
    both: list[list[Value]] = [*rows, ["Chi (tỷ đồng)", "4,520", "7,213.5"]]
    mixed = propose(find_blocks(OfficeSheet("S", both).grid()), unsaid, Known())
    assert [question.key for question in mixed.questions] == ["numbers"]


def test_growth_is_no_share_and_may_lie_below_0() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "KH 2019", "TH 2019"],
        [1, "Tốc độ tăng tổng sản phẩm trong tỉnh (%)", "7,5-8,0", "7,18"],
        [None, "Tr.đó:", None, None],
        [None, "- Nông Lâm Ngư nghiệp (%)", "2,28", "-4,13%"],
        [2, "Tỷ lệ hộ nghèo giảm (%)", "0,7%\n(còn 4,33%)", "0,86%\n(còn 4,17%)"],
        [3, "Tỷ lệ người dân tham gia bảo hiểm y tế (%)", "98,07", "98,5%"],
    ]
    tables = proposed(OfficeSheet("S", rows)).rows.tables
    assert [(r["unit_measure"], r.get("unit_vi")) for r in tables["indicators"]] == [
        ("number", "%"),
        ("number", "%"),
        ("number", "%"),
        ("percent", None),
    ]
    assert tables["figures"][1]["value"] == "-4.13"
    assert [r.get("note_vi") for r in tables["figures"]] == [None, None, "còn 4,17%", None]


def test_figures_and_targets_that_are_ranges_have_both_their_ends() -> None:
    rows: list[list[Value]] = [
        ["Chỉ tiêu", "KH 2019", "TH 2019"],
        ["Tỷ lệ lao động qua đào tạo (%)", "60-62", "61-62"],
        ["Tỷ lệ che phủ rừng (%)", "41,85", "41,85"],
    ]
    made = proposed(OfficeSheet("S", rows))
    assert made.left_out == []
    ends = {
        table: [(r["value"], r.get("value_to")) for r in made.rows.tables[table]]
        for table in ("figures", "targets")
    }
    assert ends == {
        "figures": [("61", "62"), ("41.85", None)],
        "targets": [("60", "62"), ("41.85", None)],
    }
    assert made.rows.tables["figures"][0]["as_published"] == "61-62"


@pytest.mark.parametrize(
    ("title", "better"),
    [
        ("Số tổ chức", "none"),
        ("Tổng số hộ", "none"),
        ("Dân số", "none"),
        ("Tổng số học sinh", "none"),
        ("Number of organisations", "none"),
        ("Total households", "none"),
        ("Population", "none"),
        ("Số hộ nghèo", "down"),
        ("Số đảng viên", "up"),
        ("Số trường đạt chuẩn", "up"),
        ("Tổ chức đảng kết nạp đảng viên", "up"),
    ],
)
def test_of_sizes_and_wholes_nobody_wants_more_or_less_but_where_it_is_planned(
    title: str, better: str
) -> None:
    for head, way in (("TH 2024", better), ("KH 2024", better.replace("none", "up"))):
        rows: list[list[Value]] = [["Chỉ tiêu", "2023", head], [title, 2, 3]]
        (row,) = proposed(OfficeSheet("S", rows)).rows.tables["indicators"]
        assert row["better"] == way


@pytest.mark.parametrize(
    ("title", "better"),
    [
        ("Tỷ lệ hộ nghèo", "down"),
        ("Tỷ lệ hộ nghèo giảm còn", "down"),
        ("Tỷ lệ hộ nghèo giảm", "up"),
        ("Mức giảm tỷ lệ hộ nghèo", "up"),
        ("Số hộ thoát nghèo", "up"),
        ("Hồ sơ giải quyết quá hạn", "down"),
        ("Tỷ lệ giải quyết đơn khiếu nại, tố cáo", "up"),
        ("Đảng viên bị xóa tên", "down"),
        ("Tốc độ tăng chỉ số giá tiêu dùng bình quân", "down"),
    ],
)
def test_of_what_is_bad_less_is_better_and_more_of_what_is_done_about_it(
    title: str, better: str
) -> None:
    rows: list[list[Value]] = [["Chỉ tiêu", "2023", "2024"], [f"{title} (%)", 2, 3]]
    (row,) = proposed(OfficeSheet("S", rows)).rows.tables["indicators"]
    assert row["better"] == better


@pytest.mark.parametrize(
    ("target", "better"),
    [
        ("< 12", "down"),
        ("dưới 12", "down"),
        ("không quá 12", "down"),
        ("under 12", "down"),
        ("at most 12", "down"),
        ("≥ 12", "up"),
        ("trên 12", "up"),
        ("at least 12", "up"),
    ],
)
def test_a_target_says_which_way_is_better_where_no_word_does(target: str, better: str) -> None:
    rows: list[list[Value]] = [["Indicator", "2024", "Target 2025"], ["Swans (%)", 20, target]]
    (row,) = proposed(OfficeSheet("S", rows)).rows.tables["indicators"]
    assert row["better"] == better


@pytest.mark.parametrize(
    ("title", "target", "shown"),
    [
        ("School absences", "at least 12", "less is better, as far as"),
        ("Trẻ em được tiêm", "dưới 12", "S!C2 the target is < 12"),
    ],
)
def test_a_target_that_contradicts_the_words_is_asked_about(
    title: str, target: str, shown: str
) -> None:
    rows: list[list[Value]] = [["Chỉ tiêu", "2024", "KH 2025"], [f"{title} (%)", 20, target]]
    (question,) = proposed(OfficeSheet("S", rows)).questions
    assert (question.key, question.choices) == ("better", ("up", "down", "none"))
    assert shown in question.text.told("en")
    for said in question.choices:
        made = proposed(OfficeSheet("S", rows), better={question.name: said})
        assert [row["better"] for row in made.rows.tables["indicators"]] == [said]


@pytest.mark.parametrize(
    ("title", "additive"),
    [
        ("Tổng số giáo viên", "false"),
        ("Số hộ nghèo cuối năm", "false"),
        ("Số đảng viên kết nạp", ""),
        ("Số học sinh bỏ học", ""),
        ("Số lớp tập huấn", ""),
    ],
)
def test_a_count_of_what_is_there_each_year_does_not_add_up(title: str, additive: str) -> None:
    rows: list[list[Value]] = [["Chỉ tiêu", "2023", "2024", "KH 2025"], [title, 1331, 1340, 1350]]
    found = proposed(OfficeSheet("S", rows))
    (row,) = found.rows.tables["indicators"]
    assert (row["unit_measure"], row.get("additive", "")) == ("count", additive)
    assert ("does not add up over time" in " ".join(map(str, preview(found)))) == bool(additive)


def test_a_sheet_without_a_year_asks_for_it() -> None:
    sheet = OfficeSheet(
        "S", [["Chỉ tiêu", "ĐVT", "Toàn huyện", "Xã Tân Lập"], ["Dân số", "người", 20, 8]]
    )
    (question,) = proposed(sheet).questions
    assert question.key == "period"


def test_of_a_year_that_begins_in_another_month_it_is_asked_once_which() -> None:
    head = ["No.", "Indicator", "Unit of measure", "2013-14 Actual", "2014-15 Target"]
    sheet = OfficeSheet("S", [[*head], [1, "Complaints finalised in time", "%", 96, 95]])
    (question,) = proposed(sheet).questions
    assert (question.key, question.choices[0]) == ("year-begins", "2")
    said = Answers({**ANSWERED, "year-begins": "7"})
    made = propose(find_blocks(sheet.grid()), said, Known())
    assert [r["period"] for r in made.rows.tables["figures"]] == ["2013-07/2014-06"]
    assert [r["period"] for r in made.rows.tables["targets"]] == ["2014-07/2015-06"]
    with pytest.raises(GiaobanError, match="2 to 12"):
        propose(find_blocks(sheet.grid()), Answers({**ANSWERED, "year-begins": "July"}), Known())


ENGLISH = {"title": "Ombudsman", "unit": "Ombudsman"}
COMPLAINTS = OfficeSheet("S", [["Indicator", "2013", "2014"], ["Cases settled (cases)", 96, 95]])


def test_the_parts_of_what_adds_up_do_too() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024"],
        [1, "Tổng giá trị sản xuất", "tỷ đồng", 30, 34],
        ["-", "Công nghiệp, xây dựng và thương mại", "tỷ đồng", 20, 22],
        ["-", "Giá trị sản phẩm trên 1 ha", "triệu đồng/ha", 90, 95],
    ]
    told = proposed(OfficeSheet("S", rows)).rows.tables["indicators"]
    assert [row.get("additive") for row in told] == ["true", "true", None]


def test_of_titles_without_a_vietnamese_letter_it_is_asked_in_which_language_they_are() -> None:
    blocks = find_blocks(COMPLAINTS.grid())
    (question,) = propose(blocks, Answers({**ANSWERED, **ENGLISH}), Known()).questions
    assert (question.key, question.proposed, question.choices) == ("titles", "en", ("vi", "en"))
    made = propose(blocks, Answers({**ANSWERED, **ENGLISH, "titles": "en"}), Known())
    (row,) = made.rows.tables["indicators"]
    assert (row["title_en"], row["unit_en"]) == ("Cases settled", "cases")
    assert not {"title_vi", "unit_vi"} & {*row}
    assert made.rows.tables["units"][0]["title_en"] == "Ombudsman"
    assert made.rows.tables["meetings"][0]["title_en"] == "Review meeting of 14/03/2025"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_titles_of_a_programme_in_one_language_go_on_in_it(lang: str) -> None:
    there = Known({"unit": "x", f"title_{lang}": "Ombudsman"}, {}, Contents({}, {}))
    made = propose(find_blocks(COMPLAINTS.grid()), Answers({**ANSWERED, **ENGLISH}), there)
    assert made.questions == []
    assert made.rows.tables["indicators"][0][f"title_{lang}"] == "Cases settled"


def test_what_an_indicator_is_in_may_be_said_by_its_title() -> None:
    sheet = OfficeSheet("S", [["Chỉ tiêu", "2023", "2024"], ["Hồ sơ quá hạn", 20, 8]])
    title = "Hồ sơ quá hạn"
    made = proposed(sheet, measure={title: "hồ sơ"}, better={title: "none"})
    (row,) = made.rows.tables["indicators"]
    assert (row["unit_vi"], row["better"]) == ("hồ sơ", "none")


def test_a_plan_without_a_year_is_asked_about_by_its_column_and_may_be_left_out() -> None:
    sheet = OfficeSheet(
        "S", [["Chỉ tiêu", "Chỉ tiêu NQ", "Năm 2023", "Năm 2024"], ["Dân số", 10, 20, 8]]
    )
    (question,) = proposed(sheet).questions
    assert (question.key, question.name) == ("column", "Chỉ tiêu NQ")
    left = proposed(sheet, column={"Chỉ tiêu NQ": "skip"})
    told = proposed(sheet, column={"B": "target 2025"})
    assert "targets" not in left.rows.tables
    assert [r["period"] for r in told.rows.tables["targets"]] == ["2025"]
    by = proposed(sheet, column={"Chỉ tiêu NQ": "KH đến năm 2025"}, kind={"dan-so": "by"})
    assert [(r["period"], r["kind"]) for r in by.rows.tables["targets"]] == [("2025", "by")]
    with pytest.raises(
        GiaobanError, match="--column S!B: expected 2024, 2024-01/2024-06, figure 2024"
    ):
        proposed(sheet, column={"S!B": "linh tinh"})


BY_2025: list[list[Value]] = [["Chỉ tiêu", "Năm 2024", "Mục tiêu đến năm 2025"]]


def test_a_target_by_a_year_of_what_adds_up_is_asked_about_and_becomes_what_is_said() -> None:
    sheet = OfficeSheet("S", [*BY_2025, ["Đảng viên mới kết nạp (người)", 150, 700]])
    (question,) = proposed(sheet).questions
    assert (question.key, question.name) == ("kind", "dang-vien-moi-ket-nap")
    assert (question.proposed, question.choices) == ("", ("total", "by"))
    told = {
        said: proposed(sheet, kind={"dang-vien-moi-ket-nap": said}).rows.tables["targets"][0]
        for said in question.choices
    }
    assert (told["total"]["kind"], told["total"]["period"]) == ("total", "1990/2025")
    assert (told["by"]["kind"], told["by"]["period"]) == ("by", "2025")


@pytest.mark.parametrize(
    "title", ["Tỷ lệ hộ nghèo (%)", "Thu nhập bình quân đầu người (triệu đồng/người)"]
)
def test_a_target_by_a_year_of_what_does_not_add_up_can_only_be_of_one_kind(title: str) -> None:
    made = proposed(OfficeSheet("S", [*BY_2025, [title, 45, 62]]))
    assert made.questions == []
    (target,) = made.rows.tables["targets"]
    assert (target["kind"], target["period"]) == ("by", "2025")


def test_a_target_of_a_year_says_nothing_of_its_kind() -> None:
    sheet = OfficeSheet("S", [["Chỉ tiêu", "TH 2024", "KH 2025"], ["Đảng viên mới", 150, 160]])
    (target,) = proposed(sheet, measure={"dang-vien-moi": "người"}).rows.tables["targets"]
    assert "kind" not in target


def test_shares_written_as_fractions_are_asked_about_and_then_are_shares() -> None:
    sheet = OfficeSheet("S", [["Chỉ tiêu", "2023", "2024"], ["Tỷ lệ hộ nghèo (%)", 0.025, 0.02]])
    (question,) = proposed(sheet).questions
    assert (question.key, question.name) == ("measure", "ty-le-ho-ngheo")
    assert question.proposed == "fraction"
    made = proposed(sheet, measure={"ty-le-ho-ngheo": "fraction"})
    figures = made.rows.tables["figures"]
    assert [(r["value"], r.get("as_published")) for r in figures] == [("2.5", None), ("2", None)]
    assert made.rows.tables["indicators"][0]["unit_measure"] == "percent"


def test_a_share_below_one_that_was_typed_as_text_is_proposed_as_neither() -> None:
    rows: list[list[Value]] = [["Chỉ tiêu", "2023", "2024"], ["Tỷ lệ bỏ học (%)", "0,8", "0,59"]]
    (question,) = proposed(OfficeSheet("S", rows)).questions
    assert (question.key, question.proposed) == ("measure", "")


def test_a_share_below_one_is_in_percent_where_its_counts_make_it_so() -> None:
    rows: list[list[Value]] = [
        ["STT", "Nội dung", "Năm 2023", None, "Năm 2024", None],
        [None, None, "SL", "%", "SL", "%"],
        [1, "Tổng số học sinh", 6120, None, 6245, None],
        [2, "Học sinh bỏ học", 49, 0.8, 37, "0,59"],
    ]
    made = proposed(OfficeSheet("S", rows, ["C1:D1", "E1:F1"]))
    assert made.questions == []
    shares = [row for row in made.rows.tables["figures"] if row["indicator"] == "hoc-sinh-bo-hoc"]
    assert [(row["value"], row["denominator"]) for row in shares] == [
        ("0.8", "6120"),
        ("0.59", "6245"),
    ]


def test_two_numbers_for_one_thing_are_refused_and_an_estimate_gives_way() -> None:
    head = ["Chỉ tiêu", "Ước TH 2024", "TH 2024"]
    (figure,) = proposed(OfficeSheet("S", [[*head], ["Dân số", 10, 11]])).rows.tables["figures"]
    assert (figure["value"], figure.get("obs_status")) == ("11", None)
    twice = OfficeSheet("S", [["Chỉ tiêu", "2023", "2024"], ["Dân số", 1, 2], ["Dân số", 3, 2]])
    with pytest.raises(GiaobanError, match=r"S!B2, S!B3: two numbers for “Dân số” 2023"):
        proposed(twice)


def test_what_is_not_understood_is_said_in_one_line(tmp_path: Path) -> None:
    path = OfficeSheet("S", [["Báo cáo"], ["Kết quả tốt"]]).xlsx(tmp_path / "a.xlsx")
    with pytest.raises(
        GiaobanError, match=r"a\.xlsx: no table was understood; expected numbers"
    ) as told:
        read_blocks(path)
    assert "\n" not in str(told.value)


def test_a_title_much_like_a_known_one_is_asked_about() -> None:
    row = {
        "indicator": "ho-ngheo",
        "title_vi": "Tỷ lệ hộ nghèo đa chiều",
        "unit_measure": "percent",
        "better": "down",
    }
    known = Known({"unit": "mau"}, {"indicators": [row]})
    sheet = OfficeSheet(
        "S", [["Chỉ tiêu", "2023", "2024"], ["Tỷ lệ hộ nghèo (đa chiều) (%)", 2.5, 2]]
    )
    assert proposed(sheet, known).indicators["Tỷ lệ hộ nghèo (đa chiều)"].id == "ho-ngheo"
    near = OfficeSheet(
        "S", [["Chỉ tiêu", "2023", "2024"], ["Tỷ lệ hộ nghèo đa chiều mới (%)", 2.5, 2]]
    )
    (question,) = proposed(near, known).questions
    assert (question.key, question.choices) == ("row", ("ho-ngheo", "new", "skip"))
    made = proposed(near, known, row={"Tỷ lệ hộ nghèo đa chiều mới": "ho-ngheo"})
    assert "indicators" not in made.rows.tables


def test_counts_become_a_share_with_its_numerator_or_the_number_of_what_is_counted() -> None:
    head = ["STT", "Chỉ tiêu", "ĐVT", "KH 2024", "TH 2024"]
    rows: list[list[Value]] = [
        [*head],
        [1, "Tỷ lệ chi bộ tốt", "%", 90, "45/46"],
        [2, "Tỷ lệ trường đạt chuẩn", "%", 70, "93,7% (45/48)"],
        [3, "Xã nông thôn mới", "xã", "20/24", "18/24"],
    ]
    made = proposed(OfficeSheet("S", rows)).rows.tables
    told = [
        [row.get(key, "") for key in ("value", "numerator", "denominator", "as_published")]
        for row in made["figures"]
    ]
    # What was not printed is not said to be; the share of 45 in 46 is worked out.
    assert told == [
        ["97.83", "45", "46", ""],
        ["93.7", "45", "48", "93,7%"],
        ["18", "", "", "18"],
    ]
    assert made["figures"][2]["note_vi"] == "18/24"
    assert [row["value"] for row in made["targets"]] == ["90", "70", "20"]


@pytest.mark.parametrize(
    ("rules", "whole", "first", "second"),
    [("en", "2,233", "1,234", 999), ("vi", "2.233", "1.234", 999), ("vi", "2,233", "1,234", 0.999)],
)
def test_the_sum_of_a_group_is_found_by_the_rules_by_which_the_sheet_is_read(
    rules: str, whole: str, first: str, second: Value
) -> None:
    heads: list[Value] = ["STT", "Đơn vị", "Số thu năm 2024 (triệu đồng)"]
    rows: list[list[Value]] = [
        ["I", "Khối cơ quan Đảng", whole],
        [1, "Ban Tổ chức", first],
        [2, "Ủy ban Kiểm tra", second],
    ]

    def taken(numbers: str) -> tuple[int, list[str]]:
        blocks = find_blocks(OfficeSheet("S", [heads, *rows]).grid())
        made = propose(blocks, Answers({**ANSWERED, "numbers": numbers}), Known())
        return len(made.rows.tables["figures"]), [*map(str, made.left_out)]

    told = f"S!C2: {whole} – the sum of several units, or their name"
    assert taken(rules) == (2, [told])
    if second == 999 and rules == "en":
        assert taken("vi") == (3, [])


def test_the_whole_of_what_was_reached_is_of_the_plan_under_the_same_head() -> None:
    rows: list[list[Value]] = [
        ["KẾT NẠP ĐẢNG VIÊN NĂM 2024"],
        ["TT", "Tổ chức cơ sở đảng", "Kết nạp đảng viên", None, None],
        [None, None, "Chỉ tiêu", "Kết quả", None],
        [None, None, None, "Tổng số", "Trong đó: nữ"],
        [1, "Đảng bộ xã Tân Lập", 8, 9, 4],
        [2, "Đảng bộ xã Hợp Tiến", 6, 6, 2],
    ]
    merged = ["A2:A4", "B2:B4", "C2:E2", "C3:C4", "D3:E3"]
    made = proposed(OfficeSheet("S", rows, merged))
    assert {title for title, *_ in rows_of(made, "targets")} == {"Kết nạp đảng viên"}
    told = {title for title, *_ in rows_of(made, "figures")}
    assert told == {"Kết nạp đảng viên", "Kết nạp đảng viên: nữ"}


def rows_of(made: Proposal, table: str) -> Said:
    return {row for row in rows(made) if row[3] == table}


def test_of_a_comparison_alone_no_indicator_is_made() -> None:
    sheet: list[list[Value]] = [
        ["GIẢM NGHÈO NĂM 2024"],
        ["STT", "Xã", "Kế hoạch giảm (hộ)", "Số hộ giảm", "% thực hiện so với KH"],
        [1, "Xã Tân Lập", 10, 12, "120"],
        [2, "Xã Hợp Tiến", 5, 5, "100"],
    ]
    made = proposed(OfficeSheet("S", sheet))
    titles = [row["title_vi"] for row in made.rows.tables["indicators"]]
    assert titles == ["Giảm", "Số hộ giảm"]
    joined = proposed(OfficeSheet("S", sheet), row=dict.fromkeys(titles, "so-ho-giam"))
    assert [row["indicator"] for row in joined.rows.tables["indicators"]] == ["so-ho-giam"]
    assert (joined.checked.unchecked, made.checked.unchecked) == (2, 2)


def test_what_stands_under_a_comparison_alone_stands_under_nothing() -> None:
    sheet: list[list[Value]] = [
        ["Chỉ tiêu", "KH 2024", "TH 2024", "% KH"],
        ["Thu ngân sách nhà nước trên địa bàn (tỷ đồng)", None, None, "104"],
        ["Trong đó: thu từ doanh nghiệp nhà nước (tỷ đồng)", 10, 12, "120"],
    ]
    (row,) = proposed(OfficeSheet("S", sheet)).rows.tables["indicators"]
    assert (row["title_vi"], row.get("under")) == ("Thu từ doanh nghiệp nhà nước", None)


AMONG: list[Value] = ["STT", "Chỉ tiêu", "ĐVT", "Tổng số"]
COMMUNES = Known(
    {"unit": "huyen-mau"},
    {
        "units": [
            {"unit": "huyen-mau", "title_vi": "Huyện Mẫu"},
            {"unit": "tan-lap", "title_vi": "Xã Tân Lập"},
            {"unit": "hop-tien", "title_vi": "Xã Hợp Tiến"},
        ]
    },
)


def test_a_known_unit_is_known_by_its_name_and_not_by_its_cell() -> None:
    rows: list[list[Value]] = [
        ["Chỉ tiêu", "TH 2024"],
        ["1. Học sinh", 40],
        ["2. Trường A", 30],
    ]
    units = [
        {"unit": "huyen-mau", "title_vi": "Huyện Mẫu"},
        {"unit": "truong-a", "title_vi": "Trường A"},
    ]
    made = proposed(OfficeSheet("S", rows), Known({"unit": "huyen-mau"}, {"units": units}))
    assert [(one.title, one.unit) for one in made.found] == [
        ("Học sinh", ""),
        ("Học sinh", "Trường A"),
    ]
    (head,) = (
        proposed(
            OfficeSheet("S", [["Chỉ tiêu", "Trường A (người)"], ["Học sinh", 4]]),
            Known({"unit": "huyen-mau"}, {"units": units}),
        )
        .blocks[0]
        .known
    )
    assert head == "Trường A"


def test_of_each_of_many_tables_only_its_own_names_are_looked_up() -> None:
    rows: list[list[Value]] = []
    for n in range(2):
        rows += [["NĂM 2024"], ["STT", "Chỉ tiêu", f"Xã {n}"], [1, "Hộ nghèo", 2], []]
    units = [{"unit": f"xa-{n}", "title_vi": f"Xã {n}"} for n in range(2)]
    made = proposed(OfficeSheet("S", rows), Known({"unit": "xa-0"}, {"units": units}))
    assert [block.known for block in made.blocks] == [{"Xã 0"}, {"Xã 1"}]


def among(heads: list[str], known: Known | None = None, said: str = "") -> Proposal:
    rows: list[list[Value]] = [
        ["NĂM 2024"],
        [*AMONG, *heads],
        [1, "Hộ nghèo", "hộ", 10, *range(4, 4 + len(heads))],
    ]
    names = ", ".join(head.partition(" (")[0] for head in heads)
    answers = Answers({**ANSWERED}, {"heads": {names: said}})
    return propose(find_blocks(OfficeSheet("S", rows).grid()), answers, known or Known())


@pytest.mark.parametrize("known", [None, COMMUNES])
@pytest.mark.parametrize(
    "heads",
    [
        ["Tân Lập", "Hợp Tiến", "An Phú"],
        ["Tân Lập", "Hợp Tiến"],
        ["Từ Sơn", "Dưới Đồng", "Trên Núi"],
        ["XÃ TÂN LẬP", "XÃ HỢP TIẾN", "Tỷ lệ (%)"],
    ],
)
def test_a_whole_or_a_bare_share_makes_no_parts_of_the_units_beside_it(
    heads: list[str], known: Known | None
) -> None:
    made = among(heads, known)
    assert made.questions == []
    told = {"Tỷ lệ (%)": ("Hộ nghèo: Tỷ lệ", "")}
    wanted = [told.get(head, ("Hộ nghèo", head)) for head in heads]
    assert [(one.title, one.unit) for one in made.found[1:]] == wanted
    assert made.found[-1].measure == ("%" if "%" in heads[-1] else "hộ")


def test_a_whole_that_is_shortened_makes_no_question_of_the_part_beside_it() -> None:
    rows: list[list[Value]] = [["NĂM 2024"], ["Chỉ tiêu", "TS", "Nữ"], ["Hộ nghèo (hộ)", 5, 2]]
    made = proposed(OfficeSheet("S", rows))
    assert made.questions == []
    assert [(one.title, one.unit) for one in made.found] == [
        ("Hộ nghèo", ""),
        ("Hộ nghèo: Nữ", ""),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["Số đảng viên", "Số đoàn viên"],
        ["Diện tích đất", "Diện tích ao"],
        ["VỐN ĐẦU TƯ", "GIẢI NGÂN"],
        ["Dân tộc Kinh", "Dân tộc Mông"],
        ["Trình độ Đại học", "Trình độ Cao đẳng"],
        ["Vốn Trung ương", "Vốn địa phương"],
        ["Trên đại học", "Từ 30 tuổi"],
        ["Nữ", "Dân tộc", "Đoàn viên"],
    ],
)
def test_what_is_told_of_each_row_is_no_unit_whatever_letter_it_begins_with(
    heads: list[str],
) -> None:
    made = among(heads)
    assert made.questions == []
    assert {one.unit for one in made.found} == {""}
    assert len({one.title for one in made.found}) == 1 + len(heads)


@pytest.mark.parametrize(
    ("heads", "known"),
    [
        (["Nam", "Nữ", "Văn phòng"], None),
        (["Chợ", "Đồng", "Số hộ"], COMMUNES),
        (["Khối lượng (tấn)", "Doanh thu"], None),
        (["Chợ (hộ)", "Đồng (hộ)"], None),
    ],
)
def test_where_some_heads_name_parts_and_others_may_be_units_it_is_asked_once(
    heads: list[str], known: Known | None
) -> None:
    assert [q.key for q in among(heads, known).questions] == ["heads"]
    for said in ("units", "parts"):
        made = among(heads, known, said)
        assert made.questions == []
        assert all(bool(one.unit) == (said == "units") for one in made.found[1:])
    made = among(heads, known, "indicators")
    assert {one.unit for one in made.found} == {"Hộ nghèo"}


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["Nam", "Nữ", "Xã Tân Lập"], ["Nam", "Nữ", "@Xã Tân Lập"]),
        (["Xã Tân Lập (hộ)", "Thôn Đông (hộ)"], ["@Xã Tân Lập", "@Thôn Đông"]),
        (["Tân Lập", "TL (%)", "Đắk R’lấp"], ["@Tân Lập", "Tỷ lệ", "@Đắk R’lấp"]),
        (["Tân Lập", "Tỷ trọng"], ["@Tân Lập", "Tỷ trọng"]),
    ],
)
def test_of_heads_that_each_say_what_they_are_nothing_is_asked(
    heads: list[str], told: list[str]
) -> None:
    made = among(heads)
    assert made.questions == []
    assert [
        f"@{one.unit}" if one.unit else one.title.partition(": ")[2] for one in made.found[1:]
    ] == told


def test_heads_that_the_programme_knows_as_units_are_these_beside_parts_too() -> None:
    made = among(["Tân Lập", "Hợp Tiến", "Số hộ"], COMMUNES)
    assert made.questions == []
    assert [one.unit for one in made.found[1:]] == ["Tân Lập", "Hợp Tiến", ""]


def test_what_is_said_of_the_heads_of_one_table_is_said_of_no_other() -> None:
    rows: list[list[Value]] = [
        ["NĂM 2024"],
        ["STT", "Chỉ tiêu", "Nữ", "Chợ"],
        [1, "Hộ nghèo", 1, 2],
        [],
        ["STT", "Chỉ tiêu", "Tân Lập", "Hợp Tiến"],
        [1, "Hộ cận nghèo", 3, 4],
        [],
        ["STT", "Chỉ tiêu", "Nữ", "Đồng"],
        [1, "Lao động", 5, 6],
    ]
    made = proposed(OfficeSheet("S", rows), heads={"Nữ, Chợ": "parts", "Nữ, Đồng": "?"})
    assert [q.name for q in made.questions if q.key == "heads"] == ["Nữ, Đồng"]
    assert [one.unit for one in made.found[:4]] == ["", "", "Tân Lập", "Hợp Tiến"]


SCHOOL_YEARS: list[list[Value]] = [
    ["CHẤT LƯỢNG GIÁO DỤC BA NĂM HỌC"],
    ["TT", "Nội dung", "Năm học", None, "Chỉ tiêu 2024-2025"],
    [None, None, "2022-2023", "2023-2024", None],
    ["I", "Kết quả rèn luyện (%)", None, None, None],
    [1, "Tốt", "83,2", "85,7", "≥ 86"],
    [2, "Khá", "14,9", "12,8", None],
    [3, "Đạt", "1,9", "1,5", None],
    ["II", "Kết quả học tập (%)", None, None, None],
    [1, "Giỏi", "12,9", "14,1", 15],
    [2, "Trung bình", "44,0", "42,1", None],
    ["III", "Giải thưởng", None, None, None],
    [1, "Học sinh giỏi cấp huyện (giải)", 12, 15, 16],
]


def test_a_school_keeps_its_years_under_one_head_and_its_classes_under_headings() -> None:
    made = proposed(OfficeSheet("S", SCHOOL_YEARS, ["A2:A3", "B2:B3", "C2:D2", "E2:E3"]))
    assert made.questions == []
    years = ["2022-09/2023-08", "2023-09/2024-08", "2024-09/2025-08"]
    assert [one.period for one in made.found[:3]] == years
    told = {row["title_vi"]: row for row in made.rows.tables["indicators"]}
    trained = [f"Kết quả rèn luyện: {name}" for name in ("Tốt", "Khá", "Đạt")]
    taught = [f"Kết quả học tập: {name}" for name in ("Giỏi", "Trung bình")]
    assert [*told] == [*trained, *taught, "Học sinh giỏi cấp huyện"]
    assert {told[title]["unit_measure"] for title in trained + taught} == {"percent"}
    assert [told[title]["better"] for title in trained] == ["up", "none", "none"]
    assert told["Học sinh giỏi cấp huyện"]["unit_vi"] == "giải"


def test_under_each_head_a_bare_share_is_of_the_plan_that_stands_there() -> None:
    rows: list[list[Value]] = [
        ["PHÁT TRIỂN ĐẢNG NĂM 2024"],
        ["STT", "Chi bộ", "Kết nạp", None, None, "Đảng viên nữ", None, "Hộ nghèo", None],
        [None, None, "Chỉ tiêu", "TH", "TL (%)", "SL", "TL (%)", "Số hộ", "TL (%)"],
        [1, "Thôn Đông", 2, 3, "150", 15, "35,7", 20, "4,1"],
    ]
    merged = ["A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:I2"]
    made = proposed(OfficeSheet("S", rows, merged))
    assert [one.kind for one in made.found[:3]] == ["target", "figure", "of_target"]
    assert (made.checked.agree, made.checked.disagree) == (1, [])
    told = {row["title_vi"] for row in made.rows.tables["indicators"]}
    assert {"Kết nạp", "Hộ nghèo: Số hộ", "Hộ nghèo: tỷ lệ"} <= told


@pytest.mark.parametrize("measure", ["% KH", "% so KH"])
def test_so_many_percent_of_a_plan_is_no_share_and_may_be_over_100(measure: str) -> None:
    rows: list[list[Value]] = [["STT", "Chỉ tiêu", "ĐVT", "KH 2024", "TH 2024"]]
    made = proposed(OfficeSheet("S", [*rows, [1, "Tuyển quân", measure, 100, 102]]))
    (row,) = made.rows.tables["indicators"]
    assert (row["unit_measure"], row["unit_vi"]) == ("number", measure)


ANNEXED: list[list[Value]] = [
    ["ỦY BAN NHÂN DÂN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["XÃ PHÚ LƯƠNG", None, "Độc lập - Tự do - Hạnh phúc"],
    ["PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024, KẾ HOẠCH NĂM 2025"],
    ["(Kèm theo Báo cáo số 312/BC-UBND ngày 16/12/2024 của UBND xã)"],
    ["STT", "Chỉ tiêu", "TH 2024", "KH 2025"],
    [1, "Hộ nghèo (hộ)", 40, 30],
]


def test_what_stands_over_a_table_is_proposed_to_what_is_asked() -> None:
    asked = propose(find_blocks(OfficeSheet("S", ANNEXED).grid()), Answers(), Known()).questions
    told = {question.key: question.proposed for question in asked}
    assert told == {
        "reported-on": "16/12/2024",
        "source": "Báo cáo số 312/BC-UBND ngày 16/12/2024 của UBND xã",
        "set-by": "",
        "unit": "Xã Phú Lương",
        "title": "Phát triển kinh tế - xã hội, kế hoạch năm 2025",
        "code": "",
        "years": "2024/2025",
    }


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("CHI CỤC THUẾ KHU VỰC II", "Chi cục thuế khu vực II"),
        ("HUYỆN ỦY YÊN SƠN", "Huyện ủy Yên Sơn"),
        ("UBND HUYỆN YÊN SƠN", "Huyện Yên Sơn"),
        ("UBND HUYỆN YÊN SƠN\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Huyện Yên Sơn"),
        ("Ủy ban nhân dân thị trấn Mẫu", "Thị trấn Mẫu"),
        ("UBND huyện tổ chức thực hiện", ""),
        ("XÃ TÂN LẬP NĂM 2024", "Xã Tân Lập"),
        ("Xã Tân Lập - 6 tháng đầu năm 2024", "Xã Tân Lập"),
        ("PHƯỜNG 12 (GIAI ĐOẠN 2021-2025)", "Phường 12"),
        ("TRUNG TÂM VĂN HÓA ĐẠT CHUẨN NĂM 2024", ""),
        ("Sở hữu công nghiệp", ""),
    ],
)
def test_whose_a_sheet_is_may_stand_in_its_letterhead(line: str, unit: str) -> None:
    rows: list[list[Value]] = [[line], *ANNEXED[2:]]
    asked = propose(find_blocks(OfficeSheet("S", rows).grid()), Answers(), Known()).questions
    assert [question.proposed for question in asked if question.key == "unit"] == [unit]


def test_last_years_line_over_a_table_is_proposed_no_more() -> None:
    row = {"indicator": "x", "unit": "huyen-mau", "period": "2024", "value": "1"}
    known = Known({"unit": "huyen-mau"}, {"figures": [row | {"reported_on": "2024-12-16"}]})
    asked = propose(find_blocks(OfficeSheet("S", ANNEXED).grid()), Answers(), known).questions
    assert {q.proposed for q in asked if q.key in ("reported-on", "source")} == {""}


PARTY_LINES: list[list[Value]] = [
    ["ĐẢNG BỘ HUYỆN MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["Bảng kết quả", "theo dõi năm 2024"],
]


def test_the_letterhead_of_a_party_office_is_no_title_and_a_caption_may_stand_in_two_cells() -> (
    None
):
    rows = [*PARTY_LINES, *ANNEXED[4:]]
    asked = propose(find_blocks(OfficeSheet("S", rows).grid()), Answers(), Known()).questions
    told = {question.key: question.proposed for question in asked}
    assert (told["unit"], told["title"]) == ("Đảng bộ huyện Mẫu", "Bảng kết quả theo dõi")


def test_a_sheet_of_targets_alone_is_one_and_says_that_figures_are_missing() -> None:
    rows: list[list[Value]] = [["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025"]]
    made = proposed(OfficeSheet("S", [*rows, [1, "Thu ngân sách", "tỷ đồng", 120]]))
    assert (len(made.rows.tables["targets"]), made.is_planned_only) == (1, True)
    rows[0].append("TH năm 2025")
    made = proposed(OfficeSheet("S", [*rows, [1, "Thu ngân sách", "tỷ đồng", 120, 126]]))
    assert not made.is_planned_only


def test_a_sheet_of_ratings_alone_is_none_of_targets() -> None:
    rows: list[list[Value]] = [["Chi bộ", "Xếp loại năm 2024"], ["Chi bộ 1", "HTTNV"]]
    made = proposed(OfficeSheet("S", rows), ratings={"Xếp loại": "each"})
    assert not made.is_planned_only


def test_the_years_of_the_form_of_a_years_end_are_asked() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "KH năm", "TH 9 tháng", "Ước TH cả năm", "KH 2025"],
        [1, "Thu ngân sách (tỷ đồng)", 100, 80, 120, 130],
    ]
    names = rows[0][2:5]
    assert [q.name for q in proposed(OfficeSheet("S", rows)).questions] == names
    said = dict(zip("CDE", ["target 2024", "figure 2024-01/2024-09", "figure 2024"], strict=True))
    made = proposed(OfficeSheet("S", rows), column=said)
    told = {(year, int(value)) for _, _, year, _, value in rows_of(made, "targets")}
    assert told == {("2024", 100), ("2025", 130)}


@pytest.mark.parametrize("said", ["2024", "TH 2024", "figure 2024", "năm 2024"])
def test_a_year_that_is_said_of_a_column_leaves_it_the_months_and_the_kind_of_its_head(
    said: str,
) -> None:
    form: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "KH năm", "TH 9 tháng", "Ước TH cả năm", "KH 2025"],
        [1, "Thu ngân sách (tỷ đồng)", 100, 80, 120, 130],
    ]
    made = proposed(OfficeSheet("S", form), column={"C": "2024", "D": said, "E": said})
    assert made.questions == []
    told = {(table, year, int(value)) for _, _, year, table, value in rows(made)}
    assert told == {
        ("targets", "2024", 100),
        ("figures", "2024-01/2024-09", 80),
        ("figures", "2024", 120),
        ("targets", "2025", 130),
    }


def test_an_adjusted_plan_between_last_years_result_and_months_is_asked_about() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "TH năm 2024", "Kế hoạch", None, "TH 6 tháng"],
        [None, None, None, "Đầu năm", "Điều chỉnh", None],
        [1, "Thu ngân sách (tỷ đồng)", 90, 100, 110, 50],
    ]
    made = proposed(OfficeSheet("S", rows, ["D1:E1", "A1:A2", "B1:B2", "C1:C2", "F1:F2"]))
    assert [one.period for one in made.found] == ["2024", "", "", ""]
    assert [q.key for q in made.questions] == ["column"] * 3 + ["planned-on"]


@pytest.mark.parametrize(
    "heads",
    [
        ["TH 2023", "TH 2024", "TH tăng"],
        ["Năm 2023", "Năm 2024", "Kết quả giảm"],
        ["TH 2023", "TH 2024", "KH giảm", "TH giảm"],
        ["TH cùng kỳ", "TH 2024", "KH tăng", "TH tăng"],
        ["KH 2024", "TH 2024", "TH giảm"],
        ["KH 2024", "KH tăng", "TH giảm"],
        ["TH 2024", "Ước giảm"],
        ["KH 2024", "KH giảm"],
    ],
)
def test_a_rise_or_fall_that_may_be_that_of_two_numbers_beside_it_is_no_number(
    heads: list[str],
) -> None:
    for first in ("Hộ nghèo", "Xã Tân Lập"):
        rows: list[list[Value]] = [
            ["NĂM 2024"],
            ["STT", "Chỉ tiêu" if first == "Hộ nghèo" else "Xã", *heads],
            [1, first, *range(100, 100 + len(heads))],
        ]
        found = proposed(OfficeSheet("HỘ NGHÈO", rows)).found
        changes = [one for one in found if one.kind == "compared"]
        assert len(changes) == sum("tăng" in head or "giảm" in head for head in heads)
        assert {one.unit for one in found} <= {"", "Xã Tân Lập"}


@pytest.mark.parametrize("first", ["Chỉ tiêu", "Xã"])
@pytest.mark.parametrize(
    ("heads", "agree"),
    [
        (["KH giảm", "TH giảm", "% KH"], 1),
        (["KH 2024", "TH 2024", "% KH", "KH giảm", "TH giảm", "% KH"], 2),
        (["KH vốn", "TH vốn", "TL (%)"], 1),
    ],
)
def test_a_share_of_the_plan_is_of_the_plan_beside_it(
    heads: list[str], agree: int, first: str
) -> None:
    numbers: list[Value] = [10, 12, 120, 5, 4, 80]
    name = "Hộ nghèo" if first == "Chỉ tiêu" else "Xã Tân Lập"
    rows: list[list[Value]] = [["HỘ NGHÈO NĂM 2024"], ["STT", first, *heads]]
    made = proposed(OfficeSheet("S", [*rows, [1, name, *numbers[: len(heads)]]]))
    assert (made.checked.agree, made.checked.disagree, made.checked.unchecked) == (agree, [], 0)


@pytest.mark.parametrize("beside", [[], ["KH 2024", "TH 2024"]])
def test_a_fall_that_is_planned_and_reached_is_told_of_the_row(beside: list[str]) -> None:
    rows: list[list[Value]] = [
        ["NĂM 2024"],
        ["STT", "Chỉ tiêu", "KH giảm", "TH giảm", *beside],
        [1, "Hộ nghèo", 10, 12, *[100 for _ in beside]],
    ]
    made = proposed(OfficeSheet("S", rows))
    falls = [one for one in made.found if one.title == "Hộ nghèo: Giảm"]
    assert [(one.kind, one.unit) for one in falls] == [("target", ""), ("figure", "")]
    assert len(made.found) == 2 + len(beside)
