"""What stands below a heading that announces targets was not reached yet."""

from pathlib import Path

import pytest

from giaoban.extract.draft import draft


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("II. CHỈ TIÊU NĂM 2023\n- Kết nạp 150 đảng viên.", True),
        ("Phương hướng năm 2023:\n- Kết nạp 150 đảng viên.", True),
        ("II. MỤC TIÊU\n1. Phát triển đảng viên\n- Kết nạp 150 đảng viên.", True),
        ("II. MỤC TIÊU\nIII. TỔ CHỨC\n- Có 150 đảng viên.", False),
        ("II. MỤC TIÊU\n1. Kết quả năm 2022\n- Kết nạp 150 đảng viên.", False),
        ("I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU\n- Kết nạp 150 đảng viên.", False),
        ("Hội nghị bàn về chỉ tiêu.\n- Kết nạp 150 đảng viên.", False),
        ("I. CHỈ TIÊU: đã kết nạp 12 đảng viên\n- Có 150 đảng viên.", False),
    ],
)
def test_a_heading_of_targets_makes_what_follows_unsure(
    tmp_path: Path, text: str, doubted: bool
) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    row = draft(tmp_path / "a.txt", None, "en").set_index("as_published").loc["150"]
    assert row["kind"] == "figure"
    assert ("target_or_figure" in row["doubts"].split()) is doubted
