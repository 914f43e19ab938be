"""The record carried forward: which actions are open, overdue or done at a meeting."""

from typing import Final

import pandas as pd

from giaoban.tables import columns

STATES: Final = ("overdue", "open", "done_late", "done_on_time", "done")
_ADDED: Final = ["state", "days"]
ACTION_COLUMNS: Final = [*columns("records"), *_ADDED]


def follow_actions(
    records: pd.DataFrame,
    cutoff: pd.Timestamp,
    previous: pd.Timestamp | None,
    meeting: pd.Timestamp,
) -> pd.DataFrame:
    """Give the state of all that was decided, unless it was closed by the meeting before.

    Actions are followed from the meeting on that names them; conclusions, which stand in that
    meeting's record, from the one after.

    Parameters
    ----------
    records : DataFrame
        As known at the meeting: of each record the latest row, dates after the cut-off empty.
    cutoff : Timestamp
        The last day that counts.
    previous : Timestamp or None
        The cut-off of the meeting before; what was closed by then is left out.

    meeting : Timestamp
        The day of the meeting.

    Returns
    -------
    DataFrame
        Actions and conclusions with ``state`` (`STATES`: ``overdue``, ``open``, ``done_late``,
        ``done_on_time``, or ``done`` where no day was set) and ``days``, how many days overdue or
        late; in the order of the states, then of their due days.
    """
    concluded = records["section"].eq("conclusion") & (records["meeting_date"] < meeting)
    ours = records[records["section"].eq("action") | concluded]
    if previous is not None:
        ours = ours[~(ours["closed_on"] <= previous)]
    closed = ours["closed_on"].notna()
    late = (ours["closed_on"].fillna(cutoff) - ours["due"]).dt.days
    state = pd.Series("open", index=ours.index, dtype="str")
    done = pd.Series("done_on_time", index=ours.index, dtype="str")
    done = done.mask(late > 0, "done_late").mask(ours["due"].isna(), "done")
    state = state.mask(late > 0, "overdue").mask(closed, done)
    order = state.map(STATES.index)
    out = ours.assign(state=state, days=late.where(late > 0).astype("Int64"), order=order)
    out = out.sort_values(["order", "due", "record"], kind="stable")
    return out[[*records.columns, *_ADDED]]
