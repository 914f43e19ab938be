import pytest
from officesheets import OfficeSheet, Value

from giaoban.errors import GiaobanError
from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known, Row
from giaoban.sheet.preview import changes
from giaoban.sheet.proposal import Proposal, propose

ANSWERED = {
    "reported-on": "20/12/2024",
    "source": "Báo cáo 15",
    "set-by": "HĐND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2021/2025",
    "numbers": "vi",
}
SHEET: list[list[Value]] = [
    ["STT", "Chỉ tiêu", "ĐVT", "Năm 2024", None, None, "So sánh (%)", None],
    [None, None, None, "KH giao", "KH điều chỉnh", "TH", "TH/KH giao", "TH/KH điều chỉnh"],
    [1, "Thu ngân sách", "tỷ đồng", 130, 125, 128, "98,5", "102,4"],
    [2, "Trường đạt chuẩn", "trường", 12, None, 11, "91,7", None],
    [3, "Sản lượng lúa", "tấn", 40, 40, 45, "112,5", "112,5"],
]
MERGED = ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1"]
FIRST = "Năm 2024 / KH giao"
THERE = {
    "indicator": "thu-ngan-sach",
    "unit": "huyen-mau",
    "period": "2024",
    "value": "130",
    "set_by": "HĐND huyện",
    "reported_on": "2023-12-20",
}


def proposed(
    said: str = "", known: Known | None = None, rows: list[list[Value]] = SHEET
) -> Proposal:
    many = {"planned-on": {FIRST: said}} if said else {}
    blocks = find_blocks(OfficeSheet("S", rows, MERGED if rows is SHEET else []).grid())
    return propose(blocks, Answers({**ANSWERED}, many), known or Known())


def targets(made: Proposal) -> list[Row]:
    return made.rows.tables.get("targets", [])


def test_of_a_plan_beside_what_it_was_adjusted_to_one_question_is_asked() -> None:
    (question,) = proposed().questions
    assert (question.key, question.name, question.proposed) == ("planned-on", FIRST, "skip")
    assert [q.key for q in proposed("20/12/2024").questions] == ["planned-on"]


def test_the_adjusted_plan_revises_the_first_one_of_the_same_setter() -> None:
    told = [(r["value"], r["reported_on"], r["set_by"]) for r in targets(proposed("20/12/2023"))]
    assert told == [
        ("130", "2023-12-20", "HĐND huyện"),
        ("125", "2024-12-20", "HĐND huyện"),
        ("12", "2024-12-20", "HĐND huyện"),
        ("40", "2024-12-20", "HĐND huyện"),
    ]


def test_where_the_day_of_the_first_is_not_known_the_adjusted_one_stays_and_it_is_told() -> None:
    made = proposed("skip")
    assert [row["value"] for row in targets(made)] == ["125", "12", "40"]
    assert [*map(str, made.left_out)] == [
        "S!D3 (Năm 2024 / KH giao): left out, what it was adjusted to is the target"
    ]


def test_a_first_plan_that_is_there_already_is_revised_without_a_question() -> None:
    made = proposed(known=Known({"unit": "huyen-mau"}, {"targets": [THERE]}))
    assert made.questions == []
    ((before, after),) = made.rows.revised
    assert (before["value"], after["value"]) == ("130", "125")
    both = [THERE, THERE | {"value": "125", "reported_on": "2024-07-01"}]
    again = proposed(known=Known({"unit": "huyen-mau"}, {"targets": both}))
    assert (again.questions, again.rows.revised) == ([], [])


@pytest.mark.parametrize(
    ("value", "reported", "planned"),
    [
        ("125", "2024-07-01", "1/12/2024"),
        ("125", "2024-07-01", "1/7/2024"),
        ("127", "2024-06-01", "1/6/2024"),
    ],
)
def test_no_plan_of_before_is_reported_with_another_or_after_what_it_was_adjusted_to(
    value: str, reported: str, planned: str
) -> None:
    known = Known(
        {"unit": "huyen-mau"}, {"targets": [THERE | {"value": value, "reported_on": reported}]}
    )
    with pytest.raises(GiaobanError, match=rf"^S!D3: .* is {value} as reported on {reported}"):
        proposed(planned, known)
    assert [row["value"] for row in targets(proposed("1/12/2023", known))][:1] == ["130"]


