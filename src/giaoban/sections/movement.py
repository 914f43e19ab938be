"""What moved: against the figures before, and over the years, in sentences for the summary."""

from collections.abc import Callable, Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.analysis import gains
from giaoban.report import Report

GAINS = ("better", "worse", "same", "undetermined")


def against_before(report: Report, cite: Callable[..., str]) -> Iterator[str]:
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
        name = escape(report.wording.counted(row))
        figure = escape(report.wording.figure(row)) + cite("figures", row.name)
        yield f"{name}: {figure}; {escape(report.wording.change(row))}."
    alone = latest["previous_period"].isna() & latest["value"].notna()
    if alone.any():
        yield say("With no figure before them: {number}.", number=int(alone.sum()))
    if found.empty and apart.empty and not alone.any():
        yield say("No figure was published.")


def over_the_years(report: Report) -> Iterator[str]:
    """Say what rises or falls clearly now."""
    say, found = report.say, report.review.trends
    # Of an indicator's runs the one that reaches furthest; what it did before a break is past.
    latest = found.sort_values("last_period", kind="stable").groupby("indicator").tail(1)
    clear = latest[latest["verdict"].isin(["rising", "falling"])].sort_index()
    for verdict, rows in clear.groupby("verdict", sort=False):
        names = "; ".join(_spanned(report, row) for _, row in rows.iterrows())
        yield f"{capital(report.named(vocabulary.TREND, str(verdict)))}: {escape(names)}."
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
                progress=capital(words.named(vocabulary.PROGRESS, verdict)),
                names="; ".join(words.title_of("indicator", name) for name in ours),
            )


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]
