"""A sheet on its way into a programme: what is proposed, what was answered, what is written."""

from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.language import Language, identifier
from giaoban.programme import (
    WORKBOOKS,
    answers_file,
    find_programme,
    programmes,
    refuse_other_workbooks,
    workbook_of,
)
from giaoban.sheet.answered import answered, check_answer
from giaoban.sheet.answers import SKIP, Answers, Question, read_answers, words
from giaoban.sheet.better import BETTER
from giaoban.sheet.forms import HEADS, groups_to_ask, heads_of, row_and_heads
from giaoban.sheet.indicators import FRACTION
from giaoban.sheet.known import BEGUN, known_of, plainly
from giaoban.sheet.programmerows import years_told
from giaoban.sheet.proposal import Proposal, propose, read_blocks
from giaoban.sheet.save import save
from giaoban.tables import KEPT_IN

HELD = N_(
    "--{option} {name}: the programme says {held} (found {found}), and a sheet changes no "
    "indicator that is there; change it in the table indicators of {file}, column {column}"
)
DESCRIBED = N_(
    "--{option}: the programme says {held} (found {found}), and a sheet changes nothing of it; "
    "change it in {file}, {column}"
)


class Intake:
    """A sheet, and the programme that it goes into.

    Parameters
    ----------
    file : Path
        The sheet.
    programme : str
        The programme, or what one is to be called; after the file where it is empty.
    raw : Path
        Where the programmes are.
    given : Answers
        What a person has said beforehand; it goes before what was kept from an earlier sheet.

    Attributes
    ----------
    answers : Answers
        What has been said so far; `proposal` goes by it.

    Raises
    ------
    GiaobanError
        Where the sheet or the programme cannot be read, or what was given is of other heads.
    """

    def __init__(self, file: Path, programme: str, raw: Path, given: Answers) -> None:
        self.blocks = read_blocks(file)
        self.target, there = _target(programme or identifier(file.stem), raw)
        refuse_other_workbooks(self.target)
        self.known = known_of(self.target if there else None)
        begun, kept = Answers(self.known.begun), read_answers(answers_file(self.target))
        self.answers = given.over(begun).over(kept)
        self._written, self._given = self.answers, given
        self._check_programme(given)
        self._check_heads(given)
        for name, said in given.many.get("better", {}).items():
            check_answer(Question("better", name, Text(""), choices=(*BETTER,)), said)
        for name, said in given.many.get("planned-on", {}).items():
            check_answer(Question("planned-on", name, Text("")), said)

    def _check_programme(self, given: Answers) -> None:
        """Refuse what is said of a programme that has figures, and describes itself otherwise."""
        about = self.known.programme if self.known.has_figures else {}
        titles = [f"title_{code}" for code in self.known.titles]
        own = (row for row in self.known.of("units") if row["unit"] == self.known.unit)
        unit = [text for row in own for name in KEPT_IN if (text := row.get(f"title_{name}"))]
        held = {"title": titles} | {key: [name] for key, name in BEGUN.items()}
        for key, columns in held.items() if about else ():
            said, there = given.get(key), [str(about.get(name, "")) for name in columns]
            there = [*unit, *there] if key == "unit" else there
            told = years_told(said) if key == "years" else said
            if said and plainly(told) not in map(plainly, there):
                folder = self.target.suffix.lower() not in WORKBOOKS
                raise GiaobanError(
                    DESCRIBED,
                    option=key,
                    held=there[0],
                    found=said,
                    file=self.target / "datapackage.json" if folder else self.target,
                    column=columns[0],
                )

    def _check_heads(self, given: Answers) -> None:
        """Refuse what is said of heads that no table has, or is nothing that heads name."""
        untold = Answers(self.answers.one, self.answers.many | {"heads": {}})
        told = [answered(block, untold, self.known) for block in self.blocks]
        heads = [*dict.fromkeys(filter(None, map(heads_of, told)))]
        by_row = {*map(row_and_heads, told), *(name for b in told for name in groups_to_ask(b))}
        for name, said in given.many.get("heads", {}).items():
            if name not in heads and name not in by_row:
                template = N_("--heads: expected the heads of a table, {known} (found {found})")
                known = " | ".join(heads) or "-"
                raise GiaobanError(template, known=known, found=name)
            if said not in (*HEADS, SKIP):
                template = N_("--heads {name}: expected {known} (found {found})")
                raise GiaobanError(template, name=name, known=words("heads"), found=said)

    def proposal(self, *, full: bool = True) -> Proposal:
        """Propose rows by what has been said so far; none where it is not to be ``full``.

        Raises
        ------
        GiaobanError
            Where the sheet contradicts itself, a revision is not later than what it revises, or
            an answer cannot be read, or would change an indicator that is there.
        """
        for key, said in self.answers.one.items():
            if said:
                check_answer(Question(key, "", Text("")), said)
        # Ids and days are written into the answers as rows are made of them.
        self._written = self.answers.over(Answers())
        proposal = propose(self.blocks, self._written, self.known, full=full)
        self._check_indicators(proposal)
        return proposal

    def _check_indicators(self, proposal: Proposal) -> None:
        """Refuse what is said of an indicator that the programme has, and has otherwise."""
        there = {row["indicator"]: row for row in self.known.of("indicators")}
        for title, one in proposal.indicators.items():
            row = there.get(one.id, {})
            held = {"better": [row.get("better", "")], "measure": [one.measure, one.unit, FRACTION]}
            for key, has in held.items() if row else ():
                said = self._given.get(key, one.id) or self._given.get(key, title)
                if said and said not in has:
                    raise GiaobanError(
                        HELD,
                        option=key,
                        name=title,
                        found=said,
                        held=has[0],
                        file=self.target,
                        column={"measure": "unit_measure"}.get(key, key),
                    )

    def write(self, proposal: Proposal, lang: Language) -> list[Path]:
        """Write what was proposed last, and the answers for next year's sheet.

        Raises
        ------
        GiaobanError
            With one line per fault, where the programme would have one; nothing is written then.
        """
        return save(self.target, proposal, self._written, self.known, lang)


def _target(name: str, raw: Path) -> tuple[Path, bool]:
    """Find the programme, or say where it is to begin."""
    path = Path(name)
    if name in programmes(raw) or path.exists():
        there = find_programme(name, raw)
        return workbook_of(there) or there, True
    named = path if len(path.parts) > 1 else raw / name
    # A workbook may be called by its whole name; what is no programme is refused, not written over.
    return named, named.is_file()
