"""How the package is built, beyond the layers that import-linter holds (`make check`)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

PACKAGE = ROOT / "src/giaoban"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stem != "__init__")
FOLDERS = sorted(path.parent for path in PACKAGE.rglob("*/__init__.py"))
BESIDE = {"cli", "__main__", "catalogues", "errors", "files", "style"}


def name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def folder_of(module: str) -> str:
    """Give the innermost folder that a module stands in."""
    return module.rpartition(".")[0]


def public(folder: Path) -> list[str]:
    """Read what a folder names in its `__all__`."""
    for node in ast.parse((folder / "__init__.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return [str(one) for one in ast.literal_eval(node.value)]
    return []


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Give what a module imports of ours: from where, and the name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("giaoban."):
            for alias in node.names:
                yield str(node.module).removeprefix("giaoban."), alias.name


def test_beside_the_folders_stand_six_modules() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"} == BESIDE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_of_another_folder_a_module_takes_what_that_folder_names(path: Path) -> None:
    faces = {name(folder): public(folder) for folder in FOLDERS}
    own = folder_of(name(path))
    taken = [(place, it) for place, it in imported(path) if place not in BESIDE]
    inner = [(place, it) for place, it in taken if place not in faces and folder_of(place) != own]
    others = [(place, it) for place, it in taken if place in faces and place != own]
    unnamed = [(place, it) for place, it in others if it not in faces[place]]
    assert (inner, unnamed) == ([], [])


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_folder_says_what_comes_in_and_what_goes_out(folder: Path) -> None:
    tree = ast.parse((folder / "__init__.py").read_text("utf-8"))
    lines = (ast.get_docstring(tree) or "").splitlines()
    assert [line.partition(":")[0] for line in lines if line][:2] == ["In", "Out"]


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_folder_is_no_hallway(folder: Path) -> None:
    assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= 18


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_at_most_250_lines_and_a_function_40(path: Path) -> None:
    text = path.read_text("utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    long = {f.name: n for f in functions if (n := lines_of_code(f)) > 40}
    assert (text.count("\n") <= 250, long) == (True, {})


def lines_of_code(function: ast.FunctionDef) -> int:
    """Count the lines of a function, its docstring left out."""
    first = function.body[0]
    told = first if ast.get_docstring(function) is not None else None
    docstring = (told.end_lineno or 0) - told.lineno + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_the_tree_has_the_folders_that_the_readme_shows() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    tree = readme.split("```text\n")[-1].split("```")[0]
    shown = [line.split()[0] for line in tree.splitlines() if line.strip()]
    assert shown
    assert [name for name in shown if not (ROOT / name).exists() and name != "reports/"] == []
