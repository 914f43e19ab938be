"""Counts put together from their parts, and how far they have come towards a target."""

from typing import Final

import pandas as pd

from giaoban.analysis.definitions import as_meant
from giaoban.analysis.series import column
from giaoban.analysis.targets import applicable_targets, target_status
from giaoban.language import Period, parse_period

REACHED_COLUMNS: Final = [
    "indicator",
    "period",
    "until",
    "least",
    "most",
    "target",
    "target_row",
    "share_reached",
    "share_gone",
    "rows",
    "status",
]


def covering(figures: pd.DataFrame, span: Period) -> pd.DataFrame:
    """Pick the figures that follow one another without a gap from the start of a period.

    Parameters
    ----------
    figures : DataFrame
        Of one unit and indicator, with ``start`` and ``end``.
    span : Period
        The period; figures that reach beyond it are left out.

    Returns
    -------
    DataFrame
        In the order of time; of two that start on one day the longer. Empty where none starts
        with the period.
    """
    inside = figures[figures["end"] <= pd.Timestamp(span.end)].sort_values("end")
    chosen, day = [], pd.Timestamp(span.start)
    while len(here := inside[inside["start"] == day]):
        chosen.append(here.index[-1])
        day = here["end"].iloc[-1] + pd.Timedelta(days=1)
    return inside.loc[chosen]


def of_one_kind(parts: pd.DataFrame) -> bool:
    """Say whether figures count the same throughout, with no break after the first."""
    defined = parts["definition"].fillna("")
    broken = parts["obs_status"].iloc[1:].isin(["B", "D"])
    return bool(defined.eq(defined.iloc[0]).all() and not broken.any())


def total(parts: pd.DataFrame, period: str) -> pd.Series:
    """Put parts of one kind together into one figure for a period; ``rows`` are their indices."""
    exact = parts["qualifier"].eq("=").all()
    sums = parts[["value", "least", "most"]].sum()
    said = {"period": period, "qualifier": "=" if exact else "~", "rows": tuple(parts.index)}
    return pd.Series(parts.iloc[-1].to_dict() | sums.to_dict() | said, name=parts.index[-1])


def reached_so_far(
    figures: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    definitions: pd.DataFrame,
) -> pd.DataFrame:
    """Add up counts from the start of a target's period, and say how much of it is gone.

    Parameters
    ----------
    figures : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    targets : DataFrame
        Of the same unit.
    indicators : DataFrame
        ``unit_measure``: only counts add up.
    definitions : DataFrame
        ``definition`` and ``includes``.

    Returns
    -------
    DataFrame
        For each target whose period has begun to be filled without a gap, and that no single
        figure covers: ``indicator``, ``period`` (the target's), ``until`` (last day covered),
        ``least`` and ``most`` (the sum), ``target``, ``target_row``, ``share_reached`` and
        ``share_gone`` (percent of the target, percent of the days of its period); ``rows``, the
        indices of the figures added up; ``status`` of the target once its period is
        covered, empty before.
    """
    rows = []
    adds = targets["indicator"].map(column(indicators, "unit_measure")).eq("count")
    for _, target in targets[adds & targets["value"].gt(0)].iterrows():
        span = parse_period(target["period"])
        parts = covering(figures[figures["indicator"] == target["indicator"]], span)
        if parts.empty or not of_one_kind(parts):
            continue
        if not as_meant(parts["definition"].iloc[0], target["definition"]):
            continue
        over = parts["end"].iloc[-1].date() == span.end
        if len(parts) > 1 or not over:
            whole = total(parts, target["period"])
            status = _status(whole, target, indicators, definitions) if over else ""
            rows.append(_reached(whole, target, span) | {"status": status})
    return pd.DataFrame(rows, columns=REACHED_COLUMNS)


def _reached(whole: pd.Series, target: pd.Series, span: Period) -> dict[str, object]:
    gone = (whole["end"].date() - span.start).days + 1
    return {
        "indicator": target["indicator"],
        "period": target["period"],
        "until": whole["end"],
        "least": whole["least"],
        "most": whole["most"],
        "target": target["value"],
        "target_row": target.name,
        "share_reached": whole["value"] / target["value"] * 100,
        "share_gone": gone / span.days * 100,
        "rows": whole["rows"],
    }


def _status(
    whole: pd.Series, target: pd.Series, indicators: pd.DataFrame, definitions: pd.DataFrame
) -> str:
    if whole["qualifier"] != "=":
        return "undetermined"
    figure = whole.to_frame().T.infer_objects()
    found = applicable_targets(figure, target.to_frame().T.infer_objects())
    return str(target_status(figure, found, indicators, definitions)["status"].iloc[0])
