from officesheets import DISTRICT, POOR, OfficeSheet, Value

from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.preview import MOST, preview
from giaoban.sheet.proposal import propose


def shown(sheet: OfficeSheet, known: Known | None = None) -> list[str]:
    made = propose(find_blocks(sheet.grid()), Answers(), known or Known())
    return [line.told("en") for line in preview(made)]


def test_every_column_says_what_it_is_taken_for() -> None:
    told = shown(DISTRICT)
    assert told[0] == "Biểu 1: each row an indicator"
    assert "  F  Năm 2024 / ƯTH: figures 2024" in told
    assert "  G  So sánh (%) / ƯTH/KH: compares, is checked" in told
    assert "  D  Hộ nghèo / Số hộ: figures 2024" in shown(POOR)


def test_an_average_beside_its_years_is_told_as_one_and_not_checked() -> None:
    heads: list[Value] = ["Chỉ tiêu", "2022", "2023", "2024", "Bình quân 3 năm"]
    told = shown(OfficeSheet("S", [heads, ["Kết nạp đảng viên (người)", 10, 11, 12, 11]]))
    assert told[4] == "  E  Bình quân 3 năm: left out, as it is worked out of the others: average"
    assert "figures 3, targets 0" in told[-1]


def test_a_plan_and_what_it_was_adjusted_to_are_told_apart() -> None:
    heads: list[Value] = ["Chỉ tiêu", "KH đầu năm 2024", "KH 2024", "KH 2024 điều chỉnh lần 2"]
    told = shown(OfficeSheet("S", [heads, ["Kết nạp đảng viên (người)", 10, 11, 12]]))
    assert [line.rpartition(": ")[2] for line in told[1:4]] == [
        "targets 2024, as first set",
        "targets 2024",
        "targets 2024, as adjusted",
    ]


def test_every_indicator_says_its_measure_and_which_way_is_better() -> None:
    assert (
        "  ty-le-ho-ngheo (new): Tỷ lệ hộ nghèo; percent, less is better; figures 2, targets 2"
        in shown(DISTRICT)
    )


def test_which_way_is_better_is_told_as_assumed_where_nothing_says_it() -> None:
    rows: list[list[Value]] = [
        ["Indicator", "2024"],
        ["Swans", 20],
        ["Letters", 2],
        ["Complaints", 3],
        ["Trees planted", 9],
        ["Poor pupils passing", 8],
    ]
    told = shown(OfficeSheet("S", rows))
    ways = [line.split("; ")[1].split(", ", 1)[1] for line in told if " (new): " in line]
    assumed = "assumed: less is better"
    assert ways == ["assumed: more is better"] * 2 + ["less is better", "more is better", assumed]
    assert (
        "Of 3 neither a word nor a target says for certain which way is better: where it is not "
        "as assumed, say so, as in --better swans=down" in told
    )


def test_columns_that_are_not_read_and_shares_with_their_counts_are_told() -> None:
    rows: list[list[Value]] = [
        ["Chỉ tiêu", "KH 2024 (%)", "TH 2024", "Đánh giá"],
        ["Chi bộ tốt", 90, "45/46", "Đạt"],
    ]
    told = shown(OfficeSheet("S", rows))
    assert "  D  Đánh giá: not read, as mostly words stand below it" in told
    assert "Shares whose counts stand in the sheet: 1" in told


def test_a_column_that_says_less_than_the_one_that_names_the_rows_says_so() -> None:
    rows: list[list[Value]] = [
        ["Nội dung", "Chỉ tiêu", "Năm 2024"],
        ["Kinh tế", "Số hộ nghèo", 5],
        ["Kinh tế", "Số vụ", 6],
    ]
    assert "  A  Nội dung: not read, as another column names the rows" in shown(
        OfficeSheet("S", rows)
    )


def test_what_does_not_agree_and_what_was_left_out_is_told_at_the_end() -> None:
    told = shown(DISTRICT)
    assert told[-2] == (
        "Comparisons in the sheet: 9 agree with its figures, 1 do not, 0 cannot be worked out"
    )
    assert "  Ghi chú: ƯTH là ước thực hiện. – a note" in told
    # What stands in a column of remarks.
    assert "  Biểu 1!J12: ước – a note" in told


def test_of_much_that_was_left_out_a_part_is_shown() -> None:
    rows = [["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024"]]
    rows += [[str(n), f"Chỉ tiêu {n}", "nhiều", "3"] for n in range(MOST + 5)]
    assert "  and 5 more" in shown(OfficeSheet("S", [[*row] for row in rows]))


def test_what_adds_up_over_no_time_is_told_so_again_of_the_next_sheet_and_of_a_part_of_it() -> None:
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", "ĐVT", "TH 2024"],
        [1, "Số giáo viên", "người", 10],
        ["-", "Trong đó: người dân tộc", "người", 4],
        ["-", "Tuyển mới", "người", 2],
        [2, "Lượt khách", "lượt", 2],
    ]
    about = {"unit_measure": "count", "unit_vi": "người", "better": "up"}
    stock = {"indicator": "a", "title_vi": "Số giáo viên", "additive": "false"}
    said = {"indicator": "b", "title_vi": "Lượt khách", "additive": "false"}
    for there in ([], [about | stock], [about | stock, about | said]):
        told = shown(OfficeSheet("S", rows), Known({"unit": "mau"}, {"indicators": there}))
        stays = [line.split(": ", 1)[1].split(";")[0] for line in told if "what is there" in line]
        own = ["Lượt khách"] if len(there) > 1 else []
        assert stays == ["Số giáo viên", "Số giáo viên: người dân tộc", *own]


def test_what_is_compared_alone_is_listed_as_no_indicator() -> None:
    heads: list[Value] = ["STT", "Xã", "Số hộ giảm 2024", "% so với KH 2024"]
    told = shown(OfficeSheet("S", [heads, [1, "Xã Tân Lập", 5, "100"], [2, "Xã An Mỹ", 4, "90"]]))
    assert [line.split()[0] for line in told if " better; " in line] == ["so-ho-giam"]
