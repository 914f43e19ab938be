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
