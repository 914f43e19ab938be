"""An entry of the draft: a number in the text, with what is proposed and what is in doubt."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from babel.numbers import format_decimal

from giaoban.catalogues import N_, translation
from giaoban.extract.document import Passage
from giaoban.extract.vietnamese import TARGET, Mention
from giaoban.language import Period

TOLD = {
    "percent_sign_missing": N_("no percent sign was printed; it is taken for a percentage"),
    "share_or_more": N_("a share cannot exceed 100%, so “or more” can only mean 100%"),
    "share_over_100": N_("a share over 100%: is it a percentage of a target, or a ratio?"),
    "base_not_said": N_("printed as “of which”: the base of the percentage is not said"),
    "ambiguous_number": N_("the number can be read as {readings}"),
    "not_a_number": N_("the digits are no number under Vietnamese or English rules"),
    "split_number": N_("only a space parts it from another number: are they one?"),
    "period_not_said": N_("the period is not said"),
    "period_carried": N_("the period was said in an earlier paragraph"),
    "years_carried": N_("an earlier sentence speaks of several years; is it of all of them?"),
    "period_derived": N_("the period was put together from what the text says before"),
    "period_behind": N_("the period is said only behind another number"),
    "summed_until": N_("said as until then: it may count from the start of the year, or of a term"),
    "by_or_in_all": N_("a target by then: of that year alone, or in all until then?"),
    "term_or_stage": N_("a term or a stage is named; is it of all its years?"),
    "since_not_said": N_("a change, whose period tells when it ended and not since when"),
    "per_year": N_("for each year, not for all the years together"),
    "qualifiers_contradict": N_("the words around it say {found} together"),
    "range": N_("one end of a printed range; a statement holds one value"),
    "counts_only": N_("only counts were printed; {part} of {whole} is {share}%"),
    "other_measure": N_("measured in {unit}, which is neither a percentage nor a count"),
    "other_unit": N_("printed in {printed}, and the indicator is in {unit}: work it out yourself"),
    "no_unit": N_("what was counted is not said"),
    "target_or_figure": N_("a plan or target is named beside it: is it that, or what was reached?"),
    "margin_or_target": N_("a target is exceeded: is it the target, or by how much?"),
    "change_or_level": N_(
        "tăng or giảm stands before it: by how much it moved, or what it reached?"
    ),
    "points_or_percent": N_("a change or margin in %: percentage points, or relative?"),
    "decrease": N_("a decrease or shortfall, printed without a sign"),
    "points": N_("in percentage points, which no share is printed in"),
    "ratio": N_("a ratio to an earlier period, 100 being no change"),
    "earlier_value": N_("where a change started from: it is of an earlier period"),
    "not_whole": N_("a count should be a whole number"),
    "no_phrase": N_("what it speaks of is not said in its sentence"),
    "no_indicator": N_("no indicator of the programme comes near enough"),
    "several_indicators": N_("several indicators come equally near: {indicators}"),
    "unit_unknown": N_("{unit} is not among the programme's units"),
    "several_units": N_("several units are named together: {units}"),
    "unit_before": N_("{unit} is named before it: is the number of that unit?"),
    "dash_or_minus": N_("a dash stands right before it: a bullet, or a minus?"),
    "in_turn": N_("one of several numbers given in turn; see which is whose"),
    "met_or_exceeded": N_("met: are those that were exceeded among them?"),
    "out_of_not_said": N_("of how many targets is not said"),
    "in_words": N_("a number in words"),
    "section_carried": N_("its own words do not say the section; an earlier sentence does"),
    "cause_not_said": N_("subjective or objective is not said"),
    "heading_or_item": N_(
        "this line, or one above, is like a heading or the name of a field: is it an item, what "
        "the lines below are of, or another section?"
    ),
    "owner_unsure": N_("something is given out to be done; to whom is not sure"),
    "task_or_told": N_(
        "told as given by somebody: is it still to be done, or was it given before?"
    ),
    "several_tasks": N_("several tasks or days stand together: whose is each, and by which day?"),
}


@dataclass(frozen=True)
class Doubt:
    """One doubt: its code, and what fills in its sentence."""

    code: str
    parts: tuple[tuple[str, object], ...] = ()

    def told(self, lang: str) -> str:
        """Tell it in a language, with the language's numbers."""
        parts = {name: _shown(part, lang) for name, part in self.parts}
        return translation(lang)(TOLD[self.code]).format(**parts)


def doubt(code: str, **parts: object) -> Doubt:
    """Have a doubt."""
    return Doubt(code, tuple(parts.items()))


def _shown(part: object, lang: str) -> str:
    if isinstance(part, tuple):
        return " / ".join(_shown(one, lang) for one in part)
    if not isinstance(part, Decimal):
        return str(part)
    # No sign between groups: it is what made the number ambiguous.
    return str(format_decimal(part, "0.############", locale=lang))


@dataclass(frozen=True)
class Entry:
    """A number in the text, with what is proposed for it.

    Attributes
    ----------
    passage : Passage
        Where it stands.
    mention : Mention
        The number itself.
    kind : str
        ``figure``, ``target``, a kind of claim, or the sort of what is no figure.
    value : Decimal or None
        None where it has not one reading.
    to : Decimal or None
        Its upper end, where it is a range.
    qualifier, unit_measure : str
        As the figures and indicators tables have them.
    phrase : str
        The words that it speaks of.
    earlier : str
        What its sentence said before it.
    estimated : bool
        Whether the text calls it an estimate (ước).
    out_of : str
        Of how many targets it counts those that are met; empty where that is not said.
    period : Period or None
        None where it is not said.
    part_of : Entry or None
        The figure before, of which it is said to be a part.
    doubts : tuple of Doubt
        What is to be looked at.
    """

    passage: Passage
    mention: Mention
    kind: str
    value: Decimal | None = None
    to: Decimal | None = None
    qualifier: str = ""
    unit_measure: str = ""
    phrase: str = ""
    earlier: str = ""
    estimated: bool = False
    out_of: str = ""
    period: Period | None = None
    part_of: "Entry | None" = field(default=None, repr=False)
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_aim(self) -> bool:
        """Whether it is a target, or may be one."""
        return self.kind == TARGET or self.has("target_or_figure")

    def has(self, code: str) -> bool:
        """Say whether there is such a doubt of it."""
        return any(doubt.code == code for doubt in self.doubts)

    def without(self, code: str) -> "Entry":
        """Have no such doubt of it any more."""
        return replace(self, doubts=tuple(d for d in self.doubts if d.code != code))

    def doubted(self, *codes: str) -> "Entry":
        """Have doubts of it, each once."""
        doubts = (*self.doubts, *map(Doubt, codes))
        return replace(self, doubts=tuple(dict.fromkeys(doubts)))
