"""Of many units: which stand at an end or out, which changed most, how many more there are."""

from collections.abc import Iterator

import pandas as pd

from giaoban.analysis import gains
from giaoban.catalogues import N_
from giaoban.wording import codes
from giaoban.wording.figures import Wording

# How many are named at either end.
NAMED = 5


def beyond_chance(words: Wording, funnel: pd.DataFrame) -> str:
    """Say which units differ from all together by more than chance.

    Parameters
    ----------
    words : Wording
        The report's.
    funnel : DataFrame
        The figures of one indicator, from `giaoban.analysis.funnel`.
    """
    say = words.language.say
    whole, outside = funnel["whole"].iloc[0], funnel[funnel["place"] != "within"]
    names = list(outside["unit"].map(lambda unit: words.title_of("unit", unit)))
    places = list(outside["place"])
    if len(names) > 2 * NAMED:
        counted = outside["place"].value_counts(sort=False)
        names, places = [str(number) for number in counted], list(counted.index)
    told = [
        f"{name} ({words.named(codes.PLACE, place)})"
        for name, place in zip(names, places, strict=True)
    ]
    text = say(
        "The {units} units with counts together: {whole}. Within chance of it: {within}.",
        units=len(funnel),
        whole=words.percent(whole),
        within=len(funnel) - len(outside),
    )
    if told:
        text += " " + say(
            "Beyond it: {names}. Of so many units, {expected} would lie beyond the 95% limits by "
            "chance alone.",
            names="; ".join(told),
            expected=words.language.number(len(funnel) * 0.05, 1),
        )
    return text


def ends_told(words: Wording, ranked: pd.DataFrame) -> Iterator[str]:
    """Name the units with the greatest and the least figures, and those that changed most.

    Parameters
    ----------
    words : Wording
        The report's.
    ranked : DataFrame
        The figures of one indicator, from `giaoban.analysis.rank_units`. Only exact ones that
        count what most do stand at an end; a change counts that may be compared and is more than
        chance, as far as counts tell.
    """
    said = ranked["definition"].fillna("")
    exact = ranked[ranked["qualifier"].eq("=") & said.eq(said.mode().iloc[0])]
    if len(exact) > NAMED:
        order = exact.sort_values("value", ascending=False, kind="stable")
        yield words.language.say(
            "Greatest of {number} exact figures: {most}; least: {least}.",
            number=len(exact),
            most=_at_the_end(words, order),
            least=_at_the_end(words, order.iloc[::-1]),
        )
    yield from _changed_most(words, ranked)


def _at_the_end(words: Wording, order: pd.DataFrame) -> str:
    """Name the first few, and say how many more have the figure of the last of these."""
    first = order.head(NAMED)
    names = [f"{words.title_of('unit', r['unit'])} {words.figure(r)}" for _, r in first.iterrows()]
    last, listed = first["value"].iloc[-1], ", ".join(names)
    if more := int(order["value"].eq(last).sum() - first["value"].eq(last).sum()):
        return _and_more(words, listed, more)
    return listed


def _changed_most(words: Wording, ranked: pd.DataFrame) -> Iterator[str]:
    """Count the units that are better and worse than before, and name those that changed most."""
    found = gains(ranked, words.review.tables["indicators"])
    moved = ranked[found.isin(["better", "worse"]) & ranked["change"].notna()]
    if moved.empty:
        return
    most = moved.loc[moved["change"].abs().sort_values(ascending=False, kind="stable").index]
    names = [
        f"{words.title_of('unit', row['unit'])} {words.difference(row)}"
        for _, row in most.head(NAMED).iterrows()
    ]
    template = N_(
        "Of {number} that may be compared with the figure before {better} are better, {worse} "
        "worse; changed most: {names}."
    )
    if ranked["change_low"].notna().any():
        template = N_(
            "Of {number} that may be compared with the figure before {better} are better, {worse} "
            "worse by more than chance; changed most: {names}."
        )
    counts = {name: int(found.eq(name).sum()) for name in ("better", "worse")}
    number = int(found.notna().sum())
    yield words.language.say(template, number=number, names=", ".join(names), **counts)


def named_few(words: Wording, names: list[str], most: int = 2 * NAMED) -> str:
    """Join names; of more than ``most`` the first, and how many more there are."""
    listed, more = ", ".join(names[:most]), len(names) - most
    return _and_more(words, listed, more) if more > 0 else listed


def _and_more(words: Wording, names: str, number: int) -> str:
    return words.language.say("{names} and {number} more", names=names, number=number)
