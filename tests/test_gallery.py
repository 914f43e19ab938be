"""The questions of notebooks/gallery.ipynb, and their answers."""

from typing import Any

import nbformat
import pandas as pd
import pytest
from cells import last_value
from nbformat import NotebookNode
from places import RAW, ROOT

CELLS = nbformat.read(ROOT / "notebooks/gallery.ipynb", as_version=4).cells
CODE = [cell for cell in CELLS if cell.cell_type == "code"]
ANSWERS = CODE[3:]


@pytest.fixture(scope="module")
def answers() -> dict[str, pd.DataFrame]:
    """Run the notebook from its head; give what each question is answered with."""
    names: dict[str, Any] = {}
    shown: dict[str, Any] = {}
    for cell in CODE:
        shown[cell.id] = last_value(cell.source, names)
        if cell.id == "parameters":
            names |= {"lang": "en", "raw_dir": str(RAW)}
    return {cell.id: shown[cell.id] for cell in ANSWERS}


def test_ten_questions_stand_over_their_answers() -> None:
    asked = [c.source for c in CELLS if c.source.startswith("## ") and "lang-en" in c.metadata.tags]
    assert [question.split()[1] for question in asked] == [f"{n}." for n in range(1, 11)]
    assert len(ANSWERS) == 10


@pytest.mark.parametrize("cell", ANSWERS, ids=lambda cell: cell.id)
def test_an_answer_takes_five_lines_at_most_and_gives_a_frame(
    cell: NotebookNode, answers: dict[str, pd.DataFrame]
) -> None:
    assert len(cell.source.splitlines()) <= 5
    assert len(answers[cell.id]) > 0


def test_the_answers_are_those_of_the_report(answers: dict[str, pd.DataFrame]) -> None:
    theory = answers["years"].set_index("indicator").T["cadres-theory"]
    assert (theory[2020], theory[2024]) == (71.3, 73.8)
    assert answers["share"]["share"].max() == pytest.approx(9 / 124 * 100)
    most = answers["moved"].iloc[0]
    assert (most["unit_title"], most["change"]) == ("Sample commune 14", -6)
    assert set(answers["units"]["unit_title"].str[-2:]) == {"05", "08", "12", "21"}
    supposed = answers["whatif"].iloc[0]
    assert (supposed["value"], supposed["status"]) == (91, "exceeded")
