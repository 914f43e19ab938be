"""The tally that a review opens with: of so many targets and actions, how many are what."""

from collections.abc import Iterator
from math import nan

import pandas as pd

from giaoban.analysis import REACHED
from giaoban.catalogues import N_
from giaoban.language import parse_period
from giaoban.tables import TALLIES
from giaoban.wording import codes
from giaoban.wording.claims import as_stated, counted, judged, named_verdict
from giaoban.wording.figures import Wording
from giaoban.wording.targets import status_code

# Paces at which a target will hardly be met.
UNLIKELY = ("behind", "moving_away")
# At which it will, or nearly; or is there already.
WELL = ("on_track", "nearly_on_track", *REACHED)
# What a target is by its figures.
RESULTS = ("exceeded", "better_than_asked", "met", "not_met")
# Tallies that together are all targets reached.
REACHED_APART = ("targets_met", "targets_exceeded")


def tally_of_targets(words: Wording) -> Iterator[str]:
    """Say of each who set targets how many, and what the figures and the paces say of them.

    Those of the meeting's year, the last one with a figure, are told first; of all what is settled.
    """
    judged, foreseen = (_called(words, f) for f in (words.review.verdicts, words.review.foreseen))
    year = _year(words)
    yield from _own_targets(words)
    for by, every in judged.groupby("target_set_by", sort=False):
        ends = every["target_period"].map(lambda period: parse_period(period).end.year)
        yield _set_by(words, every, every[ends == year], year)
        yield from _foreseen(words, foreseen[foreseen["target_set_by"] == by], every)


def _called(words: Wording, judged: pd.DataFrame) -> pd.DataFrame:
    """Give verdicts, each with the code that names it as its status."""
    return judged.assign(status=[status_code(words, row, row["status"]) for row in _rows(judged)])


def _year(words: Wording) -> int:
    """Give the last year with a figure, be it estimated."""
    told = words.review.expected
    ends = [*words.review.compared["end"], *told.loc[told["obs_status"].eq("E"), "end"]]
    return min([max(ends, default=words.review.known.cutoff), words.review.known.cutoff]).year


def _set_by(words: Wording, every: pd.DataFrame, ours: pd.DataFrame, year: int) -> str:
    """Count what one set: of the meeting's year first, where it has any, else all of it."""
    say, setter = words.language.say, words.title_of("unit", every["target_set_by"].iloc[0])
    shown = ours if len(ours) else every
    parts = {"setter": setter, "number": len(shown), "year": year, "all": len(every)}
    parts["counts"] = ", ".join(_counts(words, shown))
    sentence = N_("Set by {setter}: {number}; {counts}.")
    if len(ours):
        sentence = N_("Set by {setter} for {year}: {number}; {counts}.")
    if 0 < len(ours) < len(every):
        sentence = N_("Set by {setter} for {year}: {number}; {counts}. In all: {all}.")
        found = every["status"].value_counts()
        told = [f"{found[c]} {words.named(codes.STATUS, c)}" for c in RESULTS if c in found]
        if told:
            sentence = N_("Set by {setter} for {year}: {number}; {counts}. In all: {all}; {told}.")
            parts["told"] = ", ".join(told)
    return say(sentence, **parts)


def _foreseen(words: Wording, ahead: pd.DataFrame, judged: pd.DataFrame) -> Iterator[str]:
    """Count what targets would be by the source's estimates, where more rest on these than not."""
    found = ahead["status"].value_counts()
    counts = [f"{found[c]} {words.named(codes.STATUS, c)}" for c in codes.STATUS if c in found]
    if len(ahead) > judged["status"].isin([*RESULTS]).sum():
        sentence = N_("By the source’s estimates (no results yet): {counts}.")
        yield words.language.say(sentence, counts=", ".join(counts))


def tallies_stated(words: Wording) -> Iterator[str]:
    """Say what the source itself counts for the last time, and whether the targets give that."""
    claims, say = words.review.claims, words.language.say
    ours = claims[claims["kind"].isin(TALLIES)]
    ends = ours["period"].map(lambda period: parse_period(period).end)
    for time, told in ours[ends == ends.max()].groupby("period", sort=False):
        period, verdicts = words.language.period(str(time)), [_held(words, c) for c in _rows(told)]
        stated = [as_stated(words, claim) for claim in _rows(told)]
        if len(verdicts) > len(set(verdicts)) == 1:
            # What holds of all of them is said once.
            yield say("Stated for {period}: {counts}.", period=period, counts="; ".join(stated))
            yield say("Held against the targets: {verdict}.", verdict=verdicts[0])
        else:
            counts = "; ".join(f"{s} ({v})" for s, v in zip(stated, verdicts, strict=True))
            yield say("Stated for {period}: {counts}.", period=period, counts=counts)
        yield from _sums_stated(words, told)


def _rows(frame: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in frame.iterrows()]


def _held(words: Wording, claim: pd.Series) -> str:
    """Give the verdict on a tally, with what the targets give where that is another number."""
    given = counted(words, claim)
    if not given:
        return judged(words, claim)
    verdict = named_verdict(words, claim["verdict"], nan)
    if claim["verdict"] == "agrees":
        return verdict
    return words.language.say("{verdict}: by the targets {given}", verdict=verdict, given=given)


