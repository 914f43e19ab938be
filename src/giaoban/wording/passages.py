"""What a report says in another language than its own, as nobody has put it into that."""

import pandas as pd

from giaoban.tables import own_first
from giaoban.wording.figures import Wording

NAMES = ("title", "text", "note")


def said_in(words: Wording) -> dict[str, list[str]]:
    """List the titles and texts that stand in another language, by that language."""
    own, other = own_first(words.language.code)
    known = words.review.known
    rows = [known.package.programme.to_frame().T, known.meeting.to_frame().T]
    told = [
        table.loc[table[f"{name}_{own}"].isna(), f"{name}_{other}"]
        for table in (*rows, *words.review.tables.values())
        for name in NAMES
        if {f"{name}_{own}", f"{name}_{other}"} <= {*table.columns}
    ]
    texts = sorted({*pd.concat(told).dropna()})
    return {other: texts} if texts else {}
