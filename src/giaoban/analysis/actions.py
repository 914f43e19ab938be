"""The record carried forward: which actions are open, overdue or closed at a meeting."""

from typing import Final

import pandas as pd

from giaoban.tables import columns

_ADDED: Final = ["state", "days"]
ACTION_COLUMNS: Final = [*columns("records"), *_ADDED]


def follow_actions(
    records: pd.DataFrame, cutoff: pd.Timestamp, previous: pd.Timestamp | None
) -> pd.DataFrame:
    """Give the state of every action that was still open at the meeting before, or came since.

    Parameters
    ----------
    records : DataFrame
        As known at the meeting: of each record the latest row, dates after the cut-off empty.
    cutoff : Timestamp
        The last day that counts.
    previous : Timestamp or None
        The cut-off of the meeting before; what was closed by then is left out.

    Returns
    -------
    DataFrame
        The actions with ``state`` (``overdue``, ``open`` or ``closed``) and ``days``, how many
        days overdue or, of a closed one, how many days late; overdue ones first, then by their
        due day.
    """
    ours = records[records["section"] == "action"]
    if previous is not None:
        ours = ours[~(ours["closed_on"] <= previous)]
    closed = ours["closed_on"].notna()
    late = (ours["closed_on"].fillna(cutoff) - ours["due"]).dt.days
    state = pd.Series("open", index=ours.index, dtype="str")
    state = state.mask(late > 0, "overdue").mask(closed, "closed")
    order = state.map({"overdue": 0, "open": 1, "closed": 2})
    out = ours.assign(state=state, days=late.where(late > 0).astype("Int64"), order=order)
    out = out.sort_values(["order", "due", "record"], kind="stable")
    return out[[*records.columns, *_ADDED]]
