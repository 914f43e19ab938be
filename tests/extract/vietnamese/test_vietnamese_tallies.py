from pathlib import Path

import pytest
from drafting import drafted, propose

REACHED, EXCEEDED, MET, NOT_MET = (
    f"targets_{n}" for n in ("reached", "exceeded", "met", "not_met")
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("có 22/24 chỉ tiêu đạt và vượt kế hoạch", [(REACHED, "22", "24")]),
        ("hoàn thành và hoàn thành vượt mức 23/25 chỉ tiêu", [(REACHED, "23", "25")]),
        ("đạt 18/19 chỉ tiêu", [(REACHED, "18", "19")]),
        ("hoàn thành và vượt toàn bộ 13 chỉ tiêu được giao", [(REACHED, "13", "13")]),
        (
            "đạt 17/20 chỉ tiêu, trong đó 4 chỉ tiêu vượt",
            [(REACHED, "17", "20"), (EXCEEDED, "4", "20")],
        ),
        (
            "đạt 17/21 chỉ tiêu, vượt kế hoạch 4 chỉ tiêu",
            [(MET, "17", "21"), (EXCEEDED, "4", "21")],
        ),
        ("tất cả các 13 chỉ tiêu đều đạt và vượt", [(REACHED, "13", "13")]),
        (
            "có 7/9 chỉ tiêu đạt và vượt (trong đó vượt 4/9 chỉ tiêu, đạt 3/9 chỉ tiêu)",
            [(REACHED, "7", "9"), (EXCEEDED, "4", "9"), (MET, "3", "9")],
        ),
        (
            "có 4/9 chỉ tiêu vượt, 3/9 chỉ tiêu đạt, 2/9 chỉ tiêu chưa đạt",
            [(EXCEEDED, "4", "9"), (MET, "3", "9"), (NOT_MET, "2", "9")],
        ),
        ("vượt 4/9 chỉ tiêu, đạt 3/9 chỉ tiêu", [(EXCEEDED, "4", "9"), (MET, "3", "9")]),
        ("vượt 4/9 chỉ tiêu, đạt 7/9 chỉ tiêu", [(EXCEEDED, "4", "9"), (REACHED, "7", "9")]),
        (
            "trong tổng số 27 chỉ tiêu, cả 2 chỉ tiêu về thu ngân sách đều vượt, "
            "có 20 chỉ tiêu đạt, 3 chỉ tiêu chưa đạt",
            [
                ("figure", "27", ""),
                (EXCEEDED, "2", "27"),
                (MET, "20", "27"),
                (NOT_MET, "3", "27"),
            ],
        ),
        (
            "toàn bộ 5 chỉ tiêu về kinh tế đều vượt, 20 chỉ tiêu chưa đạt",
            [(EXCEEDED, "5", ""), (NOT_MET, "20", "")],
        ),
        (
            "toàn bộ 5 chỉ tiêu đều vượt, cấp trên có 20 chỉ tiêu chưa đạt",
            [(EXCEEDED, "5", "5"), (NOT_MET, "20", "")],
        ),
        ("về kinh tế, toàn bộ 5 chỉ tiêu đều vượt", [(EXCEEDED, "5", "")]),
        ("toàn bộ 5 chỉ tiêu kinh tế đều vượt", [(EXCEEDED, "5", "")]),
        ("cả 5 chỉ tiêu đều vượt", [(EXCEEDED, "5", "")]),
        (
            "trong tổng số 9 chỉ tiêu, toàn bộ 5 chỉ tiêu đều vượt",
            [("figure", "9", ""), (EXCEEDED, "5", "9")],
        ),
        ("đạt 3/5 chỉ tiêu, 20 chỉ tiêu chưa đạt", [(REACHED, "3", "5"), (NOT_MET, "20", "")]),
        (
            "hoàn thành 23/23 chỉ tiêu, vượt 6 chỉ tiêu",
            [(REACHED, "23", "23"), (EXCEEDED, "6", "23")],
        ),
        (
            "trong 21 chỉ tiêu, đạt 17 chỉ tiêu, vượt 4 chỉ tiêu, 4 chỉ tiêu chưa đạt",
            [
                ("figure", "21", ""),
                (REACHED, "17", "21"),
                (EXCEEDED, "4", "21"),
                (NOT_MET, "4", "21"),
            ],
        ),
        ("đạt 17 chỉ tiêu, vượt 4 chỉ tiêu", [(REACHED, "17", ""), (EXCEEDED, "4", "")]),
        ("2/27 chỉ tiêu chưa đạt là thu ngân sách", [(NOT_MET, "2", "27")]),
        (
            "trong tổng số 25 chỉ tiêu, đã hoàn thành vượt mức 10/25 chỉ tiêu; "
            "có 13 chỉ tiêu hoàn thành kế hoạch",
            [("figure", "25", ""), (EXCEEDED, "10", "25"), (MET, "13", "25")],
        ),
        (
            "trong tổng số 27 chỉ tiêu có 14 chỉ tiêu vượt, 12 chỉ tiêu đạt, 1 chỉ tiêu không đạt",
            [
                ("figure", "27", ""),
                (EXCEEDED, "14", "27"),
                (MET, "12", "27"),
                (NOT_MET, "1", "27"),
            ],
        ),
        (
            "trong 1.200 chỉ tiêu, có 900 chỉ tiêu đạt",
            [("figure", "1200", ""), (MET, "900", "1200")],
        ),
    ],
)
def test_a_number_of_targets_is_a_tally_with_of_how_many(
    tmp_path: Path, text: str, told: list[tuple[str, str, str]]
) -> None:
    found = propose(tmp_path, f"Năm 2025, {text}.")[["kind", "value", "out_of"]]
    assert [*found.itertuples(index=False, name=None)] == told


