"""The summary: what the meeting should know, in five lines."""

from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import islice

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.report import Fragment, Report
from giaoban.sections.movement import against_before, capital, over_the_years
from giaoban.sections.statements import claim_sentence

# Of more statements than these, only those that disagree are told one by one.
CLAIMS_TOLD = 3
STATUSES = {
    "not_met": N_("Not met: {names}."),
    "undetermined": N_("Undetermined: {names}."),
    "met": N_("Met: {names}."),
}


def headline(report: Report) -> str:
    """Say in a line how many targets were met, and which were not."""
    return " ".join(islice(_targets(report), 2))


def summary(report: Report) -> Fragment:
    """Say the main things in five lines."""
    items = [f"<li><b>{name}</b> {said}</li>" for name, said in _lines(report, report.cite)]
    uncited = [[unescape(text) for text in line] for line in _lines(report, lambda *_: "")]
    return Fragment(f'<ul class="summary">{"".join(items)}</ul>', {"summary": uncited})


def _lines(report: Report, cite: Callable[..., str]) -> list[tuple[str, str]]:
    """Name each line, and say what it says; HTML with the footnotes that it is given."""
    lines = {
        report.say("Targets"): map(escape, _targets(report)),
        report.say("Against the figure before"): against_before(report, cite),
        report.say("Over the years"): over_the_years(report),
        report.say("What was stated"): _statements(report, cite),
        report.say("Since the meeting before"): _since(report),
    }
    return [(name, " ".join(said)) for name, said in lines.items()]


def _targets(report: Report) -> Iterator[str]:
    """Say how many targets were met, then which were missed or, where none was, which were met."""
    judged, say = report.review.aimed, report.language.say
    if judged.empty:
        yield say("No figure can be held against a target yet.")
        return
    counts = judged["status"].value_counts()
    yield say(
        "Of {number} targets {met} met, {not_met} not met, {undetermined} undetermined.",
        number=len(judged),
        **{status: int(counts.get(status, 0)) for status in STATUSES},
    )
    for status, form in STATUSES.items():
        rows = judged[judged["status"] == status]
        if len(rows) and (status != "met" or len(rows) == len(judged)):
            names = [report.wording.title_of("indicator", name) for name in rows["indicator"]]
            yield say(form, names=report.wording.some(list(dict.fromkeys(names))))
    derived = int(judged["target_derivation"].notna().sum())
    if derived:
        yield say("Targets worked out, not published as such: {number}.", number=derived)


def _statements(report: Report, cite: Callable[..., str]) -> Iterator[str]:
    claims = report.review.claims
    if claims.empty:
        yield report.say("No statement to check was published.")
        return
    shown = claims
    if len(claims) > CLAIMS_TOLD:
        counts = claims["verdict"].value_counts()
        told = [
            report.say(form, number=counts[verdict])
            for verdict, form in vocabulary.AGREEMENT.items()
            if verdict in counts
        ]
        yield f"{capital('; '.join(told))}."
        shown = claims[claims["verdict"] == "disagrees"]
    for _, claim in shown.iterrows():
        yield claim_sentence(report, claim, cite)


def _since(report: Report) -> Iterator[str]:
    """Say what changed since the meeting before, and which actions are overdue."""
    say, review = report.say, report.review
    if review.known.previous is None:
        yield say("No earlier meeting of the programme is on record.")
    else:
        kinds = review.changes["kind"].value_counts()
        yield say(
            "Of the figures {new} are new, {revised} revised, {withdrawn} withdrawn.",
            **{kind: int(kinds.get(kind, 0)) for kind in vocabulary.CHANGE},
        )
    states = review.actions["state"].value_counts()
    if states.empty:
        yield say("No action was published.")
        return
    yield say(
        "Of the actions {overdue} are overdue, {open} open, {closed} closed.",
        **{state: int(states.get(state, 0)) for state in vocabulary.STATE},
    )
