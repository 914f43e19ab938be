"""Where a fault leads: to its cell on the page, or to the check that it breaks, and to its file."""

import os
import re
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from giaoban.prepare.grid import link
from giaoban.prepare.rawcells import RawPlace, RawSheet, raw_sheets
from giaoban.programme import Examined
from giaoban.tables import Fault


@dataclass(frozen=True)
class Leads:
    """The places of a programme's cells and checks on a page.

    ``home`` is the folder within which files are linked to; a link is relative to the folder that
    we are in, which is the notebook's.
    """

    examined: Examined
    home: Path

    @cached_property
    def sheets(self) -> dict[str, RawSheet]:
        """The raw cells of the programme's description and of each table that there is."""
        return raw_sheets(self.examined)

    @cached_property
    def faults(self) -> dict[tuple[str, RawPlace], list[Fault]]:
        """The faults of each cell, under its table."""
        found: dict[tuple[str, RawPlace], list[Fault]] = {}
        for fault in self.examined.faults:
            table = self.examined.table_of(fault)
            for cell in self.sheets[table].cells_of(fault) if table in self.sheets else []:
                found.setdefault((table, cell), []).append(fault)
        return found

    @cached_property
    def checks(self) -> dict[Fault, int]:
        """The number of the check that each fault breaks."""
        return {f: n for n, result in enumerate(self.examined.checks) for f in result.faults}

    @cached_property
    def _anchors(self) -> dict[Fault, str]:
        anchors = {fault: self.of_check(number) for fault, number in self.checks.items()}
        first: dict[Fault, str] = {}
        for (table, cell), faults in self.faults.items():
            for fault in faults:
                first.setdefault(fault, self.of_cell(table, cell))
        return anchors | first

    def of_fault(self, fault: Fault) -> str:
        """Name the place that a fault leads to."""
        return self._anchors[fault]

    def of_cell(self, table: str, cell: RawPlace) -> str:
        """Name the place of a cell."""
        return f"{self._prefix}-{table}-{cell[0]}-{cell[1] + 1}"

    def of_check(self, number: int) -> str:
        """Name the place of a check."""
        return f"{self._prefix}-check-{number + 1}"

    @property
    def _prefix(self) -> str:
        """Tell this programme from another that is open beside it."""
        return re.sub(r"[^A-Za-z0-9]+", "-", f"giaoban-{self.examined.package.name}")

    def file(self, path: Path, row: Hashable = "") -> str:
        """Lead to a file, and to a row of it; only its name where it lies outside the project.

        In a table that is open JupyterLab goes to the row that `row=` counts, the one under the
        header being 0; one that is not yet, it opens at its top.
        """
        if not path.resolve().is_relative_to(self.home.resolve()):
            return path.name
        way = quote(Path(os.path.relpath(path)).as_posix())
        fragment = ""
        if path.suffix == ".csv" and isinstance(row, int):
            fragment = f"#row={max(row - 2, 0)}"
        return link(f"{way}{fragment}", path.name)
