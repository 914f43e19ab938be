"""Put a whole together from its parts."""

import pandas as pd

from giaoban.definitions import as_meant
from giaoban.periods import Period, parse_period
from giaoban.published import column
from giaoban.targets import applicable_targets, target_status

REACHED_COLUMNS = [
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


def _status(whole: pd.Series, target: pd.Series, tables: dict[str, pd.DataFrame]) -> str:
    if whole["qualifier"] != "=":
        return "undetermined"
    figure = whole.to_frame().T.infer_objects()
    found = applicable_targets(figure, target.to_frame().T.infer_objects())
    status = target_status(figure, found, tables["indicators"], tables["definitions"])["status"]
    return str(status.iloc[0])


def reached_so_far(
    figures: pd.DataFrame, targets: pd.DataFrame, tables: dict[str, pd.DataFrame]
) -> pd.DataFrame:
    """Add up counts from the start of a target's period, and say how much of it is gone.

    Parameters
    ----------
    figures : DataFrame
        Figures of one unit, from `giaoban.published.published`.
    targets : DataFrame
        Of the same unit.
    tables : dict of str to DataFrame
        ``indicators`` (only counts add up) and ``definitions``.

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
    adds = targets["indicator"].map(column(tables["indicators"], "unit_measure")).eq("count")
    for number, target in targets[adds & targets["value"].gt(0)].iterrows():
        span = parse_period(target["period"])
        parts = covering(figures[figures["indicator"] == target["indicator"]], span)
        if parts.empty or not of_one_kind(parts):
            continue
        if not as_meant(parts["definition"].iloc[0], target["definition"]):
            continue
        if len(parts) == 1 and parts["end"].iloc[0].date() == span.end:
            continue
        until, whole = parts["end"].iloc[-1], total(parts, target["period"])
        rows.append(
            {
                "indicator": target["indicator"],
                "period": target["period"],
                "until": until,
                "least": whole["least"],
                "most": whole["most"],
                "target": target["value"],
                "target_row": number,
                "share_reached": whole["value"] / target["value"] * 100,
                "rows": whole["rows"],
                "status": _status(whole, target, tables) if until.date() == span.end else "",
                "share_gone": ((until.date() - span.start).days + 1) / span.days * 100,
            }
        )
    return pd.DataFrame(rows, columns=REACHED_COLUMNS)
