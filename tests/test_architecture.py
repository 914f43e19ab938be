"""How the package is built: what may import what is a contract in pyproject.toml, the rest here."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

SOURCE = ROOT / "src"
BESIDE = {"cli", "__main__", "catalogues", "errors", "files", "style"}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {dotted(path): path for path in sorted(SOURCE.rglob("*.py"))}
FOLDERS = [name for name, path in MODULES.items() if path.stem == "__init__"]
# A notebook imports as a module does that stands beside the folders.
NOTEBOOKS = {f"giaoban.{p.stem}": p for p in sorted((ROOT / "notebooks").glob("*.ipynb"))}


def code(path: Path) -> ast.Module:
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
        text = "\n".join("".join(cell["source"]) for cell in cells)
    return ast.parse(text)


def public(folder: str) -> list[str]:
    """Give the names in the ``__all__`` of a folder; each is loaded as it is asked for."""
    for node in code(MODULES[folder].with_suffix(".pyi")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return [str(name) for name in ast.literal_eval(node.value)]
    return []


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Give each name that a module takes from another, and that other's name."""
    tree, folders = code(path), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                yield module, alias.name
                folders[alias.asname or alias.name] = f"{module}.{alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                module, _, name = alias.name.rpartition(".")
                yield module or name, name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            whole = folders.get(node.value.id)
            if whole in FOLDERS:
                yield whole, node.attr


def is_allowed(importer: str, module: str, name: str) -> bool:
    """Say whether a module lies beside this one, or names what is taken; no dots lead there."""

    def is_within(folder: str) -> bool:
        return f"{importer}.".startswith(f"{folder}.")

    if module.partition(".")[0] not in ("", "giaoban") or is_within(module):
        return True
    parent, _, leaf = module.rpartition(".")
    # A folder within a folder is seen from outside where that one names it.
    seen = is_within(parent) or (parent in FOLDERS and leaf in public(parent))
    return seen and (module not in FOLDERS or name in public(module))


@pytest.mark.parametrize("folder", [name for name in FOLDERS if name != "giaoban"])
def test_a_folder_says_what_comes_in_what_goes_out_and_what_one_imports_from_it(
    folder: str,
) -> None:
    lines = (ast.get_docstring(code(MODULES[folder])) or "").splitlines()
    assert [line.partition(":")[0] for line in lines if line][:2] == ["In", "Out"]
    assert public(folder)


@pytest.mark.parametrize("importer", [*MODULES, *NOTEBOOKS])
def test_from_another_folder_one_imports_only_what_it_names_in_all(importer: str) -> None:
    found = imported((MODULES | NOTEBOOKS)[importer])
    assert [taken for taken in found if not is_allowed(importer, *taken)] == []


def test_beside_the_folders_stand_six_modules() -> None:
    assert {path.stem for path in (SOURCE / "giaoban").glob("*.py")} - {"__init__"} == BESIDE


@pytest.mark.parametrize("folder", [name for name in FOLDERS if name != "giaoban"])
def test_a_folder_is_no_hallway(folder: str) -> None:
    files = MODULES[folder].parent.glob("*.py")
    assert len([path for path in files if path.stem != "__init__"]) <= 18


@pytest.mark.parametrize("path", MODULES.values(), ids=MODULES)
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
