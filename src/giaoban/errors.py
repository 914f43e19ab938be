"""The one public exception, and texts that are told in the user's language."""

from collections.abc import Sequence
from typing import Protocol

from babel.numbers import get_decimal_symbol

from giaoban.catalogues import N_, translation, user_language

LETTERS_SHOWN = 120


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


class Told(Protocol):
    """What can be told in a language: a text, or a fault."""

    def told(self, code: str) -> str:
        """Put it into a language."""


class Listed(Text):
    """Texts or faults, with commas or something else between them."""

    def __init__(self, texts: Sequence[str | Told], between: str = ", ") -> None:
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

    def _render_traceback_(self) -> list[str]:
        """Show a notebook's reader the sentence alone: in the way there nothing can be mended."""
        return str(self).splitlines()


def one_line(text: str) -> str:
    """Show a foreign text within a line: no line break, no endless text."""
    flat = "".join(sign if sign.isprintable() else " " for sign in text)
    return flat if len(flat) <= LETTERS_SHOWN else f"{flat[:LETTERS_SHOWN]}…"


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
