import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

pytestmark = pytest.mark.slow

SKIPS = {
    "a test": "def test_it():\n    pytest.skip('no browser')",
    "a fixture": "@pytest.fixture\ndef it():\n    pytest.skip('no browser')\ndef test_it(it): ...",
    "a mark": "@pytest.mark.skip(reason='no browser')\ndef test_it(): ...",
    "a file": "pytest.skip('no browser', allow_module_level=True)",
}


def run(folder: Path, ci: str) -> tuple[int, str]:
    environment = os.environ | {"CI": ci, "PYTHONPATH": str(ROOT / "tests/support")}
    command = [sys.executable, "-m", "pytest", "-p", "no_skips", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout


@pytest.mark.parametrize("where", SKIPS)
def test_a_skip_is_a_failure_on_ci_and_says_what_is_missing(tmp_path: Path, where: str) -> None:
    (tmp_path / "test_it.py").write_text(f"import pytest\n{SKIPS[where]}\n")
    (tmp_path / "test_another.py").write_text("def test_another(): ...")
    code, said = run(tmp_path, "true")
    assert code != 0
    assert "nothing may be skipped on CI: Skipped: no browser" in said
    code, said = run(tmp_path, "")
    assert (code, "1 passed, 1 skipped" in said) == (0, True)


def test_these_very_tests_run_under_that_rule(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.pluginmanager.has_plugin("no_skips")