@pytest.mark.parametrize(
    ("there", "told", "revised", "equal"),
    [
        # A draft that was changed.
        (
            [("120", "2023-06-01")],
            [("130", "2023-12-20"), ("125", "2024-12-20")],
            ["120 130", "130 125"],
            0,
        ),
        # In force between a draft and what it was adjusted to.
        ([("120", "2023-06-01"), ("125", "2024-07-01")], [("130", "2023-12-20")], ["120 130"], 1),
        # Told before a draft that was taken back.
        (
            [("130", "2023-05-01"), ("120", "2023-06-01")],
            [("130", "2023-12-20"), ("125", "2024-12-20")],
            ["120 130", "130 125"],
            0,
        ),
        # In force on that day already, or taken down later.
        ([("130", "2023-06-01")], [("125", "2024-12-20")], ["130 125"], 0),
        ([("130", "2024-02-01")], [("125", "2024-12-20")], ["130 125"], 0),
        # A later draft.
        (
            [("127", "2024-01-01")],
            [("130", "2023-12-20"), ("125", "2024-12-20")],
            ["127 125"],
            0,
        ),
    ],
)
def test_the_day_of_a_plan_orders_it_between_those_that_are_there(
    there: list[tuple[str, str]], told: list[tuple[str, str]], revised: list[str], equal: int
) -> None:
    rows = [THERE | {"value": value, "reported_on": day} for value, day in there]
    made = proposed("20/12/2023", Known({"unit": "huyen-mau"}, {"targets": rows}))
    own = [row for row in targets(made) if row["indicator"] == "thu-ngan-sach"]
    assert [(row["value"], row["reported_on"]) for row in own] == told
    pairs = [f"{before['value']} {after['value']}" for before, after in made.rows.revised]
    assert (sorted(pairs), made.rows.equal) == (revised, equal)


def test_plans_that_were_adjusted_twice_are_reported_one_after_the_other() -> None:
    heads: list[Value] = [
        "Chỉ tiêu",
        "KH 2024",
        "KH 2024 điều chỉnh lần 1",
        "KH 2024 điều chỉnh lần 2",
    ]
    blocks = find_blocks(
        OfficeSheet("S", [heads, ["Thu ngân sách (tỷ đồng)", 130, 127, 125]]).grid()
    )

    def made(first: str, second: str, *rows: Row) -> list[tuple[str, str]]:
        answers = Answers({**ANSWERED}, {"planned-on": {"B": first, "C": second}})
        told = targets(propose(blocks, answers, Known({"unit": "huyen-mau"}, {"targets": [*rows]})))
        return [(row["value"], row["reported_on"]) for row in told]

    later = [("127", "2024-06-01"), ("125", "2024-12-20")]
    assert made("1/1/2024", "1/6/2024") == [("130", "2024-01-01"), *later]
    assert made("", "1/6/2024", THERE) == later
    assert made("1/1/2023", "1/6/2024", THERE) == [("130", "2023-01-01"), *later][1:]
    for days in (("1/6/2024", "1/1/2024"), ("1/6/2024", "1/6/2024"), ("", "1/6/2023", THERE)):
        with pytest.raises(GiaobanError, match="in the order in which they were adjusted"):
            made(*days)


def test_a_plan_that_was_taken_back_and_set_again_is_told_twice() -> None:
    heads: list[Value] = ["Chỉ tiêu", "KH 2024 điều chỉnh lần 2", "KH 2024"]
    rows: list[list[Value]] = [
        [*heads, "KH 2024 điều chỉnh lần 1", "KH 2024 điều chỉnh lần 3"],
        ["Thu ngân sách (tỷ đồng)", 130, 130, 127, 125],
    ]
    days = {"B": "1/7/2024", "C": "1/1/2024", "D": "1/4/2024"}
    blocks = find_blocks(OfficeSheet("S", rows).grid())
    made = propose(blocks, Answers({**ANSWERED}, {"planned-on": days}), Known())
    told = [(row["value"], row["reported_on"][5:7]) for row in targets(made)]
    assert told == [("130", "01"), ("127", "04"), ("130", "07"), ("125", "12")]


