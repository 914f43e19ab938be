"""What tables and columns are called, and what they hold, in each language."""

import re
import unicodedata
from functools import cache
from typing import Any

from giaoban.catalogues import languages, translation
from giaoban.schema import TABLES, columns, table_schema

PROGRAMME = "programme"


def table_title(name: str, code: str) -> str:
    """Call a table, or the ``programme``'s own description, by its title in a language."""
    return translation(code)(table_schema(name)["title"])


def column_title(table: str, column: str, code: str) -> str:
    """Call a column by its title in a language."""
    return translation(code)(_field(table, column)["title"])


def column_description(table: str, column: str, code: str) -> str:
    """Explain in a language what a column holds."""
    return translation(code)(_field(table, column)["description"])


def find_table(text: str) -> str | None:
    """Find the table that a sheet is for, by its id or its title in any language.

    Case, accents, spaces and punctuation do not matter.
    """
    return _tables().get(_spelling(text))


def find_column(table: str, text: str) -> str | None:
    """Find the column that a header is for, as `find_table` does."""
    return _columns(table).get(_spelling(text))


def _field(table: str, column: str) -> dict[str, Any]:
    return next(f for f in table_schema(table)["fields"] if f["name"] == column)


@cache
def _tables() -> dict[str, str]:
    names = (PROGRAMME, *TABLES)
    titles = {_spelling(table_title(n, code)): n for code in languages() for n in names}
    return titles | {_spelling(name): name for name in names}


@cache
def _columns(table: str) -> dict[str, str]:
    names = columns(table)
    titles = {_spelling(column_title(table, n, code)): n for code in languages() for n in names}
    return titles | {_spelling(name): name for name in names}


def _spelling(text: str) -> str:
    """Take away what people write in different ways."""
    bare = unicodedata.normalize("NFKD", text.casefold()).replace("đ", "d")
    return re.sub(r"[^a-z0-9]", "", bare)
