"""The command ``import``: the sheet that an office keeps becomes rows of a programme."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoban.catalogues import N_
from giaoban.commands.shared import (
    SPOKEN,
    agreed,
    guarded,
    mark_behind,
    quiet_flag,
    raw_folder,
    required,
    speak,
)
from giaoban.commands.translated import argument, command, option
from giaoban.errors import GiaobanError, Listed, Text

if TYPE_CHECKING:
    from giaoban.sheet import Answers, Question

_NAMED = N_("NAME=ANSWER")
# The tables that a sheet may add to.
ADDED = ("figures", "targets", "events", "claims")


@command(name="import")
@argument(
    "file", type=Path, help=N_("Sheet with the years across (.xlsx, .ods, .xls, .csv, .docx).")
)
@argument(
    "programme", default="", help=N_("Programme that it goes into; begun where there is none.")
)
@option("--reported-on", default="", help=N_("Day on which the figures were reported."))
@option("--source", default="", help=N_("Title of the report they are from, or its id."))
@option("--set-by", default="", help=N_("Who set the targets."))
@option("--unit", default="", help=N_("Name of a new programme's own unit."))
@option("--title", default="", help=N_("Name of a new programme."))
@option("--code", default="", help=N_("Official number of a new programme."))
@option("--years", default="", help=N_("Its years, such as 2021/2025."))
@option("--period", default="", help=N_("Year of the sheet, where it does not say it."))
@option(
    "--year-begins", default="", help=N_("Month in which a year such as 2013-14 begins, 2 to 12.")
)
@option(
    "--titles",
    type=click.Choice(["vi", "en"]),
    help=N_("Language of its titles, where they do not show it."),
)
@option(
    "--numbers",
    type=click.Choice(["vi", "en"]),
    help=N_("How it writes numbers: 1.234,5 (vi) or 1,234.5 (en)."),
)
@option(
    "--heads",
    multiple=True,
    metavar=_NAMED,
    help=N_(
        "What heads name: units, parts of each row, indicators of rows that are units, or skip."
    ),
)
@option(
    "--column",
    multiple=True,
    metavar=_NAMED,
    help=N_("What a column is: figure 2024, target 2025 or skip."),
)
@option("--row", multiple=True, metavar=_NAMED, help=N_("Indicator of a row: its id, new or skip."))
@option(
    "--unit-name",
    multiple=True,
    metavar=_NAMED,
    help=N_("Unit of a row or column: its id, new or skip."),
)
@option(
    "--measure",
    multiple=True,
    metavar=_NAMED,
    help=N_("What an indicator is in: percent, count or a unit."),
)
@option(
    "--better", multiple=True, metavar=_NAMED, help=N_("Which way is better: up, down or none.")
)
@option(
    "--definition",
    multiple=True,
    metavar=_NAMED,
    help=N_("What was counted, by the id of its definition."),
)
@option(
    "--kind",
    multiple=True,
    metavar=_NAMED,
    help=N_("What a target by a year asks for: total until then, or by, that year alone."),
)
@option(
    "--ratings",
    multiple=True,
    metavar=_NAMED,
    help=N_("What ratings in words become: each, shares, both or skip."),
)
@option(
    "--claims",
    multiple=True,
    metavar=_NAMED,
    help=N_("What a column of changes says that is to be kept and checked: change or ratio."),
)
@option(
    "--planned-on",
    multiple=True,
    metavar=_NAMED,
    help=N_("Day on which a plan was reported before it was adjusted, or skip."),
)
@option("--yes", is_flag=True, help=N_("Ask nothing, and write."))
@option("--lang", default="", help=SPOKEN)
@raw_folder
@quiet_flag
@guarded
def import_sheet(
    file: Path,
    programme: str,
    yes: bool,
    lang: str,
    raw: Path,
    quiet: bool,
    **given: str | tuple[str, ...] | None,
) -> None:
    """Take an office's own sheet into a programme: shown first, written after a yes."""
    from giaoban.sheet import Intake, changes, preview

    spoken = speak(lang)
    intake = Intake(file, programme, raw, _answers(given))
    try:
        proposal = intake.proposal()
    except GiaobanError:
        # Why it is refused is seen by how it is read.
        _tell(map(str, preview(intake.proposal(full=False))), quiet)
        raise
    shown = [*map(str, preview(proposal))]
    _tell(shown, quiet)
    while proposal.questions:
        _answer(proposal.questions, intake.answers, yes)
        proposal = intake.proposal()
    # What is agreed to has been seen as it will be written.
    if (answered := [*map(str, preview(proposal))]) != shown:
        _tell([str(Text(N_("As answered, this is how the sheet is read:"))), *answered], quiet)
    _tell(map(str, changes(proposal)), quiet)
    if not any(proposal.rows.tables.get(name) for name in ADDED):
        raise GiaobanError(N_("all of it is there already, nothing was written"), exit_code=0)
    if not yes and not agreed(N_("Write it?")):
        sys.exit(1)
    for path in intake.write(proposal, spoken):
        click.echo(path)


def _readable(question: "Question", said: str) -> str:
    """Give an answer; one that is lacking or cannot be read is asked for again."""
    from giaoban.sheet import check_answer, coded

    said = coded(question.key, required(said), question.choices)
    try:
        check_answer(question, said)
    except GiaobanError as error:
        raise click.UsageError(str(error)) from None
    return said


def _tell(lines: Iterable[str], quiet: bool) -> None:
    for line in [] if quiet else lines:
        click.echo(line, err=True)


def _answers(given: dict[str, str | tuple[str, ...] | None]) -> "Answers":
    """Read the answers that were given on the command line."""
    from giaoban.sheet import MANY, Answers, named_answers

    told = {key.replace("_", "-"): value for key, value in given.items()}
    many = {key: named_answers([*(told[key] or ())], key) for key in MANY}
    one = {key: str(value) for key, value in told.items() if value and key not in MANY}
    return Answers(one, many)


def _asked(question: "Question") -> Text:
    """Put a question with what the sheet itself proposes, in brackets behind it."""
    asked, proposed = question.text, question.proposed
    return Text("{asked} [{proposed}]", asked=asked, proposed=proposed) if proposed else asked


def _answer(questions: "list[Question]", answers: "Answers", yes: bool) -> None:
    """Ask what the sheet does not say; where nothing may be asked, name every option at once."""
    from giaoban.sheet import word

    if yes:
        told = [Text("  {option}  {text}", option=q.option, text=_asked(q)) for q in questions]
        template = N_("the sheet does not say, give with --yes too:\n{options}")
        raise GiaobanError(template, options=Listed(told, "\n"))
    for question in questions:
        key, choices = question.key, question.choices
        kind = click.Choice([str(word(key, one)) for one in choices]) if choices else None
        said = click.prompt(
            str(question.text),
            str(word(key, question.proposed)),
            type=kind,
            value_proc=partial(_readable, question),
            show_default=bool(question.proposed),
            prompt_suffix=mark_behind(str(question.text)),
            err=True,
        )
        answers.give(question, said.strip())
        if key == "reported-on":
            # What is asked next is proposed by that day.
            return
