"""What lies ahead, in words: estimates of a running year and whose they are, the pace."""

import pandas as pd

from giaoban.analysis import farthest
from giaoban.catalogues import N_
from giaoban.language import decimals_written
from giaoban.wording import codes
from giaoban.wording.figures import Wording
from giaoban.wording.targets import status_name


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


def foreseen(words: Wording, row: pd.Series) -> str:
    """Say what a target would be if the source's own estimate came true.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        From `giaoban.analysis.judge_estimates`.
    """
    status = status_name(words, row, row["status"])
    return words.language.say("{status} by the source’s estimate", status=status)


def foreseen_then(words: Wording, row: pd.Series) -> str:
    """Say the same with the target's time before it."""
    return f"{words.language.period(row['target_period'])}: {foreseen(words, row)}"


def no_target_then(words: Wording, row: pd.Series) -> str:
    """Say that the targets of an indicator are for other periods than its figure."""
    ours = words.review.tables["targets"]["indicator"].eq(row["indicator"])
    if row["status"] != "no_target" or not ours.any():
        return ""
    period = words.language.period(row["period"])
    return words.language.say("no target for {period}", period=period)


def _expected(words: Wording, row: pd.Series, own: bool) -> str:
    sentence = N_("{period}, the source’s own: {figure}") if own else "{period}: {figure}"
    period = words.language.period(row["period"])
    return words.language.say(sentence, period=period, figure=words.figure(row))


def _at_this_pace(words: Wording, row: pd.Series) -> str:
    indicator, places = row["indicator"], decimals_written(row["so_far"])
    told = {"value": words.computed(row["value"], indicator, places)}
    sentence = N_("{year} at this pace: {value} (in proportion alone)")
    if pd.notna(row["low"]):
        told["low"], told["high"] = words.ends(row["low"], row["high"], indicator, places)
        sentence = N_(
            "{year} at this pace: {value} (in proportion; {low} to {high} by these months’ share "
            "of {years} earlier years)"
        )
        if row["years"] == 1:
            sentence = N_(
                "{year} at this pace: {value} (in proportion; {high} by these months’ share of the "
                "one earlier year that is known)"
            )
    told |= {"years": str(row["years"]), "year": words.language.year(row["period"])}
    return words.language.say(sentence, **told)


def pace_ahead(words: Wording, row: pd.Series) -> str:
    """Say how the pace stands to a target that lies ahead; nothing where that cannot be told.

    Parameters
    ----------
    words : Wording
        The report's.
    row : Series
        From `giaoban.analysis.latest_figures`.
    """
    pace, review = row["progress"], words.review
    if not isinstance(pace, str) or pace == "too_few_points":
        return ""
    towards = farthest(review.paces[review.paces["indicator"] == row["indicator"]])
    of_it = review.verdicts["target_row"].isin(towards["target_row"])
    if not of_it.any() or towards["target_row"].isin(review.foreseen["target_row"]).any():
        return ""
    told, verdict, say = towards.iloc[0], review.verdicts[of_it].iloc[0], words.language.say
    parts = [say("target {number}", number=words.target_number(verdict))]
    parts += [say("worked out")] if isinstance(verdict["target_derivation"], str) else []
    parts.append(words.language.period(told["target_period"]))
    return f"{words.named(codes.PROGRESS, pace)} ({', '.join(parts)})"
