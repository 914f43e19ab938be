"""The command ``menu``: what is done most, to choose from, for who opens no terminal."""

from collections.abc import Sequence
from pathlib import Path

import click

from giaoban.catalogues import N_
from giaoban.commands.beginning import new
from giaoban.commands.data import check
from giaoban.commands.mail import email
from giaoban.commands.reports import explore, report
from giaoban.commands.shared import RAW, guarded, mark_behind, raw_folder
from giaoban.commands.sheets import import_sheet
from giaoban.commands.translated import command
from giaoban.errors import Text

LIST = Path("reports/index.html")
# What each line does, whether it is done to a programme, and what it asks beside.
STEPS: Sequence[tuple[str, click.Command, bool, tuple[str, str]]] = (
    (N_("Take in a sheet that you keep"), import_sheet, False, ("", N_("Which file?"))),
    (N_("Begin a programme"), new, False, ("", "")),
    (N_("Check the data"), check, True, ("", "")),
    (N_("Make the report, and open it"), report, True, ("", "")),
    (N_("Explore the figures"), explore, True, ("", "")),
    (N_("Write an email with the report"), email, True, ("--to", N_("To which address?"))),
)


@command()
@raw_folder
@guarded
def menu(raw: Path) -> None:
    """Choose from a list what to do, until Enter ends it."""
    while True:
        click.echo()
        chosen = _chosen([str(Text(told)) for told, *_ in STEPS], N_("What to do? Enter ends it"))
        if chosen is None:
            return
        _, step, of_one, (option, question) = STEPS[chosen]
        words = [] if raw == RAW else ["--raw", str(raw)]
        if of_one:
            programme = _programme(raw)
            if not programme:
                continue
            words.append(programme)
        if question:
            said = _asked(question)
            words += [option, said] if option else [said]
        _run(step, words)


def _programme(raw: Path) -> str:
    """Choose a programme; nothing is asked where there is one only, or none."""
    from giaoban.programme import programmes

    there = programmes(raw)
    if not there:
        template = N_("{raw}: no programme yet, take in a sheet (1) or begin one (2) first")
        click.echo(Text(template, raw=raw))
        return ""
    if len(there) == 1:
        return there[0]
    chosen = _chosen(there, N_("Which programme?"))
    return "" if chosen is None else there[chosen]


def _chosen(lines: Sequence[str], question: str) -> int | None:
    for number, line in enumerate(lines, 1):
        click.echo(f"  {number}  {line}")
    while True:
        said = _asked(question)
        if not said:
            return None
        if said.isdecimal() and 0 < int(said) <= len(lines):
            return int(said) - 1
        click.echo(Text(N_("expected a number from 1 to {last}"), last=len(lines)))


def _asked(question: str) -> str:
    # A file that was dragged into the window comes in quotation marks.
    text = str(Text(question))
    said = click.prompt(text, "", show_default=False, prompt_suffix=mark_behind(text))
    return str(said).strip().strip("\"'")


def _run(step: click.Command, words: list[str]) -> None:
    """Do one thing as its command does; what goes wrong is told, and the list stands again."""
    try:
        step.main(words, prog_name=f"giaoban {step.name}", standalone_mode=False)
    except click.ClickException as error:
        error.show()
    except (SystemExit, click.Abort):
        return
    else:
        if step is report and LIST.is_file():
            click.launch(str(LIST.resolve()))
