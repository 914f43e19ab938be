import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

ORDER = [
    "errors",
    "files",
    "numerals",
    "periods",
    "schema",
    "csvfile",
    "checks",
    "meaning",
    "descriptor",
    "package",
    "vintage",
    "intervals",
    "trends",
    "targets",
    "claims",
    "review",
    "style",
    "charts",
    "pictures",
    "tables",
    "language",
    "wording",
    "report",
    "findings",
    "sections",
    "method",
    "notebook",
    "exporter",
    "engine",
    "render",
    "cli",
]
MODULES = sorted(p for p in (ROOT / "src/giaoban").glob("*.py") if p.stem != "__init__")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "giaoban":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("giaoban."):
            yield str(node.module).removeprefix("giaoban.")


def test_every_module_has_its_place_on_the_way() -> None:
    assert sorted(ORDER) == [path.stem for path in MODULES]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_a_module_imports_only_what_the_data_has_passed_already(path: Path) -> None:
    here = ORDER.index(path.stem)
    assert [name for name in imported(path) if ORDER.index(name) >= here] == []


def test_the_tree_has_the_folders_that_the_readme_shows() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    tree = readme.split("```text\n")[-1].split("```")[0]
    shown = [line.split()[0] for line in tree.splitlines() if line.strip()]
    generated = ("data/processed/", "figures/", "reports/")
    assert shown
    assert [name for name in shown if not (ROOT / name).exists() and name not in generated] == []
