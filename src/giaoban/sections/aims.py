"""The targets that yearly figures can be held against, for charts."""

import pandas as pd

from giaoban.analysis import as_meant
from giaoban.periods import parse_period
from giaoban.report import Report

NO_AIMS = pd.DataFrame(columns=["first", "last", "value", "label"])


def aims(report: Report, own: pd.DataFrame) -> pd.DataFrame:
    """Give the targets of an indicator, each with the years that it holds for.

    A target of a part of a year is none of the year; a count's target over several years is none
    of any of them; a target set for another definition is none of these figures.

    Parameters
    ----------
    report : Report
        The report.
    own : DataFrame
        The yearly figures of one indicator.

    Returns
    -------
    DataFrame
        ``first`` and ``last`` year, ``value``, ``label`` in words; in the order of time.
    """
    targets = report.tables["targets"].dropna(subset="value")
    targets = targets[targets["indicator"] == own["indicator"].iloc[0]]
    share = report.wording.measure(own["indicator"].iloc[0]) == "percent"
    rows = []
    for _, target in targets.iterrows():
        span = parse_period(target["period"])
        first, last = span.start.year, span.end.year
        whole = "-" not in target["period"] and (share or first == last)
        if whole and last >= own["end"].dt.year.min() and _meant(own, target, last):
            rows.append([first, last, target["value"], _label(report, target)])
    return pd.DataFrame(rows, columns=NO_AIMS.columns).sort_values("last", kind="stable")


def _meant(own: pd.DataFrame, target: pd.Series, last: int) -> bool:
    """Say whether the figures up to a target's last year count what it was set for."""
    until = own[own["end"].dt.year <= last]
    return as_meant(until["definition"].iloc[-1], target["definition"])


def _label(report: Report, target: pd.Series) -> str:
    say, number = report.language.say, report.wording.figure(target)
    if isinstance(target["derivation"], str):
        number = say("{number} (worked out)", number=number)
    return say(
        "target {period}: {number}", period=report.language.period(target["period"]), number=number
    )
