import warnings
from collections.abc import Iterator

import pytest
from drawn import words
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from giaoban.charts.board import Board, Box, Label, Spots, measured
from giaoban.charts.canvas import canvas
from giaoban.style import FONT, SMALL


@pytest.fixture
def board() -> Iterator[Board]:
    with canvas(2, left=0.5, right=0.5, top=0.2, bottom=0.3) as (_, axes):
        axes.set_xlim(0, 10)
        axes.set_ylim(0, 10)
        yield Board(axes)


def label(text: str, at: tuple[float, float], board: Board) -> Label:
    place = board.at(*at)
    return Label([text], Spots((place, place)), {})


def written(board: Board) -> list[str]:
    return list(words(board.axes.figure))  # type: ignore[arg-type]


def test_a_label_stands_above_its_point_where_nothing_else_does(board: Board) -> None:
    assert board.write(label("one", (5, 5), board))
    (box,) = board._boxes
    (x, y), high = board.at(5, 5), measured("one")[1]
    assert (box.left + box.right) / 2 == pytest.approx(x)
    assert box.bottom == pytest.approx(y + 6)
    assert box.top - box.bottom == pytest.approx(high)


def test_a_label_keeps_off_lines_points_the_frame_and_other_labels(board: Board) -> None:
    board.line((0, 6), (10, 6))
    board.mark(5, 5, 7)
    for text in ("one", "two", "three", "four"):
        board.write(label(text, (5, 5), board))
    level, marked = board.at(0, 6)[1], Box.around(board.at(5, 5), (7, 7))
    boxes = board._boxes[1:]
    assert len(boxes) > 1
    for n, box in enumerate(boxes):
        assert box.top < level or box.bottom > level
        assert not box.touches(marked, 0)
        assert not any(box.touches(other, 0) for other in boxes[:n])
        assert box.left > board.frame.left and box.bottom > board.frame.bottom


def test_a_label_without_a_free_place_is_not_written(board: Board) -> None:
    for level in range(101):
        board.line((0, level / 10), (10, level / 10))
    assert not board.write(label("one", (5, 5), board))
    assert written(board) == []


def test_labels_that_must_stand_make_way_for_one_another(board: Board) -> None:
    place, wide = board.at(5, 5), measured("a long label")[0]
    board.line((0, 4.6), (10, 4.6))
    free = Label(["a long label"], Spots((place, place)), {})
    at = (place[0], place[1])
    bound = Label(["bound"], Spots((at, at), gaps=(6,)), {})
    assert board.write_all([free, bound])
    one, other = board._boxes
    assert not one.touches(other, 0)
    assert one.right - one.left == pytest.approx(wide)


def test_where_not_all_can_stand_none_is_written(board: Board) -> None:
    board.line((0, 1), (10, 1))
    place = board.at(5, 5)
    for level in range(101):
        board.line((0, level / 10), (10, level / 10))
    assert not board.write_all([Label(["one"], Spots((place, place)), {})])
    assert written(board) == []


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Tổ chức cơ sở đảng xếp loại tốt", "−12 đến +5,5 điểm", "Trường THPT Lê Văn Tám"]
)
def test_a_text_is_as_wide_as_matplotlib_writes_it(text: str, bold: bool) -> None:
    font = FontProperties(family=FONT, size=SMALL, weight="bold" if bold else "normal")
    wide, _, _ = text_to_path.get_text_width_height_descent(text, font, False)
    assert measured(text, SMALL, bold)[0] == pytest.approx(wide, abs=0.01)


def test_a_text_is_measured_as_it_is_written_and_nothing_is_told() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert measured("$x$ 河 😀")[0] > measured("x")[0]
    wide, high = measured("one line\nand another")
    assert wide == max(measured(line)[0] for line in ("one line", "and another"))
    assert high == 2 * measured("one line")[1]
    assert measured("bold", bold=True)[0] > measured("bold")[0]