def test_each_comparison_is_held_against_the_plan_that_it_names() -> None:
    assert (proposed("skip").checked.agree, proposed("skip").checked.disagree) == (5, [])
    rows = [[*row] for row in SHEET]
    rows[2][7] = "98,5"
    assert len(proposed("skip", rows=rows).checked.disagree) == 1


@pytest.mark.parametrize(
    ("heads", "setters"),
    [
        (["KH", "KH điều chỉnh"], {"HĐND huyện"}),
        (["KH đầu năm", "KH"], {"HĐND huyện"}),
        (["KH năm", "KH điều chỉnh"], {"HĐND huyện"}),
        (["Tỉnh giao", "Kế hoạch năm"], {"Tỉnh giao", "Kế hoạch năm"}),
        (["Kế hoạch giao", "Điều chỉnh"], {"HĐND huyện"}),
        (["Dự toán giao đầu năm", "Dự toán sau điều chỉnh"], {"HĐND huyện"}),
        (["Plan", "Adjusted plan"], {"HĐND huyện"}),
        (["KH", "KH điều chỉnh lần 1", "KH điều chỉnh lần 2"], {"HĐND huyện"}),
        (["Tỉnh giao", "Huyện giao"], {"Tỉnh giao", "Huyện giao"}),
        (["Tỉnh giao", "Huyện giao", "Huyện điều chỉnh"], {"Tỉnh giao", "Huyện giao"}),
        (["KH", "KH phấn đấu", "KH điều chỉnh"], {"KH", "KH phấn đấu"}),
        (["Tỉnh giao", "Huyện giao", "Điều chỉnh"], {"Tỉnh giao", "Huyện giao"}),
        (["Tỉnh giao", "Điều chỉnh", "Huyện giao", "Điều chỉnh"], {"Tỉnh giao", "Huyện giao"}),
        (
            ["Tỉnh giao", "Huyện giao", "KH điều chỉnh"],
            {"Tỉnh giao", "Huyện giao", "HĐND huyện"},
        ),
        (["Điều chỉnh", "Tỉnh giao", "Huyện giao"], {"HĐND huyện", "Tỉnh giao", "Huyện giao"}),
        (["KH", "Chỉ tiêu"], {"KH", "Chỉ tiêu"}),
        (["Tỉnh giao", "KH đầu năm"], {"Tỉnh giao", "HĐND huyện"}),
    ],
)
def test_an_adjusted_plan_is_of_the_setter_of_the_first_and_others_are_of_their_own(
    heads: list[str], setters: set[str]
) -> None:
    numbers: list[Value] = [10 + n for n in range(len(heads))]
    top: list[Value] = ["Kế hoạch năm 2024", *[None] * (len(heads) - 1)]
    rows: list[list[Value]] = [
        ["STT", "Chỉ tiêu", *top, "Năm 2024"],
        [None, None, *heads, "TH"],
        [1, "Đảng viên mới (người)", *numbers, 12],
    ]
    letters = "CDEF"[: len(heads)]
    grid = OfficeSheet("S", rows, ["A1:A2", "B1:B2", f"C1:{letters[-1]}1"]).grid()
    answers = Answers({**ANSWERED}, {"planned-on": dict.fromkeys(letters, "skip")})
    made = propose(find_blocks(grid), answers, Known())
    assert made.questions == []
    assert {row["set_by"] for row in targets(made)} == setters
    assert str(numbers[-1]) in {row["value"] for row in targets(made)}


SEVERAL: list[Value] = ["TW giao", "HĐND xã giao", "Nghị quyết"]


