"""Which way is better of an indicator: by its words, else by the signs of its targets."""

from giaoban.catalogues import N_
from giaoban.errors import Text
from giaoban.sheet.answers import Question
from giaoban.sheet.forms import Observation
from giaoban.sheet.words import DOWN, TARGET, UP, direction_of, is_size, says_both

NEITHER = "none"
BETTER = {UP: N_("more is better"), DOWN: N_("less is better"), NEITHER: N_("neither is better")}
# What a target with such a sign asks for.
_WAYS = {"<": DOWN, "<=": DOWN, ">": UP, ">=": UP}


def way_better(title: str, found: list[Observation]) -> tuple[str, bool]:
    """Say which way is better, and whether neither words alone nor a target say it for certain."""
    said, bound = direction_of(title), next(iter(_bounds(found)), "")
    if said and says_both(title):
        return bound or said, not bound
    if said or bound:
        return said or bound, False
    # What is planned is wanted.
    is_planned = any(seen.kind == TARGET for seen in found)
    return (NEITHER, False) if is_size(title) and not is_planned else (UP, True)


def two_ways(name: str, title: str, better: str, found: list[Observation]) -> list[Question]:
    """Ask which way is better where an indicator's words and targets, or two of these, differ."""
    bounds = _bounds(found)
    against = next((seen for way, seen in bounds.items() if way != better), None)
    if not against:
        return []
    text = N_(
        "“{title}”: {way}, as far as its name or a target says it, but in {place} the target is "
        "{sign} {shown}. Is more better (up), less (down), or neither (none)?"
    )
    sign, shown = against.printed.qualifier, against.printed.text
    about = {"place": against.place, "sign": sign, "shown": shown}
    asked = Text(text, title=title, way=Text(BETTER[better]), **about)
    return [Question("better", name, asked, "", (*BETTER,))]


def _bounds(found: list[Observation]) -> dict[str, Observation]:
    """Give the targets that are a ceiling, or the least that is wanted, by the way they say."""
    targets = (seen for seen in found if seen.kind == TARGET)
    return {_WAYS[s.printed.qualifier]: s for s in targets if s.printed.qualifier in _WAYS}
