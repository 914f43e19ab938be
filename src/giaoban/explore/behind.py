"""The frame behind a picture: to look at, to go on with, and as files to take away."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import pandas as pd

from giaoban.explore.choice import Choice, review_of
from giaoban.explore.sidebyside import review_of_units
from giaoban.language import language
from giaoban.report import Report
from giaoban.tables import frame_titles
from giaoban.wording import codes, status_called

SEEN_COLUMNS: Final = [
    "indicator",
    "title",
    "unit",
    "unit_title",
    "period",
    "year",
    "years",
    "value",
    "unit_measure",
    "better",
    "qualifier",
    "least",
    "most",
    "target",
    "target_qualifier",
    "status",
    "change",
    "comparable",
    "reason",
    "obs_status",
    "definition",
    "as_published",
    "reported_on",
    "source",
]
# Of these what people do not look for.
FOR_PROGRAMS: Final = [
    *("indicator", "unit", "years", "unit_measure", "better"),
    *("least", "most", "comparable"),
]
# A workbook tells when it was made: always the same, so that the same figures give the same file.
WRITTEN_ON = datetime(2000, 1, 1)


def behind(choice: Choice, home: Path) -> pd.DataFrame:
    """Give the figures behind the picture of a choice.

    Returns
    -------
    DataFrame
        The columns of `SEEN_COLUMNS`: a row for each figure of the indicator and of those beside
        it, then of each unit side by side; a supposition among them, called so in ``obs_status``.
    """
    review = review_of(choice, home)
    picked = [choice.indicator, *choice.beside]
    frames = [_of(review.against_targets, picked), _of(review.expected, picked)]
    reports = [Report(review, choice.lang)] * 2
    if choice.units:
        units = review_of_units(choice, home)
        frames.append(_of(units.below, picked[:1]))
        reports.append(Report(units, choice.lang))
    shown = [report.show(frame) for report, frame in zip(reports, frames, strict=True)]
    found = pd.concat([frame for frame in shown if len(frame)] or shown[:1], ignore_index=True)
    found = found.drop_duplicates(["indicator", "unit", "period", "obs_status"])
    about = review.known.package.tables["indicators"].set_index("indicator")
    said = {name: found["indicator"].map(about[name]) for name in ("unit_measure", "better")}
    found = found.assign(**said, year=found["end"].dt.year.astype("Int64"))
    place = found["indicator"].map(picked.index), found["unit"].ne(choice.unit)
    order = found.assign(order=place[0], other=place[1])
    order = order.sort_values(["order", "other", "unit", "end"], kind="stable")
    return order.reindex(columns=SEEN_COLUMNS).reset_index(drop=True)


def _of(frame: pd.DataFrame, picked: list[str]) -> pd.DataFrame:
    return frame[frame["indicator"].isin(picked)]


def titled(frame: pd.DataFrame, code: str, without: Sequence[str] = ()) -> pd.DataFrame:
    """Give a frame from `behind` in words: the titles of its columns, its verdicts and reasons."""
    say, words = language(code).say, {"status": codes.STATUS, "reason": codes.REASON}
    judged = frame[["status", "target_qualifier", "better"]].itertuples(index=False)
    called = frame.assign(status=pd.Series([status_called(*j) for j in judged], frame.index, "str"))
    told = {
        name: called[name].map({key: say(entry.name) for key, entry in named.items()})
        for name, named in words.items()
    }
    shown = frame.assign(**told).drop(columns=[*without])
    return shown.rename(columns=frame_titles("seen", SEEN_COLUMNS, code))


def as_xlsx(frame: pd.DataFrame) -> bytes:
    """Write a frame as a workbook, in which no text is a formula or a link."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(
        made,
        engine="xlsxwriter",
        date_format="yyyy-mm-dd",
        datetime_format="yyyy-mm-dd",
        engine_kwargs={"options": options},
    ) as writer:
        frame.to_excel(writer, sheet_name="giaoban", index=False, freeze_panes=(1, 0))
        writer.book.set_properties({"created": WRITTEN_ON})
        writer.sheets["giaoban"].autofit()
    return made.getvalue()