@pytest.mark.parametrize("whose_first", [True, False])
@pytest.mark.parametrize("top", [None, "Kế hoạch năm 2024"])
def test_under_who_set_it_or_over_it_stand_the_first_plan_and_what_it_was_adjusted_to(
    top: str | None, whose_first: bool
) -> None:
    stages: list[Value] = ["Đầu năm", "Điều chỉnh"]
    pairs = (
        [(who, stage) for who in SEVERAL for stage in stages]
        if whose_first
        else [(who, stage) for stage in stages for who in SEVERAL]
    )
    heads: list[list[Value]] = [[*pair] if whose_first else [*reversed(pair)] for pair in pairs]
    above: list[Value] = ["Chỉ tiêu", *[top] * 6]
    rows: list[list[Value]] = [
        ["Biểu năm 2024"],
        *([above] if top else []),
        *([None if top or n else "Chỉ tiêu", *(pair[n] for pair in heads), "Thực hiện"] for n in (0, 1)),
        ["Đảng viên mới (người)", 10, 11, 12, 13, 14, 15, 9],
    ]  # fmt: skip
    days = dict.fromkeys("BCDEFG", "1/1/2024")
    answers = Answers({**ANSWERED}, {"planned-on": days})
    made = propose(find_blocks(OfficeSheet("S", rows).grid()), answers, Known())
    assert made.questions == []
    told = {(row["set_by"], row["reported_on"]): row["value"] for row in targets(made)}
    first = {who: str(10 + n) for n, (who, stage) in enumerate(pairs) if stage == "Đầu năm"}
    last = {who: str(10 + n) for n, (who, stage) in enumerate(pairs) if stage == "Điều chỉnh"}
    assert told == {(who, "2024-01-01"): value for who, value in first.items()} | {
        (who, "2024-12-20"): value for who, value in last.items()
    }
    assert [row["value"] for row in made.rows.tables["figures"]] == ["9"]


@pytest.mark.parametrize(
    ("there", "stated", "told"),
    [
        ([("130", "2023-12-20")], "98,5", (1, 0, 0)),
        ([("130", "2023-12-20")], "102,4", (0, 1, 0)),
        ([("120", "2023-06-01"), ("130", "2023-12-20")], "106,7", (0, 1, 0)),
        ([("130", "2024-02-01"), ("125", "2024-07-01")], "98,5", (1, 0, 0)),
        ([("130", "2024-06-30")], "102,4", (0, 1, 0)),
        ([("125", "2024-07-01")], "98,5", (0, 0, 1)),
        ([], "98,5", (0, 0, 1)),
    ],
)
def test_the_plan_of_the_years_beginning_may_be_known_from_an_earlier_sheet(
    there: list[tuple[str, str]], stated: str, told: tuple[int, int, int]
) -> None:
    rows = [THERE | {"value": value, "reported_on": day} for value, day in there]
    known = Known({"unit": "huyen-mau"}, {"targets": rows})
    heads: list[Value] = ["Chỉ tiêu", "KH 2024", "TH 2024", "% so với KH đầu năm"]
    made = proposed("", known, [heads, ["Thu ngân sách (tỷ đồng)", 125, 128, stated]])
    found = made.checked
    assert (found.agree, len(found.disagree), found.unchecked) == told


def test_of_the_years_beginning_the_sheet_goes_before_the_programme_where_it_tells() -> None:
    draft = THERE | {"value": "120", "reported_on": "2023-06-01"}
    both = [THERE | {"reported_on": "2024-02-01"}, THERE | {"value": "125"}]
    both[1] |= {"reported_on": "2024-07-01"}

    def told(rows: list[Row], plans: dict[str, Value]) -> tuple[int, int]:
        heads: list[Value] = ["Chỉ tiêu", *plans, "TH 2024", "% so với KH đầu năm"]
        cells: list[Value] = ["Thu ngân sách (tỷ đồng)", *plans.values(), 128, "98,5"]
        known = Known({"unit": "huyen-mau"}, {"targets": rows})
        found = proposed("", known, [heads, cells]).checked
        return found.agree, found.unchecked

    assert told([draft], {"KH 2024": 130, "KH điều chỉnh 2024": 125}) == (1, 0)
    assert told(both, {}) == (1, 0)


