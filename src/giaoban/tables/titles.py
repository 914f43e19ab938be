"""What tables, columns and codes are called, and what columns hold, in each language."""

import json
import unicodedata
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from giaoban.catalogues import languages, translation
from giaoban.errors import Text
from giaoban.language import without_accents
from giaoban.tables.schema import TABLES, Schema, columns, table_schema

PROGRAMME = "programme"
# As people write them.
SIGNS = {"≥": ">=", "≤": "<="}
# With their accents: “Nợ” is a debt.
ORDINALS = ("stt", "tt", "sốtt", "sốthứtự", "sothutu", "no", "№")


def table_title(name: str, code: str) -> str:
    """Call a table, or the ``programme``'s own description, by its title in a language."""
    return translation(code)(table_schema(name)["title"])


def column_title(table: str, column: str, code: str) -> str:
    """Call a column by its title in a language."""
    return translation(code)(_field(table, column)["title"])


def column_description(table: str, column: str, code: str) -> str:
    """Explain in a language what a column holds."""
    return translation(code)(_field(table, column)["description"])


def code_titles(field: Schema, code: str) -> dict[str, str]:
    """Call the codes that a column may hold by their titles in a language."""
    return {name: translation(code)(title) for name, title in field.get("codes", {}).items()}


def find_code(field: Schema, text: str) -> str:
    """Find the code of a column that a text is for, as `find_table` does.

    A text that is for none, or in several languages for two, stays as it is.
    """
    codes, sign = field.get("codes", {}), SIGNS.get(text, text)
    return sign if sign in codes else _codes(tuple(codes.items())).get(_spelling(text), text)


def find_table(text: str) -> str | None:
    """Find the table that a sheet is for, by its id or its title in any language.

    Case, accents, spaces and punctuation do not matter.
    """
    return _tables().get(_spelling(text))


def find_column(table: str, text: str) -> str | None:
    """Find the column that a header is for, as `find_table` does."""
    return _columns(table).get(_spelling(text))


def is_explanation(table: str, column: str, text: str) -> bool:
    """Whether a text is what `column_description` says of a column in some language."""
    return _spelling(text) in _explanations(table, column)


def are_sentences(cells: list[str]) -> bool:
    """Whether all that a row holds are sentences, as explanations are; ids and numbers are none."""
    return len(cells) > 1 and all(cell.endswith(".") and cell[0].isalpha() for cell in cells)


def is_ordinal(text: str) -> bool:
    """Whether a header is that of a column which only numbers the rows, such as ``STT``."""
    bare = unicodedata.normalize("NFC", "".join(text.casefold().split())).rstrip(".:")
    return bare in ORDINALS


def nearly_table(text: str) -> str | None:
    """Find the table whose id or title a text comes near to, such as ``Số liệu (2)``."""
    return _nearest(text, _tables(), 0.8)


def nearly_column(table: str, text: str) -> str | None:
    """Find the column whose id or title a header comes near to."""
    return _nearest(text, _columns(table), 0.6)


def _nearest(text: str, known: dict[str, str], cutoff: float) -> str | None:
    close = get_close_matches(_spelling(text), known, n=1, cutoff=cutoff)
    return known[close[0]] if close else None


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
    former = {_spelling(t): n for n in names for t in _former()["columns"].get(n, [])}
    titles = {_spelling(column_title(table, n, code)): n for code in languages() for n in names}
    return former | titles | {_spelling(name): name for name in names}


@cache
def _explanations(table: str, column: str) -> set[str]:
    return {_spelling(column_description(table, column, code)) for code in languages()}


@cache
def _codes(titles: tuple[tuple[str, str], ...]) -> dict[str, str]:
    told = [(_spelling(translation(code)(t)), name) for code in languages() for name, t in titles]
    told += [(_spelling(name), name) for name, _ in titles]
    told += [(_spelling(t), name) for name, _ in titles for t in _former()["codes"].get(name, [])]
    meant = {text: {name for said, name in told if said == text} for text, _ in told if text}
    return {text: names.pop() for text, names in meant.items() if len(names) == 1}


@cache
def _former() -> dict[str, dict[str, list[str]]]:
    """Give what columns and codes were called in workbooks that are in use still."""
    text = files("giaoban").joinpath("tables", "former.json").read_text("utf-8")
    former: dict[str, dict[str, list[str]]] = json.loads(text)
    return former


def _spelling(text: str) -> str:
    """Take away what people write in different ways."""
    return "".join(sign for sign in without_accents(text) if sign.isalnum())


class TableName(Text):
    """A table, called by its title in the language of the message, and by its id."""

    def __init__(self, table: str) -> None:
        super().__init__("")
        self.table = table

    def told(self, code: str) -> str:
        """Name it in a language."""
        return named(table_title(self.table, code), self.table)


class ColumnTitle(Text):
    """A column, called by its title in the language of the message."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__("")
        self.table, self.column = table, column

    def told(self, code: str) -> str:
        """Name it in a language."""
        return column_title(self.table, self.column, code)


class ColumnName(ColumnTitle):
    """A column, called by its title in the language of the message, and by its id."""

    def told(self, code: str) -> str:
        """Name it in a language."""
        return named(super().told(code), self.column)


class CodeName(Text):
    """A code of a column, called by its title in the language of the message, and by itself."""

    def __init__(self, field: Schema, value: str) -> None:
        super().__init__("")
        self.field, self.value = field, value

    def told(self, code: str) -> str:
        """Name it in a language."""
        return named(code_titles(self.field, code)[self.value], self.value)


def named(title: str, name: str) -> str:
    """Call something by its title, and by its id where that is another."""
    return name if title == name else f"“{title}” ({name})"
