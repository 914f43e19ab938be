import subprocess
import sys


def imported(statement: str) -> list[str]:
    ask = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_start_reads_no_grammars_and_leaves_them_to_who_needs_them() -> None:
    found = imported("import giaoban.render.run")
    assert {"jsonschema", "nbformat"} <= {*found}
    assert "rfc3987_syntax" not in found
    assert "rfc3987_syntax" in imported("import giaoban.render.run\nimport rfc3987_syntax")


def test_the_program_that_asks_for_reports_imports_no_numbers_and_no_charts() -> None:
    names = "Job, ask, up_to_date_or_made, warm_up, write_overview"
    found = imported(
        f"from giaoban.render import {names}\n"
        "from giaoban.render.exporter import GiaobanExporter\n"
        "from giaoban.asof import Occasion\n"
        "from giaoban.render.coldstart import import_without\n"
        "import_without('papermill.iorw')\nimport papermill"
    )
    assert {"papermill", "nbconvert"} <= {*found}
    assert {"matplotlib", "numpy", "pandas", "pyarrow"}.isdisjoint(found)
