"""What a number takes over from those before it."""

from pathlib import Path

import pytest
from drafting import TEXTS, drafted, propose
from hypothesis import example, given

from giaoban.extract.document import composed
from giaoban.extract.proposals import entries
from giaoban.extract.vietnamese import find_mentions


@example("0-7")
@given(TEXTS)
def test_every_mention_becomes_an_entry_and_both_ends_of_a_range_one(text: str) -> None:
    passage = composed(text, [(1, column) for column in range(1, len(text) + 1)])
    made, found = entries([passage]), find_mentions(passage.text)
    spans = [(entry.mention.start, entry.mention.end) for entry in made]
    own = [[m for m in found if start <= m.start < end] for start, end in spans]
    assert [mention for mentions in own for mention in mentions] == found
    assert {len(mentions) for mentions in own} <= {1, 2}
    assert all(entry.kind for entry in made)


def test_a_list_without_end_is_cut_and_loses_nothing() -> None:
    text = "Năm 2024 có " + "5 xã, 7 hộ, " * 400
    passage = composed(text, [(1, column) for column in range(1, len(text) + 1)])
    assert [entry.mention for entry in entries([passage])] == find_mentions(passage.text)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("(2022-2024) kết nạp 460 đảng viên (kế hoạch 140 đảng viên/năm).", [False, True]),
        ("(2022-2024) mỗi năm kết nạp 150 đảng viên.", [True]),
        ("(2022-2024), hằng năm có 90% chi bộ tốt.", [True]),
        ("(2022-2024) thu nhập đạt 62 triệu đồng/người/năm.", [True]),
        ("(2022-2024) kết nạp 150 đảng viên mỗi năm.", [True]),
        (". Năm 2024, mỗi năm kết nạp 150 đảng viên.", [False]),
        ("(2022-2024) kết nạp 460 đảng viên, bình quân mỗi năm 150 đồng chí.", [False, False]),
    ],
)
def test_a_number_of_each_year_is_not_one_of_all_years(
    tmp_path: Path, text: str, doubted: list[bool]
) -> None:
    table = propose(tmp_path, f"Trong 3 năm {text}")
    assert [("per_year" in doubts.split()) for doubts in table["doubts"]] == doubted


def test_each_item_of_a_list_speaks_of_what_it_names(tmp_path: Path) -> None:
    table = propose(tmp_path, "Phấn đấu năm 2025: 90% chi bộ trực thuộc tốt; hộ nghèo dưới 2%.")
    assert table["indicator_phrase"].tolist() == ["chi bộ trực thuộc tốt", "hộ nghèo"]


def test_a_plan_beside_its_figure_speaks_of_the_same(tmp_path: Path) -> None:
    table = propose(tmp_path, "Năm 2022, kiểm tra 45/40 tổ chức đảng.")
    assert table["indicator_phrase"].tolist() == ["kiểm tra tổ chức đảng"] * 2


def test_what_follows_a_target_in_its_sentence_may_be_one(tmp_path: Path) -> None:
    text = "Năm 2022 phấn đấu 90% chi bộ tốt; 95% đảng viên tốt; đến nay đã kết nạp 150 đảng viên."
    table = propose(tmp_path, text)
    assert table["kind"].tolist() == ["target", "figure", "figure"]
    doubted = table["doubts"].str.contains("target_or_figure")
    assert doubted.tolist() == [False, True, False]


def test_nothing_after_the_brackets_is_a_part_of_what_stands_before_them(tmp_path: Path) -> None:
    text = "Năm 2022 có 5 chi bộ tốt (trong đó có 3 chi bộ mới), 2 chi bộ khá."
    table = propose(tmp_path, text)
    assert table["part_of"].tolist() == ["", table["place"].iloc[0], ""]


def test_a_part_names_the_figure_before_as_its_whole(tmp_path: Path) -> None:
    table = propose(tmp_path, "Năm 2022 có 93% chi bộ tốt, trong đó 20% xuất sắc; có 5 xã tốt.")
    whole, part, other = table.to_dict("records")
    assert part["part_of"] == whole["place"]
    assert other["part_of"] == ""


@pytest.mark.parametrize("part", ["có 19,6% hoàn thành xuất sắc", "12,5% là nữ"])
def test_a_part_may_stand_at_the_head_of_the_next_sentence(tmp_path: Path, part: str) -> None:
    rows = []
    for between in (", trong đó", ". Trong đó", ". Trong đó,"):
        text = f"Năm 2024, 89,1% đảng viên hoàn thành tốt nhiệm vụ{between} {part}."
        table = drafted(tmp_path, text, "04-CTr-HU").query("kind == 'figure'")
        rows.append(
            table[["period", "part_of", "indicator", "doubts", "unit_measure"]].to_numpy().tolist()
        )
    assert rows[0][1][1] == "1:11"
    assert "base_not_said" in rows[0][1][3]
    assert rows[1] == rows[0]
    assert rows[2] == rows[0]


RATED = """Năm 2024, 100% tổ chức cơ sở đảng hoàn thành nhiệm vụ trở lên; trong đó, 10/52 tổ chức cơ
sở đảng (19,23%) hoàn thành xuất sắc nhiệm vụ, 39/52 (75%) hoàn thành tốt nhiệm vụ. Cán bộ chủ chốt
xã, thị trấn có trình độ đại học đạt 99%, trong đó trên đại học 31,8%."""


def test_what_stands_behind_its_brackets_tells_what_a_share_is_of(tmp_path: Path) -> None:
    table = drafted(tmp_path, RATED, "04-CTr-HU").set_index("as_published")
    assert table.loc["10/52":"31,8%", ["indicator", "definition"]].to_records().tolist() == [
        ("10/52", "orgs-excellent", "completed-excellently"),
        ("19,23%", "orgs-excellent", "completed-excellently"),
        ("39/52", "", "completed-well"),
        ("75%", "", "completed-well"),
        ("99%", "commune-cadres-degree", ""),
        ("31,8%", "", ""),
    ]
