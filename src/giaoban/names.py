"""What messages call tables, columns and codes: by their titles, and by their ids."""

from giaoban.errors import Text
from giaoban.headings import code_titles, column_title, table_title
from giaoban.schema import Schema


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
