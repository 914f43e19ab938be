"""The controls of the preparing notebook for an office's own sheet: what each part is taken for."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text
from giaoban.language import Language, Parameter, language, typed
from giaoban.prepare.preparation import TO_PREPARE
from giaoban.report import Fragment, project_folder, refuse_unknown_parameters
from giaoban.sheet import (
    BETTER,
    KINDS,
    NEW,
    SKIP,
    Answers,
    Intake,
    Proposal,
    Question,
    changes,
    columns_taken,
    findings,
    word,
)
from giaoban.tables import local

# What is picked from, each with what it is called.
Options = list[tuple[str, str]]
LAYOUT = {"width": "auto", "max_width": "60rem", "margin": "2px 0"}
# A label stands beside its control, and over it where there is no room, whole in either place.
LOOK = """<style>
.giaoban-asked { flex-flow: row wrap !important; height: auto !important; min-width: 0; }
.giaoban-asked > label { flex: 1 1 16rem; width: auto !important; height: auto !important;
  line-height: 1.4 !important; white-space: normal !important; text-align: start !important;
  overflow-wrap: anywhere; }
.giaoban-asked > select, .giaoban-asked > input { flex: 1 1 14rem !important; min-width: 0;
  height: var(--jp-widgets-inline-height) !important; }