def _sums_stated(words: Wording, told: pd.DataFrame) -> Iterator[str]:
    """Say where those met, exceeded and not met, as stated, are not as many as there are."""
    for _, ours in told.groupby("out_of", sort=False):
        out_of = int(ours["out_of"].iloc[0])
        stated = {str(claim["kind"]): int(claim["stated"]) for claim in _rows(ours)}
        kinds = [k for k in (*REACHED_APART, "targets_not_met") if k in stated]
        apart = len(kinds) == len(stated) == len(ours) and {*REACHED_APART} <= {*kinds}
        total = sum(stated.values())
        if not apart or total == out_of:
            continue
        sentence = N_("{sum} = {total} of {number} targets: nothing is stated of the other {rest}.")
        if total > out_of:
            sentence = N_("{sum} = {total} targets, and there are {number} in all.")
        numbers = " + ".join(str(stated[kind]) for kind in kinds)
        parts = {"sum": numbers, "total": total, "number": out_of, "rest": abs(out_of - total)}
        yield words.language.say(sentence, **parts)


def _counts(words: Wording, judged: pd.DataFrame) -> Iterator[str]:
    """Count each status; say how many rest on no published number, how many are unlikely."""
    say, slow = words.language.say, _slow(words)
    for status, code in codes.STATUS.items():
        ours = judged[judged["status"] == status]
        if ours.empty:
            continue
        derived = int((ours["target_derivation"].notna() & ours["target"].notna()).sum())
        told = [N_("{number} by a target worked out")] * (derived > 0)
        any_value = int(ours["target"].isna().sum()) if status == "met" else 0
        told += [N_("{number} whatever the target’s value")] * (any_value > 0)
        hardly = int(ours["target_row"].isin(slow).sum())
        told += [N_("{number} unlikely at this pace")] * (hardly > 0)
        numbers = [n for n in (derived, any_value, hardly) if n]
        more = "; ".join(say(t, number=n) for t, n in zip(told, numbers, strict=True))
        yield f"{len(ours)} {say(code.name)}" + (f" ({more})" if more else "")


def _own_targets(words: Wording) -> Iterator[str]:
    """Say of how many of the programme's own targets the value is known."""
    known = words.review.known
    programme, targets = known.package.programme, words.review.verdicts
    if pd.isna(programme["targets"]) or known.unit != programme["unit"]:
        return
    own = targets[targets["target_set_by"].eq(programme["unit"]) & targets["target"].notna()]
    number = own.drop_duplicates(["indicator", "target_period"]).shape[0]
    if number > programme["targets"]:
        number = own["indicator"].nunique()  # It has some for several periods.
    sentence = N_("The programme sets {number} targets; the value of none is known.")
    if number:
        sentence = N_("The programme sets {number} targets; the value of {known} is known.")
    if programme["targets"] == 1:
        sentence = N_("The programme sets 1 target; its value is not known.")
        sentence = N_("The programme sets 1 target; its value is known.") if number else sentence
    if number > programme["targets"]:
        sentence = N_(
            "Number of targets by the programme’s own description: {number}; of indicators that "
            "have one of its own here: {known}."
        )
    yield words.language.say(sentence, number=f"{programme['targets']:.0f}", known=number)


def tally_of_outlook(words: Wording) -> str:
    """Say of how many indicators it can be said whether they are on track for the last year."""
    say, found = words.language.say, words.review.outlook
    if found.empty:
        return say("It cannot be said: no target for it is known.")
    judged, lacking = found["verdict"].dropna(), found["why"].value_counts()
    if judged.empty:
        why = [f"{say(n.name)} ({lacking[c]})" for c, n in codes.OUTLOOK.items() if c in lacking]
        sentence = N_("Not one of {number} indicators can be judged: {why}.")
        return say(sentence, number=len(found), why=", ".join(why))
    well = int(judged.isin(WELL).sum())
    return say(
        "{judged} of {number} indicators can be judged: {well} on track or nearly, {rest} not.",
        judged=len(judged),
        number=len(found),
        well=well,
        rest=len(judged) - well,
    )


def unlikely(words: Wording) -> str:
    """Name the indicators with a target that will hardly be met at the pace so far."""
    slow = words.review.paces[words.review.paces["target_row"].isin(_slow(words))]
    names = [words.title_of("indicator", i) for i in slow["indicator"].drop_duplicates()]
    if not names:
        return ""
    return words.language.say(
        "Unlikely to be met at the pace so far: {names}.", names="; ".join(names)
    )


def _slow(words: Wording) -> pd.Series:
    """Give the rows of the targets that are not due yet and will hardly be met."""
    paces, verdicts = words.review.paces, words.review.verdicts
    ahead = verdicts.loc[verdicts["status"].eq("not_yet"), "target_row"]
    return paces.loc[
        paces["verdict"].isin(UNLIKELY) & paces["target_row"].isin(ahead), "target_row"
    ]


def tally_of_actions(words: Wording, followed: pd.DataFrame) -> str:
    """Count what was decided by its state: 3 overdue, 1 open, 1 done late.

    Parameters
    ----------
    words : Wording
        The report's.
    followed : DataFrame
        From `giaoban.analysis.follow_actions`.
    """
    found = followed["state"].value_counts()
    named = {state: words.named(codes.STATE, state) for state in codes.STATE if state in found}
    return ", ".join(f"{found[state]} {name}" for state, name in named.items())
