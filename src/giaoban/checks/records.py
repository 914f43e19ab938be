"""Hold what a record says against the section that it stands in."""

from collections.abc import Iterator

from giaoban.catalogues import N_
from giaoban.tables import Check, Finding, TypedTable, filled_in


def _kind_of_cause(table: TypedTable) -> list[str]:
    named = table.name == "records" and "cause" in table.fields
    return ["cause"] if named and "section" in table.fields else []


def _of_no_cause(table: TypedTable, column: str) -> Iterator[Finding]:
    kinds, section = table.frame[column], table.frame["section"]
    expected = N_("expected nothing, or the section cause")
    for row, kind in kinds[kinds.notna() & section.notna() & section.ne("cause")].items():
        yield row, N_("a kind of cause of what is none"), str(kind), expected


CAUSE = Check("cause", N_("is said of causes only"), _kind_of_cause, filled_in, _of_no_cause)