.giaoban-together { border-left: 2px solid; padding-left: 8px; margin-bottom: 8px !important; }
</style>"""
TAKEN_FOR = ("figure", "target")
PARTS = (
    N_("What is asked"),
    N_("What each column is"),
    N_("What each row is"),
    N_("What each unit is"),
)


def import_sheet(
    sheet: Parameter, programme: Parameter, lang: str, raw_dir: Parameter
) -> "widgets.Widget | Fragment":
    """Show what an office's own sheet is taken for, with controls to say otherwise.

    Parameters
    ----------
    sheet
        The file, from the project's folder; nothing is shown where it is empty.
    programme, lang, raw_dir
        As for `giaoban.report.open_report`; a programme that is not there yet is begun.

    Returns
    -------
    Widget
        Nothing is written before its button is pressed.

    Raises
    ------
    GiaobanError
        Where the sheet or the programme cannot be read, or a parameter says something that is
        not there.
    """
    refuse_unknown_parameters(TO_PREPARE)
    spoken = language(lang)
    if not typed(sheet):
        nothing = spoken.say("No sheet of an office’s own is named under the parameters.")
        return Fragment(Markup("<p>{}</p>").format(nothing), {"nothing": nothing})
    home = project_folder(typed(raw_dir))
    raw = home / typed(raw_dir)
    return Mapping(Intake(home / typed(sheet), typed(programme), raw, Answers()), spoken).box


class Mapping:
    """The controls and what they give.

    Attributes
    ----------
    intake : Intake
        The sheet; what is picked becomes its answers.
    box : Widget
        All of them, laid out; ``button`` writes, ``told`` says what would be written, or was.
    controls : dict of (str, str) to Widget
        By what is answered and of what: ``("column", "Năm 2024 / TH")``.
    """

    def __init__(self, intake: Intake, spoken: Language) -> None:
        self.intake, self.language = intake, spoken
        self.controls: dict[tuple[str, str], Any] = {}
        self.told = widgets.HTML()
        self.groups: dict[tuple[str, str], Any] = {}
        self.button = widgets.Button(
            description=spoken.say("Write it"), layout={"width": "auto", "margin": "8px 0 2px"}
        )
        self.parts = {part: widgets.VBox() for part in PARTS}
        self.box = widgets.VBox([widgets.HTML(LOOK), *self.parts.values(), self.told, self.button])
        self.button.on_click(lambda _: self._write())
        self._settling = False
        self._settle()

    def _settle(self) -> None:
        """Propose anew, and show it; what is most likely is answered so until somebody says."""
        self._settling = True
        try:
            self.proposal = self.intake.proposal()
            while self._ask(self.proposal.questions):
                self.proposal = self.intake.proposal()
            self._offer(self.proposal)
            lines = [*findings(self.proposal)]
            open_ = bool(self.proposal.questions)
            lines += [Text(N_("Answer what is asked above."))] if open_ else changes(self.proposal)
            rows = self.proposal.rows.tables
            self.button.disabled = open_ or not (rows.get("figures") or rows.get("targets"))
        except GiaobanError as error:
            lines, self.button.disabled = [self._said(error)], True
        finally:
            self._settling = False
        self._tell(lines)

    def _said(self, error: GiaobanError) -> Text:
        return Text("{said}", said=error.told(self.language.code))

    def _tell(self, lines: Iterable[Text]) -> None:
        told = [line.told(self.language.code) for line in lines]
        paragraphs = (Markup('<p style="white-space:pre-wrap">{}</p>').format(t) for t in told)
        self.told.value = str(Markup().join(paragraphs))

    def _offer(self, proposal: Proposal) -> None:
        """Give each column, row and unit of the sheet its control; one that is there stays."""
        for name, label, options in self._columns():
            self._control("column", name, N_("What each column is"), label, options)
        code = self.language.code
        ids = [
            (f"{local(row, 'title', code)} ({row['indicator']})", row["indicator"])
            for row in self._known()
        ]
        leave = (self.language.say("leave out"), SKIP)
        new = (self.language.say("a new indicator"), NEW)
        ways = [(self.language.say(way), code) for code, way in BETTER.items()]
        for title, one in proposal.indicators.items():
            self._control("row", title, N_("What each row is"), title, [new, *ids, leave])
            self.controls["row", title].value = NEW if one.is_new else one.id
            if one.is_new:
                better, measure = (
                    self.language.say(label, title=title)
                    for label in (N_("{title}: which way is better"), N_("{title}: what it is in"))
                )
                self._control("better", title, N_("What each row is"), better, ways)
                self.controls["better", title].value = one.better
                self._control("measure", title, N_("What each row is"), measure, None)
                self.controls["measure", title].value = one.unit or one.measure
        new = (self.language.say("a new unit"), "")
        units = [(local(row, "title", code), row["unit"]) for row in self.intake.known.of("units")]
        for title, unit in proposal.units.items():
            if title and unit and unit.is_new:
                part = N_("What each unit is")
                self._control("unit-name", title, part, title, [new, *units, leave])

    def _known(self) -> list[dict[str, str]]:
        return self.intake.known.of("indicators")

    def _columns(self) -> Iterator[tuple[str, str, Options]]:
        """Name each column as the answers do, and what it may be: as read, of a year, nothing."""
        columns = [one for block in self.intake.blocks for one in columns_taken(block)]
        times = sorted({one.time for one in columns if one.time})
        say = self.language.say
        may_be = {
            f"{say(KINDS[kind])} {time}": f"{kind} {time}" for time in times for kind in TAKEN_FOR
        }
        for one in columns:
            as_read = one.told.told(self.language.code)
            others = [(label, answer) for label, answer in may_be.items() if label != as_read]
            leave = (say("leave out"), SKIP)
            yield one.name, f"{one.place}  {one.path}", [(as_read, ""), *others, leave]

    def _ask(self, questions: list[Question]) -> bool:
        """Ask, and say whether any was answered: what is likely is, until somebody changes it."""
        for question in questions:
            self._asked(question)
            if question.proposed:
                self.controls[question.key, question.name].value = question.proposed
                self.intake.answers.give(question, question.proposed)
        return any(question.proposed for question in questions)

    def _asked(self, question: Question) -> None:
        label = question.text.told(self.language.code)
        code, key = self.language.code, question.key
        options = [(word(key, one).told(code), one) for one in question.choices] or None
        if options and not question.proposed:
            options = [("–", ""), *options]
        name = question.name
        self._control(question.key, name, N_("What is asked"), label, options)

    def _control(self, key: str, name: str, part: str, label: str, options: Options | None) -> None:
        """Give what is answered a control, where it has none; a list, or a box to type in.

        All that is answered of one column, row or unit stands together.
        """
        if (key, name) in self.controls:
            return
        look = {"description": label, "layout": LAYOUT}
        control = (
            widgets.Dropdown(options=options, **look)
            if options
            else widgets.Text(continuous_update=False, **look)
        )
        control.add_class("giaoban-asked")
        self.controls[key, name] = control
        if (part, name) not in self.groups:
            group = self.groups[part, name] = widgets.VBox()
            if part == N_("What each row is"):
                group.add_class("giaoban-together")
            box = self.parts[part]
            heading = [] if box.children else [widgets.HTML(f"<h4>{self.language.say(part)}</h4>")]
            box.children = (*box.children, *heading, group)
        self.groups[part, name].children = (*self.groups[part, name].children, control)
        control.observe(self._answering(key, name), "value")

    def _answering(self, key: str, name: str) -> Callable[[dict[str, Any]], None]:
        def answered(change: dict[str, Any]) -> None:
            if self._settling:
                return
            self.intake.answers.give(Question(key, name, Text("")), str(change["new"]).strip())
            self._settle()

        return answered

    def _write(self) -> None:
        self.button.disabled = True
        try:
            written = self.intake.write(self.proposal, self.language)
        except GiaobanError as error:
            self._tell([self._said(error)])
            return
        paths = "\n".join(path.as_posix() for path in written)
        self._tell([Text(N_("Written:\n{paths}\nNow run the cells below."), paths=paths)])
