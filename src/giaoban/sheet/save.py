"""Write what a sheet adds to a programme, once the whole of it passes every check."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.language import Language
from giaoban.programme import answers_file, examine, safe_name, write_contents
from giaoban.sheet.answers import Answers
from giaoban.sheet.known import Known, Row
from giaoban.sheet.proposal import Proposal
from giaoban.sheet.units import own_unit
from giaoban.tables import FILLED, TABLES, Contents, causes, columns, compulsory_columns, listed


def save(
    target: Path, proposal: Proposal, answers: Answers, known: Known, lang: Language
) -> list[Path]:
    """Write a programme with what a sheet adds to it, and the answers for next year's sheet.

    Parameters
    ----------
    target : Path
        The programme's folder or workbook; a folder that is not there yet is made.
    proposal : Proposal
        What is to be added.
    answers : Answers
        What a person has said.
    known : Known
        What the programme holds.
    lang : Language
        The language of a workbook.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    GiaobanError
        With one line per fault, where the programme would have one; nothing is written then.
    """
    if not target.exists():
        safe_name(target)
    contents = _together(proposal, answers, known)
    with TemporaryDirectory() as folder:
        tried = Path(folder, target.resolve().name)
        write_contents(tried, contents, lang)
        examined = examine(tried)
    faults = examined.faults
    if proposal.is_planned_only:
        # An office has its targets in January, and figures later.
        figures = examined.given.tables["figures"].file
        faults = [fault for fault in faults if (fault.check, fault.file) != (FILLED, figures)]
    if faults:
        template = N_("nothing was written, as the programme would then have faults:\n{faults}")
        raise GiaobanError(template, faults=listed(causes(faults)))
    written = write_contents(target, contents, lang)
    return [*written, write_atomically(answers_file(target), answers.kept())]


def _together(proposal: Proposal, answers: Answers, known: Known) -> Contents:
    added, given = proposal.rows.tables, known.contents or Contents({}, {})
    programme, names = given.programme, [n for n in TABLES if n in given.tables or n in added]
    if not known.has_figures:
        # All tables: what is typed into next has its columns, and is listed.
        programme, names = _programme(answers, known, proposal.rows.lang), [*TABLES]
    tables = {name: _frame(name, given.tables.get(name), added.get(name, [])) for name in names}
    return replace(given, programme=programme, tables=tables)


def _programme(answers: Answers, known: Known, lang: str) -> dict[str, object]:
    told: dict[str, object] = {
        "code": answers.get("code"),
        f"title_{lang}": answers.get("title"),
        "period": answers.get("years"),
        "unit": own_unit(answers, known).id,
        "synthetic": False,
    }
    return known.programme | {key: value for key, value in told.items() if value != ""}


def _frame(name: str, given: pd.DataFrame | None, rows: list[Row]) -> pd.DataFrame:
    """Put rows below those of a table; a column is added where one of them fills it in.

    Those that an analyst added stay.
    """
    filled = {column for row in rows for column in row}
    there = set(compulsory_columns(name) if given is None else given.columns)
    if given is None and not rows:
        there = set(columns(name))
    added = [] if given is None else [c for c in given.columns if c not in columns(name)]
    kept = [column for column in columns(name) if column in there | filled] + added
    cells = [{column: row.get(column, "") for column in kept} for row in rows]
    below = pd.DataFrame(cells, columns=kept, dtype="str")
    if given is None:
        return below
    above = given.astype(object).where(given.notna(), "")
    return pd.concat([above.reindex(columns=kept, fill_value=""), below], ignore_index=True)
