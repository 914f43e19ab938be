"""Commands whose help, and what click says of mistakes, are in the user's language."""

import errno
import gettext
import inspect
import io
import os
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from giaoban.catalogues import N_, SOURCE_LANGUAGE, catalogue, compiled, user_language
from giaoban.errors import Text

CLICK_SAYS: tuple[str | tuple[str, str], ...] = (
    "Aborted!",
    "Commands",
    "Error: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Missing command.",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Option {name!r} does not take a value.",
    "Options",
    "Positional arguments",
    "Show the version and exit.",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Usage:",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)

# What click writes into its help without asking gettext.
PLACEHOLDERS = (
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("TEXT"),
    N_("PATH"),
    N_("INTEGER RANGE"),
)


class Spoken:
    """Keeps its help as it was written, and gives it in the user's language."""

    written: str | None = None

    @property
    def help(self) -> str | None:
        """What it is for."""
        return str(Text(self.written)) if self.written else None

    @help.setter
    def help(self, text: str | None) -> None:
        self.written = inspect.cleandoc(text) if text else None


class SpokenOption(Spoken, click.Option):
    """An option."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Say what kind of value it takes."""
        return str(Text(super().make_metavar(ctx)))


class SpokenArgument(Spoken, click.Argument):
    """An argument."""


class SpokenUsage(click.Command):
    """Says in the user's language how it is called; arguments keep their names."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give the pieces of the line of usage."""
        return [str(Text(piece)) for piece in super().collect_usage_pieces(ctx)]


class SpokenCommand(Spoken, SpokenUsage):
    """A command; the docstring of its function is its help."""

    def get_short_help_str(self, limit: int = 0) -> str:
        """Give the help whole: a list of commands breaks its lines, and cuts off none."""
        return self.help or ""


class SpokenGroup(Spoken, SpokenUsage, click.Group):
    """A program of such commands."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; meanwhile gettext, which click asks, has our catalogue."""
        code = user_language()
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Not every console has a sign for each letter: one of cp1258 has none for ỗ.
            sys.stdout.reconfigure(errors="replace")
        # gettext by itself does not ask Windows.
        os.environ.setdefault("LANGUAGE", code)
        domain = gettext.textdomain()
        with TemporaryDirectory() as folder:
            gettext.bindtextdomain(domain, folder)
            if code != SOURCE_LANGUAGE:
                messages = Path(folder, code, "LC_MESSAGES", f"{domain}.mo")
                messages.parent.mkdir(parents=True)
                messages.write_bytes(compiled(catalogue(code)))
            try:
                return super().main(*args, **kwargs)
            except (OSError, MemoryError) as error:
                told = _told_of_wants(error)
                if not told:
                    raise
                click.echo(told, err=True)
                sys.exit(1)


def _told_of_wants(error: OSError | MemoryError) -> Text | None:
    """Say what the machine has not enough of; nothing where that is not what went wrong."""
    number = error.errno if isinstance(error, OSError) else errno.ENOMEM
    if number == errno.ENOMEM:
        return Text(N_("not enough memory: close other programs, or allow this one more of it"))
    if number == errno.ENOSPC and isinstance(error, OSError):
        return Text(N_("no space is left to write to ({reason})"), reason=error.strerror)
    return None


command = partial(click.command, cls=SpokenCommand)
option = partial(click.option, cls=SpokenOption)
argument = partial(click.argument, cls=SpokenArgument)
