"""Whether a figure can be what somebody supposes it to be."""

import pandas as pd

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Number, Text
from giaoban.intervals import stated_range
from giaoban.meaning import value_faults
from giaoban.numerals import LARGEST
from giaoban.parts import covering, of_one_kind
from giaoban.periods import parse_period
from giaoban.review import Review


def require_possible(row: pd.DataFrame, review: Review, typed: str) -> None:
    """Refuse a supposed figure that cannot be.

    Parameters
    ----------
    row : DataFrame
        One row, as in ``figures``.
    review : Review
        What is known.
    typed : str
        The value as somebody typed it; empty where nobody did.

    Raises
    ------
    GiaobanError
        Where the number is too large, breaks a rule for what is entered, or is a count of less
        than what the published parts of its period add up to.
    """
    indicators = review.known.package.tables["indicators"]
    if not abs(row["value"].iloc[0]) < LARGEST:
        expected = Text(N_("expected less than {number}"), number=f"{LARGEST:.0f}")
        raise _refused(_said(row, typed), N_("number too large"), expected)
    # A supposed value keeps to the rules of a target's: it has no source, and no counts.
    for fault in value_faults("targets", row, indicators, ""):
        found = fault.found if fault.column == "qualifier" and not typed else _said(row, typed)
        raise _refused(found, fault.problem, fault.expected)
    measure = indicators.set_index("indicator")["unit_measure"]
    least = _in_the_parts(row, review.compared)
    if measure[row["indicator"].iloc[0]] == "count" and _is_less(row, least):
        problem = Text(N_("less than {year} has already"), year=row["period"].iloc[0])
        expected = Text(N_("expected at least {number}"), number=Number(least))
        raise _refused(_said(row, typed), problem, expected)


def _in_the_parts(row: pd.DataFrame, figures: pd.DataFrame) -> float:
    """Add up what was published for the beginning of a period; at least so much it was."""
    indicator, period = row["indicator"].iloc[0], row["period"].iloc[0]
    wanted, counted = row["definition"].iloc[0], figures["definition"]
    same = counted.isna() if pd.isna(wanted) else counted.eq(wanted)
    own = figures[figures["indicator"].eq(indicator) & same & figures["obs_status"].ne("F")]
    parts = covering(own[own["period"].ne(period)], parse_period(period))
    return parts["least"].sum() if len(parts) and of_one_kind(parts) else 0.0


def _is_less(row: pd.DataFrame, least: float) -> bool:
    share = row["value"].isna()
    most = stated_range(row["value"], row["qualifier"], share).iloc[0]
    return bool(most["high"] < least or (most["high"] == least and most["high_open"] and least))


def _said(row: pd.DataFrame, typed: str) -> str | Text:
    """Give a supposed value as it was said, with its qualifier where it has one."""
    value, sign = typed or Number(row["value"].iloc[0]), row["qualifier"].iloc[0]
    return Text("{value}" if sign == "=" else "{sign} {value}", sign=sign, value=value)


def _refused(found: str | Text, problem: str | Text, expected: str | Text) -> GiaobanError:
    return GiaobanError(
        N_("supposed value: {problem} (found {found}), {expected}"),
        problem=problem if isinstance(problem, Text) else Text(problem),
        found=found,
        expected=expected if isinstance(expected, Text) else Text(expected),
    )
