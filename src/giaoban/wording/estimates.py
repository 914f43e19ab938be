"""What a running year may come to, in words: whose estimate it is, and what it rests on."""

import pandas as pd

from giaoban.catalogues import N_
from giaoban.language import shortest_decimals
from giaoban.wording.figures import Wording


def ahead_of(words: Wording, indicator: str) -> list[str]:
    """Tell what is expected of an indicator, which is no figure, and whose estimate it is.

    Parameters
    ----------
    words : Wording
        The report's.
    indicator : str
        Its forecasts and suppositions come first, then its running year at the pace so far.
    """
    told, paced = words.review.expected, words.review.estimates
    told, paced = told[told["indicator"] == indicator], paced[paced["indicator"] == indicator]
    own = set(paced.loc[paced["by"] == "office", "period"])
    lines = [_expected(words, row, row["period"] in own) for _, row in told.iterrows()]
    return lines + [_at_this_pace(words, row) for _, row in paced[paced["by"] == "pace"].iterrows()]


def _expected(words: Wording, row: pd.Series, own: bool) -> str:
    sentence = N_("{period}, the source’s own: {figure}") if own else "{period}: {figure}"
    period = words.language.period(row["period"])
    return words.language.say(sentence, period=period, figure=words.figure(row))


def _at_this_pace(words: Wording, row: pd.Series) -> str:
    places = shortest_decimals(row["so_far"])
    told = {
        name: words.computed(row[name], row["indicator"], places)
        for name in ("value", "low", "high")
        if pd.notna(row[name])
    }
    sentence = N_("{year} at this pace: {value} (in proportion alone)")
    if "low" in told:
        sentence = N_(
            "{year} at this pace: {value} (in proportion; {low} to {high} by these months’ share "
            "of {years} earlier years)"
        )
    told |= {"years": str(row["years"]), "year": words.language.period(row["period"])}
    return words.language.say(sentence, **told)