def test_of_how_many_is_asked_where_it_is_not_said(tmp_path: Path) -> None:
    row = propose(tmp_path, "Năm 2025 có 7 chỉ tiêu đạt và vượt kế hoạch.").iloc[0]
    assert (row["kind"], row["out_of"], row["doubts"]) == (REACHED, "", "out_of_not_said")


def test_no_more_targets_are_met_than_there_are(tmp_path: Path) -> None:
    rows = propose(tmp_path, "Năm 2025 đạt 3/5 chỉ tiêu, 20 chỉ tiêu chưa đạt.")
    assert rows["doubts"].tolist()[-1] == "out_of_not_said"


def test_what_is_to_be_met_is_no_tally(tmp_path: Path) -> None:
    assert REACHED not in set(propose(tmp_path, "Phấn đấu đạt và vượt 13/14 chỉ tiêu.")["kind"])


def test_a_tally_is_of_no_indicator_and_may_stand_in_the_table_already(tmp_path: Path) -> None:
    row = drafted(tmp_path, "Năm 2024 có 9/13 chỉ tiêu đạt và vượt.", "demo").iloc[-1]
    assert (row["indicator"], row["unit"], row["in_table"]) == ("", "mau", "same")
    assert row["as_published"] == "9"


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("thực hiện đạt và vượt 17/17 chỉ tiêu; trong đó có 10 chỉ tiêu vượt, 7 chỉ tiêu đạt", ""),
        ("trong tổng số 27 chỉ tiêu có 14 chỉ tiêu vượt, 12 đạt, 1 chỉ tiêu không đạt", ""),
        ("trong tổng số 27 chỉ tiêu có 14 chỉ tiêu vượt, 20 chỉ tiêu đạt", "met_or_exceeded"),
        ("trong 22 chỉ tiêu, đã đạt 17 chỉ tiêu, vượt kế hoạch 4 chỉ tiêu", "met_or_exceeded"),
        ("trong 21 chỉ tiêu, đạt 17 chỉ tiêu và 4 chỉ tiêu vượt", ""),
    ],
)
def test_those_met_are_others_than_those_exceeded_where_only_so_all_are_counted(
    tmp_path: Path, text: str, doubts: str
) -> None:
    found = propose(tmp_path, f"Năm 2025, {text}.")
    assert "".join(found.loc[found["kind"].eq(MET), "doubts"]) == doubts
