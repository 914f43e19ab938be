"""What a report of another language says in Vietnamese, as nobody has put it into English."""

import pandas as pd

from giaoban.wording.figures import Wording

NAMES = ("title", "text", "note")


def in_vietnamese(words: Wording) -> list[str]:
    """List the titles and texts that have no English one; none in a Vietnamese report."""
    if words.language.code == "vi":
        return []
    known = words.review.known
    rows = [known.package.programme.to_frame().T, known.meeting.to_frame().T]
    told = [
        table.loc[table[f"{name}_en"].isna(), f"{name}_vi"]
        for table in (*rows, *words.review.tables.values())
        for name in NAMES
        if {f"{name}_vi", f"{name}_en"} <= {*table.columns}
    ]
    return sorted({*pd.concat(told).dropna()})
