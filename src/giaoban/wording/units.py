"""What units brought to a change or have in a gap, and how one stands among its peers."""

from collections.abc import Iterator

import pandas as pd

from giaoban.catalogues import N_
from giaoban.language import BARE, added, decimals_off_zero, decimals_written, difference
from giaoban.wording import codes
from giaoban.wording.figures import Wording

# Of more units than these the others stand together.
TOLD = 3
# With more units than these, those named have at least so much of the whole.
MANY, WORTH = 30, 0.1
# Decimals of their parts of a share.
PLACES = 2


def parts_told(words: Wording, indicator: str) -> Iterator[str]:
    """Say which units a change and a gap mostly come from, a sentence each.

    Of several gaps the one that lies farthest ahead is told.

    Parameters
    ----------
    words : Wording
        The report's.
    indicator : str
        Its id.
    """
    found = words.review.contributions
    found = found[found["indicator"] == indicator]
    change = told_part(found, "change")
    if _by_a_few(change) and change["contribution"].ne(0).any():
        yield _change(words, change)
    if _by_a_few(gap := told_part(found, "gap")):
        yield _gap(words, gap)


def _by_a_few(parts: pd.DataFrame) -> bool:
    """Say whether the units that would be named have a part that is worth it."""
    if parts.empty:
        return False
    whole = float(parts["all"].iloc[0])
    named = (parts["contribution"] * (1 if whole >= 0 else -1))[parts["unit"].notna()]
    return len(named) <= MANY or named.nlargest(TOLD).sum() >= WORTH * abs(whole)


def told_part(contributions: pd.DataFrame, part_of: str) -> pd.DataFrame:
    """Give the parts of an indicator’s ``change``, or of the ``gap`` that lies farthest ahead."""
    ours = contributions[contributions["part_of"] == part_of]
    last = ours.sort_values("target_period", kind="stable")["target_row"].tail(1)
    return ours[ours["target_row"].isin(last)]


def _change(words: Wording, parts: pd.DataFrame) -> str:
    row = parts.iloc[0]
    change, places = _whole(words, row)
    return words.language.say(
        "Of the change of {change} ({span}): {parts}.",
        change=words.language.difference(change, words.measure(row["indicator"]), places),
        span=words.language.periods(row["previous_period"], row["period"]),
        parts=_parts(words, parts),
    )


def _gap(words: Wording, parts: pd.DataFrame) -> str:
    row, share = parts.iloc[0], words.measure(parts["indicator"].iloc[0]).kind == "percent"
    gap, places = _whole(words, row)
    sentence = N_("Of the {gap} to the target of {target} for {year}: {parts}.")
    if share:
        sentence = N_(
            "Of the {gap} percentage points to the target of {target} for {year}: {parts}."
        )
    verdicts = words.review.verdicts.set_index("target_row")
    text = words.language.say(
        sentence,
        gap=words.language.number(abs(gap), places or 0)
        if share
        else words.computed(abs(gap), row["indicator"]),
        target=words.target(verdicts.loc[row["target_row"]]),
        year=words.language.period(row["target_period"]),
        parts=_parts(words, parts, gap=True),
    )
    return text if share else f"{text} {_given_out(words, parts)}".rstrip()


def _given_out(words: Wording, parts: pd.DataFrame) -> str:
    """Say how much of a target the units' own ones come to, where that is not all of it."""
    row, ours = parts.iloc[0], parts["row"].dropna()
    given = added(*words.review.below.loc[ours, "target"])
    if given == row["target"]:
        return ""
    return words.language.say(
        "The own targets of {number} units come to {given}.",
        number=len(ours),
        given=words.computed(given, row["indicator"]),
    )


def _parts(words: Wording, parts: pd.DataFrame, *, gap: bool = False) -> str:
    """Name the units with the largest parts, all others together."""
    row = parts.iloc[0]
    way, places = (1 if row["all"] >= 0 else -1), places_of_parts(words, row)
    same = parts[parts["unit"].notna() & (parts["contribution"] * way > 0)].head(TOLD)
    sign = way if gap else 1  # What is missing has no sign.

    def told(name: str, value: float) -> str:
        return f"{name} {words.language.difference(value * sign, BARE, places)}"

    named = [told(words.title_of("unit", r["unit"]), r["contribution"]) for _, r in same.iterrows()]
    rest = difference(row["all"], added(*same["contribution"]))
    if abs(rest) > 10**-6:
        named.append(told(words.language.say("all others together"), rest))
    return ", ".join(named)


def _whole(words: Wording, row: pd.Series) -> tuple[float, int | None]:
    """Give a change or a gap, and its decimals: of the printed figures, as it stands elsewhere.

    Where these give none, or none that differs from 0, it is that of the counts.
    """
    review, share = words.review, words.measure(row["indicator"]).kind == "percent"
    if row["part_of"] == "change":
        names = ["indicator", "period", "previous_period"]
        printed = review.compared.loc[review.compared[names].eq(row[names]).all(axis=1), "change"]
    else:
        targets = review.verdicts[review.verdicts["target_row"].eq(row["target_row"])]
        printed = pd.Series([_to_target(target) for _, target in targets.iterrows()], dtype=float)
    for known in printed[printed.notna() & printed.ne(0)]:
        return float(known), decimals_written(known)
    return row["all"], decimals_off_zero(row["all"], 1) if share else None


def _to_target(row: pd.Series) -> float:
    """Give a margin; of a target that is not due, which has none yet, what it would be today."""
    bounds = row["target_qualifier"] in ("=", ">=", "<=") and pd.isna(row["target_to"])
    if pd.notna(row["margin"]) or not bounds or row["qualifier"] != "=":
        return float(row["margin"])
    return difference(row["value"], row["target"])


def places_of_parts(words: Wording, row: pd.Series) -> int | None:
    """Count the decimals of parts of a share: two, or as many as keep what is told from none.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        From `giaoban.analysis.contributions`.
    """
    share = words.measure(row["indicator"]).kind == "percent"
    return decimals_off_zero(row["all"], PLACES) if share else None


def beside_peers(words: Wording, row: pd.Series) -> str:
    """Say how a unit stands to the middle of its peers, and whether it differs from them at all.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        From `giaoban.analysis.peers`.
    """
    say, indicator = words.language.say, row["indicator"]
    # Both are written in full, so that the figure less the middle is the distance.
    text = say(
        "{name} ({period}): {figure}; the middle of {units} units is {median} ({distance}).",
        name=words.title_of("indicator", indicator),
        period=words.language.period(row["period"]),
        figure=words.figure(words.review.compared.loc[row["row"]]),
        units=row["units"],
        median=words.computed(row["median"], indicator),
        distance=words.language.difference(row["distance"], words.measure(indicator)),
    )
    sentence = N_("Ranked {ranks} of {units} as printed; how much of that is chance is not known.")
    if pd.isna(row["best_rank"]):
        return text
    if row["place"] == "within":
        sentence = N_(
            "No more than chance from all together, anywhere from rank {ranks} of {units}."
        )
    elif isinstance(row["place"], str):
        sentence = N_("It stands out ({place}), rank {ranks} of {units}.")
    ends = [f"{row[name]:.0f}" for name in ("best_rank", "worst_rank")]
    ranks = ends[0] if ends[0] == ends[1] else say("{low} to {high}", low=ends[0], high=ends[1])
    place = words.named(codes.PLACE, row["place"]) if isinstance(row["place"], str) else ""
    return f"{text} {say(sentence, ranks=ranks, units=row['units'], place=place)}"