@pytest.mark.parametrize(("upper", "told"), [({}, (1, 0)), ({"value_to": "97"}, (0, 1))])
def test_a_fraction_is_held_against_the_percent_that_the_programme_has_a_range_against_nothing(
    upper: Row, told: tuple[int, int]
) -> None:
    row = THERE | {"indicator": "ty-le-di-hoc", "value": "96"} | upper
    rows: list[list[Value]] = [
        ["Chỉ tiêu", "TH 2024", "% so với KH đầu năm"],
        ["Tỷ lệ đi học (%)", "0,98", "102,1"],
    ]
    answers = Answers({**ANSWERED}, {"measure": {"ty-le-di-hoc": "fraction"}})
    blocks = find_blocks(OfficeSheet("S", rows).grid())
    found = propose(blocks, answers, Known({"unit": "huyen-mau"}, {"targets": [row]})).checked
    assert (found.agree, found.unchecked, found.disagree) == (*told, [])


def test_revisions_are_told_with_who_set_them_in_the_order_of_their_days() -> None:
    draft = THERE | {"value": "120", "reported_on": "2023-06-01"}
    made = proposed("20/12/2023", Known({"unit": "huyen-mau"}, {"targets": [draft]}))
    about = "  thu-ngan-sach, huyen-mau, 2024, HĐND huyện: "
    assert [line.told("en") for line in changes(made)][-2:] == [
        f"{about}120, reported on 2023-06-01; now 130",
        f"{about}130, reported on 2023-12-20; now 125",
    ]


@pytest.mark.parametrize(
    ("head", "setters", "told"),
    [
        ("% so với KH đầu năm tỉnh giao", ["Tỉnh giao", "HĐND xã"], (1, 0, 0)),
        ("% so với KH đầu năm HĐND xã", ["Tỉnh giao", "HĐND xã"], (0, 1, 0)),
        # Of several that it does not name, or of another than it names, none.
        ("% so với KH đầu năm", ["Tỉnh giao", "HĐND xã"], (0, 0, 1)),
        ("% so với KH đầu năm", ["HĐND huyện", "HĐND xã"], (0, 0, 1)),
        ("% so với KH đầu năm HĐND xã", ["Tỉnh giao"], (0, 0, 1)),
        ("% so với KH đầu năm", ["Tỉnh giao"], (1, 0, 0)),
    ],
)
def test_the_plan_of_the_years_beginning_is_that_of_the_setter_whom_the_head_names(
    head: str, setters: list[str], told: tuple[int, int, int]
) -> None:
    rows = [
        THERE | {"value": value, "set_by": who, "reported_on": f"2023-12-{day}"}
        for value, who, day in zip(("130", "140"), setters, ("01", "20"), strict=False)
    ]
    known = Known({"unit": "huyen-mau"}, {"targets": rows})
    heads: list[Value] = ["Chỉ tiêu", "KH 2024", "TH 2024", head]
    found = proposed("", known, [heads, ["Thu ngân sách (tỷ đồng)", 125, 117, "90,0"]]).checked
    assert (found.agree, len(found.disagree), found.unchecked) == told


def test_a_plan_that_another_set_in_the_year_tells_nothing_of_the_first() -> None:
    row = THERE | {"set_by": "Tỉnh giao", "reported_on": "2024-02-01"}
    known = Known({"unit": "huyen-mau"}, {"targets": [row]})
    heads: list[Value] = ["Chỉ tiêu", "KH 2024", "TH 2024", "% so với KH đầu năm"]
    found = proposed("", known, [heads, ["Thu ngân sách (tỷ đồng)", 125, 117, "90,0"]]).checked
    assert (found.agree, found.disagree, found.unchecked) == (0, [], 1)


