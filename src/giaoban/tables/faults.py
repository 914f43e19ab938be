"""A check of a programme, as an object, and the faults that it tells."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

from giaoban.catalogues import N_, user_language
from giaoban.errors import Listed, Text, one_line

Subject = TypeVar("Subject")
# Of very many, a person mends these first.
LINES = 500
PLACES_SHOWN = 5
# Of one kind, in one column.
MOST_ALIKE = 10_000
# A row as pandas has it, what is wrong there, what was found, what is expected.
Finding = tuple[Any, str | Text, str | Text, str | Text]


@dataclass(frozen=True)
class Fault:
    """One fault in a data package, told as ``PLACE: problem (found …), expected …``.

    The place is ``FILE:ROW:COLUMN``, or in a workbook ``FILE[SHEET]:CELL``; where a sheet is not
    there it is ``FILE[SHEET]``, with neither row nor column. Rows count as a
    spreadsheet counts them, the header being row 1 where nothing stands above it. In
    ``datapackage.json`` the row is the name of the part that is wrong. A problem, or what is
    expected, that has no parts is given by its template. The check is the one that it breaks.
    """

    file: str
    row: Hashable
    column: str
    problem: str | Text
    found: str | Text
    expected: str | Text
    cell: str = ""
    check: "Check[Any]" = field(kw_only=True, repr=False)

    @property
    def place(self) -> str:
        """Where it is."""
        parts = [self.cell] if self.cell else [str(self.row), self.column]
        return ":".join(one_line(part) for part in (self.file, *parts) if part)

    def __str__(self) -> str:
        return self.told(user_language())

    def told(self, code: str) -> str:
        """Put it into a language; its place stays."""
        template = N_("{place}: {problem} (found {found}), {expected}")
        found = self.found if isinstance(self.found, str) else self.found.told(code)
        told = Text(
            template if self.found else "{place}: {problem}, {expected}",
            place=self.place,
            problem=_text(self.problem),
            found=one_line(found),
            expected=_text(self.expected),
        )
        return told.told(code)


@dataclass(frozen=True)
class Cause:
    """What is wrong in the same way in several cells of a column, told once.

    Attributes
    ----------
    first : Fault
        The first of its faults.
    others : list of Fault
        The others.
    """

    first: Fault
    others: list[Fault]

    def told(self, code: str) -> str:
        """Tell the first, and in which rows or cells it is so, too."""
        if not self.others:
            return self.first.told(code)
        places = [fault.cell or str(fault.row) for fault in self.others[:PLACES_SHOWN]]
        more = len(self.others) - len(places)
        template = N_("{fault}; the same at {places}")
        if more:
            template = N_("{fault}; the same at {places} and {more} more")
        told = Text(template, fault=self.first.told(code), places=", ".join(places), more=more)
        return told.told(code)


def causes(faults: Iterable[Fault]) -> list[Cause]:
    """Put together what is wrong in the same way in a column, in the order of the first."""
    alike: dict[tuple[object, ...], list[Fault]] = {}
    for fault in faults:
        told = [str(said) for said in (fault.problem, fault.found, fault.expected)]
        alike.setdefault((fault.file, fault.column, *told), []).append(fault)
    return [Cause(first, others) for first, *others in alike.values()]


def listed(found: list[Cause]) -> Listed:
    """List the causes of faults, one to a line, and of very many the first."""
    left = len(found) - LINES
    more = [Text(N_("and {number} faults more: mend these first"), number=left)] if left > 0 else []
    return Listed([*found[:LINES], *more], "\n")


def _text(text: str | Text) -> Text:
    return Text(text) if isinstance(text, str) else text


def found_in_reading(_subject: object, _part: str) -> Iterable[Finding]:
    """Find nothing: what reads the file has told already what is wrong."""
    return ()


def nothing(_subject: object, _part: str) -> dict[str, object]:
    """Fill in nothing."""
    return {}


@dataclass(frozen=True, eq=False)
class Check(Generic[Subject]):
    """One thing that is asked of a programme: it lists itself, tests, and tells its faults.

    Its functions take what it is asked of: a table, or all the tables of a programme; and a part
    of it: a column, several joined by ``+``, or nothing for the whole.

    Attributes
    ----------
    name : str
        What it is called, such as ``required``.
    asks : str
        What it asks, as the list of checks says it.
    where : callable
        Names the parts that it is asked of; none where it is not.
    looks_at : callable
        Counts what it looks at in a part; None where it cannot be asked, since what it rests on
        has a fault itself.
    finds : callable
        Tests a part.
    parts : callable
        Gives what fills in what it asks: a ``table``, a ``column``, a list or bounds.
    """

    name: str
    asks: str
    where: Callable[[Subject], Iterable[str]]
    looks_at: Callable[[Subject, str], int | None]
    finds: Callable[[Subject, str], Iterable[Finding]] = found_in_reading
    parts: Callable[[Subject, str], dict[str, object]] = nothing

    def fault(
        self,
        file: str,
        row: Hashable,
        column: str,
        problem: str | Text,
        found: str | Text,
        expected: str | Text,
        cell: str = "",
    ) -> Fault:
        """Tell a fault that breaks it."""
        return Fault(file, row, column, problem, found, expected, cell, check=self)

    def faults(self, subject: Subject, column: str, file: str) -> Iterator[Fault]:
        """Test a column, or the whole, and tell the faults; of very many the first."""
        if self.finds is found_in_reading or self.looks_at(subject, column) == 0:
            return
        findings = iter(self.finds(subject, column))
        for row, problem, found, expected in islice(findings, MOST_ALIKE):
            yield self.fault(file, row, column or "-", problem, found, expected)
        yield from (self.too_many(file, row, column or "-") for row, *_ in islice(findings, 1))

    def too_many(self, file: str, row: Hashable, column: str) -> Fault:
        """Tell that there are more faults of this kind than `MOST_ALIKE`, the next in this row."""
        problem = N_("more faults of one kind than anybody mends at once, the rest is not told")
        return self.fault(file, row, column, problem, "", N_("mend those above it first"))
