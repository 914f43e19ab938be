"""The summary: what the meeting should know, in five lines."""

from collections.abc import Callable, Iterator
from itertools import islice

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import gains
from giaoban.catalogues import N_
from giaoban.report.claims import claim_sentence
from giaoban.report.html import Fragment
from giaoban.report.page import Report
from giaoban.wording import codes

# Of more statements than these, only those that disagree are told one by one.
CLAIMS_TOLD = 3
STATUSES = {
    "not_met": N_("Not met: {names}."),
    "undetermined": N_("Undetermined: {names}."),
    "met": N_("Met: {names}."),
}
GAINS = ("better", "worse", "same", "undetermined")
AGREEMENT = {
    "agrees": N_("agree {number}"),
    "agrees_if_rounded": N_("agree when rounded {number}"),
    "agrees_if_truncated": N_("agree when cut off {number}"),
    "disagrees": N_("disagree {number}"),
    "cannot_check": N_("cannot be checked {number}"),
}


def headline(report: Report) -> str:
    """Say in a line how many targets were met, and which were not."""
    return " ".join(islice(_targets(report), 2))


def summary(report: Report) -> Fragment:
    """Say the main things in five lines."""
    items = [
        Markup("<li><b>{}</b> {}</li>").format(*line)
        for line in _lines(report, report.citations.cite)
    ]
    html = Markup('<ul class="summary">{}</ul>').format(Markup().join(items))
    uncited = [(name, text.unescape()) for name, text in _lines(report, lambda *_: Markup())]
    return Fragment(html, {"summary": uncited})


def _lines(report: Report, cite: Callable[..., Markup]) -> Iterator[tuple[str, Markup]]:
    """Name each line, and say what it says, with the footnotes that it is given."""
    lines = {
        N_("Targets"): _targets(report),
        N_("Against the figure before"): _against_before(report, cite),
        N_("Over the years"): _over_the_years(report),
        N_("What was stated"): _statements(report, cite),
        N_("Since the meeting before"): _since(report),
    }
    for name, sentences in lines.items():
        yield report.say(name), Markup(" ").join(sentences)


def _targets(report: Report) -> Iterator[str]:
    """Say how many targets were met, then which were missed or, where none was, which were met."""
    judged, say = report.review.aimed, report.say
    if judged.empty:
        yield say("No figure can be held against a target yet.")
        return
    counts = judged["status"].value_counts()
    yield say(
        "Of {number} targets {met} met, {not_met} not met, {undetermined} undetermined.",
        number=len(judged),
        **{status: int(counts.get(status, 0)) for status in STATUSES},
    )
    for status, sentence in STATUSES.items():
        rows = judged[judged["status"] == status]
        if len(rows) and (status != "met" or len(rows) == len(judged)):
            names = [report.wording.title_of("indicator", name) for name in rows["indicator"]]
            yield say(sentence, names=report.wording.some(list(dict.fromkeys(names))))
    derived = int(judged["target_derivation"].notna().sum())
    if derived:
        yield say("Targets worked out, not published as such: {number}.", number=derived)


def _against_before(report: Report, cite: Callable[..., Markup]) -> Iterator[str]:
    """Say how many figures are better or worse than the ones before, and which have no such."""
    say, latest = report.say, report.review.latest
    found = gains(latest, report.tables["indicators"]).value_counts()
    if len(found):
        yield say(
            "Of {number} comparable figures {better} better than the ones before, {worse} worse, "
            "{same} the same, {undetermined} undetermined.",
            number=int(found.sum()),
            **{name: int(found.get(name, 0)) for name in GAINS},
        )
    apart = latest[latest["comparable"].eq(False).fillna(False)]
    for _, row in apart.iterrows():
        name, change = report.wording.counted(row), report.wording.change(row)
        figure = report.wording.figure(row) + cite("figures", row.name)
        yield Markup("{}: {}; {}.").format(name, figure, change)
    alone = latest["previous_period"].isna() & latest["value"].notna()
    if alone.any():
        yield say("With no figure before them: {number}.", number=int(alone.sum()))
    if found.empty and apart.empty and not alone.any():
        yield say("No figure was published.")


def _over_the_years(report: Report) -> Iterator[str]:
    """Say what rises or falls clearly now."""
    say, words, found = report.say, report.wording, report.review.trends
    # Of an indicator's runs the one that reaches furthest; what it did before a break is past.
    latest = found.sort_values("last_period", kind="stable").groupby("indicator").tail(1)
    clear = latest[latest["verdict"].isin(["rising", "falling"])].sort_index()
    for verdict, rows in clear.groupby("verdict", sort=False):
        names = "; ".join(_spanned(report, row) for _, row in rows.iterrows())
        yield f"{_capital(words.named(codes.TREND, str(verdict)))}: {names}."
    unclear = int(latest["verdict"].eq("no_clear_trend").sum())
    if unclear:
        yield say(
            "No clear trend: {number} of {series} series.", number=unclear, series=len(latest)
        )
    elif clear.empty:
        yield say("No series has 3 comparable figures in a row yet.")
    yield from _paces(report)


def _spanned(report: Report, trend: pd.Series) -> str:
    name = report.wording.title_of("indicator", trend["indicator"])
    ends = (report.language.period(trend[f"{end}_period"]) for end in ("first", "last"))
    return f"{name} ({'–'.join(ends)})"


def _paces(report: Report) -> Iterator[str]:
    """Name the indicators whose pace falls short of a target that lies ahead."""
    paces, words = report.review.paces, report.wording
    for verdict in ("moving_away", "behind"):
        ours = paces.loc[paces["verdict"] == verdict, "indicator"]
        if len(ours):
            yield report.say(
                "{progress} (targets that lie ahead): {names}.",
                progress=_capital(words.named(codes.PROGRESS, verdict)),
                names="; ".join(words.title_of("indicator", name) for name in ours),
            )


def _statements(report: Report, cite: Callable[..., Markup]) -> Iterator[str]:
    claims = report.review.claims
    if claims.empty:
        yield report.say("No statement to check was published.")
        return
    shown = claims
    if len(claims) > CLAIMS_TOLD:
        counts = claims["verdict"].value_counts()
        told = [
            report.say(part, number=counts[verdict])
            for verdict, part in AGREEMENT.items()
            if verdict in counts
        ]
        yield f"{_capital('; '.join(told))}."
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
            **{kind: int(kinds.get(kind, 0)) for kind in codes.CHANGE},
        )
    states = review.actions["state"].value_counts()
    if states.empty:
        yield say("No action was published.")
        return
    yield say(
        "Of the actions {overdue} are overdue, {open} open, {closed} closed.",
        **{state: int(states.get(state, 0)) for state in codes.STATE},
    )


def _capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]
