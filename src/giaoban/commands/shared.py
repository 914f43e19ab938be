"""What several commands take, and how they tell of what the user can mend."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from giaoban.catalogues import N_
from giaoban.commands.translated import argument, option
from giaoban.errors import GiaobanError, Text

if TYPE_CHECKING:
    from giaoban.language import Language

RAW = Path("data/raw")
# What a process may take, in bytes: with less than this the libraries below it die without a word.
LEAST_MEMORY = 600_000_000
# By themselves they set aside far more than they fill, for each thread and beforehand.
MODEST = {"OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
PROGRAMME_HELP = N_("Name of a folder or workbook under data/raw, or a path to one.")
SPOKEN = N_("Language of the questions and of a workbook, such as vi or en; yours by default.")
raw_folder = option("--raw", type=Path, default=RAW, help=N_("Folder of the programmes."))
quiet_flag = option("-q", "--quiet", is_flag=True, help=N_("Print results only."))


def folder(place: str | Path) -> Path:
    """Take a folder of this machine; an address would become one of an odd name."""
    if "://" in str(place):
        raise click.BadParameter(
            str(Text(N_("a folder is expected; batch alone takes an address")))
        )
    return Path(place)


out_folder = option(
    "--out", type=folder, default=Path(), metavar="PATH", help=N_("Folder that results go under.")
)


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all that read a programme have."""
    return reading_a_programme(out_folder(command))


def reading_a_programme(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all that read a programme have but for where results go."""

    @argument("programme", help=PROGRAMME_HELP)
    @raw_folder
    @quiet_flag
    @wraps(command)
    def with_all(*args: Any, **kwargs: Any) -> None:
        guarded(command)(*args, **kwargs)

    return with_all


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Tell what the user can mend without a trace; that there is nothing to do, unless quiet."""

    @wraps(command)
    def told(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except GiaobanError as error:
            if error.exit_code or not kwargs.get("quiet"):
                click.echo(error, err=True)
            sys.exit(error.exit_code)

    return told


def keep_within_memory() -> None:
    """Refuse to begin where this process may not take enough memory; set nothing aside in vain.

    Raises
    ------
    GiaobanError
        Where less than `LEAST_MEMORY` is allowed.
    """
    if sys.platform == "win32":
        return
    import resource

    allowed, _ = resource.getrlimit(resource.RLIMIT_AS)
    if allowed == resource.RLIM_INFINITY:
        return
    if allowed < LEAST_MEMORY:
        template = N_(
            "not enough memory: this program may take {found} MB, expected {least} MB at least; "
            "allow it more (ulimit -v)"
        )
        found, least = allowed // 10**6, LEAST_MEMORY // 10**6
        raise GiaobanError(template, exit_code=1, found=found, least=least)
    os.environ.update(MODEST)


def begin(programme: str, raw: Path, lang: str) -> tuple[Path, list[str]]:
    """Find a programme and the language that is asked for, and let kernels start meanwhile."""
    from giaoban.language import language
    from giaoban.programme import find_programme
    from giaoban.render import warm_up

    found = find_programme(programme, raw), [language(lang).code] if lang else []
    warm_up()
    return found


def speak(lang: str) -> "Language":
    """Speak a language until the command ends; the user's own where none is asked for.

    Raises
    ------
    GiaobanError
        Where there is no catalogue for it.
    """
    from giaoban.catalogues import user_language
    from giaoban.language import language

    spoken = language(lang or user_language())
    click.get_current_context().with_resource(_speaking(spoken.code))
    return spoken


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = code
    try:
        yield
    finally:
        os.environ.pop("LANGUAGE")
        os.environ |= {} if before is None else {"LANGUAGE": before}


def tell(notes: Iterable[Text], quiet: bool) -> None:
    """Tell what is good to know of the data."""
    for note in [] if quiet else notes:
        click.echo(note, err=True)


def agreed(question: str) -> bool:
    """Ask for a yes, in the user's language, accents or not, or in English; Enter is a no."""
    from giaoban.language import without_accents

    yes, no = str(Text(N_("yes"))), str(Text(N_("no")))
    words = {yes: True, "yes": True, no: False, "no": False, "": False}
    said = {without_accents(word): given for word, given in words.items()}
    said |= {word[:1]: given for word, given in said.items()}

    def reading(text: str) -> bool:
        if (word := without_accents(text.strip())) not in said:
            expected = Text(N_("expected {yes} or {no}"), yes=yes, no=no)
            raise click.BadParameter(str(expected))
        return said[word]

    asked = f"{Text(question)} [{yes}/{no}]"
    return bool(click.prompt(asked, "", value_proc=reading, show_default=False, err=True))


def ask(question: str, reading: Callable[[str], str] = str.strip) -> str:
    """Ask for what is needed, again where it cannot be read."""
    text = str(Text(question))
    return str(
        click.prompt(
            text,
            "",
            value_proc=lambda said: reading(required(said)),
            show_default=False,
            prompt_suffix=mark_behind(text),
            err=True,
        )
    )


def required(said: str) -> str:
    """Refuse only Enter; without a default click would ask again, and not say why."""
    if not said.strip():
        raise click.UsageError(str(Text(N_("an answer is needed, to stop press Ctrl+C"))))
    return said


def mark_behind(question: str) -> str:
    """Give what stands behind a question: a colon, unless it ends in a mark of its own."""
    return " " if question.endswith("?") else ": "
