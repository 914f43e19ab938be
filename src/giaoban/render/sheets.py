"""What each sheet of the results workbook holds: the frames of a review, in words and numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from giaoban.analysis import percent_of_plan
from giaoban.catalogues import N_
from giaoban.render.sheetcells import Cell, Cells, Number
from giaoban.wording import (
    NAMED_PERCENT,
    OFFICE_HEADER,
    OfficeWords,
    against,
    as_recomputed,
    as_stated,
    codes,
    in_numbers,
    judged,
    status_name,
    subject,
)

Rows = Iterator[list[Cell]]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its id, its name, its title, the headers of its table, and what gives its rows."""

    table: str
    name: str
    title: str
    header: Sequence[str]
    rows: Callable[[Cells], Rows]


def _scorecard(cells: Cells) -> Rows:
    words, review = cells.report.wording, cells.report.review
    plans = percent_of_plan(review.latest, review.verdicts, review.tables["indicators"])
    percent = {(p["figure_row"], p["target_row"]): p for _, p in plans.iterrows()}
    for number, row in review.latest.iterrows():
        plan, before = (number, row["target_row"]), against(words, row)
        apart = before["comparable"] is pd.NA or before["comparable"]
        yield [
            cells.title("indicator", row["indicator"]),
            cells.title("definition", row["definition"]),
            cells.period(row["period"]),
            cells.measure(row),
            cells.figure(row),
            cells.before(before, row),
            words.difference(before) if before["comparable"] is not pd.NA and apart else "",
            "" if apart else words.reason(before),
            cells.target(row),
            cells.title("unit", row["target_set_by"]),
            cells.of_plan(percent[plan]) if plan in percent else "",
            status_name(words, row, row["status"]),
            words.why(row),
            cells.named(codes.PROGRESS, row["progress"]),
            cells.title("unit", row["responsible"]),
            cells.marks(("figures", number), ("targets", row["target_row"])),
        ]


def _office(cells: Cells) -> Rows:
    words, say = OfficeWords(cells.report.wording), cells.report.say
    for _, row in cells.report.review.office.iterrows():
        if row["heading"]:
            yield [row["number"], words.name(row), *[""] * (len(_OFFICE) + len(_OTHERS) + 2)]
            continue
        named = [say(NAMED_PERCENT[code].name) for code in row["remarks"] if code in NAMED_PERCENT]
        remarks = [f"{say(OFFICE_HEADER[8])}: {', '.join(named)}"] if named else []
        (plan, *plan_time), (told, *sum_time) = words.plan(row), words.cumulative(row)
        rows = [("figures", n) for n in (*row[["same_row", "row", "ahead_row"]], *row["sum_rows"])]
        yield [
            row["number"],
            words.name(row),
            words.measure(row),
            cells.target(row) or plan,
            "; ".join(plan_time),
            cells.figure(row, words.figure(row, "same_")[0], "same_"),
            cells.figure(row, words.figure(row)[0]),
            cells.period(row["period"]),
            cells.total(row, told),
            "; ".join(sum_time),
            "" if pd.isna(row["ahead_value"]) else cells.figure(row, "", "ahead_"),
            cells.period(row["ahead_period"]),
            cells.of_plan(row),
            cells.of_same(row),
            "; ".join([*remarks, *words.remarks(row)]),
            cells.marks(("targets", row["target_row"]), *rows),
        ]


def _targets(cells: Cells) -> Rows:
    words = cells.report.wording
    for _, row in cells.report.review.verdicts.iterrows():
        yield [
            words.counted(row),
            cells.period(row["target_period"]),
            cells.named(codes.KIND, row["target_kind"]),
            cells.measure(row),
            cells.target(row),
            cells.title("unit", row["target_set_by"]),
            cells.figure(row, words.silence(row)),
            cells.period(row["period"]),
            words.margin(row).replace("–", ""),
            in_numbers(words, row["target_row"]).replace("–", ""),
            status_name(words, row, row["status"]),
            words.why(row),
            cells.marks(("targets", row["target_row"]), *(("figures", n) for n in row["rows"])),
        ]


def _trends(cells: Cells) -> Rows:
    trends = cells.report.review.trends
    for _, row in trends[trends["points"] > 1].iterrows():
        yield [
            cells.title("indicator", row["indicator"]),
            cells.title("definition", row["definition"]),
            cells.period(row["first_period"]),
            cells.period(row["last_period"]),
            Number(row["points"], 0),
            *(cells.computed(row[name]) for name in ("change", "per_year", "low", "high")),
            cells.named(codes.TREND, row["verdict"]),
        ]


def _claims(cells: Cells) -> Rows:
    words = cells.report.wording
    for number, row in cells.report.review.claims.iterrows():
        yield [
            subject(words, row),
            cells.period(row["period"]),
            as_stated(words, row),
            as_recomputed(words, row),
            judged(words, row),
            cells.marks(("claims", number), *(("figures", n) for n in row["rows"])),
        ]


