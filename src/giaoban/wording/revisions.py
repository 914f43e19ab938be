"""What a target was before it was changed."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.language import Language

# What makes another target of one for the same time, by the same setter.
ASKED = ["value", "value_to", "qualifier"]
# What that is called beside a figure.
TARGET = {"value": "target", "value_to": "target_to", "qualifier": "target_qualifier"}
KEY = ["indicator", "unit", "period", "set_by"]


def told_again(told: pd.DataFrame) -> pd.DataFrame:
    """Keep of the rows of ``targets`` those of a target that more than one row tells."""
    return told[told.duplicated(KEY, keep=False)]


def revision(
    language: Language, told: pd.DataFrame, number: Any, write: Callable[[pd.Series], str]
) -> str:
    """Say what a target was and when it was changed; nothing of one that never was.

    Parameters
    ----------
    language : Language
        Of the report.
    told : DataFrame
        The rows of ``targets`` that were known, from `told_again`, in the order of their days.
    number : Any
        The index of the row in force.
    write : callable
        Gives the number of a target in words, from what it is called beside a figure.
    """
    if number not in told.index:
        return ""
    own = told.loc[number]
    line = told[told[KEY].eq(own[KEY]).all(axis="columns")]
    line = line[line["reported_on"] <= own["reported_on"]].sort_values("reported_on", kind="stable")
    asked = line[ASKED].astype("object").where(line[ASKED].notna(), "")
    other = asked.ne(asked.loc[number]).any(axis="columns")
    if not other.any():
        return ""
    before = max(n for n, is_other in enumerate(other) if is_other)
    since = language.date(line["reported_on"].iloc[before + 1])
    number_before = write(line.iloc[before].rename(TARGET))
    return language.say(
        N_("changed as reported on {day}, before: {number}"), day=since, number=number_before
    )
