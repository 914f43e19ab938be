"""The summary: what the meeting should know, in five lines."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.published import column
from giaoban.report import Fragment, Report
from giaoban.sections.statements import claim_sentence
from giaoban.wording import SHOWN_ALL_THE_SAME

# Of more statements than these, only those that disagree are told one by one.
CLAIMS_TOLD = 3
STATUSES = {
    "not_met": N_("Not met: {names}."),
    "undetermined": N_("Cannot be said: {names}."),
    "met": N_("Met: {names}."),
}


def headline(report: Report) -> str:
    """Say in one sentence how many targets were met."""
    judged, say = report.review.aimed, report.language.say
    if judged.empty:
        return say("No figure can be held against a target yet.")
    counts = judged["status"].value_counts()
    text = say("Targets met: {met} of {number}.", met=counts.get("met", 0), number=len(judged))
    missed = judged.loc[judged["status"] == "not_met", "indicator"]
    if missed.empty:
        return text
    names = "; ".join(report.wording.title_of("indicator", name) for name in missed)
    return f"{text} {say(STATUSES['not_met'], names=names)}"


def summary(report: Report) -> Fragment:
    """Say the main things in five lines."""
    lines = {
        report.say("Targets"): _targets(report),
        report.say("Against the year before"): _comparison(report),
        report.say("Over the years"): _trends(report),
        report.say("What was stated"): _statements(report),
        report.say("Since the meeting before"): _since(report),
    }
    items = [f"<li><b>{name}</b> {' '.join(said)}</li>" for name, said in lines.items()]
    return Fragment(f'<ul class="summary">{"".join(items)}</ul>')


def _targets(report: Report) -> Iterator[str]:
    judged, say = report.review.aimed, report.say
    if judged.empty:
        yield say("No figure can be held against a target yet.")
        return
    counts = judged["status"].value_counts()
    yield say("Targets met: {met} of {number}.", met=counts.get("met", 0), number=len(judged))
    for status, form in STATUSES.items():
        rows = judged[judged["status"] == status]
        # Where some were missed, those that were met need no names.
        if len(rows) and (status != "met" or len(rows) == len(judged)):
            yield say(form, names="; ".join(_dated(report, row) for _, row in rows.iterrows()))


def _dated(report: Report, row: pd.Series) -> str:
    name = report.wording.title_of("indicator", row["indicator"])
    return f"{name} ({report.language.period(row['period'])})"


def _comparison(report: Report) -> Iterator[str]:
    """Say which figures rose for the better, which for the worse, which may not be compared."""
    say, latest = report.say, report.review.latest
    comparable = latest[latest["comparable"].fillna(False)]
    better = column(report.tables["indicators"], "better")
    way = comparable["indicator"].map(better).map({"up": 1.0, "down": -1.0}).astype("float64")
    gain = comparable["change"] * way
    if len(comparable):
        yield say(
            "Of {number} figures that may be compared, {better} are better and {worse} worse.",
            number=len(comparable),
            better=int((gain > 0).sum()),
            worse=int((gain < 0).sum()),
        )
    for _, row in latest[latest["reason"].isin(SHOWN_ALL_THE_SAME)].iterrows():
        name = escape(report.wording.counted(row))
        figure = escape(report.wording.figure(row)) + report.cite("figures", row.name)
        yield f"{name}: {figure}; {escape(report.wording.change(row))}."
    alone = latest["previous_period"].isna() & latest["value"].notna()
    if alone.any():
        yield say("With no figure before them: {number}.", number=int(alone.sum()))


def _trends(report: Report) -> Iterator[str]:
    """Say what rises or falls clearly, and how the pace stands to the targets ahead."""
    say, words = report.say, report.wording
    found = report.review.trends
    clear = found[found["verdict"].isin(["rising", "falling"])]
    for verdict, rows in clear.groupby("verdict", sort=False):
        names = [words.title_of("indicator", name) for name in rows["indicator"].unique()]
        yield f"{_capital(report.named(vocabulary.TREND, verdict))}: {escape('; '.join(names))}."
    if clear.empty:
        yield say("No clear trend: it needs 5 comparable figures in a row.")
    paces = report.review.paces
    for verdict in ("moving_away", "behind"):
        names = [
            words.title_of("indicator", name)
            for name in paces.loc[paces["verdict"] == verdict, "indicator"]
        ]
        if names:
            head = _capital(report.named(vocabulary.PROGRESS, verdict))
            text = say(
                "{progress} (targets that lie ahead): {names}.",
                progress=head,
                names="; ".join(names),
            )
            yield text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _statements(report: Report) -> Iterator[str]:
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
        yield f"{_capital('; '.join(told))}."
        shown = claims[claims["verdict"] == "disagrees"]
    for _, claim in shown.iterrows():
        yield claim_sentence(report, claim)


def _since(report: Report) -> Iterator[str]:
    """Say what changed since the meeting before, and which actions are overdue."""
    say, review = report.say, report.review
    if review.known.previous is None:
        yield say("No earlier meeting of the programme is on record.")
    else:
        kinds = review.changes["kind"].value_counts()
        yield say(
            "Figures new: {new}; revised: {revised}; withdrawn: {withdrawn}.",
            **{kind: int(kinds.get(kind, 0)) for kind in vocabulary.CHANGE},
        )
    states = review.actions["state"].value_counts()
    if states.empty:
        yield say("No action was published.")
        return
    yield say(
        "Actions overdue: {overdue}; open: {open}; closed: {closed}.",
        **{state: int(states.get(state, 0)) for state in vocabulary.STATE},
    )
