from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from giaoban.language.formatting import language
from giaoban.render.outline import abouts, parts

# As JupyterLab shows what pandas and matplotlib give.
NAMES = [
    "<Axes: xlabel='status'>",
    "Text(0, 0.5, 'number of units')",
    "[<matplotlib.lines.Line2D at 0x7f>]",
    "array([<Axes: >, <Axes: >], dtype=object)",
    "<BarContainer object of 3 artists>",
]


def said(**about: str) -> Any:
    output = new_output("display_data", data={"text/html": "<p></p>"})
    output.metadata = {"giaoban": about} if about else {}
    return output


def heading(text: str, lang: str, name: str) -> Any:
    return new_markdown_cell(text, metadata={"tags": [f"lang-{lang}"]}, id=f"{name}-{lang}")


def test_a_part_reaches_from_its_heading_to_the_next_in_one_language() -> None:
    cells = [
        new_code_cell("title()"),
        heading("## Một\n\nLời", "vi", "one"),
        heading("## One\n\nWords", "en", "one"),
        new_code_cell("one()"),
        heading("## Two", "en", "two"),
    ]
    found = parts(new_notebook(cells=cells), language("en"))
    assert [(part.anchor, part.heading) for part in found] == [
        ("", ""),
        ("one", "One"),
        ("two", "Two"),
    ]
    assert [cell.source for cell in found[1].cells] == ["\nWords", "one()"]


def test_a_part_is_silent_only_where_all_of_it_is() -> None:
    nothing, something = said(nothing="none"), said()
    for outputs, expected in (([nothing], ["none"]), ([nothing, something], []), ([something], [])):
        cells = [heading("## One", "en", "one"), new_code_cell("one()", outputs=outputs)]
        assert parts(new_notebook(cells=cells), language("en"))[1].silent == expected


def test_beside_what_a_part_shows_nothing_is_said_of_what_it_does_not() -> None:
    cells = [
        heading("## One", "en", "one"),
        new_code_cell("one()", outputs=[said()]),
        new_code_cell("two()", outputs=[said(nothing="none")]),
    ]
    shown = parts(new_notebook(cells=cells), language("en"))[1].cells
    assert [len(cell.get("outputs", [])) for cell in shown] == [0, 1, 0]


def test_what_is_printed_says_nothing_of_the_report() -> None:
    outputs = [new_output("stream", text="x"), said(nothing="none"), said()]
    assert abouts(new_code_cell("one()", outputs=outputs)) == [{"nothing": "none"}]


def test_the_notebook_itself_is_left_as_it_is() -> None:
    notebook = new_notebook(cells=[heading("## One", "en", "one")])
    parts(notebook, language("en"))
    assert notebook.cells[0].source == "## One"


def test_beside_a_picture_the_name_of_what_drew_it_is_left_out() -> None:
    picture = new_output("display_data", {"image/png": "iVBO", "text/plain": "<Figure>"})
    named = [new_output("execute_result", {"text/plain": text}) for text in NAMES]
    word = new_output("execute_result", {"text/plain": "'two of three'"})
    cells = [new_code_cell("plot()", outputs=[*named, word, picture])]
    (part,) = parts(new_notebook(cells=cells), language("en"))
    assert part.cells[0].outputs == [word, picture]
    alone = [new_code_cell("plot()", outputs=named)]
    assert len(parts(new_notebook(cells=alone), language("en"))[0].cells[0].outputs) == len(NAMES)
