"""What messages call tables, columns and codes: by their titles, and by their ids."""

from giaoban.catalogues import user_language
from giaoban.errors import Text
from giaoban.headings import code_titles, column_title, table_title
from giaoban.schema import Schema


class TableName(Text):
    """A table, called by its title in the user's language, and by its id."""

    def __init__(self, table: str) -> None:
        super().__init__("")
        self.table = table

    def __str__(self) -> str:
        return named(table_title(self.table, user_language()), self.table)


class ColumnTitle(Text):
    """A column, called by its title in the user's language."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__("")
        self.table, self.column = table, column

    def __str__(self) -> str:
        return column_title(self.table, self.column, user_language())


class ColumnName(ColumnTitle):
    """A column, called by its title in the user's language, and by its id."""

    def __str__(self) -> str:
        return named(super().__str__(), self.column)


class CodeName(Text):
    """A code of a column, called by its title in the user's language, and by itself."""

    def __init__(self, field: Schema, code: str) -> None:
        super().__init__("")
        self.field, self.code = field, code

    def __str__(self) -> str:
        return named(code_titles(self.field, user_language())[self.code], self.code)


def named(title: str, name: str) -> str:
    """Call something by its title, and by its id where that is another."""
    return name if title == name else f"“{title}” ({name})"
