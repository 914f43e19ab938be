"""A file is read in its encoding, and every sign of it keeps its place."""

import os
import re
import unicodedata
from pathlib import Path

import pytest
from drafting import TEXTS
from hypothesis import HealthCheck, assume, given, settings

from giaoban.errors import GiaobanError
from giaoban.extract.document import Passage, read_document
from giaoban.extract.vietnamese import find_mentions
from giaoban.language import is_broken

TEXT = "Huyện A\n\nNăm 2022, đạt 93,75%.\nNăm 2021 đạt 20%.\n"


def write(folder: Path, name: str, content: bytes) -> list[Passage]:
    path = folder / name
    path.write_bytes(content)
    return read_document(path)


def place_of(passages: list[Passage], words: str) -> tuple[int, int]:
    passage = next(p for p in passages if words in p.text)
    return passage.places[passage.text.index(words)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str, ends: str) -> None:
    passages = write(tmp_path, "a.txt", TEXT.replace("\n", ends).encode(encoding))
    assert [p.text.strip() for p in passages] == [line for line in TEXT.split("\n") if line]
    assert place_of(passages, "93,75%") == (3, 15)


def test_an_item_whose_letters_were_lost_is_refused_and_shows_where(tmp_path: Path) -> None:
    misread = TEXT.encode().decode("cp1252", "replace").encode()
    for content in (misread, "Toàn huyện kết n?p 460 đ?ng viên".encode()):
        with pytest.raises(GiaobanError, match=r"letters were lost on the way \(found “"):
            write(tmp_path, "a.txt", content)


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
        read_document(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(GiaobanError, match="no such file"):
        read_document(tmp_path / "b.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_every_digit_of_a_file_is_found_once_and_in_its_place(tmp_path: Path, text: str) -> None:
    text = text.replace("\0", "").removeprefix("\ufeff")
    assume(not is_broken(text))
    (tmp_path / "a.txt").write_bytes(text.encode())
    lines = re.split(r"\r\n|\r|\n", text)
    stand = [
        (n, m.start() + 1) for n, line in enumerate(lines, 1) for m in re.finditer(r"\d", line)
    ]
    told = [
        passage.places[at]
        for passage in read_document(tmp_path / "a.txt")
        for mention in find_mentions(passage.text)
        for at in range(mention.start, mention.end)
        if re.match(r"\d", passage.text[at])
    ]
    assert told == stand


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_digits_of_two_lines_are_two_numbers(ends: str, tmp_path: Path) -> None:
    line = "Năm 2021 và năm 2022 số đảng viên mới kết nạp của Đảng bộ huyện là 153"
    (passage,) = write(tmp_path, "a.txt", f"{line}{ends}150 đảng viên.".encode())
    numbers = [passage.text[m.start : m.end] for m in find_mentions(passage.text)]
    assert numbers[-2:] == ["153", "150"]


def test_what_is_far_longer_than_any_item_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match=r"long\.txt: \d+ letters, expected .* at most 500000$"):
        write(tmp_path, "long.txt", TEXT.encode() * 15_000)
    page = tmp_path / "large.html"
    page.touch()
    os.truncate(page, 10**9)
    with pytest.raises(
        GiaobanError, match=r"^large\.html: 1000 MB, expected at most 20 MB: copy what is needed"
    ):
        read_document(page)
