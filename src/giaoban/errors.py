"""The one public exception, and how a fault in the input is told, in the user's language."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from babel.numbers import get_decimal_symbol

from giaoban.catalogues import N_, translation, user_language

SHOWN = 120


class Text:
    """A text that is put into the user's language when it is shown.

    Parameters
    ----------
    template : str
        The English text, marked with `N_` where it has words.
    **parts
        What fills it in.
    """

    def __init__(self, template: str, /, **parts: object) -> None:
        self.template, self.parts = template, parts

    def __str__(self) -> str:
        return self.told(user_language())

    def told(self, code: str) -> str:
        """Put it, with all texts that fill it in, into a language."""
        parts = {n: p.told(code) if isinstance(p, Text) else p for n, p in self.parts.items()}
        return translation(code)(self.template).format(**parts)


class Number(Text):
    """A number that is shown with the decimal sign of a language."""

    def __init__(self, value: float) -> None:
        super().__init__(f"{value:.12g}")

    def told(self, code: str) -> str:
        """Write it as a language writes numbers."""
        return self.template.replace(".", get_decimal_symbol(code))


class Listed(Text):
    """Texts or faults, with commas or something else between them."""

    def __init__(self, texts: "Sequence[str | Text | Fault]", between: str = ", ") -> None:
        super().__init__("")
        self.texts, self.between = texts, between

    def told(self, code: str) -> str:
        """Put each into a language."""
        return self.between.join(t if isinstance(t, str) else t.told(code) for t in self.texts)


class GiaobanError(Exception):
    """Something that the user can mend.

    Parameters
    ----------
    template : str
        Where it is, what was found, what is expected, what to do: as for `Text`.
    exit_code : int
        2 where the input or the call is wrong, 1 where something failed while working, 0 where
        there is nothing to do.
    **parts
        What fills in the template.
    """

    def __init__(self, template: str, /, exit_code: int = 2, **parts: object) -> None:
        super().__init__(template)
        self.exit_code, self.parts = exit_code, parts

    def __str__(self) -> str:
        return self.told(user_language())

    def told(self, code: str) -> str:
        """Put it into a language."""
        return Text(self.args[0], **self.parts).told(code)


@dataclass(frozen=True)
class Fault:
    """One fault in a data package, told as ``PLACE: problem (found …), expected …``.

    The place is ``FILE:ROW:COLUMN``, or in a workbook ``FILE[SHEET]:CELL``; where a sheet is not
    there it is ``FILE[SHEET]``, with neither row nor column. Rows count as a
    spreadsheet counts them, the header being row 1 where nothing stands above it. In
    ``datapackage.json`` the row is the name of the part that is wrong. A problem, or what is
    expected, that has no parts is given by its template.
    """

    file: str
    row: Hashable
    column: str
    problem: str | Text
    found: str | Text
    expected: str | Text
    cell: str = ""

    @property
    def place(self) -> str:
        """Where it is."""
        parts = [self.cell] if self.cell else [str(self.row), self.column]
        return ":".join(one_line(part) for part in (self.file, *parts) if part)

    def __str__(self) -> str:
        return self.told(user_language())

    def told(self, code: str) -> str:
        """Put it into a language; its place stays."""
        form = N_("{place}: {problem} (found {found}), {expected}")
        found = self.found if isinstance(self.found, str) else self.found.told(code)
        told = Text(
            form if self.found else "{place}: {problem}, {expected}",
            place=self.place,
            problem=_text(self.problem),
            found=one_line(found),
            expected=_text(self.expected),
        )
        return told.told(code)


def _text(text: str | Text) -> Text:
    return Text(text) if isinstance(text, str) else text


def one_line(text: str) -> str:
    """Show a foreign text within a line: no line break, no endless text."""
    flat = "".join(sign if sign.isprintable() else " " for sign in text)
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


def nearest(name: str, known: list[str]) -> Text:
    """Say which known name a misspelt one comes nearest to, or list them all."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    if close:
        return Text(N_("did you mean {name}?"), name=close[0])
    return one_of(known)


def one_of(known: Sequence[str | Text]) -> Text:
    """Say that one of the known names is expected."""
    return Text(N_("expected one of {known}"), known=Listed(known))
