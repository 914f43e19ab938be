"""Change one sign at a time in a folder of the package, and list the changes that no test minds.

What no test can mind stands, with the reason, in ``tests/survivors.toml``, and is not tried.
``make mutants IN=analysis``: the tests of that folder run for each change, in a fork of a process
that has collected them; those that come to the changed line are first, the quickest ahead.
Texts are left as they are: nearly all are names of columns, and a changed one is found by any test.
"""

import ast
import gc
import json
import os
import random
import signal
import sys
import time
import tomllib
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from multiprocessing import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage
from places import ROOT

PACKAGE = ROOT / "src" / "giaoban"
# So much of a processor's time the tests of one change may take; what none has minded by then lives.
SECONDS = 60
NOT_TRIED = 3
OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or,
    ast.Or: ast.And,
}  # fmt: skip
_PAIRS = "eq ne, lt le, gt ge, isna notna, any all, min max, idxmin idxmax, first last, ffill bfill"
CALLED = {a: b for pair in _PAIRS.split(", ") for a, b in (pair.split(), pair.split()[::-1])}


class Mutant(NamedTuple):
    """One change: the number of its place in a module, and its name in ``survivors.toml``."""

    path: Path
    place: int
    line: int
    name: str


class _Places(ast.NodeTransformer):
    """Walk the bodies of functions; change the place of a number, or note them all."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted, self.found, self._within = wanted, list[tuple[int, str]](), 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        # What stands in its head was worked out as the module was imported.
        self._within += 1
        node.body = [self.visit(part) for part in node.body]
        self._within -= 1
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value:
            node.value = self.visit(node.value)
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for field, value in _changes(node) if self._within else ():
            before, kept = ast.unparse(node), getattr(node, field)
            setattr(node, field, value)
            self.found.append((getattr(node, "lineno", 0), f"{before} -> {ast.unparse(node)}"))
            if len(self.found) - 1 != self.wanted:
                setattr(node, field, kept)
        if self._within and isinstance(node, ast.UnaryOp) and not isinstance(node.op, ast.UAdd):
            self.found.append((node.lineno, f"{ast.unparse(node)} -> {ast.unparse(node.operand)}"))
            if len(self.found) - 1 == self.wanted:
                return self.visit(node.operand)
        return super().generic_visit(node)


def _changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in OTHER:
        yield "op", OTHER[type(node.op)]()
    elif isinstance(node, ast.Compare):
        for number, sign in enumerate(node.ops):
            if type(sign) in OTHER:
                yield "ops", [*node.ops[:number], OTHER[type(sign)](), *node.ops[number + 1 :]]
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "value", not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield "value", node.value + 1
    elif isinstance(node, ast.Attribute) and node.attr in CALLED:
        yield "attr", CALLED[node.attr]


def mutants(folder: str) -> list[Mutant]:
    """List every change that there is in a folder of the package."""
    found = []
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        places, text = _Places(), path.read_text("utf-8")
        places.visit(ast.parse(text))
        lines, before = text.splitlines(), Counter[str]()
        for number, (line, said) in enumerate(places.found):
            name = f"{path.relative_to(PACKAGE)}: {lines[line - 1].strip()}: {said}"
            before[name] += 1
            again = f" ({before[name]})" if before[name] > 1 else ""
            found.append(Mutant(path, number, line, name + again))
    return found


def survivors() -> set[str]:
    """Name the changes that no test can mind."""
    listed = tomllib.loads((ROOT / "tests" / "survivors.toml").read_text("utf-8"))
    return {change for reason in listed["because"] for change in reason["changes"]}


def _functions(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _functions(part)


def _put_in(mutant: Mutant) -> None:
    """Give each function of the module the code that it has with the change."""
    text = mutant.path.read_text("utf-8")
    changed = ast.fix_missing_locations(_Places(mutant.place).visit(ast.parse(text)))
    before, after = (
        _functions(compile(tree, str(mutant.path), "exec", dont_inherit=True))
        for tree in (ast.parse(text), changed)
    )
    codes = dict(zip(before, after, strict=True))
    gc.unfreeze()
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__ in codes:
            function.__code__ = codes[function.__code__]


class Judge:
    """In place of a run of the tests: one for each change."""

    def __init__(self, folder: str, number: int | None, seed: int) -> None:
        every, known = mutants(folder), survivors()
        self.folder, self.chosen = folder, [change for change in every if change.name not in known]
        self._callers: dict[str, Any] = {}
        self._items: list[pytest.Item] = []
        random.Random(seed).shuffle(self.chosen)  # noqa: S311
        listed = len(every) - len(self.chosen)
        print(f"{len(every)} changes, {listed} of them in survivors.toml", flush=True)
        self.chosen = self.chosen[:number]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        with TemporaryDirectory() as folder:
            self._callers = _told(
                Path(folder) / "callers", lambda: _callers(session.items, self.folder)
            )
        self._items = session.items
        tried = Counter(str(mutant.path.relative_to(PACKAGE)) for mutant in self.chosen)
        found: Counter[str] = Counter()
        for tried_already, (mutant, minded) in enumerate(self._outcomes(), 1):
            if tried_already % 100 == 0:
                print(f"{tried_already} tried, {found.total()} found", flush=True)
            if minded:
                found[str(mutant.path.relative_to(PACKAGE))] += 1
            else:
                print(f"lives: {mutant.name}", flush=True)
        for place in sorted(tried):
            print(f"{place}: {found[place]} of {tried[place]}")
        print(f"{found.total()} of {tried.total()} found by a test")
        session.testsfailed = tried.total() - found.total()
        return True

    def _outcomes(self) -> Iterator[tuple[Mutant, bool]]:
        """Try the changes, one on each processor; say of each whether a test minds."""
        waiting, running = self.chosen[::-1], dict[int, Mutant]()
        while waiting or running:
            if waiting and len(running) < cpu_count():
                if (pid := os.fork()) == 0:
                    self._try(waiting[-1])
                running[pid] = waiting.pop()
                continue
            pid, status = os.wait()
            mutant = running.pop(pid)
            assert not (os.WIFEXITED(status) and os.WEXITSTATUS(status) == NOT_TRIED), mutant
            yield mutant, status != 0

    def _try(self, mutant: Mutant) -> None:
        """Run the tests that may mind; end with 0 where none does."""
        try:
            _put_in(mutant)
        except Exception:
            traceback.print_exc()
            os._exit(NOT_TRIED)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        # What comes to a loop without end is found by its end.
        signal.setitimer(signal.ITIMER_PROF, 10 * SECONDS)
        for item, following in pairwise([*self._ordered(mutant), None]):
            if _failed(item, following):
                os._exit(1)
            if sum(os.times()[:4]) > SECONDS:
                break
        os._exit(0)

    def _ordered(self, mutant: Mutant) -> list[pytest.Item]:
        """Give the tests that come to the changed line, then those of its module, then the others.

        What a test looks at may have been made, and kept, by one before it.
        """
        lines = self._callers["tests"].get(str(mutant.path), {})
        above = [line for line in map(int, lines) if line <= mutant.line]
        direct = {*lines[str(max(above))]} if above else set()
        seconds = self._callers["seconds"]

        def place(item: pytest.Item) -> tuple[bool, bool, float]:
            own = item.path.stem == f"test_{mutant.path.stem}"
            return item.nodeid not in direct, not own, seconds[item.nodeid]

        return sorted(self._items, key=place)


def _failed(item: pytest.Item | None, following: pytest.Item | None) -> bool:
    """Run a test; what the following one needs too is kept."""
    assert item
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _told(path: Path, work: Any) -> Any:
    """Do something in a fork, which leaves no trace here, and give what it gives."""
    if (pid := os.fork()) == 0:
        path.write_text(json.dumps(work()), "utf-8")
        os._exit(0)
    os.waitpid(pid, 0)
    return json.loads(path.read_text("utf-8"))


def _callers(items: list[pytest.Item], folder: str) -> dict[str, Any]:
    """Run each test once: by file and line the tests that come there, and how long each takes."""
    noted = Coverage(data_file=None, config_file=False, include=[f"{PACKAGE / folder}/*"])
    seconds = {}
    noted.start()
    for item, following in zip(items, [*items[1:], None], strict=True):
        noted.switch_context(item.nodeid)
        begun = time.monotonic()
        assert not _failed(item, following), f"{item.nodeid} fails as it is"
        seconds[item.nodeid] = time.monotonic() - begun
    noted.stop()
    data = noted.get_data()
    return {
        "tests": {file: data.contexts_by_lineno(file) for file in data.measured_files()},
        "seconds": seconds,
    }


if __name__ == "__main__":
    where = sys.argv[1]
    most = int(sys.argv[2]) if len(sys.argv) > 2 else None
    asked = [str(ROOT / "tests" / where), "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    sys.exit(pytest.main(asked, plugins=[Judge(where, most, 1)]))
