import pytest
from officesheets import OfficeSheet, Value

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.proposal import Proposal, propose

ROWS: list[list[Value]] = [
    ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024", "So với cùng kỳ (%)"],
    [1, "Sản lượng lúa", "tấn", 40, 45, "12,5"],
    [2, "Đảng viên mới", "người", 150, 140, "-6,7"],
    [3, "Tỷ lệ hộ nghèo", "%", 4, 3, "-25"],
]
ANSWERED = {
    "reported-on": "14/3/2025",
    "source": "Báo cáo 15",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2021/2025",
    "numbers": "vi",
}


THERE = {
    "claim": "c",
    "kind": "percent_change",
    "indicator": "san-luong-lua",
    "unit": "huyen-mau",
    "period": "2024",
    "stated": "12.5",
    "reported_on": "2025-01-10",
}


def proposed(claims: str = "", known: Known | None = None, *, ratio: bool = False) -> Proposal:
    rows = [[*row[:5], row[5]] for row in ROWS]
    if ratio:
        for row, said in zip(rows[1:], ("112,5", "93,3", "75"), strict=True):
            row[5] = said
    many = {"claims": {"F": claims}} if claims else {}
    blocks = find_blocks(OfficeSheet("S", rows).grid())
    return propose(blocks, Answers({**ANSWERED}, many), known or Known())


def test_without_being_told_to_nothing_is_kept_of_a_column_of_changes() -> None:
    assert "claims" not in proposed().rows.tables
    assert "claims" not in proposed("skip").rows.tables


def test_changes_of_counts_and_amounts_become_claims_of_the_last_year() -> None:
    told = proposed("change").rows.tables["claims"]
    assert [(r["indicator"], r["kind"], r["period"], r["stated"]) for r in told] == [
        ("san-luong-lua", "percent_change", "2024", "12.5"),
        ("dang-vien-moi", "percent_change", "2024", "-6.7"),
    ]
    assert [row["as_published"] for row in told] == ["12,5", "-6,7"]
    assert len({row["claim"] for row in told}) == 2


def test_a_ratio_says_the_change_that_makes_it_and_is_no_print_of_that() -> None:
    told = proposed("ratio", ratio=True).rows.tables["claims"]
    assert [row["stated"] for row in told] == ["12.5", "-6.7"]
    assert not any("as_published" in row for row in told)


def test_what_is_there_already_is_passed_over() -> None:
    made = proposed("change", Known({}, {"claims": [THERE]}))
    assert [row["indicator"] for row in made.rows.tables["claims"]] == ["dang-vien-moi"]
    assert made.rows.equal == 1


def test_a_corrected_number_revises_the_claim_that_is_there() -> None:
    made = proposed("change", Known({}, {"claims": [THERE | {"stated": "12.8"}]}))
    (before, after), *others = made.rows.revised
    assert others == []
    assert (before["stated"], after["stated"]) == ("12.8", "12.5")
    first = made.rows.tables["claims"][0]
    assert (first["claim"], first["stated"], first["reported_on"]) == ("c", "12.5", "2025-03-14")


def test_a_claim_is_held_against_its_last_revision() -> None:
    earlier = THERE | {"stated": "12.8", "reported_on": "2024-12-01"}
    made = proposed("change", Known({}, {"claims": [THERE, earlier]}))
    assert (made.rows.equal, made.rows.revised) == (1, [])


def test_a_corrected_number_that_is_reported_no_later_is_refused() -> None:
    there = THERE | {"stated": "12.8", "reported_on": "2025-03-14"}
    with pytest.raises(GiaobanError, match=r"S!F2: “Sản lượng lúa” 2024 is 12\.8 .* needs a later"):
        proposed("change", Known({}, {"claims": [there]}))


def test_a_claim_of_another_kind_is_another_claim() -> None:
    made = proposed("change", Known({}, {"claims": [THERE | {"kind": "change"}]}))
    assert made.rows.tables["claims"][0]["claim"] != "c"
    assert (made.rows.equal, made.rows.revised) == (0, [])


def test_changes_of_a_share_are_told_as_left_out() -> None:
    assert [*map(str, proposed("change").left_out)] == [
        "S!F4 (So với cùng kỳ (%)): no statement, as of a share it may as well be so many points"
    ]


def claimed(*rows: list[Value], column: str = "F") -> Proposal:
    many = {"claims": {column: "change"}}
    return propose(
        find_blocks(OfficeSheet("S", [*rows]).grid()), Answers({**ANSWERED}, many), Known()
    )


@pytest.mark.parametrize(
    ("years", "head"),
    [
        (("Năm 2023", "Năm 2024"), "So với năm 2023 (%)"),
        (("Năm 2023", "Năm 2024"), "2024/2023 (%)"),
        (("Năm 2024", "Năm 2023"), "So với cùng kỳ (%)"),
    ],
)
def test_a_claim_is_of_the_latest_year_wherever_it_stands(
    years: tuple[str, str], head: str
) -> None:
    made = claimed(
        ["STT", "Chỉ tiêu", "ĐVT", *years, head], [1, "Sản lượng lúa", "tấn", 40, 45, "12,5"]
    )
    assert [row["period"] for row in made.rows.tables["claims"]] == ["2024"]
    assert made.left_out == []


@pytest.mark.parametrize("head", ["So với đầu năm (%)", "2024/2020 (%)", "So với năm 2020 (%)"])
def test_a_change_against_another_time_is_left_out_and_told_in_a_line(head: str) -> None:
    made = claimed(
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2020", "Năm 2024", head],
        [1, "Sản lượng lúa", "tấn", 40, 45, "12,5"],
        [2, "Sản lượng ngô", "tấn", 20, 25, "25"],
    )
    assert "claims" not in made.rows.tables
    (told,) = map(str, made.left_out)
    assert told.startswith(f"S!F2, S!F3 ({head}): no statement, as the head does not say")


def test_in_a_table_of_years_each_row_is_of_its_own() -> None:
    made = claimed(
        ["Năm", "Sản lượng lúa (tấn)", "Sản lượng lúa (tấn)"],
        [None, "Thực hiện", "So với năm trước (%)"],
        [2022, 36, None],
        [2023, 40, "11,1"],
        [2024, 45, "12,5"],
        column="C",
    )
    told = made.rows.tables["claims"]
    assert [(r["period"], r["stated"]) for r in told] == [("2023", "11.1"), ("2024", "12.5")]


def test_of_two_tables_on_a_sheet_each_has_its_own_latest_year() -> None:
    made = claimed(
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2022", "Năm 2023", "So với năm trước (%)"],
        [1, "Sản lượng lúa", "tấn", 36, 40, "11,1"],
        [None],
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024", "So với năm trước (%)"],
        [1, "Sản lượng lúa", "tấn", 40, 45, "12,5"],
    )
    told = made.rows.tables["claims"]
    assert [(r["period"], r["stated"]) for r in told] == [("2023", "11.1"), ("2024", "12.5")]


def test_two_numbers_for_one_change_are_refused() -> None:
    with pytest.raises(GiaobanError, match="S!F2, S!F3: two numbers for “Sản lượng lúa” 2024"):
        claimed(
            ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024", "So với cùng kỳ (%)"],
            [1, "Sản lượng lúa", "tấn", 40, 45, "12,5"],
            [2, "Sản lượng lúa", "tấn", 40, 45, "12,8"],
        )


def test_what_no_column_of_changes_can_be_is_refused() -> None:
    with pytest.raises(GiaobanError, match="--claims F: expected change, ratio, skip"):
        proposed("points")
