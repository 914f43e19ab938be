"""Go through an item and make an entry of everything in it that holds a number."""

import re
from bisect import bisect_left

from giaoban.extract.completed import doubted
from giaoban.extract.doubts import Doubt, doubt
from giaoban.extract.entry import Entry
from giaoban.extract.found import found
from giaoban.extract.kinds import FIGURE
from giaoban.extract.memory import Memory
from giaoban.extract.mentions import Mention, Quantity
from giaoban.extract.proposals import proposals
from giaoban.extract.prose import Passage
from giaoban.extract.sections import announces_targets
from giaoban.extract.sentences import sentences
from giaoban.numerals import readings

UNPLACED = "unplaced"
# A percent sign may be missing beside percentages so many numbers back.
BESIDE = 6


def entries(passages: list[Passage]) -> list[Entry]:
    """Make the entries of an item, in the order of the text."""
    made: list[Entry] = []
    memory = Memory()
    aims = False
    for number, passage in enumerate(passages):
        mentions = found(passage.text)
        starts = [mention.start for mention in mentions]
        previous: Entry | None = None
        aims = announces_targets(passage.text, mentions, aims)
        for start, end in sentences(passage.text, mentions):
            here = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            lately = [entry.mention for entry in made[-BESIDE:]] + here
            shares = any(isinstance(m, Quantity) and m.measure == "percent" for m in lately)
            proposed = proposals(passage, number, (start, end), here, memory, shares, previous)
            if aims:
                proposed = [
                    doubted(entry, "target_or_figure") if entry.kind == FIGURE else entry
                    for entry in proposed
                ]
            figures = [entry for entry in proposed if entry.kind == FIGURE]
            previous = figures[-1] if figures else None
            listed = [_listed(passage, m) for m in here if not isinstance(m, Quantity)]
            made += sorted([*proposed, *listed], key=lambda entry: entry.mention.start)
            memory.keep(passage.text, passage.text[start:end], here, number)
    return made


def _listed(passage: Passage, mention: Mention) -> Entry:
    """List what holds a number and is no figure."""
    said = passage.text[mention.start : mention.end]
    doubts: tuple[Doubt, ...] = ()
    if mention.sort == "words":
        doubts = (doubt("in_words"),)
    elif mention.sort == UNPLACED and re.search(r"\d\D+\d", said) and not readings(said):
        doubts = (doubt("not_a_number"),)
    kind = UNPLACED if mention.sort == "words" else mention.sort
    return Entry(passage, mention, kind, period=mention.period, doubts=doubts)
