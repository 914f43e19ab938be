"""Run the cells of the review notebook, and nothing else: no kernel, no page."""

import ast
import sys
from pathlib import Path
from typing import Any

import nbformat
from IPython.core.formatters import DisplayFormatter

SHOWN = DisplayFormatter()


def main(programme: str, meeting: str, units: list[str]) -> None:
    """Run the cells for each unit, each time with new names."""
    notebook = nbformat.read(Path("review.ipynb"), as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for unit in units:
        given = {"programme": programme, "meeting_date": meeting, "unit": unit}
        names: dict[str, Any] = {}
        for cell in cells:
            _run(cell.source, names)
            if "parameters" in cell.metadata.get("tags", []):
                names |= given


def _run(source: str, names: dict[str, Any]) -> None:
    """Run a cell; what its last line gives is turned into HTML, as a notebook would."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)  # noqa: S102
    if isinstance(last, ast.Expr):
        shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
        if shown is not None:
            SHOWN.format(shown)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
