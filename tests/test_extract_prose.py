import unicodedata
from pathlib import Path

import pytest

from giaoban.errors import GiaobanError
from giaoban.extract.prose import Passage, read_prose

TEXT = "Huyện A\n\nNăm 2022, đạt 93,75%.\nNăm 2021 đạt 20%.\n"


def write(folder: Path, name: str, content: bytes) -> list[Passage]:
    path = folder / name
    path.write_bytes(content)
    return read_prose(path)


def place_of(passages: list[Passage], words: str) -> tuple[int, int]:
    passage = next(p for p in passages if words in p.text)
    return passage.places[passage.text.index(words)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str, ends: str) -> None:
    passages = write(tmp_path, "a.txt", TEXT.replace("\n", ends).encode(encoding))
    assert [p.text.strip() for p in passages] == [line for line in TEXT.split("\n") if line]
    assert place_of(passages, "93,75%") == (3, 15)


def test_decomposed_text_is_composed_and_keeps_the_places_of_the_file(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", TEXT)
    passages = write(tmp_path, "a.txt", apart.encode())
    assert passages[1].text == "Năm 2022, đạt 93,75%."
    line = apart.splitlines()[2]
    assert place_of(passages, "93,75%") == (3, line.index("93,75%") + 1)
    assert passages[1].as_printed(0, 3) == unicodedata.normalize("NFD", "Năm")


def test_no_sign_is_lost_but_the_ends_of_lines(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", TEXT)
    passages = write(tmp_path, "a.txt", apart.encode())
    printed = "".join(p.as_printed(0, len(p.text)) for p in passages)
    assert printed.replace("\n", "") == apart.replace("\n", "")


def test_every_kind_of_space_is_a_space_and_nothing_invisible_parts_a_number(
    tmp_path: Path,
) -> None:
    (passage,) = write(tmp_path, "a.txt", "đạt\u00a093\u200b,75\u202f%".encode())
    assert passage.text == "đạt 93,75 %"
    assert passage.places[passage.text.index("%")] == (1, 12)


def test_wide_digits_and_signs_are_read_as_the_usual_ones(tmp_path: Path) -> None:
    (passage,) = write(tmp_path, "a.txt", "đạt ９３，７５％".encode())
    assert passage.text == "đạt 93,75%"
    assert passage.as_printed(4, 10) == "９３，７５％"


def test_a_line_broken_for_want_of_room_goes_on_a_title_does_not(tmp_path: Path) -> None:
    text = "Tin trong huyện\nHuyện A có tỷ lệ tổ chức cơ sở đảng đạt tới 93,75% trong năm\n2022, cao hơn trước"
    passages = write(tmp_path, "a.txt", text.encode())
    assert [p.text.split()[0] for p in passages] == ["Tin", "Huyện"]
    assert "năm 2022" in passages[1].text
    assert place_of(passages, "2022") == (3, 1)


def test_items_of_a_list_stay_apart(tmp_path: Path) -> None:
    passages = write(tmp_path, "a.txt", "Gồm\n- 5 xã\n- 3 thôn\n2. 7 hộ".encode())
    assert [p.text.strip() for p in passages] == ["Gồm", "- 5 xã", "- 3 thôn", "2. 7 hộ"]


PAGE = """<html><head><title>T 1</title><style>p {{ top: 2px }}</style></head><body>
<nav>Trang 3</nav><script>var x = 4;</script><!-- 5 --><p hidden>6</p>
<p>Năm&nbsp;2022, <b>93</b>,<i>75</i>% t&#7893; ch&#7913;c</p><div>một<br>hai 8</div>
<p style="display: none">9</p><table>{rows}</table><p>10<sup>2</sup></p></body></html>"""
ROWS = (
    "<tr><th>Chỉ tiêu<th>2021<th>2022</tr><tr><td>Mới <p>kết nạp</p></td><td>150</td><td>160</td>"
)


def test_a_page_gives_what_is_shown_block_by_block(tmp_path: Path) -> None:
    rows = ROWS.replace("<th>2021", "</th><th>2021</th>").replace("<th>2022", "<th>2022</th>")
    passages = write(tmp_path, "a.html", PAGE.format(rows=f"{rows}</tr>").encode())
    assert [p.text for p in passages] == [
        "Năm 2022, 93,75% tổ chức",
        "một",
        "hai 8",
        "Chỉ tiêu | 2021 | 2022",
        "Mới kết nạp | 150 | 160",
        "10²",
    ]
    assert place_of(passages, "93,75%") == (1, 11)
    row = passages[4]
    assert [row.text[cell.start : cell.end] for cell in row.cells] == ["Mới kết nạp", "150", "160"]
    assert [cell.head for cell in row.cells] == ["Chỉ tiêu", "2021", "2022"]
    assert [cell.title for cell in row.cells] == ["", "Mới kết nạp", "Mới kết nạp"]


def test_a_form_around_the_whole_page_hides_nothing(tmp_path: Path) -> None:
    page = "<form><p>Kết nạp 150 đảng viên</p><select><option>7</option></select></form>"
    assert [p.text for p in write(tmp_path, "a.html", page.encode())] == ["Kết nạp 150 đảng viên"]


def test_a_page_may_be_nested_as_deep_as_it_likes(tmp_path: Path) -> None:
    page = "<div>" * 3000 + "5 xã" + "</div>" * 3000
    assert [p.text for p in write(tmp_path, "a.html", page.encode())] == ["5 xã"]


def test_rows_and_cells_that_are_not_closed_stand_side_by_side(tmp_path: Path) -> None:
    page = "<table><tr><td>Xã<td>2024" + "<tr><td>Xã A<td>5" * 3 + "</table><p>7</p>"
    passages = write(tmp_path, "a.html", page.encode())
    assert [p.text for p in passages] == ["Xã | 2024", *["Xã A | 5"] * 3, "7"]
    assert passages[1].cells[1].head == "2024"


def test_no_text_of_a_table_is_lost(tmp_path: Path) -> None:
    page = "<table><caption>Bảng 1</caption>2<tr>3<td>4</td></tr><tr><td colspan=x>5</td></table>"
    said = " ".join(p.text for p in write(tmp_path, "a.html", page.encode()))
    assert sorted(filter(str.isdigit, said)) == ["1", "2", "3", "4", "5"]


SPANS = """<table><caption>Kết quả</caption>
<tr><th rowspan=2>Nội dung</th><th colspan=2>Năm 2023</th><th colspan=2>Năm 2024</th></tr>
<tr><th>KH</th><th>TH</th><th>KH</th><th>TH</th></tr>
<tr><td rowspan=2>Đảng viên</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>
<tr><td>5</td><td>6</td><td>7</td><td>8</td></tr></table>"""


def test_heads_and_titles_reach_over_the_cells_that_they_cover(tmp_path: Path) -> None:
    *_, upper, lower = write(tmp_path, "a.html", SPANS.encode())
    heads = ["Năm 2023 KH", "Năm 2023 TH", "Năm 2024 KH", "Năm 2024 TH"]
    assert [cell.head for cell in upper.cells] == ["Nội dung", *heads]
    assert lower.text == "5 | 6 | 7 | 8"
    assert [(cell.head, cell.title) for cell in lower.cells] == [(h, "Đảng viên") for h in heads]
    assert {cell.about for cell in lower.cells} == {"Kết quả Nội dung"}


def test_only_the_article_is_read_where_it_holds_most(tmp_path: Path) -> None:
    page = "<p>Liên quan 1</p><article><p>Năm 2022 huyện A kết nạp 150 đảng viên</p></article>"
    assert [p.text for p in write(tmp_path, "a.htm", page.encode())] == [
        "Năm 2022 huyện A kết nạp 150 đảng viên"
    ]
    teasers = "<article>Tin 1</article><p>Năm 2022 huyện A kết nạp 150 đảng viên</p>"
    assert len(write(tmp_path, "b.htm", teasers.encode())) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"x", "expected a .txt or .html file"),
        ("a.txt", "Năm".encode("utf-16")[2:] + b"\xff\xd8", "not readable as utf-8"),
        ("a.txt", b"\xff\xfe\x00\xd8", "not readable as utf-16"),
        ("a.txt", "Năm".encode("utf-16-le"), "holds data that is no text"),
        ("a.txt", b"\0" * 9, "holds data that is no text"),
        ("a.txt", "Năm 5".encode("cp1258"), "not readable as utf-8"),
        ("a.html", "<p>Năm 5".encode("cp1258"), "in no encoding that it names"),
        ("a.html", "<meta charset=tcvn><p>Năm".encode("cp1258"), "in no encoding that it names"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(GiaobanError, match=said):
        write(tmp_path, name, content)


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = "<meta charset=windows-1258><p>Đa\u0323t 5 đô\u0300ng chí"
    (passage,) = write(tmp_path, "a.html", page.encode("cp1258"))
    assert passage.text == "Đạt 5 đồng chí"


def test_an_empty_file_has_nothing_to_say(tmp_path: Path) -> None:
    assert write(tmp_path, "a.txt", b"") == []
    assert write(tmp_path, "a.html", b"") == []


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match="no such file"):
        read_prose(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(GiaobanError, match="no such file"):
        read_prose(tmp_path / "b.txt")
