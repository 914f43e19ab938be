"""An entry of the draft: a number in the text, with what is proposed for it."""

from dataclasses import dataclass, field
from decimal import Decimal

from giaoban.extract.doubts import Doubt
from giaoban.extract.mentions import Mention
from giaoban.extract.prose import Passage
from giaoban.periods import Period


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
    qualifier, unit_measure : str
        As the figures and indicators tables have them.
    phrase : str
        The words that it speaks of.
    earlier : str
        What its sentence said before it.
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
    qualifier: str = ""
    unit_measure: str = ""
    phrase: str = ""
    earlier: str = ""
    period: Period | None = None
    part_of: "Entry | None" = field(default=None, repr=False)
    doubts: tuple[Doubt, ...] = ()
