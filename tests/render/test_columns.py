"""Columns of a table in Word: whole words, and rows no taller than need be."""

from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st

from giaoban.render.word.columns import EDGES, TEXT, share_out
from giaoban.render.word.inline import Piece

ROOM = Mm(165)
# Of a letter of Times New Roman at most; of a long word fewer than half of these are taken.
WORDS = st.lists(st.text("aeiimnost", min_size=1, max_size=9), max_size=30).map(" ".join)


def cells(*rows: list[str]) -> list[list[list[Piece]]]:
    return [[[Piece(text)] for text in row] for row in rows]


def test_a_word_has_room_in_the_widest_usual_letters() -> None:
    widths = share_out(cells(["TT", "nghiên cứu", "x" * 200]), 0, ROOM).widths
    # DejaVu Serif Book, per mille of its size.
    nghien = sum({"n": 644, "g": 640, "h": 644, "i": 320, "ê": 592}[sign] for sign in "nghiên")
    assert EDGES + TEXT * nghien / 1000 <= widths[1] <= Mm(32)


def test_the_column_that_says_most_gets_the_room() -> None:
    told = "không so sánh được với năm trước vì định nghĩa đã thay đổi"
    found = share_out(cells(["1", "40%", told], ["2", "75%", "–"]), 0, ROOM)
    assert found.lines == 1
    assert found.widths[2] > Mm(120)


def test_a_number_raised_behind_a_word_is_part_of_it() -> None:
    plain, noted = (
        [[[Piece("93,75%"), *more], [Piece("x " * 300)]]]
        for more in ([], [Piece("1b", raised=True)])
    )
    assert share_out(noted, 0, ROOM).widths[0] > share_out(plain, 0, ROOM).widths[0]


def test_words_without_room_are_broken_and_said_to_be() -> None:
    found = share_out(cells(["undetermined"] * 12 + ["2"]), 0, ROOM)
    assert found.lines == 0
    assert sum(found.widths) <= ROOM
    assert min(found.widths) >= Mm(5)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_more_room_never_makes_a_table_taller(rows: list[list[str]]) -> None:
    narrow, wide = (share_out(cells(*rows), 1, room) for room in (ROOM, Mm(257)))
    assert 1 <= wide.lines <= narrow.lines
    assert sum(narrow.widths) <= ROOM