@pytest.mark.parametrize(
    "head",
    [
        "KH tỉnh Hà Giang giao",
        "Chỉ tiêu huyện Vị Xuyên giao",
        "Dự toán TP Hà Giang giao",
        "KH của xã",
        "NQ Đảng ủy",
        "KH đơn vị",
        "BTV Huyện ủy giao",
        "Công an tỉnh giao",
        "Phòng GD&ĐT giao",
        "NQ HĐND xã Tân Lập",
    ],
)
def test_what_an_office_sets_is_a_plan_beside_another_one(head: str) -> None:
    rows: list[list[Value]] = [
        ["NĂM 2024"],
        ["Chỉ tiêu", "KH Trung ương", head, "TH"],
        ["Hộ nghèo", 10, 11, 12],
    ]
    made = propose(find_blocks(OfficeSheet("S", rows).grid()), Answers({**ANSWERED}), Known())
    assert made.questions == []
    told = [(row["value"], row["set_by"]) for row in targets(made)]
    assert told == [("10", "KH Trung ương"), ("11", head)]
    assert [row["value"] for row in made.rows.tables["figures"]] == ["12"]


def among(heads: list[str]) -> Proposal:
    rows: list[list[Value]] = [
        ["NĂM 2024"],
        ["Chỉ tiêu", *heads],
        ["Hộ nghèo", *range(10, 10 + len(heads))],
    ]
    return propose(find_blocks(OfficeSheet("S", rows).grid()), Answers({**ANSWERED}), Known())


@pytest.mark.parametrize(
    "heads",
    [
        ["KH của xã", "TH"],
        ["KH Trung ương", "Tân Lập giao"],
        ["KH vốn"],
        ["Giá trị sản xuất", "Kế hoạch sản xuất"],
    ],
)
def test_what_may_be_a_plan_is_asked_about_and_never_taken_for_a_unit(heads: list[str]) -> None:
    assert "heads" in [question.key for question in among(heads).questions]


@pytest.mark.parametrize(
    ("heads", "title"),
    [(["KH vốn", "Ước TH vốn"], "Vốn"), (["CT tuyển mới", "KQ tuyển mới"], "Tuyển mới")],
)
def test_a_plan_and_its_result_in_one_line_are_of_what_both_name(
    heads: list[str], title: str
) -> None:
    made = among(heads)
    # What no cell says it is in is asked of an amount, such as Vốn.
    assert {question.key for question in made.questions} <= {"measure"}
    assert [(one.kind, one.title) for one in made.found] == [
        ("target", f"Hộ nghèo: {title}"),
        ("figure", f"Hộ nghèo: {title}"),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["UBND tỉnh giao đầu năm", "UBND tỉnh giao điều chỉnh", "HĐND xã giao ban đầu"],
        ["UBND tỉnh giao (đầu năm)", "UBND tỉnh giao (điều chỉnh)", "HĐND xã giao"],
    ],
)
def test_the_setter_of_an_adjusted_plan_is_told_without_its_stage(heads: list[str]) -> None:
    rows: list[list[Value]] = [
        ["NĂM 2024"],
        ["Chỉ tiêu", *heads, "TH"],
        ["Thu ngân sách (tỷ đồng)", 100, 80, 90, 95],
    ]
    made = propose(
        find_blocks(OfficeSheet("S", rows).grid()),
        Answers({**ANSWERED}, {"planned-on": {heads[0]: "1/1/2024"}}),
        Known(),
    )
    told = [(row["value"], row["set_by"]) for row in targets(made)]
    assert told == [("100", "UBND tỉnh giao"), ("80", "UBND tỉnh giao"), ("90", "HĐND xã giao")]


