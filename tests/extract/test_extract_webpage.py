"""What a saved page shows, block by block, and its tables row by row."""

from pathlib import Path

import pytest

from giaoban.extract.document import Passage, read_document


def write(folder: Path, name: str, content: bytes) -> list[Passage]:
    path = folder / name
    path.write_bytes(content)
    return read_document(path)


def place_of(passages: list[Passage], words: str) -> tuple[int, int]:
    passage = next(p for p in passages if words in p.text)
    return passage.places[passage.text.index(words)]


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


STRUCK_OUT = [
    "<del>15</del>",
    "<s>15</s>",
    "<strike>15</strike>",
    '<span style="color: red; text-decoration: underline line-through">15</span>',
    '<b style="TEXT-DECORATION-LINE:line-through">15</b>',
]


@pytest.mark.parametrize("struck", STRUCK_OUT)
def test_what_is_struck_out_is_left_out_and_glues_nothing_together(
    struck: str, tmp_path: Path
) -> None:
    page = f"<p>kết nạp {struck} <ins>18</ins> đảng viên</p><p>1{struck} 250 đơn</p>{struck}"
    passages = write(tmp_path, "a.html", page.encode())
    assert [p.text for p in passages] == ["kết nạp 18 đảng viên", "1 … 250 đơn"]


def test_a_style_may_raise_a_mark_too(tmp_path: Path) -> None:
    page = '<p>97,8<span style="vertical-align: super">1</span>%, CO<sub>2</sub></p>'
    (passage,) = write(tmp_path, "a.html", page.encode())
    assert passage.text == "97,8¹%, CO₂"
