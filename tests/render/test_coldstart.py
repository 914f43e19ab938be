import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


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
    names = "Job, ask, get_ready, up_to_date_or_made, warm_up, write_overview"
    found = imported(
        f"from giaoban.render import {names}\n"
        "from giaoban.render.exporter import GiaobanExporter\n"
        "from giaoban.asof import Occasion\n"
        "get_ready()\n"
    )
    assert {"papermill.execute", "nbconvert"} <= {*found}
    assert {"matplotlib", "numpy", "pandas", "pyarrow"}.isdisjoint(found)
    assert {"IPython", "isoduration", "soupsieve.css_parser", "urllib3"}.isdisjoint(found)


def test_what_is_imported_when_it_is_used_is_as_ever_for_who_uses_it() -> None:
    found = imported(
        "import giaoban.render.coldstart\n"
        "import bs4, inspect, requests.adapters, soupsieve\n"
        "assert bs4.BeautifulSoup('<p><b>x</b></p>', 'html.parser').select('p > b')[0].text == 'x'\n"
        "assert soupsieve.compile('p').match(bs4.BeautifulSoup('<p>', 'html.parser').p)\n"
        "from requests import Session\n"
        "assert requests.Session is Session and requests.adapters.HTTPAdapter\n"
        "assert sys.modules['requests'].__file__"
    )
    assert {"requests.sessions", "soupsieve.css_parser"} <= {*found}


def test_looking_at_every_module_imports_nothing_that_nobody_uses() -> None:
    found = imported("import giaoban.render.coldstart, inspect\ninspect.getmodule(print)")
    assert {"requests", "soupsieve"} <= {*found}
    assert {"urllib3", "soupsieve.css_parser"}.isdisjoint(found)
