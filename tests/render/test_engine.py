from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from papermill import execute_notebook
from papermill.exceptions import PapermillExecutionError

pytestmark = pytest.mark.slow


def run(folder: Path, engine: str | None, *sources: str) -> Any:
    cells = [new_markdown_cell("# A title"), *map(new_code_cell, sources)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "in.ipynb")
    options = {"engine_name": engine, "progress_bar": False}
    return execute_notebook(folder / "in.ipynb", folder / "out.ipynb", **options)


def outputs(notebook: Any) -> list[Any]:
    return [[dict(output) for output in cell.get("outputs", [])] for cell in notebook.cells]


SOURCES = [
    "x = 3",
    "print('one'); print('two')\nx * 2",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>b</b>'), metadata={'m': 1})\nprint('after')",
    "x;",
    "import sys\nprint('aside', file=sys.stderr)",
    "import pandas as pd\npd.Series([1, 2]).plot();",
    "",
]


def test_its_outputs_are_those_of_the_python_kernel(tmp_path: Path) -> None:
    ours, theirs = (run(tmp_path, engine, *SOURCES) for engine in ("giaoban", None))
    assert outputs(ours) == outputs(theirs)
    assert [c.get("execution_count") for c in ours.cells] == [None, 1, 2, 3, 4, 5, 6, None]


def test_a_failing_cell_ends_the_run_and_is_kept(tmp_path: Path) -> None:
    with pytest.raises(PapermillExecutionError) as error:
        run(tmp_path, "giaoban", "x = 1", "1 / 0", "print('never')")
    assert (error.value.ename, error.value.cell_index) == ("ZeroDivisionError", 2)
    kept = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert [o.output_type for cell in kept.cells for o in cell.get("outputs", [])] == ["error"]


def test_a_syntax_error_is_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(PapermillExecutionError) as error:
        run(tmp_path, "giaoban", "1 +")
    assert error.value.ename == "SyntaxError"


def test_a_chart_is_shown_in_one_run_as_in_the_next(tmp_path: Path) -> None:
    draw = "import pandas as pd\npd.Series([1, 2]).plot();"
    first, second = (outputs(run(tmp_path, "giaoban", draw)) for _ in range(2))
    assert set(first[1][0]["data"]) == {"image/png", "text/plain"}
    assert first == second


def test_one_run_sees_nothing_of_another(tmp_path: Path) -> None:
    run(tmp_path, "giaoban", "left_over = 1")
    with pytest.raises(PapermillExecutionError, match="left_over"):
        run(tmp_path, "giaoban", "left_over")