def _changes(cells: Cells) -> Rows:
    review, say = cells.report.review, cells.report.say
    if review.known.previous is None:
        return
    for table, changed in (("figures", review.changes), ("targets", review.target_changes)):
        for _, row in changed.iterrows():
            yield [
                cells.title("indicator", row["indicator"]),
                say("Figure") if table == "figures" else say("Target"),
                cells.period(row["period"]),
                cells.named(codes.CHANGE, row["kind"]),
                cells.side(row, "before"),
                cells.side(row, "after"),
                cells.marks((table, row["row"])),
            ]


def _units(cells: Cells) -> Rows:
    for _, row in cells.report.review.ranking.iterrows():
        yield [
            cells.title("indicator", row["indicator"]),
            cells.title("unit", row["unit"]),
            cells.period(row["period"]),
            cells.measure(row),
            cells.figure(row),
            cells.computed(row["rank"], 0),
            cells.target(row),
            status_name(cells.report.wording, row, row["status"]),
        ]


def _figures(cells: Cells) -> Rows:
    for number, row in cells.report.tables["figures"].iterrows():
        yield [
            cells.title("indicator", row["indicator"]),
            cells.period(row["period"]),
            cells.measure(row),
            cells.figure(row),
            cells.title("definition", row["definition"]),
            *(cells.computed(row[name], 0) for name in ("numerator", "denominator")),
            row["as_published"] if isinstance(row["as_published"], str) else "",
            row["reported_on"],
            cells.source(row["source"]),
            cells.marks(("figures", number)),
        ]


_MEASURED = (N_("Indicator"), N_("What was counted"), N_("Period"), N_("Unit of measure"))
_TARGET, _JUDGED = (N_("Target"), N_("Set by")), (N_("% of the target"), N_("Status"), N_("Why"))
_PLAN, _SAME, _THIS, _TOTAL, _AHEAD, *_OTHERS = OFFICE_HEADER[3:]
_OFFICE = (*OFFICE_HEADER[:3], _PLAN, N_("Time of the plan"), _SAME, _THIS, N_("Period"), _TOTAL)

# In the order of the workbook.
# fmt: off
SHEETS = (
    Sheet(
        "scorecard", N_("Scorecard"), N_("Latest figure of each indicator"),
        [*_MEASURED, N_("Figure"), N_("Compared with"), N_("Change"), N_("Not comparable"),
         *_TARGET, *_JUDGED, N_("Progress"), N_("Responsible"), N_("Notes")],
        _scorecard,
    ),
    Sheet(
        "office", N_("Office table"), N_("Figures in the form of an office’s table"),
        [*_OFFICE, N_("Time of the cumulative figure"), _AHEAD, N_("Time of the estimate"),
         *_OTHERS, N_("Notes")],
        _office,
    ),
    Sheet(
        "targets", N_("Targets"), N_("Targets and what the figures say"),
        [N_("Indicator"), N_("Period"), N_("Kind"), N_("Unit of measure"), *_TARGET, N_("Figure"),
         N_("Time of the figure"), N_("Margin"), N_("In whole numbers"), N_("Status"), N_("Why"),
         N_("Notes")],
        _targets,
    ),
    Sheet(
        "trends", N_("Trends"), N_("What comparable figures in a row did"),
        [*_MEASURED[:2], N_("First period"), N_("Last period"), N_("Comparable figures"),
         N_("Change"), N_("Slope a year"), N_("Slope: low"), N_("Slope: high"), N_("Verdict")],
        _trends,
    ),
    Sheet("claims", N_("Statements"), N_("Published statements, checked"),
          [N_("Indicator"), N_("Period"), N_("As stated"), N_("From the figures"), N_("Verdict"),
           N_("Notes")], _claims),
    Sheet(
        "changes", N_("Changes"), N_("Changes since the meeting before"),
        [N_("Indicator"), N_("What"), N_("Period"), N_("Kind"), N_("Before"), N_("After"),
         N_("Notes")],
        _changes,
    ),
    Sheet(
        "units", N_("Units"), N_("The units below in their latest year"),
        [N_("Indicator"), N_("Unit"), N_("Period"), N_("Unit of measure"), N_("Figure"),
         N_("Rank"), N_("Target"), N_("Status")],
        _units,
    ),
    Sheet("peers", N_("Peers"), N_("Beside the units of its level"),
          [N_("Indicator"), N_("How it stands")], Cells.peers),
    Sheet("asks", N_("To ask for"), N_("What to ask for before the next meeting"),
          [N_("From whom"), N_("What")], Cells.asks),
    Sheet(
        "figures", N_("Figures"), N_("All figures known at the meeting"),
        [N_("Indicator"), N_("Period"), N_("Unit of measure"), N_("Figure"),
         N_("What was counted"), N_("Numerator"), N_("Denominator"), N_("As published"),
         N_("Reported on"), N_("Source"), N_("Notes")],
        _figures,
    ),
)
# fmt: on