@pytest.mark.parametrize(
    ("there", "numbers", "told", "revised"),
    [
        # Taken back to the first number, with and without a programme.
        (
            [("130", "2023-12-10")],
            [130, 125, 130],
            [("125", "2024-06-20"), ("130", "2024-12-20")],
            ["130 125", "125 130"],
        ),
        (
            [],
            [130, 125, 130],
            [("130", "2023-12-20"), ("125", "2024-06-20"), ("130", "2024-12-20")],
            [],
        ),
        # Adjusted to the number of a draft.
        (
            [("120", "2023-06-01")],
            [130, 125, 120],
            [("130", "2023-12-20"), ("125", "2024-06-20"), ("120", "2024-12-20")],
            ["120 130", "130 125", "125 120"],
        ),
        # What is there is told no second time.
        (
            [("130", "2023-12-10"), ("125", "2024-06-20"), ("130", "2024-12-01")],
            [130, 125, 130],
            [],
            [],
        ),
        # Set once more before it was adjusted.
        ([], [130, 130, 120], [("130", "2023-12-20"), ("120", "2024-12-20")], []),
        # Of a sheet that alone tells of three stages nothing was there to be revised.
        (
            [],
            [130, 125, 120],
            [("130", "2023-12-20"), ("125", "2024-06-20"), ("120", "2024-12-20")],
            [],
        ),
    ],
)
def test_a_plan_may_come_back_to_a_number_that_it_had(
    there: list[tuple[str, str]],
    numbers: list[Value],
    told: list[tuple[str, str]],
    revised: list[str],
) -> None:
    rows = [THERE | {"value": value, "reported_on": day} for value, day in there]
    made = stages(numbers, Known({"unit": "huyen-mau"}, {"targets": rows}))
    assert [(row["value"], row["reported_on"]) for row in targets(made)] == told
    pairs = [f"{before['value']} {after['value']}" for before, after in made.rows.revised]
    assert pairs == revised


STAGES = ["KH đầu năm 2024", "KH 2024 điều chỉnh lần 1", "KH 2024 điều chỉnh lần 2"]


def stages(numbers: list[Value], known: Known, days: str = "20/12/2023 20/6/2024") -> Proposal:
    rows: list[list[Value]] = [["Chỉ tiêu", *STAGES], ["Thu ngân sách (tỷ đồng)", *numbers]]
    said = {name: day for name, day in zip(STAGES, days.split(), strict=False) if day != "-"}
    answers = Answers({**ANSWERED}, {"planned-on": said})
    return propose(find_blocks(OfficeSheet("S", rows).grid()), answers, known)


def test_a_first_plan_with_the_number_of_the_last_is_asked_about_or_told_as_left_out() -> None:
    numbers: list[Value] = [130, 125, 130]
    assert [q.name for q in stages(numbers, Known(), "- 20/6/2024").questions] == STAGES[:1]
    left = stages(numbers, Known(), "skip 20/6/2024").left_out
    assert [str(line).partition(":")[0] for line in left] == [f"S!B2 ({STAGES[0]})"]
    with pytest.raises(GiaobanError, match="in the order in which they were adjusted"):
        stages(numbers, Known(), "20/6/2024 20/12/2023")


def test_no_revisions_are_listed_where_the_sheet_alone_tells_of_a_plan() -> None:
    shown = [line.told("en") for line in changes(stages([130, 125, 120], Known()))]
    assert shown[0] == "To be written: figures 0, targets 3; there already: 0"
    assert shown[1].startswith("No figures yet")


def test_a_plan_that_names_what_it_is_of_may_stand_over_how_it_was_adjusted() -> None:
    rows: list[list[Value]] = [
        [
            "TT",
            "Danh mục",
            "Kế hoạch vốn năm 2024 (triệu đồng)",
            None,
            "Giải ngân 2024 (triệu đồng)",
        ],
        [None, None, "Đầu năm", "Điều chỉnh", None],
        [1, "Đường A", 15000, 17500, 17150],
    ]
    sheet = OfficeSheet("S", rows, ["A1:A2", "B1:B2", "C1:D1", "E1:E2"])
    blocks = find_blocks(sheet.grid())
    told = [(c.heading.kind, c.heading.period, c.heading.stage) for c in blocks[0].data]
    assert told == [("target", "2024", -1), ("target", "2024", 1), ("", "2024", 0)]
    assert {c.heading.name for c in blocks[0].data[:2]} == {"Kế hoạch vốn"}
