import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

ORDER = [
    "catalogues",
    "errors",
    "files",
    "numerals",
    "periods",
    "days",
    "schema",
    "headings",
    "names",
    "texttable",
    "csvheader",
    "csvfile",
    "descriptor",
    "descriptorchecks",
    "otherkeys",
    "folder",
    "cellstyles",
    "sheetxml",
    "unpacking",
    "xlsx",
    "cells",
    "signoff",
    "tablehead",
    "layout",
    "sheets",
    "workbook",
    "programmes",
    "celltypes",
    "checks",
    "meaning",
    "references",
    "tablechecks",
    "package",
    "rulebook",
    "checklist",
    "rawsheet",
    "leads",
    "extract",
    "vintage",
    "asof",
    "known",
    "intervals",
    "rounding",
    "published",
    "definitions",
    "comparable",
    "compare",
    "gains",
    "trends",
    "projection",
    "control",
    "targets",
    "parts",
    "standing",
    "progress",
    "recompute",
    "claims",
    "grim",
    "counted",
    "rules",
    "units",
    "addingup",
    "funnel",
    "gaps",
    "actions",
    "review",
    "possible",
    "whatif",
    "focus",
    "processed",
    "style",
    "charts",
    "pictures",
    "shapes",
    "sparkline",
    "language",
    "vocabulary",
    "spelled",
    "wording",
    "claimwords",
    "markup",
    "citations",
    "terms",
    "marks",
    "chart",
    "report",
    "sections",
    "grids",
    "panels",
    "prepare",
    "notebook",
    "choice",
    "offers",
    "pickers",
    "sentences",
    "explore",
    "controls",
    "outline",
    "exporter",
    "engine",
    "render",
    "pdf",
    "overview",
    "brief",
    "plaintext",
    "htmlbody",
    "addresses",
    "recipients",
    "letter",
    "headers",
    "thumbnails",
    "message",
    "draft",
    "sendable",
    "server",
    "connection",
    "line",
    "sealed",
    "delivery",
    "outbox",
    "post",
    "confirm",
    "mailing",
    "contents",
    "csvpackage",
    "validations",
    "sheetformats",
    "cellwriter",
    "sheetwriter",
    "bookwriter",
    "newprogramme",
    "conversion",
    "spoken",
    "lab",
    "commands",
    "cli",
    "__main__",
]
PACKAGE = ROOT / "src/giaoban"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.stem != "__init__")


def name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "giaoban":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("giaoban."):
            yield str(node.module).removeprefix("giaoban.")


def test_every_module_has_its_place_on_the_way() -> None:
    assert sorted(ORDER) == sorted({name(path).partition(".")[0] for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_only_what_the_data_has_passed_already(path: Path) -> None:
    house = name(path).partition(".")[0]
    others = [n.partition(".")[0] for n in imported(path)]
    here = ORDER.index(house)
    assert [n for n in others if n != house and ORDER.index(n) >= here] == []


@pytest.mark.parametrize("house", ["charts", "commands", "extract", "sections"])
def test_the_modules_of_one_step_import_one_another_in_no_circle(house: str) -> None:
    own = {name(p): {n for n in imported(p) if n.startswith(f"{house}.")} for p in MODULES}
    left = {n: needs for n, needs in own.items() if n.startswith(f"{house}.")}
    while left:
        free = [n for n, needs in left.items() if not needs & set(left)]
        assert free, f"a circle among {sorted(left)}"
        left = {n: needs for n, needs in left.items() if n not in free}


def test_the_tree_has_the_folders_that_the_readme_shows() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    tree = readme.split("```text\n")[-1].split("```")[0]
    shown = [line.split()[0] for line in tree.splitlines() if line.strip()]
    generated = ("data/processed/", "figures/", "reports/")
    assert shown
    assert [name for name in shown if not (ROOT / name).exists() and name not in generated] == []
