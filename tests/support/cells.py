"""Cells of a notebook, run here."""

import ast
from typing import Any


def last_value(source: str, names: dict[str, Any]) -> object:
    """Run a cell as a notebook does: the value of its last line is what it shows."""
    *body, last = ast.parse(source).body
    run = body if isinstance(last, ast.Expr) else [*body, last]
    exec(compile(ast.Module(run, []), "<cell>", "exec"), names)  # noqa: S102
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
    return None
