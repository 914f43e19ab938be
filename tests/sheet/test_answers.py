from pathlib import Path

import pytest

from giaoban.errors import GiaobanError, Text
from giaoban.sheet.answers import Answers, Question, coded, named_answers, read_answers, word
from giaoban.sheet.known import known_of


def test_what_is_as_true_of_next_years_sheet_is_kept_and_the_rest_is_not(tmp_path: Path) -> None:
    answers = Answers(
        {"reported-on": "2025-03-14", "source": "s", "set-by": "UBND"},
        {"row": {"Hộ nghèo": "ho-ngheo"}, "better": {}},
    )
    path = tmp_path / "import.json"
    path.write_bytes(answers.kept())
    assert read_answers(path) == Answers({"set-by": "UBND"}, {"row": {"Hộ nghèo": "ho-ngheo"}})


def test_the_year_of_a_column_is_said_anew_where_its_head_does_not_say_it(tmp_path: Path) -> None:
    columns = {"Cùng kỳ": "figure 2023", "KH 2024": "target 2024", "Ước": "skip", "TH": "figure"}
    path = tmp_path / "import.json"
    path.write_bytes(Answers({}, {"column": columns}).kept())
    assert [*read_answers(path).many["column"]] == ["KH 2024", "TH", "Ước"]


def test_what_is_said_now_goes_before_what_was_said() -> None:
    earlier = Answers({"set-by": "A", "numbers": "vi"}, {"row": {"x": "1", "y": "2"}})
    now = Answers({"set-by": "B"}, {"row": {"x": "3"}})
    assert now.over(earlier) == Answers(
        {"set-by": "B", "numbers": "vi"}, {"row": {"x": "3", "y": "2"}}
    )


def test_where_nothing_was_kept_nothing_was_said(tmp_path: Path) -> None:
    assert read_answers(tmp_path / "none.json") == Answers()


@pytest.mark.parametrize("text", ["{", "[1]", '{"row": 3}'])
def test_a_spoilt_file_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "import.json").write_text(text, "utf-8")
    with pytest.raises(GiaobanError, match="take it away and answer anew"):
        read_answers(tmp_path / "import.json")


def test_a_name_may_hold_the_sign_that_parts_it_from_its_answer() -> None:
    assert named_answers(["TH = 2024=figure 2024", "B=skip"], "column") == {
        "TH = 2024": "figure 2024",
        "B": "skip",
    }
    with pytest.raises(GiaobanError, match="expected NAME=ANSWER"):
        named_answers(["B"], "column")


@pytest.fixture
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "vi")


@pytest.mark.usefixtures("vietnamese")
def test_an_id_that_is_a_word_without_its_accents_stays_an_id() -> None:
    said = ["Tuyển mới=moi", "Hộ=mới", "Ca=MỚI", "Tổng=bo qua", "Cũ=new"]
    answers = ["moi", "new", "new", "skip", "new"]
    assert [*named_answers(said, "row").values()] == answers
    assert coded("row", "moi", ("cu", "new", "skip")) == "new"
    assert coded("row", "moi", ("moi", "new", "skip")) == "moi"
    assert coded("kind", "cong don") == "total"


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    ("said", "code"), [("tăng", "up"), ("giam", "down"), ("Không", "none"), ("up", "up")]
)
def test_which_way_is_better_can_be_said_in_the_users_language(said: str, code: str) -> None:
    assert coded("better", said) == code
    assert str(word("better", "down")) == "giảm"


def test_a_question_says_the_option_that_answers_it() -> None:
    assert Question("source", "", Text("?")).option == '--source "…"'
    choices = Question("row", "Hộ nghèo", Text("?"), "", ("a", "new"))
    assert choices.option == '--row "Hộ nghèo=a|new"'


def test_a_column_that_somebody_added_is_not_lost(programme: Path) -> None:
    path = programme / "units.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([f"{head},own", *(f"{row},x" for row in rows), ""]), "utf-8")
    contents = known_of(programme).contents
    assert contents is not None
    assert set(contents.tables["units"]["own"]) == {"x"}
